import type { RowOf } from "../../catalogue/index.ts";
import { readQueues, readRatings, visitChats, type Queue } from "../../store/index.ts";
import type { Computation, Context } from "../computation.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import {
  addToCounts,
  addToServiceLevel,
  connectedOf,
  createCounts,
  toDeflectionRate,
  toSatisfaction,
  toServiceLevel,
  waitOf,
} from "../metrics.ts";

/** The queues side by side, in order of their numbers. */
export const computeQueueComparison: Computation<"QueueComparison"> = function* (context) {
  for (const queue of readQueues(context.store, context.queueIds)) yield compareQueue(context, queue);
};

function compareQueue({ store, window }: Context, queue: Queue): RowOf<"QueueComparison"> {
  const counts = createCounts();
  const level = { inbound: 0, answeredWithin: 0, abandonedWithin: 0 };
  const speeds = createDurations();
  const connected = createDurations();
  visitChats(store, queue.id, window, (chat) => {
    addToCounts(counts, chat);
    addToServiceLevel(level, chat, queue.serviceLevelSeconds);
    if (chat.outcome === "answered") addDuration(speeds, waitOf(chat));
    addDuration(connected, connectedOf(chat));
  });
  const rated = { ratings: 0, satisfied: 0 };
  for (const { ratings, satisfied } of readRatings(store, queue.id, window)) {
    rated.ratings += ratings;
    rated.satisfied += satisfied;
  }
  const speed = summarize(speeds);
  return {
    queueId: queue.id,
    queueName: queue.name,
    started: counts.started,
    inbound: counts.inbound,
    answered: counts.answered,
    abandoned: counts.abandoned,
    missed: counts.missed,
    deflected: counts.deflected,
    leftBot: counts.leftBot,
    dropped: counts.dropped,
    serviceLevel: toServiceLevel(level),
    deflectionRate: toDeflectionRate(counts),
    meanSpeedToAnswerSeconds: speed.mean,
    medianSpeedToAnswerSeconds: speed.median,
    p90SpeedToAnswerSeconds: speed.p90,
    longestSpeedToAnswerSeconds: speed.longest,
    meanConnectedSeconds: summarize(connected).mean,
    ratings: rated.ratings,
    satisfaction: toSatisfaction(rated),
  };
}
