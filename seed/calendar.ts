import { zoneClock, type ZoneClock } from "../zones/index.ts";
import type { Profile, QueuePlan, Schedule } from "./profile.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** One local day of a queue. */
export type QueueDay = {
  readonly queue: QueuePlan;
  readonly clock: ZoneClock;
  readonly dayOn: string;
  readonly startAt: number;
  /** The first instant of the next day. */
  readonly nextAt: number;
};

/** From the instant `from` on, and before `to`, a queue is open. */
export type Span = { readonly from: number; readonly to: number };

/** The day of the week that a date like `2020-11-01` is; 1 is Monday. */
export function weekdayOf(dayOn: string): number {
  return new Date(`${dayOn}T00:00:00Z`).getUTCDay() || 7;
}

/** The date so many days later. */
export function addDays(dayOn: string, days: number): string {
  return new Date(Date.parse(`${dayOn}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The instant at which the clock shows so many minutes after the midnight that a date begins with. */
export function instantOf(clock: ZoneClock, dayOn: string, minutes: number): number {
  const day = addDays(dayOn, Math.floor(minutes / 1440));
  const rest = minutes % 1440;
  return rest === 0 ? clock.startOfDay(day) : clock.toUtc(Date.parse(`${day}T00:00:00Z`) + Math.round(rest * minuteMs));
}

/** The minutes since local midnight that the clock shows. */
export function localMinutesOf(clock: ZoneClock, instant: number): number {
  const local = clock.toLocal(instant);
  return Math.floor((local - Math.floor(local / dayMs) * dayMs) / minuteMs);
}

/** When a schedule is open on a local day and the next one, in order; spans that touch are one. */
export function openSpans(schedule: Schedule, clock: ZoneClock, dayOn: string): readonly Span[] {
  const spans: Span[] = [];
  for (const day of [dayOn, addDays(dayOn, 1)]) {
    for (const [open, close] of schedule[weekdayOf(day) - 1] ?? []) {
      const span = { from: instantOf(clock, day, open), to: instantOf(clock, day, close) };
      const before = spans.at(-1);
      if (before?.to === span.from) spans[spans.length - 1] = { from: before.from, to: span.to };
      else spans.push(span);
    }
  }
  return spans;
}

/**
 * The local days of every queue that a profile asks for, none of which begins after `until`, as one list a date: dates
 * ascending, and within one the queues in the profile's order.
 */
export function daysOf(profile: Profile, until: number): readonly (readonly QueueDay[])[] {
  const byDate = new Map<string, QueueDay[]>();
  for (const queue of profile.queues) {
    const clock = zoneClock(queue.zone);
    const lastOn = clock.dayOf(until);
    const spans = profile.windows.map(({ firstOn, lastOn: to, zone }) => ({
      from: zoneClock(zone).startOfDay(firstOn),
      to: zoneClock(zone).startOfDay(addDays(to, 1)) - 1,
    }));
    spans.push({ from: clock.startOfDay(addDays(lastOn, -profile.days)), to: until });
    const days = new Map<string, QueueDay>();
    for (const span of spans) {
      for (const { dayOn, startAt, nextAt } of clock.days(span.from, Math.min(span.to, until))) {
        days.set(dayOn, { queue, clock, dayOn, startAt, nextAt });
      }
    }
    for (const day of days.values()) {
      const list = byDate.get(day.dayOn) ?? [];
      list.push(day);
      byDate.set(day.dayOn, list);
    }
  }
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, days]) => days);
}
