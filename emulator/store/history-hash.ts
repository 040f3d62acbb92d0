import { createHash, type Hash } from "node:crypto";
import { historyTables, type HistoryRows, type HistoryTable, type HistoryTableName } from "./history-rows.ts";
import type { Store } from "./store.ts";

/** Chats whose rows are fetched as one text: half the time of a row at a time, and a few hundred kilobytes. */
const chatsAtOnce = 256;

const tables = Object.entries(historyTables) as [HistoryTableName, HistoryTable][];
const keyOf = ({ columns, keys }: HistoryTable): readonly string[] => columns.split(",").slice(0, keys);
const chatTables = tables.filter(([name, table]) => name === "chat" || keyOf(table)[0] === "chatId");

/**
 * SHA-256, in hexadecimal, over every history table in the order of its primary key: two stores have the same hash when and
 * only when they hold the same history. Facts, the audit trail and keys' last use are left out.
 */
export function hashHistory(store: Store): string {
  return joinHashes(store, new Map());
}

/** Of each table the values of all its rows as JSON, joined by commas; those that are given need not be read. */
function joinHashes(store: Store, given: ReadonlyMap<HistoryTableName, Hash>): string {
  const hash = createHash("sha256");
  for (const [name, table] of tables) {
    hash.update(`${name} ${(given.get(name) ?? hashTable(store, name, table)).digest("hex")}\n`);
  }
  return hash.digest("hex");
}

/**
 * The content hash of a history that is being written: the rows of chats are hashed as they come, which takes half the time of
 * reading them again. A table whose rows come in another order than its key's is read at the end after all.
 */
export class HashOfRows {
  private readonly parts = new Map(chatTables.map(([name]) => [name, createHash("sha256")]));
  private readonly lastKeys = new Map<HistoryTableName, readonly [number, number]>();

  /** Takes in a set of rows, in the order in which sets are written. */
  add(rows: HistoryRows): void {
    for (const [name, table] of chatTables) {
      const values = rows[name];
      const part = this.parts.get(name);
      if (part === undefined || values.length === 0) continue;
      if (this.isInOrder(name, table, values)) part.update(`${JSON.stringify(values).slice(1, -1)},`);
      else this.parts.delete(name);
    }
  }

  /** The same as `hashHistory` of the store that the rows were written to; once only. */
  digest(store: Store): string {
    return joinHashes(store, this.parts);
  }

  private isInOrder(name: HistoryTableName, { columns, keys }: HistoryTable, values: HistoryRows["chat"]): boolean {
    const width = columns.split(",").length;
    let [first, second] = this.lastKeys.get(name) ?? [-Infinity, -Infinity];
    for (let at = 0; at < values.length; at += width) {
      const key = values[at] as number;
      const position = keys > 1 ? (values[at + 1] as number) : 0;
      if (key < first || (key === first && position <= second)) return false;
      [first, second] = [key, position];
    }
    this.lastKeys.set(name, [first, second]);
    return true;
  }
}

/** SQLite makes the JSON: the same text as JavaScript's for whole numbers, for texts, and for the few decimals of a confidence. */
function hashTable({ connection }: Store, name: HistoryTableName, table: HistoryTable): Hash {
  const hash = createHash("sha256");
  const { columns, alsoHashed } = table;
  const hashed = columns.replace(/\bhash\b/, "hex(hash)") + (alsoHashed === undefined ? "" : `,${alsoHashed}`);
  const text = `trim(json_array(${hashed}), '[]')`;
  const key = keyOf(table);
  const [first] = key;
  if (!chatTables.some(([other]) => other === name)) {
    const rows = connection.prepare(`SELECT ${text} FROM ${name} ORDER BY ${key.join()}`).pluck();
    for (const row of rows.iterate() as Iterable<string>) hash.update(`${row},`);
    return hash;
  }
  const last = connection.prepare(`SELECT max(${first}) FROM ${name}`).pluck().get() as number | null;
  const rows = connection
    .prepare(
      `SELECT group_concat(${text})
       FROM (SELECT * FROM ${name} WHERE ${first} > ? AND ${first} <= ? ORDER BY ${key.join()})`,
    )
    .pluck();
  for (let after = 0; last !== null && after < last; after += chatsAtOnce) {
    const some = rows.get(after, after + chatsAtOnce) as string | null;
    if (some !== null) hash.update(`${some},`);
  }
  return hash;
}
