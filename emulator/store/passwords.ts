import { defineStatement } from "./statement.ts";
import { writeDurably, type Store } from "./store.ts";

/** What is stored in place of a password: scrypt's hash, and what it takes to make the same again. */
export type PasswordHash = {
  readonly salt: Buffer;
  readonly hash: Buffer;
  /** N, r and p of RFC 7914. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
};

/** A person's password as it is stored; `setAt` in milliseconds since 1970, UTC. */
type StoredPassword = PasswordHash & { readonly setAt: number };

const passwordOfPerson = defineStatement((connection) =>
  connection.prepare<[number], StoredPassword>(
    "SELECT salt, hash, cost, blockSize, parallelization, setAt FROM password WHERE personId = ?",
  ),
);

/** The password of a person as it is stored; `undefined` when the person has none. */
export function findPassword(store: Store, personId: number): StoredPassword | undefined {
  return passwordOfPerson(store).get(personId);
}

const putPassword = defineStatement((connection) =>
  connection.prepare(
    `INSERT OR REPLACE INTO password (personId, salt, hash, cost, blockSize, parallelization, setAt)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ),
);

/** Gives a person a password, in place of one that is there. */
export function setPassword(store: Store, personId: number, password: PasswordHash, at: number): void {
  const { salt, hash, cost, blockSize, parallelization } = password;
  writeDurably(store, () => putPassword(store).run(personId, salt, hash, cost, blockSize, parallelization, at));
}
