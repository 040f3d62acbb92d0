import { instantOf, weekdayOf, type SiteDay } from "./calendar.ts";
import { isHoliday } from "./holidays.ts";
import type { Agent } from "./people.ts";
import type { ShiftPlan } from "./profile.ts";
import { createStream, type Stream } from "./random.ts";

/**
 * An agent's hours of one day: chats are offered from `from` on; at `to` the agent takes no more, ends what is under way and
 * leaves. Times are instants.
 */
export type PlannedShift = {
  readonly agent: Agent;
  readonly from: number;
  readonly to: number;
  readonly breakAt: number | null;
  readonly breakMs: number;
};

const presence = 0.88;
const holidayPresence = 0.5;
const minuteMs = 60_000;

/** Who works at a site on a day. Of every row of the roster somebody is there: when all are away, one steps in. */
export function rosterOf(
  { site, dayOn }: Pick<SiteDay, "site" | "dayOn">,
  agents: readonly Agent[],
  seed: number,
): readonly PlannedShift[] {
  const weekday = weekdayOf(dayOn);
  return site.queues.flatMap((queue) => {
    const stream = createStream(seed, "roster", queue.id, dayOn);
    const share = isHoliday(queue.region, dayOn) ? holidayPresence : presence;
    const byPlan = new Map<ShiftPlan, Agent[]>();
    for (const agent of agents) {
      if (agent.queueId !== queue.id || !agent.plan.weekdays.includes(weekday)) continue;
      const row = byPlan.get(agent.plan) ?? [];
      row.push(agent);
      byPlan.set(agent.plan, row);
    }
    return [...byPlan].flatMap(([plan, row]) => {
      const planned = drawTeam(row, plan.atOnce ?? row.length, stream);
      const present = planned.filter(() => stream.chance(share));
      if (present.length === 0) present.push(...planned.slice(0, 1));
      const from = instantOf(site.clock, dayOn, plan.from);
      const to = instantOf(site.clock, dayOn, plan.to);
      return present.map((agent): PlannedShift => ({ agent, from, to, ...drawBreak(plan, from, to, stream) }));
    });
  });
}

/** So many of a row, each as likely. */
function drawTeam(row: readonly Agent[], count: number, stream: Stream): readonly Agent[] {
  const left = [...row];
  const team: Agent[] = [];
  while (team.length < count && left.length > 0) team.push(...left.splice(stream.below(left.length), 1));
  return team;
}

/** Breaks of a row are spread over the middle of the shift. */
function drawBreak(
  plan: ShiftPlan,
  from: number,
  to: number,
  stream: Stream,
): Pick<PlannedShift, "breakAt" | "breakMs"> {
  const { breakMinutes = 0 } = plan;
  if (breakMinutes === 0) return { breakAt: null, breakMs: 0 };
  return {
    breakAt: Math.round(from + (to - from) * stream.between(0.35, 0.65)),
    breakMs: Math.round(breakMinutes * minuteMs * stream.between(0.8, 1.2)),
  };
}
