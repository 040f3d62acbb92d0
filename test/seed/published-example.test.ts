import { expect, it } from "vitest";
import { simulatePublishedExample } from "./published-example.ts";

// Published for 1,000 days, with the 90 % confidence of each mean. `npm run test:slow` holds 20,000 days to a finer measure.
it("the queue, fed the numbers of the published call centre, gives its results", () => {
  const { calls, wait, under20, lost } = simulatePublishedExample(1000);
  expect(Math.abs(calls - 1)).toBeLessThan(0.04);
  expect(wait).toBeGreaterThan(10.1);
  expect(wait).toBeLessThan(13.6);
  expect(Math.abs(under20 - 0.853)).toBeLessThan(0.02);
  expect(Math.abs(lost - 0.034)).toBeLessThan(0.005);
});
