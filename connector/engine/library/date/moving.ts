import { operators } from "../../evaluate/operators.ts";
import { DurationValue, ticksPerDay } from "../../values/temporal.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import {
  addMonths,
  dayOf,
  lastTick,
  movedTo,
  periodAfter,
  readDated,
  readWhole,
  startOf,
  ticksOf,
  type Period,
} from "./calendar.ts";
import { readDayMember } from "./parts.ts";

type NamedPeriod = "Day" | "Month" | "Quarter" | "Year";

const periods: Readonly<Record<NamedPeriod, Period>> = { Day: "day", Month: "month", Quarter: "quarter", Year: "year" };

/** The Date functions that add days, weeks, months, quarters and years. Kind, time and zone stay. */
export const additions: readonly FunctionDeclaration[] = [
  {
    signature: "Date.AddDays(dateTime as any, numberOfDays as number) as any",
    summary: "The value so many days later.",
    examples: [
      { usage: "Date.AddDays(#date(2020, 10, 31), 1)", output: "#date(2020, 11, 1)" },
      { usage: "Date.AddDays(#datetime(2020, 3, 1, 8, 30, 0), -1)", output: "#datetime(2020, 2, 29, 8, 30, 0)" },
    ],
    call: (value: Value, count: number) => addDays(value, count),
  },
  {
    signature: "Date.AddMonths(dateTime as any, numberOfMonths as number) as any",
    summary: "The value so many months later; the last day of a month that has no such day.",
    examples: [
      { usage: "Date.AddMonths(#date(2020, 1, 31), 1)", output: "#date(2020, 2, 29)" },
      { usage: "Date.AddMonths(#date(2020, 11, 1), -11)", output: "#date(2019, 12, 1)" },
    ],
    call: (value: Value, count: number) => addWholeMonths(value, count, 1),
  },
  {
    signature: "Date.AddQuarters(dateTime as any, numberOfQuarters as number) as any",
    summary: "The value so many times three months later.",
    examples: [{ usage: "Date.AddQuarters(#date(2020, 11, 30), 1)", output: "#date(2021, 2, 28)" }],
    call: (value: Value, count: number) => addWholeMonths(value, count, 3),
  },
  {
    signature: "Date.AddWeeks(dateTime as any, numberOfWeeks as number) as any",
    summary: "The value so many weeks later.",
    examples: [{ usage: "Date.AddWeeks(#date(2020, 11, 1), 2)", output: "#date(2020, 11, 15)" }],
    call: (value: Value, count: number) => addDays(value, count * 7),
  },
  {
    signature: "Date.AddYears(dateTime as any, numberOfYears as number) as any",
    summary: "The value so many years later; 28 February for a 29th that is not there.",
    examples: [{ usage: "Date.AddYears(#date(2020, 2, 29), 1)", output: "#date(2021, 2, 28)" }],
    call: (value: Value, count: number) => addWholeMonths(value, count, 12),
  },
];

function addDays(value: Value, count: number): Value {
  const dated = readDated(value);
  if (!dated) return null;
  const whole = Math.trunc(count);
  return operators["+"](dated, new DurationValue(whole, Math.round((count - whole) * ticksPerDay)));
}

function addWholeMonths(value: Value, count: number, monthsEach: number): Value {
  const months = readWhole(count) * monthsEach;
  const dated = readDated(value);
  if (!dated) return null;
  return movedTo(dated, addMonths(dayOf(dated), months), ticksOf(dated));
}

/** The Date functions that give the end of a day, week, month, quarter or year. */
export const ends: readonly FunctionDeclaration[] = [
  ending("Day", "#datetime(2020, 11, 4, 17, 0, 0)", "#datetime(2020, 11, 4, 23, 59, 59.9999999)"),
  ending("Month", "#date(2020, 2, 4)", "#date(2020, 2, 29)"),
  ending("Quarter", "#date(2020, 11, 4)", "#date(2020, 12, 31)"),
  {
    signature: "Date.EndOfWeek(dateTime as any, optional firstDayOfWeek as nullable Day.Type) as any",
    summary: "The last instant, for a date the last day, of its week; weeks begin on Sunday unless told otherwise.",
    examples: [
      { usage: "Date.EndOfWeek(#date(2020, 11, 4))", output: "#date(2020, 11, 7)" },
      { usage: "Date.EndOfWeek(#date(2020, 11, 4), Day.Monday)", output: "#date(2020, 11, 8)" },
    ],
    call: (value: Value, firstDay: Plain) => endOfPeriod("week", value, readDayMember(firstDay)),
  },
  ending("Year", "#date(2020, 11, 4)", "#date(2020, 12, 31)"),
];

/** The Date functions that give the start of a day, week, month, quarter or year. */
export const starts: readonly FunctionDeclaration[] = [
  starting("Day", "#datetimezone(2020, 11, 4, 17, 0, 0, -5, 0)", "#datetimezone(2020, 11, 4, 0, 0, 0, -5, 0)"),
  starting("Month", "#datetime(2020, 11, 4, 17, 0, 0)", "#datetime(2020, 11, 1, 0, 0, 0)"),
  starting("Quarter", "#date(2020, 11, 4)", "#date(2020, 10, 1)"),
  {
    signature: "Date.StartOfWeek(dateTime as any, optional firstDayOfWeek as nullable Day.Type) as any",
    summary: "The first instant, for a date the first day, of its week; weeks begin on Sunday unless told otherwise.",
    examples: [
      { usage: "Date.StartOfWeek(#date(2020, 11, 4))", output: "#date(2020, 11, 1)" },
      { usage: "Date.StartOfWeek(#date(2020, 11, 4), Day.Monday)", output: "#date(2020, 11, 2)" },
    ],
    call: (value: Value, firstDay: Plain) => startOfPeriod("week", value, readDayMember(firstDay)),
  },
  starting("Year", "#date(2020, 11, 4)", "#date(2020, 1, 1)"),
];

function ending(name: NamedPeriod, input: string, output: string): FunctionDeclaration {
  return {
    signature: `Date.EndOf${name}(dateTime as any) as any`,
    summary: `The last instant, for a date the last day, of its ${periods[name]}.`,
    examples: [{ usage: `Date.EndOf${name}(${input})`, output }],
    call: (value: Value) => endOfPeriod(periods[name], value, 0),
  };
}

function starting(name: NamedPeriod, input: string, output: string): FunctionDeclaration {
  return {
    signature: `Date.StartOf${name}(dateTime as any) as any`,
    summary: `The first instant, for a date the first day, of its ${periods[name]}.`,
    examples: [{ usage: `Date.StartOf${name}(${input})`, output }],
    call: (value: Value) => startOfPeriod(periods[name], value, 0),
  };
}

function startOfPeriod(period: Period, value: Value, firstDay: number): Value {
  const dated = readDated(plain(value));
  return dated ? movedTo(dated, startOf(period, dayOf(dated), firstDay), 0) : null;
}

function endOfPeriod(period: Period, value: Value, firstDay: number): Value {
  const dated = readDated(value);
  if (!dated) return null;
  const start = startOf(period, dayOf(dated), firstDay);
  return movedTo(dated, periodAfter(period, start, 1) - 1, lastTick);
}
