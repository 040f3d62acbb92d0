import { notSupported } from "../values/errors.ts";
import { calendarOf } from "../values/temporal.ts";
import { dayOf } from "./date-reading.ts";

/** The calendars that cultures write dates in. */
export type Calendar = "gregory" | "buddhist" | "islamic-tbla" | "persian";

/** A day as a calendar has it. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** The average length of a calendar's year in days, and about when its year 1 began, in days since 0001-01-01. */
const yearsOf = {
  "islamic-tbla": { length: 354.367, start: 227_014 },
  persian: { length: 365.2422, start: 226_894 },
} as const;

const buddhistLead = 543;

/** The calendar of a locale. @throws EvaluationError when it is none that this engine knows. */
export function calendarOfTag(tag: string): Calendar {
  // Microsoft's pages show the Hijri calendar here (1400 begins on 20 November 1979); CLDR has gone over to the Gregorian one.
  if (tag === "ar-SA") return "islamic-tbla";
  const { calendar } = new Intl.DateTimeFormat(tag).resolvedOptions();
  if (calendar === "gregory" || calendar === "buddhist" || calendar === "persian") return calendar;
  throw notSupported(`The ${calendar} calendar of the culture '${tag}'`);
}

const dayMilliseconds = 86_400_000;
const epochDays = 719_162;

/** The date of a day, given in days since 0001-01-01. */
export function dateOfDay(calendar: Calendar, days: number): CalendarDate {
  if (calendar === "gregory") return calendarOf(days);
  if (calendar === "buddhist") {
    const { year, month, day } = calendarOf(days);
    return { year: year + buddhistLead, month, day };
  }
  const parts = formatterOf(calendar).formatToParts((days - epochDays) * dayMilliseconds);
  // ICU calls the year "relatedYear" in some calendars.
  const number = (...types: readonly string[]): number =>
    Number.parseInt(parts.find(({ type }) => types.includes(type))?.value ?? "", 10);
  return { year: number("year", "relatedYear"), month: number("month"), day: number("day") };
}

/** The day of a date, in days since 0001-01-01; undefined when there is no such date. */
export function dayOfDate(calendar: Calendar, { year, month, day }: CalendarDate): number | undefined {
  if (calendar === "gregory") return dayOf(year, month, day);
  if (calendar === "buddhist") return dayOf(year - buddhistLead, month, day);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const { length, start } = yearsOf[calendar];
  const about = Math.round(start + (year - 1) * length + ((month - 1) * length) / 12 + day - 1);
  // The estimate is off by a few days at most.
  for (let offset = 0; offset <= 15; offset++) {
    for (const days of [about + offset, about - offset]) {
      const date = dateOfDay(calendar, days);
      if (date.year === year && date.month === month && date.day === day) return days;
    }
  }
  return undefined;
}

/** An instant on the first day of each month of a year, by which the names of months can be asked for. */
export function monthStarts(calendar: Calendar): readonly number[] {
  const { year } = dateOfDay(calendar, epochDays + 11_323);
  return Array.from({ length: 12 }, (_, month) => {
    const days = dayOfDate(calendar, { year, month: month + 1, day: 1 });
    return ((days ?? epochDays) - epochDays) * dayMilliseconds;
  });
}

const formatters = new Map<Calendar, Intl.DateTimeFormat>();

function formatterOf(calendar: Calendar): Intl.DateTimeFormat {
  let formatter = formatters.get(calendar);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: "numeric",
      month: "numeric",
      day: "numeric",
      timeZone: "UTC",
    });
    formatters.set(calendar, formatter);
  }
  return formatter;
}
