/**
 * The store: one SQLite file with people, queues, chats, keys and the audit trail. All SQL and `better-sqlite3` stay here. It
 * computes no metric and knows no zone, report or HTTP.
 *
 * | part | holds |
 * | --- | --- |
 * | `store.ts`, `migrations.ts` | opening a file and bringing its schema up to date |
 * | `statement.ts` | compiled statements, kept a connection |
 * | `people.ts`, `queues.ts` | people, roles and access; queues and their agents |
 * | `keys.ts` | API keys, stored as hashes |
 * | `chats.ts`, `offers.ts`, `surveys.ts` | chats of a window and what hangs on them |
 * | `audit.ts` | the audit trail |
 * | `history-writer.ts` | writing a whole history at once, the facts about it, its hash |
 */
export { appendAudit, readAudit, type AuditRow } from "./audit.ts";
export { readChats, visitChats, type ChatMeasure, type Outcome, type Window } from "./chats.ts";
export {
  createHistoryWriter,
  hasHistory,
  hashHistory,
  readFacts,
  type HistoryChat,
  type HistoryFile,
  type HistoryGuest,
  type HistoryMessage,
  type HistoryOffer,
  type HistoryPerson,
  type HistoryRole,
  type HistoryTransfer,
  type HistoryWriter,
} from "./history-writer.ts";
export { createKey, findKey, hashKey, hasKey, listKeys, replaceKey, revokeKey, type ListedKey } from "./keys.ts";
export { readOffers } from "./offers.ts";
export { findPerson, readAccess, readRoles, type Access, type Person } from "./people.ts";
export { readAgentIds, readAgentNames, readQueues, type Queue } from "./queues.ts";
export { readRatings } from "./surveys.ts";
export { defaultDataFile, openStore, StoreError, type Store } from "./store.ts";
