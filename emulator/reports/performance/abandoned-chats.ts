import { readQueues } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { addToServiceLevel, createServiceLevel, toRatio, waitOf } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeAbandonedChats: Computation<"AbandonedChats"> = function* (context) {
  const targetSeconds = readQueues(context.store, [queueOf(context)])[0]!.serviceLevelSeconds;
  const days = gatherDays(
    context,
    () => ({ level: createServiceLevel(), waits: createDurations() }),
    (day, chat) => {
      addToServiceLevel(day.level, chat, targetSeconds);
      if (chat.outcome === "abandoned") addDuration(day.waits, waitOf(chat));
    },
  );
  for (const { dayOn, state } of days) {
    const { mean, median, p90, longest } = summarize(state.waits);
    const abandoned = state.waits.milliseconds.length;
    yield {
      date: dayOn,
      inbound: state.level.inbound,
      abandoned,
      abandonedWithinTarget: state.level.abandonedWithin,
      abandonmentRate: toRatio(abandoned, state.level.inbound),
      meanWaitSeconds: mean,
      medianWaitSeconds: median,
      p90WaitSeconds: p90,
      longestWaitSeconds: longest,
    };
  }
};
