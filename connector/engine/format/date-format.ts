import { expressionError } from "../values/errors.ts";
import {
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  type DateTimeValue,
  type DateTimeZoneValue,
  type DateValue,
  type TimeValue,
} from "../values/temporal.ts";
import { dateOfDay, type CalendarDate } from "./calendar.ts";
import { invariantCulture } from "./culture.ts";
import { expandStandardFormat, isCultureFree, tokensOf, type Specifier } from "./date-pattern.ts";
import { dateSymbols, type DateSymbols } from "./date-symbols.ts";

/** A date as text; a null format is the culture's short date. A date's time is midnight. */
export function formatDate(value: DateValue, format: string | null, culture: string): string {
  return write({ days: value.days, ticks: 0, offset: undefined }, format ?? "d", culture);
}

/** A time as text; a null format is the culture's short time. @throws EvaluationError when the format asks for a day. */
export function formatTime(value: TimeValue, format: string | null, culture: string): string {
  return write({ days: undefined, ticks: value.ticks, offset: undefined }, format ?? "t", culture);
}

/** A datetime as text; a null format is the culture's short date and long time. */
export function formatDateTime(value: DateTimeValue, format: string | null, culture: string): string {
  return write({ days: value.days, ticks: value.ticks, offset: undefined }, format ?? "G", culture);
}

/** A datetimezone as text; a null format is that of a datetime and the offset. `R` and `u` write it in UTC. */
export function formatDateTimeZone(value: DateTimeZoneValue, format: string | null, culture: string): string {
  const isUtc = format === "R" || format === "r" || format === "u";
  const { days, ticks } = isUtc ? value.utc : value.local;
  const reading = { days, ticks, offset: isUtc ? 0 : value.offsetMinutes };
  if (format !== null) return write(reading, format, culture);
  return `${write(reading, "G", culture)} ${write(reading, "zzz", culture)}`;
}

/** What a clock and a calendar show; a value has no day when it is a time, no offset (minutes) when it has no zone. */
type Reading = { readonly days: number | undefined; readonly ticks: number; readonly offset: number | undefined };

function write(reading: Reading, format: string, culture: string): string {
  const symbols = dateSymbols(isCultureFree(format) ? invariantCulture : culture);
  const tokens = tokensOf(expandStandardFormat(format, symbols));
  const hasDay = tokens.some((token) => token.kind === "d" && token.count <= 2);
  const date = reading.days === undefined ? undefined : dateOfDay(symbols.calendar, reading.days);
  let text = "";
  for (const token of tokens) {
    if (token.kind === "literal") text += token.text;
    else if (isOfDay(token.kind)) {
      if (date === undefined) throw noDay(token.kind);
      text += writeDay(token.kind, token.count, date, reading.days!, hasDay, symbols);
    } else {
      const part = writeTime(token.kind, token.count, reading, symbols);
      // The point before a fraction goes with it, as in .NET.
      text = token.kind === "F" && part === "" && text.endsWith(".") ? text.slice(0, -1) : text + part;
    }
  }
  return text;
}

function isOfDay(specifier: Specifier): specifier is "d" | "M" | "y" | "g" {
  return specifier === "d" || specifier === "M" || specifier === "y" || specifier === "g";
}

function noDay(specifier: string): Error {
  return expressionError(`The format specifier '${specifier}' asks for a date, which a time doesn't have.`, specifier);
}

function writeDay(
  kind: "d" | "M" | "y" | "g",
  count: number,
  { year, month, day }: CalendarDate,
  days: number,
  hasDay: boolean,
  symbols: DateSymbols,
): string {
  switch (kind) {
    case "d":
      // Day 0, 0001-01-01, is a Monday.
      if (count > 2) return (count === 3 ? symbols.shortDays : symbols.days)[(days + 1) % 7]!;
      return pad(day, count);
    case "M":
      if (count <= 2) return pad(month, count);
      if (count === 3) return (hasDay ? symbols.shortMonthsOfDays : symbols.shortMonths)[month - 1]!;
      return (hasDay ? symbols.monthsOfDays : symbols.months)[month - 1]!;
    case "y":
      return count <= 2 ? pad(year % 100, count) : pad(year, count);
    case "g":
      return symbols.era;
  }
}

function writeTime(
  kind: Exclude<Specifier, "d" | "M" | "y" | "g">,
  count: number,
  reading: Reading,
  symbols: DateSymbols,
): string {
  const { ticks } = reading;
  // 24:00:00 shows as the midnight that it is.
  const hour = Math.floor(ticks / ticksPerHour) % 24;
  switch (kind) {
    case "H":
      return pad(hour, Math.min(count, 2));
    case "h":
      return pad(hour % 12 === 0 ? 12 : hour % 12, Math.min(count, 2));
    case "m":
      return pad(Math.floor(ticks / ticksPerMinute) % 60, Math.min(count, 2));
    case "s":
      return pad(Math.floor(ticks / ticksPerSecond) % 60, Math.min(count, 2));
    case "f":
      return fraction(ticks, count);
    case "F":
      return fraction(ticks, count).replace(/0+$/u, "");
    case "t": {
      const designator = hour < 12 ? symbols.morning : symbols.afternoon;
      return count === 1 ? designator.slice(0, 1) : designator;
    }
    case "K":
      return reading.offset === undefined ? "" : writeOffset(reading.offset, 3);
    case "z":
      if (reading.offset === undefined) {
        throw expressionError("The format specifier 'z' asks for an offset, which the value doesn't have.", "z");
      }
      return writeOffset(reading.offset, count);
    case ":":
      return symbols.timeSeparator;
    case "/":
      return symbols.dateSeparator;
  }
}

function fraction(ticks: number, digits: number): string {
  return String(ticks % ticksPerSecond)
    .padStart(7, "0")
    .slice(0, digits);
}

/** An offset as `+5`, `+05` or `+05:30`. */
function writeOffset(minutes: number, count: number): string {
  const sign = minutes < 0 ? "-" : "+";
  const size = Math.abs(minutes);
  const hours = pad(Math.floor(size / 60), Math.min(count, 2));
  return count < 3 ? sign + hours : `${sign}${hours}:${pad(size % 60, 2)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
