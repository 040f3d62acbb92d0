import { anyType, type TypeValue } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import type { ListValue } from "../../values/list.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { read } from "../../values/value.ts";
import { readList } from "../list/arguments.ts";

/** The partition columns and their values of each partitioned table that lives. */
const partitioned = new WeakMap<TableValue, TableValue>();

/** Remembers how a table is partitioned, and gives the table. */
export function withPartitions(table: TableValue, values: TableValue): TableValue {
  partitioned.set(table, values);
  return table;
}

/** The partition columns and their values, a row a partition; `undefined` for a table that is not partitioned. */
export function partitionValuesOf(table: TableValue): TableValue | undefined {
  return partitioned.get(table);
}

const partitionKeys = new WeakMap<TableValue, ListValue>();

/** The partition key that a table was given; `null` for one that was given none. */
export function partitionKeyOf(table: TableValue): ListValue | null {
  return partitionKeys.get(table) ?? null;
}

/** The table with another partition key, or, for null, without one. */
export function withPartitionKey(table: TableValue, key: ListValue | null): TableValue {
  const keyed = table.ascribe({ type: table.type, meta: table.meta });
  if (key !== null) partitionKeys.set(keyed, key);
  return keyed;
}

/** The partition values of pairs of a value and a table, which may be partitioned itself. */
export function partitionValues(column: string, partitions: ListValue, type: TypeValue | null): TableValue {
  let inner: TableValue | undefined;
  const rows = Array.from(partitions.cells()).flatMap((cell): Row[] => {
    const [value = null, part = null] = readList(cell).toArray();
    const table = read(part);
    const nested = table instanceof TableValue ? partitionValuesOf(table) : undefined;
    inner ??= nested;
    return nested ? nested.toArray().map((row) => [...row, value]) : [[value] as readonly Cell[]];
  });
  const columns = inner?.columns ?? [];
  return TableValue.from({
    columns: [...columns, column],
    types: [...(inner?.columnTypes ?? []), type ?? anyType],
    rows,
  });
}
