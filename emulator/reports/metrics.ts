import type { ChatMeasure } from "../store/index.ts";

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

/** What the service level is made of. */
export type ServiceLevel = { inbound: number; answeredWithin: number; abandonedWithin: number };

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

/** Deflected, divided by all chats that the bot had. */
export function toDeflectionRate(counts: Counts): number | null {
  return toRatio(counts.deflected, counts.deflected + counts.leftBot + counts.inboundThroughBot);
}

/** Ratings of 4 and 5, divided by ratings. */
export function toSatisfaction(ratings: { readonly ratings: number; readonly satisfied: number }): number | null {
  return toRatio(ratings.satisfied, ratings.ratings);
}

/** A share to 6 decimals; null over nothing. */
function toRatio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1e6) / 1e6;
}
