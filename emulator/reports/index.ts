/**
 * The reports: how each row of the catalogue's reports is computed from the store. It checks no access, parses no parameter and
 * writes no JSON or CSV.
 *
 * | part | holds |
 * | --- | --- |
 * | `computations.ts` | every report by its name |
 * | `computation.ts` | what a computation gets and gives |
 * | `metrics.ts`, `durations.ts` | what the counts, shares and times mean: the only place that says so |
 * | `days.ts`, `agents.ts`, `order.ts` | gathering by local day and by agent; the order of texts |
 * | `concurrency.ts`, `connections.ts` | what goes on at once, by the clock |
 * | `words/` | how texts are read: sentences, word lists, tone, topics |
 * | `global/` … `bot/` | one file a report, by category: its rows |
 * | `session.ts` | everything known of one chat |
 * | `live-queues.ts` | the queues as they are at an instant |
 */
export { computeReport } from "./computations.ts";
export { readLiveQueues, type LiveQueue } from "./live-queues.ts";
export { readSession } from "./session.ts";
