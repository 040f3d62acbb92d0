import { holds, holdsOrNull, readCount, readCountOrCondition } from "../list/arguments.ts";
import { hasError } from "../list/buffer.ts";
import { alternated, skippedWhile, sliced, startOfTail, takenWhile } from "../list/lazy.ts";
import { containsText } from "../list/selection.ts";
import { force } from "../../values/cell.ts";
import { argumentOutOfRange, notEnoughElements, tooManyElements } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import type { ListValue } from "../../values/list.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { read, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readNames } from "../list/arguments.ts";
import { fold } from "./folding.ts";
import { firstRow } from "./information.ts";

/** Those of "Row operations" of Microsoft's table functions that choose rows. */
export const rowSelection: readonly FunctionDeclaration[] = [
  {
    signature: "Table.AlternateRows(table as table, offset as number, skip as number, take as number) as table",
    summary: "Keeps the first `offset` rows, then leaves out and keeps rows in turn.",
    examples: [
      {
        usage: 'Table.AlternateRows(#table({"a"}, {{1}, {2}, {3}, {4}, {5}}), 1, 1, 1)',
        output: '#table({"a"}, {{1}, {3}, {5}})',
      },
    ],
    call: (table: TableValue, offset: number, skip: number, take: number) => {
      const [first, skipped, taken] = [readCount(offset, "offset"), readCount(skip, "skip"), readCount(take, "take")];
      return table.withRows(() => alternated(table.rows(), first, skipped, taken));
    },
  },
  {
    signature: "Table.FindText(table as table, text as text) as table",
    summary: "The rows in which a text occurs.",
    examples: [
      {
        usage: 'Table.FindText(#table({"a", "b"}, {{1, "Help desk"}, {2, "Sales"}}), "desk")',
        output: '#table({"a", "b"}, {{1, "Help desk"}})',
      },
    ],
    call: (table: TableValue, text: string) =>
      filterRows(table, (row) => row.some((cell) => containsText(read(cell), text))),
  },
  {
    signature: "Table.First(table as table, optional default as any) as any",
    summary: "The first row as a record; the default when there is none.",
    examples: [
      { usage: 'Table.First(#table({"a"}, {{1}, {2}}))', output: "[a = 1]" },
      { usage: 'Table.First(#table({"a"}, {}), "none")', output: '"none"' },
    ],
    call: (table: TableValue, whenEmpty: Value) => {
      const row = firstRow(takeRows(table, 1));
      return row === undefined ? whenEmpty : table.record(row);
    },
  },
  {
    signature: "Table.FirstN(table as table, countOrCondition as any) as table",
    summary: "The first rows: so many, or as long as a condition holds.",
    examples: [
      { usage: 'Table.FirstN(#table({"a"}, {{1}, {2}, {3}}), 2)', output: '#table({"a"}, {{1}, {2}})' },
      { usage: 'Table.FirstN(#table({"a"}, {{1}, {5}, {2}}), each [a] < 3)', output: '#table({"a"}, {{1}})' },
    ],
    call: (table: TableValue, countOrCondition: Value) => {
      const limit = readCountOrCondition(countOrCondition, 1);
      if (typeof limit === "number") return takeRows(table, limit);
      return table.withRows(() => takenWhile(table.rows(), rowTest(table, limit)));
    },
  },
  {
    signature: "Table.FirstValue(table as table, optional default as any) as any",
    summary: "The first cell of the first row; the default when there is none.",
    examples: [
      { usage: 'Table.FirstValue(#table({"a", "b"}, {{7, 8}}))', output: "7" },
      { usage: 'Table.FirstValue(#table({"a"}, {}), 0)', output: "0" },
    ],
    call: (table: TableValue, whenEmpty: Value) => {
      const cell = firstRow(takeRows(table, 1))?.[0];
      return cell === undefined ? whenEmpty : force(cell);
    },
  },
  {
    signature: "Table.Last(table as table, optional default as any) as any",
    summary: "The last row as a record; the default when there is none.",
    examples: [
      { usage: 'Table.Last(#table({"a"}, {{1}, {2}}))', output: "[a = 2]" },
      { usage: 'Table.Last(#table({"a"}, {}), 0)', output: "0" },
    ],
    call: (table: TableValue, whenEmpty: Value) => {
      let last: Row | undefined;
      for (const row of table.rows()) last = row;
      return last === undefined ? whenEmpty : table.record(last);
    },
  },
  {
    signature: "Table.LastN(table as table, countOrCondition as any) as table",
    summary: "The last rows: so many, or as long as a condition holds from the end.",
    examples: [
      { usage: 'Table.LastN(#table({"a"}, {{1}, {2}, {3}}), 2)', output: '#table({"a"}, {{2}, {3}})' },
      { usage: 'Table.LastN(#table({"a"}, {{9}, {1}, {8}}), each [a] > 5)', output: '#table({"a"}, {{8}})' },
    ],
    call: (table: TableValue, countOrCondition: Value) => {
      const limit = readCountOrCondition(countOrCondition, 1);
      return table.withRows(() => {
        const rows = table.toArray();
        return rows.slice(endStart(table, rows, limit));
      });
    },
  },
  {
    signature: "Table.MatchesAllRows(table as table, condition as function) as logical",
    summary: "Whether a condition holds for every row.",
    examples: [{ usage: 'Table.MatchesAllRows(#table({"a"}, {{2}, {4}}), each Number.IsEven([a]))', output: "true" }],
    call: (table: TableValue, condition: FunctionValue) => {
      const test = rowTest(table, condition);
      for (const row of table.rows()) if (!test(row)) return false;
      return true;
    },
  },
  {
    signature: "Table.MatchesAnyRows(table as table, condition as function) as logical",
    summary: "Whether a condition holds for at least one row.",
    examples: [{ usage: 'Table.MatchesAnyRows(#table({"a"}, {{1}, {3}}), each Number.IsEven([a]))', output: "false" }],
    call: (table: TableValue, condition: FunctionValue) => {
      const test = rowTest(table, condition);
      for (const row of table.rows()) if (test(row)) return true;
      return false;
    },
  },
  {
    signature: "Table.Range(table as table, offset as number, optional count as nullable number) as table",
    summary: "The rows from a position on, all or so many of them.",
    examples: [
      { usage: 'Table.Range(#table({"a"}, {{1}, {2}, {3}, {4}}), 1, 2)', output: '#table({"a"}, {{2}, {3}})' },
    ],
    call: (table: TableValue, offset: number, count: number | null) => {
      const from = readCount(offset, "offset");
      const rest = from === 0 ? table : dropRows(table, from);
      return count === null ? rest : takeRows(rest, readCount(count, "count"));
    },
  },
  {
    signature: "Table.RemoveFirstN(table as table, optional countOrCondition as any) as table",
    summary: "The table without its first rows: one, so many, or as long as a condition holds.",
    examples: [
      { usage: 'Table.RemoveFirstN(#table({"a"}, {{1}, {2}, {3}}), 2)', output: '#table({"a"}, {{3}})' },
      {
        usage: 'Table.RemoveFirstN(#table({"a"}, {{1}, {9}, {2}}), each [a] < 5)',
        output: '#table({"a"}, {{9}, {2}})',
      },
    ],
    call: skipRows,
  },
  {
    signature: "Table.RemoveLastN(table as table, optional countOrCondition as any) as table",
    summary: "The table without its last rows: one, so many, or as long as a condition holds from the end.",
    examples: [{ usage: 'Table.RemoveLastN(#table({"a"}, {{1}, {2}, {3}}))', output: '#table({"a"}, {{1}, {2}})' }],
    call: (table: TableValue, countOrCondition: Value) => {
      const limit = readCountOrCondition(countOrCondition, 1);
      return table.withRows(() => {
        const rows = table.toArray();
        return rows.slice(0, endStart(table, rows, limit));
      });
    },
  },
  {
    signature: "Table.RemoveRows(table as table, offset as number, optional count as nullable number) as table",
    summary: "The table without the row at a position, or so many from there.",
    examples: [
      { usage: 'Table.RemoveRows(#table({"a"}, {{1}, {2}, {3}, {4}}), 1, 2)', output: '#table({"a"}, {{1}, {4}})' },
    ],
    call: (table: TableValue, offset: number, count: number | null) => {
      const from = readCount(offset, "offset");
      const end = from + readCount(count ?? 1, "count");
      return table.withRows(function* () {
        let position = 0;
        for (const row of table.rows()) {
          if (position < from || position >= end) yield row;
          position++;
        }
        if (position < from) throw argumentOutOfRange("offset", offset);
      });
    },
  },
  {
    signature: "Table.RemoveRowsWithErrors(table as table, optional columns as nullable list) as table",
    summary: "The rows none of whose cells, or none in these columns, is an error.",
    examples: [
      {
        usage: 'Table.RemoveRowsWithErrors(#table({"a"}, {{1}, {error "broken"}, {3}}))',
        output: '#table({"a"}, {{1}, {3}})',
      },
    ],
    call: (table: TableValue, columns: ListValue | null) => {
      const isBroken = errorTest(table, columns);
      return filterRows(table, (row) => !isBroken(row));
    },
  },
  {
    signature: "Table.SelectRows(table as table, condition as function) as table",
    summary: "The rows for which a condition holds.",
    examples: [
      {
        usage: 'Table.SelectRows(#table({"a", "b"}, {{1, "x"}, {5, "y"}}), each [a] > 2)',
        output: '#table({"a", "b"}, {{5, "y"}})',
      },
      {
        usage: 'Table.SelectRows(#table({"a"}, {{1}, {null}, {5}}), each [a] > 2)',
        output: '#table({"a"}, {{5}})',
      },
    ],
    // A filter over a column with nulls drops them: null is not an error here, as it is elsewhere.
    call: (table: TableValue, condition: FunctionValue) =>
      fold(table, "OnSelectRows", () => [condition]) ??
      filterRows(table, (row) => holdsOrNull(condition, table.record(row)) === true),
  },
  {
    signature: "Table.SelectRowsWithErrors(table as table, optional columns as nullable list) as table",
    summary: "The rows with an error in at least one cell, or in one of these columns.",
    examples: [
      {
        usage: 'Table.SelectRowsWithErrors(#table({"a", "b"}, {{1, 1}, {2, error "broken"}}))[a]',
        output: "{2}",
      },
    ],
    call: (table: TableValue, columns: ListValue | null) => filterRows(table, errorTest(table, columns)),
  },
  {
    signature: "Table.SingleRow(table as table) as record",
    summary: "The only row of a table of one.",
    examples: [
      { usage: 'Table.SingleRow(#table({"a"}, {{1}}))', output: "[a = 1]" },
      {
        usage: 'Table.SingleRow(#table({"a"}, {{1}, {2}}))',
        output: 'error "There were too many elements in the enumeration to complete the operation."',
      },
    ],
    call: (table: TableValue) => {
      const [only, other] = Array.from(sliced(table.rows(), 0, 2));
      if (only === undefined) throw notEnoughElements();
      if (other !== undefined) throw tooManyElements();
      return table.record(only);
    },
  },
  {
    signature: "Table.Skip(table as table, optional countOrCondition as any) as table",
    summary: "The table without its first rows: one, so many, or as long as a condition holds.",
    examples: [{ usage: 'Table.Skip(#table({"a"}, {{1}, {2}, {3}}), 1)', output: '#table({"a"}, {{2}, {3}})' }],
    call: skipRows,
  },
];

