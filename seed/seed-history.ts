import { createHistoryWriter, type HistoryWriter, type Store } from "../emulator/store/index.ts";
import { firstDayOf } from "./calendar.ts";
import { tagIdsOf } from "./cast.ts";
import { listSeededKeys, sampleKey, type SeededKey } from "./keys.ts";
import { createStaff } from "./people.ts";
import type { Profile } from "./profile.ts";
import { profiles, type ProfileName } from "./profiles.ts";
import { firstInstantOf, Simulation, type ResumePoint, type SimulationPlan } from "./simulation.ts";

/** What to seed. */
export type SeedOptions = {
  readonly profile: ProfileName | Profile;
  /** A whole number from 0 on. */
  readonly seed: number;
  /** The last instant of the history, in milliseconds. */
  readonly until: number;
  /** The date, like `2025-10-01`, that the main part begins with; when left out, the profile's days before `until`. */
  readonly firstOn?: string;
  /** Without, chats have no messages and everything else is the same; with, when left out. */
  readonly transcripts?: boolean;
  /** Told now and then: how many of how many dates are done, and how many chats there are. */
  readonly onProgress?: (done: number, total: number, chats: number) => void;
};

/** What was seeded. */
export type SeedResult = {
  readonly profile: string;
  readonly seed: number;
  /** The first instant of the history, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** See `hashHistory`. */
  readonly contentHash: string;
  readonly chats: number;
  readonly queues: number;
  readonly agents: number;
  readonly people: number;
  readonly keys: readonly SeededKey[];
};

/** The profile of this name, or the one given. */
function profileOf(profile: ProfileName | Profile): Profile {
  return typeof profile === "string" ? profiles[profile] : profile;
}

/** The plan of a new history. */
export function planOf({ profile, seed, until, firstOn, transcripts = true }: SeedOptions): SimulationPlan {
  const asked = profileOf(profile);
  return { profile: asked, seed, firstOn: firstOn ?? firstDayOf(asked, until), transcripts };
}

/**
 * Fills an empty store with a synthetic history. The same profile, seed, `until` and first date give the same content on any
 * machine. A chat, its wrap-up and survey included, is in the history once all of it lies at or before `until`; one that is still
 * going on is not there yet, and its number is left out. A shift that is going on ends at `until`.
 *
 * @throws StoreError when the store has a history already.
 */
export function seedHistory(store: Store, options: SeedOptions): SeedResult {
  const { until, onProgress } = options;
  const plan = planOf(options);
  const writer = createHistoryWriter(store);
  try {
    let chats = 0;
    const steps = new Simulation(plan).advance(until);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return finishHistory(store, writer, plan, step.value, chats);
      writer.addRows(step.value.rows);
      chats += step.value.chats;
      onProgress?.(step.value.done, step.value.total, chats);
    }
  } finally {
    writer.abandon();
  }
}

/** Closes a new history with its hash and the facts from which it can be gone on with. */
export function finishHistory(
  store: Store,
  writer: HistoryWriter,
  plan: SimulationPlan,
  resume: ResumePoint,
  chats: number,
): SeedResult {
  const { profile, seed, firstOn, transcripts } = plan;
  const { until } = resume;
  const from = firstInstantOf(plan, until);
  const contentHash = writer.hash();
  writer.finish({
    profile: profile.name,
    plan: JSON.stringify({ profile, firstOn, transcripts, simulation: simulationVersion }),
    resume: JSON.stringify(resume),
    seed: String(seed),
    from: String(from),
    until: String(until),
    contentHash,
    sampleKey,
  });
  const { people, agents } = createStaff(profile, seed, tagIdsOf(profile));
  const counts = { chats, queues: profile.queues.length, agents: agents.length, people: people.length };
  return { profile: profile.name, seed, from, until, contentHash, ...counts, keys: listSeededKeys(store) };
}

/** Grows with every change of what a plan gives: a history is gone on with only by what began it. */
export const simulationVersion = 3;
