import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createHistoryWriter,
  hasHistory,
  hashHistory,
  openStore,
  readFacts,
  type HistoryChat,
  type HistoryWriter,
  type Store,
} from "../../../emulator/store/index.ts";

const chat: HistoryChat = {
  id: 7,
  guid: "3f0c7a52-9d2e-4a61-8f3b-5f6f1f3d9a10",
  queueId: 1,
  guestId: 1,
  agentId: 2,
  startedAt: 1000,
  queuedAt: 2000,
  answeredAt: 9000,
  firstResponseAt: 12_000,
  endedAt: 60_000,
  wrappedUpAt: 70_000,
  outcome: "answered",
  missedBecause: null,
  endedBy: "guest",
  throughBot: true,
  intent: "VPN",
  confidence: 0.87,
  resolved: true,
  entryPoint: "Web client",
  authenticated: false,
  referringPage: "https://intranet.example.com/help",
  host: "intranet.example.com",
  platform: "Windows 11",
  zoneOffsetMinutes: 330,
  question: 'VPN says "no", why?\nThanks, Zoë',
  offers: [
    { personId: 1, offeredAt: 2000, settledAt: 5000, response: "declined" },
    { personId: 2, offeredAt: 5000, settledAt: 9000, response: "accepted" },
  ],
  messages: [
    { sentAt: 1000, sender: "guest", personId: null, text: "VPN?" },
    { sentAt: 12_000, sender: "agent", personId: 2, text: "Hello" },
  ],
  tagIds: [1],
  survey: { rating: 5, comment: "quick, friendly", sentAt: 80_000 },
  transfers: [{ transferredAt: 30_000, fromPersonId: 2, toPersonId: 1, toQueueId: null }],
  files: [{ sentAt: 20_000, sender: "guest", name: "log.txt", bytes: 512 }],
};

function addEverything(writer: HistoryWriter): void {
  writer.addTag({ id: 1, name: "vpn" });
  const zone = "America/New_York";
  const schedule = [[[0, 1440]], [], [], [], [], [], []] as const;
  writer.addQueue({
    id: 1,
    name: "Desk",
    description: null,
    mode: "Priority",
    language: "en",
    webClient: true,
    dispatcher: "Bot",
    enabled: true,
    zone,
    serviceLevelSeconds: 60,
    schedule,
  });
  for (const id of [1, 2]) {
    writer.addPerson({
      id,
      firstName: "Ann",
      lastName: `No ${id}`,
      login: `ann${id}`,
      sip: `sip:ann${id}@example.com`,
      email: null,
      accountType: "Production",
      mostChatsADay: 0,
      mostConcurrentChats: 2,
      isAdministrator: id === 1,
      roles: [{ queueId: 1, role: "Agent", priority: id }],
      tagIds: [1],
    });
  }
  writer.addKey({
    id: 1,
    personId: 1,
    guid: "B5C38D85-A042-4CEF-8418-EB06752E346B",
    isWellKnown: true,
    madeAt: 0,
  });
  writer.addGuest({ id: 1, firstName: "Zoë", lastName: "O'Brien", email: null, location: "Boston, MA" });
  writer.addShift({ personId: 2, startedAt: 0, endedAt: 90_000 });
  writer.addChat(chat);
}

function writeHistory(store: Store): void {
  const writer = createHistoryWriter(store);
  addEverything(writer);
  writer.finish({ profile: "test", seed: "1" });
}

