import { readShifts } from "../../store/index.ts";
import { createAgentStates } from "../agents.ts";
import type { Computation } from "../computation.ts";
import { clip, createSweep, mergeSpans, overlapMs, type Span } from "../concurrency.ts";
import { readHoldings, spanOf } from "../connections.ts";
import { toSeconds } from "../durations.ts";
import { toRatio } from "../metrics.ts";

/** A row for every agent of the queue, and for everyone else who had one of its chats, in order of their numbers. */
export const computeAgentAvailability: Computation<"AgentAvailability"> = (context) => {
  const within = spanOf(context);
  const agents = createAgentStates(context, (): { chats: readonly Span[] } => ({ chats: [] }));
  for (const [agentId, chats] of readHoldings(context)) agents.of(agentId).chats = chats;
  return agents.all().map(({ agentId, agentName, state: { chats } }) => {
    const shifts = readShifts(context.store, agentId, context.window);
    const online = mergeSpans(shifts.map(({ startedAt, endedAt }) => clip({ from: startedAt, to: endedAt }, within)));
    const onlineMs = online.reduce((sum, { from, to }) => sum + to - from, 0);
    const busyMs = overlapMs(online, mergeSpans(chats));
    return {
      agentId,
      agentName,
      shifts: shifts.length,
      firstOnlineAt: online[0]?.from ?? null,
      lastOnlineAt: online.length === 0 ? null : online.at(-1)!.to - 1,
      onlineSeconds: toSeconds(onlineMs),
      busySeconds: toSeconds(busyMs),
      occupancy: toRatio(busyMs, onlineMs),
      mostConcurrent: createSweep(chats)(within).most,
    };
  });
};
