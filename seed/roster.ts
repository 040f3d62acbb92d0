import { instantOf, weekdayOf, type QueueDay } from "./calendar.ts";
import type { Agent } from "./people.ts";
import { createStream } from "./random.ts";

/** An agent's hours of one day: new chats are offered from `from` on, and none is answered at or after `to`. */
export type PlannedShift = { readonly agent: Agent; readonly from: number; readonly to: number };

const presence = 0.85;
const lending = 0.25;

/**
 * Who works for a queue on a day. Somebody who may serve two queues serves one of them a day, which the person's own stream
 * says: so a queue's day needs no other queue's to be known.
 */
export function rosterOf(
  { queue, clock, dayOn }: QueueDay,
  agents: readonly Agent[],
  seed: number,
): readonly PlannedShift[] {
  return agents.flatMap((agent) => {
    const { plan, queueId } = agent;
    const isOwn = queueId === queue.id;
    if ((!isOwn && plan.lendsTo !== queue.id) || !plan.weekdays.includes(weekdayOf(dayOn))) return [];
    const stream = createStream(seed, "roster", agent.id, dayOn);
    const isPresent = stream.chance(presence);
    const isLent = stream.chance(lending) && plan.lendsTo !== undefined;
    if (!isPresent || isLent === isOwn) return [];
    return [{ agent, from: instantOf(clock, dayOn, plan.from), to: instantOf(clock, dayOn, plan.to) }];
  });
}
