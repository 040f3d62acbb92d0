import type { ChatMeasure, Outcome, Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** How a chat ended. */
export type Ending = {
  readonly outcome: Outcome;
  /** Why a missed chat was missed; null for others, and where nothing is known. */
  readonly missedBecause: string | null;
  readonly endedBy: ChatMeasure["endedBy"];
  /** From the chat's start to its end. */
  readonly milliseconds: number;
};

type EndingRow = [
  outcome: Outcome,
  missedBecause: string | null,
  endedBy: ChatMeasure["endedBy"],
  milliseconds: number,
];

/** Enters by `chat_by_queue_and_start`; a test holds the plan to it. */
const endingsSql = `
  SELECT outcome, missedBecause, endedBy, endedAt - startedAt
  FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ?`;

const endings = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], EndingRow>(endingsSql).raw(),
);

/** Shows how every chat ended that began in the queue within the window; `visit` must not write to the store. */
export function visitEndings(store: Store, queueId: number, window: Window, visit: (ending: Ending) => void): void {
  for (const [outcome, missedBecause, endedBy, milliseconds] of endings(store).iterate(
    queueId,
    window.startAt,
    window.stopAt,
  )) {
    visit({ outcome, missedBecause, endedBy, milliseconds });
  }
}
