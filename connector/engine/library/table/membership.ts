import type { FunctionDeclaration } from "../declaration.ts";
import { force, type Cell } from "../../values/cell.ts";
import { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import { readList } from "../list/arguments.ts";
import { MatchCounter, type Matcher } from "../list/equation.ts";
import { positionsOf } from "../list/membership.ts";
import { fold } from "./folding.ts";
import { sortingOf } from "./ordering.ts";
import { readRowEquation, rowMatchesRecord } from "./row-equation.ts";
import { readRecord, rowsOfRecords } from "./rows.ts";

/** "Membership" of Microsoft's table functions. Records are compared with rows by the fields that they have. */
export const membership: readonly FunctionDeclaration[] = [
  {
    signature: "Table.Contains(table as table, row as record, optional equationCriteria as any) as logical",
    summary: "Whether a record occurs as a row.",
    examples: [
      { usage: 'Table.Contains(#table({"a", "b"}, {{1, "x"}}), [b = "x"])', output: "true" },
      { usage: 'Table.Contains(#table({"a", "b"}, {{1, "x"}}), [a = 2, b = "x"])', output: "false" },
      { usage: 'Table.Contains(#table({"a", "b"}, {{1, "x"}}), [a = 2, b = "x"], "b")', output: "true" },
    ],
    call: (table: TableValue, row: RecordValue, criteria: Value) => contains(table, row, criteria),
  },
  {
    signature: "Table.ContainsAll(table as table, rows as list, optional equationCriteria as any) as logical",
    summary: "Whether every one of several records occurs as a row.",
    examples: [{ usage: 'Table.ContainsAll(#table({"a"}, {{1}, {2}}), {[a = 2], [a = 3]})', output: "false" }],
    call: (table: TableValue, rows: ListValue, criteria: Value) => {
      for (const cell of rows.cells()) if (!contains(table, readRecord(cell), criteria)) return false;
      return true;
    },
  },
  {
    signature: "Table.ContainsAny(table as table, rows as list, optional equationCriteria as any) as logical",
    summary: "Whether at least one of several records occurs as a row.",
    examples: [{ usage: 'Table.ContainsAny(#table({"a"}, {{1}, {2}}), {[a = 2], [a = 3]})', output: "true" }],
    call: (table: TableValue, rows: ListValue, criteria: Value) => {
      for (const cell of rows.cells()) if (contains(table, readRecord(cell), criteria)) return true;
      return false;
    },
  },
  {
    signature: "Table.Distinct(table as table, optional equationCriteria as any) as table",
    summary: "The rows without those that equal an earlier one, in all columns or in some.",
    examples: [
      {
        usage: 'Table.Distinct(#table({"a", "b"}, {{1, 1}, {1, 2}, {1, 1}}))',
        output: '#table({"a", "b"}, {{1, 1}, {1, 2}})',
      },
      { usage: 'Table.Distinct(#table({"a", "b"}, {{1, 1}, {1, 2}}), "a")', output: '#table({"a", "b"}, {{1, 1}})' },
      {
        usage: 'Table.Distinct(#table({"a"}, {{"x"}, {"X"}}), {"a", Comparer.OrdinalIgnoreCase})',
        output: '#table({"a"}, {{"x"}})',
      },
    ],
    call: (table: TableValue, criteria: Value) => {
      const columns = readDistinctColumns(table, criteria);
      const folded = columns && fold(table, "OnDistinct", () => [ListValue.of(columns)]);
      if (folded) return folded;
      const matcher = readRowEquation(table, criteria);
      // Duplicates of columns are removed before a sort that is not buffered: the first of the source stays, not the first in order.
      const sorting = columns && sortingOf(table);
      if (!sorting) return table.withRows(() => distinctRows(table.rows(), matcher));
      return table.withRows(() => sorting.sort(Array.from(distinctRows(sorting.source.rows(), matcher))));
    },
  },
  {
    signature: "Table.IsDistinct(table as table, optional comparisonCriteria as any) as logical",
    summary: "Whether no row equals another, in all columns or in some.",
    examples: [
      { usage: 'Table.IsDistinct(#table({"a", "b"}, {{1, 1}, {1, 2}}))', output: "true" },
      { usage: 'Table.IsDistinct(#table({"a", "b"}, {{1, 1}, {1, 2}}), "a")', output: "false" },
    ],
    call: (table: TableValue, criteria: Value) => {
      const seen = new MatchCounter(readRowEquation(table, criteria));
      for (const row of table.rows()) if (seen.add(row) > 1) return false;
      return true;
    },
  },
  {
    signature:
      "Table.PositionOf(table as table, row as record, optional occurrence as any, optional equationCriteria as any) as any",
    summary: "Where a record occurs as a row, from 0: its first, last or all positions; -1 when it does not.",
    examples: [
      { usage: 'Table.PositionOf(#table({"a"}, {{1}, {2}, {1}}), [a = 1])', output: "0" },
      { usage: 'Table.PositionOf(#table({"a"}, {{1}, {2}, {1}}), [a = 1], Occurrence.All)', output: "{0, 2}" },
    ],
    call: (table: TableValue, row: RecordValue, occurrence: Value, criteria: Value) =>
      positionsOf(table.rows(), rowMatchesRecord(table, row, criteria), plain(occurrence)),
  },
  {
    signature:
      "Table.PositionOfAny(table as table, rows as list, optional occurrence as nullable Occurrence.Type, optional equationCriteria as any) as any",
    summary: "Where one of several records occurs as a row, from 0: the first, last or all positions; -1 for none.",
    examples: [
      { usage: 'Table.PositionOfAny(#table({"a"}, {{1}, {2}, {3}}), {[a = 3], [a = 2]})', output: "1" },
      { usage: 'Table.PositionOfAny(#table({"a"}, {{1}}), {[a = 3]}, Occurrence.All)', output: "{}" },
    ],
    call: (table: TableValue, rows: ListValue, occurrence: Plain, criteria: Value) =>
      positionsOf(table.rows(), anyTest(table, rows, criteria), occurrence),
  },
  {
    signature: "Table.RemoveMatchingRows(table as table, rows as list, optional equationCriteria as any) as table",
    summary: "The rows that equal none of several records.",
    examples: [
      {
        usage: 'Table.RemoveMatchingRows(#table({"a", "b"}, {{1, 2}, {3, 4}, {1, 6}}), {[a = 1]}, "a")',
        output: '#table({"a", "b"}, {{3, 4}})',
      },
    ],
    call: (table: TableValue, rows: ListValue, criteria: Value) => {
      const isRemoved = anyTest(table, rows, criteria);
      return table.withRows(function* () {
        for (const row of table.rows()) if (!isRemoved(row)) yield row;
      });
    },
  },
  {
    signature:
      "Table.ReplaceMatchingRows(table as table, replacements as list, optional equationCriteria as any) as table",
    summary: "The table with every row that equals the first of a pair of records replaced by the second.",
    examples: [
      {
        usage: 'Table.ReplaceMatchingRows(#table({"a"}, {{1}, {2}, {1}}), {{[a = 1], [a = -1]}})',
        output: '#table({"a"}, {{-1}, {2}, {-1}})',
      },
    ],
    call: replaceMatching,
  },
];

function* distinctRows(rows: Iterable<Row>, matcher: Matcher<Row>): Iterable<Row> {
  const seen = new MatchCounter(matcher);
  for (const row of rows) if (seen.add(row) === 1) yield row;
}

function contains(table: TableValue, record: RecordValue, criteria: Value): boolean {
  const isWanted = rowMatchesRecord(table, record, criteria);
  for (const row of table.rows()) if (isWanted(row)) return true;
  return false;
}

function anyTest(table: TableValue, records: ListValue, criteria: Value): (row: Row) => boolean {
  const tests = Array.from(records.cells(), (cell) => rowMatchesRecord(table, readRecord(cell), criteria));
  return (row) => tests.some((test) => test(row));
}

function replaceMatching(table: TableValue, replacements: ListValue, criteria: Value): TableValue {
  const pairs = Array.from(replacements.cells(), (cell: Cell) => {
    const [from = null, to = null] = readList(cell).toArray().map(force);
    return {
      isReplaced: rowMatchesRecord(table, readRecord(from), criteria),
      row: rowsOfRecords(table, [to])[0]!,
    };
  });
  return table.withRows(function* () {
    for (const row of table.rows()) yield pairs.find((pair) => pair.isReplaced(row))?.row ?? row;
  });
}

/** Equation criteria that are nothing but columns; `undefined` when there is more to them. */
function readDistinctColumns(table: TableValue, criteria: Value): readonly string[] | undefined {
  const given = plain(criteria);
  if (given === null) return table.columns;
  if (typeof given === "string") return [given];
  if (!(given instanceof ListValue)) return undefined;
  const names = Array.from(given.cells(), read);
  return names.every((name): name is string => typeof name === "string") ? names : undefined;
}
