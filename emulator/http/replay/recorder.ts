import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import { callOf } from "../call.ts";
import { methodNotAllowed, routeNotFound, upstreamUnreachable } from "../problems.ts";
import { createMaskBody } from "./mask-body.ts";
import { createMaskValue, scanText } from "./mask-value.ts";
import { createPseudonyms } from "./pseudonyms.ts";
import { toPath, toQuery } from "./query.ts";
import type { RecordingFile } from "./recording-file.ts";

/** What a recorder passes calls on to, and where it keeps them. */
export type RecorderOptions = {
  /** Scheme, host and port. */
  readonly upstream: string;
  readonly file: RecordingFile;
  /** Columns whose values are recorded as they are, but for e-mail addresses and GUIDs. */
  readonly keep: readonly string[];
  readonly now: () => number;
};

const longestWaitMs = 100_000;

/** What the server behind is told of a call. Conditions are left out: an answer without a body would be recorded as such. */
const passedOn = ["authorization", "accept", "accept-language", "user-agent"] as const;

/** What callers, and the recording, are told of an answer's head. */
const passedBack = ["content-type", "retry-after", "allow", "x-chime-build"] as const;

/** The parameters of every route: their values are nobody's. */
const ownParameters: ReadonlySet<string> = new Set(["start", "stop", "csv", "queueid", "zone"]);

/**
 * Passes calls on to another server and answers what that answered, to the byte; and keeps each GET with its answer, masked. The
 * secret behind the masks is made here and never written.
 */
export function createRecorder({ upstream, file, keep, now }: RecorderOptions): RequestHandler {
  const pseudonyms = createPseudonyms(randomBytes(32));
  const scan = scanText(pseudonyms);
  const maskValue = createMaskValue(pseudonyms, keep);
  const maskBody = createMaskBody(pseudonyms, maskValue);
  const { hostname } = new URL(upstream);
  const maskParameter = (name: string, value: string): string =>
    ownParameters.has(name) ? scan(value) : maskValue(name, value);

  return async (req, res) => {
    if (req.method !== "GET" && req.method !== "HEAD") throw methodNotAllowed(req.method, "GET, HEAD, OPTIONS");
    const url = new URL(req.originalUrl, upstream);
    // `//elsewhere.example/` is an address of its own.
    if (url.origin !== upstream) throw routeNotFound(toPath(req.originalUrl));
    const headers = new Headers();
    for (const name of passedOn) {
      const value = req.headers[name];
      if (typeof value === "string") headers.set(name, value);
    }
    const at = new Date(now()).toISOString();
    const path = toPath(req.originalUrl);
    let answer: Response;
    let body: Buffer;
    try {
      answer = await fetch(url, {
        method: req.method,
        headers,
        redirect: "manual",
        signal: AbortSignal.timeout(longestWaitMs),
      });
      body = Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      throw upstreamUnreachable(upstream, reasonOf(error));
    }
    const head = readHead(answer, path);
    const location = answer.headers.get("location");
    const to = location === null ? undefined : toOwnLocation(location, upstream);
    if (req.method === "GET") {
      // Whatever masking leaves: a key of another form than a GUID, and whose server it is.
      const hide = hideTexts([req.headers.authorization?.split(" ").at(-1) ?? "", hostname]);
      const masked = maskBody(path, answer.headers.get("content-type") ?? "", body.toString("utf8"));
      file.append({
        at,
        method: "GET",
        path: hide(scan(path)),
        query: hide(toQuery(req.originalUrl, maskParameter)),
        isKeyed: req.headers.authorization !== undefined,
        status: answer.status,
        headers: { ...head, ...(to !== undefined && { location: hide(maskLocation(to, scan, maskParameter)) }) },
        body: hide(masked ?? ""),
        ...(masked === undefined && body.length > 0 && { omittedBytes: body.length }),
      });
    }
    callOf(res).bytes += body.length;
    if (to !== undefined) res.set("Location", to);
    res.status(answer.status).set(head).set("Content-Length", String(body.length)).end(body);
  };
}

/** The headers of an answer that are told: those of the list, and those that are safe to tell in part. */
function readHead(answer: Response, path: string): Record<string, string> {
  const head: Record<string, string> = {};
  for (const name of passedBack) {
    const value = answer.headers.get(name);
    if (value !== null) head[name] = value;
  }
  // What follows the scheme may name the organisation.
  const scheme = answer.headers.get("www-authenticate")?.split(/[ ,]/, 1)[0];
  if (scheme !== undefined) head["www-authenticate"] = scheme;
  if (answer.headers.has("content-disposition")) {
    head["content-disposition"] = `attachment; filename="${/(\w+)$/.exec(path)?.[1] ?? "answer"}.csv"`;
  }
  return head;
}

/** Where a redirect leads: on the server itself the path, elsewhere no more than that it leads away, since what it carries may be secret. */
function toOwnLocation(location: string, upstream: string): string {
  const to = URL.canParse(location, upstream) ? new URL(location, upstream) : undefined;
  return to?.origin === upstream ? `${to.pathname}${to.search}` : "https://elsewhere.example/";
}

function maskLocation(
  location: string,
  scan: (text: string) => string,
  mask: (name: string, value: string) => string,
): string {
  const query = toQuery(location, mask);
  return `${scan(location.replace(/\?.*/s, ""))}${query === "" ? "" : `?${query}`}`;
}

const shortestHidden = 8;

/** Puts an ellipsis in place of texts, in any case; short ones are nobody's secret and would be found everywhere. */
function hideTexts(texts: readonly string[]): (text: string) => string {
  const hidden = texts
    .filter((text) => text.length >= shortestHidden && text !== "127.0.0.1" && text !== "localhost")
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  if (hidden.length === 0) return (text) => text;
  const pattern = new RegExp(hidden.join("|"), "gi");
  return (text) => text.replaceAll(pattern, "…");
}

/** fetch says only that it failed; its causes say why. */
function reasonOf(error: unknown): string {
  let message = "it failed";
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === "TimeoutError") return "it took more than 100 seconds";
    if (cause.message !== "") message = cause.message;
  }
  return message;
}
