import { hashKey } from "./keys.ts";

/** A tag as chats and people bear it. */
export type HistoryTag = { readonly id: number; readonly name: string };

/** A queue as a history has it. `schedule` holds seven lists of [open, close) minutes since local midnight, Monday first. */
export type HistoryQueue = {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly mode: string;
  readonly language: string;
  readonly webClient: boolean;
  readonly dispatcher: string;
  readonly enabled: boolean;
  readonly zone: string;
  readonly serviceLevelSeconds: number;
  readonly schedule: readonly (readonly (readonly [number, number])[])[];
};

/** A person's part in a queue; priority 1 is offered first. */
export type HistoryRole = {
  readonly queueId: number;
  readonly role: "Agent" | "Manager" | "Reviewer";
  readonly priority: number;
};

/** A person with roles and skills. For the two limits of chats see the schema: 0 a day means no limit. */
export type HistoryPerson = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly login: string;
  readonly sip: string;
  readonly email: string | null;
  readonly accountType: "Testing" | "Development" | "Production";
  readonly mostChatsADay: number;
  readonly mostConcurrentChats: number;
  readonly isAdministrator: boolean;
  readonly roles: readonly HistoryRole[];
  readonly tagIds: readonly number[];
};

/** A key before it is hashed: the GUID itself is not stored. */
export type HistoryKey = {
  readonly id: number;
  readonly personId: number;
  readonly guid: string;
  readonly isWellKnown: boolean;
  readonly madeAt: number;
};

/** A guest. */
export type HistoryGuest = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly location: string | null;
};

/** One offer of a chat to an agent. */
export type HistoryOffer = {
  readonly personId: number;
  readonly offeredAt: number;
  readonly settledAt: number;
  readonly response: "accepted" | "declined" | "ignored";
};

/** One line of a transcript; only an agent's has a person. */
export type HistoryMessage = {
  readonly sentAt: number;
  readonly sender: "guest" | "bot" | "agent" | "system";
  readonly personId: number | null;
  readonly text: string;
};

/** One handing on of an answered chat. */
export type HistoryTransfer = {
  readonly transferredAt: number;
  readonly fromPersonId: number;
  readonly toPersonId: number | null;
  readonly toQueueId: number | null;
};

/** One file sent in a chat. */
export type HistoryFile = {
  readonly sentAt: number;
  readonly sender: "guest" | "agent";
  readonly name: string;
  readonly bytes: number;
};

/** A chat with everything that hangs on it; lists are numbered from 1 in the order given. */
export type HistoryChat = {
  readonly id: number;
  readonly guid: string;
  readonly queueId: number;
  readonly guestId: number;
  readonly agentId: number | null;
  readonly startedAt: number;
  readonly queuedAt: number | null;
  readonly answeredAt: number | null;
  readonly firstResponseAt: number | null;
  readonly endedAt: number;
  readonly wrappedUpAt: number | null;
  readonly outcome: "answered" | "abandoned" | "missed" | "deflected" | "leftBot";
  readonly missedBecause: "closed" | "noAgent" | "allBusy" | "offline" | null;
  readonly endedBy: "guest" | "agent" | "error" | "system";
  readonly throughBot: boolean;
  readonly intent: string | null;
  readonly confidence: number | null;
  readonly resolved: boolean | null;
  readonly entryPoint: "Teams" | "Web client";
  readonly authenticated: boolean;
  readonly referringPage: string | null;
  readonly host: string | null;
  readonly platform: string | null;
  readonly zoneOffsetMinutes: number | null;
  readonly question: string;
  readonly offers: readonly HistoryOffer[];
  readonly messages: readonly HistoryMessage[];
  readonly tagIds: readonly number[];
  readonly survey: { readonly rating: number | null; readonly comment: string | null; readonly sentAt: number } | null;
  readonly transfers: readonly HistoryTransfer[];
  readonly files: readonly HistoryFile[];
};

/** When an agent was online. */
export type HistoryShift = { readonly personId: number; readonly startedAt: number; readonly endedAt: number };

/** The columns that a history fills, its key first: how many make the key, and which the hash covers besides. */
export type HistoryTable = { readonly columns: string; readonly keys: number; readonly alsoHashed?: string };

