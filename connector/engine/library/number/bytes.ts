import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import { plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";

/** Microsoft's heading "Bytes": operations on the bits of whole numbers of 64 bits. */
export const bytes: readonly FunctionDeclaration[] = [
  ofTwo("BitwiseAnd", "Keeps the bits that both numbers have.", `Number.BitwiseAnd(12, 10)`, `8`, (a, b) => a & b),
  {
    signature: "Number.BitwiseNot(number as any) as any",
    summary: "Turns every bit of a number over.",
    examples: [{ usage: `Number.BitwiseNot(5)`, output: `-6` }],
    call: (value: Value) => {
      const number = plain(value);
      if (number === null) return null;
      if (typeof number !== "number") throw cannotConvert(value, primitiveTypes.number);
      return Number(~readBits(number, "number"));
    },
  },
  ofTwo("BitwiseOr", "Keeps the bits that either number has.", `Number.BitwiseOr(12, 10)`, `14`, (a, b) => a | b),
  ofTwo("BitwiseShiftLeft", "Moves the bits of a number to the left.", `Number.BitwiseShiftLeft(3, 2)`, `12`, (a, b) =>
    BigInt.asIntN(64, a << (b & 63n)),
  ),
  ofTwo(
    "BitwiseShiftRight",
    "Moves the bits of a number to the right, its sign kept.",
    `Number.BitwiseShiftRight(12, 2)`,
    `3`,
    (a, b) => a >> (b & 63n),
  ),
  ofTwo("BitwiseXor", "Keeps the bits that only one number has.", `Number.BitwiseXor(12, 10)`, `6`, (a, b) => a ^ b),
];

function ofTwo(
  name: string,
  summary: string,
  usage: string,
  output: string,
  combine: (left: bigint, right: bigint) => bigint,
): FunctionDeclaration {
  return {
    signature: `Number.${name}(number1 as nullable number, number2 as nullable number) as nullable number`,
    summary,
    examples: [{ usage, output }],
    call: (number1: number | null, number2: number | null) =>
      number1 === null || number2 === null
        ? null
        : Number(combine(readBits(number1, "number1"), readBits(number2, "number2"))),
  };
}

function readBits(value: number, name: string): bigint {
  if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) throw argumentOutOfRange(name, value);
  return BigInt(value);
}
