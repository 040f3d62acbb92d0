import { addPeriods, granularities, isCoarser, nameOfPeriod, startOfPeriod, type Granularity } from "./period.ts";
import type { RefreshPolicy } from "./policy.ts";

/** A stretch of time of a table: `start` is in it and `end` is not; both are readings of a clock without a zone, since 1970. */
export type Partition = { readonly name: string; readonly start: number; readonly end: number };

/** What a policy asks for at one moment. */
export type PartitionLayout = {
  /** The partitions from the oldest to the newest, without a gap. */
  readonly partitions: readonly Partition[];
  /** From here on every refresh loads anew. */
  readonly refreshedFrom: number;
};

/**
 * The partitions that a policy has at a moment, as the Service makes them: the periods of the refresh window one by one, and before it
 * the largest whole periods that have closed, none larger than the policy stores by (Microsoft: "Advanced incremental refresh",
 * partitions). `today` is what the clock of the refresh's zone reads.
 *
 * Not published: what holds when the refresh window begins before the stored one. Here all that is refreshed is stored as well.
 */
export function layOutPartitions({ stored, refreshed, offset }: RefreshPolicy, today: number): PartitionLayout {
  const end = addPeriods(startOfPeriod(today, refreshed.granularity), refreshed.granularity, 1 + offset);
  const refreshedFrom = addPeriods(end, refreshed.granularity, -refreshed.periods);
  const storedFrom = addPeriods(startOfPeriod(today, stored.granularity), stored.granularity, -stored.periods);
  const finest = isCoarser(refreshed.granularity, stored.granularity) ? stored.granularity : refreshed.granularity;
  const sizes = granularities.filter((size) => !isCoarser(size, stored.granularity) && !isCoarser(finest, size));
  return {
    partitions: [
      ...fillWith(sizes, Math.min(storedFrom, refreshedFrom), refreshedFrom),
      ...fillWith([refreshed.granularity], refreshedFrom, end),
    ],
    refreshedFrom,
  };
}

/** Whole periods from one moment to another, each as large as there is room for; `sizes` has the finest first. */
function fillWith(sizes: readonly Granularity[], from: number, to: number): Partition[] {
  const partitions: Partition[] = [];
  for (let start = from; start < to;) {
    const size = sizes.findLast(
      (candidate) => startOfPeriod(start, candidate) === start && addPeriods(start, candidate, 1) <= to,
    );
    if (size === undefined) throw new Error(`no period fits ${new Date(start).toISOString()}`);
    const end = addPeriods(start, size, 1);
    partitions.push({ name: nameOfPeriod(start, size), start, end });
    start = end;
  }
  return partitions;
}
