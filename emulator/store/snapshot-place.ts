/** A state of a store that was kept. */
export type Snapshot = {
  readonly name: string;
  /** Milliseconds since 1970, UTC, as told by who saved it. */
  readonly savedAt: number;
  readonly bytes: number;
};

/** Where the snapshots of a store are. One thing at a time is asked of it. */
export type SnapshotPlace = {
  /** Keeps the state at this moment under a name, in place of one that has it. Others may go on writing meanwhile. */
  readonly save: (name: string, at: number) => Promise<Snapshot>;
  /** In the order of their names, without the hidden ones. */
  readonly list: () => readonly Snapshot[];
  /** Puts the store back to a snapshot, all or nothing but the audit trail; gives `false` when there is none of this name. */
  readonly restore: (name: string) => Promise<boolean>;
  /** Gives `false` when there is none of this name. */
  readonly remove: (name: string) => boolean;
  /** Takes away what programs left that were killed, and the folder when nothing is in it. */
  readonly clean: () => void;
};

/** Whether a name is for a state that the program keeps for itself. */
export function isHiddenName(name: string): boolean {
  return name.startsWith(".");
}
