import { describe, expect, it } from "vitest";
import { drawArrivals, type Arrival } from "../../seed/arrivals.ts";
import { localMinutesOf, type QueueDay } from "../../seed/calendar.ts";
import { expectedGuests, shapeOf, slotOf } from "../../seed/demand.ts";
import type { Incident } from "../../seed/incidents.ts";
import type { CertainGuest, QueuePlan } from "../../seed/profile.ts";
import { createStream } from "../../seed/random.ts";
import { zoneClock } from "../../zones/index.ts";
import { nightAndDay, officeHours } from "./small-profile.ts";

function dayOf(queue: QueuePlan, dayOn: string): QueueDay {
  const clock = zoneClock(queue.zone);
  const [day] = clock.days(clock.startOfDay(dayOn), clock.startOfDay(dayOn));
  return { queue, clock, ...day! };
}

function draw(
  day: QueueDay,
  seed: number,
  more: Partial<{ growthPerYear: number; certain: readonly CertainGuest[]; incidents: readonly Incident[] }> = {},
): readonly Arrival[] {
  const plan = { growthPerYear: 0, certain: [], incidents: [], ...more };
  return drawArrivals(day, plan, {
    arrivals: createStream(seed, "arrivals"),
    incidents: createStream(seed, "incidents"),
  });
}

/** The arrivals of a day, drawn so many times, in local hours. */
function drawHours(queue: QueuePlan, dayOn: string, times: number): readonly number[] {
  const day = dayOf(queue, dayOn);
  return Array.from({ length: times }, (_, index) => draw(day, index))
    .flat()
    .map(({ startedAt }) => Math.floor(localMinutesOf(day.clock, startedAt) / 60));
}

describe("drawArrivals", () => {
  it("brings as many guests as weekday and month ask for", () => {
    // A Wednesday in October: 60 × 1 × 1.06.
    const perDay = drawHours(nightAndDay, "2020-10-14", 2000).length / 2000;
    expect(Math.abs(perDay - 63.6)).toBeLessThan(1.2);
  });

  it("follows the hour of the day", () => {
    const hours = drawHours(nightAndDay, "2020-10-14", 2000);
    const countAt = (hour: number): number => hours.filter((found) => found === hour).length;
    expect(countAt(10) / countAt(18)).toBeGreaterThan(3);
    expect(countAt(3)).toBeGreaterThan(0);
  });

  it("brings twice as many in the hour that a clock repeats", () => {
    const hours = drawHours({ ...nightAndDay, chatsOnWeekend: 400 }, "2020-11-01", 400);
    const countAt = (hour: number): number => hours.filter((found) => found === hour).length;
    // Weights 0.4 (twice), and 0.3 for the hour after.
    expect(countAt(1) / countAt(2)).toBeCloseTo(2.667, 0);
  });

  it("brings few while the queue is closed", () => {
    const hours = drawHours(officeHours, "2020-10-14", 2000);
    const closed = hours.filter((hour) => hour < 8 || hour >= 17).length;
    expect(closed / hours.length).toBeGreaterThan(0.005);
    expect(closed / hours.length).toBeLessThan(0.04);
  });

  it("gives instants of the day in order, and the certain guests of this queue and day among them", () => {
    const day = dayOf(nightAndDay, "2020-11-01");
    const certain = [
      { queueId: 1, from: "2020-11-01T04:00:00Z", to: "2020-11-01T05:00:00Z" },
      { queueId: 1, from: "2020-12-01T04:00:00Z", to: "2020-12-01T05:00:00Z" },
      { queueId: 2, from: "2020-11-01T04:00:00Z", to: "2020-11-01T05:00:00Z" },
    ];
    const arrivals = draw(day, 3, { certain });
    const instants = arrivals.map(({ startedAt }) => startedAt);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(instants.every((at) => at >= day.startAt && at < day.nextAt && Number.isInteger(at))).toBe(true);
    expect(arrivals.filter(({ isCertain }) => isCertain)).toHaveLength(1);
  });

  it("follows the profile within four deviations in every half-hour", () => {
    const times = 2000;
    const day = dayOf(officeHours, "2020-10-14");
    const shape = shapeOf(day);
    const counts = Array.from({ length: 48 }, () => 0);
    for (let seed = 0; seed < times; seed++) {
      for (const { startedAt } of draw(day, seed)) counts[slotOf(day.clock, startedAt)]! += 1;
    }
    counts.forEach((count, slot) => {
      const expected = times * expectedGuests(day, 0) * shape[slot]!;
      // Poisson, and the day's busyness of shape 30 on top.
      const deviation = Math.sqrt(expected + expected ** 2 / 30 / times);
      expect(Math.abs(count - expected)).toBeLessThan(4 * deviation + 1);
    });
  });

  it("has days that differ more than Poisson's, by the busyness of the day", () => {
    const day = dayOf(nightAndDay, "2020-10-14");
    const counts = Array.from({ length: 3000 }, (_, seed) => draw(day, seed).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    expect(variance / (mean + mean ** 2 / 30)).toBeGreaterThan(0.9);
    expect(variance / (mean + mean ** 2 / 30)).toBeLessThan(1.1);
  });

  it.each([
    { what: "a holiday", dayOn: "2020-11-26", than: "2020-11-19", times: 0.15 },
    { what: "the day after it", dayOn: "2020-11-27", than: "2020-11-20", times: 1.12 },
    { what: "the days between the years", dayOn: "2020-12-29", than: "2020-12-15", times: 0.55 },
  ])("brings $times times as many on $what", ({ dayOn, than, times }) => {
    expect(expectedGuests(dayOf(nightAndDay, dayOn), 0) / expectedGuests(dayOf(nightAndDay, than), 0)).toBeCloseTo(
      times,
    );
  });

  it("grows from year to year", () => {
    const weekdayIn = (dayOn: string): number => expectedGuests(dayOf(nightAndDay, dayOn), 0.1);
    expect(weekdayIn("2022-10-12") / weekdayIn("2021-10-13")).toBeCloseTo(1.1, 2);
  });

  it("adds the guests of an incident to those who come anyway", () => {
    const day = dayOf(nightAndDay, "2020-10-14");
    const from = day.startAt + 10 * 3_600_000;
    const incident: Incident = { name: "outlookOutage", from, to: from + 2 * 3_600_000, surge: 5 };
    const [before, during] = [draw(day, 7), draw(day, 7, { incidents: [incident] })];
    expect(during.filter((arrival) => arrival.incident === null)).toEqual(before);
    const guests = Array.from({ length: 300 }, (_, seed) => draw(day, seed, { incidents: [incident] })).flat();
    const within = guests.filter(({ startedAt }) => startedAt >= from && startedAt < incident.to);
    const usual = within.filter((arrival) => arrival.incident === null);
    expect(within.length / usual.length).toBeGreaterThan(4.6);
    expect(within.length / usual.length).toBeLessThan(5.4);
    expect(guests.some(({ startedAt, incident: found }) => found !== null && startedAt < from)).toBe(false);
    expect(guests.some(({ startedAt, incident: found }) => found !== null && startedAt > incident.to)).toBe(true);
  });
});
