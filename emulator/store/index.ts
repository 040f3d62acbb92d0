/**
 * The store: one SQLite file with people, queues, chats, keys and the audit trail. All SQL and `better-sqlite3` stay here. It
 * computes no metric and knows no zone, report or HTTP.
 *
 * | part | holds |
 * | --- | --- |
 * | `store.ts`, `migrations.ts`, `file-errors.ts` | opening a file and bringing its schema up to date; why that failed |
 * | `statement.ts` | compiled statements, kept a connection |
 * | `people.ts`, `people-list.ts`, `queues.ts` | people, roles and access; people as the pages list them; queues and their agents |
 * | `keys.ts`, `passwords.ts` | API keys and passwords, stored as hashes |
 * | `chats.ts`, `endings.ts`, `bot.ts`, `guests.ts` | chats of a window, by what a report needs of them |
 * | `offers.ts`, `surveys.ts`, `tags.ts`, `texts.ts`, `transfers.ts`, `files.ts` | what hangs on the chats of a window |
 * | `shifts.ts` | when people were online |
 * | `revision.ts` | whether anything was written, and how much a window holds |
 * | `session.ts` | one chat with everything that hangs on it |
 * | `live.ts` | who is online and who waits at an instant |
 * | `audit.ts`, `audit-retention.ts` | the audit trail; how much of it is kept |
 * | `snapshots.ts`, `snapshot-place.ts`, `snapshot-files.ts`, `snapshot-buffers.ts` | keeping states of a store, and going back to them |
 * | `history-writer.ts`, `history-rows.ts` | writing a whole history at once, or more of it; the facts about it |
 * | `history-hash.ts` | the hash of a history's content |
 */
export {
  appendAudit,
  countCalls,
  findCalls,
  readAudit,
  readCallNumbers,
  type AuditFilter,
  type AuditRow,
  type ListedCall,
} from "./audit.ts";
export { pruneAudit } from "./audit-retention.ts";
export { readChats, visitChats, type ChatDetail, type ChatMeasure, type Outcome, type Window } from "./chats.ts";
export { hashHistory } from "./history-hash.ts";
export {
  createRows,
  putChat,
  putGuest,
  putKey,
  putPerson,
  putQueue,
  putShift,
  putTag,
  type HistoryChat,
  type HistoryFile,
  type HistoryGuest,
  type HistoryMessage,
  type HistoryOffer,
  type HistoryPerson,
  type HistoryRole,
  type HistoryRows,
  type HistoryShift,
  type HistoryTransfer,
} from "./history-rows.ts";
export { createHistoryWriter, extendHistory, hasHistory, readFacts, type HistoryWriter } from "./history-writer.ts";
export { createKey, findKey, hashKey, hasKey, listKeys, replaceKey, revokeKey, type ListedKey } from "./keys.ts";
export { countOnlineAgents, readHistoryEnd, readQueueHours, readWaitingGuests, type QueueHours } from "./live.ts";
export { readOffers, visitAcceptances } from "./offers.ts";
export { findPassword, setPassword, type PasswordHash } from "./passwords.ts";
export { archivePerson, listPeople, maySignIn, type ListedPerson } from "./people-list.ts";
export { findPerson, readAccess, readRoles, type Access, type Person } from "./people.ts";
export { readAgentIds, readAgentNames, readAgentsOfQueues, readQueues, type Queue } from "./queues.ts";
export { countChats, readRevision } from "./revision.ts";
export { findSession, readSessionLists } from "./session.ts";
export { readRatings, readResolutions, visitSurveys, type Survey } from "./surveys.ts";
export { visitTaggedChats } from "./tags.ts";
export { visitGuestMessages, visitQuestions } from "./texts.ts";
export { readTransfers, type Transfer } from "./transfers.ts";
export { isSnapshotName, openSnapshots } from "./snapshots.ts";
export type { Snapshot } from "./snapshot-place.ts";
export { readShifts } from "./shifts.ts";
export { readUnrecognized, visitBotChats, visitBotLengths } from "./bot.ts";
export { visitEndings } from "./endings.ts";
export { readFiles } from "./files.ts";
export { readOrigins, readPlaces, type OutcomeSums } from "./guests.ts";
export { explainFileError, StoreError } from "./file-errors.ts";
export { defaultDataFile, openStore, type Store } from "./store.ts";
