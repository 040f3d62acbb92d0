/**
 * Refreshes: a connector's or a template's tables, loaded by the engine over HTTP as Power BI Desktop or the Service would. It
 * writes no M of its own but the walk over a navigation table, and knows Chime only by the template's two parameters.
 *
 * | part | does |
 * | --- | --- |
 * | `target.ts` | reads what is to be refreshed |
 * | `plan.ts` | finds its tables |
 * | `run-refresh.ts` | loads them and counts calls, bytes, time |
 * | `print-refresh.ts`, `refresh-command.ts` | the program's side |
 */
export { printRefresh } from "./print-refresh.ts";
export { defineRefreshCommand, wantsColour } from "./refresh-command.ts";
export {
  runRefresh,
  type RefreshKind,
  type RefreshOptions,
  type RefreshResult,
  type TableResult,
} from "./run-refresh.ts";
export { readTarget, shippedConnector, type Target } from "./target.ts";
