import { isSnapshotName, openSnapshots, type Snapshot, type Store } from "../../store/index.ts";
import type { AuditTrail } from "../audit-trail.ts";
import type { Clock } from "../clock.ts";
import type { Faults } from "../faults/faults.ts";
import type { AnswersUnderWay } from "./answers-under-way.ts";
import type { RecentCalls } from "./recent-calls.ts";

/** Why there is nothing to go back to. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
  /** `unknown`: there is none; `invalid`: its name cannot be one. */
  readonly why: "unknown" | "invalid";

  constructor(why: "unknown" | "invalid", message: string) {
    super(message);
    this.why = why;
  }
}

/** The kept states of the data: snapshots by name, and how it was at the start. No restore takes the audit trail back. */
export type States = {
  /** Keeps the data as it is now, in place of a snapshot of this name. */
  readonly save: (name: string) => Promise<Snapshot>;
  readonly list: () => readonly Snapshot[];
  /** Answers that are being sent are cut, new calls wait. Throws SnapshotError when there is none of this name. */
  readonly restore: (name: string) => Promise<void>;
  /** Throws SnapshotError when there is none of this name. */
  readonly remove: (name: string) => void;
  /** Puts data, clock and faults back to how they were at the start, and forgets the recent calls. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What writes to the store beside the emulator, and can be told to wait. */
export type OtherWriter = {
  readonly pause: () => void;
  /** The data may be another now. */
  readonly resume: () => void;
};

type Parts = {
  readonly store: Store;
  readonly trail: AuditTrail;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly recent: RecentCalls;
  readonly answers: AnswersUnderWay;
  /** Keeps how the data is now, to go back to by `reset`. */
  readonly isResettable: boolean;
  readonly writer: OtherWriter | undefined;
  readonly onError: (error: unknown) => void;
};

/** The states of one running emulator's data. */
export function createStates(parts: Parts): States {
  const { store, trail, clock, faults, recent, answers, isResettable, writer, onError } = parts;
  const snapshots = openSnapshots(store);
  if (isResettable) {
    snapshots.keepStart(clock.now()).catch((error: unknown) => {
      onError(new Error("the data cannot be reset: its state at the start could not be kept", { cause: error }));
    });
  }
  /** Restores while nothing else writes; `then` runs before anything does again. */
  const putBack = async (restore: () => Promise<boolean>, then?: () => void): Promise<boolean> =>
    answers.pause(async () => {
      const resumeTrail = trail.pause();
      writer?.pause();
      try {
        const isRestored = await restore();
        if (isRestored) then?.();
        return isRestored;
      } finally {
        resumeTrail();
        writer?.resume();
      }
    });
  const checkName = (name: string): void => {
    if (isSnapshotName(name)) return;
    throw new SnapshotError(
      "invalid",
      `the snapshot's name is "${name.slice(0, 100)}": give up to 64 letters, digits, - and _, a letter or digit first`,
    );
  };
  const refuseUnknown = (name: string): SnapshotError => new SnapshotError("unknown", `there is no snapshot "${name}"`);
  return {
    save: async (name) => {
      checkName(name);
      return snapshots.save(name, clock.now());
    },
    list: snapshots.list,
    restore: async (name) => {
      checkName(name);
      if (!snapshots.list().some((snapshot) => snapshot.name === name)) throw refuseUnknown(name);
      if (!(await putBack(() => snapshots.restore(name)))) throw refuseUnknown(name);
    },
    remove: (name) => {
      checkName(name);
      if (!snapshots.remove(name)) throw refuseUnknown(name);
    },
    reset: async () => {
      const isReset = await putBack(snapshots.restoreStart, () => {
        clock.reset();
        faults.reset();
        recent.clear();
      });
      if (!isReset) {
        throw new SnapshotError(
          "unknown",
          "the state at the start was not kept: start without --no-reset (in a test: with isResettable), or restore a snapshot",
        );
      }
    },
    close: snapshots.close,
  };
}
