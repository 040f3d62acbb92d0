import type { Credential, HttpRequest, HttpResponse } from "../../host/host.ts";
import { BinaryValue } from "../../values/binary.ts";
import { EvaluationError, expressionError, type Reason } from "../../values/errors.ts";
import { RecordValue } from "../../values/record.ts";
import type { DataSource, Evaluation } from "../evaluation.ts";
import { urlOf, type WebOptions } from "./options.ts";

/** Statuses that Power Query tries again, at most three times (Microsoft: "Handling status codes"). */
const retried: ReadonlySet<number> = new Set([408, 429, 503, 504, 509]);
const mostRetries = 3;
/** The bounds of a wait that `Retry-After` asks for, in milliseconds. */
const shortestWait = 500;
const longestWait = 120_000;
const redirected: ReadonlySet<number> = new Set([300, 301, 302, 303, 307]);
const mostRedirects = 20;

/** One call of `Web.Contents` or `Web.Headers`, ready to be sent. */
export type WebCall = {
  readonly method: "GET" | "POST" | "HEAD";
  readonly url: string;
  readonly options: WebOptions;
  readonly source: DataSource | undefined;
  readonly functionName: string;
};

/** Refuses what is no address of the web. */
export function checkUrl(url: string): void {
  if (/^https?:\/\//iu.test(url)) return;
  throw expressionError("The supplied URL must be a valid 'http:' or 'https:' URL.", url);
}

/**
 * Sends a call as Power Query does: with the stored credential, following redirects, trying throttled answers again.
 *
 * @throws EvaluationError DataSource.Error for a status that is no success and not handled by hand; Credential.Error for 401;
 *   Expression.Error for content that a credential would go with.
 */
export function send(call: WebCall, evaluation: Evaluation): HttpResponse {
  const { options } = call;
  const credential = options.manualCredentials ? undefined : credentialFor(call, evaluation);
  if (options.content && credential && credential.fields.AuthenticationKind !== "Anonymous") {
    const message = `${call.functionName} with the Content option is only supported when connecting anonymously.`;
    throw sourceError(call, "Expression.Error", message);
  }
  let request = requestOf(call, credential);
  let redirects = 0;
  for (let retry = 0; ;) {
    const answer = evaluation.host.http(request);
    if ("failure" in answer) throw unreachable(call, answer.message, answer.failure);
    const { status } = answer;
    if (redirected.has(status)) {
      if (++redirects > mostRedirects) throw statusError(call, answer, "too many redirects");
      request = redirect(request, answer, call);
    } else if (options.manualStatuses.has(status) || (status >= 200 && status < 300)) {
      return answer;
    } else if (retried.has(status) && retry < mostRetries) {
      evaluation.host.sleep(waitBefore(retry++, answer));
    } else {
      throw statusError(call, answer);
    }
  }
}

function requestOf(call: WebCall, credential: Credential | undefined): HttpRequest {
  const { options } = call;
  const headers = [...options.headers];
  let url = urlOf(call.url, options);
  const fields = credential?.fields;
  switch (fields?.AuthenticationKind) {
    case "Key":
      if (options.apiKeyName !== undefined) {
        const name = encodeURIComponent(options.apiKeyName);
        url += `${url.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(fields.Key)}`;
      } else {
        headers.push(["Authorization", basic("", fields.Key)]);
      }
      break;
    case "UsernamePassword":
    case "Windows":
      headers.push(["Authorization", basic(fields.Username, fields.Password)]);
      break;
    case "OAuth":
    case "OAuth2":
      headers.push(["Authorization", `Bearer ${fields.access_token}`]);
      break;
    case "Anonymous":
    case undefined:
      break;
  }
  const { content, timeoutMilliseconds, isRetry } = options;
  return { method: call.method, url, headers, body: content?.bytes(), timeoutMilliseconds, isRetry };
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}

/** The credential of the extension's data source, or of the web address; an extension cannot do without one. */
function credentialFor(call: WebCall, evaluation: Evaluation): Credential | undefined {
  const { source } = call;
  if (source) return requireCredential(source, evaluation);
  return evaluation.host.credential("Web", call.url);
}

/**
 * The stored credential of a data source; a kind that knows only anonymous access needs none.
 *
 * @throws EvaluationError Credential.Error when none was given.
 */
export function requireCredential(source: DataSource, evaluation: Evaluation): Credential {
  const { kind, path } = source;
  const credential = evaluation.host.credential(kind, path);
  if (credential) return credential;
  if (source.isAnonymous()) return { dataSourceKind: kind, path, fields: { AuthenticationKind: "Anonymous" } };
  throw new EvaluationError(
    "Credential.Error",
    `Credentials are required to connect to the ${source.kind} source. (Source at ${source.path}.)`,
    { detail: RecordValue.from({ DataSourceKind: source.kind, DataSourcePath: source.path }) },
  );
}

function redirect(request: HttpRequest, answer: HttpResponse, call: WebCall): HttpRequest {
  const location = headerOf(answer, "location");
  if (location === undefined) throw statusError(call, answer, "the redirect has no Location header");
  const target = new URL(location, request.url);
  const isSameOrigin = target.origin === new URL(request.url).origin;
  const keepsPost = answer.status === 307;
  return {
    ...request,
    url: target.href,
    method: request.method === "POST" && !keepsPost ? "GET" : request.method,
    body: keepsPost ? request.body : undefined,
    // A credential is for the origin that it was given for.
    headers: isSameOrigin
      ? request.headers
      : request.headers.filter(([name]) => name.toLowerCase() !== "authorization"),
  };
}

/** `Retry-After` in seconds where it is given, otherwise twice as long each time. */
function waitBefore(retry: number, answer: HttpResponse): number {
  const seconds = headerOf(answer, "retry-after");
  if (seconds !== undefined && /^\d+$/u.test(seconds)) {
    return Math.min(longestWait, Math.max(shortestWait, Number(seconds) * 1000));
  }
  return shortestWait * 2 ** retry;
}

function headerOf(answer: HttpResponse, name: string): string | undefined {
  return answer.headers.find(([known]) => known.toLowerCase() === name)?.[1];
}

function statusError(call: WebCall, answer: HttpResponse, why?: string): EvaluationError {
  const kind = call.source?.kind ?? "Web";
  const path = call.source?.path ?? call.url;
  if (answer.status === 401 || answer.status === 403) {
    const message =
      answer.status === 401
        ? `The credentials provided for the ${kind} source are invalid. (Source at ${path}.)`
        : "Access to the resource is forbidden.";
    return sourceError(call, answer.status === 401 ? "Credential.Error" : "DataSource.Error", message);
  }
  const phrase = why ?? (answer.statusText === "" ? "no reason given" : answer.statusText);
  return sourceError(
    call,
    "DataSource.Error",
    `${call.functionName} failed to get contents from '${publicUrlOf(call)}' (${answer.status}): ${phrase}`,
  );
}

function unreachable(call: WebCall, message: string, failure: string): EvaluationError {
  const why = failure === "timeout" ? "The operation has timed out." : message;
  return sourceError(
    call,
    "DataSource.Error",
    `${call.functionName} failed to get contents from '${publicUrlOf(call)}': ${why}`,
  );
}

function sourceError(call: WebCall, reason: Reason, message: string): EvaluationError {
  const detail = RecordValue.from({
    DataSourceKind: call.source?.kind ?? "Web",
    DataSourcePath: call.source?.path ?? call.url,
    Url: publicUrlOf(call),
  });
  return new EvaluationError(reason, message, { detail });
}

/** The URL without what `CredentialQuery` adds: credentials stay out of messages and traces. */
function publicUrlOf(call: WebCall): string {
  return urlOf(call.url, { ...call.options, credentialQuery: [] });
}

/** Response headers that plain M may read: those that Microsoft's page of Web.Headers shows, and validators. An extension reads all. */
const publicHeaders: ReadonlySet<string> = new Set([
  "cache-control",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "etag",
  "expires",
  "last-modified",
  "vary",
]);

/** The metadata that an answer's binary carries. */
function responseMetadata(call: WebCall, answer: HttpResponse): RecordValue {
  return RecordValue.from({
    "Content.Type": headerOf(answer, "content-type") ?? null,
    "Content.Uri": publicUrlOf(call),
    Headers: headersRecord(call, answer),
    "Response.Status": answer.status,
  });
}

/** The headers of an answer as a record, names as the server wrote them. */
export function headersRecord(call: WebCall, answer: HttpResponse): RecordValue {
  const shown = answer.headers.filter(([name]) => call.source !== undefined || publicHeaders.has(name.toLowerCase()));
  // A header may come twice; a record has one field of a name.
  const merged = new Map<string, string>();
  for (const [name, value] of shown) merged.set(name, merged.has(name) ? `${merged.get(name)!}, ${value}` : value);
  return RecordValue.from(Object.fromEntries(merged));
}

/** What tells one answer from another in the cache of a refresh. */
function cacheKeyOf(call: WebCall): string {
  const { options } = call;
  const headers = options.headers.filter(([name]) => !options.excludedFromCacheKey.has(name.toLowerCase()));
  const body = options.content ? Buffer.from(options.content.bytes()).toString("base64") : "";
  return JSON.stringify([call.method, urlOf(call.url, options), headers, body, call.source?.kind, call.source?.path]);
}

/** An answer as the binary that M sees: fetched when first read, then kept. */
function binaryOf(call: WebCall, evaluation: Evaluation): BinaryValue {
  let answer: HttpResponse | undefined;
  const fetched = (): HttpResponse => (answer ??= send(call, evaluation));
  return new BinaryValue(() => fetched().body, { type: undefined, meta: () => responseMetadata(call, fetched()) });
}

/** What a call answers as a binary; the same question is asked once in a refresh, unless it is said to be asked again. */
export function contentsOf(call: WebCall, evaluation: Evaluation): BinaryValue {
  const key = cacheKeyOf(call);
  const cached = call.options.isRetry ? undefined : evaluation.webCache.get(key);
  if (cached) return cached;
  const binary = binaryOf(call, evaluation);
  evaluation.webCache.set(key, binary);
  return binary;
}
