import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findKey,
  hasHistory,
  hashHistory,
  openStore,
  readFacts,
  revokeKey,
  type Store,
} from "../../emulator/store/index.ts";
import { listSeededKeys, profiles, sampleKey, seedHistory, type Profile, type SeedResult } from "../../seed/index.ts";
import { findImpossibleEvents } from "./impossible-events.ts";
import { smallProfile } from "./small-profile.ts";

/** Of the small profile, seed 1, until `noon`. It changes with every change of what is seeded, and with nothing else. */
const goldenHash = "aa7d3aaf26386f3276acd4a6831d317fe89e0dd4d9a708a134c407f1fb71c320";
const noon = Date.parse("2021-03-16T12:00:00Z");

type SeedSettings = {
  readonly profile: Profile;
  readonly seed: number;
  readonly until: number;
  readonly transcripts: boolean;
};

function seeded<Answer>(
  read: (store: Store, result: SeedResult) => Answer,
  { profile = smallProfile, seed = 1, until = noon, transcripts = true }: Partial<SeedSettings> = {},
): Answer {
  const store = openStore(":memory:");
  try {
    return read(store, seedHistory(store, { profile, seed, until, transcripts }));
  } finally {
    store.close();
  }
}

const hashOf = (options?: Parameters<typeof seeded>[1]): string => seeded((_, { contentHash }) => contentHash, options);

describe("seedHistory", () => {
  it("gives the same bytes on every machine", () => {
    expect(hashOf()).toBe(goldenHash);
  });

  it.each(["Pacific/Apia", "America/St_Johns", "UTC"])("does not look at the machine's zone, such as %s", (zone) => {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      expect(hashOf()).toBe(goldenHash);
    } finally {
      process.env["TZ"] = before;
    }
  });

  it.each([{ seed: 2 }, { until: noon - 86_400_000 }, { profile: { ...smallProfile, days: 3 } }])(
    "gives another history for %o",
    (options) => {
      expect(hashOf(options)).not.toBe(goldenHash);
    },
  );

  it("tells the hash that the store has, and keeps it among the facts", () => {
    seeded((store, result) => {
      expect(hashHistory(store)).toBe(result.contentHash);
      expect(hasHistory(store)).toBe(true);
      expect(Object.fromEntries(readFacts(store))).toEqual({
        complete: "1",
        contentHash: result.contentHash,
        from: String(result.from),
        plan: expect.stringContaining('"firstOn":"2021-03-12"') as string,
        resume: expect.stringContaining(`"until":${noon}`) as string,
        profile: "small-test",
        sampleKey,
        seed: "1",
        until: String(noon),
      });
    });
  });

  it("never tells of an impossible event, whatever the seed and the end", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 400 * 24 * 60 }), (seed, minutes) => {
        const until = Date.parse("2020-11-20T00:00:00Z") + minutes * 60_000;
        expect(seeded((store) => findImpossibleEvents(store, until), { seed, until })).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("lets everything happen that can", () => {
    seeded(
      (store) => {
        const kinds = (sql: string): unknown => store.connection.prepare(sql).pluck().all();
        expect(kinds("SELECT DISTINCT outcome FROM chat ORDER BY 1")).toEqual([
          "abandoned",
          "answered",
          "deflected",
          "leftBot",
          "missed",
        ]);
        expect(kinds("SELECT DISTINCT missedBecause FROM chat WHERE outcome = 'missed' ORDER BY 1")).toEqual([
          "allBusy",
          "closed",
          "noAgent",
        ]);
        expect(kinds("SELECT DISTINCT endedBy FROM chat ORDER BY 1")).toEqual(["agent", "error", "guest", "system"]);
        expect(kinds("SELECT DISTINCT response FROM offer ORDER BY 1")).toEqual(["accepted", "declined", "ignored"]);
        for (const table of ["transfer", "file_sent", "survey", "chat_tag"]) {
          expect(kinds(`SELECT count(*) > 0 FROM ${table}`)).toEqual([1]);
        }
      },
      { profile: { ...smallProfile, days: 20 } },
    );
  });

  it("makes a day alone as within a longer history", () => {
    const dayOn = "2020-11-01";
    const alone: Profile = { ...smallProfile, days: 0 };
    const read = (store: Store): unknown =>
      store.connection
        .prepare(
          `SELECT guid, chat.startedAt, endedAt, outcome, agentId, position, text FROM chat JOIN message ON chatId = id
           WHERE queueId = 1 AND startedAt BETWEEN ? AND ? ORDER BY guid, position`,
        )
        .all(Date.parse(`${dayOn}T04:00:00Z`), Date.parse("2020-11-02T04:59:59.999Z"));
    const together = seeded(read);
    expect(together).toEqual(seeded(read, { profile: alone }));
    expect(together).not.toEqual([]);
  });

  it("keeps what was there when the history goes on", () => {
    const read = (store: Store): readonly string[] =>
      store.connection
        .prepare("SELECT json_array(id, guid, startedAt, endedAt, outcome) FROM chat")
        .pluck()
        .all() as string[];
    const earlier = seeded(read, { until: Date.parse("2021-03-16T15:07:00Z") });
    const later = new Set(seeded(read, { until: Date.parse("2021-03-16T20:00:00Z") }));
    expect(earlier.filter((chat) => !later.has(chat))).toEqual([]);
    expect(later.size).toBeGreaterThan(earlier.length);
  });

  it("writes the same chats without transcripts, but for their messages", () => {
    const read = (store: Store): unknown => ({
      messages: store.connection.prepare("SELECT count(*) FROM message").pluck().get(),
      rest: ["chat", "offer", "survey", "transfer", "file_sent", "chat_tag", "shift", "guest"].map((table) =>
        store.connection.prepare(`SELECT * FROM ${table}`).all(),
      ),
    });
    const whole = seeded(read) as { messages: number; rest: unknown };
    expect(whole.messages).toBeGreaterThan(1000);
    expect(seeded(read, { transcripts: false })).toEqual({ messages: 0, rest: whole.rest });
  });

  it("tells how far it is", () => {
    const told: string[] = [];
    const store = openStore(":memory:");
    const onProgress = (done: number, total: number, chats: number): void => {
      told.push(`${done} of ${total}: ${chats > 1000 * told.length}`);
    };
    seedHistory(store, { profile: { ...smallProfile, days: 20 }, seed: 1, until: noon, onProgress });
    store.close();
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe("22 of 22: true");
  });
});

