import { describe, expect, it } from "vitest";
import { drawArrivals } from "../../seed/arrivals.ts";
import { localMinutesOf, type QueueDay } from "../../seed/calendar.ts";
import type { QueuePlan } from "../../seed/profile.ts";
import { createStream } from "../../seed/random.ts";
import { zoneClock } from "../../zones/index.ts";
import { nightAndDay, officeHours } from "./small-profile.ts";

function dayOf(queue: QueuePlan, dayOn: string): QueueDay {
  const clock = zoneClock(queue.zone);
  const [day] = clock.days(clock.startOfDay(dayOn), clock.startOfDay(dayOn));
  return { queue, clock, ...day! };
}

/** The arrivals of a day, drawn so many times, in local hours. */
function drawHours(queue: QueuePlan, dayOn: string, times: number): readonly number[] {
  const day = dayOf(queue, dayOn);
  return Array.from({ length: times }, (_, index) => drawArrivals(day, [], createStream(index, "arrivals")))
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
    const arrivals = drawArrivals(day, certain, createStream(3, "arrivals"));
    const instants = arrivals.map(({ startedAt }) => startedAt);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(instants.every((at) => at >= day.startAt && at < day.nextAt && Number.isInteger(at))).toBe(true);
    expect(arrivals.filter(({ isCertain }) => isCertain)).toHaveLength(1);
  });
});
