import type { RequestHandler } from "express";
import type { AuditRow } from "../store/index.ts";
import type { AuditTrail } from "./audit-trail.ts";
import { beginCall } from "./call.ts";
import type { RecentCalls } from "./control/recent-calls.ts";
import type { FaultKind } from "./faults/fault-rule.ts";

const longestText = 2000;
const guid = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{8}(?=[0-9a-f]{4})/gi;

/** Text fit for the audit trail: what looks like a key keeps its last four characters only, and it has an end. */
export function redact(text: string): string {
  return text.replace(guid, "…").slice(0, longestText);
}

/** Takes a call that is over; `keyId` when its key was accepted. */
export type CallRecorder = (row: AuditRow, faults: readonly FaultKind[], keyId?: number) => void;

/** Puts calls into the audit trail, and among the recent ones unless they are calls of control. */
export function createCallRecorder(trail: AuditTrail, recent: RecentCalls): CallRecorder {
  return (row, faults, keyId) => {
    trail.add(row, keyId);
    if (/^\/_emulator(?:\/|$)/i.test(row.route)) return;
    const { at, method, route, query, status, rows, bytes, milliseconds } = row;
    const url = query === "" ? route : `${route}?${query}`;
    recent.add({ at, method, url, status, rows, bytes, milliseconds, faults });
  };
}

/** Records every call once it is over, refused and broken-off ones included. */
export function recordCalls(record: CallRecorder, now: () => number): RequestHandler {
  return (req, res, next) => {
    const call = beginCall(res, now());
    const address = req.socket.remoteAddress ?? "";
    res.once("close", () => {
      const [path = "", ...query] = req.originalUrl.split("?");
      record(
        {
          at: call.at,
          personId: call.personId,
          keyLastFour: call.keyLastFour,
          method: req.method,
          route: redact(decodePath(path)),
          query: redact(decodeQuery(query.join("?"))),
          // The caller left before there was an answer: 499, as web servers log it.
          status: res.headersSent ? res.statusCode : 499,
          rows: call.rows,
          bytes: call.passedBytes ?? call.bytes,
          milliseconds: Math.round((performance.now() - call.startedAt) * 1000) / 1000,
          address,
          userAgent: redact(req.headers["user-agent"] ?? ""),
        },
        call.faults,
        call.reader?.keyId,
      );
    });
    next();
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // No percent-encoded UTF-8: kept as it came.
    return path;
  }
}

/** Names and values as they are meant, so that no encoding hides a key. */
function decodeQuery(query: string): string {
  return [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).join("&");
}
