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
    // Separators stand where they like before the point; marks come in any order on either side.
    ["1,2,3", "en-US", 123],
    ["1,", "en-US", 1],
    ["1,.5", "en-US", 1.5],
    ["1’234.5", "de-CH", 1234.5],
    ["1'234.5", "de-CH", 1234.5],
    ["- 5", "en-US", -5],
    ["5 -", "en-US", -5],
    ["5+", "en-US", 5],
    ["$-5", "en-US", -5],
    ["($5)", "en-US", -5],
    ["$(5)", "en-US", -5],
    ["5 $", "en-US", 5],
    ["%50", "tr-TR", 0.5],
    ["-50%", "en-US", -0.5],
    ["kr. 5", "da-DK", 5],
    ["-.5", "en-US", -0.5],
    ["1e-400", "en-US", 0],
  ])("reads %j in %s as %d", (text, culture, value) => {
    expect(parseNumber(text, culture)).toBe(value);
  });

  it.each(
    ["abc", "", "-", ".", "1.2.3", "1 2", "0x10", "--5", "+5-", "((5))", "1e", ",5", "1,2.3,4"]
      .concat(["(-5)", "(5", "5)", ")5(", "$5$", "1$2", "€5", "5%%", "$", "1e400", "9".repeat(400), "１２"])
      .map((text) => [text]),
  )("finds no number in %j", (text) => {
    expect(() => parseNumber(text, "en-US")).toThrow("We couldn't convert to Number.");
  });

  it("refuses a culture that does not exist", () => {
    expect(() => parseNumber("5", "xx-YY")).toThrow("The culture 'xx-YY' isn't supported.");
  });

  it("reads a long text once", () => {
    expect(() => parseNumber(`1${" ".repeat(200_000)}x`, "fr-FR")).toThrow("We couldn't convert to Number.");
  });

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
