import { numberToText, parseNumber, type TieRule } from "../../format/index.ts";
import { numberOutOfRange } from "../../values/errors.ts";
import type { Plain, Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import { numberFrom } from "./number-from.ts";
import { readRoundingMode, roundNearest } from "./round.ts";

/** Microsoft's heading "Conversion and formatting". */
export const conversion: readonly FunctionDeclaration[] = [
  wholeNumber(
    "Byte",
    8,
    { least: 0, end: 256 },
    { usage: `Byte.From("4.5", null, RoundingMode.AwayFromZero)`, output: `5` },
  ),
  {
    signature:
      "Currency.From(value as any, optional culture as nullable text, optional roundingMode as nullable RoundingMode.Type) as nullable number",
    summary: "Makes a number of four decimal places from a value.",
    examples: [
      { usage: `Currency.From("1.23455")`, output: `1.2346` },
      { usage: `Currency.From("1.23455", null, RoundingMode.Down)`, output: `1.2345` },
    ],
    bind: (evaluation) => (value: Value, culture: string | null, mode: number | null) => {
      const number = from(value, culture, evaluation);
      if (number === null) return null;
      const rounded = roundNearest(number, 4, readRoundingMode(mode));
      return within(rounded, { least: -(2 ** 63) / 1e4, end: 2 ** 63 / 1e4 }, "a currency", number);
    },
  },
  {
    signature: "Decimal.From(value as any, optional culture as nullable text) as nullable number",
    summary: "Makes a decimal number from a value; infinities, NaN and what exceeds 28 digits are errors.",
    examples: [{ usage: `Decimal.From("4.5")`, output: `4.5` }],
    bind: (evaluation) => (value: Value, culture: string | null) => {
      const number = from(value, culture, evaluation);
      return number === null ? null : within(number, { least: -(2 ** 96), end: 2 ** 96 }, "a decimal", number);
    },
  },
  {
    signature: "Double.From(value as any, optional culture as nullable text) as nullable number",
    summary: "Makes a double-precision number from a value.",
    examples: [{ usage: `Double.From("4.5")`, output: `4.5` }],
    bind: (evaluation) => (value: Value, culture: string | null) => from(value, culture, evaluation),
  },
  wholeNumber("Int8", 8, signed(8), { usage: `Int8.From("-128")`, output: `-128` }),
  wholeNumber("Int16", 16, signed(16), { usage: `Int16.From(2.5)`, output: `2` }),
  wholeNumber("Int32", 32, signed(32), {
    usage: `Int32.From(2147483648)`,
    output: `error "The number is out of range of a 32 bit integer value."`,
  }),
  wholeNumber("Int64", 64, signed(64), { usage: `Int64.From("1,000.4")`, output: `1000` }),
  {
    signature: "Number.From(value as any, optional culture as nullable text) as nullable number",
    summary: "Makes a number from text, a logical, a date, a time or a duration.",
    examples: [
      { usage: `Number.From("1.5")`, output: `1.5` },
      { usage: `Number.From(#datetime(2020, 11, 1, 6, 0, 0))`, output: `44136.25` },
      { usage: `Number.From("12.5%")`, output: `0.125` },
      { usage: `Number.From("many")`, output: `error "We couldn't convert to Number."` },
    ],
    bind: (evaluation) => (value: Value, culture: string | null) => from(value, culture, evaluation),
  },
  {
    signature: "Number.FromText(text as nullable text, optional culture as nullable text) as nullable number",
    summary: "Reads a number as a culture writes it.",
    examples: [
      { usage: `Number.FromText("3,423.10", "en-US")`, output: `3423.1` },
      { usage: `Number.FromText("3.423,10", "de-DE")`, output: `3423.1` },
      { usage: `Number.FromText("5.0E-10")`, output: `5E-10` },
    ],
    bind:
      ({ host }) =>
      (text: string | null, culture: string | null) =>
        text === null ? null : parseNumber(text, culture ?? host.culture),
  },
  {
    signature:
      "Number.ToText(number as nullable number, optional format as nullable text, optional culture as nullable text) as nullable text",
    summary: "Writes a number as text, in a standard or custom numeric format.",
    examples: [
      { usage: `Number.ToText(4)`, output: `"4"` },
      { usage: `Number.ToText(1234.5, "N2", "en-US")`, output: `"1,234.50"` },
      { usage: `Number.ToText(17, "0000")`, output: `"0017"` },
      { usage: `Number.ToText(0.25, "0 %", "")`, output: `"25 %"` },
    ],
    bind:
      ({ host }) =>
      (number: number | null, format: string | null, culture: string | null) =>
        number === null ? null : numberToText(number, format, culture ?? host.culture),
  },
  {
    signature: "Percentage.From(value as any, optional culture as nullable text) as nullable number",
    summary: "Makes a number from a value; text may end in a percent sign.",
    examples: [{ usage: `Percentage.From("12.3%")`, output: `0.123` }],
    bind: (evaluation) => (value: Value, culture: string | null) => from(value, culture, evaluation),
  },
  {
    signature: "Single.From(value as any, optional culture as nullable text) as nullable number",
    summary: "Makes a single-precision number from a value.",
    examples: [{ usage: `Single.From("1.5")`, output: `1.5` }],
    bind: (evaluation) => (value: Value, culture: string | null) => {
      const number = from(value, culture, evaluation);
      if (number === null) return null;
      const single = Math.fround(number);
      if (Number.isFinite(number) && !Number.isFinite(single)) throw numberOutOfRange("a single", number);
      return single;
    },
  },
];

/** The numbers from `least` up to, but not, `end`. */
type Range = { readonly least: number; readonly end: number };

function from(value: Value, culture: string | null, { host }: Evaluation): number | null {
  return numberFrom(value, culture ?? host.culture, host.localOffsetAt);
}

function signed(bits: number): Range {
  return { least: -(2 ** (bits - 1)), end: 2 ** (bits - 1) };
}

function wholeNumber(
  name: "Byte" | "Int8" | "Int16" | "Int32" | "Int64",
  bits: number,
  range: Range,
  example: { readonly usage: string; readonly output: string },
): FunctionDeclaration {
  return {
    signature: `${name}.From(value as any, optional culture as nullable text, optional roundingMode as nullable RoundingMode.Type) as nullable number`,
    summary: `Makes a whole number of ${bits} bits from a value, rounded to even unless told otherwise.`,
    examples: [{ usage: `${name}.From("4")`, output: `4` }, example],
    bind: (evaluation) => (value: Value, culture: string | null, mode: Plain) => {
      const tie: TieRule = readRoundingMode(mode);
      const number = from(value, culture, evaluation);
      if (number === null) return null;
      return within(roundNearest(number, 0, tie), range, `a ${bits} bit integer`, number);
    },
  };
}

function within(value: number, { least, end }: Range, kind: string, given: number): number {
  if (value >= least && value < end) return value;
  throw numberOutOfRange(kind, given);
}
