import { dateOfDay, dayOfDate, type Calendar } from "./calendar.ts";
import { invariantCulture } from "./culture.ts";
import { expandStandardFormat, isCultureFree, tokensOf, type PatternToken } from "./date-pattern.ts";
import { expandYear, offsetOf, ticksOf, wholeDayHour, type DateReading } from "./date-reading.ts";
import { dateSymbols, type DateSymbols } from "./date-symbols.ts";

type Fields = {
  year?: number;
  month?: number;
  day?: number;
  /** 0 for Sunday. */
  weekday?: number;
  hour?: number;
  isTwelveHours?: boolean;
  isAfternoon?: boolean;
  minute?: number;
  second?: number;
  fraction?: string;
  offset?: number;
};

/**
 * What a text says that has to conform to a standard or custom format string; undefined when it does not. What the format leaves
 * out of a date is January or the first, and the year of today, in days since 0001-01-01.
 */
export function readExact(
  text: string,
  format: string,
  culture: string,
  today: (() => number) | undefined,
): DateReading | undefined {
  const symbols = dateSymbols(isCultureFree(format) ? invariantCulture : culture);
  const fields: Fields = {};
  const tokens = tokensOf(expandStandardFormat(format, symbols));
  let at = 0;
  for (const [position, token] of tokens.entries()) {
    const length =
      readToken(text, at, token, fields, symbols) ?? (isPointOfFraction(token, tokens[position + 1]) ? 0 : undefined);
    if (length === undefined) return undefined;
    at += length;
  }
  return at === text.length ? toReading(fields, symbols.calendar, today) : undefined;
}

/** Whether a token is the point before an `F`: both are left out when there is no fraction. */
function isPointOfFraction(token: PatternToken, next: PatternToken | undefined): boolean {
  return token.kind === "literal" && token.text === "." && next?.kind === "F";
}

/** Reads one token's text into the fields and gives its length; undefined when the text does not go on like that. */
function readToken(
  text: string,
  at: number,
  token: PatternToken,
  fields: Fields,
  symbols: DateSymbols,
): number | undefined {
  switch (token.kind) {
    case "literal":
      return literal(text, at, token.text);
    case ":":
      return literal(text, at, symbols.timeSeparator);
    case "/":
      return literal(text, at, symbols.dateSeparator);
    case "g":
      return literal(text, at, symbols.era);
    case "d":
      if (token.count > 2) {
        const found = oneOf(text, at, token.count === 3 ? [symbols.shortDays] : [symbols.days]);
        if (found) fields.weekday = found.index;
        return found?.length;
      }
      return number(text, at, token.count, 2, (value) => (fields.day = value));
    case "M": {
      if (token.count <= 2) return number(text, at, token.count, 2, (value) => (fields.month = value));
      const { months, monthsOfDays, shortMonths, shortMonthsOfDays } = symbols;
      const lists = token.count === 3 ? [shortMonths, shortMonthsOfDays] : [months, monthsOfDays];
      const found = oneOf(text, at, lists);
      if (found) fields.month = found.index + 1;
      return found?.length;
    }
    case "y":
      if (token.count > 2) return number(text, at, token.count, 4, (value) => (fields.year = value));
      return number(text, at, token.count, 2, (value) => (fields.year = expandYear(value)));
    case "H":
      return number(text, at, token.count, 2, (value) => (fields.hour = value));
    case "h":
      fields.isTwelveHours = true;
      return number(text, at, token.count, 2, (value) => (fields.hour = value));
    case "m":
      return number(text, at, token.count, 2, (value) => (fields.minute = value));
    case "s":
      return number(text, at, token.count, 2, (value) => (fields.second = value));
    case "f":
    case "F": {
      const digits = digitsAt(text, at, token.count);
      if (token.kind === "f" && digits.length < token.count) return undefined;
      fields.fraction = digits;
      return digits.length;
    }
    case "t":
      return designator(text, at, token.count, fields, symbols);
    case "K":
      return zone(text, at, 3, fields) ?? 0;
    case "z":
      return zone(text, at, token.count, fields);
  }
}

function literal(text: string, at: number, expected: string): number | undefined {
  return text.startsWith(expected, at) ? expected.length : undefined;
}

