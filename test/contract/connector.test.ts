import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { Engine, readExtension, type LoadedCell, type LoadedColumn } from "../../connector/engine/index.ts";
import {
  reportNames,
  reports,
  routeOf,
  type Column,
  type ColumnKind,
  type Report,
} from "../../emulator/catalogue/index.ts";
import { now, serveDemo } from "./serving.ts";

const serving = serveDemo();
const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

/** An engine with the emitted connector and the key of a role. */
function connectorEngine(role: string): Engine {
  const file = "connector/generated/Chime.mez";
  const engine = new Engine({
    extensions: [readExtension(file, readFileSync(file))],
    credentials: [
      {
        dataSourceKind: "Chime",
        path: serving.url(),
        fields: { AuthenticationKind: "Key", Key: serving.key(role).key },
      },
    ],
    allowedHosts: ["127.0.0.1"],
    now,
    timeoutMilliseconds: 25_000,
  });
  engines.push(engine);
  return engine;
}

type Loaded = { columns: readonly LoadedColumn[]; rows: (readonly LoadedCell[])[] };

async function load(engine: Engine, expression: string): Promise<Loaded> {
  const loaded: Loaded = { columns: [], rows: [] };
  const outcome = await engine.load(expression, {
    onColumns: (columns) => {
      loaded.columns = columns;
    },
    onRows: (rows) => {
      loaded.rows.push(...rows);
    },
  });
  if (!outcome.ok) throw new Error(`${outcome.error.reason}: ${outcome.error.message} ${outcome.error.detail ?? ""}`);
  expect(outcome.errors).toBe(0);
  return loaded;
}

/** The M type that each kind has to arrive as. */
const mTypes: Readonly<Record<ColumnKind, string>> = {
  text: "text",
  guid: "text",
  integer: "Int64.Type",
  decimal: "number",
  seconds: "number",
  ratio: "number",
  logical: "logical",
  instant: "datetimezone",
  date: "date",
};

/** A cell in a form in which M's texts of instants and the emulator's can be compared. */
function comparable(value: unknown, column: Column): unknown {
  return column.kind === "instant" && typeof value === "string" ? Date.parse(value) : value;
}

const november =
  '[QUEUE Range = "custom", Start = #date(2020, 11, 1), Stop = #date(2020, 11, 30), Zone = "America/New_York"]';
const novemberQuery = "start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&zone=America/New_York";

