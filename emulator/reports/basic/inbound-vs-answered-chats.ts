import type { Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addToCounts, createCounts } from "../metrics.ts";

/** A row for every local day that the window touches; a day partly in the window counts its chats inside the window. */
export const computeInboundVsAnsweredChats: Computation<"InboundVsAnsweredChats"> = function* (context) {
  for (const { dayOn, state } of gatherDays(context, createCounts, addToCounts)) {
    const { inbound, answered, abandoned, missed, deflected } = state;
    yield { date: dayOn, inbound, answered, abandoned, missed, deflected };
  }
};
