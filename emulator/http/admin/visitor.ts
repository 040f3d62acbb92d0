import type { Request, RequestHandler, Response } from "express";
import { findPassword, listPeople, maySignIn, readAccess, type Store } from "../../store/index.ts";
import { callOf } from "../call.ts";
import { isLoopback } from "../guards.ts";
import { administratorsOnly, crossSiteRequest, notSignedIn } from "../problems.ts";
import { readField } from "./fields.ts";
import { isSecret, type Session, type Sessions } from "./sessions.ts";

/** Who is signed in, and what that person may see at this moment. */
export type Visitor = {
  readonly personId: number;
  readonly name: string;
  readonly login: string;
  readonly isAdministrator: boolean;
  /** The queues whose reports and state the person may see: those managed and reviewed, all for an administrator. */
  readonly queueIds: readonly number[];
  /** The queues whose people the person may see: those managed, all for an administrator. */
  readonly managedQueueIds: readonly number[];
  readonly csrfToken: string;
};

const visitors = new WeakMap<Response, Visitor>();

/** Who made the call, where somebody is signed in. */
export function findVisitor(res: Response): Visitor | undefined {
  return visitors.get(res);
}

/** Who made the call. Throws a problem where nobody is signed in. */
export function visitorOf(res: Response): Visitor {
  const visitor = findVisitor(res);
  if (visitor === undefined) throw notSignedIn();
  return visitor;
}

/**
 * Whether a call comes from this machine to an emulator that only listens there: by a name of the loopback address, and with no
 * sign of a proxy between, which would hide where the call comes from.
 */
export function isOnThisMachine(req: Request, host: string): boolean {
  const isPassedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some(
    (name) => req.headers[name] !== undefined,
  );
  const asked = (req.headers.host ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return [host, asked].every(isLoopbackName) && isLoopback(req.socket.remoteAddress) && !isPassedOn;
}

function isLoopbackName(host: string): boolean {
  return host.toLowerCase() === "localhost" || isLoopback(host);
}

/** Notes who is signed in, where somebody is. Rights are read at every call, so that one who loses them loses them at once. */
export function recognizeVisitor({
  store,
  sessions,
  isLocal,
}: {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly isLocal: (req: Request) => boolean;
}): RequestHandler {
  return (req, res, next) => {
    const session = sessions.find(readSessionId(req) ?? "");
    const visitor = session && readVisitor(store, session);
    if (visitor !== undefined && (!session!.isLocal || isLocal(req))) {
      visitors.set(res, visitor);
      const { personId, isAdministrator, queueIds } = visitor;
      const call = callOf(res);
      call.personId = personId;
      call.reader = { personId, access: { isAdministrator, queueIds } };
    }
    next();
  };
}

function readVisitor(store: Store, { personId, passwordSetAt, csrfToken }: Session): Visitor | undefined {
  const [person] = listPeople(store, personId);
  if (person === undefined || !maySignIn(store, { id: personId, isArchived: person.archivedAt !== null }))
    return undefined;
  // Whoever changes a password wants those out who came in with the old one.
  if ((findPassword(store, personId)?.setAt ?? null) !== passwordSetAt) return undefined;
  const { isAdministrator, queueIds } = readAccess(store, personId);
  const managed = person.roles.filter(({ role }) => role === "Manager").map(({ queueId }) => queueId);
  const { name, login } = person;
  const managedQueueIds = isAdministrator ? queueIds : managed;
  return { personId, name, login, isAdministrator, queueIds, managedQueueIds, csrfToken };
}

/** Refuses callers who are not administrators. */
export const refuseOthers: RequestHandler = (_req, res, next) => {
  if (!visitorOf(res).isAdministrator) throw administratorsOnly();
  next();
};

/**
 * Refuses what would change something and does not come from a page of the emulator itself: browsers say so in `Sec-Fetch-Site` and
 * `Origin`. Programs send neither.
 */
export const refuseOtherSites: RequestHandler = (req, _res, next) => {
  if (req.method !== "GET" && req.method !== "HEAD") {
    const site = req.headers["sec-fetch-site"];
    const { origin, host } = req.headers;
    if (site !== undefined && site !== "same-origin") throw crossSiteRequest("it comes from a page of another site");
    if (origin !== undefined && origin !== `${req.protocol}://${host}`) {
      throw crossSiteRequest("its Origin is not the emulator's own");
    }
  }
  next();
};

/** Refuses what would change something without the token of the session, in the field `csrf` or in `X-CSRF-Token`. */
export const refuseWithoutToken: RequestHandler = (req, res, next) => {
  if (req.method !== "GET" && req.method !== "HEAD") {
    const given = req.get("X-CSRF-Token") ?? readField(req, "csrf") ?? "";
    if (!isSecret(given, visitorOf(res).csrfToken)) {
      throw crossSiteRequest("the token of the session is missing or another one's");
    }
  }
  next();
};

/** The cookie's name. Cookies are kept by host, not by port: the port keeps two emulators on a machine apart. */
function cookieName(req: Request): string {
  return `chime-bi-session-${req.socket.localPort}`;
}

/** The id of the session that the caller says to have. */
export function readSessionId(req: Request): string | undefined {
  const name = `${cookieName(req)}=`;
  const cookie = (req.headers.cookie ?? "").split(";").map((text) => text.trim());
  return cookie.find((text) => text.startsWith(name))?.slice(name.length);
}

/** Gives the caller a session's id to keep; `undefined` takes it away. */
export function writeSessionId(req: Request, res: Response, id: string | undefined): void {
  const secure = req.secure ? "; Secure" : "";
  const life = id === undefined ? "; Max-Age=0" : "";
  const value = `${cookieName(req)}=${id ?? ""}; Path=/Chime/Admin; HttpOnly; SameSite=Strict${secure}${life}`;
  res.append("Set-Cookie", value);
}
