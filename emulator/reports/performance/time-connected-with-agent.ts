import type { Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addDuration, createDurations, summarize, sumSeconds } from "../durations.ts";
import { connectedOf, firstResponseOf, handleOf } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeTimeConnectedWithAgent: Computation<"TimeConnectedWithAgent"> = function* (context) {
  const days = gatherDays(
    context,
    () => ({ connected: createDurations(), handled: createDurations(), firstResponses: createDurations() }),
    (day, chat) => {
      addDuration(day.connected, connectedOf(chat));
      addDuration(day.handled, handleOf(chat));
      addDuration(day.firstResponses, firstResponseOf(chat));
    },
  );
  for (const { dayOn, state } of days) {
    const { mean, median, p90, longest } = summarize(state.connected);
    yield {
      date: dayOn,
      answered: state.connected.milliseconds.length,
      connectedSeconds: sumSeconds(state.connected),
      meanConnectedSeconds: mean,
      medianConnectedSeconds: median,
      p90ConnectedSeconds: p90,
      longestConnectedSeconds: longest,
      meanHandleSeconds: summarize(state.handled).mean,
      meanFirstResponseSeconds: summarize(state.firstResponses).mean,
    };
  }
};
