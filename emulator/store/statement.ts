import type Database from "better-sqlite3";
import type { Store } from "./store.ts";

/**
 * A statement that is compiled when a store first needs it, and kept as long as the store is open. It is busy while it is being
 * iterated.
 */
export function defineStatement<S extends object>(make: (connection: Database.Database) => S): (store: Store) => S {
  const made = new WeakMap<Database.Database, S>();
  return ({ connection }) => {
    const known = made.get(connection);
    if (known !== undefined) return known;
    const statement = make(connection);
    made.set(connection, statement);
    return statement;
  };
}
