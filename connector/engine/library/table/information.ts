import { asType } from "../../types/convert.ts";
import { schemaOf } from "../../types/schema.ts";
import { primitiveTypes, recordTypeOf, tableTypeOf } from "../../types/type-value.ts";
import type { TableValue } from "../../values/table.ts";
import type { Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { columnsOf } from "./columns.ts";
import { fold } from "./folding.ts";

/** "Information" of Microsoft's table functions. */
export const information: readonly FunctionDeclaration[] = [
  {
    signature: "Table.ApproximateRowCount(table as table) as number",
    summary: "About how many rows a table has.",
    difference: "The rows are counted: the number is exact.",
    examples: [{ usage: 'Table.ApproximateRowCount(#table({"a"}, {{1}, {2}}))', output: "2" }],
    call: countRows,
  },
  {
    signature: "Table.ColumnCount(table as table) as number",
    summary: "How many columns a table has.",
    examples: [{ usage: 'Table.ColumnCount(#table({"a", "b"}, {}))', output: "2" }],
    call: (table: TableValue) => table.columns.length,
  },
  {
    signature: "Table.IsEmpty(table as table) as logical",
    summary: "Whether a table has no rows.",
    examples: [
      { usage: 'Table.IsEmpty(#table({"a"}, {}))', output: "true" },
      { usage: 'Table.IsEmpty(#table({"a"}, {{null}}))', output: "false" },
    ],
    call: (table: TableValue) => firstRow(fold(table, "OnTake", () => [1]) ?? table) === undefined,
  },
  {
    signature: "Table.RowCount(table as table) as number",
    summary: "How many rows a table has; no cell is evaluated.",
    examples: [
      { usage: 'Table.RowCount(#table({"a"}, {{1}, {2}}))', output: "2" },
      { usage: 'Table.RowCount(#table({"a"}, {{error "never looked at"}}))', output: "1" },
    ],
    call: countRows,
  },
  {
    signature: "Table.Schema(table as table) as table",
    summary: "The columns of a table as a table, a row each: name, position, type, kind, nullability and facets.",
    examples: [
      {
        usage:
          'Table.SelectColumns(Table.Schema(#table(type table [id = Int64.Type, tag = nullable text], {})), {"Name", "TypeName", "IsNullable"})',
        output: '#table({"Name", "TypeName", "IsNullable"}, {{"id", "Int64.Type", false}, {"tag", "Text.Type", true}})',
      },
    ],
    call: (table: TableValue) =>
      schemaOf(
        tableTypeOf(
          recordTypeOf(
            columnsOf(table).map((column) => ({ ...column, optional: false })),
            false,
          ),
        ),
      ),
  },
];

function countRows(table: TableValue): Value {
  const answer = table.view?.ask("GetRowCount", []);
  if (answer !== undefined) return asType(answer, primitiveTypes.number);
  const rows = table.rows();
  if (Array.isArray(rows)) return rows.length;
  let count = 0;
  const iterator = rows[Symbol.iterator]();
  while (iterator.next().done !== true) count++;
  return count;
}

/** The first row; `undefined` when there is none. */
export function firstRow(table: TableValue) {
  for (const row of table.rows()) return row;
  return undefined;
}
