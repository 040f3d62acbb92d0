import { addDays, localMinutesOf, openSpans, weekdayOf, type QueueDay } from "./calendar.ts";
import { isHoliday } from "./holidays.ts";

/** The length of the slots over which the rate of arrivals stays the same. */
export const slotMs = 30 * 60_000;

/** How busy each hour of a local day is, from midnight on, in any unit. */
const weekdayHours = [
  0.3, 0.2, 0.15, 0.15, 0.2, 0.4, 0.9, 2.4, 5.6, 8.6, 9.5, 8.8, 6.4, 7.3, 8.6, 8.1, 6.7, 4.4, 2.4, 1.7, 1.3, 1, 0.8,
  0.5,
];
const weekendHours = [
  0.6, 0.4, 0.3, 0.3, 0.3, 0.4, 0.8, 1.5, 2.6, 3.8, 4.4, 4.4, 4, 3.8, 3.7, 3.6, 3.3, 3, 2.8, 2.5, 2.2, 1.9, 1.5, 1,
];
/** Monday first; the mean of the five weekdays, and of the two others, is 1. */
const weekdayFactors = [1.2, 1.05, 1, 0.95, 0.8, 0.85, 1.15];
/** January first. */
const monthFactors = [1.12, 1.04, 1.02, 0.98, 0.97, 0.95, 0.86, 0.84, 1.1, 1.06, 1.04, 0.92];
/** How many come while a queue is closed, compared with an open one. */
const closedShare = 0.08;
const holidayShare = 0.15;
const afterHoliday = 1.12;
const betweenTheYears = 0.55;
const growthBase = Date.parse("2026-01-01T00:00:00Z");
const yearMs = 365.2425 * 86_400_000;

/**
 * The guests expected on a queue's day, before chance: weekday, month, holidays and growth. Numbers of a profile are those of the
 * beginning of 2026, whatever instant a history ends at, so that a day is the same in every history.
 */
export function expectedGuests({ queue, dayOn }: QueueDay, growthPerYear: number): number {
  const weekday = weekdayOf(dayOn);
  const chats = weekday > 5 ? queue.chatsOnWeekend : queue.chatsOnWeekday;
  const years = (Date.parse(dayOn) - growthBase) / yearMs;
  const seasonal = weekdayFactors[weekday - 1]! * monthFactors[Number(dayOn.slice(5, 7)) - 1]!;
  return chats * seasonal * holidayFactor(queue.region, dayOn) * (1 + growthPerYear) ** years;
}

function holidayFactor(region: QueueDay["queue"]["region"], dayOn: string): number {
  if (isHoliday(region, dayOn)) return holidayShare;
  const monthAndDay = dayOn.slice(5);
  if (monthAndDay >= "12-24" || monthAndDay < "01-02") return betweenTheYears;
  return isHoliday(region, addDays(dayOn, -1)) ? afterHoliday : 1;
}

/** The share of a day's guests that each local half-hour has; the 48 shares add up to 1. */
export function shapeOf({ queue, clock, dayOn, startAt, nextAt }: QueueDay): readonly number[] {
  const hours = weekdayOf(dayOn) > 5 ? weekendHours : weekdayHours;
  const spans = openSpans(queue.schedule, clock, dayOn);
  const closed = new Set<number>();
  for (let at = startAt; at < nextAt; at += slotMs) {
    if (!spans.some(({ from, to }) => at >= from && at < to)) closed.add(slotOf(clock, at));
  }
  const weights = Array.from({ length: 48 }, (_, slot) => {
    return hours[Math.floor(slot / 2)]! * (closed.has(slot) ? closedShare : 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The half-hour, from 0 to 47, that the clock shows. */
export function slotOf(clock: QueueDay["clock"], at: number): number {
  return Math.floor(localMinutesOf(clock, at) / 30);
}
