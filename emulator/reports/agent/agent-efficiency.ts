import type { RowOf } from "../../catalogue/index.ts";
import { readOffers, readRatings, visitChats } from "../../store/index.ts";
import { createAgentStates } from "../agents.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import {
  addToCounts,
  connectedOf,
  createCounts,
  firstResponseOf,
  handleOf,
  toSatisfaction,
  waitOf,
} from "../metrics.ts";

type Work = ReturnType<typeof createWork>;

function createWork() {
  return {
    offers: { accepted: 0, declined: 0, ignored: 0 },
    counts: createCounts(),
    speeds: createDurations(),
    firstResponses: createDurations(),
    connected: createDurations(),
    handled: createDurations(),
    rated: { ratings: 0, satisfied: 0 },
  };
}

/**
 * A row for every agent of the queue, and for everyone else who answered or was offered one of its chats, in order of their
 * numbers.
 */
export const computeAgentEfficiency: Computation<"AgentEfficiency"> = (context) => {
  const { store, window } = context;
  const queueId = queueOf(context);
  const works = createAgentStates(context, createWork);
  visitChats(store, queueId, window, (chat) => {
    if (chat.agentId === null) return;
    const work = works.of(chat.agentId);
    addToCounts(work.counts, chat);
    addDuration(work.speeds, waitOf(chat));
    addDuration(work.firstResponses, firstResponseOf(chat));
    addDuration(work.connected, connectedOf(chat));
    addDuration(work.handled, handleOf(chat));
  });
  for (const { personId, ...offers } of readOffers(store, queueId, window)) works.of(personId).offers = offers;
  for (const { agentId, ...rated } of readRatings(store, queueId, window)) {
    if (agentId !== null) works.of(agentId).rated = rated;
  }
  return works.all().map(({ agentId, agentName, state }) => toRow(agentId, agentName, state));
};

function toRow(agentId: number, agentName: string, work: Work): RowOf<"AgentEfficiency"> {
  const { accepted, declined, ignored } = work.offers;
  const connected = summarize(work.connected);
  return {
    agentId,
    agentName,
    offers: accepted + declined + ignored,
    accepted,
    declined,
    ignored,
    answered: work.counts.answered,
    dropped: work.counts.dropped,
    meanSpeedToAnswerSeconds: summarize(work.speeds).mean,
    meanFirstResponseSeconds: summarize(work.firstResponses).mean,
    meanConnectedSeconds: connected.mean,
    medianConnectedSeconds: connected.median,
    p90ConnectedSeconds: connected.p90,
    longestConnectedSeconds: connected.longest,
    meanHandleSeconds: summarize(work.handled).mean,
    ratings: work.rated.ratings,
    satisfaction: toSatisfaction(work.rated),
  };
}
