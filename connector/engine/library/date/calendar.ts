import { typeLabel } from "../../values/compare.ts";
import { expressionError, notWhole, outsideRange } from "../../values/errors.ts";
import {
  calendarOf,
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  daysOf,
  lastDay,
  ticksPerDay,
} from "../../values/temporal.ts";
import { plain, type Value } from "../../values/value.ts";

/** A value that has a day of the calendar. */
export type Dated = DateValue | DateTimeValue | DateTimeZoneValue;

/** A period of the calendar that holds whole days. */
export type Period = "day" | "week" | "month" | "quarter" | "year";

/** The dated value that an argument holds; `undefined` for null. @throws EvaluationError for anything else. */
export function readDated(value: Value): Dated | undefined {
  const bare = plain(value);
  if (bare === null) return undefined;
  if (bare instanceof DateValue || bare instanceof DateTimeValue || bare instanceof DateTimeZoneValue) return bare;
  throw expressionError("The Date value must contain the Date component.", value);
}

/** The day on the value's own clock, counted from 0001-01-01. */
export function dayOf(value: Dated): number {
  return value instanceof DateTimeZoneValue ? value.local.days : value.days;
}

/** The time of day on the value's own clock, in ticks; 0 for a date. */
export function ticksOf(value: Dated): number {
  if (value instanceof DateValue) return 0;
  return value instanceof DateTimeZoneValue ? value.local.ticks : value.ticks;
}

/** A value of the same kind and zone at another day and time; a date has no time. @throws EvaluationError beyond the years 1 to 9999. */
export function movedTo(like: Dated, days: number, ticks: number): Dated {
  checkDay(days, typeLabel(like.kind));
  if (like instanceof DateValue) return new DateValue(days);
  const local = new DateTimeValue(days, ticks);
  return like instanceof DateTimeValue ? local : new DateTimeZoneValue(local, like.offsetMinutes);
}

/** @throws EvaluationError that names the kind (`Date`, `DateTime`, …) when a day lies beyond the years 1 to 9999. */
export function checkDay(days: number, kind: string): number {
  if (days >= 0 && days <= lastDay) return days;
  throw outsideRange(kind);
}

/** The last tick of a day. */
export const lastTick = ticksPerDay - 1;

/** The weekday of a day, 0 for Sunday to 6 for Saturday. */
function weekdayOf(days: number): number {
  // 0001-01-01 was a Monday.
  return (days + 1) % 7;
}

/** How far a day lies in its week, 0 to 6. */
export function dayOfWeek(days: number, firstDay: number): number {
  return (weekdayOf(days) - firstDay + 7) % 7;
}

/** The day moved by whole months; the last day of a shorter month where it has no such day. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = calendarOf(days);
  const first = daysOf(year, month + months, 1);
  const next = daysOf(year, month + months + 1, 1);
  return Math.min(first + day - 1, next - 1);
}

/** The first day of the period that a day lies in. */
export function startOf(period: Period, days: number, firstDay: number): number {
  const { year, month } = calendarOf(days);
  switch (period) {
    case "day":
      return days;
    case "week":
      return days - dayOfWeek(days, firstDay);
    case "month":
      return daysOf(year, month, 1);
    case "quarter":
      return daysOf(year, month - ((month - 1) % 3), 1);
    case "year":
      return daysOf(year, 1, 1);
  }
}

/** The first day of the period so many after that which begins on a day. */
export function periodAfter(period: Period, start: number, count: number): number {
  switch (period) {
    case "day":
      return start + count;
    case "week":
      return start + 7 * count;
    case "month":
      return addMonths(start, count);
    case "quarter":
      return addMonths(start, 3 * count);
    case "year":
      return addMonths(start, 12 * count);
  }
}

/** The day of a calendar date. @throws EvaluationError that names the kind of value being made when there is no such day. */
export function readDay(year: number, month: number, day: number, kind: string): number {
  checkPart(year, 1, 9999, kind);
  checkPart(month, 1, 12, kind);
  checkPart(day, 1, daysOf(year, month + 1, 1) - daysOf(year, month, 1), kind);
  return daysOf(year, month, day);
}

/** @throws EvaluationError when a part of a date or time is not whole, or outside its bounds, both included. */
export function checkPart(value: number, least: number, most: number, kind: string): void {
  if (readWhole(value) < least || value > most) throw outsideRange(kind);
}

/** A whole number. @throws EvaluationError when it has a fraction or more than 32 bits. */
export function readWhole(value: number): number {
  if (value === (value | 0)) return value;
  throw notWhole(value);
}
