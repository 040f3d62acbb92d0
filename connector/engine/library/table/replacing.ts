import { unionOf } from "../../types/compatibility.ts";
import { anyType, type TypeValue } from "../../types/type-value.ts";
import { typeOf } from "../../types/value-type.ts";
import { force, Thunk, type Cell } from "../../values/cell.ts";
import { EvaluationError, expressionError } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import type { ListValue } from "../../values/list.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain, read, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readNames, readText } from "../list/arguments.ts";
import { bufferCell } from "../list/buffer.ts";
import { readOperations } from "../record/arrangement.ts";
import { columnsOf, keysWithout, mapRows, tableOf } from "./columns.ts";

/** Those of "Transformation" of Microsoft's table functions that put other values in place of nulls, errors or given values. */
export const replacing: readonly FunctionDeclaration[] = [
  {
    signature: "Table.FillDown(table as table, columns as list) as table",
    summary: "The table with every null of these columns replaced by the value above it.",
    examples: [
      {
        usage: 'Table.FillDown(#table({"a"}, {{null}, {1}, {null}, {2}}), {"a"})',
        output: '#table({"a"}, {{null}, {1}, {1}, {2}})',
      },
    ],
    call: (table: TableValue, columns: ListValue) => {
      const positions = positionsOf(table, columns);
      return table.withRows(() => filled(table.rows(), positions));
    },
  },
  {
    signature: "Table.FillUp(table as table, columns as list) as table",
    summary: "The table with every null of these columns replaced by the value below it.",
    examples: [
      {
        usage: 'Table.FillUp(#table({"a"}, {{null}, {1}, {null}}), {"a"})',
        output: '#table({"a"}, {{1}, {1}, {null}})',
      },
    ],
    call: (table: TableValue, columns: ListValue) => {
      const positions = positionsOf(table, columns);
      return table.withRows(() => Array.from(filled(table.toArray().toReversed(), positions)).reverse());
    },
  },
  {
    signature: "Table.ReplaceErrorValues(table as table, errorReplacement as list) as table",
    summary: "The table with the errors in columns replaced, given as a pair of column and value or as several pairs.",
    examples: [
      {
        usage: 'Table.ReplaceErrorValues(#table({"a", "b"}, {{1, "x"}, {2, error "broken"}}), {"b", "none"})',
        output: '#table({"a", "b"}, {{1, "x"}, {2, "none"}})',
      },
    ],
    call: replaceErrors,
  },
  {
    signature:
      "Table.ReplaceValue(table as table, oldValue as any, newValue as any, replacer as function, columnsToSearch as list) as table",
    summary:
      "The table with a replacer applied to these columns; the old and the new value may be functions of the row.",
    examples: [
      {
        usage:
          'Table.ReplaceValue(#table({"a", "b"}, {{1, "up"}, {2, "down"}}), "down", "off", Replacer.ReplaceValue, {"b"})',
        output: '#table({"a", "b"}, {{1, "up"}, {2, "off"}})',
      },
      {
        usage:
          'Table.ReplaceValue(#table({"a", "b"}, {{1, 5}, {2, 5}}), 5, each [a] * 100, Replacer.ReplaceValue, {"b"})',
        output: '#table({"a", "b"}, {{1, 100}, {2, 200}})',
      },
    ],
    call: replaceValue,
  },
];

function positionsOf(table: TableValue, columns: ListValue): readonly number[] {
  return readNames(columns).map((name) => table.position(name));
}

function* filled(rows: Iterable<Row>, positions: readonly number[]): Iterable<Row> {
  const last: Cell[] = positions.map(() => null);
  for (const row of rows) {
    const next = row.slice();
    for (const [index, position] of positions.entries()) {
      const cell = bufferCell(row[position]!);
      // An error is a value here: it is what stands above the next null.
      if (!(cell instanceof Thunk) && plain(cell) === null) next[position] = last[index]!;
      else last[index] = next[position] = cell;
    }
    yield next;
  }
}

function replaceErrors(table: TableValue, replacements: ListValue): TableValue {
  const replaced = new Map<number, Cell>();
  for (const [column = null, value = null] of readOperations(replacements)) {
    const name = readText(column);
    const position = table.position(name);
    if (replaced.has(position)) throw expressionError(`The column '${name}' has more than one replacement.`, name);
    replaced.set(position, value);
  }
  const columns = columnsOf(table).map((column, position) => {
    const value = replaced.get(position);
    return value === undefined ? column : { ...column, type: unionOf([column.type, typeOf(force(value))]) };
  });
  return tableOf(
    columns,
    () =>
      mapRows(table, (row) =>
        row.map((cell, position) => {
          const value = replaced.get(position);
          return value === undefined || !(cell instanceof Thunk) ? cell : insteadOfError(cell, value);
        }),
      ),
    table.type.keys,
  );
}

function insteadOfError(cell: Thunk, replacement: Cell): Thunk {
  return new Thunk(() => {
    try {
      return cell.force();
    } catch (error) {
      if (error instanceof EvaluationError) return force(replacement);
      throw error;
    }
  });
}

/** What cells are after a replacement: as they were or the new value, or, of any other replacer, what it promises to give. */
function replacedType(type: TypeValue, newValue: Value, replacer: FunctionValue): TypeValue {
  if (replacer.libraryName !== "Replacer.ReplaceValue") return replacer.type.result ?? anyType;
  const bare = plain(newValue);
  return unionOf([type, bare instanceof FunctionValue ? (bare.type.result ?? anyType) : typeOf(newValue)]);
}

function replaceValue(
  table: TableValue,
  oldValue: Value,
  newValue: Value,
  replacer: FunctionValue,
  columns: ListValue,
): TableValue {
  const positions = positionsOf(table, columns);
  const valueFor = (value: Value): ((row: Row) => Value) => {
    const bare = plain(value);
    return bare instanceof FunctionValue ? (row) => bare.invoke([table.record(row)]) : () => value;
  };
  const oldFor = valueFor(oldValue);
  const newFor = valueFor(newValue);
  return tableOf(
    columnsOf(table).map((column, position) =>
      positions.includes(position) ? { ...column, type: replacedType(column.type, newValue, replacer) } : column,
    ),
    () =>
      mapRows(table, (row) => {
        const next = row.slice();
        for (const position of positions) {
          const cell = row[position]!;
          next[position] = new Thunk(() => replacer.invoke([read(cell), oldFor(row), newFor(row)]));
        }
        return next;
      }),
    keysWithout(table, readNames(columns)),
  );
}
