import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A window of instants, both included, in milliseconds since 1970, UTC. */
export type Window = { readonly startAt: number; readonly stopAt: number };

/** What became of a chat. */
export type Outcome = "answered" | "abandoned" | "missed" | "deflected" | "leftBot";

/** What metrics need of a chat; all of it is in one index. Instants are milliseconds since 1970, UTC. */
export type ChatMeasure = {
  readonly id: number;
  readonly startedAt: number;
  readonly outcome: Outcome;
  readonly queuedAt: number | null;
  readonly answeredAt: number | null;
  readonly firstResponseAt: number | null;
  readonly endedAt: number;
  readonly wrappedUpAt: number | null;
  readonly agentId: number | null;
  readonly endedBy: "guest" | "agent" | "error" | "system";
  readonly isThroughBot: boolean;
};

/** Reads from `chat_by_queue_and_start` alone; a test holds the plan to it. */
export const chatMeasuresSql = `
  SELECT startedAt, outcome, queuedAt, answeredAt, firstResponseAt, endedAt, wrappedUpAt, agentId, endedBy, throughBot, id
  FROM chat WHERE queueId = ? AND startedAt BETWEEN ? AND ? ORDER BY startedAt`;

type MeasureRow = [
  startedAt: number,
  outcome: Outcome,
  queuedAt: number | null,
  answeredAt: number | null,
  firstResponseAt: number | null,
  endedAt: number,
  wrappedUpAt: number | null,
  agentId: number | null,
  endedBy: ChatMeasure["endedBy"],
  throughBot: number,
  id: number,
];

const chatMeasures = defineStatement((connection) =>
  connection.prepare<[queueId: number, startAt: number, stopAt: number], MeasureRow>(chatMeasuresSql).raw(),
);

/**
 * Shows every chat that began in the queue within the window, in order of its start. It returns after the last one, so that the
 * connection is never left busy; `visit` must not write to the store.
 */
export function visitChats(store: Store, queueId: number, window: Window, visit: (chat: ChatMeasure) => void): void {
  for (const row of chatMeasures(store).iterate(queueId, window.startAt, window.stopAt)) {
    visit({
      id: row[10],
      startedAt: row[0],
      outcome: row[1],
      queuedAt: row[2],
      answeredAt: row[3],
      firstResponseAt: row[4],
      endedAt: row[5],
      wrappedUpAt: row[6],
      agentId: row[7],
      endedBy: row[8],
      isThroughBot: row[9] === 1,
    });
  }
}

/** A chat with what the tables around it say of it. */
export type ChatDetail = ChatMeasure & {
  readonly guid: string;
  readonly queueId: number;
  readonly agentName: string | null;
  readonly entryPoint: "Teams" | "Web client";
  readonly guestName: string;
  readonly guestEmail: string | null;
  readonly guestLocation: string | null;
  readonly question: string;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly isResolved: boolean | null;
  /** The tags' names in order of their code points, joined by `; `. */
  readonly tags: string | null;
  readonly transfers: number;
  readonly filesSent: number;
};

/** The columns of a `ChatDetail`, over chat, guest, agent (a person) and survey. */
export const detailColumns = `
  chat.id, chat.guid, chat.queueId, chat.startedAt, chat.outcome, chat.queuedAt, chat.answeredAt,
    chat.firstResponseAt, chat.endedAt, chat.wrappedUpAt, chat.agentId, chat.endedBy, chat.throughBot, chat.entryPoint,
    agent.firstName || ' ' || agent.lastName AS agentName,
    guest.firstName || ' ' || guest.lastName AS guestName, guest.email AS guestEmail, guest.location AS guestLocation,
    chat.question, chat.resolved, survey.rating, survey.comment,
    (SELECT group_concat(tag.name, '; ' ORDER BY tag.name)
      FROM chat_tag JOIN tag ON tag.id = chat_tag.tagId WHERE chat_tag.chatId = chat.id) AS tags,
    (SELECT count(*) FROM transfer WHERE transfer.chatId = chat.id) AS transfers,
    (SELECT count(*) FROM file_sent WHERE file_sent.chatId = chat.id) AS filesSent`;

/** One page of chats in order of start, then number. `CROSS JOIN` keeps chat outermost, so that its index gives the order. */
export const chatDetailsSql = `
  SELECT ${detailColumns}
  FROM chat
    CROSS JOIN guest ON guest.id = chat.guestId
    LEFT JOIN person AS agent ON agent.id = chat.agentId
    LEFT JOIN survey ON survey.chatId = chat.id
  WHERE chat.queueId = ? AND (chat.startedAt, chat.id) > (?, ?) AND chat.startedAt <= ?
  ORDER BY chat.startedAt, chat.id LIMIT ?`;

/** A row of `detailColumns` as SQLite gives it. */
export type DetailRow = [
  id: number,
  guid: string,
  queueId: number,
  startedAt: number,
  outcome: Outcome,
  queuedAt: number | null,
  answeredAt: number | null,
  firstResponseAt: number | null,
  endedAt: number,
  wrappedUpAt: number | null,
  agentId: number | null,
  endedBy: ChatMeasure["endedBy"],
  throughBot: number,
  entryPoint: ChatDetail["entryPoint"],
  agentName: string | null,
  guestName: string,
  guestEmail: string | null,
  guestLocation: string | null,
  question: string,
  resolved: number | null,
  rating: number | null,
  comment: string | null,
  tags: string | null,
  transfers: number,
  filesSent: number,
];

/** The chat of a row that begins with `detailColumns`. One literal a row: spreading an object took a third of the whole read. */
export function toDetail(row: readonly [...DetailRow, ...unknown[]]): ChatDetail {
  return {
    id: row[0],
    guid: row[1],
    queueId: row[2],
    startedAt: row[3],
    outcome: row[4],
    queuedAt: row[5],
    answeredAt: row[6],
    firstResponseAt: row[7],
    endedAt: row[8],
    wrappedUpAt: row[9],
    agentId: row[10],
    endedBy: row[11],
    isThroughBot: row[12] === 1,
    entryPoint: row[13],
    agentName: row[14],
    guestName: row[15],
    guestEmail: row[16],
    guestLocation: row[17],
    question: row[18],
    isResolved: row[19] === null ? null : row[19] === 1,
    rating: row[20],
    comment: row[21],
    tags: row[22],
    transfers: row[23],
    filesSent: row[24],
  };
}

type PageBounds = [queueId: number, afterStartedAt: number, afterId: number, stopAt: number, limit: number];

const chatDetails = defineStatement((connection) => connection.prepare<PageBounds, DetailRow>(chatDetailsSql).raw());

const pageLength = 250;

/**
 * Every chat that began in the queue within the window, in order of its start, then its number. Read page by page: between two
 * rows the connection is free, and memory holds one page.
 */
export function* readChats(store: Store, queueId: number, window: Window): Generator<ChatDetail, void> {
  let startedAt = window.startAt;
  let id = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = chatDetails(store).all(queueId, startedAt, id, window.stopAt, pageLength);
    for (const row of page) yield toDetail(row);
    const last = page.at(-1);
    if (last === undefined || page.length < pageLength) return;
    id = last[0];
    startedAt = last[3];
  }
}