/** Every table of a history, what is referred to before what refers to it. */
export const historyTables = {
  tag: { columns: "id,name", keys: 1 },
  queue: {
    columns: "id,name,description,mode,language,webClient,dispatcher,enabled,zone,serviceLevelSeconds,schedule",
    keys: 1,
  },
  person: {
    columns: "id,firstName,lastName,login,sip,email,accountType,mostChatsADay,mostConcurrentChats,isAdministrator",
    keys: 1,
    alsoHashed: "archivedAt",
  },
  queue_role: { columns: "queueId,personId,role,priority", keys: 3 },
  person_tag: { columns: "personId,tagId", keys: 2 },
  key: { columns: "id,personId,hash,lastFour,isWellKnown,madeAt", keys: 1, alsoHashed: "revokedAt" },
  guest: { columns: "id,firstName,lastName,email,location", keys: 1 },
  chat: {
    columns:
      "id,guid,queueId,guestId,agentId,startedAt,queuedAt,answeredAt,firstResponseAt,endedAt,wrappedUpAt,outcome," +
      "missedBecause,endedBy,throughBot,intent,confidence,resolved,entryPoint,authenticated,referringPage,host," +
      "platform,zoneOffsetMinutes,question",
    keys: 1,
  },
  offer: { columns: "chatId,position,personId,offeredAt,settledAt,response", keys: 2 },
  message: { columns: "chatId,position,sentAt,sender,personId,text", keys: 2 },
  chat_tag: { columns: "chatId,tagId", keys: 2 },
  survey: { columns: "chatId,rating,comment,sentAt", keys: 1 },
  transfer: { columns: "chatId,position,transferredAt,fromPersonId,toPersonId,toQueueId", keys: 2 },
  file_sent: { columns: "chatId,position,sentAt,sender,name,bytes", keys: 2 },
  shift: { columns: "personId,startedAt,endedAt", keys: 2 },
} as const satisfies Record<string, HistoryTable>;

/** A value of a column. */
type Value = string | number | null | Buffer;

/** The name of a table of a history. */
export type HistoryTableName = keyof typeof historyTables;

/** Rows ready to be inserted: for each table one list, in which row follows row, each with the table's columns in order. */
export type HistoryRows = Readonly<Record<HistoryTableName, Value[]>>;

/** An empty set of rows. */
export function createRows(): HistoryRows {
  const names = Object.keys(historyTables) as HistoryTableName[];
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as HistoryRows;
}

/** Adds a tag to a set of rows. */
export function putTag(rows: HistoryRows, { id, name }: HistoryTag): void {
  rows.tag.push(id, name);
}

/** Adds a queue to a set of rows. */
export function putQueue(rows: HistoryRows, q: HistoryQueue): void {
  rows.queue.push(q.id, q.name, q.description, q.mode, q.language, Number(q.webClient), q.dispatcher);
  rows.queue.push(Number(q.enabled), q.zone, q.serviceLevelSeconds, JSON.stringify(q.schedule));
}

/** Adds a person, with roles and skills, to a set of rows. */
export function putPerson(rows: HistoryRows, p: HistoryPerson): void {
  rows.person.push(p.id, p.firstName, p.lastName, p.login, p.sip, p.email, p.accountType);
  rows.person.push(p.mostChatsADay, p.mostConcurrentChats, Number(p.isAdministrator));
  for (const held of p.roles) rows.queue_role.push(held.queueId, p.id, held.role, held.priority);
  for (const tagId of p.tagIds) rows.person_tag.push(p.id, tagId);
}

/** Adds a key, hashed, to a set of rows. */
export function putKey(rows: HistoryRows, k: HistoryKey): void {
  rows.key.push(k.id, k.personId, hashKey(k.guid), k.guid.slice(-4).toLowerCase(), Number(k.isWellKnown), k.madeAt);
}

/** Adds a guest to a set of rows. */
export function putGuest(rows: HistoryRows, g: HistoryGuest): void {
  rows.guest.push(g.id, g.firstName, g.lastName, g.email, g.location);
}

/** Adds a shift to a set of rows. */
export function putShift(rows: HistoryRows, { personId, startedAt, endedAt }: HistoryShift): void {
  rows.shift.push(personId, startedAt, endedAt);
}

/** Adds a chat, with all that hangs on it, to a set of rows. */
export function putChat(rows: HistoryRows, c: HistoryChat): void {
  const { id } = c;
  rows.chat.push(
    id,
    c.guid,
    c.queueId,
    c.guestId,
    c.agentId,
    c.startedAt,
    c.queuedAt,
    c.answeredAt,
    c.firstResponseAt,
    c.endedAt,
    c.wrappedUpAt,
    c.outcome,
    c.missedBecause,
    c.endedBy,
    Number(c.throughBot),
    c.intent,
    c.confidence,
    c.resolved === null ? null : Number(c.resolved),
    c.entryPoint,
    Number(c.authenticated),
    c.referringPage,
    c.host,
    c.platform,
    c.zoneOffsetMinutes,
    c.question,
  );
  let position = 0;
  for (const o of c.offers) rows.offer.push(id, ++position, o.personId, o.offeredAt, o.settledAt, o.response);
  position = 0;
  for (const m of c.messages) rows.message.push(id, ++position, m.sentAt, m.sender, m.personId, m.text);
  for (const tagId of c.tagIds) rows.chat_tag.push(id, tagId);
  if (c.survey) rows.survey.push(id, c.survey.rating, c.survey.comment, c.survey.sentAt);
  position = 0;
  for (const t of c.transfers) {
    rows.transfer.push(id, ++position, t.transferredAt, t.fromPersonId, t.toPersonId, t.toQueueId);
  }
  position = 0;
  for (const f of c.files) rows.file_sent.push(id, ++position, f.sentAt, f.sender, f.name, f.bytes);
}
