import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { hasHistory, openStore } from "../emulator/store/index.ts";
import { seedInSteps, type SeedOptions, type SeedResult } from "./seed-history.ts";

/** What to seed, and into which file. */
export type SeedFileOptions = SeedOptions & {
  readonly file: string;
  /** Whether a history that the file has already may be replaced. */
  readonly replace: boolean;
  /** Stops the work; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
};

/**
 * Seeds a data file, making its folder when needed. The history grows in a new file beside it, `FILE.seeding-PID`, which takes
 * the file's place once it is whole: stopped at any instant, the file is as it was.
 *
 * @throws Error when the file has a history that may not be replaced, or is in use by another program.
 * @throws StoreError when the file is something else than a data file.
 */
export async function seedFile(options: SeedFileOptions): Promise<SeedResult> {
  const { file, replace, signal } = options;
  if (existsSync(file) && holdsHistory(file) && !replace) {
    throw new Error(`"${file}" already holds a history: name another file with --data, or replace it with --force`);
  }
  refuseFileInUse(file);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.seeding-${process.pid}`;
  removeFile(draft);
  try {
    const result = await seedDraft(draft, options, signal);
    refuseFileInUse(file);
    renameSync(draft, file);
    return result;
  } finally {
    removeFile(draft);
  }
}

async function seedDraft(draft: string, options: SeedOptions, signal: AbortSignal | undefined): Promise<SeedResult> {
  const store = openStore(draft);
  try {
    const steps = seedInSteps(store, options);
    for (;;) {
      signal?.throwIfAborted();
      const step = steps.next();
      if (step.done === true) return step.value;
      await nextTurn();
    }
  } finally {
    store.close();
  }
}

function holdsHistory(file: string): boolean {
  const store = openStore(file);
  try {
    return hasHistory(store);
  } finally {
    store.close();
  }
}

/** The last program to close a file removes its write-ahead log: one that is there belongs to somebody. */
function refuseFileInUse(file: string): void {
  if (existsSync(`${file}-wal`)) {
    throw new Error(`cannot replace "${file}": another program has it open; stop that program first`);
  }
}

function removeFile(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
}
