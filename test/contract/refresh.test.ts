import { describe, expect, it } from "vitest";
import { findWarnings } from "../../connector/refresh/analysis/warnings.ts";
import { readTarget, runRefresh, type RefreshOptions, type RefreshResult } from "../../connector/refresh/index.ts";
import type { LoadedCell } from "../../connector/engine/index.ts";
import { parsePolicy } from "../../connector/refresh/policy/policy.ts";
import { checkCompleteness } from "./refresh-completeness.ts";
import { chatsBetween, projectWriter, startSpoiler, type Fault, type ProjectTable } from "./refreshing.ts";
import { now, serveDemo } from "./serving.ts";

const serving = serveDemo();
const writeProject = projectWriter();

type Rows = Readonly<Record<string, (readonly LoadedCell[])[]>>;

async function refresh(
  folder: string,
  options: Partial<RefreshOptions> = {},
): Promise<RefreshResult & { readonly rows: Rows }> {
  const rows: Record<string, (readonly LoadedCell[])[]> = {};
  const result = await runRefresh({
    target: await readTarget(folder),
    as: "service",
    url: serving.url(),
    key: serving.key("Administrator").key,
    now,
    onRows: (table, batch) => (rows[table] ??= []).push(...batch),
    ...options,
  });
  return { ...result, rows };
}

const november = `[QueueId = 1, Range = "custom", Start = #date(2020, 11, 1), Stop = #date(2020, 11, 30), Zone = "America/New_York"]`;

