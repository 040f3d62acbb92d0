import fc from "fast-check";
import { expect, it } from "vitest";
import { addDuration, createDurations, percentileOf, summarize } from "../../../emulator/reports/durations.ts";

// Values as Microsoft's page on PERCENTILE.INC works them out: {1, 2, 3, 4} at 0.3 is 1.9.
it.each([
  [[1, 2, 3, 4], 0.3, 1.9],
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 1, 4],
  [[7], 0.9, 7],
  [[], 0.5, null],
])("the percentile of %j at %d is %d", (values, share, expected) => {
  const found = percentileOf(Float64Array.from(values), share);
  expect(found === null ? null : Number(found.toFixed(9))).toBe(expected);
});

it("a percentile is never outside the values, and grows with its share", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
      const sorted = Float64Array.from(values).sort();
      const found = [0, 0.25, 0.5, 0.9, 1].map((share) => percentileOf(sorted, share)!);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect([found[0], found.at(-1)]).toEqual([Math.min(...values), Math.max(...values)]);
    }),
  );
});

it("seconds have three decimals at most, and an empty duration is no duration", () => {
  const durations = createDurations();
  for (const milliseconds of [1000, 1001, null, 1001]) addDuration(durations, milliseconds);
  expect(summarize(durations)).toEqual({ mean: 1.001, median: 1.001, p90: 1.001, longest: 1.001 });
});