describe("listSeededKeys", () => {
  it("gives every person who may read reports a key that the store knows", () => {
    seeded((store, { keys }) => {
      expect(listSeededKeys(store)).toEqual(keys);
      expect(keys.map(({ person, role, queues }) => ({ person, role, queues }))).toEqual([
        { person: "Alex Morgan", role: "Administrator", queues: [1, 2, 3] },
        { person: expect.any(String) as string, role: "Manager", queues: [1] },
        { person: expect.any(String) as string, role: "Reviewer", queues: [1, 2] },
        { person: expect.any(String) as string, role: "Manager", queues: [2] },
        { person: expect.any(String) as string, role: "Reviewer", queues: [2, 3] },
        { person: expect.any(String) as string, role: "Manager", queues: [3] },
        { person: expect.any(String) as string, role: "Reviewer", queues: [3] },
      ]);
      expect(keys[0]?.key).toBe(sampleKey);
      for (const { key } of keys) expect(findKey(store, key)).toMatchObject({ isValid: true, isWellKnown: true });
    });
  });

  it("leaves out a key that was revoked", () => {
    seeded((store, { keys }) => {
      revokeKey(store, 1, noon);
      expect(listSeededKeys(store)).toEqual(keys.slice(1));
    });
  });

  it("has none in a store without a history", () => {
    const store = openStore(":memory:");
    expect(listSeededKeys(store)).toEqual([]);
    store.close();
  });
});

