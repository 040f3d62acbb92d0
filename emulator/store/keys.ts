import { createHash, timingSafeEqual } from "node:crypto";
import { readRoles, type Role } from "./people.ts";
import { defineStatement } from "./statement.ts";
import { writeDurably, type Store } from "./store.ts";

/** A key as it may be shown: never the GUID itself. Instants are milliseconds since 1970, UTC. */
export type ListedKey = {
  /** The number of the key, another one after each replacement. */
  readonly id: number;
  readonly personId: number;
  readonly person: string;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly lastFour: string;
  readonly madeAt: number;
  readonly lastUsedAt: number | null;
};

/** A key that was once made, whether or not it is valid still. */
export type KnownKey = {
  readonly id: number;
  readonly personId: number;
  /** Neither replaced nor revoked, and its person is not archived. */
  readonly isValid: boolean;
  /** Published, or following from the seed: to be accepted on loopback only. */
  readonly isWellKnown: boolean;
};

/** What is stored in place of a key: SHA-256 of the GUID in lower case. */
export function hashKey(guid: string): Buffer {
  return createHash("sha256").update(guid.toLowerCase()).digest();
}

type KeyRow = { id: number; personId: number; hash: Buffer; isWellKnown: number; isValid: number };

const keyByHash = defineStatement((connection) =>
  connection.prepare<[Buffer], KeyRow>(
    `SELECT key.id, personId, hash, isWellKnown, revokedAt IS NULL AND archivedAt IS NULL AS isValid
     FROM key JOIN person ON person.id = personId WHERE hash = ?`,
  ),
);

/** The key with this GUID, or `undefined` when no such key was ever made. */
export function findKey(store: Store, guid: string): KnownKey | undefined {
  const hash = hashKey(guid);
  const row = keyByHash(store).get(hash);
  // The index compares hashes byte by byte; how long that takes tells nothing of a key, since nobody can steer SHA-256 towards a
  // stored hash. What lets a caller in is this comparison, which takes as long for every hash.
  if (row === undefined || !timingSafeEqual(row.hash, hash)) return undefined;
  const { id, personId, isWellKnown, isValid } = row;
  return { id, personId, isWellKnown: isWellKnown === 1, isValid: isValid === 1 };
}

const unrevokedKeys = defineStatement((connection) =>
  connection.prepare<[], Omit<ListedKey, "roles">>(
    `SELECT key.id, personId, firstName || ' ' || lastName AS person, login, lastFour, madeAt, lastUsedAt
     FROM key JOIN person ON person.id = personId
     WHERE revokedAt IS NULL ORDER BY lastName, firstName, personId`,
  ),
);

/** The keys that were neither replaced nor revoked, by their people's names. */
export function listKeys(store: Store): readonly ListedKey[] {
  return unrevokedKeys(store)
    .all()
    .map((key) => ({ ...key, roles: readRoles(store, key.personId) }));
}

const unrevokedKeyOfPerson = defineStatement((connection) =>
  connection.prepare<[number], { id: number }>("SELECT id FROM key WHERE personId = ? AND revokedAt IS NULL"),
);

/** Whether a person has a key that was neither replaced nor revoked. */
export function hasKey(store: Store, personId: number): boolean {
  return unrevokedKeyOfPerson(store).get(personId) !== undefined;
}

const insertKey = defineStatement((connection) =>
  connection.prepare<[personId: number, hash: Buffer, lastFour: string, madeAt: number]>(
    "INSERT INTO key (personId, hash, lastFour, isWellKnown, madeAt) VALUES (?, ?, ?, 0, ?)",
  ),
);

/** Stores a new key for a person who has none. Throws when the person has one, or when the GUID was ever used. */
export function createKey(store: Store, personId: number, guid: string, at: number): void {
  writeDurably(store, () => insertKey(store).run(personId, hashKey(guid), guid.slice(-4).toLowerCase(), at));
}

const endKey = defineStatement((connection) =>
  connection.prepare<[at: number, personId: number]>(
    "UPDATE key SET revokedAt = ? WHERE personId = ? AND revokedAt IS NULL",
  ),
);

/** Makes a person's key invalid at once. Gives whether there was one. */
export function revokeKey(store: Store, personId: number, at: number): boolean {
  return writeDurably(store, () => endKey(store).run(at, personId).changes > 0);
}

/** Replaces a person's key in one step: at no instant are both valid, or neither. */
export function replaceKey(store: Store, personId: number, guid: string, at: number): void {
  writeDurably(store, () => {
    revokeKey(store, personId, at);
    createKey(store, personId, guid, at);
  });
}
