import { parametersOf, type Report, type ReportName, type reports } from "../../emulator/catalogue/index.ts";
import { zoneClock } from "../../zones/index.ts";
import type { RowOfFields } from "./cell.ts";
import { readBound } from "./range-bound.ts";
import { parseRange, type RangeText } from "./range-name.ts";
import { resolveRange, type WeekDay } from "./resolve-range.ts";

/** A row of the named report: its columns, as the catalogue has them. */
export type ReportRow<N extends ReportName> = N extends ReportName
  ? RowOfFields<(typeof reports)[N]["columns"]>
  : never;

/**
 * A window by its ends, both included; what is left out is Chime's default: now, and seven days before. Text is ISO-8601, on the
 * zone's clock when it has no offset; a date as `stop` means all of that day.
 */
export type Bounds = { readonly start?: Date | string; readonly stop?: Date | string };

type ScopeQuery<N extends ReportName> = (typeof reports)[N]["scope"] extends "queue"
  ? { readonly queueId: number }
  : { readonly queueId?: never };

type WindowQuery<N extends ReportName> = (typeof reports)[N]["isWindowed"] extends true
  ? { readonly range?: RangeText | Bounds }
  : { readonly range?: never };

type AnyQuery = {
  /** The IANA zone of days and of returned instants; the client's when left out. */
  readonly zone?: string;
  /** Ends the call and the reading of its rows. */
  readonly signal?: AbortSignal;
};

/** What may be asked of the named report: `queueId` where it covers one queue, `range` where it has a window. */
export type ReportQuery<N extends ReportName> = N extends ReportName
  ? ScopeQuery<N> & WindowQuery<N> & AnyQuery
  : never;

/** A query without its types, as the program's command and `client.report` hand it on. */
export type LooseQuery = {
  readonly queueId?: number | undefined;
  readonly range?: string | Bounds | undefined;
  readonly zone?: string | undefined;
};

/** What the query leaves open. */
export type QueryDefaults = { readonly zone: string; readonly weekStart: WeekDay; readonly now: () => number };

/**
 * The query parameters of a report's route. Throws an Error for an unknown range, a bound that is no instant, a number of a queue
 * that is none, and for a parameter that the report does not have or that is missing.
 */
export function toSearch(
  report: Report,
  { queueId, range, zone: asked }: LooseQuery,
  { zone: usual, weekStart, now }: QueryDefaults,
): Record<string, string> {
  const names = parametersOf(report);
  const zone = asked ?? usual;
  const search: Record<string, string> = {};
  if (names.includes("queueId") !== (queueId !== undefined)) {
    throw new Error(
      queueId === undefined
        ? `the report ${report.name} covers one queue: give its number`
        : `the report ${report.name} covers all queues and takes no number of one`,
    );
  }
  if (queueId !== undefined) {
    if (!Number.isSafeInteger(queueId) || queueId < 1) throw new Error(`${queueId} is no number of a queue`);
    search["queueId"] = String(queueId);
  }
  if (range !== undefined) {
    if (!names.includes("start")) throw new Error(`the report ${report.name} has no window and takes no range`);
    Object.assign(search, typeof range === "string" ? nameWindow(range) : readBounds(range, zone));
  }
  search["zone"] = zone;
  return search;

  function nameWindow(text: string): Record<string, string> {
    const { startAt, stopAt } = resolveRange(parseRange(text), { zone, now: now(), weekStart });
    return { start: toText(startAt), stop: toText(stopAt) };
  }
}

function readBounds({ start, stop }: Bounds, zone: string): Record<string, string> {
  return {
    ...(start !== undefined && { start: toText(toInstant("start", start, zone)) }),
    ...(stop !== undefined && { stop: toText(toInstant("stop", stop, zone)) }),
  };
}

function toInstant(name: "start" | "stop", bound: Date | string, zone: string): number {
  const instantMs = typeof bound === "string" ? readBound(name, bound, zoneClock(zone), name) : bound.getTime();
  if (Number.isNaN(instantMs)) throw new Error(`${name} is an invalid Date`);
  return instantMs;
}

function toText(instantMs: number): string {
  return new Date(instantMs).toISOString();
}
