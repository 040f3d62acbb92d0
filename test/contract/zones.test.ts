import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../connector/engine/index.ts";
import { expectSameAsLuxon, instantsAroundChanges, randomInstants, zonesEngine } from "./zone-cases.ts";

/** One zone of each hard kind; `zones.slow.ts` takes all of them. */
const zones = [
  "America/New_York",
  "America/Havana",
  "America/St_Johns",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "Pacific/Apia",
  "UTC",
];

let engine: Engine;
beforeAll(() => {
  engine = zonesEngine(zones);
});
afterAll(() => engine.close());

describe("time zones in M", () => {
  it.each(zones)("%s is as luxon has it, on both sides of every change and at random instants", async (zone) => {
    await expectSameAsLuxon(engine, zone, [...instantsAroundChanges(zone), ...randomInstants(100, 7)]);
  });

  it("the first week and month that are known begin before 1990 in UTC, where the clock is ahead of it", async () => {
    const kathmandu = Date.parse("1990-01-01T18:00:00Z");
    await expectSameAsLuxon(engine, "Asia/Kathmandu", [kathmandu, Date.parse("1990-01-02T00:00:00Z")]);
  });

  it.each([
    [
      "a time shown twice is the first of the two",
      "ToUtc",
      "#datetime(2020, 11, 1, 1, 30, 0)",
      "05:30:00.0000000+00:00",
    ],
    ["a skipped time moves on by the gap", "ToUtc", "#datetime(2021, 3, 14, 2, 30, 0)", "07:30:00.0000000+00:00"],
    ["the result of null is null", "ToUtc", "null", null],
    ["the result of null is null", "ToZone", "null", null],
    ["the result of null is null", "StartOfMonth", "null", null],
  ])("%s", async (_claim, name, value, expected) => {
    const outcome = await engine.evaluate(
      `DateTimeZone.ToText(ChimeZones[${name}](${value}, "America/New_York"), "HH:mm:ss.fffffffzzz")`,
    );
    expect(outcome).toMatchObject({ ok: true, value: { json: expected } });
  });

  it.each([
    ['ChimeZones[ToZone](#datetimezone(2020, 1, 1, 0, 0, 0, 0, 0), "Mars/Base")', "build --zone NAME"],
    ['ChimeZones[ToUtc](#datetime(2050, 1, 1, 0, 0, 0), "UTC")', "the years 1990 to 2037 only"],
    ['ChimeZones[StartOfDay]("today", "UTC")', "give a datetimezone, or a date"],
  ])("%s fails with what to do", async (expression, message) => {
    expect(await engine.evaluate(expression)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(message) as string },
    });
  });
});
