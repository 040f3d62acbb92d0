import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RowOf } from "../../emulator/catalogue/index.ts";
import { computeReport } from "../../emulator/reports/index.ts";
import { openStore, type Store } from "../../emulator/store/index.ts";
import { profiles, seedHistory, type Profile } from "../../seed/index.ts";
import { zoneClock } from "../../zones/index.ts";

const outageDays = ["2026-10-06", "2026-10-08", "2026-10-14", "2026-10-20", "2026-10-22", "2026-10-28"];
const usualDays = ["2026-10-05", "2026-10-07", "2026-10-13", "2026-10-15", "2026-10-19", "2026-10-21", "2026-10-27"];

// The first site of the demonstration, four times as busy, with six outages in four weeks and no others.
const profile: Profile = {
  ...profiles.small,
  name: "outages",
  days: 28,
  outagesPerYear: 0,
  badUpdates: 0,
  incidents: outageDays.map((day) => ({
    name: "outlookOutage",
    from: `${day}T14:20:00Z`,
    to: `${day}T17:40:00Z`,
    surge: 6,
  })),
  queues: profiles.demo.queues.slice(0, 2).map((queue) => ({
    ...queue,
    chatsOnWeekday: 4 * queue.chatsOnWeekday,
    shifts: queue.shifts.map((shift) => ({
      ...shift,
      agents: 3 * shift.agents,
      atOnce: 3 * (shift.atOnce ?? shift.agents),
    })),
  })),
};

let store: Store;
beforeAll(() => {
  store = openStore(":memory:");
  seedHistory(store, { profile, seed: 3, until: Date.parse("2026-11-01T04:00:00Z") });
});
afterAll(() => {
  store.close();
});

type Name = "Satisfaction" | "Sentiment" | "QuestionTopics" | "TagBreakdown";

/** The rows of a report of each of the days; clocks of New York are four hours behind UTC in October. */
function rowsOf<N extends Name>(name: N, days: readonly string[]): readonly RowOf<N>[] {
  return days.flatMap((day) => {
    const startAt = Date.parse(`${day}T04:00:00Z`);
    const window = { startAt, stopAt: startAt + 86_400_000 - 1 };
    return [...computeReport(name, { store, queueIds: [1], window, clock: zoneClock("America/New_York") })];
  });
}

/** What a number of each row adds up to, and in which share of another it is contained. */
const shareOf = <Row>(rows: readonly Row[], part: (row: Row) => number, whole: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + part(row), 0) / rows.reduce((sum, row) => sum + whole(row), 0);

describe("the day of an outage, as the reports have it", () => {
  it("costs satisfaction: at least eight points in a hundred of the ratings are 4 or 5 no more", () => {
    const satisfied = (days: readonly string[]): number =>
      shareOf(
        rowsOf("Satisfaction", days),
        ({ good, excellent }) => good + excellent,
        ({ ratings }) => ratings,
      );
    expect(satisfied(usualDays)).toBeGreaterThan(0.8);
    expect(satisfied(usualDays) - satisfied(outageDays)).toBeGreaterThan(0.08);
  });

  it("darkens the mood: a third more of the chats are negative, and fewer are positive", () => {
    const share = (days: readonly string[], mood: "positive" | "negative"): number =>
      shareOf(
        rowsOf("Sentiment", days),
        (row) => row[mood],
        ({ started }) => started,
      );
    expect(share(outageDays, "negative") / share(usualDays, "negative")).toBeGreaterThan(1.33);
    expect(share(outageDays, "positive") / share(usualDays, "positive")).toBeLessThan(0.9);
  });

  it("shows in the topics and tags: Outlook is asked about at least twice as often, and tagged as an outage", () => {
    const outlook = (days: readonly string[]): number =>
      shareOf(
        rowsOf("QuestionTopics", days),
        ({ topic, chats }) => (topic === "E-mail, calendar and meetings" ? chats : 0),
        ({ chats }) => chats,
      );
    expect(outlook(outageDays) / outlook(usualDays)).toBeGreaterThan(2);
    const tagged = (days: readonly string[]): number =>
      rowsOf("TagBreakdown", days).reduce((sum, { tag, chats }) => sum + (tag === "outage" ? chats : 0), 0);
    expect(tagged(usualDays)).toBe(0);
    expect(tagged(outageDays)).toBeGreaterThan(20 * outageDays.length);
  });
});
