import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../connector/engine/index.ts";
import {
  reportNames,
  reports,
  routeOf,
  session,
  type Column,
  type ColumnKind,
  type Report,
} from "../../emulator/catalogue/index.ts";
import { connectShipped, load } from "./connecting.ts";
import { serveInFront, type InFront } from "./in-front.ts";
import { serveDemo } from "./serving.ts";

const serving = serveDemo();
const connecting = connectShipped();
const engines = new Map<string, Engine>();

/** An engine with the emitted connector and the key of a role. */
function connectorEngine(role: string): Engine {
  const engine = engines.get(role) ?? connecting.open(serving.url(), serving.key(role).key);
  engines.set(role, engine);
  return engine;
}

/** The paths asked for since the last call of this. */
function takePaths(): string[] {
  return connecting.takeCalls().map(({ pathname }) => pathname);
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
          if folder[Key] = "other"
          then {}
          else if folder[Key] = "global"
          then List.Transform(Table.ToRecords(folder[Data]), each {folder[Key], "", [Key]})
          else List.Combine(List.Transform(Table.ToRecords(folder[Data]), (category) =>
            if category[Key] = "other"
            then {}
            else List.Transform(Table.ToRecords(category[Data]), each {folder[Key], category[Key], [Key]})))))
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

  it("opens the navigator with one request, a folder with none, and a table with one more", async () => {
    const engine = connectorEngine("Administrator");
    const source = `Chime.Contents("${serving.url()}")`;
    takePaths();
    await engine.evaluate(`Table.RowCount(${source})`);
    expect(takePaths()).toEqual(["/Chime/Report/Queues"]);
    await engine.evaluate(`Table.RowCount(${source}{[Key = "1"]}[Data]{[Key = "basic"]}[Data])`);
    expect(takePaths()).toEqual(["/Chime/Report/Queues"]);
    await load(engine, `${source}{[Key = "global"]}[Data]{[Key = "QueueComparison"]}[Data]`);
    expect(takePaths()).toEqual(["/Chime/Report/Queues", "/Chime/Report/QueueComparison"]);
  });

  it("asks at once when its function is called, which is how a gateway tests a key", async () => {
    takePaths();
    await connectorEngine("Administrator").evaluate(`Chime.Contents("${serving.url()}") is table`);
    expect(takePaths()).toEqual(["/Chime/Report/Queues"]);
  });

  it("shows a manager only the queues that the manager may see", async () => {
    const manager = serving.key("Manager");
    const { rows } = await load(connectorEngine("Manager"), `Chime.Report("${serving.url()}", "Queues")`);
    expect(rows.map(([queueId]) => queueId)).toEqual([...manager.queues]);
  });

  it("gives one chat with the types of the catalogue, its lists as tables", async () => {
    const { rows } = await load(
      connectorEngine("Administrator"),
      `let
        chat = Chime.Session("${serving.url()}", 1, [Zone = "America/New_York"]),
        names = (value) => Text.Combine(Table.ColumnNames(value), " ")
      in
        {Text.Combine(Record.FieldNames(chat), " "), names(chat[offers]), names(chat[transcript]), Table.RowCount(chat[transcript]),
         chat[startedAt], Value.Type(chat[transcript]) = Value.Type(Table.StopFolding(chat[transcript]))}`,
    );
    const answer = await serving.get(
      "/Chime/Session/SessionDetails/1?zone=America/New_York",
      serving.key("Administrator").key,
    );
    const expected = (await answer.json()) as { startedAt: string; transcript: unknown[] };
    const names = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(" ");
    const [fields, offers, transcript, messages, startedAt] = rows.map(([cell]) => cell);
    expect(fields).toBe(`${names(session.columns)} ${Object.keys(session.lists).join(" ")}`);
    expect([offers, transcript]).toEqual([
      names(session.lists.offers.columns),
      names(session.lists.transcript.columns),
    ]);
    expect(messages).toBe(expected.transcript.length);
    expect(Date.parse(startedAt as string)).toBe(Date.parse(expected.startedAt));
  });
});

