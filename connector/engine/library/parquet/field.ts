import type { ParquetType, SchemaTree } from "hyparquet";
import { nullableOf, primitiveTypes, recordTypeOf, TypeValue } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { DateTimeValue, DateTimeZoneValue, DateValue, ticksPerMillisecond, TimeValue } from "../../values/temporal.ts";
import type { Value } from "../../values/value.ts";
import { numberTypes } from "../number/number-types.ts";

/** What a field holds, by its logical type, its older converted type and its physical one. */
type Content =
  | { readonly kind: "list"; readonly item: SchemaTree }
  | { readonly kind: "map" | "record" }
  | { readonly kind: "leaf"; readonly type: TypeValue };

/** The M type of a field's cells. */
export function typeOfField(field: SchemaTree): TypeValue {
  const type = bareType(field);
  if (field.element.repetition_type === "REPEATED") return new TypeValue("list", { item: type });
  return field.element.repetition_type === "OPTIONAL" ? nullableOf(type) : type;
}

/** A cell of a field, as the reader gives it, as a value of M. */
export function valueOfCell(cell: unknown, field: SchemaTree): Value {
  if (cell === null || cell === undefined) return null;
  const content = contentOf(field);
  if (Array.isArray(cell)) {
    const item = content.kind === "list" ? content.item : field;
    return ListValue.of(cell.map((one) => valueOfCell(one, item)));
  }
  switch (content.kind) {
    case "map": {
      const value = field.children[0]?.children[1];
      return RecordValue.fromEntries(
        Object.entries(cell).map(([name, one]) => [name, value === undefined ? null : valueOfCell(one, value)]),
      );
    }
    case "record":
      return RecordValue.fromEntries(
        field.children.map((child) => [
          child.element.name,
          valueOfCell((cell as Readonly<Record<string, unknown>>)[child.element.name], child),
        ]),
      );
    default:
      return leafValue(cell, field);
  }
}

function leafValue(cell: unknown, field: SchemaTree): Value {
  const { logical_type: logical, converted_type: converted, scale } = field.element;
  if (cell instanceof DateTimeValue) {
    return isInstant(field) ? new DateTimeZoneValue(cell, 0) : cell;
  }
  if (cell instanceof DateValue) return cell;
  if (cell instanceof Uint8Array) return new BinaryValue(Uint8Array.from(cell));
  if (typeof cell === "bigint" || typeof cell === "number") {
    const number = Number(cell);
    if (converted === "TIME_MILLIS" || (logical?.type === "TIME" && logical.unit === "MILLIS")) {
      return new TimeValue(number * ticksPerMillisecond);
    }
    if (converted === "TIME_MICROS" || logical?.type === "TIME") {
      const isNanos = logical?.type === "TIME" && logical.unit === "NANOS";
      return new TimeValue(isNanos ? Math.floor(number / 100) : number * 10);
    }
    // The reader multiplies by a power of ten, which leaves noise behind the last place.
    return converted === "DECIMAL" ? Number(number.toFixed(scale ?? 0)) : number;
  }
  return typeof cell === "string" || typeof cell === "boolean" ? cell : String(cell);
}

function isInstant({ element }: SchemaTree): boolean {
  return element.logical_type?.type === "TIMESTAMP" && element.logical_type.isAdjustedToUTC;
}

function bareType(field: SchemaTree): TypeValue {
  const content = contentOf(field);
  switch (content.kind) {
    case "list":
      return new TypeValue("list", { item: typeOfField(content.item) });
    case "map":
      return primitiveTypes.record;
    case "record":
      return recordTypeOf(
        field.children.map((child) => ({ name: child.element.name, type: typeOfField(child), optional: false })),
        false,
      );
    default:
      return content.type;
  }
}

function contentOf(field: SchemaTree): Content {
  const { element, children } = field;
  if (children.length === 0) return { kind: "leaf", type: leafType(field) };
  const kind = element.logical_type?.type ?? element.converted_type;
  if (kind === "MAP" || kind === "MAP_KEY_VALUE") return { kind: "map" };
  const repeated = children[0]!;
  if (kind !== "LIST" || repeated.element.repetition_type !== "REPEATED") return { kind: "record" };
  // Older writers leave out the level between the list and its items.
  return { kind: "list", item: repeated.children.length === 1 ? repeated.children[0]! : asItem(repeated) };
}

function asItem(field: SchemaTree): SchemaTree {
  return { ...field, element: { ...field.element, repetition_type: "REQUIRED" } };
}

/** The types of fields that say what their bytes mean, in the newer words of the format and the older ones. */
const meanings: Readonly<Partial<Record<string, TypeValue>>> = {
  UTF8: primitiveTypes.text,
  STRING: primitiveTypes.text,
  ENUM: primitiveTypes.text,
  JSON: primitiveTypes.text,
  UUID: primitiveTypes.text,
  DECIMAL: numberTypes["Decimal.Type"],
  DATE: primitiveTypes.date,
  TIME: primitiveTypes.time,
  TIME_MILLIS: primitiveTypes.time,
  TIME_MICROS: primitiveTypes.time,
  TIMESTAMP: primitiveTypes.datetime,
  TIMESTAMP_MILLIS: primitiveTypes.datetime,
  TIMESTAMP_MICROS: primitiveTypes.datetime,
  INT_8: numberTypes["Int8.Type"],
  UINT_8: numberTypes["Byte.Type"],
  INT_16: numberTypes["Int16.Type"],
  UINT_32: numberTypes["Int64.Type"],
  FLOAT16: numberTypes["Single.Type"],
};

/** The types of fields that say no more than how they are stored. */
const storages: Readonly<Record<ParquetType, TypeValue>> = {
  BOOLEAN: primitiveTypes.logical,
  INT32: numberTypes["Int32.Type"],
  INT64: numberTypes["Int64.Type"],
  INT96: primitiveTypes.datetime,
  FLOAT: numberTypes["Single.Type"],
  DOUBLE: primitiveTypes.number,
  BYTE_ARRAY: primitiveTypes.binary,
  FIXED_LEN_BYTE_ARRAY: primitiveTypes.binary,
};

function leafType(field: SchemaTree): TypeValue {
  if (isInstant(field)) return primitiveTypes.datetimezone;
  const { type, converted_type: converted, logical_type: logical } = field.element;
  return meanings[converted ?? logical?.type ?? ""] ?? storages[type ?? "BYTE_ARRAY"];
}
