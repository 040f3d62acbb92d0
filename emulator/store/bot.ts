import type { Outcome, Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A chat that began with the bot. */
export type BotChat = {
  readonly startedAt: number;
  readonly queuedAt: number | null;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly intent: string | null;
  readonly confidence: number | null;
};

type Bounds = [queueId: number, startAt: number, stopAt: number];

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const botChatsSql = `
  SELECT startedAt, queuedAt, endedAt, outcome, intent, confidence
  FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ? AND throughBot = 1`;

const botChats = defineStatement((connection) => connection.prepare<Bounds, BotChat>(botChatsSql));

/** Shows every chat with the bot that began in the queue within the window; `visit` must not write to the store. */
export function visitBotChats(store: Store, queueId: number, window: Window, visit: (chat: BotChat) => void): void {
  for (const chat of botChats(store).iterate(queueId, window.startAt, window.stopAt)) visit(chat);
}

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const botLengthsSql = `
  SELECT (SELECT count(*) FROM message WHERE chatId = chat.id AND sender = 'bot'),
    coalesce(queuedAt, endedAt) - startedAt, outcome
  FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ? AND throughBot = 1`;

const botLengths = defineStatement((connection) =>
  connection.prepare<Bounds, [messages: number, milliseconds: number, outcome: Outcome]>(botLengthsSql).raw(),
);

/**
 * Shows how many messages the bot wrote in every chat with it that began in the queue within the window, and how long the guest was
 * with it; `visit` must not write to the store.
 */
export function visitBotLengths(
  store: Store,
  queueId: number,
  window: Window,
  visit: (messages: number, milliseconds: number, outcome: Outcome) => void,
): void {
  for (const row of botLengths(store).iterate(queueId, window.startAt, window.stopAt)) visit(...row);
}

/** A chat whose question the bot did not recognise. */
export type UnrecognizedChat = {
  readonly id: number;
  readonly startedAt: number;
  readonly question: string;
  readonly confidence: number | null;
  readonly outcome: Outcome;
  /** The tags' names in order of their code points, joined by `; `. */
  readonly tags: string | null;
};

/** One page of chats; a test holds the plan to the index. */
const unrecognizedSql = `
  SELECT id, startedAt, question, confidence, outcome,
    (SELECT group_concat(tag.name, '; ' ORDER BY tag.name)
      FROM chat_tag JOIN tag ON tag.id = chat_tag.tagId WHERE chat_tag.chatId = chat.id) AS tags
  FROM chat
  WHERE queueId = ? AND (startedAt, id) > (?, ?) AND startedAt <= ? AND throughBot = 1 AND intent IS NULL
  ORDER BY startedAt, id LIMIT ?`;

const unrecognized = defineStatement((connection) =>
  connection.prepare<[number, number, number, number, number], UnrecognizedChat>(unrecognizedSql),
);

const pageLength = 250;

/**
 * The chats with the bot that began in the queue within the window and whose question it did not recognise, in order of start, then
 * number. Read page by page: between two rows the connection is free.
 */
export function* readUnrecognized(store: Store, queueId: number, window: Window): Generator<UnrecognizedChat, void> {
  let startedAt = window.startAt;
  let id = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = unrecognized(store).all(queueId, startedAt, id, window.stopAt, pageLength);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageLength) return;
    ({ startedAt, id } = last);
  }
}
