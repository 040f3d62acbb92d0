import type { RequestHandler } from "express";
import { tooBusy, tooManyRequests } from "../problems.ts";
import { createRateMeter } from "./rate-meter.ts";

/** How much an emulator takes at once. */
export type Limits = {
  /** Calls a second that a key may make under `/Chime/`, and as many at once; `Infinity` for no limit. */
  readonly callsPerSecond: number;
  /** Calls that may be under way together. */
  readonly concurrentCalls: number;
  /** How long a request may take to arrive, in milliseconds. */
  readonly requestTimeoutMs: number;
};

/** What holds unless told otherwise: as many calls a second as one likes, 1,000 together, 30 seconds for a request to arrive. */
export const defaultLimits: Limits = { callsPerSecond: Infinity, concurrentCalls: 1000, requestTimeoutMs: 30_000 };

const passOn: RequestHandler = (_req, _res, next) => {
  next();
};

/** Refuses a call while `most` others are under way. */
export function limitConcurrentCalls(most: number): RequestHandler {
  let underWay = 0;
  return (_req, res, next) => {
    if (underWay >= most) throw tooBusy(most);
    underWay++;
    res.once("close", () => {
      underWay--;
    });
    next();
  };
}

const bearer = /^Bearer +([0-9a-f-]{36})$/i;

/**
 * Refuses a caller who calls more often. A caller is the key that came with the call, valid or not, and without one the address.
 * The pages for people are left alone: a page of theirs is many calls.
 */
export function limitRate(callsPerSecond: number): RequestHandler {
  if (callsPerSecond === Infinity) return passOn;
  const meter = createRateMeter(callsPerSecond);
  return (req, _res, next) => {
    if (!/^\/Admin(?:\/|$)/i.test(req.path)) {
      const key = bearer.exec(req.headers.authorization ?? "")?.[1]?.toLowerCase();
      const waitMs = meter.take(key ?? req.socket.remoteAddress ?? "", performance.now());
      // Retry-After is whole seconds.
      if (waitMs > 0) throw tooManyRequests(Math.ceil(waitMs / 1000), `${callsPerSecond} a second are taken`);
    }
    next();
  };
}
