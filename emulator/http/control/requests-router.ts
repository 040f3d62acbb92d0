import { Router, type Request, type Response } from "express";
import { refuseOtherMethods } from "../guards.ts";
import { invalidBody } from "../problems.ts";
import { passesFilter, type RecentCall, type RecentCalls, type RecentFilter } from "./recent-calls.ts";
import { sendJson } from "./send-json.ts";

/** `/_emulator/requests`: GET lists the latest calls, DELETE forgets them; `stream` tells each one as it is answered. */
export function createRequestsRouter(recent: RecentCalls): Router {
  const router = Router();
  router
    .route("/")
    .get((req, res) => {
      sendJson(res, recent.list(readFilter(req)).map(toJson));
    })
    .delete((_req, res) => {
      recent.clear();
      sendJson(res, []);
    })
    .all(refuseOtherMethods("GET, HEAD, DELETE"));
  router
    .route("/stream")
    .get((req, res) => {
      stream(req, res, recent);
    })
    .all(refuseOtherMethods("GET, HEAD"));
  return router;
}

/** Server-sent events: one a call, its number as the event's id, so that a client who comes again misses none that is kept. */
function stream(req: Request, res: Response, recent: RecentCalls): void {
  const filter = readFilter(req);
  res.status(200).set("Content-Type", "text/event-stream; charset=utf-8");
  if (req.method === "HEAD") {
    res.end();
    return;
  }
  const tell = (call: RecentCall): void => {
    if (passesFilter(call, filter)) res.write(`id: ${call.number}\ndata: ${JSON.stringify(toJson(call))}\n\n`);
  };
  res.flushHeaders();
  const lastSeen = Number(req.get("Last-Event-ID") ?? Number.NaN);
  if (Number.isSafeInteger(lastSeen)) for (const call of recent.list({ since: lastSeen })) tell(call);
  const stop = recent.follow({ call: tell, end: () => res.end() });
  res.once("close", stop);
}

function toJson({ at, ...call }: RecentCall) {
  return { ...call, at: new Date(at).toISOString() };
}

const filters = ["since", "status", "route"] as const;

function readFilter(req: Request): RecentFilter {
  const given = new URLSearchParams(req.originalUrl.split("?").slice(1).join("?"));
  for (const name of given.keys()) {
    if (!filters.some((known) => known === name)) {
      throw invalidBody(`${name.slice(0, 100)} is not known here: the filters are ${filters.join(", ")}`);
    }
  }
  const readNumber = (name: string): number | undefined => {
    const text = given.get(name);
    if (text === null) return undefined;
    if (/^\d{1,15}$/.test(text)) return Number(text);
    throw invalidBody(`${name} is "${text.slice(0, 100)}": give a whole number`);
  };
  const [since, status, route] = [readNumber("since"), readNumber("status"), given.get("route")];
  return {
    ...(since !== undefined && { since }),
    ...(status !== undefined && { status }),
    ...(route !== null && { route }),
  };
}
