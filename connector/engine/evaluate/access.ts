import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { equals, typeLabel } from "../values/compare.ts";
import { force, type Cell } from "../values/cell.ts";
import {
  argumentOutOfRange,
  columnNotFound,
  expressionError,
  type EvaluationError,
  fieldNotFound,
  formattedError,
  notEnoughElements,
} from "../values/errors.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue, type Shape } from "../values/record.ts";
import { TableValue, type Row } from "../values/table.ts";
import { kindOf, plain, read, type Plain, type Value } from "../values/value.ts";
import type { Code } from "./frame.ts";

/** `x[Name]` and `x[Name]?`: a record's field, or a table's column as a list (specification: "Field access"). */
export function selectField(of: Code, name: string, isOptional: boolean): Code {
  // Rows of one table share a shape: the last position is nearly always the next one.
  let lastShape: Shape | undefined;
  let lastPosition: number | undefined;
  return (frame) => {
    const value = plain(of(frame));
    if (value instanceof RecordValue) {
      if (value.shape !== lastShape) {
        lastShape = value.shape;
        lastPosition = value.shape.indexOf(name);
      }
      if (lastPosition !== undefined) return force(value.cells[lastPosition]!);
      if (isOptional) return null;
      throw fieldNotFound(name, value);
    }
    if (value instanceof TableValue) return columnOf(value, name, isOptional);
    if (value === null && isOptional) return null;
    throw cannotApply("field access", value, RecordValue.from({ Value: value, Key: name }));
  };
}

function columnOf(table: TableValue, name: string, isOptional: boolean): Value {
  if (table.shape.indexOf(name) === undefined) {
    if (isOptional) return null;
    throw columnNotFound(name);
  }
  const source = selectInView(table, [name]) ?? table;
  const at = source.position(name);
  return ListValue.stream(function* (): Iterable<Cell> {
    for (const row of source.rows()) yield row[at]!;
  });
}

/** `x[[A], [B]]`: a record or a table with only these fields, missing ones null when optional. */
export function projectFields(of: Value, shape: Shape, isOptional: boolean): Value {
  const value = plain(of);
  if (value instanceof RecordValue) {
    const cells = shape.names.map((name) => {
      const cell = value.cell(name);
      if (cell === undefined && !isOptional) throw fieldNotFound(name, value);
      return cell ?? null;
    });
    return new RecordValue(shape, cells);
  }
  if (value instanceof TableValue) return projectColumns(value, shape, isOptional);
  if (value === null && isOptional) return null;
  throw cannotConvert(value, primitiveTypes.record);
}

function projectColumns(table: TableValue, shape: Shape, isOptional: boolean): TableValue {
  const positions = shape.names.map((name) => {
    const position = table.shape.indexOf(name);
    if (position === undefined && !isOptional) throw columnNotFound(name);
    return position;
  });
  const folded = positions.includes(undefined) ? undefined : selectInView(table, shape.names);
  if (folded) return folded;
  return TableValue.from({
    columns: shape.names,
    types: positions.map((position) => (position === undefined ? primitiveTypes.null : table.columnTypes[position]!)),
    rows: function* (): Iterable<Row> {
      for (const row of table.rows())
        yield positions.map((position) => (position === undefined ? null : row[position]!));
    },
  });
}

/** A view may choose its columns itself. */
function selectInView(table: TableValue, names: readonly string[]): TableValue | undefined {
  const answer = table.view?.ask("OnSelectColumns", [ListValue.of(names)]);
  return answer instanceof TableValue ? answer : undefined;
}

/** `x{n}` and `t{[Key = value]}`, optional with `?` (specification: "Item access"). Only the item asked for is evaluated. */
export function accessItem(of: Value, index: Value, isOptional: boolean): Value {
  const value = plain(of);
  const position = plain(index);
  if (value === null && isOptional) return null;
  if (value instanceof TableValue) {
    return position instanceof RecordValue
      ? findRow(value, position, isOptional)
      : rowAt(value, asPosition(position), isOptional);
  }
  if (!(value instanceof ListValue)) {
    throw cannotApply("indexing", value, RecordValue.from({ Value: value, Index: position }));
  }
  const cell = value.at(asPosition(position));
  if (cell !== undefined) return force(cell);
  if (isOptional) return null;
  throw notEnoughElements(value);
}

function cannotApply(access: string, value: Plain, detail: RecordValue): EvaluationError {
  return formattedError(`We cannot apply ${access} to the type #{0}.`, [typeLabel(kindOf(value))], detail);
}

function asPosition(index: Plain): number {
  if (typeof index !== "number") throw cannotConvert(index, primitiveTypes.number);
  if (index < 0 || !Number.isInteger(index)) throw argumentOutOfRange("index", index);
  return index;
}

function rowAt(table: TableValue, position: number, isOptional: boolean): Value {
  let index = 0;
  for (const row of table.rows()) if (index++ === position) return table.record(row);
  if (isOptional) return null;
  throw notEnoughElements(table);
}

function findRow(table: TableValue, key: RecordValue, isOptional: boolean): Value {
  const wanted = key.entries().map(([name, cell]) => ({ position: table.position(name), value: read(cell) }));
  let found: Row | undefined;
  for (const row of table.rows()) {
    if (!wanted.every(({ position, value }) => equals(read(row[position]!), value))) continue;
    if (found) throw keyError("The key matched more than one row in the table.", key, table);
    found = row;
  }
  if (found) return table.record(found);
  if (isOptional) return null;
  throw keyError("The key didn't match any rows in the table.", key, table);
}

function keyError(message: string, key: RecordValue, table: TableValue): EvaluationError {
  return expressionError(message, RecordValue.from({ Key: key, Table: table }));
}
