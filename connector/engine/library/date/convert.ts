import { atLocalZone, parseDate, parseDateTime, parseDateTimeZone, parseTime } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { argumentOutOfRange, outsideRange } from "../../values/errors.ts";
import {
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  daysOf,
  ticksPerDay,
  ticksPerMillisecond,
  TimeValue,
} from "../../values/temporal.ts";
import { plain, type Value } from "../../values/value.ts";
import type { Evaluation } from "../evaluation.ts";
import { checkDay } from "./calendar.ts";
import { localClock, toLocal } from "./clock.ts";

/** The day that OLE Automation dates count from, 1899-12-30. */
const oleBase = daysOf(1899, 12, 30);
/** OLE Automation dates begin with the year 100. */
const oleFirst = daysOf(100, 1, 1);

/** `Date.From`. */
export function dateFrom(value: Value, culture: string, evaluation: Evaluation): DateValue | null {
  const bare = plain(value);
  if (bare === null || bare instanceof DateValue) return bare;
  if (typeof bare === "string") return parseDate(bare, null, culture, localClock(evaluation));
  if (bare instanceof TimeValue) throw cannotConvert(value, primitiveTypes.date);
  const moment = momentOf(value, evaluation);
  if (!moment) throw cannotConvert(value, primitiveTypes.date);
  return new DateValue(moment.days);
}

/** `Time.From`. */
export function timeFrom(value: Value, culture: string, evaluation: Evaluation): TimeValue | null {
  const bare = plain(value);
  if (bare === null || bare instanceof TimeValue) return bare;
  if (typeof bare === "string") return parseTime(bare, null, culture);
  if (typeof bare === "number") {
    if (!(bare >= 0 && bare < 1)) throw argumentOutOfRange("value", bare);
    return new TimeValue(toMilliseconds(bare * ticksPerDay));
  }
  if (bare instanceof DateTimeValue) return new TimeValue(bare.ticks);
  if (bare instanceof DateTimeZoneValue) return new TimeValue(toLocal(bare, evaluation).local.ticks);
  throw cannotConvert(value, primitiveTypes.time);
}

/** `DateTime.From`. */
export function dateTimeFrom(value: Value, culture: string, evaluation: Evaluation): DateTimeValue | null {
  const bare = plain(value);
  if (bare === null) return null;
  if (typeof bare === "string") return parseDateTime(bare, null, culture, localClock(evaluation));
  const moment = momentOf(value, evaluation);
  if (!moment) throw cannotConvert(value, primitiveTypes.datetime);
  return moment;
}

/** `DateTimeZone.From`. */
export function dateTimeZoneFrom(value: Value, culture: string, evaluation: Evaluation): DateTimeZoneValue | null {
  const bare = plain(value);
  if (bare === null || bare instanceof DateTimeZoneValue) return bare;
  if (typeof bare === "string") return parseDateTimeZone(bare, null, culture, localClock(evaluation));
  const moment = momentOf(value, evaluation);
  if (!moment) throw cannotConvert(value, primitiveTypes.datetimezone);
  return atLocalZone(moment, evaluation.host.localOffsetAt);
}

/** The local clock's reading that a date, time, datetime, datetimezone or OLE number stands for; `undefined` for other kinds. */
function momentOf(value: Value, evaluation: Evaluation): DateTimeValue | undefined {
  const bare = plain(value);
  if (bare instanceof DateTimeValue) return bare;
  if (bare instanceof DateTimeZoneValue) return toLocal(bare, evaluation).local;
  if (bare instanceof DateValue) return new DateTimeValue(bare.days, 0);
  if (bare instanceof TimeValue) {
    return bare.ticks === ticksPerDay ? new DateTimeValue(oleBase + 1, 0) : new DateTimeValue(oleBase, bare.ticks);
  }
  return typeof bare === "number" ? fromOle(bare) : undefined;
}

/** An OLE Automation date: whole days from its base, and a fraction that counts forward on either side of it. */
function fromOle(value: number): DateTimeValue {
  const whole = Math.trunc(value);
  const ticks = toMilliseconds(Math.abs(value - whole) * ticksPerDay);
  const carry = ticks === ticksPerDay ? 1 : 0;
  const days = oleBase + whole + carry;
  if (!(days >= oleFirst)) throw outsideRange("DateTime");
  return new DateTimeValue(checkDay(days, "DateTime"), carry === 1 ? 0 : ticks);
}

/** OLE Automation dates are exact to a millisecond. */
function toMilliseconds(ticks: number): number {
  return Math.round(ticks / ticksPerMillisecond) * ticksPerMillisecond;
}
