import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import type { LoadedCell } from "../../connector/engine/index.ts";
import { describeClocks, generateTree, readSources } from "../../connector/generate/index.ts";
import { printPolicy, type RefreshPolicy } from "../../connector/refresh/policy/policy.ts";
import { granularities } from "../../connector/refresh/policy/period.ts";
import { readTarget, runRefresh, type RefreshResult } from "../../connector/refresh/index.ts";
import { readConnector } from "../../connector/refresh/target.ts";
import { reportNames, reports } from "../../emulator/catalogue/index.ts";
import { createEmulator } from "../../emulator/http/index.ts";
import { openStore } from "../../emulator/store/index.ts";
import { growHistory, listSeededKeys, seedHistory } from "../../seed/index.ts";
import { smallProfile } from "../seed/small-profile.ts";
import { chatsBetween, foldedChats, startSpoiler, type Fault } from "./refreshing.ts";

const day = 86_400_000;
const hour = 3_600_000;

/** Zones whose clocks are changed in the weeks that are refreshed, one of them by half an hour. */
const zones = ["UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"];

/** How a table reads its range: on which clock, or as UTC. */
const readings = [undefined, "America/New_York", "Europe/Berlin", "Australia/Lord_Howe"];

/** What is put in the way, and whether Power Query gets over it. */
const faults: readonly { readonly fault: Fault | undefined; readonly isGotOver: boolean }[] = [
  { fault: undefined, isGotOver: true },
  { fault: "throttled", isGotOver: true },
  { fault: "unavailable", isGotOver: true },
  { fault: "cut", isGotOver: false },
  { fault: "reset", isGotOver: false },
  { fault: "malformed", isGotOver: false },
  { fault: "refused", isGotOver: false },
];