describe("a failure", () => {
  let tooOld: InFront;
  let failing: InFront;
  beforeAll(async () => {
    const answer = (status: number, body: string, headers: Record<string, string> = {}) => ({ status, body, headers });
    // What a server answers that has no such route, and nothing else to say.
    const missing = answer(404, "<h1>Not Found</h1>");
    tooOld = await serveInFront(serving.url(), {
      "/Chime/Session/SessionDetails/1": missing,
      "/Chime/Report/Sentiment": missing,
    });
    failing = await serveInFront(serving.url(), {
      "/Chime/Report/ChatHistory": answer(429, "", { "Retry-After": "0" }),
      "/Chime/Report/ServiceLevel": answer(500, "{}"),
      "/Chime/Report/ChatsByHour": answer(200, '[{"hour": 1,'),
      "/Chime/Report/BotIntents": answer(200, '{"intent": "none"}'),
    });
  });
  afterAll(() => Promise.all([tooOld.close(), failing.close()]));

  it.each([
    ['Chime.Report("URL", "Nothing")', "Expression.Error", 'there is no report "Nothing"'],
    ['Chime.Report("URL", "ChatHistory")', "Expression.Error", "name the queue by its number, QueueId"],
    ['Chime.Report("URL", "Queues", [QueueId = 1])', "Expression.Error", "leave QueueId out"],
    [
      'Chime.Report("URL", "ChatHistory", [QueueId = 999])',
      "DataSource.Error",
      "there is no such queue. The report Queues lists",
    ],
    ['Chime.Report("URL", "Queues", [Zones = "UTC"])', "Expression.Error", "Zones"],
    ['Chime.Report("URL", "QueueComparison", [Zone = "Mars/Base"])', "Expression.Error", 'the zone "Mars/Base"'],
    ['Chime.Report("URL", "QueueComparison", [Range = "last week"])', "Expression.Error", "there is no date range"],
    ['Chime.Session("URL", 999999999)', "DataSource.Error", "ChatHistory lists the chats"],
    ['Chime.Contents("http://example.com")', "Expression.Error", "has to begin with https://"],
  ])("%s says what to do", async (expression, reason, message) => {
    const engine = expression.includes("example.com")
      ? connecting.open("http://example.com", serving.key("Administrator").key)
      : connectorEngine("Administrator");
    const outcome = await engine.evaluate(expression.replace("URL", serving.url()));
    expect(outcome).toMatchObject({
      ok: false,
      error: { reason, message: expect.stringContaining(message) as string },
    });
  });

  it("over a queue that the key's person may not see names the report and the queue, and who may", async () => {
    const manager = serving.key("Manager");
    const hidden = [1, 2, 3, 4, 5, 6].find((queueId) => !manager.queues.includes(queueId))!;
    const outcome = await connectorEngine("Manager").evaluate(
      `Chime.Report("${serving.url()}", "ChatHistory", [QueueId = ${hidden}])`,
    );
    const message = new RegExp(
      `ChatHistory of queue ${hidden} may not be read with this key: .* manager or reviewer`,
      "u",
    );
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) as string } });
  });

  it.each([
    [
      "a server whose build is too old",
      () => tooOld,
      'Chime.Session("URL", 1)',
      /SessionDetails of chat 1 is not on this server\. .*3\.1\.578/u,
    ],
    [
      "a report that the server has not",
      () => tooOld,
      'Chime.Report("URL", "Sentiment", [QueueId = 1])',
      /Sentiment of queue 1 is not on this server/u,
    ],
    [
      "too many calls",
      () => failing,
      'Chime.Report("URL", "ChatHistory", [QueueId = 1])',
      /ChatHistory of queue 1: too many calls at once.*refresh later/u,
    ],
    [
      "a server that fails",
      () => failing,
      'Chime.Report("URL", "ServiceLevel", [QueueId = 1])',
      /ServiceLevel of queue 1 could not be read: .*\(500\)/u,
    ],
    [
      "half an answer",
      () => failing,
      'Chime.Report("URL", "ChatsByHour", [QueueId = 1])',
      /ChatsByHour of queue 1: the answer is not whole/u,
    ],
    [
      "an answer that is no table",
      () => failing,
      'Chime.Report("URL", "BotIntents", [QueueId = 1])',
      /BotIntents of queue 1: the answer is not a list of rows/u,
    ],
  ])("by %s names what was asked for", async (_what, server, expression, message) => {
    const engine = connecting.open(server().url, serving.key("Administrator").key);
    const outcome = await engine.evaluate(expression.replace("URL", server().url));
    expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) as string } });
  });

  it("by a key that the server refuses asks for another one", async () => {
    expect(
      await connecting.open(serving.url(), "not-a-key").evaluate(`Chime.Report("${serving.url()}", "Queues")`),
    ).toMatchObject({ error: { reason: "Credential.Error" } });
  });

  it("and what leads to it are traced without the key", async () => {
    connecting.takeTraces();
    const { key } = serving.key("Administrator");
    await connectorEngine("Administrator").evaluate(`Chime.Report("${serving.url()}", "ChatHistory", [QueueId = 999])`);
    const traces = connecting.takeTraces();
    expect(traces.some((trace) => trace.includes("asking for ChatHistory of queue 999"))).toBe(true);
    expect(traces.some((trace) => trace.includes("there is no such queue"))).toBe(true);
    expect(traces.join()).not.toContain(key);
  });
});

