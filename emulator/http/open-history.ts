import { existsSync } from "node:fs";
import { explainFileError, hasHistory, openStore, type Store } from "../store/index.ts";

/**
 * Opens a data file that holds a whole history, for a command to work on.
 *
 * @throws Error when there is no such file or it holds no history; StoreError when it cannot be used as a store.
 */
export function openHistory(file: string): Store {
  const advice = "make one with `chime-bi seed`, or seed and serve with `chime-bi start`";
  // Opening would make the file.
  if (!existsSync(file)) throw new Error(`could not open "${file}": there is no such file; ${advice}`);
  const store = openStore(file);
  try {
    if (hasHistory(store)) return store;
  } catch (error) {
    store.close();
    throw explainFileError(error, file, "open");
  }
  store.close();
  throw new Error(`could not use "${file}": it holds no history; ${advice}`);
}
