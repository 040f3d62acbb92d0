import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { noControlToken } from "../problems.ts";

/** A control token, another one each run: 256 random bits. */
export function makeControlToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Lets a call through that brings the control token, as `X-Emulator-Token` or as a bearer token. */
export function requireControlToken(token: string): RequestHandler {
  const expected = hash(token);
  return (req, _res, next) => {
    const given = req.get("X-Emulator-Token") ?? /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? "")?.[1];
    if (given === undefined || !timingSafeEqual(hash(given), expected)) throw noControlToken();
    next();
  };
}

/** Of one length whatever is given, so that two can be compared in constant time. */
function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