/** A number that a specifier of `count` letters takes: one letter leaves out leading zeros, two or more ask for all digits. */
function number(
  text: string,
  at: number,
  count: number,
  most: number,
  keep: (value: number) => void,
): number | undefined {
  const digits = digitsAt(text, at, Math.max(count, most));
  if (digits === "" || digits.length < count) return undefined;
  keep(Number(digits));
  return digits.length;
}

function digitsAt(text: string, at: number, most: number): string {
  let end = at;
  while (end < at + most && end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return text.slice(at, end);
}

/** The longest of some names that the text goes on with, letter case aside. */
function oneOf(
  text: string,
  at: number,
  lists: readonly (readonly string[])[],
): { readonly index: number; readonly length: number } | undefined {
  let best: { index: number; length: number } | undefined;
  for (const names of lists) {
    for (const [index, name] of names.entries()) {
      const isLonger = name !== "" && name.length > (best?.length ?? 0);
      if (isLonger && text.slice(at, at + name.length).toLowerCase() === name.toLowerCase()) {
        best = { index, length: name.length };
      }
    }
  }
  return best;
}

function designator(
  text: string,
  at: number,
  count: number,
  fields: Fields,
  { morning, afternoon }: DateSymbols,
): number | undefined {
  // A culture without designators writes nothing here.
  if (morning === "" && afternoon === "") return 0;
  const names = count === 1 ? [morning.slice(0, 1), afternoon.slice(0, 1)] : [morning, afternoon];
  const found = oneOf(text, at, [names]);
  if (found) fields.isAfternoon = found.index === 1;
  return found?.length;
}

const zoneForms = [/^([+-])(\d\d?)/u, /^([+-])(\d\d)/u, /^(?:Z|([+-])(\d\d):?(\d\d))/u];

function zone(text: string, at: number, count: number, fields: Fields): number | undefined {
  const match = zoneForms[Math.min(count, 3) - 1]!.exec(text.slice(at, at + 7));
  if (!match) return undefined;
  const offset = match[1] === undefined ? 0 : offsetOf(match[1], Number(match[2]), Number(match[3] ?? 0));
  if (offset === undefined) return undefined;
  fields.offset = offset;
  return match[0].length;
}

function toReading(fields: Fields, calendar: Calendar, today: (() => number) | undefined): DateReading | undefined {
  const days = daysOfFields(fields, calendar, today);
  if (days === null || (days !== undefined && !isOn(fields.weekday, days))) return undefined;
  const { hour, minute, second, fraction, offset } = fields;
  const hasTime = hour !== undefined || minute !== undefined || second !== undefined || fraction !== undefined;
  if (!hasTime) return { days, ticks: undefined, offset };
  const ticks = timeOf(fields);
  return ticks === undefined ? undefined : { days, ticks, offset };
}

/** The day that fields say; undefined when they say nothing of it, null when there is none. */
function daysOfFields(
  { year, month, day }: Fields,
  calendar: Calendar,
  today: (() => number) | undefined,
): number | null | undefined {
  if (year === undefined && month === undefined && day === undefined) return undefined;
  const wholeYear = year ?? (today && dateOfDay(calendar, today()).year);
  return wholeYear === undefined
    ? null
    : (dayOfDate(calendar, { year: wholeYear, month: month ?? 1, day: day ?? 1 }) ?? null);
}

function isOn(weekday: number | undefined, days: number): boolean {
  // Day 0, 0001-01-01, is a Monday.
  return weekday === undefined || (days + 1) % 7 === weekday;
}

function timeOf({ hour = 0, isTwelveHours, isAfternoon, minute, second, fraction }: Fields): number | undefined {
  // Of a clock of 24 hours a designator can only be right or wrong.
  const isWrongHalf = isTwelveHours !== true && isAfternoon !== undefined && hour >= 12 !== isAfternoon;
  const wholeHour = isTwelveHours === true ? wholeDayHour(hour === 0 ? 12 : hour, isAfternoon === true) : hour;
  if (wholeHour === undefined || wholeHour > 24 || isWrongHalf) return undefined;
  return ticksOf(wholeHour, minute ?? 0, second ?? 0, fraction ?? "");
}
