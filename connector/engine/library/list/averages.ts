import type { FunctionDeclaration } from "../declaration.ts";
import { asType } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { argumentOutOfRange, notEnoughElements } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import { arithmeticOf } from "../value/decimal.ts";
import { averageOf, sumOf } from "./average.ts";
import { MatchMap, readEquation } from "./equation.ts";
import { nonNull } from "./lazy.ts";
import { force } from "../../values/cell.ts";

/** "Averages", "Addition" and "Numerics" of Microsoft's list functions. Nulls are left out. */
export const averages: readonly FunctionDeclaration[] = [
  {
    signature: "List.Average(list as list, optional precision as nullable Precision.Type) as any",
    summary: "The average of numbers, dates, times, datetimes, datetimezones or durations; null for none.",
    examples: [
      { usage: "List.Average({3, 4, null, 8})", output: "5" },
      { usage: "List.Average({#date(2020, 11, 1), #date(2020, 11, 3)})", output: "#date(2020, 11, 2)" },
      { usage: "List.Average({})", output: "null" },
    ],
    call: (list: ListValue, precision: Plain) => averageOf(nonNull(list), arithmeticOf(precision)),
  },
  {
    signature: "List.Mode(list as list, optional equationCriteria as any) as any",
    summary: "The item that occurs most often; of several the last.",
    examples: [{ usage: 'List.Mode({"A", 1, 2, 3, 3, 4, 5, 5})', output: "5" }],
    call: (list: ListValue, criteria: Value) => {
      const modes = modesOf(list, criteria);
      if (modes.length === 0) throw notEnoughElements();
      return modes.at(-1)!;
    },
  },
  {
    signature: "List.Modes(list as list, optional equationCriteria as any) as list",
    summary: "The items that occur most often.",
    examples: [{ usage: 'List.Modes({"A", 1, 2, 3, 3, 4, 5, 5})', output: "{3, 5}" }],
    call: (list: ListValue, criteria: Value) => {
      const modes = modesOf(list, criteria);
      if (modes.length === 0) throw notEnoughElements();
      return ListValue.of(modes);
    },
  },
  {
    signature: "List.StandardDeviation(numbersList as list) as nullable number",
    summary: "The standard deviation of a sample of numbers; null for a single one.",
    examples: [{ usage: "List.StandardDeviation({2, 4, 6})", output: "2" }],
    call: (list: ListValue) => {
      const numbers = readNumbers(list);
      if (numbers.length === 0) throw notEnoughElements();
      if (numbers.length === 1) return null;
      const mean = meanOf(numbers);
      const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return Math.sqrt(squares / (numbers.length - 1));
    },
  },
  {
    signature: "List.Sum(list as list, optional precision as nullable Precision.Type) as any",
    summary: "The sum of numbers or durations; null for none.",
    examples: [
      { usage: "List.Sum({1, null, 2})", output: "3" },
      { usage: "List.Sum({null})", output: "null" },
      { usage: "List.Sum({0.1, 0.2}, Precision.Decimal)", output: "0.3" },
    ],
    call: (list: ListValue, precision: Plain) => sumOf(nonNull(list), arithmeticOf(precision)),
  },
  {
    signature: "List.Covariance(numberList1 as list, numberList2 as list) as nullable number",
    summary: "The covariance of two lists of numbers of one length, as of a whole population; null for none.",
    examples: [
      { usage: "List.Covariance({1, 2, 3, 4}, {2, 4, 6, 8})", output: "2.5" },
      { usage: "List.Covariance({1, 2, 3}, {1, 2, 3})", output: "0.66666666666666607" },
    ],
    call: (left: ListValue, right: ListValue) => {
      const xs = readNumbers(left);
      const ys = readNumbers(right);
      if (xs.length !== ys.length) throw argumentOutOfRange("numberList2", right);
      if (xs.length === 0) return null;
      // As Microsoft's example shows to the last digit: the mean of the products, kept while they come, less that of the means.
      return runningMean(xs.map((x, index) => x * ys[index]!)) - runningMean(xs) * runningMean(ys);
    },
  },
  {
    signature: "List.Product(numbersList as list, optional precision as nullable Precision.Type) as nullable number",
    summary: "The product of numbers; null for none.",
    examples: [{ usage: "List.Product({2, 3, null, 7})", output: "42" }],
    call: (list: ListValue, precision: Plain) => {
      const arithmetic = arithmeticOf(precision);
      const numbers = readNumbers(list);
      if (numbers.length === 0) return null;
      return numbers.reduce((product: Value, value) => arithmetic["*"](product, value), 1);
    },
  },
];

function modesOf(list: ListValue, criteria: Value): Value[] {
  const seen = new MatchMap<Value, { readonly item: Value; count: number }>(readEquation(criteria));
  let most = 0;
  for (const cell of list.cells()) {
    const item = force(cell);
    const entry = seen.take(item, () => ({ item, count: 0 }));
    most = Math.max(most, ++entry.count);
  }
  return Array.from(seen.entries())
    .filter((entry) => entry.count === most)
    .map((entry) => entry.item);
}

function readNumbers(list: ListValue): number[] {
  return nonNull(list).map((value) => plain(asType(value, primitiveTypes.number)) as number);
}

function runningMean(numbers: readonly number[]): number {
  return numbers.reduce((mean, value, index) => mean + (value - mean) / (index + 1), 0);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
