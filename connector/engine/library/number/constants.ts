import type { ConstantDeclaration } from "../declaration.ts";
import { enumeration } from "../list/enumeration.ts";
import { numberTypeConstants } from "./number-types.ts";

/** The constants of the number functions. */
export const constants: readonly ConstantDeclaration[] = [
  { name: "Number.E", value: Math.E, summary: "Euler's number, 2.718281828459045." },
  { name: "Number.Epsilon", value: Number.MIN_VALUE, summary: "The smallest positive number." },
  { name: "Number.NaN", value: NaN, summary: "What 0/0 gives: not a number." },
  { name: "Number.NegativeInfinity", value: -Infinity, summary: "What -1/0 gives." },
  { name: "Number.PI", value: Math.PI, summary: "The ratio of a circle's circumference to its diameter." },
  { name: "Number.PositiveInfinity", value: Infinity, summary: "What 1/0 gives." },
  ...numberTypeConstants,
  ...enumeration("RoundingMode", "Where a number goes that lies halfway between two.", {
    Up: [0, "Up."],
    Down: [1, "Down."],
    AwayFromZero: [2, "Away from zero."],
    TowardZero: [3, "Toward zero."],
    ToEven: [4, "To the even one."],
  }),
  ...enumeration("Precision", "How exactly arithmetic is done.", {
    Double: [0, "In double precision."],
    Decimal: [1, "In decimal digits."],
  }),
];
