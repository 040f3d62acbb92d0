import { describe, expect, it } from "vitest";
import { reportNames, reports, type ReportName } from "../../../emulator/catalogue/index.ts";
import { computeReport } from "../../../emulator/reports/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import { addChats, addShifts, createDesk, people, type ChatPlan } from "../fixture.ts";
import { naive } from "./naive/index.ts";
import type { Question } from "./naive/desk.ts";

const ms = Date.parse;
const clockChange = ms("2020-11-01T06:00:00Z");

const awkward = 'He said "no, never",\r\nthen 🙂 and שלום; ‮abc‬ \u0000end';

/** Chats at and beside the ends of windows, over a clock change, with awkward texts. */
const chats: readonly ChatPlan[] = [
  clockChange - 3_600_000,
  clockChange - 1,
  clockChange,
  clockChange + 1,
  clockChange + 3_600_000,
  ms("2020-11-01T04:00:00Z"),
  ms("2020-11-02T04:59:59.999Z"),
  ms("2020-11-02T05:00:00Z"),
].map((startedAt, index) => ({
  id: index + 1,
  startedAt,
  outcome: (["answered", "abandoned", "missed", "deflected", "leftBot"] as const)[index % 5]!,
  question: awkward,
  rating: 4,
  comment: awkward,
  intent: index % 2 === 0 ? awkward : null,
  confidence: 0.5,
  referringPage: awkward,
  platform: awkward,
  fileNames: [awkward],
  messages: [{ sender: "guest" as const, text: awkward }],
  offers: [{ personId: people.agent, response: "accepted" as const, settleMs: 5 }],
}));
const shifts = [{ personId: people.agent, startedAt: clockChange - 7_200_000, endedAt: clockChange + 7_200_000 }];

const windows: readonly (readonly [name: string, startAt: number, stopAt: number])[] = [
  ["the local day of the clock change", ms("2020-11-01T04:00:00Z"), ms("2020-11-02T04:59:59.999Z")],
  ["start = stop, on a chat", clockChange, clockChange],
  ["start = stop, beside a chat", clockChange + 500, clockChange + 500],
  ["one millisecond after the clock change", clockChange, clockChange + 1],
  ["one millisecond before it", clockChange - 1, clockChange],
  ["a window without chats", ms("2019-01-01T00:00:00Z"), ms("2019-01-03T00:00:00Z")],
  ["a window in the future", ms("2040-06-01T00:00:00Z"), ms("2040-06-08T00:00:00Z")],
];

function open(): ReturnType<typeof createDesk> {
  const store = createDesk();
  addChats(store, chats);
  addShifts(store, shifts);
  return store;
}

const store = open();

function compute(name: ReportName, question: Question) {
  const queueIds = reports[name].scope === "queue" ? [1] : [1, 2, 3];
  return [...computeReport(name, { store, queueIds, window: question, clock: zoneClock(question.zone) })];
}

describe("every report, at the edges", () => {
  describe.each(windows)("over %s", (_, startAt, stopAt) => {
    it.each(["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham"])("in %s equals the naive one", (zone) => {
      const question = { chats, shifts, startAt, stopAt, zone };
      for (const name of reportNames) expect([name, compute(name, question)]).toEqual([name, naive[name](question, 1)]);
    });
  });

  it("over ten years has every local day once, and the same chats", () => {
    const tenYears = { startAt: ms("2015-01-01T05:00:00Z"), stopAt: ms("2025-01-01T04:59:59.999Z") };
    const question = { chats, shifts, ...tenYears, zone: "America/New_York" };
    for (const name of reportNames) {
      const rows = compute(name, question) as Readonly<Record<string, unknown>>[];
      const days = rows.flatMap(({ date, queueId = 0, agentId = 0 }) =>
        date === undefined ? [] : `${String(queueId)} ${String(agentId)} ${date as string}`,
      );
      expect(new Set(days).size).toBe(days.length);
      if (days.length > 0) expect(days.length % 3653).toBe(0);
    }
    const volume = compute("ChatVolumeByDay", question) as { started: number }[];
    expect(volume.reduce((sum, { started }) => sum + started, 0)).toBe(chats.length);
  });

  it("a window whose start is after its stop has no chats", () => {
    const question = { chats, startAt: clockChange + 1, stopAt: clockChange, zone: "UTC" };
    expect(compute("ChatHistory", question)).toEqual([]);
    expect(compute("ChatsByHour", question)).toHaveLength(24);
  });
});
