import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { HttpFailure, HttpRequest, HttpResponse } from "./host.ts";

/** A call that was made, for whoever counts them. */
export type HttpCall = {
  readonly method: string;
  readonly url: string;
  /** `undefined` when no answer came. */
  readonly status: number | undefined;
  readonly bytes: number;
  readonly milliseconds: number;
};

/** Whom M may ask. */
export type Reach = {
  /** `example.com`, `example.com:8443`, or `*` for all. */
  readonly allowedHosts: readonly string[];
  /** Addresses that are asked in the place of a host, such as `http://localhost:5178`; such a host needs no further leave. */
  readonly standIns: Readonly<Record<string, string>>;
};

/** Makes one HTTP call, without following redirects. Only hosts in reach are asked. */
export async function callHttp(
  request: HttpRequest,
  { allowedHosts, standIns }: Reach,
): Promise<HttpResponse | HttpFailure> {
  const asked = new URL(request.url);
  const standIn = standIns[asked.host] ?? standIns[asked.hostname];
  const url = standIn === undefined ? asked : new URL(`${asked.pathname}${asked.search}`, standIn);
  if (
    standIn === undefined &&
    !allowedHosts.some((allowed) => allowed === "*" || allowed === url.host || allowed === url.hostname)
  ) {
    return { failure: "refusedHost", message: `the host "${url.host}" was not allowed; allow it to let M ask it` };
  }
  try {
    const { response, body } = await exchange(url, request);
    return {
      status: response.statusCode ?? 0,
      statusText: response.statusMessage ?? "",
      headers: pairsOf(response.rawHeaders),
      body: decode(body, response.headers["content-encoding"]),
    };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === "TimeoutError";
    return { failure: isTimeout ? "timeout" : "unreachable", message: reasonOf(error) };
  }
}

type Exchange = { readonly response: IncomingMessage; readonly body: Buffer };

async function exchange(url: URL, request: HttpRequest, isSecondTry = false): Promise<Exchange> {
  const signal = AbortSignal.timeout(Math.min(request.timeoutMilliseconds, 2 ** 31 - 1));
  const outgoing = (url.protocol === "https:" ? requestHttps : requestHttp)(url, { method: request.method, signal });
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()));
  for (const [name, value] of defaultHeaders) if (!given.has(name)) outgoing.setHeader(name, value);
  for (const [name, value] of request.headers) outgoing.appendHeader(name, value);
  try {
    return await new Promise<Exchange>((resolve, reject) => {
      const fail = (error: Error): void => {
        reject(signal.aborted ? (signal.reason as Error) : error);
      };
      outgoing.on("error", fail);
      outgoing.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", fail);
        response.on("end", () => {
          resolve({ response, body: Buffer.concat(chunks) });
        });
      });
      outgoing.end(request.body);
    });
  } catch (error) {
    // A server may close a connection that was kept open just as it is used again.
    const isStale = outgoing.reusedSocket && error instanceof Error && "code" in error && error.code === "ECONNRESET";
    if (isStale && !isSecondTry) return exchange(url, request, true);
    throw error;
  }
}

const defaultHeaders = [
  ["accept", "*/*"],
  ["accept-encoding", "gzip, deflate, br"],
  ["user-agent", "chime-bi"],
] as const;

/** Names and values take turns in Node's list, names as the server wrote them. */
function pairsOf(list: readonly string[]): [string, string][] {
  return Array.from({ length: list.length / 2 }, (_, index) => [list[index * 2]!, list[index * 2 + 1]!]);
}

function decode(body: Buffer, encoding: string | undefined): Uint8Array {
  if (body.length === 0) return body;
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return gunzipSync(body);
    case "deflate":
      return inflateSync(body);
    case "br":
      return brotliDecompressSync(body);
    default:
      return body;
  }
}

/** An error may say nothing itself; its causes say why. */
function reasonOf(error: unknown): string {
  let message = "";
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const first: unknown = cause instanceof AggregateError ? cause.errors[0] : undefined;
    const own = first instanceof Error ? first.message : cause.message;
    message = own === "" ? message : own;
  }
  return message;
}
