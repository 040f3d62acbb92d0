import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createHistoryWriter, explainFileError, hasHistory, openStore } from "../emulator/store/index.ts";
import { finishHistory, planOf, type SeedOptions, type SeedResult } from "./seed-history.ts";
import { simulateHere, simulateInThread } from "./simulation-thread.ts";

/** What to seed, and into which file. */
export type SeedFileOptions = SeedOptions & {
  readonly file: string;
  /** Whether a history that the file has already may be replaced. */
  readonly replace: boolean;
  /** Whether the simulation gets a thread of its own; when left out, for a history that is worth one. */
  readonly thread?: boolean;
  /** Stops the work; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
};

/** Below so many queue-days a thread costs more time than it saves: it has to load the program again. */
const queueDaysWorthAThread = 150;

const dayMs = 86_400_000;

/**
 * Seeds a data file, making its folder when needed. The history grows in a new file beside it, `FILE.seeding-PID`, which takes
 * the file's place once it is whole: stopped at any instant, the file is as it was. Drafts that a killed program left behind are
 * removed.
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
  const draft = `${file}${draftMark}${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    removeDeadDrafts(file);
    removeFile(draft);
  } catch (error) {
    throw explainFileError(error, file, "write");
  }
  try {
    const result = await seedDraft(draft, options, signal);
    refuseFileInUse(file);
    renameSync(draft, file);
    return result;
  } catch (error) {
    throw explainFileError(error, file, "write");
  } finally {
    removeFile(draft);
  }
}

async function seedDraft(
  draft: string,
  options: SeedFileOptions,
  signal: AbortSignal | undefined,
): Promise<SeedResult> {
  const { until, onProgress } = options;
  const plan = planOf(options);
  const queueDays = ((until - Date.parse(plan.firstOn)) / dayMs) * plan.profile.queues.length;
  const inThread = options.thread ?? queueDays > queueDaysWorthAThread;
  const steps = (inThread ? simulateInThread : simulateHere)(plan, until);
  // The thread starts while the file is made ready.
  let next = steps.next();
  try {
    const store = openStore(draft);
    try {
      const writer = createHistoryWriter(store, { isDraft: true });
      for (let chats = 0; ;) {
        signal?.throwIfAborted();
        const step = await next;
        if (step.done === true) return finishHistory(store, writer, plan, step.value, chats);
        writer.addRows(step.value.rows);
        chats += step.value.chats;
        onProgress?.(step.value.done, step.value.total, chats);
        next = steps.next();
      }
    } finally {
      store.close();
    }
  } finally {
    await Promise.allSettled([next, steps.return({ until, dateOn: plan.firstOn, lastId: 0 })]);
  }
}

const draftMark = ".seeding-";

/** A draft carries the number of the program that writes it: one whose program is gone is nobody's. */
function removeDeadDrafts(file: string): void {
  const stem = `${basename(file)}${draftMark}`;
  for (const name of readdirSync(dirname(file))) {
    const pid = /^(\d+)(?:-wal|-shm|-journal)?$/.exec(name.startsWith(stem) ? name.slice(stem.length) : "")?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(file), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's program may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
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