describe("a project", () => {
  const tables: readonly ProjectTable[] = [
    { name: "Volume", query: `Chime.Report(ServerUrl, "InboundVsAnsweredChats", ${november})` },
    { name: "Copy", query: 'Table.SelectColumns(Volume, {"date", "inbound"})' },
  ];

  it("asks once for what two tables need as Desktop, and for each by itself as the Service", async () => {
    const folder = writeProject(tables);
    const desktop = await refresh(folder, { as: "desktop" });
    const service = await refresh(folder);
    for (const { ok, rows } of [desktop, service]) {
      expect(ok).toBe(true);
      expect(rows["Volume"]).toHaveLength(30);
      expect(rows["Copy"]).toEqual(rows["Volume"]!.map(([date, inbound]) => [date, inbound]));
    }
    expect(desktop.calls).toHaveLength(1);
    const passes = service.calls.map(({ table, pass }) => `${table} ${pass}`).sort();
    // The connector knows the columns of its reports, so that only the rows cost a call.
    expect(passes).toEqual(["Copy data", "Volume data"]);
  });

  it("may join and group tables of the connector", async () => {
    const query = `let
    chats = Chime.Report(ServerUrl, "ChatHistory", ${november}),
    agents = Table.Distinct(Table.SelectColumns(Chime.Report(ServerUrl, "Agents"), {"agentId", "agentName"}), {"agentId"}),
    joined = Table.NestedJoin(Table.RemoveColumns(chats, {"agentName"}), {"agentId"}, agents, {"agentId"}, "agent", JoinKind.Inner),
    expanded = Table.ExpandTableColumn(joined, "agent", {"agentName"}),
    grouped = Table.Group(expanded, {"agentName"}, {{"chats", each Table.RowCount(_), Int64.Type}})
in
    Table.Sort(grouped, {{"agentName", Order.Ascending}})`;
    const { ok, rows } = await refresh(writeProject([{ name: "Load", query }]));
    expect(ok).toBe(true);
    const answer = await serving.get(
      "/Chime/Report/ChatHistory?queueId=1&start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z",
      serving.key("Administrator").key,
    );
    const counts = new Map<string, number>();
    for (const { agentName } of (await answer.json()) as { agentName: string | null }[]) {
      if (agentName !== null) counts.set(agentName, (counts.get(agentName) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(3);
    expect(new Map(rows["Load"] as [string, number][])).toEqual(counts);
  });

  it("is warned about an address that is known only when it runs, by file, line and column", async () => {
    const query = `let
    page = (number) => Web.Contents(ServerUrl & "/Chime/Api/GetQueues?page=" & Text.From(number)),
    read = Json.Document(page(1))
in
    #table(type table [queues = Int64.Type], {{List.Count(read)}})`;
    const folder = writeProject([{ name: "Pages", query }]);
    const { ok, warnings } = await refresh(folder);
    expect(ok).toBe(true);
    const [warning] = warnings.filter(({ code }) => code === "dynamic-data-source");
    expect(warning).toMatchObject({ table: "Pages", place: { line: 7, column: 41 } });
    expect(warning!.place!.file).toContain("Pages.tmdl");
  });

  it("fails with the place in its file, in the words of Desktop or the Service", async () => {
    const folder = writeProject([{ name: "Bad", query: 'let\n    a = 1 & "text"\nin\n    a' }]);
    const [desktop, service] = [await refresh(folder, { as: "desktop" }), await refresh(folder)];
    expect(service.tables[0]!.error).toMatchObject({
      place: { line: 7, column: 13 },
      shown:
        "Data source error: Expression.Error: We cannot apply operator & to types Number and Text. The exception was raised by the IDbCommand interface. Table: Bad.",
    });
    expect(desktop.tables[0]!.error!.shown).toBe(
      "OLE DB or ODBC error: [Expression.Error] We cannot apply operator & to types Number and Text.",
    );
  });

  it("fails where the model has a column that the query has not, and is warned of types that are lost", async () => {
    const body =
      "\n\tcolumn Day\n\t\tdataType: int64\n\t\tsourceColumn: date\n\n\tcolumn Gone\n\t\tsourceColumn: gone\n";
    const query = `Table.SelectColumns(Volume, {"date"})`;
    const missing = await refresh(writeProject([...tables, { name: "Days", body, query }]), { only: ["Days"] });
    expect(missing.tables[0]!.error!.shown).toBe("The 'gone' column does not exist in the rowset. Table: Days.");
    const typed = writeProject([...tables, { name: "Days", body: body.split("\n\tcolumn Gone")[0]!, query }]);
    const { ok, warnings, rows } = await refresh(typed, { only: ["d*s"] });
    expect(ok).toBe(true);
    expect(rows["Days"]![0]).toEqual(["2020-11-01"]);
    expect(warnings.find(({ code }) => code === "types-lost")!.message).toContain('"Day" (declared int64, and');
  });

  it("may have a table that a function fills by several queries, and parameters of its own", async () => {
    const body = "\n\tcolumn Queue\n\t\tdataType: string\n\t\tsourceColumn: queueName\n";
    const query = `Table.FirstN(ReadReport("Queues"), HowMany)`;
    const expressions = `expression ReadReport = (name as text) => Chime.Report(ServerUrl, name)\n\nexpression HowMany = 1 meta [IsParameterQuery=true, Type="Number"]\n`;
    const { rows, tables: results } = await refresh(writeProject([{ name: "Queues", body, query }], expressions), {
      values: { HowMany: "2" },
    });
    expect(results.map(({ name }) => name)).toEqual(["Queues"]);
    expect(rows["Queues"]!.map((row) => row.length)).toEqual([1, 1]);
  });
});

describe("an incremental refresh", () => {
  const policy = parsePolicy("store 1 month, refresh 1 day, complete");
  const folded = `Table.SelectRows(
    Chime.Report(ServerUrl, "ChatHistory", [QueueId = 1, Zone = "UTC"]),
    each [startedAt] >= DateTime.AddZone(RangeStart, 0) and [startedAt] < DateTime.AddZone(RangeEnd, 0)
)`;

  it("of one day by a filter that folds asks for that day only", async () => {
    const folder = writeProject([{ name: "Chats", query: folded }]);
    const first = await refresh(folder, { policies: { Chats: policy }, now: Date.parse("2020-11-04T03:00:00Z") });
    expect(first.tables[0]!.error).toBeUndefined();
    expect(first.tables[0]!.partitions.map(({ name }) => name)).toEqual([
      "2020Q410",
      "2020Q41101",
      "2020Q41102",
      "2020Q41103",
    ]);
    const next = await refresh(folder, {
      policies: { Chats: policy },
      state: first.state,
      now: Date.parse("2020-11-05T03:00:00Z"),
    });
    expect(next.tables[0]!.partitions.map(({ name, fate }) => `${name} ${fate}`)).toEqual([
      "2020Q410 kept",
      "2020Q41101 kept",
      "2020Q41102 kept",
      "2020Q41103 kept",
      "2020Q41104 loaded",
    ]);
    const asked = next.calls.filter(({ pass }) => pass === "data").map(({ url }) => new URL(url).searchParams);
    expect(asked.map((query) => [query.get("start"), query.get("stop")])).toEqual([
      ["2020-11-04T00:00:00.000Z", "2020-11-04T23:59:59.999Z"],
    ]);
    expect(next.warnings.map(({ code }) => code)).not.toContain("filter-not-folded");
  });

  it("by a filter that does not reach the server is warned about", async () => {
    const query = `let
    all = Json.Document(Web.Contents(ServerUrl, [RelativePath = "Chime/Report/ChatHistory", Query = [queueId = "1", start = "2020-11-01T00:00:00Z", stop = "2020-11-05T00:00:00Z"], Headers = [Authorization = "Bearer " & ChimeKey]])),
    chats = Table.FromRecords(all, type table [sessionId = Int64.Type, startedAt = text], MissingField.UseNull)
in
    Table.SelectRows(chats, each DateTimeZone.FromText([startedAt]) >= DateTime.AddZone(RangeStart, 0) and DateTimeZone.FromText([startedAt]) <= DateTime.AddZone(RangeEnd, 0))`;
    const policies = { "*": parsePolicy("store 1 day, refresh 2 days") };
    const result = await refresh(writeProject([{ name: "Chats", query }]), {
      policies,
      now: Date.parse("2020-11-03T03:00:00Z"),
    });
    expect(result.tables[0]!.error).toBeUndefined();
    expect(result.warnings.map(({ code }) => code)).toEqual([
      "filter-not-folded",
      "range-border",
      "repeated-request",
      "credentials-kind",
    ]);
    expect(JSON.stringify(result)).not.toContain(serving.key("Administrator").key);
  });

  it.each([
    [
      "over a column that was changed first",
      'Table.SelectRows(Table.TransformColumnTypes(Chime.Report(ServerUrl, "ChatHistory", [QueueId = 1]), {{"startedAt", type datetime}}), each [startedAt] >= RangeStart and [startedAt] < RangeEnd)',
      ["filter-not-folded", "default-window", "repeated-request"],
    ],
    [
      "over a column that does not date the rows",
      'Table.SelectRows(Chime.Report(ServerUrl, "FilesSent", [QueueId = 1]), each DateTimeZone.RemoveZone([sentAt]) >= RangeStart and DateTimeZone.RemoveZone([sentAt]) < RangeEnd)',
      ["filter-not-folded", "default-window", "repeated-request"],
    ],
    [
      "as options of the report",
      'Chime.Report(ServerUrl, "FilesSent", [QueueId = 1, RangeStart = RangeStart, RangeEnd = RangeEnd])',
      [],
    ],
  ])("%s is warned about where only the last 30 days were asked for", async (_claim, query, codes) => {
    const { ok, warnings } = await refresh(writeProject([{ name: "Rows", query }]), {
      policies: { "*": parsePolicy("store 2 days, refresh 2 days") },
    });
    expect(ok).toBe(true);
    const found = warnings.filter(({ code }) => code !== "gateway-needed");
    expect(found.map(({ code }) => code)).toEqual(codes);
    const place = warnings.find(({ code }) => code === "default-window")?.place;
    expect([place?.line, place?.column]).toEqual(codes.length === 0 ? [undefined, undefined] : [6, 5]);
  });

  it("of a query without the range is refused: every partition would hold the same rows", async () => {
    const folder = writeProject([{ name: "Queues", query: 'Chime.Report(ServerUrl, "Queues")' }]);
    const { ok, tables } = await refresh(folder, { policies: { Queues: policy } });
    expect(ok).toBe(false);
    expect(tables[0]!.error!.shown).toContain("does not use the parameters RangeStart and RangeEnd");
  });

  it.each([
    ["*", "the policy is of no table: none uses the parameters RangeStart and RangeEnd"],
    ["Chast", 'there is a policy for the table "Chast", which is not there'],
  ])("by a policy for %s that no table can have is refused", async (name, message) => {
    const folder = writeProject([{ name: "Queues", query: 'Chime.Report(ServerUrl, "Queues")' }]);
    await expect(refresh(folder, { policies: { [name]: policy } })).rejects.toThrow(message);
  });

  it("leaves alone what the polling expression says is unchanged", async () => {
    const body = `
	refreshPolicy
		policyType: basic
		rollingWindowGranularity: day
		rollingWindowPeriods: 2
		incrementalGranularity: day
		incrementalPeriods: 2
		incrementalPeriodsOffset: -1
		pollingExpression = List.Max(Chats[sessionId])
`;
    const folder = writeProject([{ name: "Chats", body, query: chatsBetween(undefined) }]);
    const at = Date.parse("2020-11-05T03:00:00Z");
    const first = await refresh(folder, { now: at });
    const second = await refresh(folder, { now: at + 60_000, state: first.state });
    expect(second.tables[0]!.partitions.map(({ fate }) => fate)).toEqual(["kept", "unchanged", "unchanged"].slice(1));
    expect(second.rows["Chats"]).toBeUndefined();
    expect(second.tables[0]!.rows).toBe(first.tables[0]!.rows);
  });

  it("holds exactly what the emulator has, whatever the policy, zone, instants and faults", async () => {
    await checkCompleteness(writeProject, "plain", 1);
  }, 120_000);
});

describe("a fault in the way", () => {
  it.each<[Fault, number, string | undefined]>([
    ["throttled", 1, undefined],
    ["unavailable", 2, undefined],
    ["throttled", 9, "failed to get contents"],
    ["cut", 1, "failed to get contents"],
    ["reset", 1, "failed to get contents"],
    ["malformed", 1, "DataFormat.Error"],
    ["refused", 1, "Credential.Error"],
  ])("of kind %s, %i times, ends in all rows or in an error that says so", async (fault, times, message) => {
    const spoiler = await startSpoiler(serving.url());
    try {
      spoiler.faultOf = (call) => (call < times ? fault : undefined);
      const folder = writeProject([{ name: "Chats", query: chatsBetween(undefined) }]);
      const { ok, rows, tables } = await refresh(folder, { as: "desktop", url: spoiler.url });
      expect(ok).toBe(message === undefined);
      if (message === undefined) {
        expect(rows["Chats"]!.length).toBeGreaterThan(10);
        expect(tables[0]!.retries).toBe(times);
      } else {
        expect(tables[0]!.error!.shown).toContain(message);
      }
    } finally {
      await spoiler.close();
    }
  });

  it("that takes longer than the Service lets a refresh run cuts it off", async () => {
    const folder = writeProject([
      { name: "Endless", query: "let forever = (n) => @forever(n + 1) in forever(0)" },
      { name: "Later", query: "1" },
    ]);
    const { ok, tables } = await refresh(folder, { limitMilliseconds: 1500, parallel: 1 });
    expect(ok).toBe(false);
    expect(tables.map(({ error }) => error!.shown)).toEqual([
      "The refresh was cancelled: imported semantic models time out after 2 hours (5 hours in Premium workspaces). Table: Endless.",
      "The refresh was cancelled: imported semantic models time out after 2 hours (5 hours in Premium workspaces). Table: Later.",
    ]);
  });
});

describe("calls over plain http", () => {
  it("are warned about unless they stay on this machine", async () => {
    const target = await readTarget(writeProject([{ name: "A", query: "1" }]));
    const call = {
      table: "A",
      partition: undefined,
      pass: "data",
      method: "GET",
      status: 200,
      failure: undefined,
      bytes: 1,
      startedAt: 0,
      milliseconds: 1,
      isRetry: false,
    } as const;
    const urls = [
      "http://127.0.0.1:1/a",
      "http://localhost/a",
      "https://chime.example/a",
      "http://chime.example:8080/a",
    ];
    const warnings = findWarnings({
      options: { target, as: "service" },
      connectors: [],
      plans: [],
      loaded: new Map(),
      calls: urls.map((url) => ({ ...call, url })),
      startedAt: now,
    });
    expect(warnings.map(({ code, message }) => [code, message.slice(0, 39)])).toEqual([
      ["plain-http", "the calls to chime.example:8080 go over"],
    ]);
  });
});
