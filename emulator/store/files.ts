import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** One file sent in a chat. */
export type SentFile = {
  readonly startedAt: number;
  readonly chatId: number;
  readonly position: number;
  readonly agentId: number | null;
  readonly sentAt: number;
  readonly sender: string;
  readonly name: string;
  readonly bytes: number;
};

/** One page of files; a test holds the plan to the index. */
const filesSql = `
  SELECT startedAt, chat.id AS chatId, position, agentId, sentAt, sender, name, bytes
  FROM chat CROSS JOIN file_sent ON file_sent.chatId = chat.id
  WHERE queueId = ? AND (startedAt, chat.id) >= (?, ?) AND startedAt <= ?
    AND (chat.id <> ? OR position > ?)
  ORDER BY startedAt, chat.id, position LIMIT ?`;

const files = defineStatement((connection) => connection.prepare<number[], SentFile>(filesSql));

const pageLength = 250;

/**
 * Every file of the chats that began in the queue within the window, in order of the chats, then of the files. Read page by page:
 * between two rows the connection is free.
 */
export function* readFiles(store: Store, queueId: number, window: Window): Generator<SentFile, void> {
  let startedAt = window.startAt;
  let chatId = Number.MIN_SAFE_INTEGER;
  let position = 0;
  for (;;) {
    const page = files(store).all(queueId, startedAt, chatId, window.stopAt, chatId, position, pageLength);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageLength) return;
    ({ startedAt, chatId, position } = last);
  }
}
