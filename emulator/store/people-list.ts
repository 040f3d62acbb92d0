import { readAccess, type Role } from "./people.ts";
import { defineStatement } from "./statement.ts";
import { writeDurably, type Store } from "./store.ts";

/** What a person is in one queue. */
type QueueRole = {
  readonly queueId: number;
  readonly queueName: string;
  readonly role: Exclude<Role, "Administrator">;
};

/** A person with everything that the pages tell. Instants are milliseconds since 1970, UTC. */
export type ListedPerson = {
  readonly id: number;
  readonly name: string;
  readonly login: string;
  readonly sip: string;
  readonly email: string | null;
  readonly accountType: string;
  /** 0: no limit. */
  readonly mostChatsADay: number;
  readonly mostConcurrentChats: number;
  readonly isAdministrator: boolean;
  readonly archivedAt: number | null;
  readonly hasPassword: boolean;
  /** The tags' names in order of their code points. */
  readonly skills: readonly string[];
  readonly roles: readonly QueueRole[];
  /** The key that was neither replaced nor revoked; `null` when there is none. */
  readonly key: {
    readonly id: number;
    readonly lastFour: string;
    readonly madeAt: number;
    readonly lastUsedAt: number | null;
  } | null;
};

type PersonRow = Omit<ListedPerson, "isAdministrator" | "hasPassword" | "skills" | "roles" | "key"> & {
  readonly isAdministrator: number;
  readonly hasPassword: number;
  readonly skills: string;
  readonly roles: string;
  readonly keyId: number | null;
  readonly lastFour: string;
  readonly madeAt: number;
  readonly lastUsedAt: number | null;
};

const people = defineStatement((connection) =>
  connection.prepare<[personId: number | null, personId: number | null], PersonRow>(
    `SELECT person.id, firstName || ' ' || lastName AS name, login, sip, email, accountType, mostChatsADay, mostConcurrentChats,
       isAdministrator, archivedAt,
       EXISTS (SELECT 1 FROM password WHERE password.personId = person.id) AS hasPassword,
       (SELECT json_group_array(tag.name ORDER BY tag.name)
         FROM person_tag JOIN tag ON tag.id = tagId WHERE person_tag.personId = person.id) AS skills,
       (SELECT json_group_array(json_object('queueId', queueId, 'queueName', queue.name, 'role', role) ORDER BY queueId, role)
         FROM queue_role JOIN queue ON queue.id = queueId WHERE queue_role.personId = person.id) AS roles,
       key.id AS keyId, lastFour, madeAt, lastUsedAt
     FROM person LEFT JOIN key ON key.personId = person.id AND revokedAt IS NULL
     WHERE ? IS NULL OR person.id = ?
     ORDER BY lastName, firstName, person.id`,
  ),
);

/** Everybody by name, archived people included; with a number, that person alone. */
export function listPeople(store: Store, personId?: number): readonly ListedPerson[] {
  return people(store)
    .all(personId ?? null, personId ?? null)
    .map(({ keyId, lastFour, madeAt, lastUsedAt, ...row }) => ({
      ...row,
      isAdministrator: row.isAdministrator === 1,
      hasPassword: row.hasPassword === 1,
      skills: JSON.parse(row.skills) as string[],
      roles: JSON.parse(row.roles) as QueueRole[],
      key: keyId === null ? null : { id: keyId, lastFour, madeAt, lastUsedAt },
    }));
}

const archival = defineStatement((connection) =>
  connection.prepare<[number | null, number]>("UPDATE person SET archivedAt = ? WHERE id = ?"),
);

/** Archives a person at an instant, or with `null` restores one. The key of an archived person is refused from now on. */
export function archivePerson(store: Store, personId: number, at: number | null): void {
  writeDurably(store, () => archival(store).run(at, personId));
}

/** Whether the pages have anything for a person: administrators, managers and reviewers who are not archived. */
export function maySignIn(store: Store, person: { readonly id: number; readonly isArchived: boolean }): boolean {
  const { isAdministrator, queueIds } = readAccess(store, person.id);
  return !person.isArchived && (isAdministrator || queueIds.length > 0);
}
