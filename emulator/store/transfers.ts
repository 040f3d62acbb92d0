import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** One handing on of a chat: to an agent, to another queue, or to an agent of another queue. */
export type Transfer = {
  readonly chatId: number;
  readonly answeredAt: number | null;
  readonly transferredAt: number;
  readonly fromAgentId: number;
  readonly toAgentId: number | null;
  readonly toQueueId: number | null;
};

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const transfersSql = `
  SELECT chat.id AS chatId, answeredAt, transferredAt, fromPersonId AS fromAgentId, toPersonId AS toAgentId, toQueueId
  FROM chat CROSS JOIN transfer ON transfer.chatId = chat.id
  WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ?
  ORDER BY chat.startedAt, chat.id, position`;

const transfers = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], Transfer>(transfersSql),
);

/** Every transfer of the chats that began in the queue within the window, in order of the chats, then of the transfers. */
export function readTransfers(store: Store, queueId: number, window: Window): readonly Transfer[] {
  return transfers(store).all(queueId, window.startAt, window.stopAt);
}
