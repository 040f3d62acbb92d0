import { readQueues, visitChats, visitGuestMessages, visitSurveys } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { createDays } from "../days.ts";
import { sentimentWordsOf } from "../words/sentiment-words.ts";
import { addToTone, moodOf, scoreOf, type Tone } from "../words/tone.ts";

/** A row for every local day that the window touches. */
export const computeSentiment: Computation<"Sentiment"> = function* (context) {
  const { store, window, clock } = context;
  const queueId = queueOf(context);
  const words = sentimentWordsOf(readQueues(store, [queueId])[0]!.language);
  const days = createDays(clock, window, () => new Map<number, Tone>());
  visitChats(store, queueId, window, ({ id, startedAt }) => {
    days.of(startedAt).set(id, { positive: 0, negative: 0 });
  });
  visitGuestMessages(store, queueId, window, (chatId, startedAt, text) => {
    addToTone(days.of(startedAt).get(chatId)!, text, words);
  });
  visitSurveys(store, queueId, window, ({ chatId, startedAt, comment }) => {
    if (comment !== null) addToTone(days.of(startedAt).get(chatId)!, comment, words);
  });
  for (const { dayOn, state } of days.all()) yield { date: dayOn, ...toSentimentCells([...state.values()]) };
};

function toSentimentCells(tones: readonly Tone[]) {
  const cells = { started: tones.length, positive: 0, neutral: 0, negative: 0, positiveWords: 0, negativeWords: 0 };
  let scored = 0;
  let total = 0;
  for (const tone of tones) {
    const score = scoreOf(tone);
    cells[moodOf(score)]++;
    cells.positiveWords += tone.positive;
    cells.negativeWords += tone.negative;
    if (score === null) continue;
    scored++;
    // In millionths, so that the mean does not depend on the order of the chats.
    total += Math.round(score * 1e6);
  }
  return { ...cells, meanScore: scored === 0 ? null : Math.round(total / (scored * 1000)) / 1000 };
}
