import { cannotConvert } from "../../types/convert.ts";
import { anyType, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { typeOf } from "../../types/value-type.ts";
import { force, type Cell } from "../../values/cell.ts";
import { argumentOutOfRange, expressionError } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue } from "../../values/table.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { checkOptions, readList, readMember, readMissingField, readOption } from "../list/arguments.ts";
import { numberedColumns, readColumnKeys, readColumns, tableOf, type Column } from "./columns.ts";
import { libraryFunction } from "./library-function.ts";
import { readRecord, rowOfList, rowReader } from "./rows.ts";
import { fillRow, partType, type ExtraValues } from "./splitting.ts";

/** "Table construction" of Microsoft's table functions. */
export const construction: readonly FunctionDeclaration[] = [
  {
    signature: "#table(columns as any, rows as any) as any",
    summary: "A table of a list of rows, each a list of cells, under names, a table type or a number of columns.",
    examples: [
      { usage: '#table({"id", "queue"}, {{1, "Help"}})', output: 'Table.FromRecords({[id = 1, queue = "Help"]})' },
      { usage: "Table.ColumnNames(#table(2, {{1, 2}}))", output: '{"Column1", "Column2"}' },
      { usage: "Table.RowCount(#table(type table [id = number], {{1}, {2}}))", output: "2" },
    ],
    call: (columns: Value, rows: Value) => {
      const list = plain(rows);
      if (list instanceof ListValue) return fromRows(list, columns);
      throw cannotConvert(rows, primitiveTypes.list);
    },
  },
  {
    signature: "Table.FromColumns(lists as list, optional columns as any) as table",
    summary: "A table of lists, each a column; shorter lists are filled with null.",
    examples: [
      {
        usage: 'Table.FromColumns({{1, 2}, {"a"}}, {"id", "tag"})',
        output: '#table({"id", "tag"}, {{1, "a"}, {2, null}})',
      },
    ],
    call: fromColumns,
  },
  {
    signature:
      "Table.FromList(list as list, optional splitter as nullable function, optional columns as any, optional default as any, optional extraValues as nullable ExtraValues.Type) as table",
    summary:
      "A table with a row for each item, which a splitter takes apart; without a splitter items are texts, cut at commas.",
    difference:
      "Without columns there are as many as the first item gives; values too many are an error unless `extraValues` says otherwise.",
    examples: [
      {
        usage: 'Table.FromList({"a,apple", "b,ball"}, null, {"letter", "word"})',
        output: '#table({"letter", "word"}, {{"a", "apple"}, {"b", "ball"}})',
      },
      {
        usage: "Table.FromList({1, 2}, Splitter.SplitByNothing())",
        output: '#table({"Column1"}, {{1}, {2}})',
      },
      {
        usage: 'Table.FromList({[a = 1, b = 2]}, Record.FieldValues, {"x", "y"})',
        output: '#table({"x", "y"}, {{1, 2}})',
      },
    ],
    bind:
      (evaluation) => (list: ListValue, splitter: FunctionValue | null, columns: Value, fill: Value, extra: Plain) =>
        fromList(list, splitter ?? commaSplitter(evaluation), {
          columns,
          fill,
          extra: readMember<ExtraValues>(extra, [0, 1, 2], "extraValues", 1),
        }),
  },
  {
    signature:
      "Table.FromRecords(records as list, optional columns as any, optional missingField as nullable MissingField.Type) as table",
    summary: "A table of records; without columns, of the first record's fields.",
    examples: [
      { usage: "Table.FromRecords({[a = 1, b = 2], [a = 3, b = 4]})", output: '#table({"a", "b"}, {{1, 2}, {3, 4}})' },
      {
        usage: 'Table.FromRecords({[a = 1]}, {"a", "b"}, MissingField.UseNull)',
        output: '#table({"a", "b"}, {{1, null}})',
      },
    ],
    call: fromRecords,
  },
  {
    signature: "Table.FromRows(rows as list, optional columns as any) as table",
    summary: "A table of a list of rows, each a list of cells.",
    examples: [
      {
        usage: 'Table.FromRows({{1, "a"}, {2, "b"}}, {"id", "tag"})',
        output: '#table({"id", "tag"}, {{1, "a"}, {2, "b"}})',
      },
      { usage: "Table.ColumnNames(Table.FromRows({{1, 2}}))", output: '{"Column1", "Column2"}' },
    ],
    call: fromRows,
  },
  {
    signature: "Table.FromValue(value as any, optional options as nullable record) as table",
    summary: "A table of one column that holds a value or a list's items; a record gives its names and values.",
    examples: [
      { usage: "Table.FromValue({1, 2})", output: '#table({"Value"}, {{1}, {2}})' },
      { usage: 'Table.FromValue(1, [DefaultColumnName = "Chats"])', output: '#table({"Chats"}, {{1}})' },
    ],
    call: fromValue,
  },
];

