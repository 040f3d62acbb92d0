import { appendAudit, type AuditRow, type Store } from "../store/index.ts";

/** Calls on their way into the audit trail. */
export type AuditTrail = {
  /** Takes a call; `keyId` when its key was accepted. */
  readonly add: (row: AuditRow, keyId?: number) => void;
  /** Writes what is waiting and takes no more time. Throws when the store cannot be written. */
  readonly close: () => void;
};

const mostWaiting = 200;
const longestWaitMs = 250;

/**
 * Collects calls and writes them in one transaction every 250 ms or 200 calls, whichever comes first, because a transaction a
 * call would cost more than the call. A clean stop loses none; a killed process loses at most the last batch. A batch that
 * could not be written is kept and tried again with the next one.
 */
export function createAuditTrail(store: Store, onError: (error: unknown) => void): AuditTrail {
  let waiting: AuditRow[] = [];
  let uses = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;

  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    appendAudit(
      store,
      waiting,
      [...uses].map(([keyId, at]) => ({ keyId, at })),
    );
    waiting = [];
    uses = new Map();
  };
  const tryToWrite = (): void => {
    try {
      write();
    } catch (error) {
      onError(
        new Error("the audit trail could not be written; it is tried again with the next calls", { cause: error }),
      );
    }
  };

  return {
    add(row, keyId) {
      waiting.push(row);
      if (keyId !== undefined) uses.set(keyId, row.at);
      if (waiting.length % mostWaiting === 0) tryToWrite();
      else timer ??= setTimeout(tryToWrite, longestWaitMs);
    },
    close: write,
  };
}
