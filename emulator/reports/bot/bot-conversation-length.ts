import { visitBotLengths } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addToBotWork, createBotWork, toBotCells, toBotTimes, type BotWork } from "../metrics.ts";

/** A row for every number of messages from 0 to the most of the window; none when no chat began with the bot. */
export const computeBotConversationLength: Computation<"BotConversationLength"> = (context) => {
  const works: BotWork[] = [];
  visitBotLengths(context.store, queueOf(context), context.window, (messages, milliseconds, outcome) => {
    while (works.length <= messages) works.push(createBotWork());
    addToBotWork(works[messages]!, outcome, milliseconds);
  });
  return works.map((work, botMessages) => ({ botMessages, ...toBotCells(work), ...toBotTimes(work) }));
};
