import { describe, expect, it } from "vitest";
import { number } from "../../../../connector/engine/library/number/index.ts";
import {
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  daysOf,
  DurationValue,
  ticksPerDay,
  TimeValue,
} from "../../../../connector/engine/values/temporal.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, listOf, shownCall } from "./calling.ts";

const at = (year: number, month: number, day: number, part: number): DateTimeValue =>
  new DateTimeValue(daysOf(year, month, day), part * ticksPerDay);

describe("number functions", () => {
  it.each<[string, Value[], string]>([
    // Conversions; dates are OLE Automation dates, a datetimezone is read on the local clock (UTC+1).
    ["Number.From", [null], "null"],
    ["Number.From", [false], "0"],
    ["Number.From", [new DateValue(daysOf(1899, 12, 31))], "1"],
    ["Number.From", [at(1899, 12, 29, 0.25)], "-1.25"],
    ["Number.From", [new DateTimeZoneValue(at(2020, 11, 1, 0.5), 0)], `${44136 + 13 / 24}`],
    ["Number.From", [new TimeValue(ticksPerDay / 4)], "0.25"],
    ["Number.From", [new DurationValue(-1, ticksPerDay / 4)], "-0.75"],
    ["Number.From", [listOf()], "Expression.Error: We cannot convert a value of type List to type Number."],
    ["Number.From", ["1.234,5", "de-DE"], "1234.5"],
    ["Number.From", ["a"], "DataFormat.Error: We couldn't convert to Number."],
    ["Byte.From", [255.5], "Expression.Error: The number is out of range of a 8 bit integer value."],
    ["Byte.From", [-1], "Expression.Error: The number is out of range of a 8 bit integer value."],
    ["Int8.From", [2.5, null, 0], "3"],
    ["Int16.From", ["32767"], "32767"],
    ["Int32.From", [NaN], "Expression.Error: The number is out of range of a 32 bit integer value."],
    ["Int64.From", [9007199254740991], "9007199254740991"],
    ["Int64.From", [1.5, null, 9], "Expression.Error: The 'roundingMode' argument is out of range."],
    ["Int64.From", [2 ** 63], "Expression.Error: The number is out of range of a 64 bit integer value."],
    ["Int64.From", [-(2 ** 63)], "-9.2233720368547758E+18"],
    ["Byte.From", [255.4], "255"],
    ["Currency.From", [0.00005], "0"],
    ["Currency.From", [1e15], "Expression.Error: The number is out of range of a currency value."],
    ["Decimal.From", [Infinity], "Expression.Error: The number is out of range of a decimal value."],
    ["Single.From", [0.1], "0.10000000149011612"],
    ["Single.From", [1e39], "Expression.Error: The number is out of range of a single value."],
    ["Single.From", [Infinity], "#infinity"],
    // Rounding works on decimal digits.
    ["Number.Round", [2.675, 2], "2.68"],
    ["Number.Round", [-2.5], "-2"],
    ["Number.Round", [-2.5, null, 2], "-3"],
    ["Number.Round", [1234.5678, -2], "1200"],
    ["Number.Round", [Infinity, 2], "#infinity"],
    ["Number.Round", [1.5, 0.5], "Expression.Error: The 'digits' argument is out of range."],
    ["Number.RoundUp", [1.1, 1], "1.1"],
    ["Number.RoundUp", [-0.5], "0"],
    ["Number.RoundDown", [2.3, 1], "2.3"],
    ["Number.RoundDown", [1299, -2], "1200"],
    ["Number.RoundAwayFromZero", [-1.01, 1], "-1.1"],
    ["Number.RoundTowardZero", [-1.99, 1], "-1.9"],
    ["Number.RoundTowardZero", [NaN], "#nan"],
    // Operations.
    ["Number.IntegerDivide", [8.3, 3], "2"],
    ["Number.IntegerDivide", [1, 0], "#infinity"],
    ["Number.IntegerDivide", [0.3, 0.1], "2"],
    ["Number.IntegerDivide", [0.3, 0.1, 1], "3"],
    ["Number.Mod", [-7, 3], "-1"],
    ["Number.Mod", [7, null], "null"],
    ["Number.Mod", [7, 0], "#nan"],
    ["Number.Mod", [7, 3, 2], "Expression.Error: The 'precision' argument is out of range."],
    ["Number.Factorial", [170], "7.257415615307994E+306"],
    ["Number.Factorial", [171], "#infinity"],
    ["Number.Factorial", [-1], "Expression.Error: The 'number' argument is out of range."],
    ["Number.Combinations", [3, 5], "0"],
    ["Number.Combinations", [52, 5], "2598960"],
    ["Number.Permutations", [5, 0], "1"],
    ["Number.Log", [100, 10], "2"],
    ["Number.Log", [-1], "#nan"],
    // Logarithms to a base are quotients, as in .NET; those to base 10 are not.
    ["Number.Log", [243, 3], "4.9999999999999991"],
    ["Number.Log", [1000, 10], "3"],
    ["Number.Log", [1000, 1], "#nan"],
    ["Number.Log", [2, 0], "#nan"],
    ["Number.Log", [1, 0], "0"],
    ["Number.Power", [0, 0], "1"],
    ["Number.IsOdd", [1.5], "false"],
    // Bits are those of 64-bit numbers.
    ["Number.BitwiseAnd", [-1, 255], "255"],
    ["Number.BitwiseNot", [null], "null"],
    ["Number.BitwiseShiftLeft", [1, 40], "1099511627776"],
    ["Number.BitwiseShiftRight", [-8, 1], "-4"],
    ["Number.BitwiseXor", [1.5, 1], "Expression.Error: The 'number1' argument is out of range."],
  ])("%s(%j) is %s", (name, args, shown) => {
    expect(shownCall(number, name, ...args)).toBe(shown);
  });

  it("gives random numbers within their bounds", () => {
    for (let round = 0; round < 100; round++) {
      const value = call(number, "Number.RandomBetween", -2, 3) as number;
      expect(value >= -2 && value <= 3, `${value}`).toBe(true);
    }
  });
});
