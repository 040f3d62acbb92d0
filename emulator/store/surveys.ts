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

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const ratingsSql = `
  SELECT agentId, count(*) AS ratings, sum(rating >= 4) AS satisfied
  FROM chat CROSS JOIN survey ON survey.chatId = chat.id
  WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ? AND rating IS NOT NULL
  GROUP BY agentId`;

const ratingsByAgent = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], RatingsOfAgent>(ratingsSql),
);

/** The ratings of chats that began in the queue within the window, by the agent who answered. */
export function readRatings(store: Store, queueId: number, window: Window): readonly RatingsOfAgent[] {
  return ratingsByAgent(store).all(queueId, window.startAt, window.stopAt);
}

/** One survey. */
export type Survey = {
  readonly chatId: number;
  readonly startedAt: number;
  /** Who answered the chat; null when nobody did. */
  readonly agentId: number | null;
  readonly rating: number | null;
  /** What the guest wrote; null when nothing. */
  readonly comment: string | null;
};

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const surveysSql = `
  SELECT chat.id AS chatId, startedAt, agentId, rating, nullif(comment, '') AS comment
  FROM chat CROSS JOIN survey ON survey.chatId = chat.id
  WHERE chat.queueId = ? AND chat.startedAt BETWEEN ? AND ?`;

const surveys = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], Survey>(surveysSql),
);

/** Shows every survey of the chats that began in the queue within the window; `visit` must not write to the store. */
export function visitSurveys(store: Store, queueId: number, window: Window, visit: (survey: Survey) => void): void {
  for (const survey of surveys(store).iterate(queueId, window.startAt, window.stopAt)) visit(survey);
}

/** What was said of the questions of one agent's chats. */
export type ResolutionsOfAgent = {
  readonly agentId: number;
  readonly resolved: number;
  readonly unresolved: number;
};

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const resolutionsSql = `
  SELECT agentId, count(CASE resolved WHEN 1 THEN 1 END) AS resolved, count(CASE resolved WHEN 0 THEN 1 END) AS unresolved
  FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ? AND agentId IS NOT NULL
  GROUP BY agentId`;

const resolutions = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], ResolutionsOfAgent>(resolutionsSql),
);

/** How often the questions of answered chats were said to be resolved, by the agent who answered. */
export function readResolutions(store: Store, queueId: number, window: Window): readonly ResolutionsOfAgent[] {
  return resolutions(store).all(queueId, window.startAt, window.stopAt);
}
