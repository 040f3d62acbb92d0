import { cannotConvert } from "../../types/convert.ts";
import { anyType, nonNullableOf, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { force } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue, Shape } from "../../values/record.ts";
import { TableValue } from "../../values/table.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readMissingField, readNames, readText } from "../list/arguments.ts";
import { selectNames } from "./arrangement.ts";
import { arranged, inRecord } from "./transformations.ts";

/** "Information" of Microsoft's record functions. */
export const information: readonly FunctionDeclaration[] = [
  {
    signature: "Record.FieldCount(record as record) as number",
    summary: "How many fields a record has.",
    examples: [{ usage: "Record.FieldCount([A = 1, B = 2])", output: "2" }],
    call: (record: RecordValue) => record.names.length,
  },
  {
    signature: "Record.HasFields(record as record, fields as any) as logical",
    summary: "Whether a record has a field, or all of several.",
    examples: [
      { usage: 'Record.HasFields([A = 1, B = 2], "B")', output: "true" },
      { usage: 'Record.HasFields([A = 1, B = 2], {"B", "C"})', output: "false" },
    ],
    call: (record: RecordValue, fields: Value) => readNames(fields).every((name) => record.has(name)),
  },
];

/** "Selection" of Microsoft's record functions. */
export const selection: readonly FunctionDeclaration[] = [
  {
    signature: "Record.Field(record as record, field as text) as any",
    summary: "The value of a field.",
    examples: [
      { usage: 'Record.Field([A = 1, B = 2], "B")', output: "2" },
      { usage: 'Record.Field([A = 1], "B")', output: `error "The field 'B' of the record wasn't found."` },
    ],
    call: (record: RecordValue, field: string) => record.get(field),
  },
  {
    signature: "Record.FieldNames(record as record) as list",
    summary: "The names of the fields, in order.",
    examples: [{ usage: "Record.FieldNames([A = 1, B = 2])", output: '{"A", "B"}' }],
    call: (record: RecordValue) => ListValue.of(record.names),
  },
  {
    signature: "Record.FieldOrDefault(record as nullable record, field as text, optional defaultValue as any) as any",
    summary: "The value of a field; the default when the record has none of that name or is null.",
    examples: [
      { usage: 'Record.FieldOrDefault([A = 1], "A", 0)', output: "1" },
      { usage: 'Record.FieldOrDefault([A = 1], "B", 0)', output: "0" },
      { usage: 'Record.FieldOrDefault(null, "B")', output: "null" },
    ],
    call: (record: RecordValue | null, field: string, whenMissing: Value) => {
      const cell = record?.cell(field);
      return cell === undefined ? whenMissing : force(cell);
    },
  },
  {
    signature: "Record.FieldValues(record as record) as list",
    summary: "The values of the fields, in order.",
    examples: [{ usage: "Record.FieldValues([A = 1, B = 2])", output: "{1, 2}" }],
    call: fieldValues,
  },
  {
    signature:
      "Record.SelectFields(record as record, fields as any, optional missingField as nullable MissingField.Type) as record",
    summary: "The record of one field or several only.",
    examples: [
      { usage: 'Record.SelectFields([A = 1, B = 2, C = 3], {"C", "A"})', output: "[C = 3, A = 1]" },
      { usage: 'Record.SelectFields([A = 1], {"A", "Z"}, MissingField.UseNull)', output: "[A = 1, Z = null]" },
      { usage: 'Record.SelectFields([A = 1], {"A", "Z"}, MissingField.Ignore)', output: "[A = 1]" },
    ],
    call: (record: RecordValue, fields: Value, missingField: Plain) =>
      arranged(record, selectNames(record.shape, readNames(fields), readMissingField(missingField), inRecord(record))),
  },
];

/** "Serialization" of Microsoft's record functions. */
export const serialization: readonly FunctionDeclaration[] = [
  {
    signature: "Record.FromList(list as list, fields as any) as record",
    summary: "A record of a list's items, under names or of a record type.",
    examples: [
      { usage: 'Record.FromList({1, "Help"}, {"id", "queue"})', output: '[id = 1, queue = "Help"]' },
      { usage: 'Record.FromList({1, "Help"}, type [id = number, queue = text])', output: '[id = 1, queue = "Help"]' },
    ],
    call: fromList,
  },
  {
    signature: "Record.FromTable(table as table) as record",
    summary: "A record of a table with a Name and a Value column, one field a row.",
    examples: [
      {
        usage: 'Record.FromTable(#table({"Name", "Value"}, {{"A", 1}, {"B", 2}}))',
        output: "[A = 1, B = 2]",
      },
    ],
    call: (table: TableValue) => {
      const name = table.position("Name");
      const value = table.position("Value");
      return RecordValue.fromEntries(Array.from(table.rows(), (row) => [readText(row[name]!), row[value]!] as const));
    },
  },
  {
    signature: "Record.ToList(record as record) as list",
    summary: "The values of the fields, in order.",
    examples: [{ usage: "Record.ToList([A = 1, B = 2])", output: "{1, 2}" }],
    call: fieldValues,
  },
  {
    signature: "Record.ToTable(record as record) as table",
    summary: "A table with a Name and a Value column, one row a field.",
    examples: [
      {
        usage: "Record.ToTable([A = 1, B = 2])",
        output: '#table({"Name", "Value"}, {{"A", 1}, {"B", 2}})',
      },
    ],
    call: (record: RecordValue) =>
      TableValue.from({
        columns: ["Name", "Value"],
        types: [primitiveTypes.text, anyType],
        rows: record.entries().map(([name, cell]) => [name, cell]),
      }),
  },
];

function fieldValues(record: RecordValue): ListValue {
  return ListValue.of(record.cells);
}

function fromList(list: ListValue, fields: Value): RecordValue {
  const given = plain(fields);
  const type = given instanceof TypeValue ? given : undefined;
  if (type && !type.fields) throw cannotConvert(fields, primitiveTypes.record);
  if (!type && !(given instanceof ListValue)) throw cannotConvert(fields, primitiveTypes.list);
  const names = type?.fields?.map((field) => field.name) ?? readNames(fields);
  const cells = list.toArray();
  if (cells.length !== names.length) {
    throw expressionError(`${names.length} keys were specified, but ${cells.length} values were provided.`, list);
  }
  return new RecordValue(new Shape(names), cells, type && { type: nonNullableOf(type), meta: undefined });
}
