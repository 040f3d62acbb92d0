import { addDays, instantOf, weekdayOf, type QueueDay } from "./calendar.ts";
import type { Profile, QueuePlan } from "./profile.ts";
import { createStream } from "./random.ts";
import type { IncidentName } from "./words/incidents.ts";
import type { TopicGroupName } from "./words/topics.ts";
import { zoneClock } from "../zones/index.ts";

/** Something that went wrong: from `from` on and before `to`, `surge` times as many guests come as usual. */
export type Incident = {
  readonly name: IncidentName;
  readonly from: number;
  readonly to: number;
  readonly surge: number;
};

/** What can go wrong in the field of a group of topics by itself, and after an update. */
const outages: Readonly<Partial<Record<TopicGroupName, IncidentName>>> = {
  it: "outlookOutage",
  payroll: "payslipError",
  facilities: "heatingFailure",
};
const updates: Readonly<Partial<Record<TopicGroupName, IncidentName>>> = { it: "vpnAfterUpdate" };

/** The group of topics that an incident belongs to. */
export const groupOfIncident: ReadonlyMap<IncidentName, TopicGroupName> = new Map(
  [outages, updates].flatMap((list) =>
    Object.entries(list).map(([group, name]): [IncidentName, TopicGroupName] => [name, group as TopicGroupName]),
  ),
);

const hourMs = 3_600_000;

/**
 * The incidents that touch a queue's day: those of the profile, outages by chance, and the Monday after an update of the month's
 * second Tuesday. An outage strikes all queues of its topics at the same instant. Each follows from the seed and its date alone.
 */
export function incidentsOf({ queue, clock, dayOn, startAt, nextAt }: QueueDay, profile: Profile, seed: number) {
  const group = queue.topics;
  const found: Incident[] = profile.incidents
    .filter(({ name }) => groupOfIncident.get(name) === group)
    .map(({ name, from, to, surge }) => ({ name, from: Date.parse(from), to: Date.parse(to), surge }));
  for (const dateOn of [addDays(dayOn, -1), dayOn, addDays(dayOn, 1)]) {
    const outage = drawOutage(group, dateOn, profile, seed);
    if (outage) found.push(outage);
  }
  const update = updates[group];
  if (update !== undefined && isAfterUpdate(dayOn)) {
    const stream = createStream(seed, "update", group, dayOn);
    if (stream.chance(profile.badUpdates)) {
      const from = instantOf(clock, dayOn, 7 * 60);
      found.push({ name: update, from, to: from + 6 * hourMs, surge: stream.between(1.8, 3) });
    }
  }
  return found.filter(({ from, to }) => from < nextAt && to > startAt);
}

/** An outage begins in the working hours of one of the queues of its topics. */
function drawOutage(group: TopicGroupName, dateOn: string, profile: Profile, seed: number): Incident | undefined {
  const name = outages[group];
  if (name === undefined || weekdayOf(dateOn) > 5) return undefined;
  const stream = createStream(seed, "outage", group, dateOn);
  if (!stream.chance(profile.outagesPerYear / 260)) return undefined;
  const queues = profile.queues.filter(({ topics }) => topics === group);
  const { zone }: QueuePlan = stream.pick(queues);
  const from = instantOf(zoneClock(zone), dateOn, Math.floor(stream.between(8.5 * 60, 14 * 60)));
  return { name, from, to: from + Math.round(stream.between(1.5, 4.5) * hourMs), surge: stream.between(3, 7) };
}

/** The Monday after a month's second Tuesday. */
function isAfterUpdate(dayOn: string): boolean {
  const day = Number(addDays(dayOn, -6).slice(8));
  return weekdayOf(dayOn) === 1 && day > 7 && day <= 14;
}
