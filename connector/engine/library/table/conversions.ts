import { Thunk } from "../../values/cell.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import type { TableValue } from "../../values/table.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { libraryFunction } from "./library-function.ts";

/** "Conversions" of Microsoft's table functions. */
export const conversions: readonly FunctionDeclaration[] = [
  {
    signature: "Table.ToColumns(table as table) as list",
    summary: "The columns of a table as lists.",
    examples: [{ usage: 'Table.ToColumns(#table({"a", "b"}, {{1, 2}, {3, 4}}))', output: "{{1, 3}, {2, 4}}" }],
    call: (table: TableValue) => ListValue.of(table.columns.map((_, position) => columnAt(table, position))),
  },
  {
    signature: "Table.ToList(table as table, optional combiner as nullable function) as list",
    summary: "The rows of a table, each combined into one value; without a combiner into a text with commas.",
    examples: [
      { usage: 'Table.ToList(#table({"a", "b"}, {{"1", "x"}, {"2", "y"}}))', output: '{"1,x", "2,y"}' },
      { usage: 'Table.ToList(#table({"a", "b"}, {{1, 2}}), List.Sum)', output: "{3}" },
    ],
    bind: (evaluation) => (table: TableValue, given: FunctionValue | null) => {
      const combiner =
        given ?? (libraryFunction(evaluation, "Combiner.CombineTextByDelimiter").invoke([","]) as FunctionValue);
      return ListValue.stream(function* () {
        for (const row of table.rows()) yield new Thunk(() => combiner.invoke([ListValue.of(row)]));
      });
    },
  },
  {
    signature: "Table.ToRecords(table as table) as list",
    summary: "The rows of a table as records.",
    examples: [{ usage: 'Table.ToRecords(#table({"a"}, {{1}, {2}}))', output: "{[a = 1], [a = 2]}" }],
    call: rowRecords,
  },
  {
    signature: "Table.ToRows(table as table) as list",
    summary: "The rows of a table as lists.",
    examples: [{ usage: 'Table.ToRows(#table({"a", "b"}, {{1, 2}, {3, 4}}))', output: "{{1, 2}, {3, 4}}" }],
    call: (table: TableValue) =>
      ListValue.stream(function* () {
        for (const row of table.rows()) yield ListValue.of(row);
      }),
  },
];

/** The rows of a table as records. */
function rowRecords(table: TableValue): ListValue {
  return ListValue.stream(function* () {
    for (const row of table.rows()) yield table.record(row);
  });
}

/** The cells of the column at a position. */
export function columnAt(table: TableValue, position: number): ListValue {
  return ListValue.stream(function* () {
    for (const row of table.rows()) yield row[position]!;
  });
}
