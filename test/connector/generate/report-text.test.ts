import { describe, expect, it } from "vitest";
import {
  categoriesExpression,
  conversions,
  datedBy,
  reportsExpression,
  tableType,
} from "../../../connector/generate/report-text.ts";
import { reportNames, reports, type ColumnKind, type Report } from "../../../emulator/catalogue/index.ts";

const kinds = ["text", "guid", "integer", "decimal", "seconds", "ratio", "logical", "instant", "date"] as const;

const everyKind: Report = {
  name: "EveryKind",
  title: 'Every "kind"',
  description: "A row.",
  definition: "Ours.",
  category: "basic",
  scope: "queue",
  isWindowed: true,
  columns: kinds.map((kind: ColumnKind, index) => ({
    name: `${kind}Cell`,
    kind,
    nullable: index % 2 === 1,
    additivity: "none",
    description: "",
  })),
  key: ["textCell", "integerCell"],
};

describe("a report as M", () => {
  it("has the M type of every column kind, nullable where the catalogue says so", () => {
    expect(tableType(everyKind)).toBe(
      `Type.AddTableKey(
    type table [
        textCell = text,
        guidCell = nullable text,
        integerCell = Int64.Type,
        decimalCell = nullable number,
        secondsCell = number,
        ratioCell = nullable number,
        logicalCell = logical,
        instantCell = nullable datetimezone,
        dateCell = date
    ],
    {"textCell", "integerCell"},
    true
)`,
    );
  });

  it("converts to the same types, as expressions", () => {
    expect(conversions(everyKind)).toBe(
      `{
    {"textCell", type text},
    {"guidCell", type text},
    {"integerCell", Int64.Type},
    {"decimalCell", type number},
    {"secondsCell", type number},
    {"ratioCell", type number},
    {"logicalCell", type logical},
    {"instantCell", type datetimezone},
    {"dateCell", type date}
}`,
    );
  });

  it("carries its title, category, scope, window, key and columns", () => {
    const text = reportsExpression([everyKind, reports.Queues]);
    expect(text).toContain('Title = "Every ""kind"""');
    expect(text).toMatch(/EveryKind = \[[^\]]*Category = "basic",\s+IsPerQueue = true,\s+IsWindowed = true/);
    expect(text).toMatch(/Queues = \[[^\]]*Category = "global",\s+IsPerQueue = false,\s+IsWindowed = false/);
    expect(text).toContain('Key = {"textCell", "integerCell"}');
    expect(text).toContain(
      'Columns = "textCell:text guidCell:guid? integerCell:integer decimalCell:decimal? secondsCell:seconds ratioCell:ratio? logicalCell:logical instantCell:instant? dateCell:date"',
    );
  });

  it("the categories are those of the reports of queues, in the order of the directories", () => {
    const catalogue = reportNames.map((name) => reports[name]);
    expect(categoriesExpression([reports.AgentEfficiency, reports.Queues, everyKind])).toBe(
      '[basic = "Basic statistics", agent = "Agent efficiency and load"]',
    );
    expect(categoriesExpression(catalogue)).not.toContain("global");
  });
});

describe("the column that dates a report's rows", () => {
  it.each([
    { report: reports.InboundVsAnsweredChats, column: "date", because: "a row is a day" },
    { report: reports.AgentLoad, column: "date", because: "a row is an agent's day" },
    {
      report: reports.ChatHistory,
      column: "startedAt",
      because: "a row is a chat, which belongs to the window by its start",
    },
    { report: reports.ConcurrentChats, column: "date", because: "the day is the key, and busiestAt is not" },
    {
      report: reports.FilesSent,
      column: undefined,
      because: "a file is sent at another instant than its chat's start",
    },
    { report: reports.GuestWaitingTime, column: undefined, because: "the histogram tells of the whole window" },
    {
      report: reports.AgentAvailability,
      column: undefined,
      because: "firstOnlineAt is an answer, not a place in the window",
    },
    { report: reports.Queues, column: undefined, because: "a dimension has no window" },
  ])("of $report.name is $column: $because", ({ report, column }) => {
    expect(datedBy(report)).toBe(column);
  });
});
