import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberToText, parseNumber } from "../../../../connector/engine/format/index.ts";

describe("parseNumber", () => {
  it.each([
    ["15", "en-US", 15],
    ["-15", "en-US", -15],
    [" 15 ", "en-US", 15],
    ["3,423.10", "en-US", 3423.1],
    ["3.423,10", "de-DE", 3423.1],
    ["3 423,10", "fr-FR", 3423.1],
    ["5.0E-10", "en-US", 5e-10],
    ["1e3", "en-US", 1000],
    [".5", "en-US", 0.5],
    ["5.", "en-US", 5],
    ["12.3%", "en-US", 0.123],
    ["50 %", "de-DE", 0.5],
    ["$1,234.50", "en-US", 1234.5],
    ["-$5", "en-US", -5],
    ["(5)", "en-US", -5],
    ["5-", "en-US", -5],
    ["12,5 €", "de-DE", 12.5],
    ["∞", "en-US", Infinity],
    ["-Infinity", "", -Infinity],
    ["NaN", "", NaN],
  ])("reads %j in %s as %d", (text, culture, value) => {
    expect(parseNumber(text, culture)).toBe(value);
  });

  it.each([["abc"], [""], ["-"], ["."], ["1.2.3"], ["1 2"], ["0x10"], ["--5"], ["+5-"], ["((5))"], ["1e"]])(
    "finds no number in %j",
    (text) => {
      expect(() => parseNumber(text, "en-US")).toThrow("We couldn't convert to Number.");
    },
  );

  it("reads back every number that it writes", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true }),
        fc.constantFrom("", "en-US", "de-DE", "fr-FR", "pl-PL"),
        (value, culture) => {
          expect(parseNumber(numberToText(value, null, culture), culture)).toBe(value === 0 ? 0 : value);
        },
      ),
    );
  });
});
