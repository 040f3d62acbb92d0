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

/** How much of a connection's changes are the audit trail's. */
const changes = new WeakMap<Store["connection"], number>();

/** Counts rows of the audit trail that were written, or taken out, through this store's connection. */
export function noteAuditChanges(store: Store, written: number): void {
  changes.set(store.connection, countAuditChanges(store) + written);
}

/** How many changes of the audit trail went through this store's connection. */
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
  noteAuditChanges(store, written);
}

const latestCalls = defineStatement((connection) =>
  connection.prepare<[number], AuditRow>(`SELECT ${columns} FROM audit ORDER BY id DESC LIMIT ?`),
);

/** The latest calls, the newest first. */
export function readAudit(store: Store, limit: number): readonly AuditRow[] {
  return latestCalls(store).all(limit);
}

/** A call as it is looked up: with its number, and the name of whose key it was. */
export type ListedCall = AuditRow & {
  readonly id: number;
  readonly person: string | null;
  readonly login: string | null;
};

/** Which calls to look up; what is left out does not narrow. Instants are milliseconds since 1970, UTC, both included. */
export type AuditFilter = {
  readonly personId?: number;
  readonly leastStatus?: number;
  readonly mostStatus?: number;
  readonly method?: string;
  /** A part of the route, in any case. */
  readonly routePart?: string;
  readonly fromAt?: number;
  readonly toAt?: number;
  /** Only calls with smaller numbers: the number that the page before ended with. */
  readonly beforeId?: number;
  /** Only calls with larger numbers. */
  readonly afterId?: number;
};

/** What each part of a filter asks of a call. Calls are walked by their numbers, the newest first, until there are enough. */
const conditions = {
  personId: "personId = :personId",
  leastStatus: "status >= :leastStatus",
  mostStatus: "status <= :mostStatus",
  method: "method = :method",
  routePart: "instr(lower(route), lower(:routePart)) > 0",
  // The + keeps the index by instant out: with it all calls of a long time would be sorted to find the latest of them.
  fromAt: "+at >= :fromAt",
  toAt: "+at <= :toAt",
  beforeId: "id < :beforeId",
  afterId: "id > :afterId",
} as const satisfies Record<keyof AuditFilter, string>;

/** The calls that a filter lets through, the newest first, `limit` at most. */
export function findCalls({ connection }: Store, filter: AuditFilter, limit: number): readonly ListedCall[] {
  const asked = Object.keys(filter).map((name) => conditions[name as keyof AuditFilter]);
  return connection
    .prepare<[Record<string, unknown>], ListedCall>(
      `SELECT found.*, firstName || ' ' || lastName AS person, login
       FROM (
         SELECT id, ${columns} FROM audit WHERE ${["true", ...asked].join(" AND ")} ORDER BY id DESC LIMIT :limit
       ) AS found
       LEFT JOIN person ON person.id = found.personId ORDER BY found.id DESC`,
    )
    .all({ ...filter, limit });
}

const endNumbers = defineStatement((connection) =>
  connection.prepare<[], { first: number | null; last: number | null }>(
    "SELECT (SELECT min(id) FROM audit) AS first, (SELECT max(id) FROM audit) AS last",
  ),
);

/** The numbers of the first and of the latest call that the audit trail has; nothing when it is empty. */
export function readCallNumbers(store: Store): { readonly first: number; readonly last: number } | undefined {
  const { first, last } = endNumbers(store).get()!;
  return first === null || last === null ? undefined : { first, last };
}

const callCounts = defineStatement((connection) =>
  connection.prepare<[fromAt: number, toAt: number], { calls: number; refused: number }>(
    "SELECT count(*) AS calls, count(*) FILTER (WHERE status >= 400) AS refused FROM audit WHERE at BETWEEN ? AND ?",
  ),
);

/** How many calls arrived from one instant to another, both included, and how many of them were refused or failed. */
export function countCalls(
  store: Store,
  fromAt: number,
  toAt: number,
): { readonly calls: number; readonly refused: number } {
  return callCounts(store).get(fromAt, toAt)!;
}
