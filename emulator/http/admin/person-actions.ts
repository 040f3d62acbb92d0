import { randomUUID } from "node:crypto";
import type { PersonFacts } from "../../admin/index.ts";
import { archivePerson, createKey, replaceKey, revokeKey } from "../../store/index.ts";
import { confirmationNeeded, personNotReady, routeNotFound } from "../problems.ts";
import { readPersonFacts, type FactSources } from "./desk-facts.ts";
import type { Visitor } from "./visitor.ts";

/** What administrators do with a person. Each checks again what it needs, since a page may be old. */
export type PersonAction = {
  readonly sources: FactSources;
  /** An administrator. */
  readonly visitor: Visitor;
  readonly person: PersonFacts & { readonly account: NonNullable<PersonFacts["account"]> };
};

/** What it takes to act on the person with this number. Throws a problem when there is none. */
export function findAction(sources: FactSources, visitor: Visitor, personId: string): PersonAction {
  const person = /^\d{1,15}$/.test(personId) ? readPersonFacts(sources, visitor, Number(personId)) : undefined;
  if (person?.account === undefined) throw routeNotFound(`/Chime/Admin/People/${personId}`);
  return { sources, visitor, person: { ...person, account: person.account } };
}

/**
 * Makes a key for the person and gives its GUID, which nothing keeps. A key that is there is replaced when that was confirmed; calls
 * with it are refused from the moment that this returns, while calls that were let in before may end.
 */
export function generateKey({ sources, person }: PersonAction, isConfirmed: boolean): string {
  const { personId, name, isArchived, account } = person;
  if (isArchived) throw personNotReady(`${name} is archived: restore the person before generating a key`);
  if (account.key !== null && !isConfirmed) throw confirmationNeeded(name);
  const key = randomUUID();
  const make = account.key === null ? createKey : replaceKey;
  make(sources.store, personId, key, sources.now());
  return key;
}

/** Makes the person's key invalid, without another one. */
export function revokeKeyOf({ sources, person }: PersonAction): void {
  if (!revokeKey(sources.store, person.personId, sources.now())) throw personNotReady(`${person.name} has no key`);
}

/** Archives the person: nobody signs in as an archived one, and the key is refused. */
export function archive({ sources, visitor, person }: PersonAction): void {
  if (person.personId === visitor.personId)
    throw personNotReady("nobody may archive themselves: ask another administrator");
  if (person.isArchived) throw personNotReady(`${person.name} is archived already`);
  archivePerson(sources.store, person.personId, sources.now());
}

/** Restores an archived person, whose key is valid again. */
export function restore({ sources, person }: PersonAction): void {
  if (!person.isArchived) throw personNotReady(`${person.name} is not archived`);
  archivePerson(sources.store, person.personId, null);
}
