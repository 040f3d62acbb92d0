/** Durations gathered in milliseconds, to be told as mean, median, percentile or longest. */
export type Durations = { readonly milliseconds: number[] };

/** No durations yet. */
export function createDurations(): Durations {
  return { milliseconds: [] };
}

/** Takes one duration more; null is none. */
export function addDuration(durations: Durations, milliseconds: number | null): void {
  if (milliseconds !== null) durations.milliseconds.push(milliseconds);
}

/** Milliseconds as seconds with 3 decimals at most; null stays null. */
export function toSeconds(milliseconds: number): number;
export function toSeconds(milliseconds: number | null): number | null;
export function toSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds) / 1000;
}

/** Durations added up, in seconds; 0 over nothing. */
export function sumSeconds({ milliseconds }: Durations): number {
  return toSeconds(milliseconds.reduce((total, each) => total + each, 0));
}

/** What a report tells of durations, in seconds; all null over nothing. */
export type DurationSummary = {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
};

/** Sums up durations. Percentiles are those of `percentileOf`. */
export function summarize({ milliseconds }: Durations): DurationSummary {
  const sorted = Float64Array.from(milliseconds).sort();
  const sum = milliseconds.reduce((total, each) => total + each, 0);
  return {
    mean: toSeconds(sorted.length === 0 ? null : sum / sorted.length),
    median: toSeconds(percentileOf(sorted, 0.5)),
    p90: toSeconds(percentileOf(sorted, 0.9)),
    longest: toSeconds(sorted.at(-1) ?? null),
  };
}

/**
 * The value at a share of the way through sorted numbers, interpolated between its two neighbours: as `PERCENTILE.INC` of DAX and
 * Excel, so that a measure in a Power BI model over `ChatHistory` shows the same. Null over nothing.
 */
export function percentileOf(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}
