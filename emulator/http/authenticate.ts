import type { RequestHandler } from "express";
import { findKey, readAccess, type Store } from "../store/index.ts";
import { callOf } from "./call.ts";
import { isLoopback } from "./guards.ts";
import { noValidKey } from "./problems.ts";

const bearer = /^Bearer +([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/**
 * Lets a call with a valid key through as its person. The key is looked up at every call, so that one that was replaced or
 * revoked, by another process too, is refused from the next call on.
 */
export function authenticate(store: Store): RequestHandler {
  return (req, res, next) => {
    const guid = bearer.exec(req.headers.authorization ?? "")?.[1];
    if (guid === undefined) throw noValidKey();
    const call = callOf(res);
    call.keyLastFour = guid.slice(-4).toLowerCase();
    const key = findKey(store, guid);
    call.personId = key?.personId ?? null;
    if (!key?.isValid) throw noValidKey();
    if (key.isWellKnown && !isLoopback(req.socket.remoteAddress)) throw noValidKey();
    call.reader = { personId: key.personId, keyId: key.id, access: readAccess(store, key.personId) };
    next();
  };
}
