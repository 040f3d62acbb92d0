import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** One call as the audit trail keeps it. */
export type AuditRow = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Whose key it was; null when no key, or none that was ever made, came with the call. */
  readonly personId: number | null;
  readonly keyLastFour: string | null;
  readonly method: string;
  readonly route: string;
  readonly query: string;
  readonly status: number;
  /** Rows written; null for an answer that has none. */
  readonly rows: number | null;
  /** Bytes of the body handed to the connection. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly address: string;
  readonly userAgent: string;
};

/** When a key was last accepted. */
export type KeyUse = { readonly keyId: number; readonly at: number };

const columns =
  "at, personId, keyLastFour, method, route, query, status, rows, bytes, milliseconds, address, userAgent";

const insertCall = defineStatement((connection) =>
  connection.prepare(`INSERT INTO audit (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
);

const touchKey = defineStatement((connection) =>
  connection.prepare<[number, number, number]>(
    "UPDATE key SET lastUsedAt = max(coalesce(lastUsedAt, ?), ?) WHERE id = ?",
  ),
);

/** Rows that `appendAudit` wrote through a connection. */
const changes = new WeakMap<Store["connection"], number>();

/** How many rows `appendAudit` has written through this store's connection. */
export function countAuditChanges({ connection }: Store): number {
  return changes.get(connection) ?? 0;
}

/** Appends calls to the audit trail and notes the keys' last use, all or nothing. */
export function appendAudit(store: Store, rows: readonly AuditRow[], uses: readonly KeyUse[]): void {
  let written = 0;
  store.connection
    .transaction(() => {
      for (const row of rows) {
        written += insertCall(store).run(
          row.at,
          row.personId,
          row.keyLastFour,
          row.method,
          row.route,
          row.query,
          row.status,
          row.rows,
          row.bytes,
          row.milliseconds,
          row.address,
          row.userAgent,
        ).changes;
      }
      for (const { keyId, at } of uses) written += touchKey(store).run(at, at, keyId).changes;
    })
    .immediate();
  changes.set(store.connection, countAuditChanges(store) + written);
}

const latestCalls = defineStatement((connection) =>
  connection.prepare<[number], AuditRow>(`SELECT ${columns} FROM audit ORDER BY id DESC LIMIT ?`),
);

/** The latest calls, the newest first. */
export function readAudit(store: Store, limit: number): readonly AuditRow[] {
  return latestCalls(store).all(limit);
}
