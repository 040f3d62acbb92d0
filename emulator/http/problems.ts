import type { ErrorRequestHandler } from "express";
import type { ParameterName } from "../catalogue/index.ts";
import { sendText } from "./answer.ts";

/** One way of refusing a call. */
export type ProblemKind = {
  readonly status: number;
  readonly title: string;
  /** What it means and what to do, for the page that the problem's type points to. */
  readonly explanation: string;
};

/** Every problem that the emulator answers with; the name is the last part of the type's path, `/problems/<name>`. */
export const problemKinds = {
  "missing-parameter": {
    status: 400,
    title: "A required parameter is missing",
    explanation:
      "The answer is about one queue and needs queueId, a whole number. The directories list the parameters of each report.",
  },
  "invalid-parameter": {
    status: 400,
    title: "A parameter has a value that cannot be used",
    explanation:
      "The problem names the parameter and quotes its value. Instants are ISO-8601; a + in an offset is written %2B in a query. Zones are IANA names. start may not be after stop.",
  },
  "repeated-parameter": {
    status: 400,
    title: "A parameter was given more than once",
    explanation: "Names are matched without regard to case, so queueId and queueID are the same parameter.",
  },
  "malformed-request": {
    status: 400,
    title: "The request is not HTTP as it should be",
    explanation: "The request could not be read at all; look at the client or at what stands between.",
  },
  "no-valid-key": {
    status: 401,
    title: "No valid key came with the call",
    explanation:
      "Send Authorization: Bearer followed by a key, a GUID. The answer is the same for a missing, malformed, unknown, replaced or revoked key, for the key of an archived person, and for a demo key used from another machine.",
  },
  "no-reports": {
    status: 403,
    title: "This person may read no reports",
    explanation: "Administrators read every queue, managers and reviewers their queues, agents no reports.",
  },
  "queue-not-readable": {
    status: 403,
    title: "This person may not read the queue",
    explanation:
      "The key's person neither manages nor reviews a queue with this number. The answer is the same whether or not there is one.",
  },
  "loopback-only": {
    status: 403,
    title: "Only for this machine",
    explanation: "The emulator's own routes under /_emulator/ answer on a loopback address only.",
  },
  "queue-not-found": {
    status: 404,
    title: "There is no such queue",
    explanation: "Only administrators see this; the report Queues lists the queues there are.",
  },
  "report-not-found": {
    status: 404,
    title: "There is no such report",
    explanation: "The directories list the reports: /Chime/Report/GetAvailableGlobalReports and its five neighbours.",
  },
  "session-not-found": {
    status: 404,
    title: "There is no such session",
    explanation:
      "The answer is the same for a chat of a queue that the key's person may not see. ChatHistory lists sessionId.",
  },
  "route-not-found": {
    status: 404,
    title: "There is nothing at this address",
    explanation:
      "Reports are under /Chime/Report/; the start page lists them. SessionDetails is there on builds from 3.1.578 on.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The address does not take this method",
    explanation:
      "The reporting API is read with GET; HEAD gives the headers alone. Allow names what the address takes.",
  },
  "request-timeout": {
    status: 408,
    title: "The request took too long to arrive",
    explanation: "The client did not send a whole request in time.",
  },
  "url-too-long": {
    status: 414,
    title: "The address is too long",
    explanation: "Path and query may have 8,192 characters together.",
  },
  "host-not-served": {
    status: 421,
    title: "The Host header names another host",
    explanation:
      "Against DNS rebinding the emulator answers only to localhost, to IP addresses and to the host it was told to listen on.",
  },
  "headers-too-large": {
    status: 431,
    title: "The headers are too large",
    explanation: "Request line and headers may have 16 KiB together.",
  },
  "internal-error": {
    status: 500,
    title: "The emulator failed",
    explanation: "The fault is the emulator's; its own output on the terminal says more.",
  },
} as const satisfies Record<string, ProblemKind>;

/** The name of a problem in the closed list. */
export type ProblemName = keyof typeof problemKinds;

type Extras = {
  readonly parameter?: ParameterName;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refusal on its way to the responder; made by the functions of this file only. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemName;
  readonly parameter: ParameterName | undefined;
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

/** A parameter was given more than once. */
export function repeatedParameter(parameter: ParameterName, times: number): Problem {
  return new Problem("repeated-parameter", `${parameter} was given ${times} times: give it once`, { parameter });
}

/** One answer for every way of not having a valid key, so that nothing can be learnt from it. */
export function noValidKey(): Problem {
  return new Problem("no-valid-key", "the call needs a valid key: Authorization: Bearer <your-api-key-guid>", {
    headers: { "WWW-Authenticate": "Bearer" },
  });
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
function internalError(): Problem {
  return new Problem("internal-error", "the emulator failed to answer");
}

/** A caller's text, cut so that it can be quoted in an answer. */
export function quote(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** The media type of a problem document (RFC 9457). */
export const problemMediaType = "application/problem+json; charset=utf-8";

/** The document that a problem is answered with. */
export function toDocument(kind: ProblemName, detail: string, parameter?: ParameterName): string {
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
    if (problem.kind === "internal-error") onError(error);
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res.set(problem.headers);
    const document = toDocument(problem.kind, problem.message, problem.parameter);
    sendText(req, res, problemKinds[problem.kind].status, problemMediaType, document);
  };
}

function toProblem(error: unknown, path: string): Problem {
  if (error instanceof Problem) return error;
  // Express throws this for a path that is no percent-encoded UTF-8: no route has one.
  if (error instanceof URIError) return routeNotFound(path);
  return internalError();
}
