import { parseDate, parseDateTimeZone, parseDuration, parseNumber, parseTime, writeJson } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { anyType, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { formatError } from "../../values/errors.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import { numberTypes } from "../number/number-types.ts";

const { text, logical, record } = primitiveTypes;

/** How one of OData's primitive types is seen in M. */
type EdmType = {
  readonly type: TypeValue;
  /** The M value of what JSON gives. */
  readonly read: (json: Plain) => Value;
};

const asIs = (type: TypeValue): EdmType => ({ type, read: (json) => json });
const ofText = (type: TypeValue, parse: (json: string) => Value): EdmType => ({
  type,
  read: (json) => {
    if (typeof json === "string") return parse(json);
    throw cannotConvert(json, type);
  },
});
/** Numbers may come as texts: long ones on request, and those that JSON cannot write. */
const number = (type: TypeValue): EdmType => ({
  type,
  read: (json) => (typeof json === "string" ? (unwritable[json] ?? parseNumber(json, "en-US")) : json),
});
const unwritable: Readonly<Record<string, number>> = { INF: Infinity, "-INF": -Infinity, NaN };

function base64(json: string): Value {
  if (/[^\w=-]/u.test(json)) throw formatError("We couldn't convert to a binary: the text isn't base64url.", json);
  return new BinaryValue(Buffer.from(json, "base64url"));
}

/** Values of OData name their offset; a clock is of no account. */
const utc = { localOffsetAt: () => 0 };

/** OData's primitive types by their names after `Edm.` (OData CSDL 4.01, 3.3); `Edm.Stream` is no value of its own. */
const edmTypes: Readonly<Record<string, EdmType>> = {
  Boolean: asIs(logical),
  String: asIs(text),
  Guid: asIs(new TypeValue("text", { name: "Guid.Type" })),
  Byte: number(numberTypes["Byte.Type"]),
  SByte: number(numberTypes["Int8.Type"]),
  Int16: number(numberTypes["Int16.Type"]),
  Int32: number(numberTypes["Int32.Type"]),
  Int64: number(numberTypes["Int64.Type"]),
  Single: number(numberTypes["Single.Type"]),
  Double: number(numberTypes["Double.Type"]),
  Decimal: number(numberTypes["Decimal.Type"]),
  Date: ofText(primitiveTypes.date, (json) => parseDate(json, null, "en-US", utc)),
  TimeOfDay: ofText(primitiveTypes.time, (json) => parseTime(json, null, "en-US")),
  DateTimeOffset: ofText(primitiveTypes.datetimezone, (json) => parseDateTimeZone(json, null, "en-US", utc)),
  Duration: ofText(primitiveTypes.duration, parseDuration),
  Binary: ofText(primitiveTypes.binary, base64),
};

/** How an `Edm.` type is seen in M: shapes on the globe or a plane are records of GeoJSON, what is not known is any. */
export function edmTypeOf(name: string): EdmType {
  if (/^Edm\.Geo(?:graphy|metry)/u.test(name)) return asIs(record);
  return edmTypes[name.slice("Edm.".length)] ?? asIs(anyType);
}

/** A value as it stands in an address (OData URL conventions, 5.1.1.14.1). */
export function printLiteral(value: Value, type: string): string {
  const bare = plain(value);
  if (bare === null) return "null";
  if (type === "Edm.String" && typeof bare === "string") return `'${bare.replaceAll("'", "''")}'`;
  // JSON's own form less its quotes is that of numbers, logicals, dates and GUIDs.
  const written = writeJson(bare).replaceAll(/^"|"$/gu, "");
  if (type === "Edm.Duration") return `duration'${written}'`;
  return type === "Edm.Binary" ? `binary'${written.replaceAll("+", "-").replaceAll("/", "_")}'` : written;
}
