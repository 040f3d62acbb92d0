import { ascribedType } from "../values/metadata.ts";
import { kindOf, type Value } from "../values/value.ts";
import { expressionError } from "../values/errors.ts";
import { FunctionValue } from "../values/function.ts";
import { RecordValue } from "../values/record.ts";
import { TableValue } from "../values/table.ts";
import { cannotConvert } from "./convert.ts";
import { nonNullableOf, primitiveTypes, TypeValue } from "./type-value.ts";

/** The ascribed type of a value, or that of its kind where none was ascribed: what `Value.Type` gives. */
export function typeOf(value: Value): TypeValue {
  if (value instanceof TypeValue) return primitiveTypes.type;
  return ascribedType(value) ?? primitiveTypes[kindOf(value)];
}

/**
 * The type to ascribe to a value, or `undefined` for types that cannot be ascribed and change nothing (`any`, and any nullable type
 * on null). Only kind and outline are checked (specification: "Ascribed type of a value").
 *
 * @throws EvaluationError when the type does not suit the value.
 */
export function ascribable(value: Value, type: TypeValue): TypeValue | undefined {
  const kind = kindOf(value);
  if (type.of === "any") return undefined;
  if (kind === "null") {
    if (type.nullable) return undefined;
    throw cannotConvert(value, type);
  }
  if (type.of === "anynonnull") return undefined;
  if (type.of !== kind) throw cannotConvert(value, type);
  if (value instanceof RecordValue) checkRecord(value, type);
  if (value instanceof TableValue) checkTable(value, type);
  if (value instanceof FunctionValue) checkFunction(value, type);
  return nonNullableOf(type);
}

function checkRecord(value: RecordValue, type: TypeValue): void {
  if (!type.fields) return;
  if (type.open || type.fields.length !== value.names.length || type.fields.some((field) => field.optional)) {
    throw mismatch(
      "The type must be a closed record type without optional fields that has as many fields as the record.",
      type,
    );
  }
}

function checkTable(value: TableValue, type: TypeValue): void {
  if (!type.row) return;
  if ((type.row.fields ?? []).length !== value.columns.length) {
    throw mismatch("The type must have as many columns as the table.", type);
  }
}

function checkFunction(value: FunctionValue, type: TypeValue): void {
  if (!type.parameters || !value.type.parameters) return;
  if (type.parameters.length !== value.type.parameters.length || type.required !== value.type.required) {
    throw mismatch("The type must have as many required and optional parameters as the function.", type);
  }
}

function mismatch(message: string, type: TypeValue): Error {
  return expressionError(message, type);
}
