import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A queue as the dimension has it. */
export type Queue = {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly language: string;
  /** IANA zone of the opening hours. */
  readonly zone: string;
  readonly isEnabled: boolean;
  readonly serviceLevelSeconds: number;
  /** People with the role Agent. */
  readonly agents: number;
};

type QueueRow = Omit<Queue, "isEnabled"> & { readonly enabled: number };

const queuesByIds = defineStatement((connection) =>
  connection.prepare<[string], QueueRow>(
    `SELECT id, name, description, language, zone, enabled, serviceLevelSeconds,
       (SELECT count(*) FROM queue_role WHERE queueId = queue.id AND role = 'Agent') AS agents
     FROM queue WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ),
);

/** The queues with these numbers, in order of their numbers. */
export function readQueues(store: Store, queueIds: readonly number[]): readonly Queue[] {
  return queuesByIds(store)
    .all(JSON.stringify(queueIds))
    .map(({ enabled, ...queue }) => ({ ...queue, isEnabled: enabled === 1 }));
}

/** A person in a report on agents. */
export type AgentName = { readonly id: number; readonly name: string };

const agentsOfQueue = defineStatement((connection) =>
  connection.prepare<[number], { id: number }>(
    "SELECT personId AS id FROM queue_role WHERE queueId = ? AND role = 'Agent' ORDER BY personId",
  ),
);

/** The people with the role Agent in a queue, archived ones included, in order of their numbers. */
export function readAgentIds(store: Store, queueId: number): readonly number[] {
  return agentsOfQueue(store)
    .all(queueId)
    .map(({ id }) => id);
}

const namesByIds = defineStatement((connection) =>
  connection.prepare<[string], AgentName>(
    `SELECT id, firstName || ' ' || lastName AS name
     FROM person WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ),
);

/** The names of the people with these numbers, in order of their numbers. */
export function readAgentNames(store: Store, personIds: readonly number[]): readonly AgentName[] {
  return namesByIds(store).all(JSON.stringify(personIds));
}
