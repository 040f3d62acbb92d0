import { readQueues, visitQuestions } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { toRatio } from "../metrics.ts";
import { compareText } from "../order.ts";
import { readSentences } from "../words/sentences.ts";
import { createStopWords } from "../words/stop-words.ts";

const longestList = 50;

/** The words of most questions; equals in order of their code units. */
export const computeTopKeywords: Computation<"TopKeywords"> = (context) => {
  const queueId = queueOf(context);
  const isStopWord = createStopWords(readQueues(context.store, [queueId])[0]!.language);
  const words = new Map<string, { chats: number; mentions: number; lastChat: number }>();
  let started = 0;
  visitQuestions(context.store, queueId, context.window, ({ question }) => {
    started++;
    for (const sentence of readSentences(question)) {
      for (const word of sentence) {
        if (isStopWord(word)) continue;
        let found = words.get(word);
        if (found === undefined) words.set(word, (found = { chats: 0, mentions: 0, lastChat: 0 }));
        found.mentions++;
        if (found.lastChat !== started) found.chats++;
        found.lastChat = started;
      }
    }
  });
  return [...words]
    .sort(([a, x], [b, y]) => y.chats - x.chats || compareText(a, b))
    .slice(0, longestList)
    .map(([keyword, { chats, mentions }]) => ({
      keyword,
      chats,
      mentions,
      shareOfStarted: toRatio(chats, started),
    }));
};
