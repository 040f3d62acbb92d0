import { kindOf, type Value } from "../../values/value.ts";
import { averageOf } from "./average.ts";

const averaged = new Set(["number", "datetime", "duration", "time"]);

/** The median of sorted values: of two middle ones the average where every value has one, otherwise the smaller; null for none. */
export function medianOf(sorted: readonly Value[]): Value {
  if (sorted.length === 0) return null;
  const upper = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[upper]!;
  const kind = kindOf(sorted[0]!);
  if (!averaged.has(kind) || !sorted.every((value) => kindOf(value) === kind)) return sorted[upper - 1]!;
  return averageOf([sorted[upper - 1]!, sorted[upper]!]);
}
