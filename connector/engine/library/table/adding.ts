import { anyType, primitiveTypes, recordTypeOf, type TypeValue } from "../../types/type-value.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue, Shape } from "../../values/record.ts";
import type { TableValue } from "../../values/table.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { checkOptions, readNames } from "../list/arguments.ts";
import { notSupported } from "../../values/errors.ts";
import { describeColumns, fold } from "./folding.ts";
import { columnsOf, keysWithout, mapRows, tableOf, type Column } from "./columns.ts";

/** Those of "Transformation" of Microsoft's table functions that add columns or merge several into one. */
export const adding: readonly FunctionDeclaration[] = [
  {
    signature:
      "Table.AddColumn(table as table, newColumnName as text, columnGenerator as function, optional columnType as nullable type) as table",
    summary: "The table with one more column, whose cells a function makes of each row when they are read.",
    examples: [
      {
        usage: 'Table.AddColumn(#table({"a"}, {{1}, {2}}), "b", each [a] * 10)',
        output: '#table({"a", "b"}, {{1, 10}, {2, 20}})',
      },
      {
        usage:
          'Type.TableColumn(Value.Type(Table.AddColumn(#table({"a"}, {}), "b", each 1, type number)), "b") = type number',
        output: "true",
      },
    ],
    call: (table: TableValue, name: string, fn: FunctionValue, columnType: TypeValue | null) => {
      const type = columnType ?? fn.type.result ?? anyType;
      return (
        fold(table, "OnAddColumns", () => [describeColumns([{ name, fn, type }])]) ?? addColumn(table, name, fn, type)
      );
    },
  },
  {
    signature:
      "Table.AddIndexColumn(table as table, newColumnName as text, optional initialValue as nullable number, optional increment as nullable number, optional columnType as nullable type) as table",
    summary: "The table with a column that counts its rows, from 0 by 1 unless told otherwise.",
    examples: [
      {
        usage: 'Table.AddIndexColumn(#table({"a"}, {{"x"}, {"y"}}), "i")',
        output: '#table({"a", "i"}, {{"x", 0}, {"y", 1}})',
      },
      {
        usage: 'Table.AddIndexColumn(#table({"a"}, {{"x"}, {"y"}}), "i", 10, 5)[i]',
        output: "{10, 15}",
      },
    ],
    call: (table: TableValue, name: string, initial: number | null, increment: number | null, type: TypeValue | null) =>
      tableOf(
        [...columnsOf(table), { name, type: type ?? primitiveTypes.number }],
        function* () {
          let index = 0;
          for (const row of table.rows()) yield [...row, (initial ?? 0) + index++ * (increment ?? 1)];
        },
        table.type.keys,
      ),
  },
  {
    signature:
      "Table.CombineColumns(table as table, sourceColumns as list, combiner as function, column as text) as table",
    summary: "The table with several columns combined into one, which stands where the first of them stood.",
    examples: [
      {
        usage:
          'Table.CombineColumns(#table({"a", "b", "c"}, {{"x", 1, "y"}}), {"c", "a"}, Combiner.CombineTextByDelimiter("-"), "d")',
        output: '#table({"d", "b"}, {{"y-x", 1}})',
      },
    ],
    call: (table: TableValue, sources: ListValue, combiner: FunctionValue, name: string) =>
      mergeColumns(
        table,
        readNames(sources),
        { name, type: combiner.type.result ?? anyType },
        (cells) => new Thunk(() => combiner.invoke([ListValue.of(cells)])),
      ),
  },
  {
    signature:
      "Table.CombineColumnsToRecord(table as table, newColumnName as text, sourceColumns as list, optional options as nullable record) as table",
    summary: "The table with several columns combined into one of records.",
    examples: [
      {
        usage: 'Table.CombineColumnsToRecord(#table({"a", "b"}, {{1, 2}}), "both", {"a", "b"})',
        output: '#table({"both"}, {{[a = 1, b = 2]}})',
      },
    ],
    call: (table: TableValue, name: string, sources: ListValue, options: RecordValue | null) => {
      checkOptions(options, ["DisplayNameColumn", "TypeName"], "Table.CombineColumnsToRecord");
      const option = options?.names[0];
      if (option !== undefined) throw notSupported(`Table.CombineColumnsToRecord's option ${option}`);
      const names = readNames(sources);
      const shape = new Shape(names);
      const given = columnsOf(table);
      const fields = names.map((field) => ({ name: field, type: given[table.position(field)]!.type, optional: false }));
      return mergeColumns(
        table,
        names,
        { name, type: recordTypeOf(fields, false) },
        (cells) => new RecordValue(shape, cells),
      );
    },
  },
];

function addColumn(table: TableValue, name: string, generator: FunctionValue, type: TypeValue): TableValue {
  return tableOf(
    [...columnsOf(table), { name, type }],
    function* () {
      for (const row of table.rows()) {
        const record = table.record(row);
        yield [...row, new Thunk(() => generator.invoke([record]))];
      }
    },
    table.type.keys,
  );
}

/** The table with several columns merged into one at the place of the leftmost. */
function mergeColumns(
  table: TableValue,
  names: readonly string[],
  merged: Column,
  merge: (cells: readonly Cell[]) => Cell,
): TableValue {
  const sources = names.map((name) => table.position(name));
  const place = Math.min(...sources);
  const kept = [...table.columns.keys()].filter((position) => position === place || !sources.includes(position));
  const columns = columnsOf(table);
  return tableOf(
    kept.map((position) => (position === place ? merged : columns[position]!)),
    () =>
      mapRows(table, (row) =>
        kept.map((position) => (position === place ? merge(sources.map((source) => row[source]!)) : row[position]!)),
      ),
    keysWithout(table, names),
  );
}
