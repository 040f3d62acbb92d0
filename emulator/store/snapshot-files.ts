import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { explainFileError } from "./file-errors.ts";
import { isHiddenName, type Snapshot, type SnapshotPlace } from "./snapshot-place.ts";
import { openStore, type Store } from "./store.ts";

/** Pages of 4 KiB: some 5 ms, after which others get their turn. */
const pagesAStep = 2000;
const allPages = 2 ** 31 - 1;
const longestWaitMs = 10_000;
/** What better-sqlite3 begins with. */
const busyTimeoutMs = 5000;
const ending = ".sqlite";

/** Snapshots of a file: files in the folder `<file>.snapshots`. */
export function snapshotFiles(store: Store): SnapshotPlace {
  const folder = `${store.file}.snapshots`;
  const pathOf = (name: string): string => join(folder, name + ending);
  const describe = (name: string): Snapshot | undefined => {
    const found = statSync(pathOf(name), { throwIfNoEntry: false });
    return found && { name, savedAt: found.mtimeMs, bytes: found.size };
  };
  return {
    save: async (name, at) => {
      mkdirSync(folder, { recursive: true });
      await copyStore(store.file, pathOf(name), at);
      return describe(name)!;
    },
    list: () => {
      const files = readFolder(folder).filter((file) => file.endsWith(ending) && !isHiddenName(file));
      return files.toSorted().flatMap((file) => describe(file.slice(0, -ending.length)) ?? []);
    },
    restore: async (name) => {
      if (describe(name) === undefined) return false;
      await putBack(pathOf(name), store);
      return true;
    },
    remove: (name) => {
      if (describe(name) === undefined) return false;
      rmSync(pathOf(name));
      return true;
    },
    clean: () => {
      for (const file of readFolder(folder)) {
        const [, ofStart, ofDraft] = leftOver.exec(file) ?? [];
        const pid = ofStart ?? ofDraft;
        if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, file), { force: true });
      }
      if (existsSync(folder) && readFolder(folder).length === 0) rmdirSync(folder);
    },
  };
}

/** What a process leaves that is killed: the state that it began with, working copies and drafts, with what SQLite puts beside them. */
const leftOver = /^(?:\.(?:start|restore)-(\d+)-.*|.*\.(\d+)\.tmp(?:-journal)?)$/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another account's process may not be asked, and is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readFolder(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * Copies a data file as it is at this moment, while others go on writing to it. The copy is there as a whole or not at all, and
 * on the disk when this comes back.
 */
async function copyStore(file: string, target: string, at: number): Promise<void> {
  const draft = `${target}.${process.pid}.tmp`;
  const reader = openStore(file, { isReadOnly: true });
  try {
    // A reader's transaction holds on to the state that it has seen first.
    reader.connection.exec("BEGIN");
    reader.connection.prepare("SELECT count(*) FROM sqlite_schema").get();
    rmSync(draft, { force: true });
    await reader.connection.backup(draft, { progress: () => pagesAStep });
    utimesSync(draft, at / 1000, at / 1000);
    renameSync(draft, target);
    flushFolder(dirname(target));
  } catch (error) {
    rmSync(draft, { force: true });
    throw explainFileError(error, target, "write");
  } finally {
    reader.close();
  }
}

/** A rename is on the disk once its folder is. Windows has no such step, and does it by itself. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies a snapshot into the data file, in one transaction of SQLite's own backup: every connection to the file goes on, and sees
 * either what was or what is restored. The snapshot itself is never written to, so that a kill cannot leave a journal beside it.
 */
async function putBack(path: string, store: Store): Promise<void> {
  const giveUpAt = performance.now() + longestWaitMs;
  const working = join(dirname(path), `.restore-${process.pid}-${randomUUID()}${ending}`);
  let copy: Store | undefined;
  // The backup holds the lock from its first step to its last, with a turn of the event loop between: waiting in it would be for ever.
  store.connection.pragma("busy_timeout = 0");
  try {
    await copyFile(path, working, constants.COPYFILE_FICLONE);
    // Brings what an older chime-bi made up to date.
    copy = openStore(working);
    carryAudit(store.file, copy);
    let pages = 0;
    // A backup that finds the file locked says that it is done, having seen no page.
    while (pages === 0) {
      await waitForWriters(store, giveUpAt);
      pages = (await copy.connection.backup(store.file, { progress: () => allPages })).totalPages;
    }
  } catch (error) {
    throw explainFileError(error, store.file, "restore");
  } finally {
    store.connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
    copy?.close();
    rmSync(working, { force: true });
  }
  // Otherwise the next call that is recorded would have to do it.
  store.connection.pragma("wal_checkpoint(TRUNCATE)");
}

/** Waits until no other program is writing. */
async function waitForWriters({ connection }: Store, giveUpAt: number): Promise<void> {
  for (;;) {
    try {
      connection.exec("BEGIN IMMEDIATE; ROLLBACK");
      return;
    } catch (error) {
      const isBusy = error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
      if (!isBusy || performance.now() > giveUpAt) throw error;
    }
    await setTimeout(20);
  }
}

function carryAudit(file: string, { connection }: Store): void {
  connection.prepare("ATTACH ? AS live").run(file);
  try {
    // Begun without a lock: who writes to the data file meanwhile does not hold this up.
    connection
      .transaction(() => {
        connection.exec("DELETE FROM main.audit; INSERT INTO main.audit SELECT * FROM live.audit");
      })
      .deferred();
  } finally {
    connection.exec("DETACH live");
  }
}
