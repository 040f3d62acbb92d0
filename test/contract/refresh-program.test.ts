import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { chatsBetween, projectWriter, startSpoiler } from "./refreshing.ts";
import { serveDemo } from "./serving.ts";

const serving = serveDemo();
const writeProject = projectWriter();
const folder = mkdtempSync(join(tmpdir(), "chime-bi-refresh-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Run = { readonly status: number; readonly out: string; readonly err: string };

async function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    execFile(
      process.execPath,
      [join("dist", "cli.js"), "refresh", ...args],
      { env, maxBuffer: 2 ** 26 },
      (error, out, err) => {
        resolve({ status: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err });
      },
    );
  });
}

const body = `
	refreshPolicy
		policyType: basic
		rollingWindowGranularity: day
		rollingWindowPeriods: 2
		incrementalGranularity: day
		incrementalPeriods: 1
		incrementalPeriodsOffset: -1

	column Session
		dataType: int64
		sourceColumn: sessionId

	column Started
		dataType: string
		sourceColumn: startedAt
`;

function lines(file: string): string[] {
  return readFileSync(file, "utf8").trimEnd().split("\r\n");
}

describe("chime-bi refresh", () => {
  it("keeps partitions and files from one refresh to the next, and all of them when one fails", async () => {
    const project = writeProject([
      { name: "Chats", body, query: chatsBetween(undefined) },
      { name: "Two/Names", query: '#table(type table [a = Int64.Type, b = any], {{1, "x, y"}, {null, 2.5}})' },
    ]);
    const spoiler = await startSpoiler(serving.url());
    const [out, state, html, junit] = ["out", "state.json", "r.html", "r.xml"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    const environment = { CHIME_URL: spoiler.url, CHIME_KEY: serving.key("Administrator").key };
    const refresh = (now: string, ...more: string[]): Promise<Run> =>
      run([project, "--as", "service", "--now", now, "--state", state, "--out", out, ...more], environment);
    try {
      const first = await refresh("2020-11-05T03:00:00Z", "--html", html, "--junit", junit);
      expect(first.err).toContain("Chats 2020Q41104: loaded, ");
      expect(first.status).toBe(0);
      expect(first.out).toMatch(/^table +rows +requests +retries +received +time$/mu);
      expect(readdirSync(join(out, "Chats")).sort()).toEqual(["2020Q41103.csv", "2020Q41104.csv"]);
      expect(lines(join(out, "Two_Names.csv"))).toEqual(["a,b", '1,"x, y"', ",2.5"]);
      expect(lines(join(out, "Chats", "2020Q41103.csv"))[0]).toBe("Session,Started");
      expect(readFileSync(junit, "utf8")).toContain('name="Chats / 2020Q41103"');
      expect(readFileSync(html, "utf8")).toContain("/Chime/Report/ChatHistory");

      spoiler.faultOf = () => "cut";
      const before = [readFileSync(state, "utf8"), readdirSync(join(out, "Chats")).join()];
      const failed = await refresh("2020-11-06T03:00:00Z");
      expect(failed.status).toBe(1);
      expect(failed.out).toContain("Chats, partition 2020Q41105: Data source error: DataSource.Error:");
      expect([readFileSync(state, "utf8"), readdirSync(join(out, "Chats")).join()]).toEqual(before);

      spoiler.faultOf = () => undefined;
      const second = await refresh("2020-11-06T03:00:00Z", "--json");
      const result = JSON.parse(second.out) as {
        tables: { name: string; rows: number; dropped: string[]; partitions: { name: string; fate: string }[] }[];
      };
      const chats = result.tables.find(({ name }) => name === "Chats")!;
      expect(chats.partitions.map(({ name, fate }) => `${name} ${fate}`)).toEqual([
        "2020Q41104 kept",
        "2020Q41105 loaded",
      ]);
      expect(chats.dropped).toEqual(["2020Q41103"]);
      const files = readdirSync(join(out, "Chats")).sort();
      expect(files).toEqual(["2020Q41104.csv", "2020Q41105.csv"]);
      const rows = files.flatMap((file) => lines(join(out, "Chats", file)).slice(1));
      expect(rows).toHaveLength(chats.rows);
      expect(new Set(rows).size).toBe(rows.length);

      rmSync(join(out, "Chats", "2020Q41104.csv"));
      expect((await refresh("2020-11-06T03:00:00Z")).out).toMatch(/2020Q41104 .* loaded$/mu);

      const shown = [first, failed, second]
        .flatMap((each) => [each.out, each.err])
        .concat(readFileSync(html, "utf8"), readFileSync(state, "utf8"));
      expect(shown.join("\n")).not.toContain(environment.CHIME_KEY);
    } finally {
      await spoiler.close();
    }
  }, 60_000);

  it("writes Parquet with the types of the columns", async () => {
    const query =
      '#table(type table [n = Int64.Type, d = date, at = datetimezone, t = text, x = number, l = logical], {{1, #date(2020, 11, 1), #datetimezone(2020, 11, 1, 0, 0, 0, -4, 0), "a", 1.5, true}, {null, null, null, null, null, null}, {1.5, null, null, null, null, null}})';
    const file = join(folder, "Typed.pq");
    writeFileSync(file, query);
    const out = join(folder, "parquet");
    const { status, out: printed } = await run([file, "--out", out, "--format", "parquet"]);
    expect(status).toBe(0);
    // A column of whole numbers does not take 1.5: the cell is loaded empty, and counted.
    expect(printed).toContain("1 cell with errors");
    const bytes = readFileSync(join(out, "Typed.parquet"));
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    });
    expect(rows[0]).toEqual({
      n: 1n,
      d: new Date("2020-11-01"),
      at: new Date("2020-11-01T04:00:00Z"),
      t: "a",
      x: 1.5,
      l: true,
    });
    expect(rows.map(({ n }) => n as unknown)).toEqual([1n, null, null]);
  });

  it.each([
    ["a connector without an address", [], "a connector needs --url"],
    [
      "a policy for Desktop",
      ["P", "--policy", "store 1 year, refresh 1 day"],
      "--policy and --state go with --as service",
    ],
    ["a policy that is none", ["P", "--policy", "daily"], '"daily" is no refresh policy'],
    ["a credential that is none", ["P", "--credential", "my-secret"], "write a credential as"],
    ["options for queries", ["P", "--options", "[]"], "--options is for a connector's function"],
  ])("exits with 2 for %s", async (_claim, args, message) => {
    const project = writeProject([{ name: "A", query: "1" }]);
    const { status, err } = await run(args.map((arg) => (arg === "P" ? project : arg)));
    expect(err).toContain(message);
    expect(status).toBe(2);
  });

  it.each([
    [
      "a table that is not there",
      ["P", "--only", "Nothing", "--set", "ServerUrl=1", "--set", "ChimeKey=1"],
      'no table is called "Nothing"',
    ],
    ["a parameter without a value", ["P"], 'the parameter "ServerUrl" has no value: give it by --parameter'],
    ["a folder without a model", [tmpdir()], "it has no semantic model"],
  ])("exits with 1 for %s", async (_claim, args, message) => {
    const project = writeProject([{ name: "A", query: "1" }]);
    const { status, err } = await run(args.map((arg) => (arg === "P" ? project : arg)));
    expect(err).toContain(message);
    expect(status).toBe(1);
    expect(existsSync(join(folder, "nothing"))).toBe(false);
  });
});