describe("the demo profile", () => {
  const until = Date.parse("2026-11-22T17:00:00Z");
  let store: Store;
  let result: SeedResult;
  beforeAll(() => {
    store = openStore(":memory:");
    result = seedHistory(store, { profile: profiles.demo, seed: 1, until });
  });
  afterAll(() => {
    store.close();
  });
  const count = (sql: string): number => store.connection.prepare(sql).pluck().get() as number;
  const november = "queueId = 1 AND startedAt BETWEEN 1604203200000 AND 1606798799999";

  it("is as large as it says", () => {
    expect(result.chats).toBe(count("SELECT count(*) FROM chat"));
    expect(result.chats).toBeGreaterThan(57_000);
    expect(result.chats).toBeLessThan(63_000);
    expect(result.queues).toBe(6);
    expect(result.agents).toBe(40);
    expect(count("SELECT count(DISTINCT zone) FROM queue")).toBeGreaterThanOrEqual(3);
    expect(count("SELECT count(*) FROM person WHERE isAdministrator")).toBe(2);
    expect(count("SELECT min(startedAt) FROM chat")).toBeGreaterThanOrEqual(result.from);
    expect(count(`SELECT count(*) FROM chat WHERE startedAt > ${until - 86_400_000}`)).toBeGreaterThan(0);
  });

  it("has inbound chats on each local day and UTC date of the samples' window", () => {
    const inbound = `FROM chat WHERE ${november} AND queuedAt IS NOT NULL`;
    expect(count(`SELECT count(DISTINCT startedAt / 86400000) ${inbound}`)).toBe(31);
    // New York's first hour, and its last one, the only one on the 31st UTC date.
    expect(count(`SELECT count(*) ${inbound} AND startedAt < 1604203200000 + 3600000`)).toBeGreaterThan(0);
    expect(count(`SELECT count(*) ${inbound} AND startedAt > 1606798799999 - 3600000`)).toBeGreaterThan(0);
    const localDay = "(startedAt - CASE WHEN startedAt < 1604210400000 THEN 14400000 ELSE 18000000 END) / 86400000";
    expect(count(`SELECT count(DISTINCT ${localDay}) ${inbound}`)).toBe(30);
  });

  it("looks like a help desk", () => {
    const share = (part: string, whole: string): number =>
      count(`SELECT 1.0 * sum(${part}) / sum(${whole}) FROM chat LEFT JOIN survey ON chatId = id`);
    const shares = {
      abandoned: share("outcome = 'abandoned'", "queuedAt IS NOT NULL"),
      missed: share("outcome = 'missed'", "queuedAt IS NOT NULL"),
      deflected: share("outcome = 'deflected'", "throughBot"),
      satisfied: share("rating >= 4", "rating IS NOT NULL"),
    };
    expect(shares.abandoned).toBeGreaterThan(0.04);
    expect(shares.abandoned).toBeLessThan(0.15);
    expect(shares.missed).toBeLessThan(0.08);
    expect(shares.deflected).toBeGreaterThan(0.15);
    expect(shares.satisfied).toBeGreaterThan(0.75);
    expect(shares.satisfied).toBeLessThan(0.9);
    const wait = count("SELECT avg(answeredAt - queuedAt) / 1000 FROM chat");
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThan(60);
  });

  it("holds no impossible event in November 2020 and the days before its end", () => {
    expect(findImpossibleEvents(store, until)).toEqual([]);
  });

  it("has texts that try a CSV writer", () => {
    for (const sign of [",", '"', "\n", "é", "ß"]) {
      expect(
        count(`SELECT count(*) FROM chat JOIN message ON chatId = id WHERE instr(text, '${sign}')`),
      ).toBeGreaterThan(0);
    }
    for (const sign of [",", '"', "\n"]) {
      expect(count(`SELECT count(*) FROM chat WHERE instr(question, '${sign}')`)).toBeGreaterThan(0);
    }
  });
});
