import { isCompatible } from "../../types/compatibility.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { ListValue } from "../../values/list.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { read, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readMissingField, readNames } from "../list/arguments.ts";
import {
  type Arrangement,
  readRenames,
  removeNames,
  renameNames,
  reorderNames,
  selectNames,
} from "../record/arrangement.ts";
import { arrangeColumns, chooseColumns, columnsOf, inTable, numberedColumns, tableOf } from "./columns.ts";
import { columnAt } from "./conversions.ts";
import { fold } from "./folding.ts";

/** Those of "Column operations" of Microsoft's table functions that choose, order and name columns. */
export const columnOperations: readonly FunctionDeclaration[] = [
  {
    signature: "Table.Column(table as table, column as text) as list",
    summary: "The cells of a column.",
    examples: [{ usage: 'Table.Column(#table({"a", "b"}, {{1, 2}, {3, 4}}), "b")', output: "{2, 4}" }],
    call: (table: TableValue, column: string) => columnAt(table, table.position(column)),
  },
  {
    signature: "Table.ColumnNames(table as table) as list",
    summary: "The names of the columns, in order.",
    examples: [{ usage: 'Table.ColumnNames(#table({"a", "b"}, {}))', output: '{"a", "b"}' }],
    call: (table: TableValue) => ListValue.of(table.columns),
  },
  {
    signature: "Table.ColumnsOfType(table as table, listOfTypes as list) as list",
    summary: "The names of the columns whose type is compatible with one of several, as Type.Is has it.",
    examples: [
      {
        usage: "Table.ColumnsOfType(#table(type table [a = number, b = text], {}), {type number})",
        output: '{"a"}',
      },
    ],
    call: (table: TableValue, list: ListValue) => {
      const types = Array.from(list.cells(), (cell) => {
        const type = read(cell);
        if (type instanceof TypeValue) return type;
        throw cannotConvert(type, primitiveTypes.type);
      });
      const isWanted = (type: TypeValue): boolean => types.some((wanted) => isCompatible(type, wanted));
      return ListValue.of(
        columnsOf(table)
          .filter((column) => isWanted(column.type))
          .map((column) => column.name),
      );
    },
  },
  {
    signature: "Table.DemoteHeaders(table as table) as table",
    summary: "The table with its column names as the first row.",
    examples: [
      {
        usage: 'Table.DemoteHeaders(#table({"a", "b"}, {{1, 2}}))',
        output: '#table({"Column1", "Column2"}, {{"a", "b"}, {1, 2}})',
      },
    ],
    call: (table: TableValue) =>
      tableOf(numberedColumns(table.columns.length), function* (): Iterable<Row> {
        yield table.columns;
        yield* table.rows();
      }),
  },
  {
    signature:
      "Table.DuplicateColumn(table as table, columnName as text, newColumnName as text, optional columnType as nullable type) as table",
    summary: "The table with a copy of a column as its last one.",
    examples: [
      {
        usage: 'Table.DuplicateColumn(#table({"a"}, {{1}}), "a", "b")',
        output: '#table({"a", "b"}, {{1, 1}})',
      },
    ],
    call: (table: TableValue, name: string, newName: string, type: TypeValue | null) => {
      const position = table.position(name);
      const columns = columnsOf(table);
      return tableOf(
        [...columns, { name: newName, type: type ?? columns[position]!.type }],
        function* () {
          for (const row of table.rows()) yield [...row, row[position]!];
        },
        table.type.keys,
      );
    },
  },
  {
    signature: "Table.HasColumns(table as table, columns as any) as logical",
    summary: "Whether a table has a column, or all of several.",
    examples: [
      { usage: 'Table.HasColumns(#table({"a", "b"}, {}), "a")', output: "true" },
      { usage: 'Table.HasColumns(#table({"a", "b"}, {}), {"a", "z"})', output: "false" },
    ],
    call: (table: TableValue, columns: Value) =>
      readNames(columns).every((name) => table.shape.indexOf(name) !== undefined),
  },
  {
    signature: "Table.PrefixColumns(table as table, prefix as text) as table",
    summary: "The table with `prefix.` before every column's name.",
    examples: [{ usage: 'Table.PrefixColumns(#table({"a"}, {{1}}), "chat")', output: '#table({"chat.a"}, {{1}})' }],
    call: (table: TableValue, prefix: string) =>
      arrangeColumns(
        table,
        table.columns.map((name, source) => ({ name: `${prefix}.${name}`, source })),
      ),
  },
  {
    signature:
      "Table.RemoveColumns(table as table, columns as any, optional missingField as nullable MissingField.Type) as table",
    summary: "The table without one column or several.",
    examples: [
      { usage: 'Table.RemoveColumns(#table({"a", "b"}, {{1, 2}}), "a")', output: '#table({"b"}, {{2}})' },
      {
        usage: 'Table.RemoveColumns(#table({"a"}, {{1}}), "z")',
        output: `error "The column 'z' of the table wasn't found."`,
      },
    ],
    call: (table: TableValue, columns: Value, missingField: Plain) =>
      chooseColumns(table, removeNames(table.shape, readNames(columns), readMissingField(missingField), inTable)),
  },
  {
    signature:
      "Table.ReorderColumns(table as table, columnOrder as list, optional missingField as nullable MissingField.Type) as table",
    summary: "The table with the named columns in this order; all others stay where they are.",
    examples: [
      {
        usage: 'Table.ColumnNames(Table.ReorderColumns(#table({"a", "b", "c"}, {}), {"c", "a"}))',
        output: '{"c", "b", "a"}',
      },
    ],
    call: (table: TableValue, order: ListValue, missingField: Plain) =>
      chooseColumns(table, reorderNames(table.shape, readNames(order), readMissingField(missingField), inTable)),
  },
  {
    signature:
      "Table.RenameColumns(table as table, renames as list, optional missingField as nullable MissingField.Type) as table",
    summary: "The table with columns renamed by a pair of old and new name, or by several pairs.",
    examples: [
      {
        usage: 'Table.RenameColumns(#table({"a", "b"}, {{1, 2}}), {"a", "id"})',
        output: '#table({"id", "b"}, {{1, 2}})',
      },
      {
        usage: 'Table.RenameColumns(#table({"a", "b"}, {{1, 2}}), {{"a", "b"}, {"b", "a"}})',
        output: '#table({"b", "a"}, {{1, 2}})',
      },
    ],
    call: (table: TableValue, renames: ListValue, missingField: Plain) => {
      const arrangement = renameNames(table.shape, readRenames(renames), readMissingField(missingField), inTable);
      return foldRenames(table, arrangement) ?? arrangeColumns(table, arrangement);
    },
  },
  {
    signature:
      "Table.SelectColumns(table as table, columns as any, optional missingField as nullable MissingField.Type) as table",
    summary: "The table of one column or several only, in this order.",
    examples: [
      {
        usage: 'Table.SelectColumns(#table({"a", "b", "c"}, {{1, 2, 3}}), {"c", "a"})',
        output: '#table({"c", "a"}, {{3, 1}})',
      },
      {
        usage: 'Table.SelectColumns(#table({"a"}, {{1}}), {"a", "z"}, MissingField.UseNull)',
        output: '#table({"a", "z"}, {{1, null}})',
      },
    ],
    call: (table: TableValue, columns: Value, missingField: Plain) =>
      chooseColumns(table, selectNames(table.shape, readNames(columns), readMissingField(missingField), inTable)),
  },
];

/** Renames as a view is given them, as `Table.RenameColumns` takes them: an old and a new name for each column whose name changes. */
function foldRenames(table: TableValue, arrangement: Arrangement): TableValue | undefined {
  if (arrangement.some(({ source }) => source === undefined)) return undefined;
  return fold(table, "OnRenameColumns", () => {
    const renames = arrangement
      .map(({ name, source }) => [table.columns[source!]!, name])
      .filter(([before, after]) => before !== after);
    return [ListValue.of(renames.map((names) => ListValue.of(names)))];
  });
}
