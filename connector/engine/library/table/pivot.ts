import { unionOf } from "../../types/compatibility.ts";
import { anyType, nullableOf, primitiveTypes } from "../../types/type-value.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { tooManyElements } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readNames, readText } from "../list/arguments.ts";
import { bufferCell } from "../list/buffer.ts";
import { MatchMap } from "../list/equation.ts";
import { columnsOf, tableOf } from "./columns.ts";
import { matcherOfColumns } from "./row-equation.ts";

/** Those of "Column operations" of Microsoft's table functions that turn values into columns and columns into values. */
export const pivoting: readonly FunctionDeclaration[] = [
  {
    signature:
      "Table.Pivot(table as table, pivotValues as list, attributeColumn as text, valueColumn as text, optional aggregationFunction as nullable function) as table",
    summary:
      "The table with a column for each pivot value, holding the value column's values of that attribute; several for one row need an aggregation.",
    examples: [
      {
        usage:
          'Table.Pivot(#table({"k", "a", "v"}, {{"x", "p", 1}, {"x", "q", 3}, {"y", "p", 2}}), {"p", "q"}, "a", "v")',
        output: '#table({"k", "p", "q"}, {{"x", 1, 3}, {"y", 2, null}})',
      },
      {
        usage: 'Table.Pivot(#table({"k", "a", "v"}, {{"x", "p", 1}, {"x", "p", 5}}), {"p"}, "a", "v", List.Sum)',
        output: '#table({"k", "p"}, {{"x", 6}})',
      },
    ],
    call: pivot,
  },
  {
    signature:
      "Table.Unpivot(table as table, pivotColumns as list, attributeColumn as text, valueColumn as text) as table",
    summary: "The table with a row for each of these columns that is not null: the column's name and its value.",
    examples: [
      {
        usage: 'Table.Unpivot(#table({"k", "p", "q"}, {{"x", 1, 3}, {"y", 2, null}}), {"p", "q"}, "a", "v")',
        output: '#table({"k", "a", "v"}, {{"x", "p", 1}, {"x", "q", 3}, {"y", "p", 2}})',
      },
    ],
    call: (table: TableValue, pivoted: ListValue, attribute: string, value: string) =>
      unpivot(table, readNames(pivoted), attribute, value),
  },
  {
    signature:
      "Table.UnpivotOtherColumns(table as table, pivotColumns as list, attributeColumn as text, valueColumn as text) as table",
    summary: "As Table.Unpivot for all columns but these.",
    examples: [
      {
        usage: 'Table.UnpivotOtherColumns(#table({"k", "p", "q"}, {{"x", 1, 3}}), {"k"}, "a", "v")',
        output: '#table({"k", "a", "v"}, {{"x", "p", 1}, {"x", "q", 3}})',
      },
    ],
    call: (table: TableValue, kept: ListValue, attribute: string, value: string) => {
      const names = readNames(kept);
      for (const name of names) table.position(name);
      return unpivot(
        table,
        table.columns.filter((name) => !names.includes(name)),
        attribute,
        value,
      );
    },
  },
];

function pivot(
  table: TableValue,
  pivotValues: ListValue,
  attributeColumn: string,
  valueColumn: string,
  aggregation: FunctionValue | null,
): TableValue {
  const attribute = table.position(attributeColumn);
  const value = table.position(valueColumn);
  const kept = [...table.columns.keys()].filter((position) => position !== attribute && position !== value);
  const pivots = readNames(pivotValues);
  const columns = columnsOf(table);
  const type = aggregation ? (aggregation.type.result ?? anyType) : nullableOf(columns[value]!.type);
  const aggregate = (cells: readonly Cell[]): Cell =>
    aggregation ? new Thunk(() => aggregation.invoke([ListValue.of(cells)])) : onlyCell(cells);
  return tableOf(
    [...kept.map((position) => columns[position]!), ...pivots.map((name) => ({ name, type }))],
    function* () {
      const groups = new MatchMap<Row, { readonly first: Row; readonly cells: ReadonlyMap<string, Cell[]> }>(
        matcherOfColumns(kept),
      );
      for (const row of table.rows()) {
        const group = groups.take(row, () => ({ first: row, cells: new Map(pivots.map((name) => [name, []])) }));
        group.cells.get(readText(row[attribute]!))?.push(row[value]!);
      }
      for (const { first, cells } of groups.entries()) {
        yield [...kept.map((position) => first[position]!), ...pivots.map((name) => aggregate(cells.get(name)!))];
      }
    },
  );
}

function onlyCell(cells: readonly Cell[]): Cell {
  if (cells.length <= 1) return cells[0] ?? null;
  return new Thunk(() => {
    throw tooManyElements();
  });
}

function unpivot(table: TableValue, pivoted: readonly string[], attribute: string, value: string): TableValue {
  const positions = pivoted.map((name) => table.position(name));
  const kept = [...table.columns.keys()].filter((position) => !positions.includes(position));
  const columns = columnsOf(table);
  const type = positions.length === 0 ? anyType : unionOf(positions.map((position) => columns[position]!.type));
  return tableOf(
    [
      ...kept.map((position) => columns[position]!),
      { name: attribute, type: primitiveTypes.text },
      { name: value, type },
    ],
    function* () {
      for (const row of table.rows()) {
        const start = kept.map((position) => row[position]!);
        for (const [index, position] of positions.entries()) {
          const cell = bufferCell(row[position]!);
          // An error is no null: its cell is kept, and raises when it is read.
          if (cell instanceof Thunk || plain(cell) !== null) yield [...start, pivoted[index]!, cell];
        }
      }
    },
  );
}
