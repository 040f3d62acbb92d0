import { countAuditChanges } from "./audit.ts";
import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

const changesOfConnection = defineStatement((connection) =>
  connection.prepare<[], { changes: number }>("SELECT total_changes() AS changes"),
);

const dataVersion = defineStatement((connection) =>
  connection.prepare<[], { data_version: number }>("PRAGMA data_version"),
);

/**
 * A text that differs once anything but the audit trail was written, by this connection or by any other program. It means
 * nothing after the store was closed: two stores may have the same. Another program's audit trail counts as a change as well.
 */
export function readRevision(store: Store): string {
  const changes = changesOfConnection(store).get()!.changes - countAuditChanges(store);
  return `${store.generation}.${dataVersion(store).get()!.data_version}.${changes}`;
}

/** Reads from `chat_by_queue_and_start` alone, and no more than `most` of its entries. */
export const chatCountSql = `
  SELECT count(*) AS chats
  FROM (SELECT 1 FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ? LIMIT ?)`;

const chatCount = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number, most: number], { chats: number }>(chatCountSql),
);

/** How many chats began in the queues within the window; `most` when there are as many or more. */
export function countChats(store: Store, queueIds: readonly number[], window: Window, most: number): number {
  let chats = 0;
  for (const queueId of queueIds) {
    if (chats >= most) break;
    chats += chatCount(store).get(queueId, window.startAt, window.stopAt, most - chats)!.chats;
  }
  return chats;
}
