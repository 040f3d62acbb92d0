import type { ChatMeasure, Outcome, OutcomeSums, Survey } from "../store/index.ts";
import { addDuration, createDurations, summarize, type Durations } from "./durations.ts";

/**
 * What the words of the reports mean. Every report counts and measures through this file, so that two reports cannot disagree.
 * The vendor publishes the words only; the definitions are ours. Durations are whole milliseconds until a report writes them.
 */

/** Whether a chat asked for an agent: it is answered, abandoned or missed. */
function isInbound(chat: ChatMeasure): boolean {
  return chat.queuedAt !== null;
}

/** Whether a connected chat ended by a connection error. */
export function isDropped(chat: ChatMeasure): boolean {
  return chat.answeredAt !== null && chat.endedBy === "error";
}

/** From asking for an agent to being answered, or to the chat's end; null for a chat that was not inbound. */
export function waitOf(chat: ChatMeasure): number | null {
  return chat.queuedAt === null ? null : (chat.answeredAt ?? chat.endedAt) - chat.queuedAt;
}

/** From answered to ended; null when nobody answered. */
export function connectedOf(chat: ChatMeasure): number | null {
  return chat.answeredAt === null ? null : chat.endedAt - chat.answeredAt;
}

/** Connected time plus the agent's wrap-up; null when nobody answered. */
export function handleOf(chat: ChatMeasure): number | null {
  return chat.answeredAt === null ? null : (chat.wrappedUpAt ?? chat.endedAt) - chat.answeredAt;
}

/** From answered to the agent's first message; null when there was none. */
export function firstResponseOf(chat: ChatMeasure): number | null {
  return chat.answeredAt === null || chat.firstResponseAt === null ? null : chat.firstResponseAt - chat.answeredAt;
}

/** How many chats there were, by what became of them. */
export type Counts = {
  started: number;
  inbound: number;
  answered: number;
  abandoned: number;
  missed: number;
  deflected: number;
  leftBot: number;
  dropped: number;
  /** Inbound chats that the bot handed over. */
  inboundThroughBot: number;
};

/** Counts over nothing. */
export function createCounts(): Counts {
  return {
    started: 0,
    inbound: 0,
    answered: 0,
    abandoned: 0,
    missed: 0,
    deflected: 0,
    leftBot: 0,
    dropped: 0,
    inboundThroughBot: 0,
  };
}

/** Counts one chat more. */
export function addToCounts(counts: Counts, chat: ChatMeasure): void {
  counts.started++;
  counts[chat.outcome]++;
  if (isDropped(chat)) counts.dropped++;
  if (!isInbound(chat)) return;
  counts.inbound++;
  if (chat.isThroughBot) counts.inboundThroughBot++;
}

/** The counts as the columns of `outcomeCounts`. */
export function toOutcomeCells({ started, inbound, answered, abandoned, missed, deflected, leftBot }: Counts) {
  return { started, inbound, answered, abandoned, missed, deflected, leftBot };
}

/** Sums that SQLite counted, as the columns of `outcomeCounts`. */
export function toOutcomeSums({ started, answered, abandoned, missed, deflected, leftBot }: OutcomeSums) {
  return { started, inbound: answered + abandoned + missed, answered, abandoned, missed, deflected, leftBot };
}

/** What the service level is made of. */
export type ServiceLevel = { inbound: number; answeredWithin: number; abandonedWithin: number };

/** A service level over nothing. */
export function createServiceLevel(): ServiceLevel {
  return { inbound: 0, answeredWithin: 0, abandonedWithin: 0 };
}

/** Takes one chat more into a service level; a wait of exactly the target is within it. */
export function addToServiceLevel(level: ServiceLevel, chat: ChatMeasure, targetSeconds: number): void {
  const wait = waitOf(chat);
  if (wait === null) return;
  level.inbound++;
  if (wait > targetSeconds * 1000) return;
  if (chat.outcome === "answered") level.answeredWithin++;
  if (chat.outcome === "abandoned") level.abandonedWithin++;
}

/** Answered within the target, divided by inbound less abandoned within the target. */
export function toServiceLevel(level: ServiceLevel): number | null {
  return toRatio(level.answeredWithin, level.inbound - level.abandonedWithin);
}

/** What the bot's chats came to, and how long guests were with it. */
export type BotWork = { chats: number; deflected: number; leftBot: number; readonly times: Durations };

/** No chats with the bot. */
export function createBotWork(): BotWork {
  return { chats: 0, deflected: 0, leftBot: 0, times: createDurations() };
}

/** Takes one chat more that began with the bot. */
export function addToBotWork(work: BotWork, outcome: Outcome, milliseconds: number): void {
  work.chats++;
  if (outcome === "deflected") work.deflected++;
  if (outcome === "leftBot") work.leftBot++;
  addDuration(work.times, milliseconds);
}

/** The chats as the columns of `botCounts`. */
export function toBotCells({ chats, deflected, leftBot }: BotWork) {
  return { botChats: chats, deflected, leftBot, handedOver: chats - deflected - leftBot };
}

/** The times as the columns that the reports on the bot have of them. */
export function toBotTimes({ times }: BotWork) {
  const { mean, median, p90, longest } = summarize(times);
  return { meanBotSeconds: mean, medianBotSeconds: median, p90BotSeconds: p90, longestBotSeconds: longest };
}

/** Deflected, divided by all chats that the bot had. */
export function toDeflectionRate(counts: Counts): number | null {
  return toRatio(counts.deflected, counts.deflected + counts.leftBot + counts.inboundThroughBot);
}

/** Surveys, by rating. */
export type Ratings = { surveys: number; comments: number; readonly byStars: [number, number, number, number, number] };

/** No surveys. */
export function createRatings(): Ratings {
  return { surveys: 0, comments: 0, byStars: [0, 0, 0, 0, 0] };
}

/** Takes one survey more. */
export function addToRatings(ratings: Ratings, survey: Pick<Survey, "rating" | "comment">): void {
  ratings.surveys++;
  if (survey.comment !== null) ratings.comments++;
  if (survey.rating !== null) ratings.byStars[survey.rating - 1]!++;
}

/** The surveys as the columns that the reports on ratings have of them. */
export function toRatingCells({ surveys, comments, byStars }: Ratings) {
  const [bad, poor, ok, good, excellent] = byStars;
  const ratings = bad + poor + ok + good + excellent;
  return {
    surveys,
    comments,
    ratings,
    excellent,
    good,
    ok,
    poor,
    bad,
    meanRating: toMean(bad + 2 * poor + 3 * ok + 4 * good + 5 * excellent, ratings),
    satisfaction: toSatisfaction({ ratings, satisfied: good + excellent }),
  };
}

/** Ratings of 4 and 5, divided by ratings. */
export function toSatisfaction(ratings: { readonly ratings: number; readonly satisfied: number }): number | null {
  return toRatio(ratings.satisfied, ratings.ratings);
}

/** A mean to 3 decimals; null over nothing. */
export function toMean(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum * 1000) / count) / 1000;
}

/** A share to 6 decimals; null over nothing. */
export function toRatio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1e6) / whole) / 1e6;
}
