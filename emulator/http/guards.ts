import { isIP } from "node:net";
import type { RequestHandler } from "express";
import { hostNotServed, loopbackOnly, methodNotAllowed, routeNotFound, urlTooLong } from "./problems.ts";

/** The most characters that path and query may have together. */
const longestUrl = 8192;

/** Headers that every answer carries, the build when there is one to tell; an answer holds people's names, so nothing may keep it unless it is told otherwise. */
export function setHeaders(build: string | undefined): RequestHandler {
  return (_req, res, next) => {
    res.set({
      ...(build !== undefined && { "X-Chime-Build": build }),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
    });
    next();
  };
}

/** Refuses a path and query of more than `longestUrl` characters. */
export const refuseLongUrls: RequestHandler = (req, _res, next) => {
  if (req.originalUrl.length > longestUrl) throw urlTooLong(req.originalUrl.length, longestUrl);
  next();
};

/**
 * Refuses a Host header that is neither `localhost`, nor an IP address, nor one of the configured hosts. A page on another site that has
 * its own name point to this machine (DNS rebinding) has to send that name; it cannot do so with an address.
 */
export function checkHost(configured: readonly string[]): RequestHandler {
  return (req, _res, next) => {
    if (!isServedHost(req.headers.host, configured)) throw hostNotServed(req.headers.host);
    next();
  };
}

/** Whether a Host header is answered. */
export function isServedHost(header: string | undefined, configured: readonly string[]): boolean {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(header ?? "");
  if (match === null) return false;
  const [, address, name] = match;
  if (address !== undefined) return isIP(address) === 6;
  const folded = name!.toLowerCase();
  return folded === "localhost" || isIP(folded) === 4 || configured.some((host) => host.toLowerCase() === folded);
}

/** Whether an address is the machine's own: 127.0.0.0/8 or ::1. */
export function isLoopback(address: string | undefined): boolean {
  return address === "::1" || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address ?? "");
}

/** Refuses callers from another machine. */
export const refuseOtherMachines: RequestHandler = (req, _res, next) => {
  if (!isLoopback(req.socket.remoteAddress)) throw loopbackOnly();
  next();
};

/** Which origins' pages may read the API: all, or those listed, as `https://bi.example.com`. */
export type CorsOrigins = "*" | readonly string[];

/** Lets pages of other origins call the API with a key, preflight included. No cookies are involved. */
export function allowOrigins(origins: CorsOrigins): RequestHandler {
  return (req, res, next) => {
    const { origin } = req.headers;
    if (origins !== "*") res.vary("Origin");
    const isAllowed = origin !== undefined && (origins === "*" || origins.includes(origin));
    if (isAllowed) {
      res.set({
        "Access-Control-Allow-Origin": origins === "*" ? "*" : origin,
        "Access-Control-Expose-Headers": "Content-Disposition, ETag, X-Chime-Build",
        "Cross-Origin-Resource-Policy": "cross-origin",
      });
    }
    if (req.method !== "OPTIONS") {
      next();
      return;
    }
    if (isAllowed) {
      res.set({
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "Authorization, Accept, Content-Type, If-None-Match, X-Requested-With",
        "Access-Control-Max-Age": "600",
      });
    }
    res.status(204).set("Allow", "GET, HEAD, OPTIONS").end();
  };
}

/** Ends a route's list of methods: whatever was not taken is refused. */
export function refuseOtherMethods(allowed: string): RequestHandler {
  return (req) => {
    throw methodNotAllowed(req.method, allowed);
  };
}

/** Ends the list of routes. */
export const refuseOtherRoutes: RequestHandler = (req) => {
  throw routeNotFound(req.originalUrl.replace(/\?.*/s, ""));
};
