import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Command } from "commander";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineClientCommand } from "../../../connector/client/index.ts";
import { reportNames, reports, routeOf, type ReportName } from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { call } from "../../emulator/desk-server.ts";
import { keys } from "../../emulator/fixture.ts";
import { createFullDesk, now } from "./desk.ts";
import { answer, breakOff, refuse, startFaultyServer } from "./faulty-server.ts";

let emulator: Emulator;
let folder = "";
beforeAll(async () => {
  emulator = await createEmulator({ store: createFullDesk(), now });
  folder = mkdtempSync(join(tmpdir(), "chime-bi-client-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
  emulator.store.close();
});

/** Runs the command in this process and gives what it tells; usage errors and failures are thrown. */
async function run(args: readonly string[], output: Writable = new PassThrough()): Promise<string> {
  let told = "";
  const program = new Command("chime-bi").exitOverride();
  program.configureOutput({ writeOut: (text) => (told += text), writeErr: () => undefined });
  defineClientCommand(program, output);
  await program.parseAsync(["client", ...args], { from: "user" });
  return told;
}

const calling = (url = emulator.url): string[] => ["--url", url, "--key", keys.administrator];
const november = "queueId=1&start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&zone=America/New_York";

function asking(name: ReportName): string[] {
  const { scope, isWindowed } = reports[name];
  return [
    name,
    ...calling(),
    ...(scope === "queue" ? ["--queue", "1"] : []),
    ...(isWindowed ? ["--range", "previous-month", "--now", new Date(now).toISOString()] : []),
    ...["--zone", "America/New_York"],
  ];
}

async function fetchRows(name: ReportName): Promise<Record<string, unknown>[]> {
  const { body } = await call(emulator.url, `${routeOf(name)}?${november}`);
  return JSON.parse(body) as Record<string, unknown>[];
}

function arrayBufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

describe("each report in each format", () => {
  it.each(reportNames)("%s as CSV is byte for byte what the emulator answers as CSV", async (name) => {
    const output = new PassThrough();
    const written = buffer(output);
    expect(await run(asking(name), output)).toBe("");
    output.end();
    const { body } = await call(emulator.url, `${routeOf(name)}?${november}&csv=true`);
    expect((await written).toString()).toBe(body);
  });

  it.each(reportNames)("%s as JSON lines has a row a line", async (name) => {
    const file = join(folder, `${name}.jsonl`);
    await run([...asking(name), "--out", file]);
    const lines = readFileSync(file, "utf8").split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await fetchRows(name));
  });

  it.each(reportNames)("%s as Parquet has the same cells in columns of their types", async (name) => {
    const file = join(folder, `${name}.parquet`);
    await run([...asking(name), "--out", file]);
    const columns = reports[name].columns;
    const expected = (await fetchRows(name)).map((row) =>
      Object.fromEntries(
        columns.map(({ name, kind }) => {
          const cell = row[name];
          if (cell === null) return [name, null];
          if (kind === "instant" || kind === "date") return [name, new Date(cell as string)];
          return [name, kind === "integer" ? BigInt(cell as number) : cell];
        }),
      ),
    );
    const parquet = arrayBufferOf(file);
    const metadata = parquetMetadata(parquet);
    const rows = await parquetReadObjects({ file: parquet, metadata });
    expect(rows).toEqual(expected);
    expect(metadata.schema.slice(1).map(({ name, repetition_type }) => [name, repetition_type])).toEqual(
      columns.map(({ name, nullable }) => [name, nullable ? "OPTIONAL" : "REQUIRED"]),
    );
    expect(metadata.key_value_metadata).toContainEqual({ key: "chime.report", value: name });
    expect(metadata.key_value_metadata).toContainEqual({ key: "chime.zone", value: "America/New_York" });
  });
});

describe("a Parquet file", () => {
  it("has Parquet's own types: UTC timestamps in milliseconds, dates, 64 bits for whole numbers", async () => {
    const file = join(folder, "types.parquet");
    await run([...asking("ChatHistory"), "--out", file]);
    const { schema } = parquetMetadata(arrayBufferOf(file));
    const typeOf = (column: string): unknown => {
      const { type, logical_type } = schema.find(({ name }) => name === column)!;
      return [type, logical_type];
    };
    expect(typeOf("startedAt")).toEqual(["INT64", { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" }]);
    expect(typeOf("sessionId")).toEqual(["INT64", undefined]);
    expect(typeOf("waitSeconds")).toEqual(["DOUBLE", undefined]);
    expect(typeOf("dropped")).toEqual(["BOOLEAN", undefined]);
    expect(typeOf("question")).toEqual(["BYTE_ARRAY", { type: "STRING" }]);
    expect(typeOf("sessionGuid")).toEqual(["BYTE_ARRAY", { type: "STRING" }]);
    await run([...asking("InboundVsAnsweredChats"), "--out", join(folder, "days.parquet")]);
    const days = parquetMetadata(arrayBufferOf(join(folder, "days.parquet")));
    expect(days.schema[1]).toMatchObject({ type: "INT32", logical_type: { type: "DATE" } });
  });

  it("of no rows is whole, with its columns", async () => {
    const file = join(folder, "none.parquet");
    const window = ["--start", "2019-01-01", "--stop", "2019-01-01"];
    await run(["ChatHistory", ...calling(), "--queue", "1", ...window, "--out", file]);
    expect(await parquetReadObjects({ file: arrayBufferOf(file) })).toEqual([]);
    expect(parquetMetadata(arrayBufferOf(file)).schema).toHaveLength(reports.ChatHistory.columns.length + 1);
  });

  it("of many rows has a group for each 10,000", async () => {
    const count = 25_000;
    const row = (index: number) => ({
      date: "2020-11-01",
      inbound: index,
      answered: 0,
      abandoned: 0,
      missed: 0,
      deflected: 0,
    });
    const server = await startFaultyServer(
      answer(JSON.stringify(Array.from({ length: count }, (_, index) => row(index)))),
    );
    const file = join(folder, "many.parquet");
    await run(["InboundVsAnsweredChats", ...calling(server.url), "--queue", "1", "--out", file]);
    await server.close();
    const parquet = arrayBufferOf(file);
    expect(parquetMetadata(parquet).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5000]);
    const rows = await parquetReadObjects({ file: parquet, columns: ["inbound"] });
    expect(rows.map(({ inbound }) => Number(inbound))).toEqual(Array.from({ length: count }, (_, index) => index));
  });
});

describe("the file", () => {
  const inbound = (): string[] => asking("InboundVsAnsweredChats");

  it("is told of, for people and as JSON", async () => {
    const file = join(folder, "told.csv");
    expect(await run([...inbound(), "--out", file])).toMatch(
      new RegExp(`^30 rows of InboundVsAnsweredChats in .*told\\.csv \\(\\d+ bytes\\)\n$`),
    );
    const json = JSON.parse(await run([...inbound(), "--out", file, "--force", "--json"])) as unknown;
    expect(json).toEqual({
      report: "InboundVsAnsweredChats",
      file,
      format: "csv",
      rows: 30,
      bytes: readFileSync(file).length,
      queueId: "1",
      start: "2020-11-01T04:00:00.000Z",
      stop: "2020-12-01T04:59:59.999Z",
      zone: "America/New_York",
    });
  });

  it("has the format that its name ends in, or the one that was asked for", async () => {
    const beginningOf = async (...args: string[]): Promise<string> => {
      await run([...inbound(), "--force", ...args]);
      return readFileSync(args[1]!, "latin1").slice(0, 5);
    };
    expect(await beginningOf("--out", join(folder, "a.NDJSON"))).toBe('{"dat');
    expect(await beginningOf("--out", join(folder, "a.parquet"))).toBe("PAR1\u0015");
    expect(await beginningOf("--out", join(folder, "a.txt"))).toBe("date,");
    expect(await beginningOf("--out", join(folder, "a.txt"), "--format", "jsonl")).toBe('{"dat');
  });

  it("is replaced with --force only", async () => {
    const file = join(folder, "mine.csv");
    writeFileSync(file, "mine");
    await expect(run([...inbound(), "--out", file])).rejects.toThrow(
      `could not write "${file}": it is there already; --force replaces it`,
    );
    expect(readFileSync(file, "utf8")).toBe("mine");
    await run([...inbound(), "--out", file, "--force"]);
    expect(readFileSync(file, "utf8")).toMatch(/^date,/);
  });

  it("stays as it was, without a part beside it, when the answer breaks off", async () => {
    const own = join(folder, "own");
    mkdirSync(own);
    const file = join(own, "kept.csv");
    writeFileSync(file, "kept");
    const row = '{"date":"2020-11-01","inbound":1,"answered":1,"abandoned":0,"missed":0,"deflected":0}';
    const server = await startFaultyServer(breakOff(`[${row},${row},{"da`));
    const args = ["InboundVsAnsweredChats", ...calling(server.url), "--queue", "1", "--out", file, "--force"];
    await expect(run(args)).rejects.toThrow("could not read the report InboundVsAnsweredChats: the answer broke off");
    await server.close();
    expect(readdirSync(own)).toEqual(["kept.csv"]);
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  it("is not begun while another run writes it", async () => {
    const file = join(folder, "twice.csv");
    writeFileSync(`${file}.part`, "of another");
    await expect(run([...inbound(), "--out", file])).rejects.toThrow(`"${file}.part" is there; another run writes it`);
    expect(readFileSync(`${file}.part`, "utf8")).toBe("of another");
    expect(existsSync(file)).toBe(false);
  });

  it("is not begun in a folder that is not there", async () => {
    const file = join(folder, "nowhere", "a.csv");
    await expect(run([...inbound(), "--out", file])).rejects.toThrow(`could not write "${file}": ENOENT`);
  });

  it("may not have a folder's name", async () => {
    await expect(run([...inbound(), "--out", folder, "--force"])).rejects.toThrow("it is a folder");
  });

  it("is taken back when the program is stopped", async () => {
    const server = await startFaultyServer((res) => {
      res.writeHead(200, { "Content-Type": "application/json" });
      res.write("[", () => process.emit("SIGINT"));
    });
    const file = join(folder, "stopped.csv");
    const args = ["InboundVsAnsweredChats", ...calling(server.url), "--queue", "1", "--out", file];
    await expect(run(args)).rejects.toThrow("stopped before the report was whole");
    await server.close();
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });
});

describe("standard output", () => {
  it("that nobody reads any more ends the work without an error", async () => {
    const gone = new PassThrough({
      transform(_chunk, _encoding, done) {
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    expect(await run(asking("ChatHistory"), gone)).toBe("");
  });

  it("that is a terminal gets no Parquet", async () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true });
    await expect(run([...asking("ChatHistory"), "--format", "parquet"], terminal)).rejects.toThrow(
      "a terminal cannot show Parquet",
    );
  });
});

describe("a refusal", () => {
  it("names what was wrong and leaves no file", async () => {
    const server = await startFaultyServer(
      refuse(403, {}, { title: "This person may not read the queue", detail: "queue 2 is not yours" }),
    );
    const file = join(folder, "refused.csv");
    await expect(run(["ChatHistory", ...calling(server.url), "--queue", "2", "--out", file])).rejects.toThrow(
      "could not read the report ChatHistory: queue 2 is not yours (403 This person may not read the queue)",
    );
    expect(existsSync(file)).toBe(false);
    const output = new PassThrough();
    await expect(run(["ChatHistory", ...calling(server.url), "--queue", "2"], output)).rejects.toThrow("not yours");
    await server.close();
    expect(output.readableLength).toBe(0);
  });
});

describe("wrong usage", () => {
  it.each([
    ["an unknown report", ["Nothing"], 'there is no report "Nothing": use Queues, '],
    ["a queue for a global report", ["Queues", "--queue", "1"], "covers all queues and takes no number of one"],
    ["no queue for a per-queue report", ["ChatHistory"], "covers one queue: give its number"],
    ["a range for a report without a window", ["Queues", "--range", "today"], "has no window and takes no range"],
    [
      "a range beside a start",
      ["QueueComparison", "--range", "today", "--start", "2020-11-01"],
      "--range goes without",
    ],
    ["an unknown range", ["QueueComparison", "--range", "someday"], 'no date range "someday"'],
    [
      "a start that is no instant",
      ["QueueComparison", "--start", "soon"],
      'start is no ISO-8601 date or date-time: "soon"',
    ],
    ["an unknown zone", ["QueueComparison", "--zone", "Mars/Base"], "'Mars/Base' is invalid"],
    ["a queue that is no number", ["ChatHistory", "--queue", "one"], "give the number of a queue"],
    ["an unknown format", ["Queues", "--format", "xlsx"], "'xlsx' is invalid"],
    ["an address that is none", ["Queues", "--url", "localhost"], '"localhost" is no http or https address'],
  ])("%s", async (_claim, args, why) => {
    await expect(run([...calling(), ...args])).rejects.toMatchObject({
      code: expect.stringMatching(/^commander\./) as string,
      message: expect.stringContaining(why) as string,
    });
  });

  it("no key at all", async () => {
    expect(process.env["CHIME_KEY"]).toBeUndefined();
    await expect(run(["Queues", "--url", emulator.url])).rejects.toThrow("--key");
  });

  it("the key may come from CHIME_KEY", async () => {
    process.env["CHIME_KEY"] = keys.manager;
    try {
      const file = join(folder, "queues.jsonl");
      await run(["queues", "--url", `${emulator.url}/`, "--out", file]);
      expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(1);
    } finally {
      delete process.env["CHIME_KEY"];
    }
  });
});
