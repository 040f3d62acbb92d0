import { expect, it } from "vitest";
import { addDays, weekdayOf } from "../../seed/calendar.ts";
import { incidentsOf, type Incident } from "../../seed/incidents.ts";
import type { Profile, QueuePlan } from "../../seed/profile.ts";
import { zoneClock } from "../../zones/index.ts";
import { nightAndDay, smallProfile } from "./small-profile.ts";

const india: QueuePlan = { ...nightAndDay, id: 2, zone: "Asia/Kolkata" };
const people: QueuePlan = { ...nightAndDay, id: 3, topics: "people" };
const quiet: Profile = { ...smallProfile, outagesPerYear: 0, badUpdates: 0, queues: [nightAndDay, india, people] };

function incidentsOn(queue: QueuePlan, dayOn: string, profile: Profile, seed = 1): readonly Incident[] {
  const clock = zoneClock(queue.zone);
  const [day] = clock.days(clock.startOfDay(dayOn), clock.startOfDay(dayOn));
  return incidentsOf({ queue, clock, ...day! }, profile, seed);
}

const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

it("strikes all queues of its topics at the same instant, and no other", () => {
  const profile = { ...quiet, outagesPerYear: 100 };
  const days = daysFrom("2021-03-01", 60);
  const distinct = (queue: QueuePlan): readonly number[] => [
    ...new Set(days.flatMap((dayOn) => incidentsOn(queue, dayOn, profile).map(({ from }) => from))),
  ];
  expect(distinct(nightAndDay).length).toBeGreaterThan(5);
  expect(distinct(india).slice(1, -1)).toEqual(
    distinct(nightAndDay).filter((from) => distinct(india).slice(1, -1).includes(from)),
  );
  expect(distinct(people)).toEqual([]);
});

it("comes about as often as the profile says, on weekdays and in working hours", () => {
  const found = daysFrom("2021-01-01", 3650).flatMap((dayOn) =>
    incidentsOn(nightAndDay, dayOn, { ...quiet, queues: [nightAndDay], outagesPerYear: 6 }),
  );
  const starts = [...new Set(found.map(({ from }) => from))];
  expect(starts.length).toBeGreaterThan(35);
  expect(starts.length).toBeLessThan(85);
  for (const from of starts) {
    const local = new Date(zoneClock("America/New_York").toLocal(from));
    expect(local.getUTCHours()).toBeGreaterThanOrEqual(8);
    expect(local.getUTCHours()).toBeLessThan(14);
    expect(weekdayOf(local.toISOString().slice(0, 10))).toBeLessThan(6);
  }
});

it("has the Monday after the month's second Tuesday for a bad update", () => {
  const found = daysFrom("2026-01-01", 365).filter(
    (dayOn) => incidentsOn(nightAndDay, dayOn, { ...quiet, badUpdates: 1 }).length > 0,
  );
  expect(found).toHaveLength(12);
  expect(found.slice(0, 3)).toEqual(["2026-01-19", "2026-02-16", "2026-03-16"]);
});

it("has the incidents that a profile plans on the days that they touch", () => {
  const from = "2026-01-05T23:00:00Z";
  const planned = { name: "outlookOutage", from, to: "2026-01-06T08:00:00Z", surge: 3 } as const;
  const profile = { ...quiet, incidents: [planned] };
  const touched = daysFrom("2026-01-04", 5).filter((dayOn) => incidentsOn(nightAndDay, dayOn, profile).length > 0);
  expect(touched).toEqual(["2026-01-05", "2026-01-06"]);
  expect(incidentsOn(nightAndDay, "2026-01-05", profile)[0]).toMatchObject({ from: Date.parse(from), surge: 3 });
});
