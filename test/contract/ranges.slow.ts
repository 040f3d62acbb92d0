import { afterAll, beforeAll, expect, it } from "vitest";
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

let engine: Engine;
beforeAll(() => {
  engine = rangesEngine(allZones());
});
afterAll(() => engine.close());

it("all named ranges are the same in M and in TypeScript in all zones on the hard days", async () => {
  for (const zone of allZones()) {
    const cases = hardInstants.flatMap((now) => ranges.map((range) => ({ range, zone, now })));
    expect(await resolvedByM(engine, cases), zone).toEqual(resolvedByTypeScript(cases));
  }
});

it("named ranges are the same on both sides of the last changes of all zones", async () => {
  const cases = casesAtChanges(allZones());
  expect(await resolvedByM(engine, cases)).toEqual(resolvedByTypeScript(cases));
});
