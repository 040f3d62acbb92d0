import { describe, expect, it } from "vitest";
import { session } from "../../../emulator/catalogue/index.ts";
import { computeReport, readSession } from "../../../emulator/reports/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import { addChats, botMs, createDesk, people, type ChatPlan } from "../fixture.ts";

const at = Date.UTC(2026, 5, 1, 12);

function withChats(...plans: ChatPlan[]) {
  const store = createDesk();
  addChats(store, plans);
  return store;
}

const rich: ChatPlan = {
  id: 7,
  startedAt: at,
  outcome: "answered",
  rating: 5,
  comment: 'so "good" 🙂',
  intent: "VPN",
  confidence: 0.87,
  platform: "macOS",
  referringPage: "https://a.example.com/?q=1",
  isAuthenticated: true,
  tagIds: [1, 2],
  offers: [
    { personId: people.otherAgent, response: "ignored", settleMs: 30_000 },
    { personId: people.agent, response: "accepted", settleMs: 4_000 },
  ],
  messages: [
    { sender: "guest", text: "hi\r\nthere" },
    { sender: "bot", text: "did that help?" },
    { sender: "agent", text: "Hello" },
  ],
  handOns: [
    { afterMs: 20_000, from: people.agent, to: people.otherAgent, toQueueId: null },
    { afterMs: 30_000, from: people.otherAgent, to: null, toQueueId: 2 },
  ],
  fileNames: ["שלום.pdf"],
};

describe("readSession", () => {
  it("gives everything known of a chat", () => {
    expect(readSession(withChats(rich), 7)).toEqual({
      sessionId: 7,
      sessionGuid: "00000000-0000-4000-8000-000000000007",
      queueId: 1,
      agentId: people.agent,
      agentName: "Åsa O'agent, Jr",
      startedAt: at,
      queuedAt: at + botMs,
      answeredAt: at + botMs + 10_000,
      endedAt: at + botMs + 70_000,
      outcome: "answered",
      waitSeconds: 10,
      connectedSeconds: 60,
      handleSeconds: 90,
      firstResponseSeconds: 2,
      dropped: false,
      entryPoint: "Web client",
      guestName: "Zoë Müller",
      guestEmail: "zoe@example.com",
      guestLocation: "Köln",
      question: "Why?",
      rating: 5,
      comment: 'so "good" 🙂',
      resolved: null,
      tags: "Access; vpn",
      transfers: 2,
      filesSent: 1,
      queueName: 'Service "Desk"',
      firstResponseAt: at + botMs + 12_000,
      wrappedUpAt: at + botMs + 100_000,
      missedBecause: null,
      endedBy: "guest",
      throughBot: true,
      intent: "VPN",
      confidence: 0.87,
      botTurns: 1,
      botSeconds: 5,
      guestId: 1,
      authenticated: true,
      referringPage: "https://a.example.com/?q=1",
      host: null,
      platform: "macOS",
      zoneOffsetMinutes: null,
      surveyAt: at + botMs + 70_000,
      offers: [
        {
          position: 1,
          agentId: people.otherAgent,
          agentName: "Åsa O'otherAgent, Jr",
          offeredAt: at,
          settledAt: at + 30_000,
          response: "ignored",
        },
        {
          position: 2,
          agentId: people.agent,
          agentName: "Åsa O'agent, Jr",
          offeredAt: at,
          settledAt: at + 4_000,
          response: "accepted",
        },
      ],
      transcript: [
        { position: 1, sentAt: at, sender: "guest", agentId: null, agentName: null, text: "hi\r\nthere" },
        { position: 2, sentAt: at, sender: "bot", agentId: null, agentName: null, text: "did that help?" },
        {
          position: 3,
          sentAt: at,
          sender: "agent",
          agentId: people.agent,
          agentName: "Åsa O'agent, Jr",
          text: "Hello",
        },
      ],
      tagList: [
        { tagId: 2, tag: "Access" },
        { tagId: 1, tag: "vpn" },
      ],
      transferList: [
        {
          position: 1,
          transferredAt: at + botMs + 20_000,
          fromAgentId: people.agent,
          fromAgentName: "Åsa O'agent, Jr",
          toAgentId: people.otherAgent,
          toAgentName: "Åsa O'otherAgent, Jr",
          toQueueId: null,
          toQueueName: null,
        },
        {
          position: 2,
          transferredAt: at + botMs + 30_000,
          fromAgentId: people.otherAgent,
          fromAgentName: "Åsa O'otherAgent, Jr",
          toAgentId: null,
          toAgentName: null,
          toQueueId: 2,
          toQueueName: "Payroll",
        },
      ],
      fileList: [{ position: 1, sentAt: at + botMs + 70_000, sender: "guest", fileName: "שלום.pdf", bytes: 10 }],
    });
  });

  it("tells of a chat what ChatHistory tells", () => {
    const store = withChats(rich, { id: 8, startedAt: at, outcome: "deflected", isThroughBot: true, guestId: 2 });
    const window = { startAt: at, stopAt: at };
    const rows = computeReport("ChatHistory", { store, queueIds: [1], window, clock: zoneClock("UTC") });
    for (const row of rows) expect(readSession(store, row.sessionId)).toMatchObject(row);
  });

  it("has the catalogue's columns, then its lists, in order", () => {
    const found = readSession(withChats(rich), 7)!;
    const names = [...session.columns.map(({ name }) => name), ...Object.keys(session.lists)];
    expect(Object.keys(found)).toEqual(names);
    for (const [name, { columns }] of Object.entries(session.lists)) {
      for (const entry of found[name as keyof typeof session.lists]) {
        expect(Object.keys(entry)).toEqual(columns.map((column) => column.name));
      }
    }
  });

  it("has no time with the bot for a guest who asked for an agent at once", () => {
    const found = readSession(withChats({ id: 1, startedAt: at, outcome: "missed", isThroughBot: false }), 1);
    expect(found).toMatchObject({ throughBot: false, botTurns: 0, botSeconds: null, offers: [], transcript: [] });
  });

  it.each([0, -1, 8, Number.MAX_SAFE_INTEGER])("knows no chat %d", (id) => {
    expect(readSession(withChats(rich), id)).toBeUndefined();
  });
});
