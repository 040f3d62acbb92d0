/**
 * The reports: how each row of the catalogue's reports is computed from the store. It checks no access, parses no parameter and
 * writes no JSON or CSV.
 *
 * | part | holds |
 * | --- | --- |
 * | `computations.ts` | every report by its name |
 * | `computation.ts` | what a computation gets and gives |
 * | `metrics.ts`, `durations.ts` | what the counts, shares and times mean: the only place that says so |
 * | one file a report | its rows |
 */
export { computeReport } from "./computations.ts";
