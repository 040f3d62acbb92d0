import type { Command } from "commander";
import {
  archivePerson,
  listPeople,
  maySignIn,
  setPassword,
  type ListedPerson,
  type Person,
  type Store,
} from "../../store/index.ts";
import { definePersonStep, defineStep, requireKnownPerson, withHistory, type FileOptions } from "../file-steps.ts";
import { formatTable, print } from "../print.ts";
import { hashPassword, longestPassword, shortestPassword } from "./passwords.ts";
import { readSecret } from "./read-secret.ts";

type PersonOptions = FileOptions & { readonly person: string };

/**
 * Adds `chime-bi people list|set-password|archive|restore`. They work on the data file, also while a server has it open: the server
 * reads at every call who may do what.
 */
export function definePeopleCommand(program: Command): void {
  const people = program
    .command("people")
    .description("list people, set the password for the pages, archive and restore")
    .addHelpText("after", "\nExample:\n  $ chime-bi people list");
  defineStep(people, "list", "list the people with their roles", "list").action(
    async ({ data, json }: FileOptions, command: Command) => {
      await withHistory(data, (store) => {
        const listed = listPeople(store).map(toListedRow);
        print(command, json ? JSON.stringify(listed, undefined, 2) : formatPeople(listed));
      });
    },
  );
  definePersonStep(
    people,
    "set-password",
    "ask for a password and set it; sessions begun with another one end. It is read from the terminal, or from the input's first line",
    "set-password --person amorgan",
  ).action(async ({ data, json, person }: PersonOptions, command: Command) => {
    await withHistory(data, async (store) => {
      tell(command, json, await givePassword(store, person), "has a new password", { passwordSet: true });
    });
  });
  definePersonStep(
    people,
    "archive",
    "archive a person: no signing in, and the key is refused",
    "archive --person amorgan",
  ).action(async ({ data, json, person }: PersonOptions, command: Command) => {
    await withHistory(data, (store) => {
      tell(command, json, archive(store, person, true), "is archived", { archived: true });
    });
  });
  definePersonStep(
    people,
    "restore",
    "restore an archived person, whose key is valid again",
    "restore --person amorgan",
  ).action(async ({ data, json, person }: PersonOptions, command: Command) => {
    await withHistory(data, (store) => {
      tell(command, json, archive(store, person, false), "is restored", { archived: false });
    });
  });
}

function toListedRow({ id, name, login, isAdministrator, roles, archivedAt, hasPassword }: ListedPerson) {
  return {
    personId: id,
    person: name,
    login,
    roles: [
      ...(isAdministrator ? ["Administrator"] : []),
      ...roles.map(({ role, queueId }) => `${role} of queue ${queueId}`),
    ],
    hasPassword,
    isArchived: archivedAt !== null,
  };
}

function formatPeople(listed: readonly ReturnType<typeof toListedRow>[]): string {
  const say = (is: boolean): string => (is ? "yes" : "no");
  return formatTable(
    ["Person", "Login", "Roles", "Password", "Archived"],
    listed.map(({ person, login, roles, hasPassword, isArchived }) => [
      person,
      login,
      roles.join(", "),
      say(hasPassword),
      say(isArchived),
    ]),
  );
}

function tell(command: Command, json: true | undefined, { name, login }: Person, what: string, facts: object): void {
  print(command, json ? JSON.stringify({ person: name, login, ...facts }) : `${name} (${login}) ${what}.`);
}

async function givePassword(store: Store, login: string): Promise<Person> {
  const what = "set the password";
  const person = requireKnownPerson(store, login, what);
  if (!maySignIn(store, person)) {
    const why = person.isArchived ? "is archived; restore the person first" : "has no pages to sign in to";
    throw new Error(`could not ${what}: "${login}" ${why}`);
  }
  const password = await readSecret(`Password for ${person.name}: `);
  if (password === undefined) throw new Error(`could not ${what}: it was broken off; nothing has changed`);
  const { length } = password;
  if (length < shortestPassword || length > longestPassword) {
    throw new Error(
      `could not ${what}: it has ${length} characters; give ${shortestPassword} to ${longestPassword}, nothing has changed`,
    );
  }
  // A terminal shows nothing of what is typed: a slip is found by typing it again.
  if (process.stdin.isTTY && (await readSecret("Once more: ")) !== password) {
    throw new Error(`could not ${what}: the two are not the same; nothing has changed`);
  }
  setPassword(store, person.id, await hashPassword(password), Date.now());
  return person;
}

function archive(store: Store, login: string, isArchived: boolean): Person {
  const what = isArchived ? "archive" : "restore";
  const person = requireKnownPerson(store, login, what);
  if (person.isArchived === isArchived) {
    throw new Error(`could not ${what}: "${login}" ${isArchived ? "is archived already" : "is not archived"}`);
  }
  archivePerson(store, person.id, isArchived ? Date.now() : null);
  return person;
}
