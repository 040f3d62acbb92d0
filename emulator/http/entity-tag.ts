import { createHash, randomUUID } from "node:crypto";
import { readRevision, type Store } from "../store/index.ts";

/** Says in one text what an answer follows from: the parts given, and everything in the store. */
export type Tagger = (...parts: readonly unknown[]) => string;

/**
 * Makes the tagger of one running emulator. Two equal texts mean two equal answers, byte by byte, as long as it runs; after a
 * restart every text is another one, because a store does not remember how often it was written.
 */
export function createTagger(store: Store, build: string): Tagger {
  const run = randomUUID();
  return (...parts) => {
    const inputs = JSON.stringify([run, build, readRevision(store), ...parts]);
    return createHash("sha256").update(inputs).digest("base64url").slice(0, 27);
  };
}

/**
 * Whether a caller's `If-None-Match` has the entity tag of the answer. Compared weakly, as RFC 9110 section 13.1.2 has it: a `W/`
 * that something on the way put before it does not matter.
 */
export function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return [...ifNoneMatch.matchAll(/"[^"]*"/g)].some(([each]) => each === tag);
}
