import { layOutPartitions, type Partition } from "./partitions.ts";
import type { RefreshPolicy } from "./policy.ts";

/** A partition, or a part of one, that an earlier refresh loaded. */
export type LoadedPart = Partition & {
  /** Whether its period was over when it was loaded. */
  readonly isComplete: boolean;
  readonly rows: number;
  /** What the polling expression gave, as M; absent without one. */
  readonly bookmark?: string;
  /** The file that its rows are in, below the folder of the output. */
  readonly file?: string;
};

/** A partition as an earlier refresh left it. */
export type KnownPartition = Partition & { readonly parts: readonly LoadedPart[] };

/** What a partition is made of: parts that are kept as they are and parts to load. */
export type PlannedPart =
  | { readonly kind: "kept"; readonly part: LoadedPart }
  | { readonly kind: "load"; readonly range: Partition; readonly why: "new" | "refreshed" | "wasIncomplete" };

/** A partition as it will be. `mergedFrom` counts the partitions that became it; 1 when it stays what it was. */
export type PlannedPartition = Partition & {
  readonly parts: readonly PlannedPart[];
  readonly mergedFrom: number;
};

/** What a refresh does to a table with a policy. */
export type PartitionPlan = {
  readonly partitions: readonly PlannedPartition[];
  /** The partitions that are no longer stored. */
  readonly dropped: readonly KnownPartition[];
};

/**
 * What the next refresh does: it loads the refresh window and whatever was never loaded, keeps and merges the rest, and drops what is
 * older than the policy stores. With nothing known it is the first refresh, which loads everything.
 *
 * A part whose period was not over when it was loaded is loaded once more when it leaves the refresh window, or the rows that came
 * after that would be missing for ever.
 */
export function planPartitions(policy: RefreshPolicy, today: number, known: readonly KnownPartition[]): PartitionPlan {
  const { partitions, refreshedFrom } = layOutPartitions(policy, today);
  const planned = partitions.map((partition): PlannedPartition => {
    const inside = known.filter(({ start, end }) => start >= partition.start && end <= partition.end);
    if (partition.start >= refreshedFrom || !isTiled(partition, inside)) {
      const why = partition.start >= refreshedFrom ? "refreshed" : "new";
      return { ...partition, parts: [{ kind: "load", range: partition, why }], mergedFrom: 1 };
    }
    const parts = inside
      .flatMap((each) => each.parts)
      .map((part): PlannedPart =>
        part.isComplete ? { kind: "kept", part } : { kind: "load", range: rangeOf(part), why: "wasIncomplete" },
      );
    return { ...partition, parts, mergedFrom: inside.length };
  });
  const from = partitions[0]?.start ?? Number.POSITIVE_INFINITY;
  return { partitions: planned, dropped: known.filter(({ end }) => end <= from) };
}

/** Whether stretches fill a partition without a gap or an overlap. */
function isTiled(partition: Partition, inside: readonly Partition[]): boolean {
  const sorted = inside.toSorted((left, right) => left.start - right.start);
  let reached = partition.start;
  for (const { start, end } of sorted) {
    if (start !== reached) return false;
    reached = end;
  }
  return reached === partition.end && sorted.length > 0;
}

function rangeOf({ name, start, end }: Partition): Partition {
  return { name, start, end };
}
