import { Ascribed, type Ascription } from "./ascribed.ts";
import { emptyRecord, type RecordValue } from "./record.ts";
import type { Value } from "./value.ts";
import { TypeValue } from "../types/type-value.ts";

/** The metadata record of a value; empty when it has none. */
export function metadataOf(value: Value): RecordValue {
  if (value === null || typeof value !== "object" || !("meta" in value)) return emptyRecord;
  return value.meta ?? emptyRecord;
}

/** The type that was ascribed to a value, or that a structured value carries; `undefined` when there is only its kind. */
export function ascribedType(value: Value): TypeValue | undefined {
  if (value === null || typeof value !== "object" || !("type" in value)) return undefined;
  return value.type;
}

/** The value with this type and metadata in place of what it had. A type value keeps only metadata. */
export function ascribe(value: Value, ascription: Ascription): Value {
  if (value instanceof TypeValue) return value.with({ meta: ascription.meta });
  if (value instanceof Ascribed) return new Ascribed(value.value, ascription);
  if (value !== null && typeof value === "object" && "ascribe" in value) return value.ascribe(ascription);
  return new Ascribed(value, ascription);
}

/** The value with other metadata and the type it had. */
export function withMetadata(value: Value, meta: RecordValue): Value {
  return ascribe(value, { type: ascribedType(value), meta });
}
