import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { readTarget, runRefresh } from "../../connector/refresh/index.ts";
import { Engine, type LoadedCell, type LoadedColumn } from "../../connector/engine/index.ts";
import { reportNames, reports, routeOf, type Report, type ReportName } from "../../emulator/catalogue/index.ts";
import { connectShipped, load } from "./connecting.ts";
import { now, serveDemo } from "./serving.ts";

const serving = serveDemo();
const connecting = connectShipped();
const template = "connector/generated/template/ChimeTemplate.pq";

type Tables = Map<string, { columns: readonly LoadedColumn[]; rows: (readonly LoadedCell[])[] }>;

async function refreshed(file: string, parameters: Record<string, string>): Promise<Tables> {
  const tables: Tables = new Map();
  const result = await runRefresh({
    target: await readTarget(file),
    as: "service",
    url: serving.url(),
    key: serving.key("Administrator").key,
    parameters,
    now,
    onColumns: (table, columns) => tables.set(table, { columns, rows: [] }),
    onRows: (table, rows) => {
      tables.get(table)!.rows.push(...rows);
    },
  });
  expect(result.tables.filter((table) => !table.ok)).toEqual([]);
  expect(result.planning.requests).toBe(0);
  // The Service asks for the columns too, which a query knows without a request.
  expect(result.tables.map((table) => table.requests)).toEqual(result.tables.map(() => 1));
  return tables;
}

describe("the emitted template", () => {
  it("gives every report its columns and the emulator's rows, cell by cell as the connector", async () => {
    const fromTemplate = await refreshed(template, { ChimeRange: '"previous month"', ChimeZone: '"America/New_York"' });
    expect([...fromTemplate.keys()].sort()).toEqual([...reportNames].sort());
    for (const [name, table] of fromTemplate) {
      const report: Report = reports[name as ReportName];
      expect(table.columns.map((column) => [column.name, column.isNullable])).toEqual(
        report.columns.map((column) => [column.name, column.nullable]),
      );
      const query = `${report.scope === "queue" ? "queueId=1&" : ""}start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&zone=America/New_York`;
      const answer = await serving.get(`${routeOf(name)}?${query}`, serving.key("Administrator").key);
      expect(table.rows.length, name).toBe(((await answer.json()) as unknown[]).length);
    }
    const engine = connecting.open(serving.url(), serving.key("Administrator").key);
    for (const name of ["InboundVsAnsweredChats", "ChatHistory", "AgentLoad"]) {
      const options = `[QueueId = 1, Range = "previous month", Zone = "America/New_York"]`;
      const same = await load(engine, `Chime.Report("${serving.url()}", "${name}", ${options})`);
      expect(fromTemplate.get(name)).toEqual(same);
    }
  }, 120_000);

  it("writes its address as Power BI's Service wants it: constant, with path and query apart", () => {
    const text = readFileSync(template, "utf8");
    const calls = [...text.matchAll(/Web\.Contents\(\s*(\S+?),\s*\[/gu)].map(([, address]) => address);
    expect(calls.length).toBe(reportNames.length);
    expect(new Set(calls)).toEqual(new Set(["ChimeAddress"]));
  });
});

describe("the function of one file to paste", () => {
  const engines: Engine[] = [];
  const calls: URL[] = [];
  afterAll(() => Promise.all(engines.map((engine) => engine.close())));

  /** An engine with a query of the emitted files, put at this server. */
  function pasted(file: string, name: string): Engine {
    const text = readFileSync(`connector/generated/${file}`, "utf8").replace("https://example.com", serving.url());
    const engine = new Engine({
      sections: [{ document: file, text: `section Pasted; shared ${name} = ${text};` }],
      allowedHosts: ["127.0.0.1"],
      now,
      onCall: (call) => calls.push(new URL(call.url)),
    });
    engines.push(engine);
    return engine;
  }

  it("has its address in the call, where the Service reads it without running the query", () => {
    const text = readFileSync("connector/generated/ChimeReport.pq", "utf8");
    const addresses = [...text.matchAll(/Web\.Contents\(\s*(\S+?),/gu)].map(([, address]) => address);
    expect(addresses).toEqual(['"https://example.com"']);
  });

  it("gives every report its rows, under the catalogue's types", async () => {
    // All in one evaluation, and compared by what tells tables apart: reading 38 tables twice takes long.
    const told = (table: string): string =>
      `{Table.RowCount(${table}), Table.Schema(${table})[TypeName], List.Sum(List.RemoveNulls(List.Combine(List.Select(Table.ToColumns(${table}), each List.MatchesAll(_, (cell) => cell = null or cell is number)))))}`;
    const asked = (call: (name: string, options: string) => string): string =>
      `{${reportNames
        .map((name) => {
          const queue = reports[name].scope === "queue" ? "QueueId = 1, " : "";
          return `let t = Table.Buffer(${call(name, `[${queue}Range = "previous month", Zone = "America/New_York"]`)}) in ${told("t")}`;
        })
        .join(", ")}}`;
    const pastedOnes = await pasted("ChimeReport.pq", "ChimeReport").evaluate(
      asked((name, options) => `ChimeReport("${name}", ${options})`),
    );
    const connected = await connecting
      .open(serving.url(), serving.key("Administrator").key)
      .evaluate(asked((name, options) => `Chime.Report("${serving.url()}", "${name}", ${options})`));
    expect(pastedOnes).toMatchObject({ ok: true });
    expect(connected).toEqual(pastedOnes);
  });

  it.each([
    [`ChimeReport("Nothing")`, 'there is no report "Nothing"'],
    [`ChimeReport("ChatHistory")`, "name the queue by its number, QueueId"],
    [`ChimeReport("Queues", [Zones = "UTC"])`, "unknown option"],
  ])("%s says what to do", async (expression, message) => {
    expect(await pasted("ChimeReport.pq", "ChimeReport").evaluate(expression)).toMatchObject({
      error: { message: expect.stringContaining(message) as string },
    });
  });

  it.each([
    [
      "RangeStart = #datetime(2020, 11, 1, 0, 0, 0), RangeEnd = #datetime(2020, 11, 2, 0, 0, 0)",
      "2020-11-01T04:00:00.000Z 2020-11-02T04:59:59.999Z",
    ],
    ["RangeStart = null, RangeEnd = null", "2020-12-15T05:00:00.000Z 2020-12-15T12:00:00.000Z"],
  ])("takes the partition of an incremental refresh: %s", async (parameters, window) => {
    calls.length = 0;
    await load(
      pasted("ChimeReport.pq", "ChimeReport"),
      `ChimeReport("ChatHistory", [QueueId = 1, Range = "today", Zone = "America/New_York", ${parameters}])`,
    );
    expect(calls.map(({ searchParams }) => `${searchParams.get("start")!} ${searchParams.get("stop")!}`)).toEqual([
      window,
    ]);
  });
});
