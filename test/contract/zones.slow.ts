import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../connector/engine/index.ts";
import { allZones } from "../../connector/generate/index.ts";
import { expectSameAsLuxon, instantsAroundChanges, randomInstants, zonesEngine } from "./zone-cases.ts";

let engine: Engine;
beforeAll(() => {
  engine = zonesEngine(allZones());
});
afterAll(() => engine.close());

describe("time zones in M, all of them", () => {
  it("are as luxon has them, on both sides of every change of every zone", async () => {
    for (const zone of allZones()) await expectSameAsLuxon(engine, zone, instantsAroundChanges(zone));
  });

  it("are as luxon has them at 10,000 random instants (seed 20261122)", async () => {
    const zones = allZones();
    const instants = randomInstants(10_000, 20_261_122);
    expect(zones.length).toBeLessThan(instants.length);
    for (const [index, zone] of zones.entries()) {
      const own = instants.filter((_instant, position) => position % zones.length === index);
      await expectSameAsLuxon(engine, zone, own);
    }
  });
});
