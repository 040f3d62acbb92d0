import { describe, expect, it } from "vitest";
import { drawName, foldName, regions, type RegionName } from "../../seed/names.ts";
import { createStream } from "../../seed/random.ts";

const names = Object.keys(regions) as RegionName[];

describe("drawName", () => {
  it.each(names)("draws from every culture of %s, and first and last name from the same", (region) => {
    const stream = createStream(1, "names");
    const drawn = Array.from({ length: 3000 }, () => drawName(stream, region));
    const { cultures } = regions[region];
    expect(cultures.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1);
    for (const [culture, share] of cultures) {
      const isOf = ({ firstName, lastName }: (typeof drawn)[number]): boolean =>
        culture.firstNames.includes(firstName) && culture.lastNames.includes(lastName);
      expect(drawn.filter(isOf).length / drawn.length).toBeGreaterThan(0.6 * share);
    }
    expect(drawn.some(({ firstName, lastName }) => /[^\x20-\x7e]/.test(firstName + lastName))).toBe(true);
  });

  it.each(names)("knows places of %s, and most people sit in an office", (region) => {
    const { places } = regions[region];
    const atHome = places.filter((place) => place.startsWith("Home office, "));
    expect(new Set(places).size).toBeGreaterThanOrEqual(8);
    expect(atHome.length / places.length).toBeLessThan(0.5);
  });
});

it.each([
  { name: "Müller-Voß", folded: "muellervoss" },
  { name: "Łukasz", folded: "lukasz" },
  { name: "Jørgensen", folded: "jorgensen" },
  { name: "Nguyễn", folded: "nguyen" },
  { name: "O'Connor", folded: "oconnor" },
  { name: "Yılmaz", folded: "yilmaz" },
  { name: "李娜", folded: "" },
])("foldName makes $name the address part '$folded'", ({ name, folded }) => {
  expect(foldName(name)).toBe(folded);
});
