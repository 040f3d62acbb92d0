import { describe, expect, inject, it } from "vitest";
import { auditDemo, contents, countedSlowly, navigatedTo, refreshOf, stated } from "./auditing.ts";

const audited = auditDemo(() => inject("demoFile"));
const chats = `Chime.Report("URL", "ChatHistory", [QueueId = 1, Zone = "America/New_York"])`;
const oneDay = `Table.SelectRows(${chats}, each [startedAt] >= #datetime(2020, 11, 3, 0, 0, 0) and [startedAt] < #datetime(2020, 11, 4, 0, 0, 0))`;
/** A navigation table as the navigator shows it. */
const opened = (table: string): string => `Table.RemoveColumns(${table}, {"Data"})`;

/** `before` is what was asked for already to get there. */
const cases: readonly { what: string; expressions: readonly string[]; before?: string }[] = [
  { what: "opening the navigator", expressions: [opened(contents)] },
  {
    what: "opening a folder of reports in it",
    expressions: [opened(`${contents}{[Key = "1"]}[Data]{[Key = "basic"]}[Data]`)],
    before: opened(contents),
  },
  {
    what: "opening Other reports",
    expressions: [opened(`${contents}{[Key = "1"]}[Data]{[Key = "other"]}[Data]`)],
    before: opened(contents),
  },
  {
    what: "previewing a report from the navigator: its first 1,000 rows",
    expressions: [`Table.FirstN(${navigatedTo("ChatHistory")}, 1000)`],
  },
  { what: "previewing a report by `Chime.Report`", expressions: [`Table.FirstN(${chats}, 1000)`] },
  {
    what: "asking for the columns and types of a report by `Chime.Report`",
    expressions: [`Table.RemoveColumns(Table.Schema(${chats}), {"TypeName"})`, `Table.FirstN(${chats}, 0)`],
  },
  { what: "refreshing one day of an incremental refresh", expressions: refreshOf([oneDay]) },
];

describe("the requests that the guide states", () => {
  it.each(cases)("$what", async ({ what, expressions, before }) => {
    const rows = await audited(expressions);
    const rowsBefore = before === undefined ? [] : await audited([before]);
    expect(rows.length - rowsBefore.length).toBe(stated.get(what));
  });

  it("are each counted, here or in the slow suite", () => {
    expect([...cases.map(({ what }) => what), ...Object.keys(countedSlowly)].sort()).toEqual([...stated.keys()].sort());
  });

  it("one day of an incremental refresh asks for that day only", async () => {
    const [row] = await audited([oneDay]);
    expect(JSON.stringify(row)).toContain("2020-11-03T05:00:00.000Z");
    expect(JSON.stringify(row)).toContain("2020-11-04T04:59:59.999Z");
  });
});
