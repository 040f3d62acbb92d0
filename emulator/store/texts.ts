import type { Outcome, Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A chat's question and how the chat went. */
export type Question = {
  readonly question: string;
  readonly outcome: Outcome;
  readonly answeredAt: number | null;
  readonly endedAt: number;
};

type Bounds = [queueId: number, startAt: number, stopAt: number];

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const questionsSql = `
  SELECT question, outcome, answeredAt, endedAt
  FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ? ORDER BY startedAt, id`;

const questions = defineStatement((connection) => connection.prepare<Bounds, Question>(questionsSql));

/**
 * Shows the question of every chat that began in the queue within the window, in order of its start, then its number; `visit` must
 * not write to the store.
 */
export function visitQuestions(store: Store, queueId: number, window: Window, visit: (asked: Question) => void): void {
  for (const asked of questions(store).iterate(queueId, window.startAt, window.stopAt)) visit(asked);
}

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const guestMessagesSql = `
  SELECT chat.id, startedAt, text
  FROM chat CROSS JOIN message ON message.chatId = chat.id
  WHERE queueId = ? AND startedAt BETWEEN ? AND ? AND sender = 'guest'`;

const guestMessages = defineStatement((connection) =>
  connection.prepare<Bounds, [chatId: number, startedAt: number, text: string]>(guestMessagesSql).raw(),
);

/**
 * Shows every message that a guest wrote in a chat that began in the queue within the window, with the chat's number and start;
 * `visit` must not write to the store.
 */
export function visitGuestMessages(
  store: Store,
  queueId: number,
  window: Window,
  visit: (chatId: number, startedAt: number, text: string) => void,
): void {
  for (const row of guestMessages(store).iterate(queueId, window.startAt, window.stopAt)) visit(...row);
}
