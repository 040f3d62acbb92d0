import { afterAll, beforeAll, inject } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/http/index.ts";
import { openStore, type Store } from "../../emulator/store/index.ts";
import { listSeededKeys } from "../../seed/index.ts";

type SeededKey = ReturnType<typeof listSeededKeys>[number];

/** The instant at which the emulator's clock stands in these tests. */
export const now = Date.parse("2020-12-15T12:00:00Z");

/** A served demo history; its members are there once the tests run. */
export type Serving = {
  readonly url: () => string;
  readonly store: () => Store;
  readonly key: (role: string) => SeededKey;
  readonly get: (path: string, key: string) => Promise<Response>;
};

/** Serves the demo history on a free port for a test file. */
export function serveDemo(): Serving {
  let emulator: Emulator;
  let store: Store;
  let keys: readonly SeededKey[];
  beforeAll(async () => {
    store = openStore(inject("demoFile"));
    keys = listSeededKeys(store);
    emulator = await createEmulator({ store, now });
  });
  afterAll(async () => {
    await emulator.close();
    store.close();
  });
  return {
    url: () => emulator.url,
    store: () => store,
    key: (role) => {
      const found = keys.find((key) => key.role.startsWith(role));
      if (!found) throw new Error(`the demo has no key of the role "${role}"`);
      return found;
    },
    get: (path, key) => fetch(`${emulator.url}${path}`, { headers: { Authorization: `Bearer ${key}` } }),
  };
}
