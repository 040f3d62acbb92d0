import type { ErrorRequestHandler } from "express";
import { pagePolicy, renderProblemPage } from "../admin/index.ts";
import type { ParameterName } from "../catalogue/index.ts";
import { sendText } from "./answer.ts";
import { problemKinds, type ProblemName } from "./problem-kinds.ts";

export { problemKinds, type ProblemKind, type ProblemName } from "./problem-kinds.ts";

type Extras = {
  readonly parameter?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refusal on its way to the responder; made by the functions of this file only. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemName;
  readonly parameter: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ProblemName, detail: string, { parameter, headers = {} }: Extras = {}) {
    super(detail);
    this.kind = kind;
    this.parameter = parameter;
    this.headers = headers;
  }
}

/** A required parameter was left out. */
export function missingParameter(parameter: ParameterName, why: string): Problem {
  return new Problem("missing-parameter", `${parameter} is missing: ${why}`, { parameter });
}

/** A parameter has a value that cannot be used; `detail` quotes it. */
export function invalidParameter(parameter: ParameterName, detail: string): Problem {
  return new Problem("invalid-parameter", detail, { parameter });
}

/** A field of an admin query has a value that cannot be used; `takes` says what to give. */
export function invalidQuery(field: string, value: string, takes: string): Problem {
  return new Problem("invalid-parameter", `${field} is "${quote(value)}": give ${takes}`, { parameter: field });
}

/** A parameter was given more than once. */
export function repeatedParameter(parameter: ParameterName, times: number): Problem {
  return new Problem("repeated-parameter", `${parameter} was given ${times} times: give it once`, { parameter });
}

/** The body cannot be used; `detail` names the field. */
export function invalidBody(detail: string): Problem {
  return new Problem("invalid-body", detail);
}

/** The body has more than `most` bytes. */
export function bodyTooLarge(most: number): Problem {
  return new Problem("body-too-large", `the body has more than ${most} bytes`);
}

/** One answer for every way of not having a valid key, so that nothing can be learnt from it. */
export function noValidKey(): Problem {
  return new Problem("no-valid-key", "the call needs a valid key: Authorization: Bearer <your-api-key-guid>", {
    headers: { "WWW-Authenticate": "Bearer" },
  });
}

/** A page or its JSON API was asked for without a session. */
export function notSignedIn(): Problem {
  return new Problem("not-signed-in", "sign in at /Chime/Admin/SignIn first", {
    headers: { "WWW-Authenticate": "Session" },
  });
}

/** One answer for every way of not being let in, so that nothing can be learnt from it. */
export function signInRefused(): Problem {
  return new Problem("sign-in-refused", "the login and the password do not let anybody in", {
    headers: { "WWW-Authenticate": "Session" },
  });
}

/** Signing in has to wait for some seconds, because of what was refused before. */
export function tooManySignIns(seconds: number): Problem {
  return new Problem("too-many-sign-ins", `too many tries to sign in: wait ${seconds} seconds`, {
    headers: { "Retry-After": String(seconds) },
  });
}

/** What was asked for is not for managers and reviewers. */
export function administratorsOnly(): Problem {
  return new Problem("administrators-only", "this is for administrators only");
}

/** Something would have been changed by a request that no page of ours made. */
export function crossSiteRequest(why: string): Problem {
  return new Problem("cross-site-request", why);
}

/** The person has a key, and whether to replace it was not confirmed. */
export function confirmationNeeded(person: string): Problem {
  return new Problem(
    "confirmation-needed",
    `${quote(person)} has a key, which another one would make invalid at once: send confirm: true to replace it`,
  );
}

/** The person is archived, or has no key, or is the one who asks; `detail` says which. */
export function personNotReady(detail: string): Problem {
  return new Problem("person-not-ready", detail);
}

/** The person may read no reports at all. */
export function noReports(): Problem {
  return new Problem("no-reports", "the key's person is neither an administrator nor manages or reviews a queue");
}

/** The person may not read the queue, whether or not there is one. */
export function queueNotReadable(queueId: number): Problem {
  return new Problem("queue-not-readable", `queueId is ${queueId}: the key's person may not read that queue`, {
    parameter: "queueId",
  });
}

/** There is no such queue: for administrators only. */
export function queueNotFound(queueId: number): Problem {
  return new Problem("queue-not-found", `queueId is ${queueId}: there is no such queue`, { parameter: "queueId" });
}

/** The address is for callers on the machine itself. */
export function loopbackOnly(): Problem {
  return new Problem("loopback-only", "this address answers on the machine itself only");
}

/** The control token did not come with the call, or is not the one of this run. */
export function noControlToken(): Problem {
  return new Problem(
    "no-control-token",
    "the call needs the control token of this run: X-Emulator-Token: <token>, or Authorization: Bearer <token>",
    { headers: { "WWW-Authenticate": "Bearer" } },
  );
}

