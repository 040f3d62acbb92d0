import { describe, expect, it } from "vitest";
import type { Engine } from "../../connector/engine/index.ts";
import { datedBy } from "../../connector/generate/report-text.ts";
import { reportNames, reports, routeOf, type Report, type ReportName } from "../../emulator/catalogue/index.ts";
import { zoneClock } from "../../zones/index.ts";
import { connectShipped, load } from "./connecting.ts";
import { serveDemo } from "./serving.ts";

const serving = serveDemo();
const connecting = connectShipped();
let shared: Engine | undefined;
const engine = (): Engine => (shared ??= connecting.open(serving.url(), serving.key("Administrator").key));

/** A report of queue 1 by the clock of New York, where midnight is 05:00 UTC, and 04:00 before 1 November 2020. */
const report = (name: ReportName, options = ""): string => {
  const { scope }: Report = reports[name];
  const queue = scope === "queue" ? "QueueId = 1, " : "";
  return `Chime.Report("${serving.url()}", "${name}", [${queue}Zone = "America/New_York"${options}])`;
};

/** The windows that were asked for, as `start / stop`. */
function takeWindows(): string[] {
  return connecting
    .takeCalls()
    .map(({ searchParams }) => `${searchParams.get("start")!} / ${searchParams.get("stop")!}`);
}

const day = "2020-11-01T04:00:00.000Z / 2020-11-02T04:59:59.999Z";
/** The last 30 days before 15 December, 07:00 in New York. */
const thirtyDays = "2020-11-16T05:00:00.000Z / 2020-12-15T12:00:00.000Z";

