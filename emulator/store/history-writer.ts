import { createHash } from "node:crypto";
import { hashKey } from "./keys.ts";
import { StoreError, type Store } from "./store.ts";

/** A tag as chats and people bear it. */
type HistoryTag = { readonly id: number; readonly name: string };

/** A queue as a history has it. `schedule` holds seven lists of [open, close) minutes since local midnight, Monday first. */
type HistoryQueue = {
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
type HistoryKey = {
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
type HistoryShift = { readonly personId: number; readonly startedAt: number; readonly endedAt: number };

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
  /** Writes the facts, marks the history as complete and commits. */
  readonly finish: (facts: Readonly<Record<string, string>>) => void;
  /** Takes everything back. After `finish` or a first `abandon` it does nothing. */
  readonly abandon: () => void;
};

/** The columns that a history fills, its key first: how many make the key, and which the hash covers besides. */
type Written = { readonly columns: string; readonly keys: number; readonly alsoHashed?: string };

const written = {
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
} as const satisfies Record<string, Written>;

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
 * Begins a history in a store that has none.
 *
 * @throws StoreError when the store has one already.
 */
export function createHistoryWriter(store: Store): HistoryWriter {
  const { connection } = store;
  if (hasHistory(store)) {
    throw new StoreError(`cannot write a history into "${store.file}": it already holds one; name a new file`);
  }
  const insert = (table: keyof typeof written) => {
    const columns = written[table].columns.split(",");
    const places = columns.map(() => "?").join();
    return connection.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${places})`);
  };
  const tag = insert("tag");
  const queue = insert("queue");
  const person = insert("person");
  const role = insert("queue_role");
  const personTag = insert("person_tag");
  const key = insert("key");
  const guest = insert("guest");
  const chat = insert("chat");
  const offer = insert("offer");
  const message = insert("message");
  const chatTag = insert("chat_tag");
  const survey = insert("survey");
  const transfer = insert("transfer");
  const file = insert("file_sent");
  const shift = insert("shift");
  const fact = connection.prepare("INSERT INTO fact (name, value) VALUES (?, ?)");
  let isOpen = true;
  connection.exec("BEGIN IMMEDIATE");

  return {
    addTag: (added) => {
      tag.run(added.id, added.name);
    },
    addQueue: (q) => {
      queue.run(
        q.id,
        q.name,
        q.description,
        q.mode,
        q.language,
        Number(q.webClient),
        q.dispatcher,
        Number(q.enabled),
        q.zone,
        q.serviceLevelSeconds,
        JSON.stringify(q.schedule),
      );
    },
    addPerson: (p) => {
      person.run(
        p.id,
        p.firstName,
        p.lastName,
        p.login,
        p.sip,
        p.email,
        p.accountType,
        p.mostChatsADay,
        p.mostConcurrentChats,
        Number(p.isAdministrator),
      );
      for (const held of p.roles) role.run(held.queueId, p.id, held.role, held.priority);
      for (const tagId of p.tagIds) personTag.run(p.id, tagId);
    },
    addKey: (k) => {
      key.run(k.id, k.personId, hashKey(k.guid), k.guid.slice(-4).toLowerCase(), Number(k.isWellKnown), k.madeAt);
    },
    addGuest: (g) => {
      guest.run(g.id, g.firstName, g.lastName, g.email, g.location);
    },
    addChat: (c) => {
      chat.run(
        c.id,
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
      for (const o of c.offers) offer.run(c.id, ++position, o.personId, o.offeredAt, o.settledAt, o.response);
      position = 0;
      for (const m of c.messages) message.run(c.id, ++position, m.sentAt, m.sender, m.personId, m.text);
      for (const tagId of c.tagIds) chatTag.run(c.id, tagId);
      if (c.survey) survey.run(c.id, c.survey.rating, c.survey.comment, c.survey.sentAt);
      position = 0;
      for (const t of c.transfers) {
        transfer.run(c.id, ++position, t.transferredAt, t.fromPersonId, t.toPersonId, t.toQueueId);
      }
      position = 0;
      for (const f of c.files) file.run(c.id, ++position, f.sentAt, f.sender, f.name, f.bytes);
    },
    addShift: (s) => {
      shift.run(s.personId, s.startedAt, s.endedAt);
    },
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

/**
 * SHA-256, in hexadecimal, over every history table in the order of its primary key: two stores have the same hash when and
 * only when they hold the same history. Facts, the audit trail and keys' last use are left out.
 */
export function hashHistory(store: Store): string {
  const hash = createHash("sha256");
  for (const [table, { columns, keys, alsoHashed }] of Object.entries<Written>(written)) {
    hash.update(`${table}\n`);
    const hashed = columns.replace(/\bhash\b/, "hex(hash)") + (alsoHashed === undefined ? "" : `,${alsoHashed}`);
    const order = columns.split(",").slice(0, keys).join();
    // A row as JSON made by SQLite, fetched one by one: half the time of JSON.stringify, and the history is never in memory.
    const rows = store.connection
      .prepare(`SELECT json_array(${hashed}) FROM ${table} ORDER BY ${order}`)
      .pluck()
      .iterate();
    let chunk = "";
    for (const row of rows as Iterable<string>) {
      chunk += `${row}\n`;
      if (chunk.length > 65_536) {
        hash.update(chunk);
        chunk = "";
      }
    }
    hash.update(chunk);
  }
  return hash.digest("hex");
}
