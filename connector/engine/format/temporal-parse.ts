import { formatError } from "../values/errors.ts";
import { addTicks, DateTimeValue, DateTimeZoneValue, DateValue, ticksPerDay, TimeValue } from "../values/temporal.ts";
import { readExact } from "./date-parse-exact.ts";
import { readDate, readTime } from "./date-parse.ts";
import type { DateReading } from "./date-reading.ts";
import { atLocalZone, toLocalZone, type LocalOffset } from "./local-zone.ts";

/**
 * The date that a text says: in a format, or with a null format in ISO 8601 or the culture's own way.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none, or a time of day beside it.
 */
export function parseDate(text: string, format: string | null, culture: string): DateValue {
  const reading = readBy(text, format, culture);
  if (reading?.days === undefined || (reading.ticks ?? 0) !== 0) throw notParsed("Date", text);
  return new DateValue(reading.days);
}

/** The time that a text says, as `parseDate` reads dates. @throws EvaluationError (DataFormat.Error) when it says none. */
export function parseTime(text: string, format: string | null, culture: string): TimeValue {
  const ticks = format === null ? readTime(text, culture) : readExact(text, format, culture)?.ticks;
  if (ticks === undefined) throw notParsed("Time", text);
  return new TimeValue(ticks);
}

/**
 * The date and time that a text says; a date alone is its midnight. A text with an offset gives the local clock's reading of that
 * instant.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none.
 */
export function parseDateTime(
  text: string,
  format: string | null,
  culture: string,
  localOffsetAt: LocalOffset,
): DateTimeValue {
  const reading = readBy(text, format, culture);
  const local = toDateTime(reading);
  if (reading === undefined || local === undefined) throw notParsed("DateTime", text);
  if (reading.offset === undefined) return local;
  return toLocalZone(new DateTimeZoneValue(local, reading.offset), localOffsetAt).local;
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
  localOffsetAt: LocalOffset,
): DateTimeZoneValue {
  const reading = readBy(text, format, culture);
  const local = toDateTime(reading);
  if (reading === undefined || local === undefined) throw notParsed("DateTimeZone", text);
  return reading.offset === undefined
    ? atLocalZone(local, localOffsetAt)
    : new DateTimeZoneValue(local, reading.offset);
}

function readBy(text: string, format: string | null, culture: string): DateReading | undefined {
  return format === null || format === "" ? readDate(text, culture) : readExact(text, format, culture);
}

function toDateTime(reading: DateReading | undefined): DateTimeValue | undefined {
  if (reading?.days === undefined) return undefined;
  const { days, ticks = 0 } = reading;
  // 24:00:00 is the next day's midnight.
  return ticks === ticksPerDay ? addTicks(new DateTimeValue(days, 0), 1, 0) : new DateTimeValue(days, ticks);
}

function notParsed(kind: string, text: string): Error {
  return formatError(`We couldn't parse the input provided as a ${kind} value.`, text);
}