/** There is no such snapshot; `detail` quotes its name. */
export function snapshotNotFound(detail: string): Problem {
  return new Problem("snapshot-not-found", detail);
}

/** The caller calls more often than is taken; `retryAfter` is seconds, or an HTTP date, and `why` follows "too many calls". */
export function tooManyRequests(retryAfter: number | string, why: string): Problem {
  return new Problem("too-many-requests", `too many calls: ${why}`, { headers: { "Retry-After": String(retryAfter) } });
}

/** The server takes no calls for now; without `retryAfter` it does not say for how long. */
export function unavailable(retryAfter?: number | string): Problem {
  return new Problem("unavailable", "the server takes no calls for now: call again later", {
    ...(retryAfter !== undefined && { headers: { "Retry-After": String(retryAfter) } }),
  });
}

/** As many calls are under way as are taken together. */
export function tooBusy(most: number): Problem {
  return new Problem("too-busy", `${most} calls are under way, and no more are taken together`, {
    headers: { "Retry-After": "1" },
  });
}

/** The recording holds no call like this one; `nearest` is one that it holds. */
export function notRecorded(call: string, nearest: string | undefined): Problem {
  const hint = nearest === undefined ? "it holds none with this path" : `the nearest is "${nearest}"`;
  return new Problem("not-recorded", `the recording holds no call "${quote(call)}": ${hint}`);
}

/** The server behind a recording did not answer. */
export function upstreamUnreachable(upstream: string, why: string): Problem {
  return new Problem("upstream-unreachable", `${upstream} did not answer: ${why}`);
}

/** No report has this name. */
export function reportNotFound(name: string): Problem {
  return new Problem("report-not-found", `there is no report "${quote(name)}"`);
}

/** There is no chat with this number, or none that the person may see. */
export function sessionNotFound(sessionId: number): Problem {
  return new Problem("session-not-found", `there is no session ${sessionId}`);
}

/** No route has this path. */
export function routeNotFound(path: string): Problem {
  return new Problem("route-not-found", `there is nothing at "${quote(path)}"`);
}

/** The route does not take this method; `allowed` is what `Allow` says. */
export function methodNotAllowed(method: string, allowed: string): Problem {
  return new Problem("method-not-allowed", `${method} is not taken here: use ${allowed}`, {
    headers: { Allow: allowed },
  });
}

/** Path and query are longer than `most` characters. */
export function urlTooLong(length: number, most: number): Problem {
  return new Problem("url-too-long", `path and query have ${length} characters, ${most} at most are taken`);
}

/** The Host header names a host that is not answered. */
export function hostNotServed(host: string | undefined): Problem {
  const detail = host === undefined ? "the Host header is missing" : `the emulator does not answer to "${quote(host)}"`;
  return new Problem("host-not-served", detail);
}

/** The emulator failed; what failed is not told to callers. */
export function internalError(): Problem {
  return new Problem("internal-error", "the emulator failed to answer");
}

/** A caller's text, cut so that it can be quoted in an answer. */
export function quote(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** The media type of a problem document (RFC 9457). */
export const problemMediaType = "application/problem+json; charset=utf-8";

/** The document that a problem is answered with. */
export function toDocument(kind: ProblemName, detail: string, parameter?: string): string {
  const { status, title } = problemKinds[kind];
  const type = `/problems/${kind}`;
  return `${JSON.stringify({ type, title, status, detail, ...(parameter && { parameter }) })}\n`;
}

/**
 * Answers every error: a problem as its document, anything else as `internal-error` after handing it to `onError`. An error
 * that comes when part of the answer is out cuts the connection, so that the part cannot be taken for the whole.
 */
export function respondWithProblem(onError: (error: unknown) => void): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows a responder to errors by its four parameters
  return (error: unknown, req, res, _next) => {
    const problem = toProblem(error, req.path);
    if (problem !== error && problem.kind === "internal-error") onError(error);
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.set(problem.headers);
    if (isForPeople(req.originalUrl)) {
      const kind = problemKinds[problem.kind];
      res.set("Content-Security-Policy", pagePolicy);
      sendText(
        req,
        res,
        kind.status,
        "text/html; charset=utf-8",
        renderProblemPage({ ...kind, detail: problem.message }),
      );
      return;
    }
    const document = toDocument(problem.kind, problem.message, problem.parameter);
    sendText(req, res, problemKinds[problem.kind].status, problemMediaType, document);
  };
}

/** Whether a person looks at the answer: the pages behind the sign-in, but for their JSON API. */
function isForPeople(url: string): boolean {
  return /^\/Chime\/Admin(?![^/?])(?!\/Api(?:[/?]|$))/i.test(url);
}

function toProblem(error: unknown, path: string): Problem {
  if (error instanceof Problem) return error;
  // Express throws this for a path that is no percent-encoded UTF-8: no route has one.
  if (error instanceof URIError) return routeNotFound(path);
  return internalError();
}
