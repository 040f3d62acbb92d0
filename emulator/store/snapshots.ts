import { randomUUID } from "node:crypto";
import { snapshotBuffers } from "./snapshot-buffers.ts";
import { snapshotFiles } from "./snapshot-files.ts";
import type { Snapshot, SnapshotPlace } from "./snapshot-place.ts";
import type { Store } from "./store.ts";

/**
 * The snapshots of a store: everything in it but the audit trail, which no restore takes back. Those of a file are files in a
 * folder beside it, `<file>.snapshots`, and outlive the program; those of a store in memory end with it.
 */
export type Snapshots = {
  /** Keeps the state at this moment under a name, in place of one that has it. Others may go on writing meanwhile. */
  readonly save: (name: string, at: number) => Promise<Snapshot>;
  /** In the order of their names. */
  readonly list: () => readonly Snapshot[];
  /**
   * Puts the store back to a snapshot, all or nothing; gives `false` when there is none of this name. For a file nobody may
   * write through this store's connection until it is done; other programs that write wait.
   *
   * @throws StoreError when the snapshot is damaged, or was made by a newer chime-bi, or the store cannot be written.
   */
  readonly restore: (name: string) => Promise<boolean>;
  /** Gives `false` when there is none of this name. */
  readonly remove: (name: string) => boolean;
  /** Keeps the state at this moment as the one to begin again from. */
  readonly keepStart: (at: number) => Promise<void>;
  /** As `restore`, to the state that `keepStart` kept; `false` when it was not asked to. */
  readonly restoreStart: () => Promise<boolean>;
  /** Waits for what is under way and takes the state away that was kept as the start. */
  readonly close: () => Promise<void>;
};

const snapshotName = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/** Whether a text may be a snapshot's name: up to 64 letters, digits, `-` and `_`, beginning with a letter or a digit. */
export function isSnapshotName(name: string): boolean {
  return snapshotName.test(name);
}

/** The snapshots of a store. What is asked of them is done in order, one after the other. */
export function openSnapshots(store: Store): Snapshots {
  const place: SnapshotPlace = store.file === ":memory:" ? snapshotBuffers(store) : snapshotFiles(store);
  // Several programs may serve one file, each with a start of its own; the process tells whose is left over.
  const start = `.start-${process.pid}-${randomUUID()}`;
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = async <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run);
    // Whoever asked is told of a failure; the next one is not.
    last = next.catch(() => undefined);
    return next;
  };
  return {
    save: (name, at) => inOrder(() => place.save(name, at)),
    list: place.list,
    restore: (name) => inOrder(() => place.restore(name)),
    remove: place.remove,
    keepStart: async (at) => {
      place.clean();
      await inOrder(() => place.save(start, at));
    },
    restoreStart: () => inOrder(() => place.restore(start)),
    close: async () => {
      await last;
      place.remove(start);
      place.clean();
    },
  };
}
