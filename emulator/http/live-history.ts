import type { Store } from "../store/index.ts";
import { openHistory } from "./open-history.ts";

/** Goes on with the history of a store, up to an instant; throws when it cannot. */
export type GrowHistory = (store: Store) => { readonly advance: (until: number) => number };

/** A history that goes on with the clock. */
export type LiveHistory = {
  /** Lets it catch up with the clock now. A failure is told, and ends its growth. */
  readonly grow: () => void;
  /** Keeps it from writing until `resume`, which begins with what is then in the file. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly close: () => void;
};

/** How often it grows by itself. */
const growthMs = 1000;

/**
 * Lets the history of a data file go on with a clock, every second, through a connection of its own: the emulator's is busy while
 * a report is being sent. It has caught up when this comes back.
 *
 * @throws Error when the history cannot be gone on with.
 */
export function openLiveHistory(file: string, growHistory: GrowHistory, now: () => number): LiveHistory {
  const store = openHistory(file);
  let growth: ReturnType<GrowHistory> | undefined;
  const begin = (): void => {
    growth = growHistory(store);
    growth.advance(now());
  };
  const tell = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      growth = undefined;
      console.error(`serve: the history no longer grows: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const grow = (): void => {
    tell(() => growth?.advance(now()));
  };
  try {
    begin();
  } catch (error) {
    store.close();
    throw error;
  }
  const timer = setInterval(grow, growthMs);
  return {
    grow,
    pause: () => {
      growth = undefined;
    },
    resume: () => {
      tell(begin);
    },
    close: () => {
      clearInterval(timer);
      store.close();
    },
  };
}
