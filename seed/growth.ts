import { extendHistory, readFacts, type Store } from "../emulator/store/index.ts";
import type { Profile } from "./profile.ts";
import { simulationVersion, type SeedOptions } from "./seed-history.ts";
import { Simulation, type ResumePoint, type SimulationPlan } from "./simulation.ts";

/** A history that can be gone on with, any number of times. */
export type Growth = {
  /** The instant at which the history ends now. */
  readonly until: () => number;
  /**
   * Lets the history go on to a later instant, and tells how many chats came; an earlier one changes nothing. Afterwards the
   * history is the same as if it had been seeded in one go from the same first date. With `hash` its content hash is worked out
   * anew, which reads all of it; otherwise the file has none until somebody asks. `onProgress` is told as by `seedHistory`.
   */
  readonly advance: (until: number, options?: AdvanceOptions) => number;
};

type AdvanceOptions = { readonly hash?: boolean; readonly onProgress?: SeedOptions["onProgress"] };

/**
 * Prepares to go on with a seeded history.
 *
 * @throws Error when the store has no history of the program's own, or one of another version of the simulation.
 */
export function growHistory(store: Store): Growth {
  const plan = readPlan(store);
  const simulation = new Simulation(plan);
  let { until } = plan.resume;
  return {
    until: () => until,
    advance: (to, { hash = false, onProgress } = {}) => {
      if (to <= until) return 0;
      const writer = extendHistory(store);
      try {
        let chats = 0;
        const steps = simulation.advance(to);
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) {
          writer.addRows(step.value.rows);
          chats += step.value.chats;
          onProgress?.(step.value.done, step.value.total, chats);
        }
        writer.finish({
          resume: JSON.stringify(step.value),
          until: String(to),
          contentHash: hash ? writer.hash() : "",
        });
        until = to;
        return chats;
      } finally {
        writer.abandon();
      }
    },
  };
}

function readPlan(store: Store): SimulationPlan & { readonly resume: ResumePoint } {
  const facts = readFacts(store);
  const written = facts.get("plan");
  const resume = facts.get("resume");
  const refuse = (why: string): Error => new Error(`cannot go on with the history of "${store.file}": ${why}`);
  if (written === undefined || resume === undefined) {
    throw refuse("it was not made by `chime-bi seed`; seed a new file");
  }
  const { profile, firstOn, transcripts, simulation } = JSON.parse(written) as {
    readonly profile: Profile;
    readonly firstOn: string;
    readonly transcripts: boolean;
    readonly simulation: number;
  };
  if (simulation !== simulationVersion) {
    throw refuse("another version of chime-bi made it; seed it again with --force");
  }
  const seed = Number(facts.get("seed"));
  return { profile, seed, firstOn, transcripts, resume: JSON.parse(resume) as ResumePoint };
}
