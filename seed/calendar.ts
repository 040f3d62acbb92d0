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
  const day = minutes < 1440 ? dayOn : addDays(dayOn, Math.floor(minutes / 1440));
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

/** Queues that are simulated together, since they share agents or hand chats to each other; all of one zone. */
export type Site = { readonly queues: readonly QueuePlan[]; readonly clock: ZoneClock };

/** The sites of a profile, in the order of their first queues. */
export function sitesOf({ queues }: Profile): readonly Site[] {
  const groups: QueuePlan[][] = [];
  for (const queue of queues) {
    const linked = groups.filter((group) => group.some((other) => isLinked(queue, other) || isLinked(other, queue)));
    const [first] = linked;
    const rest = linked.slice(1);
    if (first === undefined) {
      groups.push([queue]);
      continue;
    }
    first.push(...rest.flat(), queue);
    for (const group of rest) groups.splice(groups.indexOf(group), 1);
  }
  const place = (queue: QueuePlan): number => queues.indexOf(queue);
  return groups.map((group) => {
    group.sort((a, b) => place(a) - place(b));
    return { queues: group, clock: zoneClock(group[0]!.zone) };
  });
}

function isLinked(from: QueuePlan, to: QueuePlan): boolean {
  return from.transfersTo === to.id || from.shifts.some(({ alsoServes }) => alsoServes?.includes(to.id));
}

/** One local day of a site: the unit of the simulation. */
export type SiteDay = {
  readonly site: Site;
  readonly dayOn: string;
  readonly startAt: number;
  /** The first instant of the next day. */
  readonly nextAt: number;
};

/** The date that the main part of a history begins with, when it ends at `until`: on the clock of the first queue. */
export function firstDayOf(profile: Profile, until: number): string {
  const [queue] = profile.queues;
  return addDays(zoneClock(queue?.zone ?? "UTC").dayOf(until), -profile.days);
}

/**
 * The dates of a history in order, each with the days of the sites that it holds; the last date is the last one of which a day
 * begins at or before `until`. What a date holds does not depend on `until`.
 */
export function datesOf(
  profile: Profile,
  firstOn: string,
  until: number,
): readonly { readonly dateOn: string; readonly days: readonly SiteDay[] }[] {
  const sites = sitesOf(profile);
  const windows = profile.windows.map(({ firstOn: from, lastOn, zone }) => {
    const clock = zoneClock(zone);
    return { from: clock.startOfDay(from), to: clock.startOfDay(addDays(lastOn, 1)), on: from, lastOn };
  });
  const isAsked = ({ dayOn, startAt, nextAt }: SiteDay): boolean =>
    dayOn >= firstOn || windows.some(({ from, to }) => startAt < to && nextAt > from);
  const dates: { dateOn: string; days: readonly SiteDay[] }[] = [];
  const add = (dateOn: string): boolean => {
    const days = sites.map((site) => dayOf(site, dateOn)).filter((day) => day.nextAt > day.startAt && isAsked(day));
    if (!days.some(({ startAt }) => startAt <= until)) return false;
    dates.push({ dateOn, days });
    return true;
  };
  const early = new Set<string>();
  for (const { on, lastOn } of windows) {
    for (let dayOn = addDays(on, -1); dayOn <= addDays(lastOn, 1); dayOn = addDays(dayOn, 1)) {
      if (dayOn < firstOn) early.add(dayOn);
    }
  }
  for (const dateOn of [...early].sort()) add(dateOn);
  // A date may have no day where a zone skipped it.
  if (sites.length > 0)
    for (let dateOn = firstOn; add(dateOn) || Date.parse(dateOn) <= until;) dateOn = addDays(dateOn, 1);
  return dates;
}

function dayOf(site: Site, dayOn: string): SiteDay {
  return {
    site,
    dayOn,
    startAt: site.clock.startOfDay(dayOn),
    nextAt: site.clock.startOfDay(addDays(dayOn, 1)),
  };
}
