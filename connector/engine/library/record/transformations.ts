import { mergeRecords } from "../../evaluate/combine.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { force, Thunk, type Cell } from "../../values/cell.ts";
import { fieldNotFound } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import type { ListValue } from "../../values/list.ts";
import { emptyRecord, RecordValue, Shape } from "../../values/record.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readFunction, readMissingField, readNames, readText } from "../list/arguments.ts";
import {
  readOperations,
  readRenames,
  removeNames,
  renameNames,
  reorderNames,
  takeCells,
  type Arrangement,
} from "./arrangement.ts";

/** "Transformations" of Microsoft's record functions. */
export const transformations: readonly FunctionDeclaration[] = [
  {
    signature:
      "Record.AddField(record as record, fieldName as text, value as any, optional delayed as nullable logical) as record",
    summary: "The record with one more field: a value, or, delayed, what a function gives when the field is read.",
    examples: [
      { usage: 'Record.AddField([A = 1], "B", 2)', output: "[A = 1, B = 2]" },
      { usage: 'Record.AddField([A = 1], "B", () => 3, true)', output: "[A = 1, B = 3]" },
    ],
    call: (record: RecordValue, name: string, value: Value, delayed: boolean | null) => {
      const cell = delayed === true ? delay(value) : value;
      return new RecordValue(new Shape([...record.names, name]), [...record.cells, cell]);
    },
  },
  {
    signature: "Record.Combine(records as list) as record",
    summary: "The fields of several records; a later record's field takes the place of an earlier one's.",
    examples: [{ usage: "Record.Combine({[A = 1, B = 2], [B = 3, C = 4]})", output: "[A = 1, B = 3, C = 4]" }],
    call: (records: ListValue) => Array.from(records.cells(), readRecord).reduce(mergeRecords, emptyRecord),
  },
  {
    signature:
      "Record.RemoveFields(record as record, fields as any, optional missingField as nullable MissingField.Type) as record",
    summary: "The record without one field or several.",
    examples: [
      { usage: 'Record.RemoveFields([A = 1, B = 2, C = 3], {"A", "C"})', output: "[B = 2]" },
      {
        usage: 'Record.RemoveFields([A = 1], "Z")',
        output: `error "The field 'Z' of the record wasn't found."`,
      },
    ],
    call: (record: RecordValue, fields: Value, missingField: Plain) =>
      arranged(record, removeNames(record.shape, readNames(fields), readMissingField(missingField), inRecord(record))),
  },
  {
    signature:
      "Record.RenameFields(record as record, renames as list, optional missingField as nullable MissingField.Type) as record",
    summary: "The record with fields renamed by a pair of old and new name, or by several pairs.",
    examples: [
      { usage: 'Record.RenameFields([A = 1, B = 2], {"A", "Z"})', output: "[Z = 1, B = 2]" },
      { usage: 'Record.RenameFields([A = 1, B = 2], {{"A", "B"}, {"B", "A"}})', output: "[B = 1, A = 2]" },
    ],
    call: (record: RecordValue, renames: ListValue, missingField: Plain) =>
      arranged(
        record,
        renameNames(record.shape, readRenames(renames), readMissingField(missingField), inRecord(record)),
      ),
  },
  {
    signature:
      "Record.ReorderFields(record as record, fieldOrder as list, optional missingField as nullable MissingField.Type) as record",
    summary: "The record with the named fields in this order; all others stay where they are.",
    examples: [
      {
        usage: 'Record.FieldNames(Record.ReorderFields([A = 1, B = 2, C = 3], {"C", "A"}))',
        output: '{"C", "B", "A"}',
      },
      {
        usage: 'Record.FieldNames(Record.ReorderFields([A = 1, B = 2, C = 3], {"C", "Z", "A"}, MissingField.UseNull))',
        output: '{"C", "B", "Z", "A"}',
      },
    ],
    call: (record: RecordValue, order: ListValue, missingField: Plain) =>
      arranged(record, reorderNames(record.shape, readNames(order), readMissingField(missingField), inRecord(record))),
  },
  {
    signature:
      "Record.TransformFields(record as record, transformOperations as list, optional missingField as nullable MissingField.Type) as record",
    summary: "The record with functions applied to fields, given as a pair of name and function or as several pairs.",
    examples: [
      { usage: 'Record.TransformFields([A = "1", B = 2], {"A", Number.FromText})', output: "[A = 1, B = 2]" },
      {
        usage: 'Record.TransformFields([A = 1], {{"A", each _ + 1}, {"B", each _}}, MissingField.UseNull)',
        output: "[A = 2, B = null]",
      },
    ],
    call: (record: RecordValue, operations: ListValue, missingField: Plain) => {
      const missing = readMissingField(missingField);
      const cells = new Map(record.entries());
      for (const [nameCell = null, transformCell = null] of readOperations(operations)) {
        const name = readText(nameCell);
        const transform = readFunction(transformCell);
        const cell = cells.get(name);
        if (cell !== undefined) cells.set(name, new Thunk(() => transform.invoke([force(cell)])));
        else if (missing === 0) throw fieldNotFound(name, record);
        else if (missing === 2) cells.set(name, null);
      }
      return RecordValue.fromEntries([...cells]);
    },
  },
];

/** The record with its fields chosen and named by an arrangement. */
export function arranged(record: RecordValue, arrangement: Arrangement): RecordValue {
  return new RecordValue(new Shape(arrangement.map(({ name }) => name)), takeCells(arrangement, record.cells));
}

/** The error for a field that a record has not. */
export function inRecord(record: RecordValue): (name: string) => Error {
  return (name) => fieldNotFound(name, record);
}

function readRecord(cell: Cell): RecordValue {
  const value = read(cell);
  if (value instanceof RecordValue) return value;
  throw cannotConvert(value, primitiveTypes.record);
}

function delay(value: Value): Thunk {
  const make = plain(value);
  if (!(make instanceof FunctionValue)) throw cannotConvert(value, primitiveTypes.function);
  return new Thunk(() => make.invoke([]));
}
