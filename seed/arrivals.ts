import { localMinutesOf, openSpans, weekdayOf, type QueueDay } from "./calendar.ts";
import type { CertainGuest, QueuePlan } from "./profile.ts";
import type { Stream } from "./random.ts";

/** A guest's first instant. A certain guest skips the bot. */
export type Arrival = { readonly startedAt: number; readonly isCertain: boolean };

const slotMs = 30 * 60_000;

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

/**
 * The arrivals of one queue and local day in order: a Poisson process whose rate follows the local half-hour, the weekday and
 * the month, times the day's own busyness (Brown et al., JASA 2005; Avramidis, Deslauriers and L'Ecuyer, 2004). A day of 25
 * hours has the repeated hour twice.
 */
export function drawArrivals(day: QueueDay, certain: readonly CertainGuest[], stream: Stream): readonly Arrival[] {
  const { queue, clock, startAt, nextAt } = day;
  const sigma = 0.15;
  const busyness = stream.logNormal(Math.exp(-(sigma * sigma) / 2), sigma);
  const scale = expectedChats(queue, day.dayOn) * busyness;
  const shape = shapeOf(day);
  const arrivals: Arrival[] = [];
  for (let slotAt = startAt; slotAt < nextAt; slotAt += slotMs) {
    const endAt = Math.min(slotAt + slotMs, nextAt);
    const expected = scale * shape[Math.floor(localMinutesOf(clock, slotAt) / 30)]!;
    const gapMs = slotMs / expected;
    for (let at = slotAt + stream.exponential(gapMs); at < endAt; at += stream.exponential(gapMs)) {
      arrivals.push({ startedAt: Math.floor(at), isCertain: false });
    }
  }
  for (const { queueId, from, to } of certain) {
    const startedAt = Math.floor(stream.between(Date.parse(from), Date.parse(to)));
    if (queueId === queue.id && startedAt >= startAt && startedAt < nextAt)
      arrivals.push({ startedAt, isCertain: true });
  }
  return arrivals.sort((a, b) => a.startedAt - b.startedAt);
}

function expectedChats(queue: QueuePlan, dayOn: string): number {
  const weekday = weekdayOf(dayOn);
  const chats = weekday > 5 ? queue.chatsOnWeekend : queue.chatsOnWeekday;
  return chats * weekdayFactors[weekday - 1]! * monthFactors[Number(dayOn.slice(5, 7)) - 1]!;
}

/** The share of a day's chats that each local half-hour has; the 48 shares add up to 1. */
function shapeOf({ queue, clock, dayOn, startAt, nextAt }: QueueDay): readonly number[] {
  const hours = weekdayOf(dayOn) > 5 ? weekendHours : weekdayHours;
  const spans = openSpans(queue.schedule, clock, dayOn);
  const closed = new Set<number>();
  for (let at = startAt; at < nextAt; at += slotMs) {
    if (!spans.some(({ from, to }) => at >= from && at < to)) closed.add(Math.floor(localMinutesOf(clock, at) / 30));
  }
  const weights = Array.from({ length: 48 }, (_, slot) => {
    return hours[Math.floor(slot / 2)]! * (closed.has(slot) ? closedShare : 1);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
