import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("the duration functions", () => {
  it.each([
    [
      "the parts of a negative duration are negative",
      "Duration.ToRecord(-#duration(1, 2, 3, 4.5))",
      "[Days = -1, Hours = -2, Minutes = -3, Seconds = -4.5]",
    ],
    ["hours beyond a day carry over", "Duration.Days(#duration(0, 49, 0, 0))", "2"],
    ["parts may have fractions", "#duration(0.5, 0.5, 0, 0)", "#duration(0, 12, 30, 0)"],
    ["a number is days", "Duration.From(-1.5)", "#duration(-1, -12, 0, 0)"],
    [
      "a logical is none",
      "Duration.From(true)",
      "Expression.Error: We cannot convert the value true to type Duration.",
    ],
    ["a text that is none", 'Duration.FromText("soon")', "DataFormat.Error: We couldn't parse the Duration literal."],
    [
      "a format is out of use",
      'Duration.ToText(d, "c")',
      "Expression.Error: Duration.ToText takes no format: it has to be null.",
    ],
    ["null is no format", "Duration.ToText(d, null)", '"-1.06:00:00"'],
    [
      "sixty-four bits of ticks",
      "#duration(20000000, 0, 0, 0)",
      "Expression.Error: The 'duration' argument is out of range.",
    ],
    [
      "totals count every part",
      "{Duration.TotalDays(d), Duration.TotalHours(d), Duration.TotalMinutes(d), Duration.TotalSeconds(d)}",
      "{-1.25, -30, -1800, -108000}",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(`let d = #duration(-1, -6, 0, 0) in ${text}`))).toBe(result);
  });
});