describe("a filter on the column that dates a report's rows", () => {
  it.each<[ReportName, string, string]>([
    ["InboundVsAnsweredChats", "[date] = #date(2020, 11, 1)", day],
    ["InboundVsAnsweredChats", "[date] >= #date(2020, 11, 1) and [date] < #date(2020, 11, 2)", day],
    ["InboundVsAnsweredChats", "#date(2020, 10, 31) < [date] and #date(2020, 11, 1) >= [date]", day],
    [
      "InboundVsAnsweredChats",
      "[date] >= #datetime(2020, 11, 1, 0, 0, 0) and [date] < #datetime(2020, 11, 2, 0, 0, 0)",
      day,
    ],
    ["InboundVsAnsweredChats", "([date] = #date(2020, 11, 1)) and [inbound] > 0", day],
    [
      "InboundVsAnsweredChats",
      "[date] = #date(2020, 11, 1) or [date] = #date(2020, 11, 4)",
      "2020-11-01T04:00:00.000Z / 2020-11-05T04:59:59.999Z",
    ],
    ["InboundVsAnsweredChats", "[date] >= #date(2020, 12, 10)", "2020-12-10T05:00:00.000Z / 2020-12-16T04:59:59.999Z"],
    ["InboundVsAnsweredChats", "[date] < #date(2020, 11, 20)", "2020-11-16T05:00:00.000Z / 2020-11-20T04:59:59.999Z"],
    [
      "ChatHistory",
      "[startedAt] >= #datetime(2020, 11, 1, 0, 0, 0) and [startedAt] < #datetime(2020, 11, 2, 0, 0, 0)",
      day,
    ],
    [
      "ChatHistory",
      "[startedAt] >= #datetimezone(2020, 11, 1, 0, 0, 0, -4, 0) and [startedAt] < #datetimezone(2020, 11, 2, 0, 0, 0, -5, 0)",
      day,
    ],
    [
      "ChatHistory",
      "[startedAt] > #datetimezone(2020, 11, 1, 4, 0, 0, 0, 0) and [startedAt] <= #datetimezone(2020, 11, 1, 5, 0, 0, 0, 0)",
      "2020-11-01T04:00:00.001Z / 2020-11-01T05:00:00.000Z",
    ],
    ["ChatHistory", "[startedAt] >= Chime.ToUtc(RangeStart, zone) and [startedAt] < Chime.ToUtc(RangeEnd, zone)", day],
    ["ChatsByQueueAndDay", "[date] = #date(2020, 11, 1) and [queueId] = 1", day],
  ])("%s, each %s: becomes the window, and lets through what it did", async (name, filter, window) => {
    const lets = `RangeStart = #datetime(2020, 11, 1, 0, 0, 0), RangeEnd = #datetime(2020, 11, 2, 0, 0, 0), zone = "America/New_York"`;
    const folded = await load(engine(), `let ${lets} in Table.SelectRows(${report(name)}, each ${filter})`);
    expect(takeWindows()).toEqual([window]);
    // The same filter over rows that are no view; a parameter's date and time is compared with what the clock shows.
    const seen = `each if _ is date then _ & #time(0, 0, 0) else if _ is datetimezone then DateTimeZone.RemoveZone(_) else _`;
    const rows = `Table.StopFolding(${report(name, `, Range = "custom", Start = #date(2020, 10, 1), Stop = #date(2020, 12, 15)`)})`;
    const isDateTime = filter.includes("#datetime(");
    const column = name === "ChatHistory" ? "startedAt" : "date";
    const compared = isDateTime ? `Table.TransformColumns(${rows}, {{"${column}", ${seen}}})` : rows;
    const expected = await load(
      engine(),
      `let ${lets} in Table.RowCount(Table.SelectRows(${compared}, each ${filter} and [${column}] >= ${boundOf(name, isDateTime, window)}))`,
    );
    connecting.takeCalls();
    expect(folded.rows.length).toBeGreaterThan(0);
    expect([[folded.rows.length]]).toEqual(expected.rows);
  });

  /** Where the window begins, as a value that the column can be compared with. */
  function boundOf(name: string, isDateTime: boolean, window: string): string {
    const start = new Date(window.split(" / ")[0]!);
    const local = zoneClock("America/New_York").formatInstant(start.getTime());
    if (isDateTime) return `DateTime.FromText("${local.slice(0, 19)}", "en-US")`;
    return name === "ChatHistory"
      ? `DateTimeZone.FromText("${local}", "en-US")`
      : `Date.FromText("${local.slice(0, 10)}", "en-US")`;
  }

  it.each<[string, ReportName, string]>([
    ["another column", "InboundVsAnsweredChats", "[inbound] > 5"],
    ["a function of the column", "InboundVsAnsweredChats", "Date.Day([date]) = 20"],
    ["one side of an or", "InboundVsAnsweredChats", "[date] = #date(2020, 11, 20) or [inbound] > 100"],
    ["what is negated", "InboundVsAnsweredChats", "not ([date] < #date(2020, 11, 20))"],
  ])("%s leaves the window as it is", async (_claim, name, filter) => {
    const { rows } = await load(engine(), `Table.SelectRows(${report(name)}, each ${filter})`);
    expect(takeWindows()).toEqual([thirtyDays]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it("only narrows a window that was asked for by name", async () => {
    const source = report("InboundVsAnsweredChats", `, Range = "previous month"`);
    await load(
      engine(),
      `Table.SelectRows(${source}, each [date] >= #date(2020, 11, 28) and [date] < #date(2021, 1, 1))`,
    );
    expect(takeWindows()).toEqual(["2020-11-28T05:00:00.000Z / 2020-12-01T04:59:59.999Z"]);
  });

  it("asks nothing when no row can pass", async () => {
    const source = report("ChatHistory", `, Range = "previous month"`);
    const filter = "each [startedAt] >= #datetimezone(2020, 12, 1, 5, 0, 0, 0, 0)";
    const { columns, rows } = await load(engine(), `Table.SelectRows(${source}, ${filter})`);
    expect([columns.length, rows.length]).toEqual([reports.ChatHistory.columns.length, 0]);
    expect(takeWindows()).toEqual([]);
  });

  it("that ends before the default window begins says that it needs a beginning", async () => {
    const outcome = await engine().evaluate(
      `Table.SelectRows(${report("InboundVsAnsweredChats")}, each [date] < #date(2020, 11, 1))`,
    );
    expect(outcome).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("add a lower bound") as string },
    });
    expect(takeWindows()).toEqual([]);
  });

  it.each([
    [
      "before a time shown twice: up to the second one",
      "11, 1, 0, 0, 0",
      "11, 1, 1, 30, 0",
      "2020-11-01T04:00:00.000Z / 2020-11-01T06:30:00.000Z",
    ],
    [
      "from a time shown twice: from the first one",
      "11, 1, 1, 30, 0",
      "11, 1, 2, 0, 0",
      "2020-11-01T05:30:00.000Z / 2020-11-01T06:59:59.999Z",
    ],
    [
      "from a time that is skipped: from before the gap",
      "3, 8, 2, 30, 0",
      "3, 8, 4, 0, 0",
      "2020-03-08T06:30:00.000Z / 2020-03-08T07:59:59.999Z",
    ],
  ])("%s, so that no row is missing", async (_claim, from, to, window) => {
    const filter = `each [startedAt] >= #datetime(2020, ${from}) and [startedAt] < #datetime(2020, ${to})`;
    await load(engine(), `Table.SelectRows(${report("ChatHistory")}, ${filter})`);
    expect(takeWindows()).toEqual([window]);
  });
});

