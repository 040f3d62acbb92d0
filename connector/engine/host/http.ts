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

/**
 * Makes one HTTP call, without following redirects. Only hosts that were allowed are asked: `example.com`, `example.com:8443`,
 * or `*` for all.
 */
export async function callHttp(
  request: HttpRequest,
  allowedHosts: readonly string[],
): Promise<HttpResponse | HttpFailure> {
  const url = new URL(request.url);
  if (!allowedHosts.some((allowed) => allowed === "*" || allowed === url.host || allowed === url.hostname)) {
    return { failure: "refusedHost", message: `the host "${url.host}" was not allowed; allow it to let M ask it` };
  }
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: request.headers.map(([name, value]) => [name, value] as [string, string]),
      body: request.body ? Buffer.from(request.body) : null,
      redirect: "manual",
      signal: AbortSignal.timeout(Math.min(request.timeoutMilliseconds, 2 ** 31 - 1)),
    });
    return {
      status: response.status,
      statusText: response.statusText,
      headers: [...response.headers],
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === "TimeoutError";
    return { failure: isTimeout ? "timeout" : "unreachable", message: reasonOf(error) };
  }
}

/** fetch says only "fetch failed"; its causes say why. */
function reasonOf(error: unknown): string {
  let message = "";
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    message = cause.message === "" ? message : cause.message;
  return message;
}
