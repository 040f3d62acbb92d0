import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readTarget, runRefresh, type RefreshResult } from "../../connector/refresh/index.ts";
import { createEmulator, scenarios, type Emulator, type ScenarioName } from "../../emulator/http/index.ts";
import { openStore, type Store } from "../../emulator/store/index.ts";
import { listSeededKeys, seedHistory } from "../../seed/index.ts";
import { smallProfile } from "../seed/small-profile.ts";
import { projectWriter } from "./refreshing.ts";

const writeProject = projectWriter();
const now = Date.parse("2021-03-12T15:00:00Z");
let store: Store;
let emulator: Emulator;
let whole: RefreshResult;
beforeAll(async () => {
  store = openStore(":memory:");
  seedHistory(store, { profile: smallProfile, seed: 1, firstOn: "2021-03-01", until: now, transcripts: false });
  emulator = await createEmulator({ store, now });
  whole = await refresh();
});
afterEach(() => {
  emulator.faults.clear();
});
afterAll(async () => {
  await emulator.close();
  store.close();
});

const names = ["AgentLoad", "ChatHistory", "InboundVsAnsweredChats", "Satisfaction"];
const folder = writeProject(
  names.map((name) => ({ name, query: `Chime.Report(ServerUrl, "${name}", [QueueId = 1, Zone = "Europe/Berlin"])` })),
);

/** One table after the other, so that a scenario meets the same calls each time. */
async function refresh(): Promise<RefreshResult> {
  const { key } = listSeededKeys(store).find(({ role }) => role.startsWith("Administrator"))!;
  return runRefresh({ target: await readTarget(folder), as: "service", url: emulator.url, key, now, parallel: 1 });
}

const complete = names.map(() => undefined);

/** What each table's error has to say; a scenario that is missing here does not compile. */
const errors: Readonly<Record<ScenarioName, readonly (string | undefined)[]>> = {
  throttled: complete,
  flaky: complete,
  slow: complete,
  "expired-key": [undefined, undefined, undefined, "Credential.Error: The credentials provided for the Chime source"],
  truncated: names.map((name) => `DataSource.Error: Chime: ${name} of queue 1 could not be read`),
  maintenance: complete,
  "old-build": complete,
};

describe("a refresh as the Service", () => {
  it("is whole where no fault is in the way", () => {
    expect(whole.ok).toBe(true);
    for (const { rows } of whole.tables) expect(rows).toBeGreaterThan(0);
  });

  it.each(Object.keys(scenarios) as ScenarioName[])(
    "through %s has each table whole, or an error that says what happened",
    async (scenario) => {
      emulator.faults.set(scenario);
      const { ok, tables } = await refresh();
      expect(emulator.faults.read().rules.some(({ fired }) => fired > 0)).toBe(true);
      expect(ok).toBe(errors[scenario].every((error) => error === undefined));
      for (const [index, table] of tables.entries()) {
        const message = errors[scenario][index];
        if (message === undefined) {
          expect([table.error, table.rows]).toEqual([undefined, whole.tables[index]!.rows]);
        } else {
          expect(table.error!.shown).toContain(message);
          expect(table.error!.shown).toContain(`Table: ${table.name}.`);
        }
      }
    },
  );
});
