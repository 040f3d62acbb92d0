import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../connector/engine/index.ts";
import { allZones } from "../../connector/generate/index.ts";
import {
  casesAtChanges,
  hardInstants,
  ranges,
  rangesEngine,
  resolvedByM,
  resolvedByTypeScript,
} from "./range-cases.ts";

const hardZones = [
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Apia",
];
/** Those, and every tenth of all zones; `ranges.slow.ts` takes all of them. */
const zones = [...hardZones, ...allZones().filter((_zone, index) => index % 10 === 0)];

let engine: Engine;
beforeAll(() => {
  engine = rangesEngine(zones);
});
afterAll(() => engine.close());

describe("named date ranges", () => {
  it("give November 2020 in New York as the vendor's samples have it", async () => {
    const cases = [{ range: "previous-month", zone: "America/New_York", now: Date.parse("2020-12-15T12:00:00Z") }];
    expect(await resolvedByM(engine, cases)).toEqual([
      [Date.parse("2020-11-01T04:00:00.000Z"), Date.parse("2020-12-01T04:59:59.999Z")],
    ]);
  });

  it("are the same in M and in TypeScript on both sides of the last changes of many zones", async () => {
    const cases = casesAtChanges(zones);
    expect(cases.length).toBeGreaterThan(zones.length);
    expect(await resolvedByM(engine, cases)).toEqual(resolvedByTypeScript(cases));
  });

  it.each(hardZones)(
    "are all the same in M and in TypeScript on the hard days of %s",
    async (zone) => {
      const cases = hardInstants.flatMap((now) => ranges.map((range) => ({ range, zone, now })));
      expect(await resolvedByM(engine, cases)).toEqual(resolvedByTypeScript(cases));
    },
    60_000,
  );

  it("take the parameters of an incremental refresh in their place, the end left to the next partition", async () => {
    const outcome = await engine.evaluate(
      `Chime.DateRange("today", "America/New_York", null, [RangeStart = #datetime(2020, 11, 1, 0, 0, 0), RangeEnd = #datetime(2020, 11, 2, 0, 0, 0)])`,
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { json: { Start: "2020-11-01T04:00:00+00:00", Stop: "2020-11-02T04:59:59.999+00:00" } },
    });
  });
});
