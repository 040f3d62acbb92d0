import { expect, it } from "vitest";
import { addDays, sitesOf } from "../../seed/calendar.ts";
import { createCast } from "../../seed/cast.ts";
import { rosterOf } from "../../seed/roster.ts";
import { smallProfile } from "./small-profile.ts";

const [site] = sitesOf(smallProfile);
const { staff } = createCast(smallProfile, 1);
const days = Array.from({ length: 200 }, (_, index) => addDays("2020-06-01", index));
const shiftsOn = (dayOn: string) => rosterOf({ site: site!, dayOn }, staff.agents, 1);

it("has somebody of every row on every day, never more than work at once, and in turn", () => {
  const worked = new Map<number, number>();
  for (const dayOn of days) {
    const shifts = shiftsOn(dayOn);
    for (const { agents, atOnce = agents } of new Set(site!.queues.flatMap((queue) => queue.shifts))) {
      expect(atOnce).toBeLessThanOrEqual(agents);
    }
    for (const queue of site!.queues) {
      for (const plan of queue.shifts) {
        const present = shifts.filter(({ agent }) => agent.plan === plan);
        expect(present.length).toBeGreaterThan(0);
        expect(present.length).toBeLessThanOrEqual(plan.atOnce ?? plan.agents);
        for (const { agent } of present) worked.set(agent.id, (worked.get(agent.id) ?? 0) + 1);
      }
    }
  }
  const threeInTurn = staff.agents.filter(({ plan }) => plan.atOnce === 2);
  for (const { id } of threeInTurn) expect(worked.get(id)! / days.length).toBeCloseTo((2 / 3) * 0.88, 1);
});

it("puts breaks into the middle of a shift", () => {
  const breaks = days.flatMap(shiftsOn).filter(({ agent }) => agent.plan.breakMinutes === 30);
  for (const { from, to, breakAt, breakMs } of breaks) {
    expect(breakAt! - from).toBeGreaterThanOrEqual(0.35 * (to - from) - 1);
    expect(breakAt! - from).toBeLessThanOrEqual(0.65 * (to - from) + 1);
    expect(Math.abs(breakMs - 30 * 60_000)).toBeLessThanOrEqual(6 * 60_000);
  }
  expect(breaks.length).toBeGreaterThan(100);
});
