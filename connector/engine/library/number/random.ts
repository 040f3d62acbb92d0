import type { FunctionDeclaration } from "../declaration.ts";

/** Microsoft's heading "Random". */
export const random: readonly FunctionDeclaration[] = [
  {
    signature: "Number.Random() as number",
    summary: "Gives a random number from 0 up to, but not, 1.",
    examples: [{ usage: `Number.Random() < 1`, output: `true` }],
    call: () => Math.random(),
  },
  {
    signature: "Number.RandomBetween(bottom as number, top as number) as number",
    summary: "Gives a random number between two numbers.",
    examples: [{ usage: `Number.RandomBetween(5, 6) >= 5`, output: `true` }],
    call: (bottom: number, top: number) => bottom + Math.random() * (top - bottom),
  },
];
