import { createHash, type Hash } from "node:crypto";
import { historyTables, type HistoryTable } from "./history-rows.ts";
import type { Store } from "./store.ts";

/** Chats whose rows are fetched as one text: half the time of a row at a time, and a few hundred kilobytes. */
const chatsAtOnce = 256;

/**
 * SHA-256, in hexadecimal, over every history table in the order of its primary key: two stores have the same hash when and
 * only when they hold the same history. Facts, the audit trail and keys' last use are left out.
 */
export function hashHistory(store: Store): string {
  const hash = createHash("sha256");
  for (const [table, columns] of Object.entries<HistoryTable>(historyTables)) {
    hash.update(`${table}\n`);
    hashTable(store, table, columns, hash);
  }
  return hash.digest("hex");
}

/** One line a row: its columns as JSON, made by SQLite. */
function hashTable(
  { connection }: Store,
  table: string,
  { columns, keys, alsoHashed }: HistoryTable,
  hash: Hash,
): void {
  const hashed = columns.replace(/\bhash\b/, "hex(hash)") + (alsoHashed === undefined ? "" : `,${alsoHashed}`);
  const key = columns.split(",").slice(0, keys);
  const [first] = key;
  if (first !== "chatId" && table !== "chat") {
    const rows = connection.prepare(`SELECT json_array(${hashed}) FROM ${table} ORDER BY ${key.join()}`).pluck();
    for (const row of rows.iterate() as Iterable<string>) hash.update(`${row}\n`);
    return;
  }
  const last = connection.prepare(`SELECT max(${first}) FROM ${table}`).pluck().get() as number | null;
  const rows = connection
    .prepare(
      `SELECT group_concat(json_array(${hashed}), char(10))
       FROM (SELECT * FROM ${table} WHERE ${first} > ? AND ${first} <= ? ORDER BY ${key.join()})`,
    )
    .pluck();
  for (let after = 0; last !== null && after < last; after += chatsAtOnce) {
    const text = rows.get(after, after + chatsAtOnce) as string | null;
    if (text !== null) hash.update(`${text}\n`);
  }
}
