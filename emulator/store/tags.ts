import type { Outcome, Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A chat under one of its tags; a chat without tags comes once, with none. */
export type TaggedChat = {
  readonly tag: string | null;
  readonly outcome: Outcome;
  readonly answeredAt: number | null;
  readonly endedAt: number;
  readonly isResolved: boolean;
  readonly rating: number | null;
};

type TaggedRow = [
  tag: string | null,
  outcome: Outcome,
  answeredAt: number | null,
  endedAt: number,
  resolved: number | null,
  rating: number | null,
];

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const taggedChatsSql = `
  SELECT tag.name, outcome, answeredAt, endedAt, resolved, rating
  FROM chat LEFT JOIN chat_tag ON chat_tag.chatId = chat.id LEFT JOIN tag ON tag.id = chat_tag.tagId
    LEFT JOIN survey ON survey.chatId = chat.id
  WHERE queueId = ? AND startedAt BETWEEN ? AND ?`;

const taggedChats = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], TaggedRow>(taggedChatsSql).raw(),
);

/** Shows every chat that began in the queue within the window under each of its tags; `visit` must not write to the store. */
export function visitTaggedChats(
  store: Store,
  queueId: number,
  window: Window,
  visit: (chat: TaggedChat) => void,
): void {
  for (const row of taggedChats(store).iterate(queueId, window.startAt, window.stopAt)) {
    const [tag, outcome, answeredAt, endedAt, resolved, rating] = row;
    visit({ tag, outcome, answeredAt, endedAt, isResolved: resolved === 1, rating });
  }
}
