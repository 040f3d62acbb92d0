import { toLocalZone, type LocalClock } from "../../format/index.ts";
import {
  calendarOf,
  DateTimeValue,
  DateTimeZoneValue,
  daysOf,
  fromUnixMilliseconds,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
} from "../../values/temporal.ts";
import type { Evaluation } from "../evaluation.ts";
import { checkDay, checkPart } from "./calendar.ts";
import { outsideRange } from "../../values/errors.ts";

/** The present instant in UTC. */
export function utcNow(evaluation: Evaluation): DateTimeZoneValue {
  return new DateTimeZoneValue(fromUnixMilliseconds(evaluation.host.now()), 0);
}

/** The instant in UTC at which an evaluation first asked for it. */
export function fixedUtcNow(evaluation: Evaluation): DateTimeZoneValue {
  return new DateTimeZoneValue(fromUnixMilliseconds(evaluation.fixedNow()), 0);
}

/** An instant on the local clock. */
export function toLocal(value: DateTimeZoneValue, evaluation: Evaluation): DateTimeZoneValue {
  return toLocalZone(value, evaluation.host.localOffsetAt);
}

/** The local clock's reading that "the current day", "the next hour" … are counted from: one in an evaluation. */
export function currentReading(evaluation: Evaluation): DateTimeValue {
  return toLocal(fixedUtcNow(evaluation), evaluation).local;
}

/** The clock by which texts without an offset or a year are read. */
export function localClock(evaluation: Evaluation): LocalClock {
  return { localOffsetAt: evaluation.host.localOffsetAt, today: () => currentReading(evaluation).days };
}

/** The time of day in ticks; seconds may have a fraction. @throws EvaluationError that names the kind of value being made. */
export function readTicks(hour: number, minute: number, second: number, kind: string): number {
  checkPart(hour, 0, 23, kind);
  checkPart(minute, 0, 59, kind);
  if (!(second >= 0 && second < 60)) throw outsideRange(kind);
  const ticks = Math.min(Math.round(second * ticksPerSecond), ticksPerMinute - 1);
  return hour * ticksPerHour + minute * ticksPerMinute + ticks;
}

/** The hour, minute and second of a time of day. */
export function clockParts(ticks: number): { readonly hour: number; readonly minute: number; readonly second: number } {
  const hour = Math.floor(ticks / ticksPerHour);
  const minute = Math.floor((ticks % ticksPerHour) / ticksPerMinute);
  return { hour, minute, second: (ticks % ticksPerMinute) / ticksPerSecond };
}

/** The fields of a datetime's record. */
export function dateTimeFields(value: DateTimeValue): Record<string, number> {
  const { year, month, day } = calendarOf(value.days);
  const { hour, minute, second } = clockParts(value.ticks);
  return { Year: year, Month: month, Day: day, Hour: hour, Minute: minute, Second: second };
}

/** An offset in minutes. @throws EvaluationError when it is no whole minute or beyond 14 hours. */
export function readOffset(hours: number, minutes: number): number {
  const offset = hours * 60 + minutes;
  if (!Number.isInteger(offset) || Math.abs(offset) > 14 * 60) throw outsideRange("DateTimeZone");
  return offset;
}

const fileTimeBase = daysOf(1601, 1, 1);

/** The instant of a Windows file time. @throws EvaluationError when it is negative or beyond the year 9999. */
export function fromFileTime(fileTime: number): DateTimeZoneValue {
  if (!(fileTime >= 0)) throw outsideRange("DateTime");
  const days = Math.floor(fileTime / ticksPerDay);
  const local = new DateTimeValue(checkDay(fileTimeBase + days, "DateTime"), Math.trunc(fileTime - days * ticksPerDay));
  return new DateTimeZoneValue(local, 0);
}
