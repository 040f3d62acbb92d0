import { ChimeAnswerError, ChimeConnectionError, ChimeProblem } from "./failures.ts";
import { readRetryAfter, type Retries } from "./retry.ts";

/** Where and how a client calls. */
export type Connection = {
  /** The address of Chime without a slash at the end. */
  readonly url: string;
  readonly key: string;
  readonly fetch: typeof globalThis.fetch;
  readonly retries: Retries;
};

/** One call. */
export type Request = {
  /** What is read, for errors: `the report Queues`. */
  readonly what: string;
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
  /** False for the routes that take no key, which then is not sent either. */
  readonly hasKey: boolean;
  readonly signal: AbortSignal | undefined;
};

/** Throws an Error for an address or a key that no call could be made with. The key is never quoted. */
export function checkConnection(url: string, key: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/u.test(parsed.protocol)) {
    throw new Error(
      `"${url}" is no http or https address; give the address of Chime, such as https://chime.example.com`,
    );
  }
  if (parsed.username !== "" || parsed.password !== "" || parsed.search !== "" || parsed.hash !== "") {
    throw new Error("the address of Chime has a user, a query or a fragment; give scheme, host and path only");
  }
  if (!/^[\x21-\x7e]+$/u.test(key))
    throw new Error("the key is empty or has characters that no key has; give the GUID");
  return url.replace(/\/+$/u, "");
}

/**
 * Makes a call once and gives the text of its answer as it arrives, decoded. Throws ChimeProblem for a refusal,
 * ChimeConnectionError where no answer comes or it breaks off, ChimeAnswerError for one that is no JSON, and the signal's reason.
 */
export async function* readAnswer(connection: Connection, request: Request): AsyncGenerator<string, void> {
  const response = await ask(connection, request);
  if (response.body === null) return;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new ChimeAnswerError(request.what, "the answer is no UTF-8", cause);
    }
  };
  for await (const bytes of readBody(response.body, request)) yield decode(bytes);
  yield decode();
}

/** Makes a call once and gives the JSON of its answer, read whole. Throws as `readAnswer`. */
export async function readDocument(connection: Connection, request: Request): Promise<unknown> {
  let text = "";
  for await (const piece of readAnswer(connection, request)) text += piece;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ChimeAnswerError(request.what, "the answer is no whole JSON", cause);
  }
}

async function ask({ url, key, fetch }: Connection, request: Request): Promise<Response> {
  const { what, path, search, hasKey, signal } = request;
  const query = new URLSearchParams(search).toString();
  const headers = { Accept: "application/json", ...(hasKey && { Authorization: `Bearer ${key}` }) };
  let response: Response;
  try {
    response = await fetch(`${url}${path}${query === "" ? "" : `?${query}`}`, {
      headers,
      ...(signal !== undefined && { signal }),
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ChimeConnectionError(what, `${url} cannot be reached: ${explain(cause)}`, cause);
  }
  if (!response.ok) throw await readProblem(response, request);
  const mediaType = response.headers.get("content-type") ?? "an unknown type";
  if (!/^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/iu.test(mediaType)) {
    await response.body?.cancel();
    throw new ChimeAnswerError(what, `the answer is ${mediaType} and no JSON; is ${url} the address of Chime?`);
  }
  return response;
}

async function* readBody(
  body: ReadableStream<Uint8Array>,
  { what, signal }: Request,
): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  let hasEnded = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    hasEnded = true;
  } catch (cause) {
    hasEnded = true;
    signal?.throwIfAborted();
    throw new ChimeConnectionError(what, `the answer broke off: ${explain(cause)}`, cause);
  } finally {
    // Whoever stops reading early frees the connection.
    if (!hasEnded) await reader.cancel();
  }
}

/** The most characters of a refusal that are read: one that is no problem document may be a page of any size. */
const longestProblem = 64 * 1024;

async function readProblem(response: Response, request: Request): Promise<ChimeProblem> {
  const { status, statusText, headers } = response;
  let text = "";
  const decoder = new TextDecoder();
  try {
    if (response.body !== null) {
      for await (const bytes of readBody(response.body, request)) {
        text += decoder.decode(bytes, { stream: true });
        if (text.length > longestProblem) break;
      }
    }
  } catch (error) {
    // The status alone tells that the call was refused, and whether it may be made again.
    if (!(error instanceof ChimeConnectionError)) throw error;
  }
  const document = readMembers(text);
  const member = (name: string): string | undefined => {
    const value = document[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const title = member("title") ?? (statusText === "" ? "refused" : statusText);
  return new ChimeProblem(request.what, {
    status,
    title,
    type: member("type") ?? "about:blank",
    detail: member("detail") ?? "the server refused the call",
    parameter: member("parameter"),
    retryAfterMs: readRetryAfter(headers.get("retry-after"), Date.now()),
  });
}

function readMembers(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Proxies refuse with pages of their own; the status is what counts then.
    return {};
  }
}

/** The innermost reason of a failed fetch: `fetch failed` itself says nothing. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return explain(error.cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return error.message === "" ? code : error.message;
}
