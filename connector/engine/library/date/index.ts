/**
 * Microsoft's "Date functions", and the calendar that the other temporal groups share.
 *
 * | part | holds |
 * | --- | --- |
 * | `parts.ts`, `moving.ts`, `within.ts` | parts of a date; adding, starts and ends of periods; "is in the current …" |
 * | `calendar.ts`, `clock.ts` | days, weeks, months; the present, times of day |
 * | `convert.ts`, `text-options.ts` | `From` of every temporal group; Format and Culture |
 */
import { firstDayOfWeek, formatDate, parseDate } from "../../format/index.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { RecordValue } from "../../values/record.ts";
import { calendarOf, DateValue } from "../../values/temporal.ts";
import type { Value } from "../../values/value.ts";
import type { FunctionDeclaration, Group } from "../declaration.ts";
import { enumeration } from "../list/enumeration.ts";
import { periodAfter, readDay, startOf, type Period } from "./calendar.ts";
import { currentReading, localClock } from "./clock.ts";
import { dateFrom } from "./convert.ts";
import { additions, ends, starts } from "./moving.ts";
import { parts } from "./parts.ts";
import { readFormatting, readParsing } from "./text-options.ts";
import { readingOf, withinPresent, type Unit } from "./within.ts";

const conversions: readonly FunctionDeclaration[] = [
  {
    signature: "Date.From(value as any, optional culture as nullable text) as nullable date",
    summary:
      "A date from a text, a date, a datetime, a datetimezone on the local clock, or a number of days since 1899-12-30.",
    examples: [
      { usage: "Date.From(44136)", output: "#date(2020, 11, 1)" },
      { usage: 'Date.From("2020-11-01")', output: "#date(2020, 11, 1)" },
      { usage: "Date.From(#datetime(2020, 11, 1, 23, 59, 0))", output: "#date(2020, 11, 1)" },
    ],
    bind: (evaluation) => (value: Value, culture: string | null) =>
      dateFrom(value, culture ?? evaluation.host.culture, evaluation),
  },
  {
    signature: "Date.FromText(text as nullable text, optional options as any) as nullable date",
    summary: "The date that a text says, in a format and a culture, or as ISO 8601 or the culture writes it.",
    examples: [
      { usage: 'Date.FromText("2020-11-01")', output: "#date(2020, 11, 1)" },
      {
        usage: 'Date.FromText("01 Nov 2020", [Format = "dd MMM yyyy", Culture = "en-US"])',
        output: "#date(2020, 11, 1)",
      },
    ],
    bind: (evaluation) => (text: string | null, options: Value) => {
      const { format, culture } = readParsing(options, evaluation, "Date.FromText");
      return text === null ? null : parseDate(text, format, culture, localClock(evaluation));
    },
  },
];

const writing: readonly FunctionDeclaration[] = [
  {
    signature: "Date.ToRecord(date as date) as record",
    summary: "The year, month and day of a date.",
    examples: [{ usage: "Date.ToRecord(#date(2020, 11, 30))", output: "[Year = 2020, Month = 11, Day = 30]" }],
    call: (date: DateValue) => {
      const { year, month, day } = calendarOf(date.days);
      return RecordValue.from({ Year: year, Month: month, Day: day });
    },
  },
  {
    signature:
      "Date.ToText(date as nullable date, optional options as any, optional culture as nullable text) as nullable text",
    summary: "A date as text, in a format and a culture, or as the culture writes it.",
    examples: [
      { usage: 'Date.ToText(#date(2020, 11, 30), [Format = "yyyy-MM-dd"])', output: '"2020-11-30"' },
      { usage: 'Date.ToText(#date(2020, 11, 30), "d MMMM", "de-DE")', output: '"30 November"' },
    ],
    bind: (evaluation) => (date: DateValue | null, options: Value, givenCulture: string | null) => {
      const { format, culture } = readFormatting(options, givenCulture, evaluation, "Date.ToText");
      return date === null ? null : formatDate(date, format, culture);
    },
  },
];

const yearToDate: FunctionDeclaration = {
  signature: "Date.IsInYearToDate(dateTime as any) as nullable logical",
  summary: "Whether a value lies in the current year and not after the current day.",
  examples: [
    { usage: "Date.IsInYearToDate(DateTime.FixedLocalNow())", output: "true" },
    { usage: "Date.IsInYearToDate(Date.AddDays(DateTime.FixedLocalNow(), 1))", output: "false" },
  ],
  bind: (evaluation) => (dateTime: Value) => {
    const reading = readingOf(dateTime, evaluation);
    if (!reading) return null;
    const today = currentReading(evaluation).days;
    return reading.days >= startOf("year", today, 0) && reading.days <= today;
  },
};

const constructor: FunctionDeclaration = {
  signature: "#date(year as number, month as number, day as number) as date",
  summary: "A date of the years 1 to 9999.",
  examples: [
    { usage: "#date(2020, 11, 30)", output: "Date.AddDays(#date(2020, 12, 1), -1)" },
    {
      usage: "#date(2020, 2, 30)",
      output: `error "The Date operation failed because the resulting value falls outside the range of allowed values."`,
    },
  ],
  call: (year: number, month: number, day: number) => new DateValue(readDay(year, month, day, "Date")),
};

function unitOf(name: string, period: Period): Unit {
  return {
    name,
    test: (reading, evaluation, first, end) => {
      const present = startOf(period, currentReading(evaluation).days, firstDayOfWeek(evaluation.host.culture));
      return reading.days >= periodAfter(period, present, first) && reading.days < periodAfter(period, present, end);
    },
  };
}

const within = withinPresent("Date", [
  unitOf("Day", "day"),
  unitOf("Month", "month"),
  unitOf("Quarter", "quarter"),
  unitOf("Week", "week"),
  unitOf("Year", "year"),
]);

/** The date functions and the days of the week, in Microsoft's order, which is that of the alphabet. */
export const date: Group = {
  name: "Date functions",
  functions: [
    ...[...additions, ...parts, ...ends, ...conversions, ...within, yearToDate, ...starts, ...writing].toSorted(
      (a, b) => (a.signature.toLowerCase() < b.signature.toLowerCase() ? -1 : 1),
    ),
    constructor,
  ],
  constants: [
    { name: "Date.Type", value: primitiveTypes.date, summary: "The type of all dates." },
    ...enumeration("Day", "A day of the week.", {
      Sunday: [0, "Sunday."],
      Monday: [1, "Monday."],
      Tuesday: [2, "Tuesday."],
      Wednesday: [3, "Wednesday."],
      Thursday: [4, "Thursday."],
      Friday: [5, "Friday."],
      Saturday: [6, "Saturday."],
    }),
  ],
};
