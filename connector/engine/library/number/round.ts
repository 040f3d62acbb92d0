import { decimalOf, numberOf, roundPlaces, shift, type TieRule } from "../../format/index.ts";
import type { Plain } from "../../values/value.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import { readMember } from "../list/arguments.ts";

const tieRules: readonly TieRule[] = ["up", "down", "awayFromZero", "towardZero", "toEven"];

/** A `RoundingMode.Type` argument; ToEven when left out. */
export function readRoundingMode(value: Plain): TieRule {
  return tieRules[readMember(value, [0, 1, 2, 3, 4], "roundingMode", 4)]!;
}

/** A number of places to round to; negative ones are tens, hundreds … */
function readPlaces(digits: number | null): number {
  if (digits === null) return 0;
  if (!Number.isInteger(digits)) throw argumentOutOfRange("digits", digits);
  return digits;
}

/** The nearest number of so many places; ties go as told. */
export function roundNearest(value: number, digits: number | null, tie: TieRule): number {
  const places = readPlaces(digits);
  if (!Number.isFinite(value) || (places >= 0 && Number.isInteger(value))) return value;
  return numberOf(roundPlaces(decimalOf(value), places, tie));
}

/** The next number of so many places in a direction: `Math.ceil`, `Math.floor` or `Math.trunc`. */
export function roundToward(value: number, digits: number | null, direction: (value: number) => number): number {
  const places = readPlaces(digits);
  if (!Number.isFinite(value)) return value;
  // Adding 0 turns the negative zero that ceiling gives into zero.
  if (places === 0) return direction(value) + 0;
  const scaled = direction(numberOf(shift(decimalOf(value), places)));
  return numberOf(shift(decimalOf(scaled), -places));
}
