import type { RequestHandler } from "express";
import type { AuditTrail } from "./audit-trail.ts";
import { beginCall } from "./call.ts";

const longestText = 2000;
const guid = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{8}(?=[0-9a-f]{4})/gi;

/** Text fit for the audit trail: what looks like a key keeps its last four characters only, and it has an end. */
export function redact(text: string): string {
  return text.replace(guid, "…").slice(0, longestText);
}

/**
 * Puts every call into the audit trail once it is over, refused and broken-off ones included. The emulator's own control routes
 * are left out: they are no part of what is emulated.
 */
export function recordCalls(trail: AuditTrail, now: () => number): RequestHandler {
  return (req, res, next) => {
    const call = beginCall(res, now());
    if (/^\/_emulator(?:\/|$)/i.test(req.path)) {
      next();
      return;
    }
    const address = req.socket.remoteAddress ?? "";
    res.once("close", () => {
      const [path = "", ...query] = req.originalUrl.split("?");
      trail.add(
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
          bytes: call.bytes,
          milliseconds: Math.round((performance.now() - call.startedAt) * 1000) / 1000,
          address,
          userAgent: redact(req.headers["user-agent"] ?? ""),
        },
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
