import { describe, expect, it } from "vitest";
import { decimalOf, numberOf, roundPlaces, type TieRule } from "../../../../connector/engine/format/index.ts";

const round = (value: number, places: number, tie: TieRule): number =>
  numberOf(roundPlaces(decimalOf(value), places, tie));

describe("roundPlaces", () => {
  it.each<[number, number, TieRule, number]>([
    [1.2345, 3, "toEven", 1.234],
    [1.2345, 3, "up", 1.235],
    [1.2345, 3, "down", 1.234],
    [-1.2345, 3, "up", -1.234],
    [-1.2345, 3, "down", -1.235],
    [2.675, 2, "toEven", 2.68],
    [0.5, 0, "toEven", 0],
    [1.5, 0, "toEven", 2],
    [2.5, 0, "toEven", 2],
    [-2.5, 0, "awayFromZero", -3],
    [-2.5, 0, "towardZero", -2],
    [2.51, 0, "towardZero", 3],
    [1250, -2, "toEven", 1200],
    [1350, -2, "toEven", 1400],
    [50, -2, "awayFromZero", 100],
    [49, -2, "awayFromZero", 0],
    [9.999, 2, "toEven", 10],
    [1e300, 2, "toEven", 1e300],
    [1e-300, 2, "toEven", 0],
    [0.05, 1, "awayFromZero", 0.1],
    [0.04, 0, "awayFromZero", 0],
  ])("rounds %d to %d places, ties %s: %d", (value, places, tie, rounded) => {
    expect(round(value, places, tie)).toBe(rounded);
  });
});
