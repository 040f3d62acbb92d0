import { parseNumber, toLocalZone, type LocalOffset } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { daysOf, ticksPerDay, type DateTimeValue } from "../../values/temporal.ts";
import { plain, type Value } from "../../values/value.ts";

/** Day 0 of OLE Automation dates, 1899-12-30. */
const oleDay = daysOf(1899, 12, 30);

/**
 * A value as a number (`Number.From`): text is read in a culture, logicals are 1 and 0, dates count from 1899-12-30 as OLE Automation
 * does, a datetimezone as the local clock shows it, times and durations are fractions of days; null stays null.
 *
 * @throws EvaluationError for text that is no number and for all other kinds.
 */
export function numberFrom(value: Value, culture: string, localOffsetAt: LocalOffset): number | null {
  const bare = plain(value);
  if (bare === null || typeof bare === "number") return bare;
  if (typeof bare === "string") return parseNumber(bare, culture);
  if (typeof bare === "boolean") return bare ? 1 : 0;
  switch (bare.kind) {
    case "date":
      return bare.days - oleDay;
    case "time":
      return bare.ticks / ticksPerDay;
    case "datetime":
      return toOleDate(bare);
    case "datetimezone":
      return toOleDate(toLocalZone(bare, localOffsetAt).local);
    case "duration":
      return bare.totalDays;
    default:
      throw cannotConvert(value, primitiveTypes.number);
  }
}

/** Before day 0 the time of day still counts away from zero: 1899-12-29 06:00 is -1.25. */
function toOleDate({ days, ticks }: DateTimeValue): number {
  const day = days - oleDay;
  const time = ticks / ticksPerDay;
  return day < 0 ? day - time : day + time;
}
