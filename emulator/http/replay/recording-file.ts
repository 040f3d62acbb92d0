import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

/** A call as a recording keeps it: nothing in it is anybody's. */
export type RecordedCall = {
  /** When it was made, ISO-8601 in UTC. */
  readonly at: string;
  readonly method: "GET";
  readonly path: string;
  /** As `toQuery` writes it. */
  readonly query: string;
  /** Whether a key came with it. */
  readonly isKeyed: boolean;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many bytes the body had, when it is of a kind that is not recorded. */
  readonly omittedBytes?: number;
};

const firstLine = { format: "chime-bi recording", version: 1 };

/** A recording that is being written. */
export type RecordingFile = {
  readonly append: (call: RecordedCall) => void;
  /** Puts everything onto the disk. */
  readonly close: () => void;
};

/**
 * Begins a recording in a new file, for this account only: JSON Lines, one call a line. A line is written at once when its call is
 * answered, so that a killed program leaves whole lines, but for the last at most.
 *
 * @throws Error when there is such a file already, or it cannot be made.
 */
export function createRecordingFile(file: string): RecordingFile {
  let handle: number;
  try {
    handle = openSync(file, "ax", 0o600);
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === "EEXIST";
    const why = isThere ? "it is there already; name a new file" : reasonOf(cause);
    throw new Error(`could not record into "${file}": ${why}`, { cause });
  }
  const write = (line: object): void => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
  };
  write(firstLine);
  return {
    append: write,
    close: () => {
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}

/**
 * Reads a recording. A last line that was not written to its end is left out.
 *
 * @throws Error when it cannot be read, or is no recording; it names the line at fault.
 */
export function readRecording(file: string): readonly RecordedCall[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`could not replay "${file}": ${reasonOf(cause)}; make one with \`chime-bi serve --record\``, {
      cause,
    });
  }
  const [first = "", ...lines] = text.split("\n").slice(0, -1);
  const { format, version } = readLine(file, 1, first) as Partial<typeof firstLine>;
  if (format !== firstLine.format) {
    throw new Error(`could not replay "${file}": it is no recording; make one with \`chime-bi serve --record\``);
  }
  if (version !== firstLine.version) {
    throw new Error(
      `could not replay "${file}": it is a recording of version ${String(version)}, this program knows ${firstLine.version}; update chime-bi`,
    );
  }
  return lines.map((line, index) => {
    const call = readLine(file, index + 2, line) as Partial<RecordedCall>;
    const isCall =
      typeof call.path === "string" &&
      typeof call.query === "string" &&
      typeof call.status === "number" &&
      typeof call.body === "string" &&
      typeof call.headers === "object";
    if (!isCall) throw new Error(`could not replay "${file}": line ${index + 2} holds no call`);
    return call as RecordedCall;
  });
}

function readLine(file: string, number: number, line: string): unknown {
  try {
    return JSON.parse(line) ?? {};
  } catch (cause) {
    const why =
      number === 1 ? "it is no recording; make one with `chime-bi serve --record`" : `line ${number} is no JSON`;
    throw new Error(`could not replay "${file}": ${why}`, { cause });
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "this account may not";
  if (code === "EISDIR") return "it is a folder";
  if (code === "ENOSPC") return "the disk is full";
  return message;
}
