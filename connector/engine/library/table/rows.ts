import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { expressionError, fieldNotFound } from "../../values/errors.ts";
import { RecordValue, type Shape } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { read } from "../../values/value.ts";
import { readList } from "../list/arguments.ts";

/** The record in a cell. @throws EvaluationError when it is none. */
export function readRecord(cell: Cell): RecordValue {
  const value = read(cell);
  if (value instanceof RecordValue) return value;
  throw cannotConvert(value, primitiveTypes.record);
}

/** A row of a list's items. @throws EvaluationError when there are more or fewer than columns. */
export function rowOfList(cell: Cell, width: number): Row {
  const cells = readList(cell).toArray();
  if (cells.length !== width) {
    throw expressionError(`${width} keys were specified, but ${cells.length} values were provided.`, readList(cell));
  }
  return cells;
}

/**
 * Reads records into rows of these columns; what is missing is null or, at the cell, an error. Records of one shape, as a file or
 * a page gives them, are looked up once.
 */
export function rowReader(names: readonly string[], missing: "null" | "error"): (record: RecordValue) => Row {
  let shape: Shape | undefined;
  let positions: readonly (number | undefined)[] = [];
  let isSame = false;
  return (record) => {
    if (record.shape !== shape) {
      shape = record.shape;
      positions = names.map((name) => record.shape.indexOf(name));
      isSame = names.length === shape.names.length && positions.every((position, index) => position === index);
    }
    if (isSame) return record.cells;
    return positions.map((position, index) => {
      if (position !== undefined) return record.cells[position]!;
      if (missing === "null") return null;
      return new Thunk(() => {
        throw fieldNotFound(names[index]!, record);
      });
    });
  };
}

/** The rows that records stand for, which must have the table's fields and no others. */
export function rowsOfRecords(table: TableValue, records: Iterable<Cell>): Row[] {
  const toRow = rowReader(table.columns, "error");
  return Array.from(records, (cell) => {
    const record = readRecord(cell);
    const unknown = record.names.find((name) => table.shape.indexOf(name) === undefined);
    if (unknown !== undefined) throw expressionError(`The table has no column '${unknown}' for this row.`, record);
    const missing = table.columns.find((name) => !record.has(name));
    if (missing !== undefined) throw fieldNotFound(missing, record);
    return toRow(record);
  });
}
