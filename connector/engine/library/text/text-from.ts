import {
  formatDate,
  formatDateTime,
  formatDateTimeZone,
  formatDuration,
  formatTime,
  numberToText,
} from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { plain, type Value } from "../../values/value.ts";

/** A value as text in a culture (`Text.From`); null stays null. @throws EvaluationError for lists, records, tables, functions and types. */
export function textFrom(value: Value, culture: string): string | null {
  const bare = plain(value);
  if (bare === null || typeof bare === "string") return bare;
  if (typeof bare === "number") return numberToText(bare, null, culture);
  if (typeof bare === "boolean") return bare ? "true" : "false";
  switch (bare.kind) {
    case "date":
      return formatDate(bare, null, culture);
    case "time":
      return formatTime(bare, null, culture);
    case "datetime":
      return formatDateTime(bare, null, culture);
    case "datetimezone":
      return formatDateTimeZone(bare, null, culture);
    case "duration":
      return formatDuration(bare);
    case "binary":
      return Buffer.from(bare.bytes()).toString("base64");
    default:
      throw cannotConvert(value, primitiveTypes.text);
  }
}
