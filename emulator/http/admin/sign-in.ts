import type { Request, Response } from "express";
import { findPassword, findPerson, listPeople, maySignIn, type Person, type Store } from "../../store/index.ts";
import { callOf } from "../call.ts";
import { signInRefused, tooManySignIns } from "../problems.ts";
import { readField } from "./fields.ts";
import { countWaiting, isPassword, longestPassword } from "./passwords.ts";
import type { Sessions } from "./sessions.ts";
import type { SignInLimits } from "./sign-in-limits.ts";
import { readSessionId, writeSessionId } from "./visitor.ts";

/** What signing in works with. */
export type SignInParts = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly limits: SignInLimits;
  /** Whether a call may choose a person without a password. */
  readonly isLocal: (req: Request) => boolean;
};

/** Somebody who may be chosen to sign in as. */
export type Candidate = {
  readonly login: string;
  readonly name: string;
  readonly role: "Administrator" | "Manager" | "Reviewer";
};

/** The people for whom there are pages: administrators, managers, reviewers, and each of them by name. */
export function listCandidates(store: Store): readonly Candidate[] {
  return (
    listPeople(store)
      .filter(({ id, archivedAt }) => maySignIn(store, { id, isArchived: archivedAt !== null }))
      .map(({ login, name, isAdministrator, roles }): Candidate => {
        const isManager = roles.some(({ role }) => role === "Manager");
        return { login, name, role: isAdministrator ? "Administrator" : isManager ? "Manager" : "Reviewer" };
      })
      // In the order of the alphabet, which is that of rights.
      .sort((one, other) => (one.role < other.role ? -1 : Number(one.role > other.role)))
  );
}

const mostWaiting = 20;

/**
 * Signs in whom the fields `login` and `password` name, in a session of a new id, and ends the one that the caller had. On this
 * machine the login is enough. Throws one same problem for every other way of not being let in.
 */
export async function signIn(req: Request, res: Response, parts: SignInParts): Promise<Person> {
  const { store, sessions } = parts;
  const login = readField(req, "login") ?? "";
  const isLocal = parts.isLocal(req);
  const person = isLocal ? chooseLocally(store, login) : await checkPassword(req, res, login, parts);
  const passwordSetAt = findPassword(store, person.id)?.setAt ?? null;
  sessions.end(readSessionId(req) ?? "");
  writeSessionId(req, res, sessions.begin({ personId: person.id, isLocal, passwordSetAt }));
  callOf(res).personId = person.id;
  return person;
}

/** Ends the session that the caller has, if any. */
export function signOut(req: Request, res: Response, sessions: Sessions): void {
  const id = readSessionId(req);
  if (id === undefined) return;
  sessions.end(id);
  writeSessionId(req, res, undefined);
}

function chooseLocally(store: Store, login: string): Person {
  const person = findByLogin(store, login);
  if (person === undefined || !maySignIn(store, person)) throw signInRefused();
  return person;
}

async function checkPassword(
  req: Request,
  res: Response,
  login: string,
  { store, limits }: SignInParts,
): Promise<Person> {
  const password = readField(req, "password") ?? "";
  if (countWaiting() >= mostWaiting) throw tooManySignIns(1);
  const letIn = limits.begin(login, req.socket.remoteAddress ?? "");
  const person = findByLogin(store, login);
  // The audit trail tells administrators at whose door somebody was.
  callOf(res).personId = person?.id ?? null;
  const stored = person && findPassword(store, person.id);
  const isRight = await isPassword(password.slice(0, longestPassword + 1), stored);
  if (!isRight || person === undefined || !maySignIn(store, person)) throw signInRefused();
  letIn();
  return person;
}

/** By the login alone: a person's number is no login. */
function findByLogin(store: Store, login: string): Person | undefined {
  const person = findPerson(store, login);
  return person?.login.toLowerCase() === login.toLowerCase() ? person : undefined;
}
