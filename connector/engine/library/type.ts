import { cannotConvert } from "../types/convert.ts";
import { isCompatible, unionOf } from "../types/compatibility.ts";
import { facetRecord, readFacets, schemaOf } from "../types/schema.ts";
import { nonNullableOf, nullableOf, primitiveTypes, recordTypeOf, TypeValue } from "../types/type-value.ts";
import type { Cell } from "../values/cell.ts";
import { argumentOutOfRange, columnNotFound, expressionError } from "../values/errors.ts";
import type { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { read, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import { checkOptions, readNames } from "./list/arguments.ts";
import { checkKeyColumns, keyRecords, readKeys } from "./type-keys.ts";

/** The type functions: making types, and taking them apart. */
export const type: Group = {
  name: "Type functions",
  constants: [
    { name: "Any.Type", value: primitiveTypes.any, summary: "The type of all values." },
    { name: "None.Type", value: primitiveTypes.none, summary: "The type of no value." },
    { name: "Null.Type", value: primitiveTypes.null, summary: "The type of null." },
    { name: "Type.Type", value: primitiveTypes.type, summary: "The type of types." },
  ],
  functions: [
    {
      signature: "Type.AddTableKey(table as type, columns as list, isPrimary as logical) as type",
      summary: "A table type with one more key.",
      examples: [
        {
          usage: 'Type.TableKeys(Type.AddTableKey(type table [id = number, name = text], {"id"}, true))',
          output: '{[Columns = {"id"}, Primary = true]}',
        },
      ],
      call: (table: TypeValue, columns: ListValue, isPrimary: boolean) => {
        const key = { columns: readNames(columns), primary: isPrimary };
        checkKeyColumns(tableRow(table), key.columns);
        return table.with({ keys: [...table.keys, key] });
      },
    },
    {
      signature: "Type.ClosedRecord(type as type) as type",
      summary: "The record type without room for other fields.",
      examples: [{ usage: "Type.IsOpenRecord(Type.ClosedRecord(type [id = number, ...]))", output: "false" }],
      call: (record: TypeValue) => recordTypeOf(fieldsOf(record), false).with({ meta: record.meta }),
    },
    {
      signature: "Type.Facets(type as type) as record",
      summary: "The facets of a type; null for each that is not set.",
      examples: [{ usage: "Type.Facets(Type.ReplaceFacets(type text, [MaxLength = 8]))[MaxLength]", output: "8" }],
      call: facetRecord,
    },
    {
      signature: "Type.ForFunction(signature as record, min as number) as type",
      summary: "The type of functions with these parameters and this result, of which so many parameters are required.",
      examples: [
        {
          usage:
            "Type.FunctionRequiredParameters(Type.ForFunction([ReturnType = type text, Parameters = [x = type number, y = type number]], 1))",
          output: "1",
        },
      ],
      call: forFunction,
    },
    {
      signature: "Type.ForRecord(fields as record, open as logical) as type",
      summary: "The type of records with these fields, each given as `[Type, Optional]`.",
      examples: [
        {
          usage:
            "Type.RecordFields(Type.ForRecord([id = [Type = type number, Optional = false]], false))[id][Optional]",
          output: "false",
        },
      ],
      call: forRecord,
    },
    {
      signature: "Type.FunctionParameters(type as type) as record",
      summary: "The types of a function type's parameters, by name.",
      examples: [
        {
          usage: "Record.FieldNames(Type.FunctionParameters(type function (x as number, optional y as text) as any))",
          output: '{"x", "y"}',
        },
        {
          usage: "Type.IsNullable(Type.FunctionParameters(type function (x as number, optional y as text) as any)[y])",
          output: "true",
        },
      ],
      call: (fn: TypeValue) => RecordValue.fromEntries(parametersOf(fn).map(({ name, type: given }) => [name, given])),
    },
    {
      signature: "Type.FunctionRequiredParameters(type as type) as number",
      summary: "How many arguments a function of the type must be given.",
      examples: [
        {
          usage: "Type.FunctionRequiredParameters(type function (x as number, optional y as text) as any)",
          output: "1",
        },
      ],
      call: (fn: TypeValue) => {
        parametersOf(fn);
        return fn.required;
      },
    },
    {
      signature: "Type.FunctionReturn(type as type) as type",
      summary: "The type of what functions of a type give.",
      examples: [{ usage: "Type.FunctionReturn(type function () as number) = type number", output: "true" }],
      call: (fn: TypeValue) => {
        if (fn.of !== "function") throw cannotConvertType(fn, "function");
        return fn.result ?? primitiveTypes.any;
      },
    },
    {
      signature: "Type.Is(type1 as type, type2 as type) as logical",
      summary: "Whether every value of the first type is one of the second, a primitive type.",
      examples: [
        { usage: "Type.Is(type number, type any)", output: "true" },
        { usage: "Type.Is(type nullable text, type text)", output: "false" },
        { usage: "Type.Is(type [id = number], type record)", output: "true" },
      ],
      call: isCompatible,
    },
    {
      signature: "Type.IsNullable(type as type) as logical",
      summary: "Whether null is of the type.",
      examples: [
        { usage: "Type.IsNullable(type nullable number)", output: "true" },
        { usage: "Type.IsNullable(type number)", output: "false" },
      ],
      call: (given: TypeValue) => given.nullable,
    },
    {
      signature: "Type.IsOpenRecord(type as type) as logical",
      summary: "Whether a record type has room for other fields.",
      examples: [
        { usage: "Type.IsOpenRecord(type [id = number, ...])", output: "true" },
        { usage: "Type.IsOpenRecord(type [id = number])", output: "false" },
      ],
      call: (record: TypeValue) => {
        fieldsOf(record);
        return record.open || record.fields === undefined;
      },
    },
    {
      signature: "Type.ListItem(type as type) as type",
      summary: "The type of a list type's items.",
      examples: [{ usage: "Type.ListItem(type {number}) = type number", output: "true" }],
      call: (listType: TypeValue) => {
        if (listType.of !== "list") throw cannotConvertType(listType, "list");
        return listType.item ?? primitiveTypes.any;
      },
    },
    {
      signature: "Type.NonNullable(type as type) as type",
      summary: "The type without null.",
      examples: [{ usage: "Type.IsNullable(Type.NonNullable(type nullable number))", output: "false" }],
      call: (given: TypeValue) => (given.of === "null" ? primitiveTypes.none : nonNullableOf(given)),
    },
    {
      signature: "Type.OpenRecord(type as type) as type",
      summary: "The record type with room for other fields.",
      examples: [{ usage: "Type.IsOpenRecord(Type.OpenRecord(type [id = number]))", output: "true" }],
      call: (record: TypeValue) => recordTypeOf(fieldsOf(record), true).with({ meta: record.meta }),
    },
    {
      signature: "Type.RecordFields(type as type) as record",
      summary: "The fields of a record type by name, each as `[Type, Optional]`.",
      examples: [
        { usage: "Type.RecordFields(type [A = number, optional B = any])[B][Optional]", output: "true" },
        { usage: "Record.FieldNames(Type.RecordFields(type [A = number, B = text]))", output: '{"A", "B"}' },
      ],
      call: (record: TypeValue) =>
        RecordValue.fromEntries(
          fieldsOf(record).map((field) => [
            field.name,
            RecordValue.from({ Type: field.type, Optional: field.optional }),
          ]),
        ),
    },
    {
      signature: "Type.ReplaceFacets(type as type, facets as record) as type",
      summary: "The type with these facets in place of those it had.",
      examples: [
        {
          usage:
            "Type.Facets(Type.ReplaceFacets(type number, [NumericPrecision = 10, NumericScale = 2]))[NumericScale]",
          output: "2",
        },
      ],
      call: (given: TypeValue, facets: RecordValue) => given.with({ facets: readFacets(facets) }),
    },
    {
      signature: "Type.ReplaceTableKeys(tableType as type, keys as list) as type",
      summary: "The table type with these keys, each `[Columns, Primary]`, in place of those it had.",
      examples: [
        {
          usage:
            'Type.TableKeys(Type.ReplaceTableKeys(type table [id = number], {[Columns = {"id"}, Primary = false]}))',
          output: '{[Columns = {"id"}, Primary = false]}',
        },
        {
          usage: 'Type.TableKeys(Type.ReplaceTableKeys(Type.AddTableKey(type table [id = number], {"id"}, true), {}))',
          output: "{}",
        },
      ],
      call: (table: TypeValue, keys: ListValue) => {
        const replaced = readKeys(keys);
        for (const key of replaced) checkKeyColumns(tableRow(table), key.columns);
        return table.with({ keys: replaced });
      },
    },
    {
      signature: "Type.TableColumn(tableType as type, column as text) as type",
      summary: "The type of a table type's column.",
      examples: [{ usage: 'Type.TableColumn(type table [id = number], "id") = type number', output: "true" }],
      call: (table: TypeValue, column: string) => {
        const found = tableRow(table).fields?.find((field) => field.name === column);
        if (!found) throw columnNotFound(column);
        return found.type;
      },
    },
    {
      signature: "Type.TableKeys(tableType as type) as list",
      summary: "The keys of a table type, each as `[Columns, Primary]`.",
      examples: [{ usage: "Type.TableKeys(type table [id = number])", output: "{}" }],
      call: (table: TypeValue) => {
        tableRow(table);
        return keyRecords(table.keys);
      },
    },
    {
      signature: "Type.TableRow(table as type) as type",
      summary: "The record type of a table type's rows.",
      examples: [
        { usage: "Record.FieldNames(Type.RecordFields(Type.TableRow(type table [X = number])))", output: '{"X"}' },
      ],
      call: tableRow,
    },
    {
      signature: "Type.TableSchema(tableType as type) as table",
      summary: "The columns of a table type as a table, a row each.",
      examples: [
        {
          usage: 'Table.SelectColumns(Type.TableSchema(type table [id = Int64.Type]), {"Name", "TypeName", "Kind"})',
          output: '#table({"Name", "TypeName", "Kind"}, {{"id", "Int64.Type", "number"}})',
        },
      ],
      call: (table: TypeValue) => {
        tableRow(table);
        return schemaOf(table);
      },
    },
    {
      signature: "Type.Union(types as list) as type",
      summary: "The narrowest type that takes the values of all of the types.",
      examples: [
        { usage: "Type.Is(Type.Union({type number, type null}), type nullable number)", output: "true" },
        { usage: "Type.Is(Type.Union({type number, type text}), type anynonnull)", output: "true" },
      ],
      call: (types: ListValue) => unionOf(Array.from(types.cells(), readType)),
    },
  ],
};

function fieldsOf(record: TypeValue) {
  if (record.of !== "record") throw cannotConvertType(record, "record");
  return record.fields ?? [];
}

function parametersOf(fn: TypeValue) {
  if (fn.of !== "function") throw cannotConvertType(fn, "function");
  return fn.parameters ?? [];
}

function tableRow(table: TypeValue): TypeValue {
  if (table.of !== "table") throw cannotConvertType(table, "table");
  return table.row ?? recordTypeOf([], true);
}

function cannotConvertType(given: TypeValue, kind: string): Error {
  return expressionError(`The type must be a ${kind} type.`, given);
}

function readType(cell: Cell): TypeValue {
  const given = read(cell);
  if (given instanceof TypeValue) return given;
  throw cannotConvert(given, primitiveTypes.type);
}

function forRecord(fields: RecordValue, open: boolean): Value {
  return recordTypeOf(
    fields.entries().map(([name, cell]) => {
      const field = read(cell);
      if (!(field instanceof RecordValue)) throw cannotConvert(field, primitiveTypes.record);
      checkOptions(field, ["Type", "Optional"], "Type.ForRecord");
      const optional = read(field.cell("Optional") ?? null) ?? false;
      if (typeof optional !== "boolean") throw cannotConvert(optional, primitiveTypes.logical);
      return { name, type: readType(field.get("Type")), optional };
    }),
    open,
  );
}

function forFunction(signature: RecordValue, min: number): Value {
  checkOptions(signature, ["ReturnType", "Parameters"], "Type.ForFunction");
  const given = read(signature.get("Parameters"));
  if (!(given instanceof RecordValue)) throw cannotConvert(given, primitiveTypes.record);
  const parameters = given.entries().map(([name, cell], position) => {
    const parameterType = readType(cell);
    return { name, type: position < min ? parameterType : nullableOf(parameterType) };
  });
  if (!Number.isInteger(min) || min < 0 || min > parameters.length) throw argumentOutOfRange("min", min);
  return new TypeValue("function", { parameters, required: min, result: readType(signature.get("ReturnType")) });
}
