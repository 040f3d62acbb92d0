import { describe, expect, it } from "vitest";
import { hashHistory, openStore } from "../../emulator/store/index.ts";
import { profiles, seedHistory, type ProfileName } from "../../seed/index.ts";
import { findImpossibleEvents } from "./impossible-events.ts";
import { smallProfile } from "./small-profile.ts";

const until = Date.parse("2026-11-22T17:00:00Z");

describe("histories", () => {
  it("never tell of an impossible event, over 200 seeds and ends", () => {
    for (let seed = 0; seed < 200; seed++) {
      const store = openStore(":memory:");
      const end = Date.parse("2020-11-20T00:00:00Z") + seed * 17 * 3_600_000 + seed * 61_234;
      seedHistory(store, { profile: smallProfile, seed, until: end });
      expect(findImpossibleEvents(store, end), `seed ${seed} until ${end}`).toEqual([]);
      store.close();
    }
  });

  it.each<{ name: ProfileName; least: number; most: number }>([
    { name: "small", least: 800, most: 1300 },
    { name: "year", least: 90_000, most: 130_000 },
    { name: "outage", least: 2000, most: 5000 },
    { name: "empty", least: 0, most: 0 },
  ])("of the profile $name are of its size, sound, and the same twice", ({ name, least, most }) => {
    const hashes = [1, 2].map(() => {
      const store = openStore(":memory:");
      const { chats } = seedHistory(store, { profile: profiles[name], seed: 3, until });
      expect(chats).toBeGreaterThanOrEqual(least);
      expect(chats).toBeLessThanOrEqual(most);
      if (chats < 10_000) expect(findImpossibleEvents(store, until)).toEqual([]);
      const hash = hashHistory(store);
      store.close();
      return hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it("of the profile large has about a million chats", () => {
    const store = openStore(":memory:");
    const { chats } = seedHistory(store, { profile: "large", seed: 1, until, transcripts: false });
    store.close();
    expect(chats).toBeGreaterThan(970_000);
    expect(chats).toBeLessThan(1_060_000);
  });
});