/** A project whose tables have policies and ways to read the range, refreshed in a zone, at instants, with faults in the way. */
const courses = fc.record({
  zone: fc.constantFrom(...zones),
  tables: fc.array(
    fc.record({
      reading: fc.constantFrom(...readings),
      stored: fc.record({ granularity: fc.constantFrom(...granularities), periods: fc.integer({ min: 1, max: 3 }) }),
      refreshed: fc.record({
        granularity: fc.constantFrom("day", "month" as const),
        periods: fc.integer({ min: 1, max: 3 }),
      }),
      offset: fc.constantFrom(0, -1),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  steps: fc.array(
    fc.record({
      after: fc.integer({ min: hour, max: 9 * day }),
      way: fc.constantFrom(...faults),
      call: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 3, maxLength: 3 },
  ),
});

/** How the tables ask: by plain M, which writes the range into the request, or by the connector, which makes it of a filter. */
type Source = "plain" | "connector";

const asking: Readonly<Record<Source, (zone: string | undefined) => string>> = {
  plain: chatsBetween,
  connector: foldedChats,
};

/** The connector with the zones of these courses, which the shipped one has not all. */
function emitConnector(): Uint8Array {
  const clocks = describeClocks(readings.map((zone) => zone ?? "UTC"));
  const input = { reports: reportNames.map((name) => reports[name]), clocks, sources: readSources() };
  return generateTree({ ...input, address: "https://example.com", version: "1.0.0" }).get("Chime.mez")!;
}

type WriteProject = (tables: readonly { name: string; query: string }[]) => string;

/**
 * Refreshes projects of random policies and zones at random instants, while the history goes on and faults are in the way: what the
 * partitions hold together is each time exactly what the emulator has, or the refresh has failed, says of which table, and changed
 * nothing.
 */
export async function checkCompleteness(writeProject: WriteProject, source: Source, runs: number): Promise<void> {
  const courseList = fc.sample(courses, { numRuns: runs, seed: 20261122 });
  for (const [index, course] of courseList.entries()) {
    await checkCourse(writeProject, source, course).catch((cause: unknown) => {
      throw new Error(`course ${index}: ${JSON.stringify(course)}`, { cause });
    });
  }
}

type Course = typeof courses extends fc.Arbitrary<infer Value> ? Value : never;

async function checkCourse(writeProject: WriteProject, source: Source, { zone, tables, steps }: Course): Promise<void> {
  const store = openStore(":memory:");
  let now = Date.parse("2021-03-12T15:00:00Z");
  seedHistory(store, { profile: smallProfile, seed: 1, firstOn: "2021-03-01", until: now, transcripts: false });
  const key = listSeededKeys(store).find(({ role }) => role.startsWith("Administrator"))!.key;
  const emulator = await createEmulator({ store, now: () => now });
  const spoiler = await startSpoiler(emulator.url);
  const growth = growHistory(store);
  const policies = tables.map(({ stored, refreshed, offset }): RefreshPolicy => ({
    stored,
    refreshed,
    offset,
    mode: "import",
    source: undefined,
    polling: undefined,
  }));
  const names = policies.map((policy, index) => `${index} ${printPolicy(policy)}`);
  const folder = writeProject(names.map((name, index) => ({ name, query: asking[source](tables[index]!.reading) })));
  const file = join(folder, "Chime.mez");
  if (source === "connector") writeFileSync(file, emitConnector());
  const connectors = source === "connector" ? { connectors: [await readConnector(file)] } : {};
  const kept: Kept = { state: { tables: {} }, rows: new Map() };
  const refresh = (): Promise<Loaded> =>
    load(folder, {
      ...connectors,
      url: spoiler.url,
      key,
      now,
      zone,
      state: kept.state,
      policies: Object.fromEntries(names.map((name, index) => [name, policies[index]!])),
    });
  try {
    for (const step of steps) {
      now += step.after;
      growth.advance(now);
      const { fault } = step.way;
      spoiler.faultOf = (call) => (call === step.call ? fault : undefined);
      let loaded = await refresh();
      if (!step.way.isGotOver && spoiler.calls() > step.call) {
        expectFailure(loaded.result, source, fault!);
        spoiler.faultOf = () => undefined;
        loaded = await refresh();
      }
      expect(loaded.result.tables.flatMap(({ error }) => error ?? [])).toEqual([]);
      expect(loaded.result.ok).toBe(true);
      keep(kept, loaded);
      for (const [index, name] of names.entries()) {
        expect(idsOf(kept, name), name).toEqual(await truthOf(emulator.url, key, kept, name, tables[index]!.reading));
      }
    }
  } finally {
    await spoiler.close();
    await emulator.close();
    store.close();
  }
}

/** What a model would hold: rows by table and part. */
type Kept = { state: RefreshResult["state"]; readonly rows: Map<string, number[]> };

type Loaded = { readonly result: RefreshResult; readonly rows: ReadonlyMap<string, number[]> };

type How = Pick<Parameters<typeof runRefresh>[0], "url" | "key" | "now" | "zone" | "state" | "policies" | "connectors">;

async function load(folder: string, how: How): Promise<Loaded> {
  const rows = new Map<string, number[]>();
  const result = await runRefresh({
    ...how,
    target: await readTarget(folder),
    as: "service",
    openRows: ({ table, partition }) => {
      const ids: number[] = [];
      rows.set(`${table}/${partition!}`, ids);
      return {
        write: (batch: readonly (readonly LoadedCell[])[]) => {
          ids.push(...batch.map(([id]) => id as number));
        },
        finish: () => Promise.resolve(undefined),
      };
    },
  });
  return { result, rows };
}

function keep(kept: Kept, { result, rows }: Loaded): void {
  kept.state = result.state;
  for (const [part, ids] of rows) kept.rows.set(part, ids);
}

function idsOf({ state, rows }: Kept, table: string): number[] {
  const parts = state.tables[table]!.partitions.flatMap((partition) => partition.parts);
  return parts.flatMap(({ name }) => rows.get(`${table}/${name}`)!).sort((left, right) => left - right);
}

/** The chats that the emulator has now, from the first partition's start to the last one's end, in one call. */
async function truthOf(
  url: string,
  key: string,
  { state }: Kept,
  table: string,
  reading: string | undefined,
): Promise<number[]> {
  const { partitions } = state.tables[table]!;
  const text = (moment: number): string => new Date(moment).toISOString().slice(0, reading === undefined ? 24 : 23);
  const query = new URLSearchParams({
    queueId: "1",
    zone: reading ?? "UTC",
    start: text(partitions[0]!.start),
    stop: text(partitions.at(-1)!.end - 1),
  });
  const answer = await fetch(`${url}/Chime/Report/ChatHistory?${query.toString()}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { sessionId: number }[])
    .map(({ sessionId }) => sessionId)
    .sort((left, right) => left - right);
}

type FatalFault = Exclude<Fault, "throttled" | "unavailable">;

const network = {
  cut: /DataSource\.Error: .*(?:terminated|closed|aborted|mismatch)/u,
  reset: /DataSource\.Error: .*(?:closed|ECONNRESET|socket)/u,
  refused: /Credential\.Error: /u,
};

const shown: Readonly<Record<Source, Readonly<Record<FatalFault, RegExp>>>> = {
  plain: { ...network, malformed: /DataFormat\.Error: /u },
  connector: { ...network, malformed: /DataSource\.Error: Chime: ChatHistory of queue 1: the answer is not whole/u },
};

function expectFailure(result: RefreshResult, source: Source, fault: Fault): void {
  expect(result.ok).toBe(false);
  const failed = result.tables.filter(({ ok }) => !ok);
  expect(failed).toHaveLength(1);
  const { error, name } = failed[0]!;
  expect(error!.shown).toMatch(shown[source][fault as FatalFault]);
  expect(error!.shown).toContain(`Table: ${name}.`);
}
