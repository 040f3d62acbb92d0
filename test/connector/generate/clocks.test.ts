import { IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { allZones, defaultZones, describeClocks } from "../../../connector/generate/index.ts";
import { clockExpressions } from "../../../connector/generate/clocks.ts";
import { isZone } from "../../../zones/index.ts";

/** Reads a clock's text as `Chime.ZoneSpans` does: the offset in minutes at an instant. */
function readOffset(text: string, instantMs: number): number {
  const [first, ...changes] = text.split(" ");
  return changes.reduce((offset, change) => {
    const [at, next] = change.split(":").map(Number);
    return at! * 60_000 <= instantMs ? next! : offset;
  }, Number(first));
}

describe("describeClocks", () => {
  const clocks = describeClocks(defaultZones);

  it("tells luxon's offset of any hour from 1990 to 2037", () => {
    const differing: string[] = [];
    for (const [zone, text] of clocks) {
      const source = IANAZone.create(zone);
      // A prime number of half hours, so that the instants fall on any hour of any day.
      for (let at = Date.UTC(1990, 0); at < Date.UTC(2038, 0); at += 1_800_000 * 4999) {
        if (readOffset(text, at) !== source.offset(at)) differing.push(`${zone} ${new Date(at).toISOString()}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it("has both sides of New York's changes of 2020", () => {
    const text = clocks.get("America/New_York")!;
    expect(readOffset(text, Date.parse("2020-11-01T05:59:59.999Z"))).toBe(-240);
    expect(readOffset(text, Date.parse("2020-11-01T06:00:00.000Z"))).toBe(-300);
  });

  it("a zone without changes is its offset alone", () => {
    expect(describeClocks(["UTC"]).get("UTC")).toBe("0");
    expect(describeClocks(["Asia/Kolkata"]).get("Asia/Kolkata")).toBe("330");
  });

  it("zones with the same clock share one text, and every zone points at its own", () => {
    const [zones, texts] = clockExpressions(describeClocks(["Asia/Kolkata", "Asia/Calcutta", "UTC", "UTC"]));
    expect(zones!.expression).toBe('[\n    #"Asia/Calcutta" = 0,\n    #"Asia/Kolkata" = 0,\n    UTC = 1\n]');
    expect(texts!.expression).toBe('{\n    "330",\n    "0"\n}');
  });

  it("refuses an unknown zone", () => {
    expect(() => describeClocks(["Mars/Base"])).toThrow(/unknown zone "Mars\/Base"/);
  });
});

describe("the lists of zones", () => {
  it("name zones that the machine knows, each once", () => {
    expect(defaultZones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(allZones().filter((zone) => !isZone(zone))).toEqual([]);
    expect(new Set(defaultZones).size).toBe(defaultZones.length);
    expect(new Set(allZones()).size).toBe(allZones().length);
  });

  it("all zones are those the machine lists, the newer names, and the default ones", () => {
    const all = allZones();
    for (const zone of [...Intl.supportedValuesOf("timeZone"), ...defaultZones, "Europe/Kyiv"])
      expect(all).toContain(zone);
  });
});
