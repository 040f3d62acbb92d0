import fc from "fast-check";
import { people, type ChatPlan } from "../fixture.ts";
import type { Question } from "./naive/desk.ts";

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
  settleMs: fc.nat(45_000),
});

/** Texts with words of the lists, stop words, marks, emoji, right-to-left letters and quotes, in any order. */
const text = fc
  .array(
    fc.constantFrom(
      ...["VPN", "password", "printer", "room", "wi-fi", "the", "my", "is", "not", "never", "can’t", "doesn't", "work"],
      ...[
        "slow",
        "great",
        "thanks",
        "problem",
        "very",
        "helpful",
        ".",
        ",",
        "\n",
        "🙂",
        "شبكة",
        '"pay"',
        "Straße",
        "-",
        "x",
      ],
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(" ").replaceAll(" ,", ","));

const person = fc.constantFrom(people.agent, people.otherAgent, people.manager);
const handOn = fc
  .record({ afterMs: duration, from: person, to: fc.option(person) })
  .map((one) => ({ ...one, toQueueId: one.to === null ? 2 : null }));

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
  question: fc.oneof(
    text,
    fc.string({ unit: fc.constantFrom("a", " ", ",", '"', "\n", "\r", ";", "é", "🙂", "'", "\t", "’", "-") }),
  ),
  survey: fc.option(fc.record({ rating: fc.option(fc.integer({ min: 1, max: 5 })), comment: fc.option(text) })),
  missedBecause: fc.constantFrom("closed" as const, "noAgent" as const, "allBusy" as const, "offline" as const, null),
  intent: fc.constantFrom("VPN", 'a "b", c', null),
  confidence: fc.option(fc.nat(100).map((hundredths) => hundredths / 100)),
  referringPage: fc.constantFrom(null, "https://a.example.com/?q=1,2", "https://b.example.com/"),
  platform: fc.constantFrom(null, "iOS", "Windows 11"),
  isAuthenticated: fc.boolean(),
  messages: fc.array(fc.record({ sender: fc.constantFrom("guest" as const, "bot" as const, "agent" as const), text }), {
    maxLength: 5,
  }),
  handOns: fc.array(handOn, { maxLength: 2 }).map((ons) => ons.toSorted((a, b) => a.afterMs - b.afterMs)),
  fileNames: fc.array(fc.constantFrom("a.PNG", "no ending", "x.tar.gz", "ends.", 'say "hi", ok.txt'), { maxLength: 2 }),
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
    shifts: fc.uniqueArray(
      fc.record({
        personId: person,
        startedAt: fc.integer({ min: -3 * day, max: 3 * day }),
        length: fc.integer({ min: 1, max: day }),
      }),
      { maxLength: 8, selector: ({ personId, startedAt }) => `${personId} ${startedAt}` },
    ),
    queueIds: fc.constantFrom([1, 2, 3], [1, 2], [1], [2], [3], []),
    from: fc.integer({ min: -4 * day, max: 2 * day }),
    length: fc.oneof(fc.constantFrom(0, 1, day, day - 1), fc.integer({ min: 0, max: 5 * day })),
    snap: fc.nat(),
  })
  .map(({ turn, chats, shifts, queueIds, from, length, snap }): Question => {
    const plans = chats.map(({ survey, startedAt, ...plan }, index): ChatPlan => ({
      ...plan,
      ...(survey ?? {}),
      id: chats.length - index,
      startedAt: turn.at + startedAt,
    }));
    const snapped = snap % 2 === 0 ? plans[snap % Math.max(plans.length, 1)]?.startedAt : undefined;
    const startAt = snapped ?? turn.at + from;
    return {
      chats: plans,
      shifts: shifts.map(({ personId, startedAt, length: ms }) => ({
        personId,
        startedAt: turn.at + startedAt,
        endedAt: turn.at + startedAt + ms,
      })),
      queueIds,
      startAt,
      stopAt: startAt + length,
      zone: turn.zone,
    };
  });
