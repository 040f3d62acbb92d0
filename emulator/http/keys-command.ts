import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import {
  createKey,
  hasKey,
  listKeys,
  replaceKey,
  revokeKey,
  type ListedKey,
  type Person,
  type Store,
} from "../store/index.ts";
import { definePersonStep, defineStep, requireKnownPerson, withHistory, type FileOptions } from "./file-steps.ts";
import { formatTable, print } from "./print.ts";

type PersonOptions = FileOptions & { readonly person: string; readonly yes?: true };

/**
 * Adds `chime-bi keys list|create|regenerate|revoke`. They work on the data file, also while a server has it open: the server
 * looks a key up at every call.
 */
export function defineKeysCommand(program: Command): void {
  const keys = program
    .command("keys")
    .description("list, make, replace and revoke API keys: one a person, shown only when it is made")
    .addHelpText("after", "\nExample:\n  $ chime-bi keys list");
  defineStep(keys, "list", "list the valid keys beside the people they are bound to", "list").action(
    async ({ data, json }: FileOptions, command: Command) => {
      await withHistory(data, (store) => {
        const listed = listKeys(store).map(toListedRow);
        print(command, json ? JSON.stringify(listed, undefined, 2) : formatKeys(listed));
      });
    },
  );
  definePersonStep(
    keys,
    "create",
    "make a key for a person who has none, and print it once",
    "create --person amorgan",
  ).action(async ({ data, json, person }: PersonOptions, command: Command) => {
    await withHistory(data, (store) => {
      printKey(command, json, create(store, person));
    });
  });
  definePersonStep(
    keys,
    "regenerate",
    "replace a person's key: the old one is invalid at once",
    "regenerate --person amorgan --yes",
  )
    .option("--yes", "do not ask for confirmation")
    .action(async ({ data, json, person, yes }: PersonOptions, command: Command) => {
      await withHistory(data, async (store) => {
        printKey(command, json, await regenerate(store, person, yes, command));
      });
    });
  definePersonStep(
    keys,
    "revoke",
    "make a person's key invalid at once, without a new one",
    "revoke --person amorgan --yes",
  )
    .option("--yes", "do not ask for confirmation")
    .action(async ({ data, json, person, yes }: PersonOptions, command: Command) => {
      await withHistory(data, async (store) => {
        const { name, login } = await revoke(store, person, yes, command);
        print(
          command,
          json ? JSON.stringify({ person: name, login, revoked: true }) : `The key of ${name} (${login}) is revoked.`,
        );
      });
    });
}

function toListedRow({ personId, person, login, roles, lastFour, madeAt, lastUsedAt }: ListedKey) {
  const formatInstant = (instantMs: number): string => new Date(instantMs).toISOString();
  return {
    personId,
    person,
    login,
    roles,
    madeAt: formatInstant(madeAt),
    lastUsedAt: lastUsedAt === null ? null : formatInstant(lastUsedAt),
    lastFour,
  };
}

function formatKeys(listed: readonly ReturnType<typeof toListedRow>[]): string {
  return formatTable(
    ["Person", "Login", "Roles", "Made", "Last used", "Ends in"],
    listed.map(({ person, login, roles, madeAt, lastUsedAt, lastFour }) => [
      person,
      login,
      roles.join(", "),
      madeAt,
      lastUsedAt ?? "never",
      lastFour,
    ]),
  );
}

type NewKey = { readonly person: Person; readonly key: string };

function printKey(command: Command, json: true | undefined, { person: { name, login }, key }: NewKey): void {
  const text = `The key of ${name} (${login}), shown only now:\n${key}`;
  print(command, json ? JSON.stringify({ person: name, login, key }) : text);
}

function create(store: Store, login: string): NewKey {
  const person = requirePerson(store, login, "create a key");
  if (hasKey(store, person.id)) {
    throw new Error(`could not create a key: "${login}" has one; replace it with \`chime-bi keys regenerate\``);
  }
  const key = randomUUID();
  createKey(store, person.id, key, Date.now());
  return { person, key };
}

async function regenerate(store: Store, login: string, yes: true | undefined, command: Command): Promise<NewKey> {
  const person = requirePerson(store, login, "regenerate the key");
  requireKey(store, person, "regenerate the key", "make one with `chime-bi keys create`");
  if (!(await confirm(`Replace the key of ${person.name}? The old one stops working at once.`, yes, command))) {
    throw new Error("could not regenerate the key: it was not confirmed; the old key is still valid");
  }
  const key = randomUUID();
  replaceKey(store, person.id, key, Date.now());
  return { person, key };
}

async function revoke(store: Store, login: string, yes: true | undefined, command: Command): Promise<Person> {
  const person = requireKnownPerson(store, login, "revoke the key");
  requireKey(store, person, "revoke the key", "`chime-bi keys list` shows who has one");
  if (!(await confirm(`Revoke the key of ${person.name}? It stops working at once.`, yes, command))) {
    throw new Error("could not revoke the key: it was not confirmed; the key is still valid");
  }
  revokeKey(store, person.id, Date.now());
  return person;
}

function requirePerson(store: Store, login: string, what: string): Person {
  const person = requireKnownPerson(store, login, what);
  if (person.isArchived) throw new Error(`could not ${what}: "${login}" is archived; choose another person`);
  return person;
}

function requireKey(store: Store, person: Person, what: string, advice: string): void {
  if (!hasKey(store, person.id)) throw new Error(`could not ${what}: "${person.login}" has none; ${advice}`);
}

/** Asks on the terminal, unless `yes` was given. Without a terminal there is nobody to ask: wrong usage. */
async function confirm(question: string, yes: true | undefined, command: Command): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) {
    command.error("error: could not ask for confirmation: the input is no terminal; give --yes", { exitCode: 2 });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
