import { detailColumns, toDetail, type ChatDetail, type DetailRow } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** One chat as `ChatHistory` needs it, and its further columns. Instants are milliseconds since 1970, UTC. */
export type SessionRow = ChatDetail & {
  readonly queueName: string;
  readonly missedBecause: string | null;
  readonly intent: string | null;
  readonly confidence: number | null;
  readonly isAuthenticated: boolean;
  readonly referringPage: string | null;
  readonly host: string | null;
  readonly platform: string | null;
  readonly zoneOffsetMinutes: number | null;
  readonly guestId: number;
  readonly surveyAt: number | null;
};

type SessionCells = [
  ...DetailRow,
  queueName: string,
  missedBecause: string | null,
  intent: string | null,
  confidence: number | null,
  authenticated: number,
  referringPage: string | null,
  host: string | null,
  platform: string | null,
  zoneOffsetMinutes: number | null,
  guestId: number,
  surveyAt: number | null,
];

const sessionById = defineStatement((connection) =>
  connection
    .prepare<[number], SessionCells>(
      `SELECT ${detailColumns}, queue.name AS queueName, missedBecause, intent, confidence, authenticated, referringPage, host,
       platform, zoneOffsetMinutes, guestId, survey.sentAt AS surveyAt
     FROM chat JOIN queue ON queue.id = chat.queueId JOIN guest ON guest.id = chat.guestId
       LEFT JOIN person AS agent ON agent.id = chat.agentId LEFT JOIN survey ON survey.chatId = chat.id
     WHERE chat.id = ?`,
    )
    .raw(),
);

const offersOfChat = defineStatement((connection) =>
  connection.prepare<
    [number],
    {
      readonly position: number;
      readonly agentId: number;
      readonly agentName: string;
      readonly offeredAt: number;
      readonly settledAt: number;
      readonly response: string;
    }
  >(
    `SELECT position, personId AS agentId, firstName || ' ' || lastName AS agentName, offeredAt, settledAt, response
     FROM offer JOIN person ON person.id = personId WHERE chatId = ? ORDER BY position`,
  ),
);

const messagesOfChat = defineStatement((connection) =>
  connection.prepare<
    [number],
    {
      readonly position: number;
      readonly sentAt: number;
      readonly sender: string;
      readonly agentId: number | null;
      readonly agentName: string | null;
      readonly text: string;
    }
  >(
    `SELECT position, sentAt, sender, personId AS agentId, firstName || ' ' || lastName AS agentName, text
     FROM message LEFT JOIN person ON person.id = personId WHERE chatId = ? ORDER BY position`,
  ),
);

const tagsOfChat = defineStatement((connection) =>
  connection.prepare<[number], { readonly tagId: number; readonly tag: string }>(
    "SELECT tagId, name AS tag FROM chat_tag JOIN tag ON tag.id = tagId WHERE chatId = ? ORDER BY name",
  ),
);

const transfersOfChat = defineStatement((connection) =>
  connection.prepare<
    [number],
    {
      readonly position: number;
      readonly transferredAt: number;
      readonly fromAgentId: number;
      readonly fromAgentName: string;
      readonly toAgentId: number | null;
      readonly toAgentName: string | null;
      readonly toQueueId: number | null;
      readonly toQueueName: string | null;
    }
  >(
    `SELECT position, transferredAt, fromPersonId AS fromAgentId, giver.firstName || ' ' || giver.lastName AS fromAgentName,
       toPersonId AS toAgentId, taker.firstName || ' ' || taker.lastName AS toAgentName,
       toQueueId, queue.name AS toQueueName
     FROM transfer JOIN person AS giver ON giver.id = fromPersonId
       LEFT JOIN person AS taker ON taker.id = toPersonId LEFT JOIN queue ON queue.id = toQueueId
     WHERE chatId = ? ORDER BY position`,
  ),
);

const filesOfChat = defineStatement((connection) =>
  connection.prepare<
    [number],
    {
      readonly position: number;
      readonly sentAt: number;
      readonly sender: string;
      readonly fileName: string;
      readonly bytes: number;
    }
  >("SELECT position, sentAt, sender, name AS fileName, bytes FROM file_sent WHERE chatId = ? ORDER BY position"),
);

/** The chat with this number; `undefined` when there is none. */
export function findSession(store: Store, chatId: number): SessionRow | undefined {
  const row = sessionById(store).get(chatId);
  if (row === undefined) return undefined;
  return {
    ...toDetail(row),
    queueName: row[25],
    missedBecause: row[26],
    intent: row[27],
    confidence: row[28],
    isAuthenticated: row[29] === 1,
    referringPage: row[30],
    host: row[31],
    platform: row[32],
    zoneOffsetMinutes: row[33],
    guestId: row[34],
    surveyAt: row[35],
  };
}

/** Everything that hangs on one chat, each list in its order. */
export function readSessionLists(store: Store, chatId: number) {
  return {
    offers: offersOfChat(store).all(chatId),
    transcript: messagesOfChat(store).all(chatId),
    tagList: tagsOfChat(store).all(chatId),
    transferList: transfersOfChat(store).all(chatId),
    fileList: filesOfChat(store).all(chatId),
  };
}