describe("the emitted connector, run by the engine against the emulator over HTTP", () => {
  it.each(reportNames)("gives %s with the emulator's rows and the catalogue's types", async (name) => {
    const report: Report = reports[name];
    const isQueued = report.scope === "queue";
    const { columns, rows } = await load(
      connectorEngine("Administrator"),
      `Chime.Report("${serving.url()}", "${name}", ${november.replace("QUEUE", isQueued ? "QueueId = 1," : "")})`,
    );
    const query = `${isQueued ? "queueId=1&" : ""}${novemberQuery}`;
    const answer = await serving.get(`${routeOf(name)}?${query}`, serving.key("Administrator").key);
    const expected = (await answer.json()) as Record<string, unknown>[];

    expect(
      columns.map((column) => [column.name, column.m.replace(/^type (?:nullable )?/u, ""), column.isNullable]),
    ).toEqual(report.columns.map((column) => [column.name, mTypes[column.kind], column.nullable]));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.map((cell, index) => comparable(cell, report.columns[index]!)))).toEqual(
      expected.map((row) => report.columns.map((column) => comparable(row[column.name], column))),
    );
  });

  it("leads from the navigation table to every report of every queue", async () => {
    const engine = connectorEngine("Administrator");
    const queues = await load(engine, `Chime.Report("${serving.url()}", "Queues")`);
    const names = await load(
      engine,
      `let
        Source = Chime.Contents("${serving.url()}"),
        leaves = List.Combine(List.Transform(Table.ToRecords(Source), (folder) =>
          if folder[Key] = "global"
          then List.Transform(Table.ToRecords(folder[Data]), each {folder[Key], "", [Key]})
          else List.Combine(List.Transform(Table.ToRecords(folder[Data]), (category) =>
            List.Transform(Table.ToRecords(category[Data]), each {folder[Key], category[Key], [Key]})))))
      in
        #table({"folder", "category", "report"}, leaves)`,
    );
    const ofScope = (scope: string): Report[] =>
      reportNames.map((name) => reports[name]).filter((one) => one.scope === scope);
    const expected = [
      ...ofScope("global").map((report) => ["global", "", report.name]),
      ...queues.rows.flatMap(([queueId]) =>
        ofScope("queue").map((report) => [String(queueId as number), report.category as string, report.name]),
      ),
    ];
    expect([...names.rows].sort()).toEqual(expected.sort());
  });

  it("opens the navigator with one request, and a table with one more", async () => {
    const paths: string[] = [];
    const file = "connector/generated/Chime.mez";
    const engine = new Engine({
      extensions: [readExtension(file, readFileSync(file))],
      credentials: [
        {
          dataSourceKind: "Chime",
          path: serving.url(),
          fields: { AuthenticationKind: "Key", Key: serving.key("Administrator").key },
        },
      ],
      allowedHosts: ["127.0.0.1"],
      now,
      onCall: (call) => paths.push(new URL(call.url).pathname),
    });
    engines.push(engine);
    await engine.evaluate(`Table.RowCount(Chime.Contents("${serving.url()}"))`);
    expect(paths).toEqual(["/Chime/Report/Queues"]);
    await load(engine, `Chime.Contents("${serving.url()}"){[Key = "global"]}[Data]{[Key = "QueueComparison"]}[Data]`);
    expect(paths.slice(1)).toEqual(["/Chime/Report/Queues", "/Chime/Report/QueueComparison"]);
  });

  it("shows a manager only the queues that the manager may see", async () => {
    const manager = serving.key("Manager");
    const { rows } = await load(connectorEngine("Manager"), `Chime.Report("${serving.url()}", "Queues")`);
    expect(rows.map(([queueId]) => queueId)).toEqual([...manager.queues]);
  });

  it.each([
    ['Chime.Report("URL", "Nothing")', "Expression.Error", 'there is no report "Nothing"'],
    ['Chime.Report("URL", "ChatHistory")', "Expression.Error", "name the queue by QueueId"],
    ['Chime.Report("URL", "ChatHistory", [QueueId = 999])', "DataSource.Error", "Chime answered 404"],
    ['Chime.Report("URL", "Queues", [Zones = "UTC"])', "Expression.Error", "Zones"],
    ['Chime.Report("URL", "QueueComparison", [Zone = "Mars/Base"])', "Expression.Error", 'the zone "Mars/Base"'],
    ['Chime.Report("URL", "QueueComparison", [Range = "last week"])', "Expression.Error", "there is no date range"],
  ])("answers %s with an error that says what to do", async (expression, reason, message) => {
    const outcome = await connectorEngine("Administrator").evaluate(expression.replace("URL", serving.url()));
    expect(outcome).toMatchObject({
      ok: false,
      error: { reason, message: expect.stringContaining(message) as string },
    });
  });

  it("asks for another key when the server refuses this one", async () => {
    const file = "connector/generated/Chime.mez";
    const engine = new Engine({
      extensions: [readExtension(file, readFileSync(file))],
      credentials: [
        { dataSourceKind: "Chime", path: serving.url(), fields: { AuthenticationKind: "Key", Key: "not-a-key" } },
      ],
      allowedHosts: ["127.0.0.1"],
    });
    engines.push(engine);
    expect(await engine.evaluate(`Chime.Report("${serving.url()}", "Queues")`)).toMatchObject({
      error: { reason: "Credential.Error" },
    });
  });
});
