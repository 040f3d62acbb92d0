import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { FileFailure, FolderEntry } from "./host.ts";

/**
 * Reads a file below one of the granted folders. Symbolic links count as what they lead to, so that none leads out; only ordinary
 * files are read.
 */
export function readGrantedFile(path: string, grantedFolders: readonly string[]): Uint8Array | FileFailure {
  return attempt<Uint8Array>(path, () => {
    const real = findGranted(path, grantedFolders);
    if (typeof real !== "string") return real;
    const file = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!fstatSync(file).isFile()) return { failure: "unreadable", message: `"${path}" is no file` };
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** The files and folders directly in a granted folder or below one, by name; links that lead out of it are left out. */
export function readGrantedFolder(
  path: string,
  grantedFolders: readonly string[],
): readonly FolderEntry[] | FileFailure {
  return attempt<readonly FolderEntry[]>(path, () => {
    const real = findGranted(path, grantedFolders);
    if (typeof real !== "string") return real;
    if (!statSync(real).isDirectory()) return { failure: "unreadable", message: `"${path}" is no folder` };
    return readdirSync(real)
      .sort()
      .flatMap((name) => readEntry(join(real, name), name, grantedFolders));
  });
}

function readEntry(path: string, name: string, grantedFolders: readonly string[]): FolderEntry[] {
  const real = attempt(path, () => findGranted(path, grantedFolders));
  if (typeof real !== "string") return [];
  const stat = statSync(real);
  const isFolder = stat.isDirectory();
  if (!isFolder && !stat.isFile()) return [];
  const times = { accessedAt: stat.atimeMs, modifiedAt: stat.mtimeMs, createdAt: stat.birthtimeMs };
  return [{ name, isFolder, length: isFolder ? 0 : stat.size, ...times }];
}

/** The real path of something below a granted folder. Nothing is said about what lies outside, not even whether it is there. */
function findGranted(path: string, grantedFolders: readonly string[]): string | FileFailure {
  const refused: FileFailure = {
    failure: "refused",
    message: `"${path}" lies in no folder that was granted; grant one to let M read it`,
  };
  if (!isAbsolute(path) || path.includes("\0")) return refused;
  const folders = grantedFolders.map((folder) => resolve(folder));
  const realFolders = folders.map((folder) => realpathSync(folder));
  const asked = resolve(path);
  if (![...folders, ...realFolders].some((folder) => isWithin(asked, folder))) return refused;
  const real = realpathSync(asked);
  return realFolders.some((folder) => isWithin(real, folder)) ? real : refused;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !/^\.\.[\\/]/u.test(way) && !isAbsolute(way));
}

function attempt<T>(path: string, read: () => T | FileFailure): T | FileFailure {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return { failure: "notFound", message: `"${path}" does not exist` };
    return { failure: "unreadable", message: `"${path}" could not be read${code === "" ? "" : `: ${code}`}` };
  }
}
