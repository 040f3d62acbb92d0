import type { Command } from "commander";
import { defaultDataFile, explainFileError, findPerson, type Person, type Store } from "../store/index.ts";
import { openHistory } from "./open-history.ts";

/** What every command that works on a data file takes. */
export type FileOptions = { readonly data: string; readonly json?: true };

/** Adds a command below another one that works on a data file; `example` is what follows that one's name. */
export function defineStep(parent: Command, name: string, description: string, example: string): Command {
  return parent
    .command(name)
    .description(description)
    .option("--data <file>", "the data file", defaultDataFile)
    .option("--json", "print JSON")
    .addHelpText("after", `\nExample:\n  $ chime-bi ${parent.name()} ${example}`);
}

/** The same for a command about one person. */
export function definePersonStep(parent: Command, name: string, description: string, example: string): Command {
  return defineStep(parent, name, description, example).requiredOption(
    "--person <login>",
    "the person's login, or number",
  );
}

/** Opens a data file for as long as `run` takes. A failure of the file itself is told in one sentence. */
export async function withHistory(file: string, run: (store: Store) => void | Promise<void>): Promise<void> {
  const store = openHistory(file);
  try {
    await run(store);
  } catch (error) {
    throw explainFileError(error, file, "write");
  } finally {
    store.close();
  }
}

/** The person with this login or number; throws that `what` could not be done when there is none. */
export function requireKnownPerson(store: Store, login: string, what: string): Person {
  const person = findPerson(store, login);
  if (person !== undefined) return person;
  throw new Error(`could not ${what}: there is no person "${login}"; \`chime-bi people list\` shows logins`);
}
