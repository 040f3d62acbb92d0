import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine({ zone: "America/New_York" });

describe("the time functions", () => {
  it.each([
    ["twenty-four o'clock is a time", "#time(24, 0, 0)", "#time(24, 0, 0)"],
    [
      "one second later is none",
      "#time(24, 0, 1)",
      "Expression.Error: The Time operation failed because the resulting value falls outside the range of allowed values.",
    ],
    [
      "a minute below sixty",
      "#time(1, 60, 0)",
      "Expression.Error: The Time operation failed because the resulting value falls outside the range of allowed values.",
    ],
    ["a fraction of a day", "Time.From(0.7575)", "#time(18, 10, 48)"],
    ["a negative number is none", "Time.From(-0.5)", "Expression.Error: The 'value' argument is out of range."],
    ["an instant is local", "Time.From(#datetimezone(2020, 11, 1, 12, 0, 0, 0, 0))", "#time(7, 0, 0)"],
    ["but its parts are on its own clock", "Time.Hour(#datetimezone(2020, 11, 1, 12, 0, 0, 0, 0))", "12"],
    [
      "a date has no hour",
      "Time.Hour(#date(2020, 11, 1))",
      "Expression.Error: The Time value must contain the Time component.",
    ],
    [
      "a date is no time",
      "Time.From(#date(2020, 11, 1))",
      "Expression.Error: We cannot convert the value #date(2020, 11, 1) to type Time.",
    ],
    [
      "an hour ends in its zone",
      "Time.EndOfHour(#datetimezone(2020, 11, 1, 5, 0, 0, -7, 0))",
      "#datetimezone(2020, 11, 1, 5, 59, 59.9999999, -7, 0)",
    ],
    ["a culture writes it", 'Time.ToText(#time(13, 5, 0), [Culture = "de-DE"])', '"13:05"'],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