function fromRows(rows: ListValue, columns: Value): TableValue {
  const given = readColumns(columns) ?? numberedColumns(widthOf(rows));
  return tableOf(
    given,
    function* () {
      for (const cell of rows.cells()) yield rowOfList(cell, given.length);
    },
    readColumnKeys(columns),
  );
}

function widthOf(rows: ListValue): number {
  const first = rows.at(0);
  return first === undefined ? 0 : readList(first).count();
}

function fromColumns(lists: ListValue, columns: Value): TableValue {
  const sources = Array.from(lists.cells(), readList);
  const given = readColumns(columns) ?? numberedColumns(sources.length);
  if (given.length < sources.length) {
    throw expressionError(`${given.length} columns were specified, but ${sources.length} lists were provided.`, lists);
  }
  return tableOf(
    given,
    function* () {
      const cells = sources.map((source) => source.cells()[Symbol.iterator]());
      for (;;) {
        const steps = cells.map((cell) => cell.next());
        if (steps.every((step) => step.done === true)) return;
        const row: Cell[] = steps.map((step) => (step.done === true ? null : step.value));
        while (row.length < given.length) row.push(null);
        yield row;
      }
    },
    readColumnKeys(columns),
  );
}

function commaSplitter(evaluation: Evaluation): FunctionValue {
  return libraryFunction(evaluation, "Splitter.SplitTextByDelimiter").invoke([","]) as FunctionValue;
}

type Filling = { readonly columns: Value; readonly fill: Value; readonly extra: ExtraValues };

function fromList(list: ListValue, splitter: FunctionValue, { columns, fill, extra }: Filling): TableValue {
  const split = (cell: Cell): ListValue => readList(splitter.invoke([force(cell)]));
  const named = readColumns(columns) ?? numberedColumns(Math.max(firstWidth(list, split), 1));
  const isTyped = plain(columns) instanceof TypeValue;
  const type = partType(splitter);
  const given = isTyped ? named : named.map(({ name }) => ({ name, type }));
  return tableOf(
    given,
    function* () {
      for (const cell of list.cells()) yield fillRow(split(cell).toArray(), given.length, { fill, extra });
    },
    readColumnKeys(columns),
  );
}

function firstWidth(list: ListValue, split: (cell: Cell) => ListValue): number {
  const first = list.at(0);
  return first === undefined ? 0 : split(first).count();
}

function fromRecords(records: ListValue, columns: Value, missingField: Plain): TableValue {
  const missing = readMissingField(missingField);
  if (missing === 1) throw argumentOutOfRange("missingField", 1);
  const given = readColumns(columns) ?? columnsOfFirst(records);
  const names = given.map(({ name }) => name);
  return tableOf(
    given,
    function* () {
      const toRow = rowReader(names, missing === 2 ? "null" : "error");
      for (const cell of records.cells()) yield toRow(readRecord(cell));
    },
    readColumnKeys(columns),
  );
}

function columnsOfFirst(records: ListValue): readonly Column[] {
  const first = records.at(0);
  return first === undefined ? [] : readRecord(first).names.map((name) => ({ name, type: anyType }));
}

function fromValue(value: Value, options: RecordValue | null): TableValue {
  checkOptions(options, ["DefaultColumnName"], "Table.FromValue");
  const name = readOption(options, "DefaultColumnName") ?? "Value";
  if (typeof name !== "string") throw cannotConvert(name, primitiveTypes.text);
  const bare = plain(value);
  if (bare instanceof TableValue) return bare;
  if (bare instanceof ListValue) {
    return tableOf([{ name, type: bare.type?.item ?? anyType }], function* () {
      for (const cell of bare.cells()) yield [cell];
    });
  }
  if (bare instanceof RecordValue) {
    const columns = [
      { name: "Name", type: primitiveTypes.text },
      { name: "Value", type: anyType },
    ];
    return tableOf(columns, bare.entries());
  }
  return tableOf([{ name, type: typeOf(value) }], [[value]]);
}
