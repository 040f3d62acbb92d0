import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine({ now: Date.parse("2020-11-01T05:59:59.500Z"), zone: "America/New_York" });

const outsideRange = (kind: string): string =>
  `Expression.Error: The ${kind} operation failed because the resulting value falls outside the range of allowed values.`;

describe("the datetime functions", () => {
  it.each([
    ["now is the local clock's reading", "DateTime.LocalNow()", "#datetime(2020, 11, 1, 1, 59, 59.5)"],
    [
      "a text with an offset is read on the local clock",
      'DateTime.FromText("2020-11-01T06:30:00Z")',
      "#datetime(2020, 11, 1, 1, 30, 0)",
    ],
    [
      "an instant becomes local",
      "DateTime.From(#datetimezone(2020, 11, 1, 6, 30, 0, 0, 0))",
      "#datetime(2020, 11, 1, 1, 30, 0)",
    ],
    [
      "an instant has the time of its own clock",
      "DateTime.Time(#datetimezone(2020, 11, 1, 6, 5, 0, 9, 0))",
      "#time(6, 5, 0)",
    ],
    [
      "a date has no time",
      "DateTime.Time(#date(2020, 11, 1))",
      "Expression.Error: The DateTime.Time function expects an input of type DateTime or DateTimeZone.",
    ],
    ["numbers go to the millisecond", "DateTime.From(44136.000011574)", "#datetime(2020, 11, 1, 0, 0, 1)"],
    ["a number rounds up into the next day", "DateTime.From(44135.99999999999)", "#datetime(2020, 11, 1, 0, 0, 0)"],
    ["OLE dates begin with the year 100", "DateTime.From(-700000)", outsideRange("DateTime")],
    ["an hour below 24", "#datetime(2020, 11, 1, 24, 0, 0)", outsideRange("DateTime")],
    ["a time alone is one of today", 'DateTime.FromText("10:30")', "#datetime(2020, 11, 1, 10, 30, 0)"],
    ["a file time is UTC", "DateTime.FromFileTime(132487308000000000)", "#datetime(2020, 11, 1, 14, 0, 0)"],
    ["a second below sixty", "#datetime(2020, 11, 1, 0, 0, 60)", outsideRange("DateTime")],
    [
      "fractions of a second go to 100 ns",
      "#datetime(2020, 11, 1, 0, 0, 59.99999999)",
      "#datetime(2020, 11, 1, 0, 0, 59.9999999)",
    ],
    [
      "an offset of whole minutes",
      "DateTime.AddZone(#datetime(2020, 11, 1, 0, 0, 0), 0.001)",
      outsideRange("DateTimeZone"),
    ],
    ["the current second", "DateTime.IsInCurrentSecond(#datetime(2020, 11, 1, 1, 59, 59))", "true"],
    ["the next minute", "DateTime.IsInNextMinute(#datetime(2020, 11, 1, 2, 0, 30))", "true"],
    [
      "the previous two hours",
      "{DateTime.IsInPreviousNHours(#datetime(2020, 10, 31, 23, 0, 0), 2), DateTime.IsInPreviousNHours(#datetime(2020, 11, 1, 1, 0, 0), 2)}",
      "{true, false}",
    ],
    [
      "a format and a culture",
      'DateTime.ToText(#datetime(2020, 11, 1, 13, 5, 0), "d. MMMM yyyy HH:mm", "de-DE")',
      '"1. November 2020 13:05"',
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
