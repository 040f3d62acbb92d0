import type { Group } from "./library/declaration.ts";

/** The groups of the library that all M sees. They are loaded when asked for: a command leaves that to the evaluation's thread. */
export async function loadLibrary(): Promise<readonly Group[]> {
  const { groups } = await import("./library/index.ts");
  return groups;
}
