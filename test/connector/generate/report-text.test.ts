import { describe, expect, it } from "vitest";
import { categoriesMember, conversions, reportsMember, tableType } from "../../../connector/generate/report-text.ts";
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

  it("carries its title, category, scope and window", () => {
    const text = reportsMember([everyKind, reports.Queues]);
    expect(text).toContain('Title = "Every ""kind"""');
    expect(text).toMatch(/EveryKind = \[[^\]]*Category = "basic",\s+IsPerQueue = true,\s+IsWindowed = true/);
    expect(text).toMatch(/Queues = \[[^\]]*Category = "global",\s+IsPerQueue = false,\s+IsWindowed = false/);
  });

  it("the categories are those of the reports of queues, in the order of the directories", () => {
    const catalogue = reportNames.map((name) => reports[name]);
    expect(categoriesMember([reports.AgentEfficiency, reports.Queues, everyKind])).toContain(
      '[basic = "Basic statistics", agent = "Agent efficiency and load"]',
    );
    expect(categoriesMember(catalogue)).not.toContain("global");
  });
});
