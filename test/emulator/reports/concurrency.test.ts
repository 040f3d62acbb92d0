import { describe, expect, it } from "vitest";
import { createSweep, mergeSpans, overlapMs } from "../../../emulator/reports/concurrency.ts";

const spans = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));

describe("a sweep", () => {
  it.each([
    ["over nothing", spans(), { most: 0, mostAt: null, totalMs: 0 }],
    ["over one that ends as the next begins", spans([0, 10], [10, 20]), { most: 1, mostAt: 0, totalMs: 20 }],
    ["over two at once", spans([0, 10], [9, 20]), { most: 2, mostAt: 9, totalMs: 21 }],
    ["over empty spans", spans([5, 5], [7, 3]), { most: 0, mostAt: null, totalMs: 0 }],
    ["over one that began before", spans([-5, 3]), { most: 1, mostAt: 0, totalMs: 3 }],
    ["over one that ends after", spans([90, 200]), { most: 1, mostAt: 90, totalMs: 10 }],
    ["over one that is not inside", spans([100, 200]), { most: 0, mostAt: null, totalMs: 0 }],
  ])("%s", (_, given, expected) => {
    expect(createSweep(given)({ from: 0, to: 100 })).toEqual(expected);
  });

  it("goes on from stretch to stretch", () => {
    const sweep = createSweep(spans([0, 30], [5, 15], [12, 14]));
    expect(sweep({ from: 0, to: 10 })).toEqual({ most: 2, mostAt: 5, totalMs: 15 });
    expect(sweep({ from: 10, to: 20 })).toEqual({ most: 3, mostAt: 12, totalMs: 17 });
    expect(sweep({ from: 20, to: 40 })).toEqual({ most: 1, mostAt: 20, totalMs: 10 });
  });
});

it("stretches that touch or overlap become one", () => {
  expect(mergeSpans(spans([5, 8], [0, 3], [3, 4], [6, 7], [9, 9]))).toEqual(spans([0, 4], [5, 8]));
});

it("the overlap of two lists is what both cover", () => {
  expect(overlapMs(spans([0, 10], [20, 30]), spans([5, 25], [28, 40]))).toBe(12);
  expect(overlapMs([], spans([0, 1]))).toBe(0);
});
