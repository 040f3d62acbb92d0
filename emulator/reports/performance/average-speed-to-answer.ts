import type { Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { waitOf } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeAverageSpeedToAnswer: Computation<"AverageSpeedToAnswer"> = function* (context) {
  const days = gatherDays(context, createDurations, (speeds, chat) => {
    if (chat.outcome === "answered") addDuration(speeds, waitOf(chat));
  });
  for (const { dayOn, state } of days) {
    const { mean, median, p90, longest } = summarize(state);
    yield {
      date: dayOn,
      answered: state.milliseconds.length,
      meanSpeedToAnswerSeconds: mean,
      medianSpeedToAnswerSeconds: median,
      p90SpeedToAnswerSeconds: p90,
      longestSpeedToAnswerSeconds: longest,
    };
  }
};
