import type { RequestHandler } from "express";
import { sendText } from "../answer.ts";
import { methodNotAllowed, noValidKey, notRecorded } from "../problems.ts";
import { compareQueries, toPath, toQuery } from "./query.ts";
import type { RecordedCall } from "./recording-file.ts";

const bearer = /^Bearer +[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Answers from recorded calls: by path, in any case, and by query, whose parameters may come in any order and with names in any case.
 * What was recorded with a key takes any GUID as key, since the real ones are not in the recording. Of several answers to the same
 * call the last that succeeded is given, and the last when none did.
 */
export function createReplayer(calls: readonly RecordedCall[]): RequestHandler {
  const byPath = new Map<string, RecordedCall[]>();
  for (const call of calls) {
    const path = call.path.toLowerCase();
    byPath.set(path, [...(byPath.get(path) ?? []), call]);
  }
  return (req, res) => {
    if (req.method !== "GET" && req.method !== "HEAD") throw methodNotAllowed(req.method, "GET, HEAD, OPTIONS");
    const path = toPath(req.originalUrl);
    const query = toQuery(req.originalUrl);
    const hasKey = bearer.test(req.headers.authorization ?? "");
    const ofPath = byPath.get(path.toLowerCase()) ?? [];
    // Without a key the path tells nothing but that one is needed, as the server itself would.
    if (!hasKey && ofPath.length > 0 && ofPath.every(({ isKeyed }) => isKeyed)) throw noValidKey();
    const found = ofPath.filter((call) => call.query === query && (hasKey || !call.isKeyed));
    const call = found.findLast(({ status }) => status < 400) ?? found.at(-1);
    if (call === undefined) throw notRecorded(toText(path, query), findNearest(ofPath, query));
    const { "content-type": mediaType = "text/plain; charset=utf-8", ...headers } = call.headers;
    res.set(headers);
    sendText(req, res, call.status, mediaType, call.body);
  };
}

function findNearest(calls: readonly RecordedCall[], query: string): string | undefined {
  const [first, ...others] = calls;
  if (first === undefined) return undefined;
  const closeness = (call: RecordedCall): number => compareQueries(call.query, query);
  const nearest = others.reduce((best, other) => (closeness(other) > closeness(best) ? other : best), first);
  return toText(nearest.path, nearest.query);
}

function toText(path: string, query: string): string {
  return query === "" ? path : `${path}?${decodeURIComponent(query.replaceAll("+", " "))}`;
}
