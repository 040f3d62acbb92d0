import type { FieldType, TypeValue } from "../types/type-value.ts";
import { printIdentifier } from "./identifier.ts";

/** A type as M text that stands where a value is expected: `type nullable number`, `Int64.Type`. */
export function printType(type: TypeValue): string {
  const text = printInner(type);
  return text === type.name ? text : `type ${text}`;
}

/** A type as M text that stands inside of another type: without the leading `type`. */
function printInner(type: TypeValue): string {
  const isNullableByItself = type.of === "any" || type.of === "null";
  const bare = printBare(type);
  return type.nullable && !isNullableByItself ? `nullable ${bare}` : bare;
}

function printBare(type: TypeValue): string {
  if (type.name !== undefined) return type.name;
  if (type.item) return `{${printInner(type.item)}}`;
  if (type.fields) return printFields(type.fields, type.open);
  if (type.row?.fields) return `table ${printFields(type.row.fields, false)}`;
  if (type.row) return `table ${printInner(type.row)}`;
  if (type.parameters) return printFunction(type);
  return type.of;
}

function printFields(fields: readonly FieldType[], isOpen: boolean): string {
  const parts = fields.map(
    ({ name, type, optional }) => `${optional ? "optional " : ""}${printIdentifier(name)} = ${printInner(type)}`,
  );
  if (isOpen) parts.push("...");
  return `[${parts.join(", ")}]`;
}

function printFunction(type: TypeValue): string {
  const parameters = (type.parameters ?? []).map(
    (parameter, position) =>
      `${position < type.required ? "" : "optional "}${printIdentifier(parameter.name)} as ${printInner(parameter.type)}`,
  );
  return `function (${parameters.join(", ")}) as ${type.result ? printInner(type.result) : "any"}`;
}
