import type { FunctionDeclaration } from "../declaration.ts";

/** Microsoft's heading "Information". */
export const information: readonly FunctionDeclaration[] = [
  {
    signature: "Number.IsEven(number as number) as logical",
    summary: "Whether a number is even.",
    examples: [{ usage: `Number.IsEven(16)`, output: `true` }],
    call: (number: number) => number % 2 === 0,
  },
  {
    signature: "Number.IsNaN(number as number) as logical",
    summary: "Whether a number is not a number, as 0/0 is.",
    examples: [
      { usage: `Number.IsNaN(0/0)`, output: `true` },
      { usage: `Number.IsNaN(1/0)`, output: `false` },
    ],
    call: (number: number) => Number.isNaN(number),
  },
  {
    signature: "Number.IsOdd(number as number) as logical",
    summary: "Whether a number is odd.",
    examples: [{ usage: `Number.IsOdd(-17)`, output: `true` }],
    call: (number: number) => Math.abs(number % 2) === 1,
  },
];
