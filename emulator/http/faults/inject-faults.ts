import { setTimeout } from "node:timers/promises";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Request, RequestHandler, Response } from "express";
import { callOf } from "../call.ts";
import { internalError, noValidKey, routeNotFound, tooManyRequests, unavailable } from "../problems.ts";
import type { FaultKind, FaultRule } from "./fault-rule.ts";
import type { Faults } from "./faults.ts";
import { breakOff, cutBody, dripBody, putTextForNumber, spoilBody } from "./spoil-body.ts";

/** What a fault does with a call; gives `true` when nothing else is to answer it. */
type Act = (rule: FaultRule, req: Request, res: Response) => boolean;

/** The build before the one that brought SessionDetails. */
const oldBuild = "3.1.577";

const acts: Readonly<Record<FaultKind, Act>> = {
  // Its waiting is done before.
  latency: () => false,
  "too-many-requests": (rule) => {
    throw tooManyRequests(retryAfterOf(rule) ?? 1, "wait as long as Retry-After says");
  },
  unavailable: (rule) => {
    throw unavailable(retryAfterOf(rule));
  },
  "internal-error": () => {
    throw internalError();
  },
  "no-valid-key": () => {
    throw noValidKey();
  },
  "old-build": (_rule, req, res) => {
    res.set("X-Chime-Build", oldBuild);
    const path = pathOf(req);
    if (/^\/Chime\/Session(?:\/|$)/i.test(path)) throw routeNotFound(path);
    return false;
  },
  reset: ({ afterBytes }, req, res) => {
    const cut = (): void => {
      resetConnection(req.socket);
    };
    if (afterBytes === undefined) cut();
    else cutBody(res, afterBytes, cut);
    return afterBytes === undefined;
  },
  truncate: ({ afterBytes }, req, res) => {
    cutBody(res, afterBytes, () => req.socket.destroy());
    return false;
  },
  malformed: (_rule, req, res) => {
    return spoil(req, res, true, breakOff);
  },
  drip: ({ bytesPerSecond = 1 }, _req, res) => {
    dripBody(res, bytesPerSecond);
    return false;
  },
  "wrong-type": (_rule, req, res) => {
    return spoil(req, res, false, putTextForNumber);
  },
  empty: (_rule, req, res) => {
    return spoil(req, res, true, () => "");
  },
};

/**
 * Lets calls meet their faults: waits add up, and of the others the first acts. Preflights and the pages under `/Chime/Admin`
 * meet none.
 */
export function injectFaults(faults: Faults): RequestHandler {
  return async (req, res, next) => {
    const path = pathOf(req);
    const isSpared = req.method === "OPTIONS" || /^\/Chime\/Admin(?:\/|$)/i.test(path);
    const met = isSpared ? [] : faults.meet(path);
    const waits = met.filter(({ rule }) => rule.kind === "latency");
    const first = met.find(({ rule }) => rule.kind !== "latency");
    callOf(res).faults = [...waits, ...(first ? [first] : [])].map(({ rule }) => rule.kind);
    const delayMs = waits.reduce((sum, wait) => sum + wait.delayMs, 0);
    if (delayMs > 0 && !(await waitFor(delayMs, res))) return;
    if (first === undefined || !acts[first.rule.kind](first.rule, req, res)) next();
  };
}

/** Waits; gives `false` when the caller left meanwhile. */
async function waitFor(milliseconds: number, res: Response): Promise<boolean> {
  const left = new AbortController();
  const leave = (): void => {
    left.abort();
  };
  res.once("close", leave);
  try {
    await setTimeout(milliseconds, undefined, { signal: left.signal });
    return true;
  } catch (error) {
    if (left.signal.aborted) return false;
    throw error;
  } finally {
    res.off("close", leave);
  }
}

/** Seconds, or the date that comes so many seconds from now by the machine's clock, which is the caller's too. */
function retryAfterOf({ retryAfter, asDate, kind }: FaultRule): number | string | undefined {
  const seconds = retryAfter ?? (kind === "too-many-requests" || asDate === true ? 1 : undefined);
  return seconds === undefined || asDate !== true ? seconds : new Date(Date.now() + seconds * 1000).toUTCString();
}

function resetConnection(socket: Socket): void {
  // A TLS connection has no reset of its own: it ends without a farewell.
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

/** Spoils the text of a body, which has to come uncompressed for it. Gives `false`: the call goes on. */
function spoil(
  req: Request,
  res: Response,
  keepsRest: boolean,
  make: (beginning: string, isCsv: boolean) => string,
): false {
  req.headers["accept-encoding"] = "identity";
  const isCsv = (): boolean => String(res.getHeader("Content-Type")).startsWith("text/csv");
  spoilBody(res, (beginning) => make(beginning, isCsv()), keepsRest);
  return false;
}

function pathOf(req: Request): string {
  const path = req.originalUrl.replace(/\?.*/s, "");
  try {
    return decodeURIComponent(path);
  } catch {
    // No percent-encoded UTF-8: no route has it, and none is matched.
    return path;
  }
}
