/**
 * Refreshes: a connector, queries or a Power BI project, loaded by the engine over HTTP as Power BI Desktop or the Service would. It
 * writes no M of its own but the walk over a navigation table, computes no DAX, and knows Chime only by the names of two parameters.
 *
 * | part | does |
 * | --- | --- |
 * | `target.ts`, `queries.ts`, `plan.ts` | reads what is to be refreshed, and finds its tables |
 * | `model/` | a project's TMDL or JSON → tables, queries, policies, each with its place |
 * | `policy/` | policies, the partitions they make, what a refresh does to them, what is remembered of them |
 * | `run-refresh.ts`, `run/` | loads tables and partitions, several at a time; counts calls, bytes, time |
 * | `analysis/` | what to know before publishing, from the text of the queries and from what was asked |
 * | `output/` | the table, progress, JUnit, HTML, files of rows |
 * | `settings.ts`, `refresh-command.ts` | the program's side |
 */
export { printRefresh } from "./output/print-refresh.ts";
export { defineRefreshCommand, wantsColour } from "./refresh-command.ts";
export { runRefresh } from "./run-refresh.ts";
export type { RefreshOptions } from "./run/options.ts";
export type { RefreshResult, TableResult } from "./run/result.ts";
export { readTarget, shippedConnector, type Target } from "./target.ts";
