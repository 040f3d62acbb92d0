import { readQueues, visitQuestions } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { toRatio } from "../metrics.ts";
import { compareText } from "../order.ts";
import { readSentences } from "../words/sentences.ts";
import { createStopWords } from "../words/stop-words.ts";

const longestList = 50;
const fewestChats = 2;

/** The phrases of most questions; equals in order of their code units. */
export const computeTopPhrases: Computation<"TopPhrases"> = (context) => {
  const queueId = queueOf(context);
  const isStopWord = createStopWords(readQueues(context.store, [queueId])[0]!.language);
  const phrases = new Map<string, { words: number; chats: number; lastChat: number }>();
  let started = 0;
  visitQuestions(context.store, queueId, context.window, ({ question }) => {
    started++;
    for (const sentence of readSentences(question)) {
      for (let from = 0; from < sentence.length - 1; from++) {
        if (isStopWord(sentence[from]!)) continue;
        for (let length = 2; length <= 3 && from + length <= sentence.length; length++) {
          if (isStopWord(sentence[from + length - 1]!)) continue;
          const phrase = sentence.slice(from, from + length).join(" ");
          let found = phrases.get(phrase);
          if (found === undefined) phrases.set(phrase, (found = { words: length, chats: 0, lastChat: 0 }));
          if (found.lastChat !== started) found.chats++;
          found.lastChat = started;
        }
      }
    }
  });
  return [...phrases]
    .filter(([, { chats }]) => chats >= fewestChats)
    .sort(([a, x], [b, y]) => y.chats - x.chats || compareText(a, b))
    .slice(0, longestList)
    .map(([phrase, { words, chats }]) => ({ phrase, words, chats, shareOfStarted: toRatio(chats, started) }));
};
