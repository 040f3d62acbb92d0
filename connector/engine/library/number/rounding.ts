import type { FunctionDeclaration } from "../declaration.ts";
import { readRoundingMode, roundNearest, roundToward } from "./round.ts";

/** Microsoft's heading "Rounding". */
export const rounding: readonly FunctionDeclaration[] = [
  {
    signature:
      "Number.Round(number as nullable number, optional digits as nullable number, optional roundingMode as nullable RoundingMode.Type) as nullable number",
    summary: "Rounds to the nearest number of so many places; ties go to the even one unless told otherwise.",
    examples: [
      { usage: `Number.Round(2.5)`, output: `2` },
      { usage: `Number.Round(1.2345, 3)`, output: `1.234` },
      { usage: `Number.Round(1.2345, 3, RoundingMode.Up)`, output: `1.235` },
      { usage: `Number.Round(1250, -2, RoundingMode.AwayFromZero)`, output: `1300` },
    ],
    call: (number: number | null, digits: number | null, mode: number | null) =>
      number === null ? null : roundNearest(number, digits, readRoundingMode(mode)),
  },
  {
    signature:
      "Number.RoundAwayFromZero(number as nullable number, optional digits as nullable number) as nullable number",
    summary: "Rounds positive numbers up and negative numbers down.",
    examples: [
      { usage: `Number.RoundAwayFromZero(-1.2)`, output: `-2` },
      { usage: `Number.RoundAwayFromZero(1.234, 2)`, output: `1.24` },
    ],
    call: (number: number | null, digits: number | null) =>
      number === null ? null : roundToward(number, digits, number < 0 ? Math.floor : Math.ceil),
  },
  {
    signature: "Number.RoundDown(number as nullable number, optional digits as nullable number) as nullable number",
    summary: "Rounds to the next lower number of so many places.",
    examples: [
      { usage: `Number.RoundDown(-1.2)`, output: `-2` },
      { usage: `Number.RoundDown(1.999, 2)`, output: `1.99` },
    ],
    call: (number: number | null, digits: number | null) =>
      number === null ? null : roundToward(number, digits, Math.floor),
  },
  {
    signature:
      "Number.RoundTowardZero(number as nullable number, optional digits as nullable number) as nullable number",
    summary: "Rounds positive numbers down and negative numbers up.",
    examples: [{ usage: `Number.RoundTowardZero(-1.2)`, output: `-1` }],
    call: (number: number | null, digits: number | null) =>
      number === null ? null : roundToward(number, digits, Math.trunc),
  },
  {
    signature: "Number.RoundUp(number as nullable number, optional digits as nullable number) as nullable number",
    summary: "Rounds to the next higher number of so many places.",
    examples: [
      { usage: `Number.RoundUp(1.1)`, output: `2` },
      { usage: `Number.RoundUp(1.1, 1)`, output: `1.1` },
    ],
    call: (number: number | null, digits: number | null) =>
      number === null ? null : roundToward(number, digits, Math.ceil),
  },
];
