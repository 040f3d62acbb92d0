import type { ZoneClock } from "../../zones/index.ts";
import { addDays } from "./resolve-range.ts";

/**
 * The instant, in milliseconds, that a bound of a window means: an ISO-8601 date or date-time, on the zone's clock when it has no
 * offset. A date as a `stop` means all of that day, so its last millisecond. Throws an Error that calls the bound by `label`.
 */
export function readBound(label: string, text: string, clock: ZoneClock, end: "start" | "stop"): number {
  const instantMs = clock.parseInstant(text);
  if (instantMs === undefined) {
    throw new Error(`${label} is no ISO-8601 date or date-time: "${text}"; write 2020-11-01 or 2020-11-01T04:00:00Z`);
  }
  return end === "stop" && !text.includes("T") ? clock.startOfDay(addDays(text, 1)) - 1 : instantMs;
}
