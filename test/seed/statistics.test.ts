import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../emulator/store/index.ts";
import { profiles, seedHistory } from "../../seed/index.ts";
import { topicGroups } from "../../seed/words/topics.ts";

// A year of the demonstration and its November 2020, without the words, but for the last test.
let store: Store;
beforeAll(() => {
  store = openStore(":memory:");
  const until = Date.parse("2026-10-01T04:00:00Z");
  seedHistory(store, { profile: profiles.demo, seed: 5, until, transcripts: false });
});
afterAll(() => {
  store.close();
});
/** The rows of a query with these columns, all of them numbers. */
const rows = <Name extends string>(names: readonly Name[], sql: string): readonly Readonly<Record<Name, number>>[] => {
  expect(
    store.connection
      .prepare(sql)
      .columns()
      .map(({ name }) => name),
  ).toEqual(names);
  return store.connection.prepare(sql).all() as Record<Name, number>[];
};
const one = (sql: string): number => store.connection.prepare(sql).pluck().get() as number;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the demonstration", () => {
  it("has its guests at the hours of a working day, within one per cent of all", () => {
    // The weights of `demand.ts`, which sum to 86.4, against the weekdays of winter in New York (UTC-5).
    const hours = rows(
      ["hour", "share"],
      `SELECT (startedAt / 3600000 - 5) % 24 AS hour, 1.0 * count(*) / sum(count(*)) OVER () AS share FROM chat
       WHERE queueId = 1 AND strftime('%m', startedAt / 1000, 'unixepoch') IN ('12', '01', '02')
         AND strftime('%w', startedAt / 1000 - 18000, 'unixepoch') BETWEEN '1' AND '5'
       GROUP BY 1`,
    );
    const shareAt = new Map(hours.map(({ hour, share }) => [hour, share]));
    for (const [hour, weight] of [
      [3, 0.15],
      [8, 5.6],
      [10, 9.5],
      [12, 6.4],
      [14, 8.6],
      [17, 4.4],
      [22, 0.8],
    ] as const) {
      expect(Math.abs((shareAt.get(hour) ?? 0) - weight / 86.4)).toBeLessThan(0.012);
    }
  });

  it("loses more guests the longer they wait, as Erlang-A has it", () => {
    // Hours of queue 1 by the mean wait of their guests.
    const groups = rows(
      ["wait", "abandoned", "guests"],
      `WITH hours AS (
         SELECT avg(coalesce(answeredAt, endedAt) - queuedAt) / 1000 AS wait, sum(outcome = 'abandoned') AS lost, count(*) AS guests
         FROM chat WHERE queueId = 1 AND queuedAt IS NOT NULL GROUP BY startedAt / 3600000 HAVING count(*) >= 4)
       SELECT avg(wait) AS wait, 1.0 * sum(lost) / sum(guests) AS abandoned, sum(guests) AS guests FROM hours
       GROUP BY CASE WHEN wait < 30 THEN 0 WHEN wait < 60 THEN 1 WHEN wait < 120 THEN 2 ELSE 3 END ORDER BY 1`,
    );
    expect(groups).toHaveLength(4);
    for (const [index, { abandoned, guests }] of groups.entries()) {
      expect(guests).toBeGreaterThan(200);
      if (index > 0) expect(abandoned).toBeGreaterThan(groups[index - 1]!.abandoned);
    }
    const { wait, abandoned } = groups[3]!;
    // P(abandon) is the wait by the patience, 420 s; a third leave without being noticed, and some have hardly any patience.
    expect(abandoned / (wait / 420)).toBeGreaterThan(0.5);
    expect(abandoned / (wait / 420)).toBeLessThan(1.2);
  });

  it("has agents accept nine offers in ten, somewhat fewer while they chat with others", () => {
    const shareOf = (alone: boolean): number =>
      one(
        `SELECT avg(response = 'accepted') FROM offer o WHERE o.chatId % 5 = 0 AND (SELECT count(*) FROM chat c JOIN chat mine ON mine.id = o.chatId
           WHERE c.agentId = o.personId AND c.id <> o.chatId AND c.answeredAt <= o.offeredAt AND c.wrappedUpAt > o.offeredAt
             AND c.id BETWEEN mine.id - 60 AND mine.id + 60) ${alone ? "= 0" : "> 0"}`,
      );
    // An offer that is open when the guest leaves counts as ignored.
    expect(shareOf(true)).toBeGreaterThan(0.84);
    expect(shareOf(true)).toBeLessThan(0.91);
    expect(shareOf(false)).toBeLessThan(shareOf(true));
    expect(shareOf(false)).toBeGreaterThan(0.75);
  });

  it("has log-normal times of connection", () => {
    const [topic] = topicGroups.it;
    const logs = rows(
      ["ms"],
      `SELECT endedAt - answeredAt AS ms FROM chat WHERE intent = '${topic!.intent}' AND queueId = 1 AND endedBy <> 'error'
         AND endedAt - answeredAt <> 150000 AND endedAt - answeredAt > 45000
         AND id NOT IN (SELECT chatId FROM transfer)`,
    ).map(({ ms }) => Math.log(ms / 60_000));
    expect(logs.length).toBeGreaterThan(500);
    const centre = mean(logs);
    const deviation = Math.sqrt(mean(logs.map((log) => (log - centre) ** 2)));
    const skewness = mean(logs.map((log) => ((log - centre) / deviation) ** 3));
    const kurtosis = mean(logs.map((log) => ((log - centre) / deviation) ** 4));
    // Agents' paces, several chats at once and missing skills make it somewhat longer and wider than the topic alone.
    expect(Math.exp(centre) / topic!.connectedMinutes).toBeGreaterThan(0.95);
    expect(Math.exp(centre) / topic!.connectedMinutes).toBeLessThan(1.25);
    expect(deviation / topic!.connectedSigma).toBeGreaterThan(0.9);
    expect(deviation / topic!.connectedSigma).toBeLessThan(1.25);
    expect(Math.abs(skewness)).toBeLessThan(0.25);
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.5);
  });

  it("has ratings that spread, and follow waiting and result", () => {
    const shares = rows(
      ["share"],
      "SELECT 1.0 * count(*) / sum(count(*)) OVER () AS share FROM survey WHERE rating IS NOT NULL GROUP BY rating ORDER BY rating",
    ).map(({ share }) => share);
    expect(shares).toHaveLength(5);
    expect(shares[0]).toBeGreaterThan(0.005);
    expect(shares[2]).toBeGreaterThan(0.05);
    expect(shares[4]).toBeGreaterThan(0.45);
    expect(shares[4]).toBeLessThan(0.7);
    expect(shares[3]! + shares[4]!).toBeGreaterThan(0.78);
    expect(shares[3]! + shares[4]!).toBeLessThan(0.9);
    const rated = (where: string): number =>
      one(`SELECT avg(rating) FROM chat JOIN survey ON chatId = id WHERE ${where}`);
    expect(rated("resolved = 1") - rated("resolved = 0")).toBeGreaterThan(1);
    const wait = "answeredAt - queuedAt";
    expect(rated(`${wait} < 30000`) - rated(`${wait} > 240000`)).toBeGreaterThan(0.4);
    const answers = one(
      "SELECT 1.0 * count(chatId) / count(*) FROM chat LEFT JOIN survey ON chatId = id WHERE answeredAt IS NOT NULL",
    );
    expect(answers).toBeGreaterThan(0.27);
    expect(answers).toBeLessThan(0.36);
  });

  it("is worse on the day of an outage: waits, abandonment, ratings, topics and words", () => {
    const read = (day: string) => {
      const [row] = rows(
        ["chats", "wait", "abandoned", "unsolved", "outlook"],
        `SELECT count(*) AS chats, avg(coalesce(answeredAt, endedAt) - queuedAt) / 1000 AS wait,
           1.0 * sum(outcome = 'abandoned') / count(queuedAt) AS abandoned, avg(1 - resolved) AS unsolved,
           1.0 * sum(instr(lower(question), 'outlook') > 0) / count(*) AS outlook
         FROM chat WHERE queueId = 1 AND date(startedAt / 1000 - 18000, 'unixepoch') ${day}`,
      );
      return row!;
    };
    const outage = read("= '2020-11-17'");
    const usual = read("IN ('2020-11-04', '2020-11-10', '2020-11-12', '2020-11-18', '2020-11-19')");
    expect(outage.chats / (usual.chats / 5)).toBeGreaterThan(1.8);
    expect(outage.wait / usual.wait).toBeGreaterThan(2);
    expect(outage.abandoned - usual.abandoned).toBeGreaterThan(0.08);
    expect(outage.unsolved - usual.unsolved).toBeGreaterThan(0.1);
    expect(outage.outlook / usual.outlook).toBeGreaterThan(2);
  });
});

it("has guests write more angrily on the day of an outage", () => {
  const told = openStore(":memory:");
  const until = Date.parse("2020-12-02T00:00:00Z");
  seedHistory(told, { profile: profiles.demo, seed: 5, until, firstOn: "2020-11-01" });
  const angry = [
    "frustrat",
    "unbelievable",
    "seriously",
    "waited",
    "waiting",
    "how long",
    "complain",
    "ridiculous",
    "!!",
  ];
  const shareOn = (days: string): number =>
    told.connection
      .prepare(
        `SELECT avg(EXISTS (SELECT 1 FROM message WHERE chatId = id AND sender = 'guest' AND (${angry
          .map((word) => `instr(lower(text), '${word}')`)
          .join(" OR ")}))) FROM chat WHERE queueId = 1 AND date(startedAt / 1000 - 18000, 'unixepoch') ${days}`,
      )
      .pluck()
      .get() as number;
  const outage = shareOn("= '2020-11-17'");
  const usual = shareOn("IN ('2020-11-04', '2020-11-12', '2020-11-18', '2020-11-19', '2020-11-24')");
  told.close();
  expect(outage / usual).toBeGreaterThan(1.3);
});
