import {
  createRows,
  historyTables,
  putChat,
  putGuest,
  putKey,
  putPerson,
  putQueue,
  putShift,
  putTag,
  type HistoryChat,
  type HistoryGuest,
  type HistoryKey,
  type HistoryPerson,
  type HistoryQueue,
  type HistoryRows,
  type HistoryShift,
  type HistoryTableName,
  type HistoryTag,
} from "./history-rows.ts";
import { hashHistory, HashOfRows } from "./history-hash.ts";
import { StoreError } from "./file-errors.ts";
import type { Store } from "./store.ts";

/**
 * Writes one history in one transaction: nothing of it is seen by others, or survives, before `finish`. What a row refers to
 * is added before it (queues and tags, people, keys and guests, chats and shifts).
 */
export type HistoryWriter = {
  readonly addTag: (tag: HistoryTag) => void;
  readonly addQueue: (queue: HistoryQueue) => void;
  readonly addPerson: (person: HistoryPerson) => void;
  readonly addKey: (key: HistoryKey) => void;
  readonly addGuest: (guest: HistoryGuest) => void;
  readonly addChat: (chat: HistoryChat) => void;
  readonly addShift: (shift: HistoryShift) => void;
  /** Adds ready rows of any tables, and takes them out of the set. */
  readonly addRows: (rows: HistoryRows) => void;
  /** The content hash of the history as it is then, see `hashHistory`; once only, when all rows have been added. */
  readonly hash: () => string;
  /** Writes the facts, in place of those of the same name, marks the history as complete and commits. */
  readonly finish: (facts: Readonly<Record<string, string>>) => void;
  /** Takes everything back. After `finish` or a first `abandon` it does nothing. */
  readonly abandon: () => void;
};

/** The facts about the file's history by name; empty in a new store. */
export function readFacts(store: Store): ReadonlyMap<string, string> {
  const rows = store.connection.prepare("SELECT name, value FROM fact ORDER BY name").raw().all() as [string, string][];
  return new Map(rows);
}

/** Whether the store holds a whole history; an interrupted seed leaves none. */
export function hasHistory(store: Store): boolean {
  return readFacts(store).get("complete") === "1";
}

/**
 * Begins a history in a store that has none. With `isDraft` the store is a file of one's own that is thrown away unless it is
 * finished: its journal is only in memory, and references and the schema's checks are not looked at row by row, which takes a
 * third of the time (measured with 60,000 chats). Unless `hashesRows`, `hash` reads all at the end: for measuring SQLite alone.
 *
 * @throws StoreError when the store has one already.
 */
export function createHistoryWriter(store: Store, { isDraft = false, hashesRows = true } = {}): HistoryWriter {
  const { connection } = store;
  if (hasHistory(store)) {
    throw new StoreError(`cannot write a history into "${store.file}": it already holds one; name a new file`);
  }
  if (isDraft) for (const pragma of draftPragmas) connection.pragma(pragma);
  connection.exec("BEGIN IMMEDIATE");
  // Made anew from all rows at the end: twice as fast as kept up to date with each.
  const indexes = connection
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'chat' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) connection.exec(`DROP INDEX ${name}`);
  const hash = hashesRows ? new HashOfRows() : undefined;
  const writer = createWriter(store, "INSERT INTO", (rows) => hash?.add(rows));
  return {
    ...writer,
    hash: () => hash?.digest(store) ?? hashHistory(store),
    finish: (facts) => {
      for (const { sql } of indexes) connection.exec(sql);
      writer.finish(facts);
      if (isDraft) for (const pragma of finishedPragmas) connection.pragma(pragma);
    },
  };
}

const draftPragmas = [
  "journal_mode = MEMORY",
  "synchronous = OFF",
  "foreign_keys = OFF",
  "ignore_check_constraints = ON",
  "cache_size = -32768",
];
const finishedPragmas = [
  "synchronous = NORMAL",
  "foreign_keys = ON",
  "ignore_check_constraints = OFF",
  "journal_mode = WAL",
];

/**
 * Goes on with the history of a store: what is added joins it, all at once with `finish`. A shift that has been written already,
 * as far as it had gone, is written over.
 *
 * @throws StoreError when the store has no history.
 */
export function extendHistory(store: Store): HistoryWriter {
  if (!hasHistory(store)) {
    throw new StoreError(`cannot go on with the history of "${store.file}": it holds none; seed it first`);
  }
  store.connection.exec("BEGIN IMMEDIATE");
  return createWriter(store, "INSERT OR REPLACE INTO");
}

function createWriter(
  store: Store,
  insertShift: "INSERT INTO" | "INSERT OR REPLACE INTO",
  note?: (rows: HistoryRows) => void,
): HistoryWriter {
  const { connection } = store;
  const fact = connection.prepare("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)");
  const tables = Object.entries(historyTables) as [HistoryTableName, { readonly columns: string }][];
  const inserts = tables.map(([name, { columns }]) => {
    const width = columns.split(",").length;
    const verb = name === "shift" ? insertShift : "INSERT INTO";
    const one = `(${Array.from({ length: width }, () => "?").join()})`;
    const rowsAtOnce = Math.floor(valuesAtOnce / width);
    const prepare = (count: number) =>
      connection.prepare(`${verb} ${name} (${columns}) VALUES ${Array.from({ length: count }, () => one).join()}`);
    return { name, width, single: prepare(1), several: prepare(rowsAtOnce), step: width * rowsAtOnce };
  });
  let isOpen = true;

  const addRows = (rows: HistoryRows): void => {
    note?.(rows);
    for (const { name, width, single, several, step } of inserts) {
      const values = rows[name];
      if (values.length === 0) continue;
      let at = 0;
      for (; at + step <= values.length; at += step) several.run(...values.slice(at, at + step));
      for (; at < values.length; at += width) single.run(...values.slice(at, at + width));
      values.length = 0;
    }
  };
  const adding =
    <Item>(put: (rows: HistoryRows, item: Item) => void) =>
    (item: Item): void => {
      const rows = createRows();
      put(rows, item);
      addRows(rows);
    };
  return {
    addTag: adding(putTag),
    addQueue: adding(putQueue),
    addPerson: adding(putPerson),
    addKey: adding(putKey),
    addGuest: adding(putGuest),
    addChat: adding(putChat),
    addShift: adding(putShift),
    addRows,
    hash: () => hashHistory(store),
    finish: (facts) => {
      for (const [name, value] of Object.entries(facts)) fact.run(name, value);
      fact.run("complete", "1");
      connection.exec("COMMIT");
      isOpen = false;
    },
    abandon: () => {
      if (isOpen) connection.exec("ROLLBACK");
      isOpen = false;
    },
  };
}

/** The values of several rows in one statement: half the time of row by row. */
const valuesAtOnce = 300;
