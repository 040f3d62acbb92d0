import { isZone, zoneClock, type ZoneClock } from "../../zones/index.ts";
import { parameters, type ParameterName } from "../catalogue/index.ts";
import type { Window } from "../store/index.ts";
import { invalidParameter, missingParameter, quote, repeatedParameter } from "./problems.ts";

/** The values of a call's parameters as they were sent. */
export type Values = ReadonlyMap<ParameterName, string>;

const names = Object.keys(parameters) as readonly ParameterName[];

/**
 * The values of the wanted parameters, whose names are matched without regard to case. Others are left alone, as ASP.NET does:
 * callers add their own, against caches for example. Throws a problem for one that was given twice.
 */
export function readValues(url: string, wanted: readonly ParameterName[] = names): Values {
  const values = new Map<ParameterName, string>();
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const pairs = [...new URLSearchParams(query)];
  for (const name of wanted) {
    const given = pairs.filter(([key]) => key.toLowerCase() === name.toLowerCase());
    if (given.length > 1) throw repeatedParameter(name, given.length);
    if (given[0] !== undefined) values.set(name, given[0][1]);
  }
  return values;
}

/** Whether CSV is asked for: `true` or `false` in any case, `false` when left out. */
export function readCsv(values: Values): boolean {
  const value = values.get("csv")?.toLowerCase() ?? "false";
  if (value === "true" || value === "false") return value === "true";
  throw invalidParameter("csv", `csv is "${quote(values.get("csv")!)}": give true or false`);
}

/** The clock of the asked zone, UTC when left out. */
export function readZone(values: Values): ZoneClock {
  const zone = values.get("zone") ?? "UTC";
  if (isZone(zone)) return zoneClock(zone);
  throw invalidParameter("zone", `zone is "${quote(zone)}": give an IANA name such as America/New_York`);
}

/** The number of the asked queue. */
export function readQueueId(values: Values): number {
  const value = values.get("queueId");
  if (value === undefined) throw missingParameter("queueId", "the answer is about one queue");
  const queueId = /^\d{1,15}$/.test(value) ? Number(value) : 0;
  if (queueId > 0) return queueId;
  throw invalidParameter("queueId", `queueId is "${quote(value)}": give a whole number, 1 or more`);
}

const sevenDaysMs = 7 * 86_400_000;
const earliestAt = Date.UTC(1900, 0, 1);
const latestAt = Date.UTC(2200, 0, 1);

/** The asked window: without `stop` up to now, without `start` from seven times 24 hours before `stop`. */
export function readWindow(values: Values, clock: ZoneClock, now: number): Window {
  const stopAt = readInstant(values, "stop", clock) ?? now;
  const startAt = readInstant(values, "start", clock) ?? stopAt - sevenDaysMs;
  if (startAt <= stopAt) return { startAt, stopAt };
  const stop = values.has("stop") ? "stop" : "stop, which is now when left out";
  throw invalidParameter(
    "start",
    `start is "${quote(values.get("start")!)}", after ${stop}: ${clock.formatInstant(startAt)} is after ${clock.formatInstant(stopAt)}`,
  );
}

function readInstant(values: Values, name: "start" | "stop", clock: ZoneClock): number | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  const instant = clock.parseInstant(value);
  if (instant === undefined) {
    // The commonest slip: an offset's + that was not encoded arrives as a space.
    const hint = value.includes(" ") ? "; a + is written %2B in a query" : "";
    throw invalidParameter(
      name,
      `${name} is "${quote(value)}": give an ISO-8601 instant such as 2020-11-01T04:00:00.000Z${hint}`,
    );
  }
  if (instant < earliestAt || instant >= latestAt) {
    throw invalidParameter(name, `${name} is "${quote(value)}": give an instant from 1900 to 2199`);
  }
  return instant;
}
