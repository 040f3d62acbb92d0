import { expect, it } from "vitest";
import { simulatePublishedExample } from "./published-example.ts";

// A quick simulation of 20,000 days, written for comparison apart from this program, gave 12.6 s, 0.854 and 0.0365.
it("the queue, fed the numbers of the published call centre, gives its results over 20,000 days", () => {
  const { calls, wait, under20, lost } = simulatePublishedExample(20_000);
  expect(Math.abs(calls - 1)).toBeLessThan(0.01);
  expect(Math.abs(wait - 12.6)).toBeLessThan(0.8);
  expect(wait).toBeGreaterThan(10.1);
  expect(wait).toBeLessThan(13.6);
  expect(Math.abs(under20 - 0.853)).toBeLessThan(0.01);
  expect(Math.abs(lost - 0.0365)).toBeLessThan(0.002);
});
