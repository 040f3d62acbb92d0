import type { ListValue } from "../../values/list.ts";
import type { TableValue } from "../../values/table.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readNames } from "../list/arguments.ts";
import { partitionKeyOf, withPartitionKey } from "./partitions.ts";
import { checkKeyColumns, keyRecords, readKeys } from "../type-keys.ts";
import type { TableKey } from "../../types/type-value.ts";

/** Those of "Transformation" of Microsoft's table functions that are about keys. */
export const keys: readonly FunctionDeclaration[] = [
  {
    signature: "Table.AddKey(table as table, columns as list, isPrimary as logical) as table",
    summary: "The table with one more key.",
    examples: [
      {
        usage: 'Table.Keys(Table.AddKey(#table({"id"}, {{1}}), {"id"}, true))',
        output: '{[Columns = {"id"}, Primary = true]}',
      },
    ],
    call: (table: TableValue, columns: ListValue, isPrimary: boolean) =>
      withKeys(table, [...table.type.keys, { columns: readNames(columns), primary: isPrimary }]),
  },
  {
    signature: "Table.Keys(table as table) as list",
    summary: "The keys of a table, each as `[Columns, Primary]`.",
    examples: [{ usage: 'Table.Keys(#table({"id"}, {}))', output: "{}" }],
    call: (table: TableValue) => keyRecords(table.type.keys),
  },
  {
    signature: "Table.PartitionKey(table as table) as nullable list",
    summary: "The partition key of a table; null when it has none.",
    difference: "Only the very table of Table.ReplacePartitionKey has one; what is made of that table has none.",
    examples: [{ usage: 'Table.PartitionKey(#table({"id"}, {}))', output: "null" }],
    call: partitionKeyOf,
  },
  {
    signature: "Table.ReplacePartitionKey(table as table, partitionKey as nullable list) as table",
    summary: "The table with another partition key, or, for null, without one.",
    examples: [
      { usage: 'Table.PartitionKey(Table.ReplacePartitionKey(#table({"id"}, {}), {"id"}))', output: '{"id"}' },
    ],
    call: withPartitionKey,
  },
  {
    signature: "Table.ReplaceKeys(table as table, keys as list) as table",
    summary: "The table with these keys, each `[Columns, Primary]`, in place of those it had.",
    examples: [
      {
        usage: 'Table.Keys(Table.ReplaceKeys(#table({"id"}, {}), {[Columns = {"id"}, Primary = false]}))',
        output: '{[Columns = {"id"}, Primary = false]}',
      },
    ],
    call: (table: TableValue, replaced: ListValue) => withKeys(table, readKeys(replaced)),
  },
];

function withKeys(table: TableValue, given: readonly TableKey[]): TableValue {
  const { row } = table.type;
  if (row) for (const key of given) checkKeyColumns(row, key.columns);
  return table.ascribe({ type: table.type.with({ keys: given }), meta: table.meta });
}
