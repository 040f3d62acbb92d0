import { argumentOutOfRange } from "../../values/errors.ts";
import { readMember } from "../list/arguments.ts";
import { decimalArithmetic } from "../value/decimal.ts";
import { plain, type Plain } from "../../values/value.ts";
import type { Example, FunctionDeclaration } from "../declaration.ts";
import { exp, log, log10, power } from "./elementary.ts";

/** Microsoft's heading "Operations". */
export const operations: readonly FunctionDeclaration[] = [
  ofOne("Number.Abs", "Gives a number without its sign.", { usage: `Number.Abs(-3)`, output: `3` }, Math.abs),
  {
    signature: "Number.Combinations(setSize as nullable number, combinationSize as nullable number) as nullable number",
    summary: "Counts in how many ways so many items can be chosen, whatever their order.",
    examples: [{ usage: `Number.Combinations(5, 3)`, output: `10` }],
    call: (setSize: number | null, size: number | null) =>
      setSize === null || size === null ? null : combinations(setSize, size),
  },
  ofOne("Number.Exp", "Gives e to the power of a number.", { usage: `Number.Exp(0)`, output: `1` }, exp),
  ofOne(
    "Number.Factorial",
    "Multiplies all whole numbers from 1 to a number.",
    { usage: `Number.Factorial(5)`, output: `120` },
    (number) => product(1, readSize(number, "number")),
  ),
  {
    signature:
      "Number.IntegerDivide(number1 as nullable number, number2 as nullable number, optional precision as nullable Precision.Type) as nullable number",
    summary: "Gives the whole part of a quotient.",
    examples: [
      { usage: `Number.IntegerDivide(7, 2)`, output: `3` },
      { usage: `Number.IntegerDivide(-7, 2)`, output: `-3` },
    ],
    call: (number1: number | null, number2: number | null, precision: Plain) =>
      number1 === null || number2 === null ? null : divide(number1, number2, precision),
  },
  ofOne("Number.Ln", "Gives the natural logarithm of a number.", { usage: `Number.Ln(1)`, output: `0` }, log),
  {
    signature: "Number.Log(number as nullable number, optional base as nullable number) as nullable number",
    summary: "Gives the logarithm of a number to a base, e unless given.",
    examples: [{ usage: `Number.Log(8, 2)`, output: `3` }],
    call: (number: number | null, base: number | null) => (number === null ? null : logarithm(number, base)),
  },
  ofOne(
    "Number.Log10",
    "Gives the logarithm of a number to base 10.",
    { usage: `Number.Log10(1000)`, output: `3` },
    log10,
  ),
  {
    signature:
      "Number.Mod(number as nullable number, divisor as nullable number, optional precision as nullable Precision.Type) as nullable number",
    summary: "Gives what an integer division leaves over, with the sign of the dividend.",
    examples: [
      { usage: `Number.Mod(7, 3)`, output: `1` },
      { usage: `Number.Mod(10.5, 0.2, Precision.Decimal)`, output: `0.1` },
    ],
    call: (number: number | null, divisor: number | null, precision: Plain) =>
      number === null || divisor === null ? null : remainder(number, divisor, precision),
  },
  {
    signature: "Number.Permutations(setSize as nullable number, permutationSize as nullable number) as nullable number",
    summary: "Counts in how many ways so many items can be chosen and ordered.",
    examples: [{ usage: `Number.Permutations(5, 3)`, output: `60` }],
    call: (setSize: number | null, size: number | null) => {
      if (setSize === null || size === null) return null;
      const count = readSize(setSize, "setSize");
      const chosen = readSize(size, "permutationSize");
      return chosen > count ? 0 : product(count - chosen + 1, count);
    },
  },
  {
    signature: "Number.Power(number as nullable number, power as nullable number) as nullable number",
    summary: "Gives a number to the power of another one.",
    examples: [{ usage: `Number.Power(5, 3)`, output: `125` }],
    call: (number: number | null, exponent: number | null) =>
      number === null || exponent === null ? null : power(number, exponent),
  },
  ofOne("Number.Sign", "Gives 1, 0 or -1.", { usage: `Number.Sign(-182)`, output: `-1` }, Math.sign),
  ofOne(
    "Number.Sqrt",
    "Gives the square root of a number.",
    { usage: `Number.Sqrt(85.5625)`, output: `9.25` },
    Math.sqrt,
  ),
];

/** A function of one nullable number. */
export function ofOne(
  name: string,
  summary: string,
  example: Example,
  compute: (number: number) => number,
): FunctionDeclaration {
  return {
    signature: `${name}(number as nullable number) as nullable number`,
    summary,
    examples: [example],
    call: (number: number | null) => (number === null ? null : compute(number)),
  };
}

function readSize(value: number, name: string): number {
  if (!Number.isInteger(value) || value < 0) throw argumentOutOfRange(name, value);
  return value;
}

/** The product of the whole numbers from one to another; it passes the largest double at 171 factors at the latest. */
function product(from: number, to: number): number {
  let result = 1;
  for (let factor = from; factor <= to && Number.isFinite(result); factor++) result *= factor;
  return result;
}

function combinations(setSize: number, combinationSize: number): number {
  const count = readSize(setSize, "setSize");
  const chosen = readSize(combinationSize, "combinationSize");
  if (chosen > count) return 0;
  let result = 1;
  for (let step = 1; step <= Math.min(chosen, count - chosen) && Number.isFinite(result); step++) {
    result = Math.round((result * (count - step + 1)) / step);
  }
  return result;
}

/**
 * A quotient of logarithms, except to base 10, for which Microsoft's page shows the decimal logarithm. As in .NET, a base of one has
 * no logarithm, and one of zero or infinity that of 1 alone.
 */
function logarithm(number: number, base: number | null): number {
  if (base === null) return log(number);
  if (base === 1 || ((base === 0 || base === Infinity) && number !== 1)) return NaN;
  return base === 10 ? log10(number) : log(number) / log(base);
}

function isDecimal(precision: Plain): boolean {
  return readMember(precision, [0, 1], "precision", 0) === 1;
}

function divide(dividend: number, divisor: number, precision: Plain): number {
  if (!isDecimal(precision)) return Math.trunc(dividend / divisor) + 0;
  return Math.trunc(plain(decimalArithmetic["/"](dividend, divisor)) as number) + 0;
}

function remainder(dividend: number, divisor: number, precision: Plain): number {
  if (!isDecimal(precision)) return dividend % divisor;
  const whole = divide(dividend, divisor, precision);
  return plain(decimalArithmetic["-"](dividend, decimalArithmetic["*"](whole, divisor))) as number;
}
