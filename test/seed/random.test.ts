import { describe, expect, it } from "vitest";
import { createStream, Stream } from "../../seed/random.ts";

const draws = 100_000;
const sampleOf = (draw: (stream: Stream) => number): readonly number[] => {
  const stream = createStream(1, "test");
  return Array.from({ length: draws }, () => draw(stream));
};
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("Stream", () => {
  it("gives sfc32's numbers", () => {
    // Worked out by hand from the definition: a = 1, b = 2, c = 3, counter = 4.
    const state = Buffer.alloc(16);
    [1, 2, 3, 4].forEach((word, index) => state.writeInt32LE(word, 4 * index));
    const stream = new Stream(state);
    expect(stream.bits()).toBe(1 + 2 + 4);
    // Now a = 2 ^ 0, b = 3 + 24, c = (3 << 21) + 7, counter = 5.
    expect(stream.bits()).toBe(2 + 27 + 5);
    expect(stream.bits()).toBe(27 + (6_291_463 + 50_331_704) + 6);
  });

  it.each([
    { name: "uniform", draw: (s: Stream) => s.uniform(), expected: 0.5, tolerance: 0.005 },
    { name: "between", draw: (s: Stream) => s.between(10, 30), expected: 20, tolerance: 0.1 },
    { name: "chance", draw: (s: Stream) => Number(s.chance(0.3)), expected: 0.3, tolerance: 0.005 },
    { name: "exponential", draw: (s: Stream) => s.exponential(40), expected: 40, tolerance: 0.6 },
    { name: "normal", draw: (s: Stream) => s.normal(), expected: 0, tolerance: 0.015 },
    { name: "the square of normal", draw: (s: Stream) => s.normal() ** 2, expected: 1, tolerance: 0.02 },
    { name: "log-normal", draw: (s: Stream) => s.logNormal(10, 0.5), expected: 10 * Math.exp(0.125), tolerance: 0.1 },
    {
      name: "weighted",
      draw: (s: Stream) => s.pickWeighted([0, 1], (i) => 1 + 2 * i),
      expected: 0.75,
      tolerance: 0.006,
    },
  ])("$name has the mean that it promises", ({ draw, expected, tolerance }) => {
    expect(Math.abs(mean(sampleOf(draw)) - expected)).toBeLessThan(tolerance);
  });

  it("makes GUIDs of version 4, all different", () => {
    const stream = createStream(1, "guids");
    const guids = Array.from({ length: 1000 }, () => stream.guid());
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(guids).size).toBe(1000);
  });
});

describe("createStream", () => {
  const first = createStream(1, "arrivals", 2, "2020-11-01").bits();

  it("gives the same stream for the same seed, purpose and day", () => {
    expect(createStream(1, "arrivals", 2, "2020-11-01").bits()).toBe(first);
  });

  it.each([
    { what: "seed", stream: createStream(2, "arrivals", 2, "2020-11-01") },
    { what: "purpose", stream: createStream(1, "words", 2, "2020-11-01") },
    { what: "queue", stream: createStream(1, "arrivals", 3, "2020-11-01") },
    { what: "day", stream: createStream(1, "arrivals", 2, "2020-11-02") },
  ])("gives another one for another $what", ({ stream }) => {
    expect(stream.bits()).not.toBe(first);
  });
});
