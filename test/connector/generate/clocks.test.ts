import { IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { allZones, defaultZones, describeClocks } from "../../../connector/generate/index.ts";
import { clockExpressions, packClocks } from "../../../connector/generate/clocks.ts";
import { isZone } from "../../../zones/index.ts";
import { unpackClocks } from "./read-committed.ts";

/** Reads a clock's text as `Chime.ReadClock` does: the offset in minutes at an instant. */
function readOffset(text: string, instantMs: number): number {
  const [first, ...changes] = text.split(" ");
  let [at, offset] = [Date.UTC(1989, 11, 1), Number(first)];
  for (const change of changes) {
    const [, hours, minutes = "0", sign, size] = /^(\d+)(?::(\d+))?([+-])(\d*)$/.exec(change)!;
    at += (Number(hours) * 60 + Number(minutes)) * 60_000;
    if (at > instantMs) break;
    offset += (sign === "-" ? -1 : 1) * Number(size === "" ? 60 : size);
  }
  return offset;
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
    expect(zones!.expression).toBe(
      '[\n    #"Asia/Calcutta" = Chime.ReadClock(0),\n    #"Asia/Kolkata" = Chime.ReadClock(0),\n    UTC = Chime.ReadClock(1)\n]',
    );
    expect(texts!.expression).toBe('{\n    "330",\n    "0"\n}');
  });

  it("refuses an unknown zone", () => {
    expect(() => describeClocks(["Mars/Base"])).toThrow(/unknown zone "Mars\/Base"/);
  });
});

describe("packClocks", () => {
  it.each([
    {
      claim: "a run that an earlier clock spells out is a reference",
      clock: "0 1+ 2- 3+ 4- 9+",
      packed: "0 @0:0:4 9+",
    },
    { claim: "from any place in it", clock: "60 7+ 3+ 4- 5+ 6-", packed: "60 7+ @0:2:4" },
    { claim: "a run too short to save anything is spelled out", clock: "0 1+ 2- 3+ 9-", packed: "0 1+ 2- 3+ 9-" },
    { claim: "a clock without changes stays as it is", clock: "120", packed: "120" },
  ])("$claim", ({ clock, packed }) => {
    expect(packClocks(["-300 1+ 2- 3+ 4- 5+ 6-", clock])[1]).toBe(packed);
  });

  it("never refers to what is itself a reference", () => {
    const texts = ["0 1+ 2- 3+ 4-", "0 1+ 2- 3+ 4- 5+ 6- 7+ 8-", "0 3+ 4- 5+ 6- 7+ 8-"];
    expect(packClocks(texts)).toEqual(["0 1+ 2- 3+ 4-", "0 @0:0:4 5+ 6- 7+ 8-", "0 3+ 4- @1:0:4"]);
  });

  it("loses no change of any clock", () => {
    const texts = [...new Set(describeClocks(defaultZones).values())];
    expect(unpackClocks(packClocks(texts))).toEqual(texts);
  });

  it("makes the clocks of the usual zones less than half as long", () => {
    const texts = [...new Set(describeClocks(defaultZones).values())];
    expect(packClocks(texts).join().length).toBeLessThan(texts.join().length / 2);
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
