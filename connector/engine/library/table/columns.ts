import { anyType, primitiveTypes, TypeValue, type TableKey } from "../../types/type-value.ts";
import { cannotConvert } from "../../types/convert.ts";
import { columnNotFound } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { plain, type Value } from "../../values/value.ts";
import { readCount, readNames } from "../list/arguments.ts";
import { fold } from "./folding.ts";
import { isInPlace, takeCells, type Arrangement } from "../record/arrangement.ts";

/** A column: its name and the type of its cells. */
export type Column = { readonly name: string; readonly type: TypeValue };

/** The columns of a table, in order. */
export function columnsOf(table: TableValue): readonly Column[] {
  const types = table.columnTypes;
  return table.columns.map((name, position) => ({ name, type: types[position] ?? anyType }));
}

/** A table of columns and rows. @throws EvaluationError when a name comes twice. */
export function tableOf(
  columns: readonly Column[],
  rows: readonly Row[] | (() => Iterable<Row>),
  keys: readonly TableKey[] = [],
): TableValue {
  return TableValue.from({
    columns: columns.map(({ name }) => name),
    types: columns.map(({ type }) => type),
    keys,
    rows,
  });
}

/** The columns `Column1`, `Column2` … of type any. */
export function numberedColumns(count: number): readonly Column[] {
  return Array.from({ length: count }, (_, index) => ({ name: `Column${index + 1}`, type: anyType }));
}

/**
 * Reads a `columns` argument: names, a number of columns, a table or record type; `undefined` for null, where the data must
 * tell.
 */
export function readColumns(columns: Value): readonly Column[] | undefined {
  const given = plain(columns);
  if (given === null) return undefined;
  if (typeof given === "number") return numberedColumns(readCount(given, "columns"));
  if (given instanceof TypeValue) {
    const fields = given.row?.fields ?? given.fields;
    if (!fields) throw cannotConvert(columns, primitiveTypes.list);
    return fields.map(({ name, type }) => ({ name, type }));
  }
  if (given instanceof ListValue) return readNames(given).map((name) => ({ name, type: anyType }));
  throw cannotConvert(columns, primitiveTypes.list);
}

/** The keys that a `columns` argument brings along: those of a table type. */
export function readColumnKeys(columns: Value): readonly TableKey[] {
  const given = plain(columns);
  return given instanceof TypeValue ? given.keys : [];
}

/**
 * The table with some of its columns in an order, under their names; a view may do it itself. Keys stay as far as their columns do.
 */
export function chooseColumns(table: TableValue, arrangement: Arrangement): TableValue {
  const isAllThere = arrangement.every(({ source }) => source !== undefined);
  const chosen = isAllThere
    ? fold(table, "OnSelectColumns", () => [ListValue.of(arrangement.map(({ name }) => name))])
    : undefined;
  return chosen ?? arrangeColumns(table, arrangement);
}

/** The table with its columns chosen, ordered and named by an arrangement; keys stay as far as their columns do. */
export function arrangeColumns(table: TableValue, arrangement: Arrangement): TableValue {
  const given = columnsOf(table);
  const columns = arrangement.map(({ name, source }) => ({
    name,
    type: source === undefined ? anyType : given[source]!.type,
  }));
  const rows = isInPlace(arrangement, table.shape)
    ? (): Iterable<Row> => table.rows()
    : (): Iterable<Row> => mapRows(table, (row) => takeCells(arrangement, row));
  return tableOf(columns, rows, arrangeKeys(table, arrangement));
}

function arrangeKeys(table: TableValue, arrangement: Arrangement): readonly TableKey[] {
  const newNames = new Map(
    arrangement.flatMap(({ name, source }) => (source === undefined ? [] : [[table.columns[source]!, name] as const])),
  );
  return table.type.keys
    .filter((key) => key.columns.every((name) => newNames.has(name)))
    .map((key) => ({ ...key, columns: key.columns.map((name) => newNames.get(name)!) }));
}

/** The rows of a table, each made into another. */
export function* mapRows(table: TableValue, change: (row: Row) => Row): Iterable<Row> {
  for (const row of table.rows()) yield change(row);
}

/** The error for a column that a table has not. */
export const inTable = (name: string): Error => columnNotFound(name);

/** The table with one column in place of another, or of several that follow one another in the result. */
export function replaceColumn(
  columns: readonly Column[],
  position: number,
  replacement: readonly Column[],
): readonly Column[] {
  return [...columns.slice(0, position), ...replacement, ...columns.slice(position + 1)];
}

/** The keys of a table that do not need any of these columns. */
export function keysWithout(table: TableValue, changed: readonly string[]): readonly TableKey[] {
  return table.type.keys.filter((key) => !key.columns.some((name) => changed.includes(name)));
}
