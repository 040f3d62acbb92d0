import { createKey, hashKey, openStore, type Outcome, type Store } from "../../emulator/store/index.ts";

/** Keys of the people in a small desk. */
export const keys = {
  administrator: "11111111-aaaa-4aaa-8aaa-000000000001",
  manager: "11111111-aaaa-4aaa-8aaa-000000000002",
  reviewer: "11111111-aaaa-4aaa-8aaa-000000000003",
  agent: "11111111-aaaa-4aaa-8aaa-000000000004",
  archived: "11111111-aaaa-4aaa-8aaa-000000000005",
  revoked: "11111111-aaaa-4aaa-8aaa-000000000006",
  wellKnown: "11111111-aaaa-4aaa-8aaa-000000000007",
} as const;

/** People's numbers in a small desk. */
export const people = {
  administrator: 1,
  manager: 2,
  reviewer: 3,
  agent: 4,
  archived: 5,
  revoked: 6,
  wellKnown: 7,
  otherAgent: 8,
} as const;

const madeAt = Date.UTC(2020, 0, 1);

/**
 * A store with three queues (1 and 2 in use, 3 without chats), a person for every way of having a key, and no chats. The manager
 * manages queue 1 and is an agent of queue 2; the reviewer reviews queues 1 and 2; agents 4 and 8 answer in both.
 */
export function createDesk(file = ":memory:"): Store {
  const store = openStore(file);
  const { connection } = store;
  const person = connection.prepare(
    "INSERT INTO person (id, firstName, lastName, login, sip, accountType, isAdministrator, archivedAt) VALUES (?, ?, ?, ?, ?, 'Testing', ?, ?)",
  );
  for (const [name, id] of Object.entries(people)) {
    const isAdministrator = name === "administrator" || name === "wellKnown" ? 1 : 0;
    person.run(id, "Åsa", `O'${name}, Jr`, name, `sip:${name}`, isAdministrator, name === "archived" ? madeAt : null);
  }
  const queue = connection.prepare(
    "INSERT INTO queue VALUES (?, ?, ?, 'routed', 'en-US', 1, 'bot', ?, 'America/New_York', ?, '[]')",
  );
  queue.run(1, 'Service "Desk"', "First, and\r\nforemost", 1, 30);
  queue.run(2, "Payroll", null, 1, 60);
  queue.run(3, "Empty", "Nobody writes", 0, 60);
  const role = connection.prepare("INSERT INTO queue_role (queueId, personId, role) VALUES (?, ?, ?)");
  role.run(1, people.manager, "Manager");
  role.run(2, people.manager, "Agent");
  role.run(1, people.reviewer, "Reviewer");
  role.run(2, people.reviewer, "Reviewer");
  for (const queueId of [1, 2]) {
    role.run(queueId, people.agent, "Agent");
    role.run(queueId, people.otherAgent, "Agent");
  }
  for (const [name, guid] of Object.entries(keys)) createKey(store, people[name as keyof typeof keys], guid, madeAt);
  connection.prepare("UPDATE key SET revokedAt = ? WHERE hash = ?").run(madeAt + 1, hashKey(keys.revoked));
  connection.prepare("UPDATE key SET isWellKnown = 1 WHERE hash = ?").run(hashKey(keys.wellKnown));
  connection.prepare("INSERT INTO guest VALUES (1, 'Zoë', 'Müller', 'zoe@example.com', 'Köln')").run();
  connection.prepare("INSERT INTO guest VALUES (2, 'Bo', 'Li', NULL, NULL)").run();
  for (const [index, name] of ["vpn", "Access", "billing; old"].entries()) {
    connection.prepare("INSERT INTO tag VALUES (?, ?)").run(index + 1, name);
  }
  return store;
}

/** A chat to be put into a desk; times are instants in milliseconds. What is left out follows from the outcome. */
export type ChatPlan = {
  readonly id: number;
  readonly queueId?: number;
  readonly startedAt: number;
  readonly outcome: Outcome;
  readonly waitMs?: number;
  readonly connectedMs?: number;
  readonly wrapUpMs?: number | null;
  readonly firstResponseMs?: number | null;
  readonly agentId?: number;
  readonly isDropped?: boolean;
  readonly isThroughBot?: boolean;
  readonly resolved?: 0 | 1 | null;
  readonly guestId?: 1 | 2;
  readonly question?: string;
  readonly rating?: number | null;
  readonly comment?: string | null;
  readonly tagIds?: readonly number[];
  readonly transfers?: number;
  readonly files?: number;
  readonly offers?: readonly {
    readonly personId: number;
    readonly response: "accepted" | "declined" | "ignored";
    readonly settleMs?: number;
  }[];
  readonly missedBecause?: "closed" | "noAgent" | "allBusy" | "offline" | null;
  readonly intent?: string | null;
  readonly confidence?: number | null;
  readonly referringPage?: string | null;
  readonly platform?: string | null;
  readonly isAuthenticated?: boolean;
  /** Written at the chat's start. */
  readonly messages?: readonly { readonly sender: "guest" | "bot" | "agent" | "system"; readonly text: string }[];
  /** Transfers besides `transfers`, each so long after the chat was queued. */
  readonly handOns?: readonly {
    readonly afterMs: number;
    readonly from: number;
    readonly to: number | null;
    readonly toQueueId: number | null;
  }[];
  /** Files besides `files`. */
  readonly fileNames?: readonly string[];
};

