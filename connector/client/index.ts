/**
 * The TypeScript client of the reporting API: typed reports that stream, and date ranges that mean the same instants as the
 * connector's M. What it knows of reports is the catalogue's; it evaluates no M and keeps no data.
 *
 * | part | holds |
 * | --- | --- |
 * | `client.ts` | making a client, and what it offers |
 * | `report-query.ts` | what may be asked of each report, as types and as query parameters |
 * | `rows.ts`, `json-array.ts`, `cell.ts` | an answer as rows while it arrives; what a cell of each kind is |
 * | `connection.ts`, `retry.ts`, `failures.ts` | one call; calling again; the ways of failing |
 * | `directory.ts`, `session.ts`, `status.ts` | directories, one chat, the public status API |
 * | `range-name.ts`, `range-bound.ts`, `resolve-range.ts` | named ranges and bounds, and the instants that they mean in a zone |
 * | `client-command.ts` | `chime-bi client`; `row-format.ts`, `parquet.ts` and `write-file.ts` are its |
 * | `range-command.ts` | `chime-bi range` |
 */
export { createClient, type CallOptions, type Client, type ClientOptions } from "./client.ts";
export { defineClientCommand } from "./client-command.ts";
export type { Category, ListedReport } from "./directory.ts";
export { ChimeAnswerError, ChimeConnectionError, ChimeProblem } from "./failures.ts";
export { parseRange, type RangeName, type RangeText } from "./range-name.ts";
export { defineRangeCommand } from "./range-command.ts";
export type { Bounds, ReportQuery, ReportRow } from "./report-query.ts";
export { resolveRange, type WeekDay } from "./resolve-range.ts";
export type { Retries } from "./retry.ts";
export { formats, type FormatName, type RowWriter } from "./row-format.ts";
export type { Rows } from "./rows.ts";
export type { Session } from "./session.ts";
export type { ListedQueue, QueueInfo, QueueWaitTime, StatusClient } from "./status.ts";
