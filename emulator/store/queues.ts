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

/** A person as an agent of one queue. */
export type AgentOfQueue = {
  readonly queueId: number;
  readonly queueName: string;
  readonly agentId: number;
  readonly agentName: string;
  readonly login: string;
  readonly email: string | null;
  readonly accountType: string;
  readonly priority: number;
  readonly mostChatsADay: number;
  readonly mostConcurrentChats: number;
  /** The tags' names in order of their code points, joined by `; `. */
  readonly skills: string | null;
  readonly isArchived: boolean;
};

const agentsOfQueues = defineStatement((connection) =>
  connection.prepare<[string], Omit<AgentOfQueue, "isArchived"> & { archivedAt: number | null }>(
    `SELECT queueId, queue.name AS queueName, personId AS agentId, firstName || ' ' || lastName AS agentName, login, email,
       accountType, priority, mostChatsADay, mostConcurrentChats, archivedAt,
       (SELECT group_concat(tag.name, '; ' ORDER BY tag.name)
         FROM person_tag JOIN tag ON tag.id = tagId WHERE person_tag.personId = person.id) AS skills
     FROM queue_role JOIN queue ON queue.id = queueId JOIN person ON person.id = personId
     WHERE queueId IN (SELECT value FROM json_each(?)) AND role = 'Agent' ORDER BY queueId, personId`,
  ),
);

/** The agents of these queues, archived ones included, in order of the queues' numbers, then their own. */
export function readAgentsOfQueues(store: Store, queueIds: readonly number[]): readonly AgentOfQueue[] {
  return agentsOfQueues(store)
    .all(JSON.stringify(queueIds))
    .map(({ archivedAt, ...agent }) => ({ ...agent, isArchived: archivedAt !== null }));
}
