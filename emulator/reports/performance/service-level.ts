import { readQueues } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addToCounts, addToServiceLevel, createCounts, createServiceLevel, toServiceLevel } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeServiceLevel: Computation<"ServiceLevel"> = function* (context) {
  const targetSeconds = readQueues(context.store, [queueOf(context)])[0]!.serviceLevelSeconds;
  const days = gatherDays(
    context,
    () => ({ counts: createCounts(), level: createServiceLevel() }),
    (day, chat) => {
      addToCounts(day.counts, chat);
      addToServiceLevel(day.level, chat, targetSeconds);
    },
  );
  for (const { dayOn, state } of days) {
    yield {
      date: dayOn,
      targetSeconds,
      inbound: state.counts.inbound,
      answered: state.counts.answered,
      answeredWithinTarget: state.level.answeredWithin,
      abandonedWithinTarget: state.level.abandonedWithin,
      serviceLevel: toServiceLevel(state.level),
    };
  }
};
