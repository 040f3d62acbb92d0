import { formatError } from "../values/errors.ts";
import { DateTimeValue, DateTimeZoneValue, DateValue, lastDay, ticksPerDay, TimeValue } from "../values/temporal.ts";
import { readExact } from "./date-parse-exact.ts";
import { readDate, readTime } from "./date-parse.ts";
import type { DateReading } from "./date-reading.ts";
import { atLocalZone, toLocalZone, type LocalClock } from "./local-zone.ts";

/**
 * The date that a text says: in a format, or with a null format in ISO 8601 or the culture's own way.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none, or a time of day beside it.
 */
export function parseDate(text: string, format: string | null, culture: string, clock: LocalClock): DateValue {
  const reading = readBy(text, format, culture, clock);
  if (reading?.days === undefined || (reading.ticks ?? 0) !== 0) throw notParsed("Date", text);
  return new DateValue(reading.days);
}

/** The time that a text says, as `parseDate` reads dates. @throws EvaluationError (DataFormat.Error) when it says none. */
export function parseTime(text: string, format: string | null, culture: string): TimeValue {
  const ticks = format === null ? readTime(text, culture) : readExact(text, format, culture, undefined)?.ticks;
  if (ticks === undefined) throw notParsed("Time", text);
  return new TimeValue(ticks);
}

/**
 * The date and time that a text says; a date alone is its midnight, a time alone is one of today. A text with an offset gives the
 * local clock's reading of that instant.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none.
 */
export function parseDateTime(text: string, format: string | null, culture: string, clock: LocalClock): DateTimeValue {
  const reading = readBy(text, format, culture, clock);
  const local = toDateTime(reading, clock);
  if (reading === undefined || local === undefined) throw notParsed("DateTime", text);
  if (reading.offset === undefined) return local;
  const { local: shown } = toLocalZone(new DateTimeZoneValue(local, reading.offset), clock.localOffsetAt);
  if (!isInCalendar(shown)) throw notParsed("DateTime", text);
  return shown;
}

/**
 * The date, time and offset that a text says; without an offset the text is read in the local zone.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none.
 */
export function parseDateTimeZone(
  text: string,
  format: string | null,
  culture: string,
  clock: LocalClock,
): DateTimeZoneValue {
  const reading = readBy(text, format, culture, clock);
  const local = toDateTime(reading, clock);
  if (reading === undefined || local === undefined) throw notParsed("DateTimeZone", text);
  return reading.offset === undefined
    ? atLocalZone(local, clock.localOffsetAt)
    : new DateTimeZoneValue(local, reading.offset);
}

function readBy(text: string, format: string | null, culture: string, clock: LocalClock): DateReading | undefined {
  return format === null ? readDate(text, culture, clock.today) : readExact(text, format, culture, clock.today);
}

function toDateTime(reading: DateReading | undefined, clock: LocalClock): DateTimeValue | undefined {
  if (reading === undefined) return undefined;
  const { days = clock.today?.(), ticks = 0 } = reading;
  if (days === undefined) return undefined;
  // 24:00:00 is the next day's midnight.
  const local = ticks === ticksPerDay ? new DateTimeValue(days + 1, 0) : new DateTimeValue(days, ticks);
  return isInCalendar(local) ? local : undefined;
}

function isInCalendar({ days }: DateTimeValue): boolean {
  return days >= 0 && days <= lastDay;
}

function notParsed(kind: string, text: string): Error {
  return formatError(`We couldn't parse the input provided as a ${kind} value.`, text);
}
