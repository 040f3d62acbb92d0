import fc from "fast-check";
import { people, type ChatPlan } from "../fixture.ts";

const day = 86_400_000;

/** Instants in the middle of clock changes, and one where nothing happens; each with the zone it is about. */
const turningPoints = [
  { at: Date.parse("2020-11-01T06:00:00Z"), zone: "America/New_York" },
  { at: Date.parse("2021-03-14T07:00:00Z"), zone: "America/New_York" },
  { at: Date.parse("2020-10-25T01:00:00Z"), zone: "Europe/Berlin" },
  // Clocks went from 23:59:59 to 01:00: a day without midnight.
  { at: Date.parse("2018-11-04T03:00:00Z"), zone: "America/Sao_Paulo" },
  // A day that never was.
  { at: Date.parse("2011-12-30T10:00:00Z"), zone: "Pacific/Apia" },
  { at: Date.parse("2021-04-03T15:00:00Z"), zone: "Australia/Lord_Howe" },
  { at: Date.parse("2021-06-15T18:30:00Z"), zone: "Asia/Kolkata" },
  { at: Date.parse("2021-06-15T00:00:00Z"), zone: "UTC" },
] as const;

const duration = fc.oneof(fc.constantFrom(0, 1, 29_999, 30_000, 30_001, 60_000), fc.integer({ min: 0, max: 900_000 }));
const offer = fc.record({
  personId: fc.constantFrom(people.agent, people.otherAgent, people.reviewer),
  response: fc.constantFrom("accepted" as const, "declined" as const, "ignored" as const),
});

const chat = fc.record({
  startedAt: fc.oneof(fc.integer({ min: -3 * day, max: 3 * day }), fc.constantFrom(0, -1, 1, -3_600_000, 3_600_000)),
  queueId: fc.constantFrom(1, 2),
  outcome: fc.constantFrom(
    "answered" as const,
    "answered" as const,
    "abandoned" as const,
    "missed" as const,
    "deflected" as const,
    "leftBot" as const,
  ),
  waitMs: duration,
  connectedMs: duration,
  wrapUpMs: fc.option(duration),
  firstResponseMs: fc.option(duration),
  agentId: fc.constantFrom(people.agent, people.otherAgent, people.manager),
  isDropped: fc.boolean(),
  isThroughBot: fc.boolean(),
  resolved: fc.constantFrom(0 as const, 1 as const, null),
  guestId: fc.constantFrom(1 as const, 2 as const),
  question: fc.string({ unit: fc.constantFrom("a", " ", ",", '"', "\n", "\r", ";", "é", "🙂", "'", "\t") }),
  survey: fc.option(fc.record({ rating: fc.option(fc.integer({ min: 1, max: 5 })), comment: fc.option(fc.string()) })),
  tagIds: fc.subarray([1, 2, 3]),
  transfers: fc.nat(2),
  files: fc.nat(2),
  offers: fc.array(offer, { maxLength: 3 }),
});

/** Random chats around a clock change, and a random window over some of them, its ends often on a chat's own instant. */
export const desks = fc
  .record({
    turn: fc.constantFrom(...turningPoints),
    chats: fc.array(chat, { maxLength: 40 }),
    from: fc.integer({ min: -4 * day, max: 2 * day }),
    length: fc.oneof(fc.constantFrom(0, 1, day, day - 1), fc.integer({ min: 0, max: 5 * day })),
    snap: fc.nat(),
  })
  .map(({ turn, chats, from, length, snap }) => {
    const plans = chats.map(({ survey, startedAt, ...plan }, index): ChatPlan => ({
      ...plan,
      ...(survey ?? {}),
      id: chats.length - index,
      startedAt: turn.at + startedAt,
    }));
    const snapped = snap % 2 === 0 ? plans[snap % Math.max(plans.length, 1)]?.startedAt : undefined;
    const startAt = snapped ?? turn.at + from;
    return { chats: plans, startAt, stopAt: startAt + length, zone: turn.zone };
  });
