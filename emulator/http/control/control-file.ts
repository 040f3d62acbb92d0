import { readFileSync, rmSync } from "node:fs";
import { writePrivateFile } from "../ready-file.ts";

/** Where a server on this machine is controlled, and by which token. */
export type ControlAccess = {
  readonly url: string;
  readonly token: string;
  /** With HTTPS, the certificate to trust, as PEM. */
  readonly certificate?: string;
};

/** The file that says how the server of a data file is controlled. */
export function controlFileOf(dataFile: string): string {
  return `${dataFile}.control.json`;
}

/** Writes the file that `chime-bi control` looks for, readable for this account only; gives what removes it again. */
export function announceControl(dataFile: string, { url, token, certificate }: ControlAccess): () => void {
  const file = controlFileOf(dataFile);
  writePrivateFile(
    file,
    { url, pid: process.pid, token, ...(certificate !== undefined && { certificate }) },
    "control",
  );
  return () => {
    // Another server of the same data may have come after this one.
    if (readControlFile(dataFile)?.token === token) rmSync(file, { force: true });
  };
}

/**
 * How the server of a data file is controlled; `undefined` when none has said so.
 *
 * @throws Error when the file is there and cannot be read.
 */
export function readControlFile(dataFile: string): ControlAccess | undefined {
  const file = controlFileOf(dataFile);
  try {
    const { url, token, certificate } = JSON.parse(readFileSync(file, "utf8")) as Partial<ControlAccess>;
    if (url === undefined || token === undefined) throw new Error("it has no url or no token");
    return { url, token, ...(certificate !== undefined && { certificate }) };
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`could not read "${file}": ${why}; give --url and --token`, { cause });
  }
}
