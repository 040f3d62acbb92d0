import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reports, type ReportName } from "../../../emulator/catalogue/index.ts";
import { computeReport } from "../../../emulator/reports/index.ts";
import type { Store } from "../../../emulator/store/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import { addChats, addShifts, createDesk } from "../fixture.ts";
import type { Question } from "./naive/desk.ts";
import { desks } from "./plans.ts";

type Row = Readonly<Record<string, unknown>>;

/** A question's rows by report, over one desk: queue 1 for a report on one queue, and by itself for a global one. */
function withDesk(question: Question, check: (rowsOf: (name: ReportName) => readonly Row[]) => void): void {
  const store: Store = createDesk();
  try {
    addChats(store, question.chats);
    addShifts(store, question.shifts ?? []);
    const clock = zoneClock(question.zone);
    check((name) => [...computeReport(name, { store, queueIds: [1], window: question, clock })] as Row[]);
  } finally {
    store.close();
  }
}

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + ((row[column] as number | null) ?? 0), 0);

/** Which reports tell the same number, under which name. */
const agreements: readonly (readonly [what: string, reports: readonly (readonly [ReportName, string])[]])[] = [
  [
    "chats begun",
    [
      ["QueueComparison", "started"],
      ["ChatVolumeByDay", "started"],
      ["ChatsByQueueAndDay", "started"],
      ["EntryPoints", "started"],
      ["GuestLocations", "started"],
      ["ChatsByHour", "started"],
      ["ChatsByWeekday", "started"],
      ["ChatsByWeekdayAndHour", "started"],
      ["ChatOutcomes", "chats"],
      ["GuestEntryPoints", "started"],
      ["Satisfaction", "started"],
      ["Sentiment", "started"],
      ["QuestionTopics", "chats"],
    ],
  ],
  [
    "inbound chats",
    [
      ["QueueComparison", "inbound"],
      ["ChatVolumeByDay", "inbound"],
      ["ChatsByQueueAndDay", "inbound"],
      ["EntryPoints", "inbound"],
      ["GuestLocations", "inbound"],
      ["InboundVsAnsweredChats", "inbound"],
      ["ChatsByHour", "inbound"],
      ["ChatsByWeekday", "inbound"],
      ["ChatsByWeekdayAndHour", "inbound"],
      ["GuestEntryPoints", "inbound"],
      ["GuestWaitingTime", "inbound"],
      ["ServiceLevel", "inbound"],
      ["AbandonedChats", "inbound"],
    ],
  ],
  [
    "answered chats",
    [
      ["QueueComparison", "answered"],
      ["ChatVolumeByDay", "answered"],
      ["ChatsByQueueAndDay", "answered"],
      ["EntryPoints", "answered"],
      ["GuestLocations", "answered"],
      ["InboundVsAnsweredChats", "answered"],
      ["ChatsByHour", "answered"],
      ["ChatsByWeekday", "answered"],
      ["ChatsByWeekdayAndHour", "answered"],
      ["GuestEntryPoints", "answered"],
      ["AgentEfficiency", "answered"],
      ["AgentLoad", "answered"],
      ["AgentRatings", "answered"],
      ["AverageSpeedToAnswer", "answered"],
      ["GuestWaitingTime", "answered"],
      ["ServiceLevel", "answered"],
      ["TimeConnectedWithAgent", "answered"],
      ["DroppedChats", "answered"],
      ["QuestionTopics", "answered"],
    ],
  ],
  [
    "abandoned chats",
    [
      ["QueueComparison", "abandoned"],
      ["InboundVsAnsweredChats", "abandoned"],
      ["GuestWaitingTime", "abandoned"],
      ["AbandonedChats", "abandoned"],
      ["ChatsByHour", "abandoned"],
    ],
  ],
  [
    "dropped chats",
    [
      ["QueueComparison", "dropped"],
      ["ChatsByQueueAndDay", "dropped"],
      ["AgentEfficiency", "dropped"],
      ["AgentLoad", "dropped"],
      ["DroppedChats", "dropped"],
    ],
  ],
  [
    "chats with the bot",
    [
      ["BotDeflection", "botChats"],
      ["BotIntents", "botChats"],
      ["BotConversationLength", "botChats"],
    ],
  ],
  [
    "offers",
    [
      ["AgentEfficiency", "offers"],
      ["AgentOffers", "offers"],
    ],
  ],
  [
    "ratings",
    [
      ["QueueComparison", "ratings"],
      ["Satisfaction", "ratings"],
    ],
  ],
  [
    "ratings of answered chats",
    [
      ["AgentEfficiency", "ratings"],
      ["AgentRatings", "ratings"],
    ],
  ],
  [
    "transfers",
    [
      ["ChatHistory", "transfers"],
      ["Transfers", "transfers"],
    ],
  ],
];

describe("the same number, whichever report tells it", () => {
  it("is one number for every random desk, window and zone", () => {
    fc.assert(
      fc.property(desks, (question) => {
        withDesk(question, (rowsOf) => {
          for (const [what, tellers] of agreements) {
            const told = tellers.map(([name, column]) => [name, sumOf(rowsOf(name), column)] as const);
            const expected = told[0]![1];
            expect([what, told]).toEqual([what, told.map(([name]) => [name, expected])]);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it("ChatHistory's rows are what the others count", () => {
    fc.assert(
      fc.property(desks, (question) => {
        withDesk(question, (rowsOf) => {
          const chats = rowsOf("ChatHistory");
          const [queue] = rowsOf("QueueComparison");
          expect(chats.length).toBe(queue!["started"]);
          for (const outcome of ["answered", "abandoned", "missed", "deflected", "leftBot"]) {
            expect(chats.filter((chat) => chat["outcome"] === outcome).length).toBe(queue![outcome]);
          }
          expect(rowsOf("FilesSent").length).toBe(sumOf(chats, "filesSent"));
          expect(Math.round(1000 * sumOf(rowsOf("AgentLoad"), "connectedSeconds"))).toBe(
            Math.round(1000 * sumOf(chats, "connectedSeconds")),
          );
          expect(Math.round(1000 * sumOf(rowsOf("TimeConnectedWithAgent"), "connectedSeconds"))).toBe(
            Math.round(1000 * sumOf(chats, "connectedSeconds")),
          );
          expect(rowsOf("UnrecognizedQuestions").length).toBe(
            sumOf(
              rowsOf("BotIntents").filter(({ intent }) => intent === null),
              "botChats",
            ),
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  it("names columns that the catalogue has", () => {
    for (const [, tellers] of agreements) {
      for (const [name, column] of tellers) {
        expect(reports[name].columns.map((one) => one.name)).toContain(column);
      }
    }
  });
});