describe("createHistoryWriter", () => {
  let store: Store;
  beforeEach(() => {
    store = openStore(":memory:");
  });
  afterEach(() => {
    store.close();
  });
  const readOne = (sql: string): unknown => store.connection.prepare(sql).get();

  it("stores a chat with all that hangs on it, numbered from 1", () => {
    writeHistory(store);
    const { offers, messages, tagIds, survey, transfers, files, ...columns } = chat;
    expect(readOne("SELECT * FROM chat")).toEqual({ ...columns, throughBot: 1, resolved: 1, authenticated: 0 });
    expect(store.connection.prepare("SELECT * FROM offer ORDER BY position").all()).toEqual(
      offers.map((offer, index) => ({ chatId: 7, position: index + 1, ...offer })),
    );
    expect(store.connection.prepare("SELECT * FROM message ORDER BY position").all()).toEqual(
      messages.map((message, index) => ({ chatId: 7, position: index + 1, ...message })),
    );
    expect(readOne("SELECT * FROM chat_tag")).toEqual({ chatId: 7, tagId: tagIds[0] });
    expect(readOne("SELECT * FROM survey")).toEqual({ chatId: 7, ...survey });
    expect(readOne("SELECT * FROM transfer")).toEqual({ chatId: 7, position: 1, ...transfers[0] });
    expect(readOne("SELECT * FROM file_sent")).toEqual({ chatId: 7, position: 1, ...files[0] });
  });

  it("keeps a key as the SHA-256 of its GUID in lower case", () => {
    writeHistory(store);
    expect(readOne("SELECT lower(hex(hash)) AS hash, lastFour, isWellKnown FROM key")).toEqual({
      hash: "14c21d84aa6c55ea502a1f4ee53497c48289e3c29a705ec057f0a675176a31a2",
      lastFour: "346b",
      isWellKnown: 1,
    });
  });

  it("marks a history as complete only when it is finished", () => {
    const writer = createHistoryWriter(store);
    addEverything(writer);
    expect(hasHistory(store)).toBe(false);
    writer.finish({ profile: "test" });
    expect(hasHistory(store)).toBe(true);
    expect(Object.fromEntries(readFacts(store))).toEqual({ complete: "1", profile: "test" });
  });

  it("hashes what is added as hashHistory hashes the store, in whatever order, number and script it comes", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary-ascii" }));
    const chats = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 2000 }),
        guid: fc.uuid(),
        question: text,
        confidence: fc.integer({ min: 8, max: 99 }).map((percent) => percent / 100),
        messages: fc.array(text.map((said) => ({ ...chat.messages[0]!, text: said }))),
        tagIds: fc.constantFrom([], [1]),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(chats, fc.boolean(), (drawn, isSorted) => {
        const own = openStore(":memory:");
        const writer = createHistoryWriter(own);
        addEverything(writer);
        const inOrder = isSorted ? drawn.toSorted((a, b) => a.id - b.id) : drawn;
        for (const more of inOrder) writer.addChat({ ...chat, ...more, id: more.id + 7 });
        const hash = writer.hash();
        writer.finish({});
        expect(hash).toBe(hashHistory(own));
        own.close();
      }),
      { numRuns: 60 },
    );
  });

  it("leaves nothing behind when abandoned", () => {
    const empty = hashHistory(store);
    const writer = createHistoryWriter(store);
    addEverything(writer);
    writer.abandon();
    expect(hashHistory(store)).toBe(empty);
    expect(hasHistory(store)).toBe(false);
    expect(() => {
      writeHistory(store);
    }).not.toThrow();
  });

  it("does nothing when abandoned after it was finished", () => {
    const writer = createHistoryWriter(store);
    writer.finish({});
    writer.abandon();
    expect(hasHistory(store)).toBe(true);
  });

  it("refuses a store that has a history", () => {
    writeHistory(store);
    expect(() => createHistoryWriter(store)).toThrow(
      'cannot write a history into ":memory:": it already holds one; name a new file',
    );
  });
});

describe("hashHistory", () => {
  const changed = (sql: string): readonly [string, string] => {
    const store = openStore(":memory:");
    try {
      writeHistory(store);
      const before = hashHistory(store);
      store.connection.pragma("foreign_keys = OFF");
      expect(store.connection.prepare(sql).run().changes).toBeGreaterThan(0);
      return [before, hashHistory(store)];
    } finally {
      store.close();
    }
  };

  it.each([
    "UPDATE tag SET name = 'x'",
    "UPDATE queue SET schedule = '[]'",
    "UPDATE person SET archivedAt = 5 WHERE id = 2",
    "UPDATE queue_role SET priority = 9",
    "DELETE FROM person_tag WHERE personId = 1",
    "UPDATE key SET hash = x'00'",
    "UPDATE key SET revokedAt = 5",
    "UPDATE guest SET location = NULL",
    "UPDATE chat SET confidence = 0.88",
    "UPDATE chat SET question = 'x'",
    "UPDATE offer SET settledAt = 9001 WHERE position = 2",
    "UPDATE message SET text = 'hello' WHERE position = 2",
    "DELETE FROM chat_tag",
    "UPDATE survey SET rating = NULL",
    "UPDATE transfer SET toQueueId = 1",
    "UPDATE file_sent SET bytes = 513",
    "DELETE FROM shift",
  ])("changes with %s", (sql) => {
    const [before, after] = changed(sql);
    expect(after).not.toBe(before);
  });

  it.each([
    "UPDATE key SET lastUsedAt = 5",
    "UPDATE fact SET value = 'other'",
    `INSERT INTO audit (at, method, route, query, status, bytes, milliseconds, address, userAgent)
     VALUES (1, 'GET', '/', '', 200, 0, 1.5, '::1', '')`,
  ])("does not change with %s", (sql) => {
    const [before, after] = changed(sql);
    expect(after).toBe(before);
  });
});
