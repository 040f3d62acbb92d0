import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** The offers made to one person, by response. */
export type OffersOfPerson = {
  readonly personId: number;
  readonly accepted: number;
  readonly declined: number;
  readonly ignored: number;
};

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const offersSql = `
  SELECT personId,
    sum(response = 'accepted') AS accepted, sum(response = 'declined') AS declined, sum(response = 'ignored') AS ignored
  FROM chat CROSS JOIN offer ON offer.chatId = chat.id
  WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ?
  GROUP BY personId`;

const offersByPerson = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], OffersOfPerson>(offersSql),
);

/** The offers made for chats that began in the queue within the window, by the person they were made to. */
export function readOffers(store: Store, queueId: number, window: Window): readonly OffersOfPerson[] {
  return offersByPerson(store).all(queueId, window.startAt, window.stopAt);
}

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const acceptancesSql = `
  SELECT personId, settledAt - offeredAt
  FROM chat CROSS JOIN offer ON offer.chatId = chat.id
  WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ? AND response = 'accepted'`;

const acceptances = defineStatement((connection) =>
  connection
    .prepare<[queueId: number, startAt: number, stopAt: number], [personId: number, milliseconds: number]>(
      acceptancesSql,
    )
    .raw(),
);

/**
 * Shows who accepted an offer of a chat that began in the queue within the window, and how long it took from the offer on; `visit`
 * must not write to the store.
 */
export function visitAcceptances(
  store: Store,
  queueId: number,
  window: Window,
  visit: (personId: number, milliseconds: number) => void,
): void {
  for (const row of acceptances(store).iterate(queueId, window.startAt, window.stopAt)) visit(...row);
}
