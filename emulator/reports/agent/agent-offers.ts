import { readOffers, visitAcceptances } from "../../store/index.ts";
import { createAgentStates } from "../agents.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { toRatio } from "../metrics.ts";

/** A row for every agent of the queue, and for everyone else who was offered one of its chats, in order of their numbers. */
export const computeAgentOffers: Computation<"AgentOffers"> = (context) => {
  const { store, window } = context;
  const queueId = queueOf(context);
  const agents = createAgentStates(context, () => ({
    offers: { accepted: 0, declined: 0, ignored: 0 },
    times: createDurations(),
  }));
  for (const { personId, ...offers } of readOffers(store, queueId, window)) agents.of(personId).offers = offers;
  visitAcceptances(store, queueId, window, (personId, milliseconds) => {
    addDuration(agents.of(personId).times, milliseconds);
  });
  return agents.all().map(({ agentId, agentName, state }) => {
    const { accepted, declined, ignored } = state.offers;
    const { mean, median, p90, longest } = summarize(state.times);
    const offers = accepted + declined + ignored;
    return {
      agentId,
      agentName,
      offers,
      accepted,
      declined,
      ignored,
      acceptanceRate: toRatio(accepted, offers),
      meanAcceptSeconds: mean,
      medianAcceptSeconds: median,
      p90AcceptSeconds: p90,
      longestAcceptSeconds: longest,
    };
  });
};
