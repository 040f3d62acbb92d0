import { visitChats } from "../../store/index.ts";
import { createAgentStates } from "../agents.ts";
import { queueOf, type Computation } from "../computation.ts";
import { createDays } from "../days.ts";
import { addDuration, createDurations, summarize, sumSeconds } from "../durations.ts";
import { connectedOf, handleOf, isDropped } from "../metrics.ts";

/** A row for every agent and local day that the window touches, agent by agent in order of their numbers. */
export const computeAgentLoad: Computation<"AgentLoad"> = function* (context) {
  const { store, window, clock } = context;
  const agents = createAgentStates(context, () =>
    createDays(clock, window, () => ({ dropped: 0, connected: createDurations(), handled: createDurations() })),
  );
  visitChats(store, queueOf(context), window, (chat) => {
    if (chat.agentId === null) return;
    const day = agents.of(chat.agentId).of(chat.startedAt);
    if (isDropped(chat)) day.dropped++;
    addDuration(day.connected, connectedOf(chat));
    addDuration(day.handled, handleOf(chat));
  });
  for (const { agentId, agentName, state } of agents.all()) {
    for (const { dayOn, state: day } of state.all()) {
      const { mean, median, p90, longest } = summarize(day.connected);
      yield {
        agentId,
        agentName,
        date: dayOn,
        answered: day.connected.milliseconds.length,
        dropped: day.dropped,
        connectedSeconds: sumSeconds(day.connected),
        handleSeconds: sumSeconds(day.handled),
        meanConnectedSeconds: mean,
        medianConnectedSeconds: median,
        p90ConnectedSeconds: p90,
        longestConnectedSeconds: longest,
      };
    }
  }
};
