import type { FunctionDeclaration } from "../declaration.ts";
import { force } from "../../values/cell.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain, read, type Value } from "../../values/value.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { checkOptions, readCountOrCondition, readMember, readOption } from "../list/arguments.ts";
import { comparisonOf, extremeOf, readCriteria, sortBy, sortDownBy, type Criterion } from "../list/comparison.ts";
import { takenWhile } from "../list/lazy.ts";
import { columnsOf, tableOf } from "./columns.ts";
import { fold } from "./folding.ts";
import { rowTest } from "./row-selection.ts";

/** "Ordering" of Microsoft's table functions. Rows that compare alike keep their order. */
export const ordering: readonly FunctionDeclaration[] = [
  {
    signature:
      "Table.AddRankColumn(table as table, newColumnName as text, comparisonCriteria as any, optional options as nullable record) as table",
    summary:
      "The table in order, with a column of ranks from 1; rows that compare alike share one, as `RankKind` says.",
    examples: [
      {
        usage: 'Table.AddRankColumn(#table({"n"}, {{5}, {9}, {9}, {1}}), "rank", {"n", Order.Descending})',
        output: '#table({"n", "rank"}, {{9, 1}, {9, 1}, {5, 3}, {1, 4}})',
      },
      {
        usage:
          'Table.AddRankColumn(#table({"n"}, {{5}, {9}, {9}, {1}}), "rank", {"n", Order.Descending}, [RankKind = RankKind.Dense])[rank]',
        output: "{1, 1, 2, 3}",
      },
    ],
    call: addRank,
  },
  {
    signature: "Table.Max(table as table, comparisonCriteria as any, optional default as any) as any",
    summary: "The greatest row as a record; the default when there is none.",
    examples: [
      { usage: 'Table.Max(#table({"a", "b"}, {{2, "x"}, {6, "y"}}), "a")', output: '[a = 6, b = "y"]' },
      { usage: 'Table.Max(#table({"a"}, {}), "a", -1)', output: "-1" },
    ],
    call: (table: TableValue, criteria: Value, whenEmpty: Value) => extremeRow(table, criteria, "greatest", whenEmpty),
  },
  {
    signature: "Table.MaxN(table as table, comparisonCriteria as any, countOrCondition as any) as table",
    summary: "The greatest rows, from the greatest down: so many, or as long as a condition holds.",
    examples: [
      { usage: 'Table.MaxN(#table({"a"}, {{2}, {0}, {6}}), "a", each [a] > 0)', output: '#table({"a"}, {{6}, {2}})' },
      { usage: 'Table.MaxN(#table({"a"}, {{2}, {0}, {6}}), "a", 1)', output: '#table({"a"}, {{6}})' },
    ],
    call: (table: TableValue, criteria: Value, countOrCondition: Value) =>
      leading(table, countOrCondition, () => sortDownBy(table.toArray(), rowCriteria(table, criteria))),
  },
  {
    signature: "Table.Min(table as table, comparisonCriteria as any, optional default as any) as any",
    summary: "The least row as a record; the default when there is none.",
    examples: [{ usage: 'Table.Min(#table({"a", "b"}, {{2, "x"}, {6, "y"}}), "a")', output: '[a = 2, b = "x"]' }],
    call: (table: TableValue, criteria: Value, whenEmpty: Value) => extremeRow(table, criteria, "least", whenEmpty),
  },
  {
    signature: "Table.MinN(table as table, comparisonCriteria as any, countOrCondition as any) as table",
    summary: "The least rows, from the least up: so many, or as long as a condition holds.",
    examples: [{ usage: 'Table.MinN(#table({"a"}, {{2}, {0}, {6}}), "a", 2)', output: '#table({"a"}, {{0}, {2}})' }],
    call: (table: TableValue, criteria: Value, countOrCondition: Value) =>
      leading(table, countOrCondition, () => sortBy(table.toArray(), rowCriteria(table, criteria))),
  },
  {
    signature: "Table.Sort(table as table, comparisonCriteria as any) as table",
    summary: "The rows in the order of one column or several, each with a direction, or of functions.",
    examples: [
      { usage: 'Table.Sort(#table({"a"}, {{2}, {1}}), "a")', output: '#table({"a"}, {{1}, {2}})' },
      {
        usage: 'Table.Sort(#table({"a", "b"}, {{1, 1}, {2, 1}, {2, 2}}), {{"a", Order.Descending}, "b"})',
        output: '#table({"a", "b"}, {{2, 1}, {2, 2}, {1, 1}})',
      },
      { usage: 'Table.Sort(#table({"a"}, {{-3}, {1}}), each Number.Abs([a]))', output: '#table({"a"}, {{1}, {-3}})' },
    ],
    call: (table: TableValue, criteria: Value) => {
      const columns = readSortColumns(criteria);
      const folded = columns && fold(table, "OnSort", () => [ListValue.of(columns)]);
      if (folded) return folded;
      const order = rowCriteria(table, criteria);
      const sorting = { source: table, sort: (rows: readonly Row[]) => sortBy(rows, order) };
      const sorted = table.withRows(() => sorting.sort(table.toArray()));
      sortings.set(sorted, sorting);
      return sorted;
    },
  },
];

