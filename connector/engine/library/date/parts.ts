import { firstDayOfWeek, formatDate } from "../../format/index.ts";
import { calendarOf, DateValue, daysOf } from "../../values/temporal.ts";
import type { Plain, Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { readMember } from "../list/arguments.ts";
import { dayOf, dayOfWeek, readDated, startOf } from "./calendar.ts";

/** What the Date functions tell about a day: its parts, its place in week, month and year, its names. */
export const parts: readonly FunctionDeclaration[] = [
  {
    signature: "Date.Day(dateTime as any) as nullable number",
    summary: "The day of the month.",
    examples: [{ usage: "Date.Day(#datetime(2020, 11, 30, 17, 0, 0))", output: "30" }],
    call: part((days) => calendarOf(days).day),
  },
  {
    signature: "Date.DayOfWeek(dateTime as any, optional firstDayOfWeek as nullable Day.Type) as nullable number",
    summary: "How far a day lies in its week, 0 to 6; weeks begin on the culture's day unless told otherwise.",
    examples: [
      { usage: "Date.DayOfWeek(#date(2020, 11, 1), Day.Sunday)", output: "0" },
      { usage: "Date.DayOfWeek(#date(2020, 11, 1), Day.Monday)", output: "6" },
    ],
    bind: (evaluation) => (value: Value, firstDay: Plain) =>
      partOf(value, (days) => dayOfWeek(days, readFirstDay(firstDay, evaluation))),
  },
  {
    signature: "Date.DayOfWeekName(date as any, optional culture as nullable text) as nullable text",
    summary: "The name of the weekday.",
    examples: [
      { usage: 'Date.DayOfWeekName(#date(2020, 11, 1), "en-US")', output: '"Sunday"' },
      { usage: 'Date.DayOfWeekName(#date(2020, 11, 1), "de-DE")', output: '"Sonntag"' },
    ],
    bind: (evaluation) => (value: Value, culture: string | null) =>
      partOf(value, (days) => formatDate(new DateValue(days), "dddd", culture ?? evaluation.host.culture)),
  },
  {
    signature: "Date.DayOfYear(dateTime as any) as nullable number",
    summary: "The day of the year, from 1.",
    examples: [{ usage: "Date.DayOfYear(#date(2020, 12, 31))", output: "366" }],
    call: part((days) => days - startOf("year", days, 0) + 1),
  },
  {
    signature: "Date.DaysInMonth(dateTime as any) as nullable number",
    summary: "How many days the month has.",
    examples: [{ usage: "Date.DaysInMonth(#date(2020, 2, 11))", output: "29" }],
    call: part((days) => {
      const { year, month } = calendarOf(days);
      return daysOf(year, month + 1, 1) - daysOf(year, month, 1);
    }),
  },
  {
    signature: "Date.IsLeapYear(dateTime as any) as nullable logical",
    summary: "Whether the year is a leap year.",
    examples: [
      { usage: "Date.IsLeapYear(#date(2020, 1, 1))", output: "true" },
      { usage: "Date.IsLeapYear(#date(1900, 1, 1))", output: "false" },
    ],
    call: part((days) => {
      const { year } = calendarOf(days);
      return daysOf(year + 1, 1, 1) - daysOf(year, 1, 1) === 366;
    }),
  },
  {
    signature: "Date.Month(dateTime as any) as nullable number",
    summary: "The month, 1 to 12.",
    examples: [{ usage: "Date.Month(#date(2020, 11, 30))", output: "11" }],
    call: part((days) => calendarOf(days).month),
  },
  {
    signature: "Date.MonthName(date as any, optional culture as nullable text) as nullable text",
    summary: "The name of the month.",
    examples: [{ usage: 'Date.MonthName(#date(2020, 11, 30), "en-US")', output: '"November"' }],
    bind: (evaluation) => (value: Value, culture: string | null) =>
      partOf(value, (days) => formatDate(new DateValue(days), "MMMM", culture ?? evaluation.host.culture)),
  },
  {
    signature: "Date.QuarterOfYear(dateTime as any) as nullable number",
    summary: "The quarter of the year, 1 to 4.",
    examples: [{ usage: "Date.QuarterOfYear(#date(2020, 11, 30))", output: "4" }],
    call: part((days) => Math.ceil(calendarOf(days).month / 3)),
  },
  {
    signature: "Date.WeekOfMonth(dateTime as any, optional firstDayOfWeek as nullable Day.Type) as nullable number",
    summary:
      "The week of the month, from 1 for the week of its first day; weeks begin on the culture's day unless told otherwise.",
    examples: [
      { usage: "Date.WeekOfMonth(#date(2020, 11, 15), Day.Sunday)", output: "3" },
      { usage: "Date.WeekOfMonth(#date(2020, 11, 15), Day.Monday)", output: "3" },
    ],
    bind: (evaluation) => (value: Value, firstDay: Plain) =>
      partOf(value, (days) => weekOf("month", days, readFirstDay(firstDay, evaluation))),
  },
  {
    signature: "Date.WeekOfYear(dateTime as any, optional firstDayOfWeek as nullable Day.Type) as nullable number",
    summary:
      "The week of the year, from 1 for the week of 1 January; weeks begin on the culture's day unless told otherwise.",
    examples: [
      { usage: "Date.WeekOfYear(#date(2020, 11, 1), Day.Sunday)", output: "45" },
      { usage: "Date.WeekOfYear(#date(2020, 11, 1), Day.Monday)", output: "44" },
    ],
    bind: (evaluation) => (value: Value, firstDay: Plain) =>
      partOf(value, (days) => weekOf("year", days, readFirstDay(firstDay, evaluation))),
  },
  {
    signature: "Date.Year(dateTime as any) as nullable number",
    summary: "The year.",
    examples: [
      { usage: "Date.Year(#date(2020, 11, 30))", output: "2020" },
      { usage: "Date.Year(null)", output: "null" },
    ],
    call: part((days) => calendarOf(days).year),
  },
];

function part<Result extends Value>(tell: (days: number) => Result): (value: Value) => Result | null {
  return (value) => partOf(value, tell);
}

function partOf<Result extends Value>(value: Value, tell: (days: number) => Result): Result | null {
  const dated = readDated(value);
  return dated ? tell(dayOf(dated)) : null;
}

/** A `Day.Type` argument; the culture's first day when it is left out. */
function readFirstDay(firstDay: Plain, evaluation: Evaluation): number {
  return firstDay === null ? firstDayOfWeek(evaluation.host.culture) : readDayMember(firstDay);
}

/** A `Day.Type` argument; Sunday when it is left out. */
export function readDayMember(firstDay: Plain): number {
  return readMember(firstDay, [0, 1, 2, 3, 4, 5, 6], "firstDayOfWeek", 0);
}

function weekOf(period: "month" | "year", days: number, firstDay: number): number {
  const first = startOf(period, days, firstDay);
  return Math.floor((days - first + dayOfWeek(first, firstDay)) / 7) + 1;
}
