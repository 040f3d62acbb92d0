import { findKey, listKeys, readAccess, readFacts, type Store } from "../emulator/store/index.ts";
import { firstAdministratorId } from "./people.ts";
import { createStream } from "./random.ts";

/** The key in the samples of the vendor's post; every seeded history binds it to the first administrator. */
export const sampleKey = "b5c38d85-a042-4cef-8418-eb06752e346b";

/** A key that the program may print, since it follows from the seed. */
export type SeededKey = {
  readonly person: string;
  readonly role: "Administrator" | "Manager" | "Reviewer";
  readonly key: string;
  /** The queues whose reports it opens, by number; all of them for an administrator. */
  readonly queues: readonly number[];
};

/** The key that a person of a seeded history is given. */
export function keyOf(seed: number, personId: number): string {
  return personId === firstAdministratorId ? sampleKey : createStream(seed, "key", personId).guid();
}

/**
 * The keys of a seeded history that are still valid, in the order of its people. One that was replaced or revoked, or whose
 * person was archived, is not among them; nor is one made later. Empty for a store without a history.
 */
export function listSeededKeys(store: Store): readonly SeededKey[] {
  const seed = readFacts(store).get("seed");
  if (seed === undefined) return [];
  return [...listKeys(store)]
    .sort((a, b) => a.personId - b.personId)
    .flatMap(({ personId, person, roles }): readonly SeededKey[] => {
      const key = keyOf(Number(seed), personId);
      const known = findKey(store, key);
      const role = roles.find((held) => held !== "Agent");
      if (known?.personId !== personId || !known.isValid || role === undefined) return [];
      return [{ person, role, key, queues: readAccess(store, personId).queueIds }];
    });
}
