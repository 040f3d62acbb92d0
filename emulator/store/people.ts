import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** What a person may be: administrator everywhere, the others in a queue. */
export type Role = "Administrator" | "Manager" | "Reviewer" | "Agent";

/** A person as the program and the pages name one. */
export type Person = {
  readonly id: number;
  readonly name: string;
  readonly login: string;
  readonly isArchived: boolean;
};

type PersonRow = { id: number; name: string; login: string; archivedAt: number | null };

const personByLogin = defineStatement((connection) =>
  connection.prepare<[string], PersonRow>(
    `SELECT id, firstName || ' ' || lastName AS name, login, archivedAt
     FROM person WHERE login = ? COLLATE NOCASE`,
  ),
);

const personById = defineStatement((connection) =>
  connection.prepare<[number], PersonRow>(
    "SELECT id, firstName || ' ' || lastName AS name, login, archivedAt FROM person WHERE id = ?",
  ),
);

/** The person with this login (in any case), else with this number; `undefined` when there is none. */
export function findPerson(store: Store, loginOrId: string): Person | undefined {
  const row =
    personByLogin(store).get(loginOrId) ??
    (/^\d{1,15}$/.test(loginOrId) ? personById(store).get(Number(loginOrId)) : undefined);
  return row && { id: row.id, name: row.name, login: row.login, isArchived: row.archivedAt !== null };
}

const rolesOfPerson = defineStatement((connection) =>
  connection.prepare<[number, number], { role: Role }>(
    `SELECT 'Administrator' AS role, 0 AS place FROM person WHERE id = ? AND isAdministrator = 1
     UNION
     SELECT role, CASE role WHEN 'Manager' THEN 1 WHEN 'Reviewer' THEN 2 ELSE 3 END FROM queue_role WHERE personId = ?
     ORDER BY place`,
  ),
);

/** The roles that a person has anywhere, the highest first. */
export function readRoles(store: Store, personId: number): readonly Role[] {
  return rolesOfPerson(store)
    .all(personId, personId)
    .map(({ role }) => role);
}

/** Which queues' reports a person may read. */
export type Access = {
  readonly isAdministrator: boolean;
  /** The queues in order of their numbers: all for an administrator, else those the person manages or reviews. */
  readonly queueIds: readonly number[];
};

const administrator = defineStatement((connection) =>
  connection.prepare<[number], { id: number }>("SELECT id FROM person WHERE id = ? AND isAdministrator = 1"),
);

const allQueues = defineStatement((connection) =>
  connection.prepare<[], { id: number }>("SELECT id FROM queue ORDER BY id"),
);

const queuesOfPerson = defineStatement((connection) =>
  connection.prepare<[number], { id: number }>(
    `SELECT DISTINCT queueId AS id FROM queue_role
     WHERE personId = ? AND role IN ('Manager', 'Reviewer') ORDER BY queueId`,
  ),
);

/** What a person may read at this moment. */
export function readAccess(store: Store, personId: number): Access {
  const isAdministrator = administrator(store).get(personId) !== undefined;
  const queues = isAdministrator ? allQueues(store).all() : queuesOfPerson(store).all(personId);
  return { isAdministrator, queueIds: queues.map(({ id }) => id) };
}
