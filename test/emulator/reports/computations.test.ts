import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportNames, reports, type ReportName } from "../../../emulator/catalogue/index.ts";
import { computeReport } from "../../../emulator/reports/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import { addChats, addShifts, createDesk, type ChatPlan } from "../fixture.ts";
import { naive } from "./naive/index.ts";
import type { Question } from "./naive/desk.ts";
import { desks } from "./plans.ts";

/** The rows of a report over a desk of its own with the question's chats. */
function compute<N extends ReportName>(
  name: N,
  { chats, shifts = [], startAt, stopAt, zone }: Question,
  queueIds: readonly number[],
) {
  const store = createDesk();
  try {
    addChats(store, chats);
    addShifts(store, shifts);
    return [...computeReport(name, { store, queueIds, window: { startAt, stopAt }, clock: zoneClock(zone) })];
  } finally {
    store.close();
  }
}

describe("every report agrees with a naive computation, for random chats, windows, zones and people's queues", () => {
  it.each(reportNames)("%s", (name) => {
    fc.assert(
      fc.property(desks, fc.constantFrom(1, 2), (question, queueId) => {
        const queueIds = reports[name].scope === "queue" ? [queueId] : question.queueIds!;
        expect(compute(name, question, queueIds)).toEqual(naive[name](question, queueId));
      }),
      { numRuns: 30 },
    );
  });
});

describe("rows are as the catalogue says", () => {
  it.each(reportNames)("%s has the columns in order, and nothing empty where nothing may be", (name) => {
    fc.assert(
      fc.property(desks, (question) => {
        const { columns, scope } = reports[name];
        for (const row of compute(name, question, scope === "queue" ? [1] : [1, 2, 3])) {
          expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
          const cells = Object.values(row);
          for (const [index, { nullable }] of columns.entries()) {
            expect(cells[index]).not.toBeUndefined();
            if (!nullable) expect(cells[index]).not.toBeNull();
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe("InboundVsAnsweredChats", () => {
  const november = {
    startAt: Date.parse("2020-11-01T04:00:00.000Z"),
    stopAt: Date.parse("2020-12-01T04:59:59.999Z"),
  };

  it.each([
    ["America/New_York", 30, "2020-11-01", "2020-11-30"],
    ["UTC", 31, "2020-11-01", "2020-12-01"],
  ])("the window of the vendor's post has in %s %i days", (zone, days, first, last) => {
    const rows = compute("InboundVsAnsweredChats", { ...november, zone, chats: [] }, [1]);
    expect(rows.length).toBe(days);
    expect([rows[0]?.date, rows.at(-1)?.date]).toEqual([first, last]);
  });

  it("both ends of the window are inside it, to the millisecond", () => {
    const { startAt, stopAt } = november;
    const chats = [startAt - 1, startAt, stopAt, stopAt + 1].map((startedAt, index): ChatPlan => ({
      id: index + 1,
      startedAt,
      outcome: "missed",
    }));
    const rows = compute("InboundVsAnsweredChats", { ...november, zone: "America/New_York", chats }, [1]);
    expect(rows.filter(({ inbound }) => inbound > 0).map(({ date, missed }) => [date, missed])).toEqual([
      ["2020-11-01", 1],
      ["2020-11-30", 1],
    ]);
  });

  it("a chat that crosses midnight counts on the day it began", () => {
    const startedAt = Date.parse("2020-11-02T23:59:59.999Z");
    const window = { startAt: startedAt - 1000, stopAt: startedAt + 1000, zone: "UTC" };
    const chats: ChatPlan[] = [{ id: 1, startedAt, outcome: "answered" }];
    expect(compute("InboundVsAnsweredChats", { ...window, chats }, [1])).toEqual([
      { date: "2020-11-02", inbound: 1, answered: 1, abandoned: 0, missed: 0, deflected: 0 },
      { date: "2020-11-03", inbound: 0, answered: 0, abandoned: 0, missed: 0, deflected: 0 },
    ]);
  });
});

describe("the words' meanings, worked out by hand", () => {
  const at = Date.parse("2021-06-15T12:00:00Z");
  const question = { startAt: at, stopAt: at + 1000, zone: "UTC" };
  const chats = (...plans: Omit<ChatPlan, "id" | "startedAt">[]): ChatPlan[] =>
    plans.map((plan, index) => ({ ...plan, id: index + 1, startedAt: at }));

  it("service level leaves out who gave up within the target, and a wait of exactly the target is within it", () => {
    const rows = compute(
      "QueueComparison",
      {
        ...question,
        chats: chats(
          { outcome: "answered", waitMs: 30_000 },
          { outcome: "answered", waitMs: 30_001 },
          { outcome: "abandoned", waitMs: 30_000 },
          { outcome: "abandoned", waitMs: 40_000 },
          { outcome: "missed", waitMs: 5_000 },
        ),
      },
      [1],
    );
    // 1 answered in time ÷ (5 inbound − 1 abandoned in time).
    expect(rows[0]).toMatchObject({ inbound: 5, serviceLevel: 0.25, longestSpeedToAnswerSeconds: 30.001 });
  });

  it("the deflection rate is over the chats that the bot had", () => {
    const rows = compute(
      "QueueComparison",
      {
        ...question,
        chats: chats(
          { outcome: "deflected" },
          { outcome: "leftBot" },
          { outcome: "missed", isThroughBot: true },
          { outcome: "missed", isThroughBot: false },
        ),
      },
      [1],
    );
    expect(rows[0]).toMatchObject({ started: 4, inbound: 2, deflected: 1, leftBot: 1, deflectionRate: 0.333333 });
  });

  it("median and 90th percentile lie between two chats", () => {
    const rows = compute(
      "QueueComparison",
      {
        ...question,
        chats: chats(...[10, 20, 40, 80].map((s) => ({ outcome: "answered" as const, waitMs: s * 1000 }))),
      },
      [1],
    );
    expect(rows[0]).toMatchObject({
      meanSpeedToAnswerSeconds: 37.5,
      medianSpeedToAnswerSeconds: 30,
      p90SpeedToAnswerSeconds: 68,
      longestSpeedToAnswerSeconds: 80,
    });
  });

  it("over nothing an average is empty and a count is 0", () => {
    const rows = compute("QueueComparison", { ...question, chats: [] }, [1]);
    expect(rows[0]).toMatchObject({ started: 0, ratings: 0, satisfaction: null, meanSpeedToAnswerSeconds: null });
  });
});

it("a report on one queue refuses several", () => {
  const question = { startAt: 0, stopAt: 1, zone: "UTC", chats: [] };
  expect(() => compute("ChatHistory", question, [1, 2])).toThrow("got 2 queues");
});
