import type { ChatPlan } from "../../fixture.ts";
import {
  byChats,
  byDay,
  distinct,
  instantsOf,
  inWindow,
  ratio,
  tagsOf,
  tellDurations,
  type Cells,
  type Question,
} from "./desk.ts";

const throughBot = (chats: readonly ChatPlan[]): readonly ChatPlan[] =>
  chats.filter(({ isThroughBot = true }) => isThroughBot);

function botCounts(chats: readonly ChatPlan[]): Cells {
  const count = (outcome: string): number => chats.filter((chat) => chat.outcome === outcome).length;
  const queued = chats.filter((chat) => instantsOf(chat).queuedAt !== null).length;
  return { botChats: chats.length, deflected: count("deflected"), leftBot: count("leftBot"), handedOver: queued };
}

const botTimes = (chats: readonly ChatPlan[]): Cells =>
  tellDurations(
    "BotSeconds",
    chats.map((chat) => (instantsOf(chat).queuedAt ?? instantsOf(chat).endedAt) - chat.startedAt),
  );

/** The rows of `BotDeflection`. */
export function naiveBotDeflection(question: Question, queueId: number): readonly Cells[] {
  return byDay(question, queueId).map(({ date, chats: all }) => {
    const chats = throughBot(all);
    const deflected = chats.filter(({ outcome }) => outcome === "deflected").length;
    return { date, ...botCounts(chats), deflectionRate: ratio(deflected, chats.length), ...botTimes(chats) };
  });
}

/** The rows of `BotIntents`. */
export function naiveBotIntents(question: Question, queueId: number): readonly Cells[] {
  const all = throughBot(inWindow(question, queueId));
  const rows = distinct(all.map(({ intent }) => intent ?? null)).map((intent) => {
    const chats = all.filter((chat) => (chat.intent ?? null) === intent);
    // In hundredths, which is how the plans are made.
    const hundredths = chats.flatMap(({ confidence }) => (confidence == null ? [] : [Math.round(confidence * 100)]));
    return {
      intent,
      ...botCounts(chats),
      shareOfBotChats: ratio(chats.length, all.length),
      deflectionRate: ratio(chats.filter(({ outcome }) => outcome === "deflected").length, chats.length),
      meanConfidence: ratio(
        hundredths.reduce((sum, each) => sum + each, 0),
        hundredths.length * 100,
      ),
      lowestConfidence: hundredths.length === 0 ? null : Math.min(...hundredths) / 100,
    };
  });
  return byChats(rows, "botChats", "intent");
}

/** The rows of `BotConversationLength`. */
export function naiveBotConversationLength(question: Question, queueId: number): readonly Cells[] {
  const all = throughBot(inWindow(question, queueId));
  const lengthOf = ({ messages = [] }: ChatPlan): number => messages.filter(({ sender }) => sender === "bot").length;
  return Array.from({ length: Math.max(-1, ...all.map(lengthOf)) + 1 }, (_, botMessages) => {
    const chats = all.filter((chat) => lengthOf(chat) === botMessages);
    return { botMessages, ...botCounts(chats), ...botTimes(chats) };
  });
}

/** The rows of `UnrecognizedQuestions`. */
export function naiveUnrecognizedQuestions(question: Question, queueId: number): readonly Cells[] {
  return throughBot(inWindow(question, queueId))
    .filter(({ intent }) => intent == null)
    .toSorted((a, b) => a.startedAt - b.startedAt || a.id - b.id)
    .map((chat) => ({
      sessionId: chat.id,
      startedAt: chat.startedAt,
      question: chat.question ?? "Why?",
      confidence: chat.confidence ?? null,
      outcome: chat.outcome,
      tags: tagsOf(chat),
    }));
}
