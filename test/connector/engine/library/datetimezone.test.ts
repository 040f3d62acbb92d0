import { describe, expect, it } from "vitest";
import { datetimezone } from "../../../../connector/engine/library/datetimezone.ts";
import { makeFunction, nameOf } from "../../../../connector/engine/library/declaration.ts";
import type { DateTimeZoneValue } from "../../../../connector/engine/values/temporal.ts";
import { shown, testEngine } from "../evaluating.ts";
import { evaluation } from "./calling.ts";

const engine = testEngine({ now: Date.parse("2020-11-01T05:59:59.999Z"), zone: "America/New_York" });

describe("the datetimezone functions", () => {
  it.each([
    [
      "local time before the clocks go back",
      "DateTimeZone.ToLocal(#datetimezone(2020, 11, 1, 5, 59, 59, 0, 0))",
      "#datetimezone(2020, 11, 1, 1, 59, 59, -4, 0)",
    ],
    [
      "and after",
      "DateTimeZone.ToLocal(#datetimezone(2020, 11, 1, 6, 0, 0, 0, 0))",
      "#datetimezone(2020, 11, 1, 1, 0, 0, -5, 0)",
    ],
    ["now is in summer time still", "DateTimeZone.LocalNow()", "#datetimezone(2020, 11, 1, 1, 59, 59.999, -4, 0)"],
    [
      "a date alone is the local midnight",
      "DateTimeZone.From(#date(2020, 11, 2))",
      "#datetimezone(2020, 11, 2, 0, 0, 0, -5, 0)",
    ],
    [
      "a text without an offset is local",
      'DateTimeZone.FromText("2020-07-01T12:00:00")',
      "#datetimezone(2020, 7, 1, 12, 0, 0, -4, 0)",
    ],
    [
      "an offset may be half an hour",
      "DateTimeZone.SwitchZone(#datetimezone(2020, 11, 1, 0, 0, 0, 0, 0), 0, -30)",
      "#datetimezone(2020, 10, 31, 23, 30, 0, 0, -30)",
    ],
    [
      "a zone lies within fourteen hours",
      "DateTimeZone.SwitchZone(#datetimezone(2020, 11, 1, 0, 0, 0, 0, 0), 14, 1)",
      "Expression.Error: The DateTimeZone operation failed because the resulting value falls outside the range of allowed values.",
    ],
    [
      "a switch may not leave the calendar",
      "DateTimeZone.SwitchZone(#datetimezone(1, 1, 1, 0, 0, 0, 0, 0), -1)",
      "Expression.Error: The DateTimeZone operation failed because the resulting value falls outside the range of allowed values.",
    ],
    [
      "hours and minutes of a western offset are negative",
      "let z = #datetimezone(2020, 11, 1, 0, 0, 0, -1, -30) in {DateTimeZone.ZoneHours(z), DateTimeZone.ZoneMinutes(z)}",
      "{-1, -30}",
    ],
    [
      "null gives null",
      "{DateTimeZone.ToUtc(null), DateTimeZone.ZoneHours(null), DateTimeZone.From(null)}",
      "{null, null, null}",
    ],
    [
      "a datetime is none",
      "DateTimeZone.ToUtc(#datetime(2020, 11, 1, 0, 0, 0))",
      "Expression.Error: We cannot convert the value #datetime(2020, 11, 1, 0, 0, 0) to type DateTimeZone.",
    ],
    [
      "a text that is none",
      'DateTimeZone.FromText("soon")',
      "DataFormat.Error: We couldn't parse the input provided as a DateTimeZone value.",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });

  it("gives one fixed instant an evaluation, and the clock's otherwise", () => {
    let instant = 1000;
    const host = { ...evaluation.host, now: () => (instant += 1000) };
    const ticking = { ...evaluation, host, fixedNow: () => 1000 };
    const ask = (name: string): number => {
      const declaration = datetimezone.functions.find((candidate) => nameOf(candidate) === name)!;
      return (makeFunction(declaration, ticking).invoke([]) as DateTimeZoneValue).local.ticks / 10_000_000;
    };
    expect([ask("DateTimeZone.FixedUtcNow"), ask("DateTimeZone.UtcNow"), ask("DateTimeZone.FixedUtcNow")]).toEqual([
      1, 2, 1,
    ]);
  });
});
