import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** The ratings that guests gave one agent's chats; `agentId` is null for chats that no agent answered. */
export type RatingsOfAgent = {
  readonly agentId: number | null;
  readonly ratings: number;
  /** Ratings of 4 and 5. */
  readonly satisfied: number;
};

const ratingsByAgent = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], RatingsOfAgent>(
    `SELECT agentId, count(*) AS ratings, sum(rating >= 4) AS satisfied
     FROM chat CROSS JOIN survey ON survey.chatId = chat.id
     WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ? AND rating IS NOT NULL
     GROUP BY agentId`,
  ),
);

/** The ratings of chats that began in the queue within the window, by the agent who answered. */
export function readRatings(store: Store, queueId: number, window: Window): readonly RatingsOfAgent[] {
  return ratingsByAgent(store).all(queueId, window.startAt, window.stopAt);
}
