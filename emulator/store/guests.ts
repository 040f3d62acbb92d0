import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** How many chats of a group there were, by outcome. */
export type OutcomeSums = {
  readonly started: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly missed: number;
  readonly deflected: number;
  readonly leftBot: number;
};

const outcomeSums = `
  count(*) AS started, sum(outcome = 'answered') AS answered, sum(outcome = 'abandoned') AS abandoned,
  sum(outcome = 'missed') AS missed, sum(outcome = 'deflected') AS deflected, sum(outcome = 'leftBot') AS leftBot`;

type Bounds = [queueIds: string, startAt: number, stopAt: number];

/** The chats that came by one way. */
export type Origin = OutcomeSums & {
  readonly entryPoint: "Teams" | "Web client";
  readonly referringPage: string | null;
  readonly platform: string | null;
  readonly authenticated: number;
};

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const originsSql = `
  SELECT entryPoint, referringPage, platform, sum(authenticated) AS authenticated, ${outcomeSums}
  FROM chat WHERE queueId IN (SELECT value FROM json_each(?)) AND startedAt BETWEEN ? AND ?
  GROUP BY entryPoint, referringPage, platform`;

const origins = defineStatement((connection) => connection.prepare<Bounds, Origin>(originsSql));

/** The chats that began in the queues within the window, by where their guests came from, in no order. */
export function readOrigins(store: Store, queueIds: readonly number[], window: Window): readonly Origin[] {
  return origins(store).all(JSON.stringify(queueIds), window.startAt, window.stopAt);
}

/** The chats of guests from one place. */
export type Place = OutcomeSums & { readonly location: string | null; readonly guests: number };

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const placesSql = `
  SELECT location, count(DISTINCT guestId) AS guests, ${outcomeSums}
  FROM chat CROSS JOIN guest ON guest.id = guestId
  WHERE queueId IN (SELECT value FROM json_each(?)) AND startedAt BETWEEN ? AND ?
  GROUP BY location`;

const places = defineStatement((connection) => connection.prepare<Bounds, Place>(placesSql));

/** The chats that began in the queues within the window, by their guests' place, in no order. */
export function readPlaces(store: Store, queueIds: readonly number[], window: Window): readonly Place[] {
  return places(store).all(JSON.stringify(queueIds), window.startAt, window.stopAt);
}