/** A time that somebody was online. */
export type ShiftPlan = { readonly personId: number; readonly startedAt: number; readonly endedAt: number };

/** Puts shifts into a desk. */
export function addShifts(store: Store, shifts: Iterable<ShiftPlan>): void {
  const shift = store.connection.prepare("INSERT INTO shift VALUES (?, ?, ?)");
  for (const { personId, startedAt, endedAt } of shifts) shift.run(personId, startedAt, endedAt);
}

/** How long a chat is with the bot before it is queued or ends there. */
export const botMs = 5_000;

/** Puts chats into a desk, in one transaction. */
export function addChats(store: Store, plans: Iterable<ChatPlan>): void {
  const { connection } = store;
  const placeholders = (count: number): string => Array<string>(count).fill("?").join(", ");
  const chat = connection.prepare(
    `INSERT INTO chat (id, guid, queueId, guestId, agentId, startedAt, queuedAt, answeredAt, firstResponseAt, endedAt,
       wrappedUpAt, outcome, endedBy, throughBot, resolved, entryPoint, authenticated, question, missedBecause, intent, confidence,
       referringPage, platform)
     VALUES (${placeholders(23)})`,
  );
  const survey = connection.prepare("INSERT INTO survey VALUES (?, ?, ?, ?)");
  const tag = connection.prepare("INSERT INTO chat_tag VALUES (?, ?)");
  const transfer = connection.prepare("INSERT INTO transfer VALUES (?, ?, ?, ?, ?, ?)");
  const file = connection.prepare("INSERT INTO file_sent VALUES (?, ?, ?, 'guest', ?, 10)");
  const message = connection.prepare("INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)");
  const offer = connection.prepare("INSERT INTO offer VALUES (?, ?, ?, ?, ?, ?)");
  connection.transaction(() => {
    for (const plan of plans) {
      const { id, startedAt, outcome, waitMs = 10_000, connectedMs = 60_000 } = plan;
      const isAnswered = outcome === "answered";
      const isInbound = isAnswered || outcome === "abandoned" || outcome === "missed";
      const queuedAt = isInbound ? startedAt + botMs : null;
      const answeredAt = isAnswered ? startedAt + botMs + waitMs : null;
      const endedAt = answeredAt === null ? startedAt + botMs + (isInbound ? waitMs : 0) : answeredAt + connectedMs;
      const { firstResponseMs = 2_000, wrapUpMs = 30_000, agentId = people.agent } = plan;
      chat.run(
        id,
        `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
        plan.queueId ?? 1,
        plan.guestId ?? 1,
        isAnswered ? agentId : null,
        startedAt,
        queuedAt,
        answeredAt,
        answeredAt === null || firstResponseMs === null ? null : answeredAt + firstResponseMs,
        endedAt,
        answeredAt === null || wrapUpMs === null ? null : endedAt + wrapUpMs,
        outcome,
        plan.isDropped ? "error" : "guest",
        (plan.isThroughBot ?? true) ? 1 : 0,
        plan.resolved ?? null,
        id % 2 === 0 ? "Teams" : "Web client",
        plan.isAuthenticated === true ? 1 : 0,
        plan.question ?? "Why?",
        plan.missedBecause ?? null,
        plan.intent ?? null,
        plan.confidence ?? null,
        plan.referringPage ?? null,
        plan.platform ?? null,
      );
      if (plan.rating !== undefined) survey.run(id, plan.rating, plan.comment ?? null, endedAt);
      for (const tagId of plan.tagIds ?? []) tag.run(id, tagId);
      for (let position = 1; position <= (plan.transfers ?? 0); position++) {
        transfer.run(id, position, endedAt, people.agent, people.otherAgent, null);
      }
      for (const [index, { afterMs, from, to, toQueueId }] of (plan.handOns ?? []).entries()) {
        transfer.run(id, (plan.transfers ?? 0) + index + 1, startedAt + botMs + afterMs, from, to, toQueueId);
      }
      for (let position = 1; position <= (plan.files ?? 0); position++) file.run(id, position, endedAt, "a.png");
      for (const [index, name] of (plan.fileNames ?? []).entries()) {
        file.run(id, (plan.files ?? 0) + index + 1, endedAt, name);
      }
      for (const [index, { sender, text }] of (plan.messages ?? []).entries()) {
        message.run(id, index + 1, startedAt, sender, sender === "agent" ? people.agent : null, text);
      }
      for (const [index, { personId, response, settleMs = 0 }] of (plan.offers ?? []).entries()) {
        offer.run(id, index + 1, personId, startedAt, startedAt + settleMs, response);
      }
    }
  })();
}
