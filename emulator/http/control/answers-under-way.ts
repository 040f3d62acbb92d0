import type { RequestHandler, Response } from "express";

/** Stands before what reads the store, so that a restore has it for itself. */
export type AnswersUnderWay = {
  /** Lets calls wait while the store is being restored. */
  readonly wait: RequestHandler;
  /** Notes an answer that would be half of one state and half of another if the store changed under it. */
  readonly note: RequestHandler;
  /** Cuts the answers that are noted and lets calls wait until the work is done. */
  readonly pause: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Knows the answers of one emulator. */
export function createAnswersUnderWay(): AnswersUnderWay {
  const noted = new Set<Response>();
  let paused: Promise<unknown> | undefined;
  return {
    wait: async (_req, _res, next) => {
      while (paused !== undefined) await paused;
      next();
    },
    note: (_req, res, next) => {
      noted.add(res);
      res.once("close", () => {
        noted.delete(res);
      });
      next();
    },
    pause: async (work) => {
      // One restore at a time.
      while (paused !== undefined) await paused;
      const working = work();
      const settled = working.catch(() => undefined);
      paused = settled;
      for (const res of noted) res.destroy();
      try {
        return await working;
      } finally {
        if (paused === settled) paused = undefined;
      }
    },
  };
}
