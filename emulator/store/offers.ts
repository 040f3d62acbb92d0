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

const offersByPerson = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], OffersOfPerson>(
    `SELECT personId,
       sum(response = 'accepted') AS accepted, sum(response = 'declined') AS declined, sum(response = 'ignored') AS ignored
     FROM chat CROSS JOIN offer ON offer.chatId = chat.id
     WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ?
     GROUP BY personId`,
  ),
);

/** The offers made for chats that began in the queue within the window, by the person they were made to. */
export function readOffers(store: Store, queueId: number, window: Window): readonly OffersOfPerson[] {
  return offersByPerson(store).all(queueId, window.startAt, window.stopAt);
}
