import { operators } from "../../evaluate/operators.ts";
import { asType } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import { plain, read, type Value } from "../../values/value.ts";
import { checkOptions, readMember, readOption } from "./arguments.ts";

/** `PercentileMode.Type`: Excel's two, SQL Server's discrete and continuous. */
type Mode = 1 | 2 | 3 | 4;

/** One percentile of sorted values, or one for each of a list of probabilities; null of no values. */
export function percentilesOf(sorted: readonly Value[], percentiles: Value, options: RecordValue | null): Value {
  checkOptions(options, ["PercentileMode"], "List.Percentile");
  const mode = readMember<Mode>(readOption(options, "PercentileMode"), [1, 2, 3, 4], "PercentileMode", 1);
  const wanted = plain(percentiles);
  if (wanted instanceof ListValue) {
    return ListValue.of(Array.from(wanted.cells(), (cell) => percentileOf(sorted, read(cell), mode)));
  }
  return percentileOf(sorted, wanted, mode);
}

function percentileOf(sorted: readonly Value[], probability: Value, mode: Mode): Value {
  const share = plain(asType(probability, primitiveTypes.number)) as number;
  if (!(share >= 0 && share <= 1)) throw argumentOutOfRange("percentiles", share);
  const count = sorted.length;
  if (count === 0) return null;
  switch (mode) {
    case 1:
    case 4:
      return interpolate(sorted, share * (count - 1));
    case 2: {
      const rank = share * (count + 1) - 1;
      if (rank < 0 || rank > count - 1) throw argumentOutOfRange("percentiles", share);
      return interpolate(sorted, rank);
    }
    case 3:
      return sorted[Math.max(Math.ceil(share * count) - 1, 0)]!;
  }
}

function interpolate(sorted: readonly Value[], rank: number): Value {
  const lower = Math.floor(rank);
  const below = sorted[lower]!;
  const share = rank - lower;
  if (share === 0) return below;
  const step = operators["-"](sorted[lower + 1]!, below);
  return operators["+"](below, operators["*"](step, share));
}