function skipRows(table: TableValue, countOrCondition: Value): TableValue {
  const limit = readCountOrCondition(countOrCondition, 1);
  if (typeof limit === "number") return dropRows(table, limit);
  return table.withRows(() => skippedWhile(table.rows(), rowTest(table, limit)));
}

/** The first rows, so many. */
function takeRows(table: TableValue, count: number): TableValue {
  // No rows need no source, not even a view's.
  if (count === 0) return table.withRows([]);
  return fold(table, "OnTake", () => [count]) ?? table.withRows(() => sliced(table.rows(), 0, count));
}

function dropRows(table: TableValue, count: number): TableValue {
  return fold(table, "OnSkip", () => [count]) ?? table.withRows(() => sliced(table.rows(), count));
}

function endStart(table: TableValue, rows: readonly Row[], limit: number | FunctionValue): number {
  if (typeof limit === "number") return Math.max(rows.length - limit, 0);
  return startOfTail(rows, rowTest(table, limit));
}

function errorTest(table: TableValue, columns: ListValue | null): (row: Row) => boolean {
  if (columns === null) return (row) => row.some(hasError);
  const positions = readNames(columns).map((name) => table.position(name));
  return (row) => positions.some((position) => hasError(row[position]!));
}

/** A condition on records as a test of rows. */
export function rowTest(table: TableValue, condition: FunctionValue): (row: Row) => boolean {
  return (row) => holds(condition, table.record(row));
}

function filterRows(table: TableValue, test: (row: Row) => boolean): TableValue {
  return table.withRows(function* () {
    for (const row of table.rows()) if (test(row)) yield row;
  });
}
