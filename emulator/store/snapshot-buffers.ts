import type { AuditRow } from "./audit.ts";
import { isHiddenName, type SnapshotPlace } from "./snapshot-place.ts";
import type { Store } from "./store.ts";

/** Snapshots of a store in memory: bytes of a whole database. */
export function snapshotBuffers(store: Store): SnapshotPlace {
  const kept = new Map<string, { readonly savedAt: number; readonly bytes: Buffer }>();
  return {
    save: async (name, savedAt) => {
      const bytes = store.connection.serialize();
      kept.set(name, { savedAt, bytes });
      return Promise.resolve({ name, savedAt, bytes: bytes.length });
    },
    list: () =>
      [...kept]
        .filter(([name]) => !isHiddenName(name))
        .map(([name, { savedAt, bytes }]) => ({ name, savedAt, bytes: bytes.length }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    restore: async (name) => {
      const snapshot = kept.get(name);
      if (snapshot === undefined) return Promise.resolve(false);
      const calls = store.connection.prepare<[], AuditRow>("SELECT * FROM audit ORDER BY id").all();
      store.replaceConnection(snapshot.bytes);
      const { connection } = store;
      connection
        .transaction(() => {
          connection.exec("DELETE FROM audit");
          const columns = Object.keys(calls[0] ?? {});
          if (columns.length === 0) return;
          const insert = connection.prepare(
            `INSERT INTO audit (${columns.join(", ")}) VALUES (${columns.map((column) => `:${column}`).join(", ")})`,
          );
          for (const call of calls) insert.run(call);
        })
        .immediate();
      return Promise.resolve(true);
    },
    remove: (name) => kept.delete(name),
    clean: () => undefined,
  };
}
