import { setTimeout } from "node:timers/promises";
import { ChimeConnectionError, ChimeProblem } from "./failures.ts";

/** How a call is made again that failed for a while: with 408, 429, 503, 504 or 509, or without a whole answer. */
export type Retries = {
  /** How many times a call is made again at most; 4 when left out, 0 for never. */
  readonly most: number;
  /** The first wait in milliseconds, 500 when left out; each one doubles, less up to half of it at random. */
  readonly firstWaitMs: number;
  /** The longest wait in milliseconds, 60,000 when left out. A server that asks for a longer one gets no other call. */
  readonly longestWaitMs: number;
};

/** The retries of a client that was told nothing else. */
export const defaultRetries: Retries = { most: 4, firstWaitMs: 500, longestWaitMs: 60_000 };

/** The statuses after which Power Query's `Web.Contents` asks again as well. */
const passingStatuses: ReadonlySet<number> = new Set([408, 429, 503, 504, 509]);

/** How long to wait before the call that failed with this error is made again; `undefined` when it should not be. */
function waitBefore(error: unknown, made: number, retries: Retries): number | undefined {
  const isPassing =
    error instanceof ChimeConnectionError || (error instanceof ChimeProblem && passingStatuses.has(error.status));
  if (!isPassing || made >= retries.most) return undefined;
  const backOffMs = Math.min(retries.firstWaitMs * 2 ** made, retries.longestWaitMs) * (0.5 + Math.random() / 2);
  const askedMs = error instanceof ChimeProblem ? (error.retryAfterMs ?? 0) : 0;
  return askedMs > retries.longestWaitMs ? undefined : Math.max(askedMs, backOffMs);
}

/** Makes a call, and again as the retries say. Throws the last error, or the signal's reason once that has aborted. */
export async function withRetries<T>(
  retries: Retries,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let made = 0; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      await waitOrThrow(error, made, retries, signal);
    }
  }
}

/** Waits until the call may be made again; throws the error when it should not be. */
export async function waitOrThrow(
  error: unknown,
  made: number,
  retries: Retries,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const waitMs = waitBefore(error, made, retries);
  if (waitMs === undefined) throw error;
  try {
    await setTimeout(waitMs, undefined, signal === undefined ? {} : { signal });
  } catch (aborted) {
    signal?.throwIfAborted();
    throw aborted;
  }
}

/** Reads a `Retry-After` header, seconds or an HTTP date, as milliseconds from now; `undefined` for what is neither. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
