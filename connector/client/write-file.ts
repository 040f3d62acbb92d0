import { existsSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import type { Sink } from "./row-format.ts";

/** How a file may be written. */
type FileOptions = {
  /** Whether a file of this name may be replaced. */
  readonly mayReplace: boolean;
};

/** Throws an Error when a file may not be written: it is there, or a folder has its name. */
async function checkFile(file: string, { mayReplace }: FileOptions): Promise<void> {
  if (!existsSync(file)) return;
  if ((await stat(file)).isDirectory()) throw new Error(`could not write "${file}": it is a folder; name a file in it`);
  if (!mayReplace) throw new Error(`could not write "${file}": it is there already; --force replaces it`);
}

/**
 * Writes a file under the name `FILE.part`, and gives it its own name once all of it is on the disk: nobody finds half a file.
 * When the writing fails the part is removed, and a file that was there before stays.
 */
export async function writeWholeFile(
  file: string,
  options: FileOptions,
  write: (sink: Sink) => Promise<void>,
): Promise<void> {
  await checkFile(file, options);
  const part = `${file}.part`;
  const handle = await open(part, "wx").catch((cause: unknown) => {
    throw new Error(`could not write "${file}": ${explainOpening(part, cause)}`, { cause });
  });
  try {
    try {
      await write(async (piece) => {
        await handle.appendFile(piece);
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await checkFile(file, options);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Writes to a stream, no faster than it is read. When its reader goes away, as `head` does, the rest is not written. */
export async function writeToStream(stream: Writable, write: (sink: Sink) => Promise<void>): Promise<void> {
  // The stream tells of an error here as well as to the write that met it.
  stream.on("error", () => undefined);
  try {
    await write(
      (piece) =>
        new Promise((resolve, reject) => {
          stream.write(piece, (error) => {
            if (error) reject(error);
            else resolve();
          });
        }),
    );
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
}

function explainOpening(part: string, cause: unknown): string {
  if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") {
    return `"${part}" is there; another run writes it, or one was killed: then remove it`;
  }
  return `${cause instanceof Error ? cause.message : String(cause)}; name one in a folder that is there`;
}
