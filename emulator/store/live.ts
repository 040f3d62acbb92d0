import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A queue's opening hours and switch. */
export type QueueHours = {
  readonly id: number;
  readonly name: string;
  readonly zone: string;
  readonly isEnabled: boolean;
  /** Seven lists of [open, close) minutes since local midnight, Monday first. */
  readonly schedule: readonly (readonly (readonly [number, number])[])[];
};

const hoursOfQueues = defineStatement((connection) =>
  connection.prepare<[], { id: number; name: string; zone: string; enabled: number; schedule: string }>(
    "SELECT id, name, zone, enabled, schedule FROM queue ORDER BY id",
  ),
);

/** Every queue with its opening hours, in order of their numbers. */
export function readQueueHours(store: Store): readonly QueueHours[] {
  return hoursOfQueues(store)
    .all()
    .map(({ enabled, schedule, ...queue }) => ({
      ...queue,
      isEnabled: enabled === 1,
      schedule: JSON.parse(schedule) as QueueHours["schedule"],
    }));
}

const untilOfHistory = defineStatement((connection) =>
  connection.prepare<[], { value: string }>("SELECT value FROM fact WHERE name = 'until'"),
);

/** The instant at which the store's history ends; `undefined` when nothing says so. */
export function readHistoryEnd(store: Store): number | undefined {
  const found = untilOfHistory(store).get();
  return found && Number(found.value);
}

const dayMs = 86_400_000;

/** Searches the shifts of each agent of the queue by their start; a test holds the plan to it. */
const onlineAgentsSql = `
  SELECT count(*) AS agents FROM queue_role
  WHERE queueId = ? AND role = 'Agent' AND EXISTS (
    SELECT 1 FROM shift
    WHERE shift.personId = queue_role.personId AND startedAt BETWEEN ? AND ? AND endedAt > ?)`;

const onlineAgents = defineStatement((connection) =>
  connection.prepare<[queueId: number, sinceAt: number, at: number, at: number], { agents: number }>(onlineAgentsSql),
);

/** How many of the queue's agents were online at an instant. A shift that began more than two days before is not seen. */
export function countOnlineAgents(store: Store, queueId: number, at: number): number {
  return onlineAgents(store).get(queueId, at - 2 * dayMs, at, at)!.agents;
}

/** Reads from `chat_by_queue_and_start` alone; a test holds the plan to it. */
const waitingGuestsSql = `
  SELECT queuedAt FROM chat
  WHERE queueId = ? AND startedAt BETWEEN ? AND ? AND queuedAt <= ? AND coalesce(answeredAt, endedAt) > ?`;

const waitingGuests = defineStatement((connection) =>
  connection.prepare<[queueId: number, sinceAt: number, at: number, at: number, at: number], { queuedAt: number }>(
    waitingGuestsSql,
  ),
);

/** Since when the guests have waited who were waiting at an instant. A chat that began more than a day before is not seen. */
export function readWaitingGuests(store: Store, queueId: number, at: number): readonly number[] {
  return waitingGuests(store)
    .all(queueId, at - dayMs, at, at, at)
    .map(({ queuedAt }) => queuedAt);
}
