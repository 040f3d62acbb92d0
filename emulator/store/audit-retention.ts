import { noteAuditChanges } from "./audit.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** Which calls the audit trail does not keep. */
type Excess = {
  /** All but the latest so many. */
  readonly keepCalls?: number | undefined;
  /** Those that arrived before this instant, in milliseconds since 1970, UTC. */
  readonly beforeAt?: number | undefined;
};

/** Rows are numbered in order and end with the latest, so that nothing has to be counted. */
const deleteOldest = defineStatement((connection) =>
  connection.prepare<[keepCalls: number, most: number]>(
    `DELETE FROM audit WHERE id IN (
       SELECT id FROM audit WHERE id <= (SELECT max(id) FROM audit) - ? ORDER BY id LIMIT ?)`,
  ),
);

const deleteBefore = defineStatement((connection) =>
  connection.prepare<[beforeAt: number, most: number]>(
    "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < ? ORDER BY at LIMIT ?)",
  ),
);

/** Takes `most` of the calls that are not to be kept out of the audit trail, the oldest first, and gives how many it took. */
export function pruneAudit(store: Store, { keepCalls, beforeAt }: Excess, most: number): number {
  let taken = 0;
  if (keepCalls !== undefined) taken += deleteOldest(store).run(keepCalls, most).changes;
  if (beforeAt !== undefined && taken < most) taken += deleteBefore(store).run(beforeAt, most - taken).changes;
  noteAuditChanges(store, taken);
  return taken;
}
