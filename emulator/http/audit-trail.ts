import { appendAudit, explainFileError, type AuditRow, type Store } from "../store/index.ts";

/** Calls on their way into the audit trail. */
export type AuditTrail = {
  /** Takes a call; `keyId` when its key was accepted. */
  readonly add: (row: AuditRow, keyId?: number) => void;
  /** Writes what is waiting, and then nothing until the function that it gives is called. */
  readonly pause: () => () => void;
  /** Writes what is waiting and takes no more time. Throws when the store cannot be written. */
  readonly close: () => void;
};

const batchCalls = 200;
const longestWaitMs = 250;
const retryMs = 5000;
/** Some 20 MB; what comes after it while nothing can be written is lost. */
const mostWaiting = 50_000;

/**
 * Collects calls and writes them in one transaction every 250 ms or 200 calls, whichever comes first, because a transaction a
 * call would cost more than the call. A clean stop loses none; a killed process loses at most the last batch. A batch that
 * could not be written, because the disk is full for example, is told once, kept and tried again every 5 seconds; meanwhile calls
 * are answered all the same. Beyond 50,000 calls that wait, further ones are lost, and how many is told.
 */
export function createAuditTrail(store: Store, onError: (error: unknown) => void): AuditTrail {
  let waiting: AuditRow[] = [];
  let uses = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;
  let hasFailed = false;
  let isPaused = false;
  let lost = 0;

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
    hasFailed = false;
    if (lost > 0) onError(new Error(`the audit trail is written again; ${lost} calls are missing from it`));
    lost = 0;
  };
  const tryToWrite = (): void => {
    if (isPaused) {
      timer = setTimeout(tryToWrite, longestWaitMs);
      return;
    }
    try {
      write();
    } catch (error) {
      timer = setTimeout(tryToWrite, retryMs);
      if (hasFailed) return;
      hasFailed = true;
      const cause = explainFileError(error, store.file, "write");
      onError(new Error(`the audit trail could not be written: ${reasonOf(cause)}; it is tried again`, { cause }));
    }
  };

  return {
    add(row, keyId) {
      if (keyId !== undefined) uses.set(keyId, row.at);
      if (waiting.length === mostWaiting) {
        lost++;
        return;
      }
      waiting.push(row);
      if (!hasFailed && !isPaused && waiting.length >= batchCalls) tryToWrite();
      else timer ??= setTimeout(tryToWrite, longestWaitMs);
    },
    pause() {
      tryToWrite();
      isPaused = true;
      return () => {
        isPaused = false;
      };
    },
    close() {
      try {
        write();
      } catch (error) {
        const calls = waiting.length + lost;
        const why = `${reasonOf(explainFileError(error, store.file, "write"))}; ${calls} calls are missing from it`;
        throw new Error(`the audit trail could not be written: ${why}`, { cause: error });
      }
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
