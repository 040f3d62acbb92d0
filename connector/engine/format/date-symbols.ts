import { calendarOfTag, monthStarts, type Calendar } from "./calendar.ts";
import { invariantCulture, perCulture, tagOf } from "./culture.ts";

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
  // Names and patterns of days are those of the Gregorian calendar in all cultures.
  const patterns = culture === invariantCulture ? invariantPatterns : patternsOf(`${tag}-u-ca-gregory`);
  const monthNames = (options: Intl.DateTimeFormatOptions): string[] => months(tag, calendar, options);
  const shortMonths = overriddenShortMonths(tag) ?? monthNames({ month: "short" });
  return {
    calendar,
    months: monthNames({ month: "long" }),
    monthsOfDays: monthNames({ month: "long", day: "numeric" }),
    shortMonths,
    shortMonthsOfDays: overriddenShortMonths(tag) ?? monthNames({ month: "short", day: "numeric" }),
    days: days(tag, "long"),
    shortDays: days(tag, "short"),
    ...designators(tag),
    dateSeparator: /[^\w\s']/u.exec(patterns.shortDate)?.[0] ?? "/",
    timeSeparator: /H+([^\w\s'])|h+([^\w\s'])/u.exec(patterns.shortTime)?.slice(1).find(Boolean) ?? ":",
    era: "A.D.",
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

function months(tag: string, calendar: Calendar, options: Intl.DateTimeFormatOptions): string[] {
  const formatter = format(`${tag}-u-ca-${calendar}`, options);
  return monthStarts(calendar).map((instant) => partOf(formatter, instant, "month"));
}

function days(tag: string, weekday: "long" | "short"): string[] {
  const formatter = format(tag, { weekday });
  // 7 January 2001 is a Sunday.
  return Array.from({ length: 7 }, (_, day) => partOf(formatter, Date.UTC(2001, 0, 7 + day), "weekday"));
}

function partOf(formatter: Intl.DateTimeFormat, instant: number, type: Intl.DateTimeFormatPartTypes): string {
  return formatter.formatToParts(instant).find((part) => part.type === type)?.value ?? "";
}

/** Where Microsoft's pages show other short names than CLDR has. */
function overriddenShortMonths(tag: string): readonly string[] | undefined {
  switch (new Intl.Locale(tag).language) {
    case "en":
      return ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    case "de":
      return ["Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];
    case "ru":
      return ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    default:
      return undefined;
  }
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
    shortDate: shortDates[cultureOf(tag)] ?? pattern({ dateStyle: "short" }).replace(/\byy\b/u, "yyyy"),
    longDate: pattern({ weekday: "long", year: "numeric", month: "long", day: "numeric" }),
    ...timePatterns(tag, pattern),
    monthDay: pattern({ month: "long", day: "numeric" }),
    yearMonth: pattern({ year: "numeric", month: "long" }),
  };
}

/** Where Microsoft's pages show another short date than CLDR has. */
const shortDates: Readonly<Record<string, string>> = { "es-ES": "dd/MM/yyyy", "fr-BE": "dd-MM-yy" };

/** Where Windows, and with it Microsoft's pages, writes times otherwise than CLDR. */
const times: Readonly<Record<string, string>> = {
  da: "HH:mm:ss",
  "fr-CA": "HH:mm:ss",
  "nl-BE": "H:mm:ss",
  ru: "H:mm:ss",
  zh: "H:mm:ss",
};

function cultureOf(tag: string): string {
  return new Intl.Locale(tag).baseName;
}

function timePatterns(
  tag: string,
  pattern: (options: Intl.DateTimeFormatOptions) => string,
): Pick<Record<PatternName, string>, "shortTime" | "longTime"> {
  const longTime = times[cultureOf(tag)] ?? times[new Intl.Locale(tag).language];
  return longTime === undefined
    ? { shortTime: pattern({ timeStyle: "short" }), longTime: pattern({ timeStyle: "medium" }) }
    : { shortTime: longTime.replace(":ss", ""), longTime };
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
