import { renameSync, rmSync, writeFileSync } from "node:fs";

/** A key that the program may show, because it follows from the seed. */
export type ShownKey = {
  readonly person: string;
  readonly role: string;
  readonly key: string;
  /** The numbers of the queues whose reports it may read. */
  readonly queues: readonly number[];
};

/** Writes where a server answers, with which keys, and by which token it is controlled when it can be. */
export function writeReadyFile(
  file: string,
  {
    url,
    keys,
    controlToken,
  }: { readonly url: string; readonly keys: readonly ShownKey[]; readonly controlToken?: string },
): void {
  writePrivateFile(file, { url, pid: process.pid, keys, controlToken }, "ready");
}

/**
 * Writes JSON all at once, for this account only: a reader sees the whole file or none.
 *
 * @param what what kind of file it is, for the error.
 */
export function writePrivateFile(file: string, value: unknown, what: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`could not write the ${what} file "${file}": ${why}; name one in a folder that is there`, {
      cause,
    });
  }
}
