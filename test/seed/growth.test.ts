import { describe, expect, it } from "vitest";
import { hashHistory, openStore, readFacts, type Store } from "../../emulator/store/index.ts";
import { growHistory, seedHistory } from "../../seed/index.ts";
import { findImpossibleEvents } from "./impossible-events.ts";
import { smallProfile } from "./small-profile.ts";

const minuteMs = 60_000;
const firstOn = "2021-03-10";
const begin = Date.parse("2021-03-11T09:00:00Z");
const end = Date.parse("2021-03-17T03:20:00Z");

function seededUntil(until: number, transcripts = true): Store {
  const store = openStore(":memory:");
  seedHistory(store, { profile: smallProfile, seed: 1, firstOn, until, transcripts });
  return store;
}

const whole = seededUntil(end);
const wholeHash = hashHistory(whole);

describe("growHistory", () => {
  it.each([
    { steps: "one step", everyMinutes: 1e6 },
    { steps: "steps of a day", everyMinutes: 1440 },
    { steps: "steps of seven hours", everyMinutes: 420 },
    { steps: "steps of 19 minutes", everyMinutes: 19 },
  ])("in $steps gives the same history as one go", ({ everyMinutes }) => {
    const store = seededUntil(begin);
    const growth = growHistory(store);
    let chats = 0;
    for (let at = begin + everyMinutes * minuteMs; at < end; at += everyMinutes * minuteMs) chats += growth.advance(at);
    chats += growth.advance(end);
    expect(hashHistory(store)).toBe(wholeHash);
    expect(chats).toBeGreaterThan(200);
    expect(growth.until()).toBe(end);
    store.close();
  });

  it("goes on in another program where the last one stopped", () => {
    const store = seededUntil(begin);
    for (let at = begin + 5 * 3_600_000; at < end; at += 5 * 3_600_000) growHistory(store).advance(at);
    growHistory(store).advance(end, { hash: true });
    expect(readFacts(store).get("contentHash")).toBe(wholeHash);
    expect(readFacts(store).get("until")).toBe(String(end));
    store.close();
  });

  it("begins a history that had no day yet", () => {
    const store = seededUntil(Date.parse("2019-01-01T00:00:00Z"));
    growHistory(store).advance(end);
    expect(hashHistory(store)).not.toBe(wholeHash);
    const counts = (of: Store): unknown =>
      of.connection.prepare("SELECT count(*), min(id), max(id) FROM chat").raw().get();
    expect(counts(store)).toEqual(counts(whole));
    store.close();
  });

  it("changes nothing for an earlier instant", () => {
    const store = seededUntil(end);
    expect(growHistory(store).advance(begin)).toBe(0);
    expect(hashHistory(store)).toBe(wholeHash);
    store.close();
  });

  it("leaves out transcripts when the history has none", () => {
    const store = seededUntil(begin, false);
    growHistory(store).advance(end);
    expect(store.connection.prepare("SELECT count(*) FROM message").pluck().get()).toBe(0);
    store.close();
  });

  it("never tells of an impossible event on the way", () => {
    const store = seededUntil(begin);
    const growth = growHistory(store);
    for (let at = begin + 100 * minuteMs; at < begin + 86_400_000; at += 100 * minuteMs) {
      growth.advance(at);
      expect(findImpossibleEvents(store, at)).toEqual([]);
    }
    store.close();
  });

  it("refuses a history of another version of the simulation", () => {
    const store = seededUntil(begin);
    store.connection
      .prepare(`UPDATE fact SET value = replace(value, '"simulation":', '"simulation":9') WHERE name = 'plan'`)
      .run();
    expect(() => growHistory(store)).toThrow("another version of chime-bi made it; seed it again with --force");
    store.close();
  });
});
