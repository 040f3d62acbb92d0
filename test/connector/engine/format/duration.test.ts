import { describe, expect, it } from "vitest";
import { durationToIso, formatDuration, parseDuration, printValue } from "../../../../connector/engine/format/index.ts";

describe("durations", () => {
  it.each([
    ["2.05:55:20", "#duration(2, 5, 55, 20)", "2.05:55:20", "P2DT5H55M20S"],
    ["05:55", "#duration(0, 5, 55, 0)", "05:55:00", "PT5H55M"],
    ["-00:00:01.5", "#duration(0, 0, 0, -1.5)", "-00:00:01.5000000", "-PT1.5S"],
    ["-1.02:00", "#duration(-1, -2, 0, 0)", "-1.02:00:00", "-P1DT2H"],
    ["3", "#duration(3, 0, 0, 0)", "3.00:00:00", "P3D"],
    ["-3", "#duration(-3, 0, 0, 0)", "-3.00:00:00", "-P3D"],
    ["0:0", "#duration(0, 0, 0, 0)", "00:00:00", "PT0S"],
    ["P1DT2H", "#duration(1, 2, 0, 0)", "1.02:00:00", "P1DT2H"],
    ["PT90M", "#duration(0, 1, 30, 0)", "01:30:00", "PT1H30M"],
  ])("%s is %s, written %s and %s", (text, printed, written, iso) => {
    const value = parseDuration(text);
    expect([printValue(value), formatDuration(value), durationToIso(value)]).toEqual([printed, written, iso]);
  });

  it.each([["24:00"], ["1:60"], ["1.2.3"], ["P"], ["PT"], ["x"], [""]])("finds no duration in %j", (text) => {
    expect(() => parseDuration(text)).toThrow("We couldn't parse the Duration literal.");
  });
});
