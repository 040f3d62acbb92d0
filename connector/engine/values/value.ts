import { Ascribed } from "./ascribed.ts";
import { force, type Cell } from "./cell.ts";
import type { BinaryValue } from "./binary.ts";
import type { FunctionValue } from "./function.ts";
import type { ListValue } from "./list.ts";
import type { RecordValue } from "./record.ts";
import type { TableValue } from "./table.ts";
import type { DateTimeValue, DateTimeZoneValue, DateValue, DurationValue, TimeValue } from "./temporal.ts";
import type { TypeKind, TypeValue } from "../types/type-value.ts";

/** A value without what may be ascribed to it: what nearly all of the library works on. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | DateValue
  | TimeValue
  | DateTimeValue
  | DateTimeZoneValue
  | DurationValue
  | BinaryValue
  | ListValue
  | RecordValue
  | TableValue
  | FunctionValue
  | TypeValue;

/** Any M value. A scalar with metadata or an ascribed type comes wrapped in `Ascribed`; `plain` unwraps it. */
export type Value = Plain | Ascribed;

/** The kinds of value that the specification names: the primitive types that a value can be of. */
export type Kind = Exclude<TypeKind, "any" | "anynonnull" | "none" | "action">;

/** The value without its wrapper. Structured values keep their own metadata: they are never wrapped. */
export function plain(value: Value): Plain {
  return value instanceof Ascribed ? value.value : value;
}

/** The plain value in a cell. */
export function read(cell: Cell): Plain {
  return plain(force(cell));
}

/** The kind of a value. */
export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case "number":
      return "number";
    case "string":
      return "text";
    case "boolean":
      return "logical";
    default:
      return value === null ? "null" : value instanceof Ascribed ? kindOf(value.value) : value.kind;
  }
}
