import { sentimentWordsOf } from "../../../../emulator/reports/words/sentiment-words.ts";
import { createStopWords } from "../../../../emulator/reports/words/stop-words.ts";
import { topics } from "../../../../emulator/reports/words/topics.ts";
import type { ChatPlan } from "../../fixture.ts";
import {
  byChats,
  byDay,
  connectedOf,
  distinct,
  inWindow,
  isAnswered,
  mean,
  percentile,
  ratio,
  tagNames,
  tellDurations,
  type Cells,
  type Question,
} from "./desk.ts";

// The lists are data and the same; how texts are taken apart and counted is said anew.
const isStopWord = createStopWords("en-US");
const words = sentimentWordsOf("en-US");

const isLetter = (sign: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(sign);
const isMark = (sign: string): boolean => ".,;:!?…()\n\r".includes(sign);

/** The parts of sentences, letter by letter. */
function partsOf(text: string): readonly (readonly string[])[] {
  const signs = Array.from(text.replaceAll("’", "'"));
  const parts: string[][] = [[]];
  let word = "";
  const endWord = (): void => {
    if (word !== "") parts.at(-1)!.push(word.toLowerCase());
    word = "";
  };
  signs.forEach((sign, index) => {
    const isInner =
      (sign === "'" || sign === "-") && isLetter(signs[index - 1] ?? " ") && isLetter(signs[index + 1] ?? " ");
    if (isLetter(sign) || isInner) word += sign;
    else endWord();
    if (isMark(sign)) parts.push([]);
  });
  endWord();
  return parts;
}

const questionOf = ({ question = "Why?" }: ChatPlan): string => question;

/** The rows of `TopKeywords`. */
export function naiveTopKeywords(question: Question, queueId: number): readonly Cells[] {
  const texts = inWindow(question, queueId).map((chat) => partsOf(questionOf(chat)).flat());
  const rows = distinct(texts.flat())
    .filter((word) => !isStopWord(word))
    .map((keyword) => {
      const chats = texts.filter((text) => text.includes(keyword)).length;
      return {
        keyword,
        chats,
        mentions: texts.flat().filter((word) => word === keyword).length,
        shareOfStarted: ratio(chats, texts.length),
      };
    });
  return byChats(rows, "chats", "keyword").slice(0, 50);
}

/** The rows of `TopPhrases`. */
export function naiveTopPhrases(question: Question, queueId: number): readonly Cells[] {
  const phrasesOf = (text: string): readonly string[] =>
    partsOf(text).flatMap((part) =>
      part.flatMap((_, from) =>
        [2, 3]
          .map((length) => part.slice(from, from + length))
          .filter(
            (phrase, index) => phrase.length === index + 2 && !isStopWord(phrase[0]!) && !isStopWord(phrase.at(-1)!),
          )
          .map((phrase) => phrase.join(" ")),
      ),
    );
  const texts = inWindow(question, queueId).map((chat) => phrasesOf(questionOf(chat)));
  const rows = distinct(texts.flat())
    .map((phrase) => {
      const chats = texts.filter((text) => text.includes(phrase)).length;
      return { phrase, words: phrase.split(" ").length, chats, shareOfStarted: ratio(chats, texts.length) };
    })
    .filter(({ chats }) => chats > 1);
  return byChats(rows, "chats", "phrase").slice(0, 50);
}

/** Whether a word of a part of a sentence speaks for or against: 1, -1, or 0. */
function voteOf(part: readonly string[], index: number): number {
  const word = part[index]!;
  const isNegated = part.slice(Math.max(0, index - 2), index).some((before) => words.negations.has(before));
  if (words.positive.has(word)) return isNegated ? -1 : 1;
  if (words.negative.has(word)) return isNegated ? 1 : -1;
  return isNegated && words.expected.has(word) ? -1 : 0;
}

/** The rows of `Sentiment`. */
export function naiveSentiment(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats }) => {
    const votes = chats.map(({ messages = [], rating, comment }) =>
      [
        ...messages.flatMap(({ sender, text }) => (sender === "guest" ? text : [])),
        ...(rating === undefined ? [] : [comment ?? ""]),
      ]
        .flatMap((text) => partsOf(text).flatMap((part) => part.map((_, index) => voteOf(part, index))))
        .filter((vote) => vote !== 0),
    );
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const scores = votes.filter((each) => each.length > 0).map((each) => sum(each) / each.length);
    const positive = scores.filter((score) => score >= 0.2).length;
    const negative = scores.filter((score) => score <= -0.2).length;
    return {
      date,
      started: chats.length,
      positive,
      neutral: chats.length - positive - negative,
      negative,
      positiveWords: votes.flat().filter((vote) => vote > 0).length,
      negativeWords: votes.flat().filter((vote) => vote < 0).length,
      meanScore:
        scores.length === 0
          ? null
          : Math.round(sum(scores.map((score) => Math.round(score * 1e6))) / (1000 * scores.length)) / 1000,
    };
  });
}

/** The rows of `TagBreakdown`. */
export function naiveTagBreakdown(question: Question, queueId: number): readonly Cells[] {
  const all = inWindow(question, queueId);
  const rows = [...tagNames, null].flatMap((tag, index) => {
    const chats = all.filter(({ tagIds = [] }) => (tag === null ? tagIds.length === 0 : tagIds.includes(index + 1)));
    if (chats.length === 0) return [];
    const ratings = chats.flatMap(({ rating }) => rating ?? []);
    return {
      tag,
      chats: chats.length,
      shareOfStarted: ratio(chats.length, all.length),
      answered: chats.filter(isAnswered).length,
      deflected: chats.filter(({ outcome }) => outcome === "deflected").length,
      resolved: chats.filter(({ resolved }) => resolved === 1).length,
      ratings: ratings.length,
      satisfaction: ratio(ratings.filter((rating) => rating > 3).length, ratings.length),
      ...tellDurations("ConnectedSeconds", chats.filter(isAnswered).map(connectedOf)),
    };
  });
  return byChats(rows, "chats", "tag");
}

/** The rows of `QuestionTopics`. */
export function naiveQuestionTopics(question: Question, queueId: number): readonly Cells[] {
  const all = [...inWindow(question, queueId)].sort((a, b) => a.startedAt - b.startedAt || a.id - b.id);
  const hitsOf = (text: string, list: string): number =>
    partsOf(text)
      .flat()
      .filter((word) =>
        list.split(" ").some((start) => (start.endsWith(".") ? `${word}.` === start : word.startsWith(start))),
      ).length;
  const topicOf = (text: string): string => {
    const hits = topics.map(([, list]) => hitsOf(text, list));
    const most = Math.max(...hits);
    return most === 0 ? "Other" : topics[hits.indexOf(most)]![0];
  };
  return [...topics.map(([topic]) => topic), "Other"]
    .map((topic) => {
      const chats = all.filter((chat) => topicOf(questionOf(chat)) === topic);
      const connected = chats.filter(isAnswered).map(connectedOf);
      return {
        topic,
        chats: chats.length,
        shareOfStarted: ratio(chats.length, all.length),
        answered: connected.length,
        deflected: chats.filter(({ outcome }) => outcome === "deflected").length,
        meanConnectedSeconds: mean(connected),
        medianConnectedSeconds: percentile(connected, 50),
        example: chats[0] === undefined ? null : questionOf(chats[0]),
      };
    })
    .sort((a, b) => b.chats - a.chats);
}
