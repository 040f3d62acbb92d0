import type { Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { connectedOf, isDropped, toRatio } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeDroppedChats: Computation<"DroppedChats"> = function* (context) {
  const days = gatherDays(
    context,
    () => ({ answered: 0, connected: createDurations() }),
    (day, chat) => {
      if (chat.outcome === "answered") day.answered++;
      if (isDropped(chat)) addDuration(day.connected, connectedOf(chat));
    },
  );
  for (const { dayOn, state } of days) {
    const { mean, median, p90, longest } = summarize(state.connected);
    const dropped = state.connected.milliseconds.length;
    yield {
      date: dayOn,
      answered: state.answered,
      dropped,
      dropRate: toRatio(dropped, state.answered),
      meanConnectedSeconds: mean,
      medianConnectedSeconds: median,
      p90ConnectedSeconds: p90,
      longestConnectedSeconds: longest,
    };
  }
};