describe("a report that the catalogue does not know", () => {
  const described = {
    name: "Escalations",
    title: "Escalations",
    scope: "queue",
    parameters: ["start", "stop", "queueId", "zone"],
    columns: [
      { name: "date", type: "date" },
      { name: "escalated", type: "integer" },
      { name: "weight", type: "tonnes" },
    ],
  };
  let newer: InFront;
  beforeAll(async () => {
    const json = (value: unknown) => ({ status: 200, body: JSON.stringify(value), headers: {} });
    newer = await serveInFront(serving.url(), {
      "/Chime/Report/GetQueueBasicReports": json([described, { name: "Plain", scope: "queue" }]),
      "/Chime/Report/GetAvailableGlobalReports": json([{ name: "Everything", scope: "global", parameters: [] }]),
      "/Chime/Report/Escalations": json([{ date: "2020-12-01", escalated: 3, weight: [1] }]),
      "/Chime/Report/Plain": json([
        { word: "a", count: 1 },
        { word: null, count: 2.5 },
      ]),
      "/Chime/Report/Everything": json([{ all: true }]),
    });
  });
  afterAll(() => newer.close());

  const open = (): Engine => connecting.open(newer.url, serving.key("Administrator").key);
  const folder = (key: string): string => `Chime.Contents("${newer.url}"){[Key = "${key}"]}[Data]`;

  it("stands in the navigation table beside the others, of a queue or global", async () => {
    const engine = open();
    const ofQueue = await load(engine, `Table.Column(${folder("1")}{[Key = "other"]}[Data], "Name")`);
    const global = await load(engine, `Table.Column(${folder("other")}, "Name")`);
    expect([ofQueue.rows, global.rows]).toEqual([[["Escalations"], ["Plain"]], [["Everything"]]]);
  });

  it("has the columns that the directory tells, of the kinds that are known", async () => {
    const { columns, rows } = await load(
      open(),
      `Table.RemoveColumns(${folder("1")}{[Key = "other"]}[Data]{[Key = "Escalations"]}[Data], {"weight"})`,
    );
    expect(columns.map(({ name, m }) => [name, m])).toEqual([
      ["date", "type nullable date"],
      ["escalated", "type nullable Int64.Type"],
    ]);
    expect(rows).toEqual([["2020-12-01", 3]]);
  });

  it("without them has those of its rows, and types that fit every row", async () => {
    const plain = await load(open(), `${folder("1")}{[Key = "other"]}[Data]{[Key = "Plain"]}[Data]`);
    expect(plain.columns.map(({ name, type }) => [name, type])).toEqual([
      ["word", "text"],
      ["count", "number"],
    ]);
    expect(plain.rows).toEqual([
      ["a", 1],
      [null, 2.5],
    ]);
    connecting.takeCalls();
    const global = await load(open(), `${folder("other")}{[Key = "Everything"]}[Data]`);
    expect(global.rows).toEqual([[true]]);
    const asked = connecting.takeCalls().find(({ pathname }) => pathname.endsWith("/Everything"))!;
    expect(asked.search).toBe("?zone=UTC");
  });
});
