import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes, type TableKey, type TypeValue } from "../types/type-value.ts";
import { columnNotFound } from "../values/errors.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { read } from "../values/value.ts";
import { readNames } from "./list/arguments.ts";

/** Reads table keys, each `[Columns, Primary]`. */
export function readKeys(keys: ListValue): TableKey[] {
  return Array.from(keys.cells(), (cell) => {
    const key = read(cell);
    if (!(key instanceof RecordValue)) throw cannotConvert(key, primitiveTypes.record);
    const primary = read(key.get("Primary"));
    if (typeof primary !== "boolean") throw cannotConvert(primary, primitiveTypes.logical);
    return { columns: readNames(key.get("Columns")), primary };
  });
}

/** Table keys as the list that `Table.Keys` and `Type.TableKeys` give. */
export function keyRecords(keys: readonly TableKey[]): ListValue {
  return ListValue.of(
    keys.map((key) => RecordValue.from({ Columns: ListValue.of(key.columns), Primary: key.primary })),
  );
}

/** @throws EvaluationError when a key names a column that the row type has not. */
export function checkKeyColumns(row: TypeValue, columns: readonly string[]): void {
  const missing = columns.find((name) => !row.fields?.some((field) => field.name === name));
  if (missing !== undefined) throw columnNotFound(missing);
}
