import { readQueues } from "../../store/index.ts";
import type { Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addDuration, createDurations, summarize, toSeconds } from "../durations.ts";
import {
  addToCounts,
  addToServiceLevel,
  connectedOf,
  createCounts,
  createServiceLevel,
  toOutcomeCells,
  toServiceLevel,
  waitOf,
} from "../metrics.ts";

/** A row for every queue and local day that the window touches, queue by queue in order of their numbers. */
export const computeChatsByQueueAndDay: Computation<"ChatsByQueueAndDay"> = function* (context) {
  for (const queue of readQueues(context.store, context.queueIds)) {
    const days = gatherDays(
      { ...context, queueIds: [queue.id] },
      () => ({ counts: createCounts(), level: createServiceLevel(), speeds: createDurations(), connectedMs: 0 }),
      (day, chat) => {
        addToCounts(day.counts, chat);
        addToServiceLevel(day.level, chat, queue.serviceLevelSeconds);
        if (chat.outcome === "answered") addDuration(day.speeds, waitOf(chat));
        day.connectedMs += connectedOf(chat) ?? 0;
      },
    );
    for (const { dayOn, state } of days) {
      const speed = summarize(state.speeds);
      yield {
        queueId: queue.id,
        queueName: queue.name,
        date: dayOn,
        ...toOutcomeCells(state.counts),
        dropped: state.counts.dropped,
        answeredWithinTarget: state.level.answeredWithin,
        abandonedWithinTarget: state.level.abandonedWithin,
        serviceLevel: toServiceLevel(state.level),
        meanSpeedToAnswerSeconds: speed.mean,
        medianSpeedToAnswerSeconds: speed.median,
        p90SpeedToAnswerSeconds: speed.p90,
        longestSpeedToAnswerSeconds: speed.longest,
        connectedSeconds: toSeconds(state.connectedMs),
      };
    }
  }
};
