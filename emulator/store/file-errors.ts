import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Why a data file cannot be used. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

const unwritable = "it may not be written; make the file and its folder writable, or copy it to where it can be";

/** What stands behind the codes of SQLite and of Node's files, by their beginning: `SQLITE_IOERR_WRITE` is an `SQLITE_IOERR`. */
const reasons: readonly (readonly [code: string, reason: string])[] = [
  ["SQLITE_NOTADB", "it is no database; name a file of chime-bi, or a new one"],
  ["SQLITE_CORRUPT", "it is damaged, or a part of it is missing; put a copy in its place, or seed a new file"],
  ["SQLITE_FULL", "the disk is full; make room and try again"],
  ["SQLITE_BUSY", "another program is writing to it; try again when that is done, or stop that program"],
  ["SQLITE_LOCKED", "another program is writing to it; try again when that is done, or stop that program"],
  ["SQLITE_READONLY", unwritable],
  ["SQLITE_PERM", "this account may not use it; give it the right to, or name another file"],
  ["SQLITE_IOERR", "the disk failed to read or write it; look for what is wrong with the disk, or name another file"],
  ["ENOSPC", "the disk is full; make room and try again"],
  ["EROFS", "it may not be written; name a file where it can be"],
  ["EACCES", "this account may not use it; give it the right to, or name another file"],
  ["EPERM", "this account may not use it; give it the right to, or name another file"],
  ["ENOTDIR", "a part of its path is a file, not a folder; name a file in a folder"],
  ["EEXIST", "a part of its path is a file, not a folder; name a file in a folder"],
];

/**
 * An error of SQLite, or of Node's files, as a sentence about its file; any other, or one that says already what it has to, as it is.
 *
 * @param what what could not be done with the file: `open`, `write`.
 */
export function explainFileError(error: unknown, file: string, what = "use"): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // better-sqlite3 says so itself, without a code.
  const isUnopened = code.startsWith("SQLITE_CANTOPEN") || error.message.includes("directory does not exist");
  const reason = isUnopened ? whyUnopened(file) : reasons.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (reason === undefined && !code.startsWith("SQLITE_")) return error;
  return new StoreError(`cannot ${what} "${file}": ${reason ?? error.message}`, { cause: error });
}

function whyUnopened(file: string): string {
  const folder = dirname(file);
  if (!existsSync(folder)) return `there is no folder "${folder}"; name a file in a folder that is there`;
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return "it is a folder; name a file in it";
  return "this account may not open it, or not make files beside it; give it the right to, or name another file";
}

/** Refuses a file that is there and may not be written: SQLite itself would find out at the first write only. */
export function refuseUnwritable(file: string): void {
  if (!existsSync(file)) return;
  try {
    accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new StoreError(`cannot open "${file}": ${unwritable}`, { cause });
  }
}
