/**
 * The catalogue: what Chime reports, as typed data. The emulator serves it, the connector describes it to Power Query, the docs
 * print it. It computes nothing, knows no server and imports nothing.
 *
 * | part | holds |
 * | --- | --- |
 * | `column.ts` | the closed union of column kinds and what a cell of each is |
 * | `report.ts` | what a report is, and the words to declare one |
 * | `global.ts`, `basic.ts`, `agent.ts`, `performance.ts`, `text.ts`, `bot.ts` | the reports, by category |
 * | `measures.ts` | columns that several reports have |
 * | `session.ts` | what SessionDetails tells of one chat |
 * | `catalogue.ts` | all of them by name, the directories, the parameters |
 */
export type { CellOf, Column, ColumnKind } from "./column.ts";
export type { ParameterName, Report } from "./report.ts";
export {
  directories,
  findReport,
  parameters,
  parametersOf,
  reportNames,
  reports,
  routeOf,
  type Directory,
  type ReportName,
  type RowOf,
} from "./catalogue.ts";
export { session, sessionRoute, type SessionDetails, type SessionList } from "./session.ts";
