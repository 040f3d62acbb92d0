import { calendarOfTag, monthStarts, type Calendar } from "./calendar.ts";
import { invariantCulture, perCulture, tagOf } from "./culture.ts";
import { waysOnWindows } from "./windows-dates.ts";

/** How a culture writes dates and times. Names of months begin with January, names of days with Sunday. */
export type DateSymbols = {
  readonly months: readonly string[];
  /** The names as they stand beside a day: a genitive in many languages. */
  readonly monthsOfDays: readonly string[];
  readonly shortMonths: readonly string[];
  readonly shortMonthsOfDays: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly morning: string;
  readonly afternoon: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly era: string;
  /** The calendar that its years, months and days are of. */
  readonly calendar: Calendar;
  /** The custom format strings that the standard ones stand for. */
  readonly patterns: Readonly<Record<PatternName, string>>;
};

/** The standard formats that differ from culture to culture. */
export type PatternName = "shortDate" | "longDate" | "shortTime" | "longTime" | "monthDay" | "yearMonth";

/** A culture's date symbols. @throws EvaluationError when there is no such culture, or its calendar is not known. */
export const dateSymbols = perCulture((culture): DateSymbols => {
  const tag = tagOf(culture);
  const calendar = calendarOfTag(tag);
  const { months, shortMonths, shortDays, morning, afternoon, ...ownPatterns } = waysOnWindows(tag);
  // Patterns of days are those of the Gregorian calendar in all cultures.
  const patterns =
    culture === invariantCulture ? invariantPatterns : { ...patternsOf(`${tag}-u-ca-gregory`), ...ownPatterns };
  const long = months ?? monthNames(tag, calendar, { month: "long" });
  const short = shortMonths ?? monthNames(tag, calendar, { month: "short" });
  return {
    calendar,
    months: long,
    monthsOfDays: monthNamesOfDays(tag, calendar, "long") ?? long,
    shortMonths: short,
    shortMonthsOfDays: shortMonths ?? monthNamesOfDays(tag, calendar, "short") ?? short,
    days: days(tag, "long"),
    shortDays: shortDays ?? days(tag, "short"),
    ...designators(tag),
    ...(morning !== undefined && afternoon !== undefined && { morning, afternoon }),
    dateSeparator: /[^\w\s']/u.exec(patterns.shortDate)?.[0] ?? "/",
    timeSeparator: /H+([^\w\s'])|h+([^\w\s'])/u.exec(patterns.shortTime)?.slice(1).find(Boolean) ?? ":",
    era: eraOf(tag),
    patterns,
  };
});

const invariantPatterns: Readonly<Record<PatternName, string>> = {
  shortDate: "MM/dd/yyyy",
  longDate: "dddd, dd MMMM yyyy",
  shortTime: "HH:mm",
  longTime: "HH:mm:ss",
  monthDay: "MMMM dd",
  yearMonth: "yyyy MMMM",
};

/** One digit each, so that padding shows: Saturday, 3 February 2001, 04:05:06. */
const probe = Date.UTC(2001, 1, 3, 4, 5, 6);

function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, { ...options, numberingSystem: "latn", timeZone: "UTC" });
}

function monthNames(tag: string, calendar: Calendar, options: Intl.DateTimeFormatOptions): string[] {
  const formatter = format(`${tag}-u-ca-${calendar}`, options);
  return monthStarts(calendar).map((instant) => partOf(formatter, instant, "month"));
}

/** The names of months as they stand beside a day; undefined in a language that then writes numbers. */
function monthNamesOfDays(tag: string, calendar: Calendar, month: "long" | "short"): string[] | undefined {
  const names = monthNames(tag, calendar, { month, day: "numeric" });
  return names.every((name) => /\p{L}/u.test(name)) ? names : undefined;
}

function days(tag: string, weekday: "long" | "short"): string[] {
  const formatter = format(tag, { weekday });
  // 7 January 2001 is a Sunday.
  return Array.from({ length: 7 }, (_, day) => partOf(formatter, Date.UTC(2001, 0, 7 + day), "weekday"));
}

function partOf(formatter: Intl.DateTimeFormat, instant: number, type: Intl.DateTimeFormatPartTypes): string {
  return formatter.formatToParts(instant).find((part) => part.type === type)?.value ?? "";
}

function eraOf(tag: string): string {
  if (new Intl.Locale(tag).language === "en") return "A.D.";
  return partOf(format(`${tag}-u-ca-gregory`, { era: "short", year: "numeric" }), probe, "era");
}

function designators(tag: string): { readonly morning: string; readonly afternoon: string } {
  const formatter = format(tag, { hour: "numeric", hour12: true });
  const morning = partOf(formatter, Date.UTC(2001, 0, 1, 9), "dayPeriod");
  const afternoon = partOf(formatter, Date.UTC(2001, 0, 1, 15), "dayPeriod");
  const isBorrowed = morning === "AM" && new Intl.Locale(tag).language !== "en" && usesWholeDay(tag);
  return isBorrowed ? { morning: "", afternoon: "" } : { morning, afternoon };
}

function usesWholeDay(tag: string): boolean {
  return format(tag, { hour: "numeric" }).resolvedOptions().hourCycle?.startsWith("h2") === true;
}

function patternsOf(tag: string): Readonly<Record<PatternName, string>> {
  const pattern = (options: Intl.DateTimeFormatOptions): string => patternOf(tag, options);
  return {
    // As .NET takes it from CLDR: the short style, with all digits of the year.
    shortDate: pattern({ dateStyle: "short" }).replace(/\byy\b/u, "yyyy"),
    longDate: pattern({ weekday: "long", year: "numeric", month: "long", day: "numeric" }),
    shortTime: pattern({ timeStyle: "short" }),
    longTime: pattern({ timeStyle: "medium" }),
    monthDay: pattern({ month: "long", day: "numeric" }),
    yearMonth: pattern({ year: "numeric", month: "long" }),
  };
}

/** The custom format string that writes what this formatter writes. */
function patternOf(tag: string, options: Intl.DateTimeFormatOptions): string {
  const formatter = format(tag, options);
  const isWholeDay = formatter.resolvedOptions().hourCycle?.startsWith("h2") === true;
  return formatter
    .formatToParts(probe)
    .map(({ type, value }) => {
      switch (type) {
        case "weekday":
          return options.weekday === "short" ? "ddd" : "dddd";
        case "day":
          return value.length > 1 ? "dd" : "d";
        case "month":
          return /^\d+$/u.test(value) ? "M".repeat(value.length) : "MMMM";
        case "year":
          return value.length > 2 ? "yyyy" : "yy";
        case "hour":
          return (isWholeDay ? "H" : "h").repeat(value.length);
        case "minute":
          return "mm";
        case "second":
          return "ss";
        case "dayPeriod":
          return "tt";
        default:
          return literalPattern(value);
      }
    })
    .join("");
}

function literalPattern(value: string): string {
  const text = value.replaceAll(/[\u202f\u00a0]/gu, " ").replaceAll(/[\u200e\u200f]/gu, "");
  return /[\p{L}'"\\%]/u.test(text) ? `'${text.replaceAll("'", String.raw`'\''`)}'` : text;
}
