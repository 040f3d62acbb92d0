import type { FieldType, TypeValue } from "../types/type-value.ts";
import { printIdentifier } from "./identifier.ts";

/**
 * A type as M text that stands where a value is expected: `type nullable text`, `Int64.Type`. A type's name is metadata in Power
 * Query, and `nullable` drops it: `nullable Int64.Type` shows as `nullable number`.
 */
export function printType(type: TypeValue): string {
  return withKeyword(type, new TypePrinter((named) => !named.nullable));
}

/** As `printType`, but every type shows by its name: a host tells whole numbers from others by `type nullable Int64.Type`. */
export function printNamedType(type: TypeValue): string {
  return withKeyword(type, new TypePrinter(() => true));
}

function withKeyword(type: TypeValue, printer: TypePrinter): string {
  const text = printer.print(type);
  return text === type.name ? text : `type ${text}`;
}

/** Prints types as M text that stands inside of another type: without the leading `type`. */
class TypePrinter {
  readonly #showsName: (type: TypeValue) => boolean;

  constructor(showsName: (type: TypeValue) => boolean) {
    this.#showsName = showsName;
  }

  print(type: TypeValue): string {
    const isNullableByItself = type.of === "any" || type.of === "null";
    const bare = this.#printBare(type);
    return type.nullable && !isNullableByItself ? `nullable ${bare}` : bare;
  }

  #printBare(type: TypeValue): string {
    if (type.name !== undefined && this.#showsName(type)) return type.name;
    if (type.item) return `{${this.print(type.item)}}`;
    if (type.fields) return this.#printFields(type.fields, type.open);
    if (type.row?.fields) return `table ${this.#printFields(type.row.fields, false)}`;
    if (type.row) return `table ${this.print(type.row)}`;
    if (type.parameters) return this.#printFunction(type);
    return type.of;
  }

  #printFields(fields: readonly FieldType[], isOpen: boolean): string {
    const parts = fields.map(
      ({ name, type, optional }) => `${optional ? "optional " : ""}${printIdentifier(name)} = ${this.print(type)}`,
    );
    if (isOpen) parts.push("...");
    return `[${parts.join(", ")}]`;
  }

  #printFunction(type: TypeValue): string {
    const parameters = (type.parameters ?? []).map(
      (parameter, position) =>
        `${position < type.required ? "" : "optional "}${printIdentifier(parameter.name)} as ${this.print(parameter.type)}`,
    );
    return `function (${parameters.join(", ")}) as ${type.result ? this.print(type.result) : "any"}`;
  }
}
