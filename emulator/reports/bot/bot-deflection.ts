import type { Computation } from "../computation.ts";
import { gatherDays } from "../days.ts";
import { addToBotWork, createBotWork, toBotCells, toBotTimes, toRatio } from "../metrics.ts";

/** A row for every local day that the window touches. */
export const computeBotDeflection: Computation<"BotDeflection"> = function* (context) {
  const days = gatherDays(context, createBotWork, (work, chat) => {
    if (chat.isThroughBot) addToBotWork(work, chat.outcome, (chat.queuedAt ?? chat.endedAt) - chat.startedAt);
  });
  for (const { dayOn, state } of days) {
    yield {
      date: dayOn,
      ...toBotCells(state),
      deflectionRate: toRatio(state.deflected, state.chats),
      ...toBotTimes(state),
    };
  }
};
