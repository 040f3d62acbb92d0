import { explainFileError, pruneAudit, type Store } from "../../store/index.ts";

/** How much of the audit trail is kept; what is left out does not limit it. */
export type AuditRetention = {
  /** The latest calls, by their order. */
  readonly calls?: number;
  /** Calls that are younger, by the emulator's clock. */
  readonly days?: number;
};

/**
 * What is kept unless told otherwise: a million calls, some 200 MB. No age, because the emulator's clock can be moved: a month
 * ahead must not cost the month that a test wants to look at.
 */
export const defaultRetention: AuditRetention = { calls: 1_000_000 };

const dayMs = 86_400_000;
/** A batch takes 1 ms or so, during which no call is answered. */
const batchCalls = 200;
const restMs = 10_000;
const breathMs = 25;

/**
 * Takes calls out of the audit trail that are not to be kept, in small batches beside the calls being answered: up to 8,000 a second,
 * more than can be made. The file does not shrink, its space is used again.
 */
export function keepAuditBounded(
  store: Store,
  { calls, days }: AuditRetention,
  now: () => number,
  onError: (error: unknown) => void,
): { readonly close: () => void } {
  if (calls === undefined && days === undefined) return { close: () => undefined };
  let timer: NodeJS.Timeout | undefined;
  let hasFailed = false;
  const prune = (): void => {
    let isMore = false;
    try {
      const beforeAt = days === undefined ? undefined : now() - days * dayMs;
      isMore = pruneAudit(store, { keepCalls: calls, beforeAt }, batchCalls) === batchCalls;
      hasFailed = false;
    } catch (error) {
      // Once, not every ten seconds.
      const cause = explainFileError(error, store.file, "write");
      if (!hasFailed) onError(new Error("the audit trail could not be shortened; it is tried again", { cause }));
      hasFailed = true;
    }
    wait(isMore ? breathMs : restMs);
  };
  const wait = (delayMs: number): void => {
    timer = setTimeout(prune, delayMs).unref();
  };
  wait(breathMs);
  return {
    close: () => {
      clearTimeout(timer);
    },
  };
}
