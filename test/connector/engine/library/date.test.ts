import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayOfWeek, periodAfter, startOf } from "../../../../connector/engine/library/date/calendar.ts";
import {
  calendarOf,
  DateTimeValue,
  daysOf,
  lastDay,
  toUnixMilliseconds,
} from "../../../../connector/engine/values/temporal.ts";
import { shown, testEngine } from "../evaluating.ts";

/** A Sunday; New York's clocks went back that night, so that UTC is four hours ahead until 06:00. */
const engine = testEngine({ now: Date.parse("2020-11-01T03:30:00Z"), zone: "America/New_York" });

const outsideRange = (kind: string): string =>
  `Expression.Error: The ${kind} operation failed because the resulting value falls outside the range of allowed values.`;

describe("the date functions", () => {
  it.each([
    [
      "a datetimezone gives the local date",
      "Date.From(#datetimezone(2020, 11, 1, 3, 0, 0, 0, 0))",
      "#date(2020, 10, 31)",
    ],
    ["but its parts are on its own clock", "Date.Day(#datetimezone(2020, 11, 1, 3, 0, 0, 0, 0))", "1"],
    ["a number counts from 1899-12-30", "Date.From(0)", "#date(1899, 12, 30)"],
    ["a negative fraction counts forward", "DateTime.From(-1.25)", "#datetime(1899, 12, 29, 6, 0, 0)"],
    [
      "a time is no date",
      "Date.From(#time(1, 0, 0))",
      "Expression.Error: We cannot convert the value #time(1, 0, 0) to type Date.",
    ],
    ["a logical is no date", "Date.From(true)", "Expression.Error: We cannot convert the value true to type Date."],
    [
      "a text that is no date",
      'Date.From("2020-02-30")',
      "DataFormat.Error: We couldn't parse the input provided as a Date value.",
    ],
    [
      "an unknown option is refused",
      'Date.FromText("x", [Form = "d"])',
      "Expression.Error: 'Form' isn't a valid Date.FromText option. Valid options are: Format, Culture.",
    ],
    ["a text in place of options is a culture", 'Date.FromText("2/1/2020", "en-GB")', "#date(2020, 1, 2)"],
    ["a day that is not there", "#date(2021, 2, 29)", outsideRange("Date")],
    ["a year beyond 9999", "#date(10000, 1, 1)", outsideRange("Date")],
    ["a month of thirty days", "#date(2020, 4, 31)", outsideRange("Date")],
    ["half a month", "#date(2020, 1.5, 1)", "Expression.Error: The number is out of range of a 32 bit integer value."],
    [
      "a month clamps the day",
      "Date.AddMonths(#datetime(2020, 10, 31, 8, 0, 0), 1)",
      "#datetime(2020, 11, 30, 8, 0, 0)",
    ],
    [
      "and keeps the offset",
      "Date.AddYears(#datetimezone(2020, 2, 29, 8, 0, 0, -4, 0), 1)",
      "#datetimezone(2021, 2, 28, 8, 0, 0, -4, 0)",
    ],
    ["a date ends with the year 9999", "Date.AddDays(#date(9999, 12, 31), 1)", outsideRange("Date")],
    ["a date begins with the year 1", "Date.AddMonths(#date(1, 1, 1), -1)", outsideRange("Date")],
    ["a week may begin before the year 1", "Date.StartOfWeek(#date(1, 1, 1))", outsideRange("Date")],
    ["and end after the year 9999", "Date.EndOfWeek(#datetime(9999, 12, 31, 0, 0, 0))", outsideRange("DateTime")],
    [
      "half a month cannot be added",
      "Date.AddMonths(#date(2020, 1, 1), 0.5)",
      "Expression.Error: The number is out of range of a 32 bit integer value.",
    ],
    [
      "a week ends on the day before the first",
      "Date.EndOfWeek(#datetimezone(2020, 11, 4, 5, 0, 0, -7, 0), Day.Monday)",
      "#datetimezone(2020, 11, 8, 23, 59, 59.9999999, -7, 0)",
    ],
    [
      "an unknown weekday is refused",
      "Date.StartOfWeek(#date(2020, 11, 1), 7)",
      "Expression.Error: The 'firstDayOfWeek' argument is out of range.",
    ],
    ["what Microsoft's page shows for weeks of the year", "Date.WeekOfYear(#date(2011, 3, 23))", "13"],
    ["and of the month", "Date.WeekOfMonth(#date(2011, 3, 15))", "3"],
    [
      "null gives null",
      "{Date.AddDays(null, 1), Date.StartOfMonth(null), Date.IsInCurrentDay(null), Date.MonthName(null)}",
      "{null, null, null, null}",
    ],
    [
      "a text has no day",
      'Date.Day("2020-11-01")',
      "Expression.Error: The Date value must contain the Date component.",
    ],
    // the present is 23:30 of 31 October in New York
    ["the current day is that of the local clock", "Date.IsInCurrentDay(#date(2020, 10, 31))", "true"],
    ["an instant is read on the local clock", "Date.IsInNextDay(#datetimezone(2020, 11, 1, 4, 0, 0, 0, 0))", "true"],
    ["the current month", "Date.IsInCurrentMonth(#date(2020, 10, 1))", "true"],
    ["the next month", "Date.IsInNextMonth(#date(2020, 11, 30))", "true"],
    ["not the one after it", "Date.IsInNextMonth(#date(2020, 12, 1))", "false"],
    [
      "the previous two quarters",
      "{Date.IsInPreviousNQuarters(#date(2020, 4, 1), 2), Date.IsInPreviousNQuarters(#date(2020, 3, 31), 2)}",
      "{true, false}",
    ],
    [
      "the current week begins on the culture's day",
      "{Date.IsInCurrentWeek(#date(2020, 10, 25)), Date.IsInCurrentWeek(#date(2020, 11, 1))}",
      "{true, false}",
    ],
    [
      "the year to date ends today",
      "{Date.IsInYearToDate(#date(2020, 1, 1)), Date.IsInYearToDate(#date(2020, 11, 1))}",
      "{true, false}",
    ],
    ["a text without a year is of this year", 'Date.FromText("December 5")', "#date(2020, 12, 5)"],
    ["so is one in a format", 'Date.FromText("05.12.", [Format = "dd.MM."])', "#date(2020, 12, 5)"],
    ["an empty format is none", 'Date.ToText(#date(2020, 12, 5), [Format = ""])', '"12/5/2020"'],
    [
      "the months of a culture are named as they stand alone",
      '{Date.MonthName(#date(2020, 1, 1), "ja-JP"), Date.MonthName(#date(2020, 1, 1), "el-GR")}',
      '{"1月", "Ιανουάριος"}',
    ],
    ["fewer than no days hold nothing", "Date.IsInNextNDays(#date(2020, 11, 1), -1)", "false"],
    [
      "half a day cannot be counted",
      "Date.IsInNextNDays(#date(2020, 11, 1), 0.5)",
      "Expression.Error: The number is out of range of a 32 bit integer value.",
    ],
    [
      "the next three days leave out today",
      "{Date.IsInNextNDays(#date(2020, 10, 31), 3), Date.IsInNextNDays(#date(2020, 11, 3), 3)}",
      "{false, true}",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

describe("the calendar", () => {
  const day = fc.integer({ min: 400, max: lastDay - 400 });
  const utc = (days: number): Date => new Date(toUnixMilliseconds(new DateTimeValue(days, 0)));

  it("knows the weekday of every day", () => {
    fc.assert(
      fc.property(day, (days) => {
        expect(dayOfWeek(days, 0)).toBe(utc(days).getUTCDay());
      }),
    );
  });

  it("has periods that follow one another without a gap, each holding its days", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("day", "week", "month", "quarter", "year"),
        fc.nat(6),
        (days, period, firstDay) => {
          const start = startOf(period, days, firstDay);
          const next = periodAfter(period, start, 1);
          expect(start <= days && days < next).toBe(true);
          expect(startOf(period, next, firstDay)).toBe(next);
          expect(startOf(period, next - 1, firstDay)).toBe(start);
          expect(periodAfter(period, next, -1)).toBe(start);
        },
      ),
    );
  });

  it("adds months to the same day or the last of a shorter month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -12, max: 12 }), (days, months) => {
        const from = calendarOf(days);
        const to = calendarOf(addMonths(days, months));
        const index = from.year * 12 + from.month - 1 + months;
        expect([to.year, to.month]).toEqual([Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]);
        const length = daysOf(to.year, to.month + 1, 1) - daysOf(to.year, to.month, 1);
        expect(to.day).toBe(Math.min(from.day, length));
      }),
    );
  });
});
