import { visitBotChats } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addToBotWork, createBotWork, toBotCells, toRatio, type BotWork } from "../metrics.ts";
import { compareText } from "../order.ts";

type Found = { readonly work: BotWork; sure: number; sureness: number; lowest: number | null };

/** A row for every intent, the most chats first, then in order of the intents' code units, unrecognised last among equals. */
export const computeBotIntents: Computation<"BotIntents"> = (context) => {
  const intents = new Map<string | null, Found>();
  let all = 0;
  visitBotChats(context.store, queueOf(context), context.window, (chat) => {
    let found = intents.get(chat.intent);
    if (found === undefined) {
      intents.set(chat.intent, (found = { work: createBotWork(), sure: 0, sureness: 0, lowest: null }));
    }
    all++;
    addToBotWork(found.work, chat.outcome, (chat.queuedAt ?? chat.endedAt) - chat.startedAt);
    if (chat.confidence === null) return;
    found.sure++;
    // In millionths, so that the mean does not depend on the order of the chats.
    found.sureness += Math.round(chat.confidence * 1e6);
    found.lowest = Math.min(found.lowest ?? Infinity, chat.confidence);
  });
  return [...intents]
    .sort(([a, { work: x }], [b, { work: y }]) => y.chats - x.chats || compareText(a, b))
    .map(([intent, { work, sure, sureness, lowest }]) => ({
      intent,
      ...toBotCells(work),
      shareOfBotChats: toRatio(work.chats, all),
      deflectionRate: toRatio(work.deflected, work.chats),
      meanConfidence: toRatio(sureness, sure * 1e6),
      lowestConfidence: lowest === null ? null : toRatio(lowest, 1),
    }));
};