/** How a table came about by sorting another. */
type Sorting = { readonly source: TableValue; readonly sort: (rows: readonly Row[]) => readonly Row[] };

const sortings = new WeakMap<TableValue, Sorting>();

/** How `Table.Sort` made a table; `undefined` for a table that it did not make, a buffered one included. */
export function sortingOf(table: TableValue): Sorting | undefined {
  return sortings.get(table);
}

/** Criteria that are nothing but columns and directions, as a view is given them: records of `Name` and `Order`. */
function readSortColumns(criteria: Value): RecordValue[] | undefined {
  const given = plain(criteria);
  if (typeof given === "string") return [RecordValue.from({ Name: given, Order: 0 })];
  if (!(given instanceof ListValue)) return undefined;
  const parts = Array.from(given.cells(), read);
  const [name, order] = parts;
  if (parts.length === 2 && typeof name === "string" && typeof order === "number") {
    return [RecordValue.from({ Name: name, Order: order })];
  }
  const columns = parts.flatMap((part) => readSortColumns(part) ?? []);
  return columns.length === parts.length ? columns : undefined;
}

function rowCriteria(table: TableValue, criteria: Value): readonly Criterion<Row>[] {
  return readCriteria<Row>(criteria, {
    valueOf: (row) => table.record(row),
    columnOf: (name) => {
      const position = table.position(name);
      return (row) => force(row[position]!);
    },
  });
}

function extremeRow(table: TableValue, criteria: Value, end: "least" | "greatest", whenEmpty: Value): Value {
  const row = extremeOf(table.toArray(), rowCriteria(table, criteria), end);
  return row === undefined ? whenEmpty : table.record(row);
}

function leading(table: TableValue, countOrCondition: Value, sorted: () => Row[]): TableValue {
  const limit = readCountOrCondition(countOrCondition, 1);
  if (typeof limit === "number") return table.withRows(() => sorted().slice(0, limit));
  return table.withRows(() => takenWhile(sorted(), rowTest(table, limit)));
}

function addRank(table: TableValue, name: string, criteria: Value, options: RecordValue | null): TableValue {
  checkOptions(options, ["RankKind"], "Table.AddRankColumn");
  const kind = readMember(readOption(options, "RankKind"), [0, 1, 2], "RankKind", 0);
  const order = rowCriteria(table, criteria);
  return tableOf(
    [...columnsOf(table), { name, type: primitiveTypes.number }],
    function* () {
      const rows = sortBy(table.toArray(), order);
      const compare = comparisonOf(rows, order);
      let rank = 0;
      for (const [position, row] of rows.entries()) {
        const isTie = position > 0 && compare(position - 1, position) === 0;
        if (kind === 2 || (kind === 0 && !isTie)) rank = position + 1;
        else if (kind === 1 && !isTie) rank++;
        yield [...row, rank];
      }
    },
    table.type.keys,
  );
}