describe("rows that are not needed", () => {
  const year = `, Range = "custom", Start = #date(2020, 11, 1), Stop = #date(2021, 10, 31)`;

  it.each([
    ["the columns of a table", `Table.ColumnNames(REPORT)`],
    ["the types of a table", `Table.Schema(REPORT)[Name]`],
    ["the columns of chosen ones", `Table.ColumnNames(Table.SelectColumns(REPORT, {"startedAt", "outcome"}))`],
    ["no rows, as Power BI asks for the schema", "Table.FirstN(REPORT, 0)"],
  ])("%s cost no request", async (_claim, expression) => {
    await load(engine(), expression.replace("REPORT", report("ChatHistory", year)));
    expect(takeWindows()).toEqual([]);
  });

  it("of later months are not asked for: the first 20 of a year come from its first month", async () => {
    const { rows } = await load(engine(), `Table.FirstN(${report("ChatHistory", year)}, 20)`);
    expect(rows).toHaveLength(20);
    expect(takeWindows()).toEqual(["2020-11-01T04:00:00.000Z / 2020-12-01T04:59:59.999Z"]);
  });

  it("are not asked for to count the first ones", async () => {
    const { rows } = await load(engine(), `Table.RowCount(Table.FirstN(${report("ChatHistory", year)}, 20))`);
    expect(rows).toEqual([[20]]);
    expect(takeWindows()).toHaveLength(1);
  });

  it("chosen columns are those of the whole, in the order asked for", async () => {
    const source = report("ChatHistory");
    const chosen = await load(engine(), `Table.SelectColumns(${source}, {"outcome", "startedAt"})`);
    const whole = await load(engine(), `Table.StopFolding(${source})`);
    connecting.takeCalls();
    const [outcome, startedAt] = ["outcome", "startedAt"].map((name) =>
      whole.columns.findIndex((one) => one.name === name),
    );
    expect(chosen.rows).toEqual(whole.rows.map((row) => [row[outcome!], row[startedAt!]]));
    expect(chosen.columns).toEqual([whole.columns[outcome!], whole.columns[startedAt!]]);
  });

  it("a filter after the first rows were taken applies to those", async () => {
    const firsts = `Table.FirstN(${report("InboundVsAnsweredChats")}, 3)`;
    const { rows } = await load(engine(), `Table.SelectRows(${firsts}, each [date] = #date(2020, 11, 20))`);
    connecting.takeCalls();
    expect(rows).toEqual([]);
  });
});

describe("a long window", () => {
  const window = `, Range = "custom", Start = "2020-11-05T10:17:00.000Z", Stop = "2021-02-10T09:00:00.000Z"`;
  const dated = reportNames.filter((name) => datedBy(reports[name]) !== undefined);

  it("is cut where months begin in the zone, to the millisecond", async () => {
    await load(engine(), report("ChatHistory", window));
    expect(takeWindows()).toEqual([
      "2020-11-05T10:17:00.000Z / 2020-12-01T04:59:59.999Z",
      "2020-12-01T05:00:00.000Z / 2021-01-01T04:59:59.999Z",
      "2021-01-01T05:00:00.000Z / 2021-02-01T04:59:59.999Z",
      "2021-02-01T05:00:00.000Z / 2021-02-10T09:00:00.000Z",
    ]);
  });

  it.each(dated)("%s: the months together have every row of the whole, once", async (name) => {
    const { columns, rows } = await load(engine(), report(name, window));
    expect(takeWindows()).toHaveLength(4);
    const queue = reports[name].scope === "queue" ? "queueId=1&" : "";
    const query = `${queue}start=2020-11-05T10:17:00.000Z&stop=2021-02-10T09:00:00.000Z&zone=America/New_York`;
    const answer = await serving.get(`${routeOf(name)}?${query}`, serving.key("Administrator").key);
    const whole = (await answer.json()) as Record<string, unknown>[];
    const asText = (cells: readonly unknown[]): string =>
      JSON.stringify(
        cells.map((cell, index) => (columns[index]!.type === "datetimezone" ? new Date(cell as string) : cell)),
      );
    expect(whole.length).toBeGreaterThan(0);
    expect(rows.map(asText).sort()).toEqual(
      whole.map((row) => asText(columns.map(({ name: column }) => row[column]))).sort(),
    );
  });

  it.each(reportNames.filter((name) => reports[name].isWindowed && datedBy(reports[name]) === undefined))(
    "%s tells one answer of the whole window, and is not cut",
    async (name) => {
      await load(engine(), report(name, window));
      expect(takeWindows()).toEqual(["2020-11-05T10:17:00.000Z / 2021-02-10T09:00:00.000Z"]);
    },
  );

  it("is known from the catalogue: rows of a day or of a chat's start, and of nothing else", () => {
    expect(dated.map((name) => [datedBy(reports[name]), (reports[name] as Report).key.join()])).toEqual(
      dated.map((name) => {
        const key = (reports[name] as Report).key;
        return key.includes("date") ? ["date", key.join()] : ["startedAt", "sessionId"];
      }),
    );
    expect(dated).toContain("ChatHistory");
    expect(dated).not.toContain("FilesSent");
  });
});
