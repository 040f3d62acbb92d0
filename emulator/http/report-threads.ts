import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Chunk } from "./answer.ts";
import type { ReportJob } from "./compose-report.ts";

/** What the main thread asks of a worker. A job is advanced by one chunk at a time, so that none runs ahead of its reader. */
export type Request =
  | { readonly id: number; readonly do: "start"; readonly job: ReportJob }
  | { readonly id: number; readonly do: "next" | "stop" };

/** What a worker answers to `next`; without a chunk the report is at its end. */
export type Reply =
  { readonly id: number; readonly chunk: Chunk | undefined } | { readonly id: number; readonly error: string };

/** Threads that make long reports, so that they never hold up a short call. */
export type ReportThreads = {
  /** The chunks of a report, made on another thread as they are asked for. Throws what the computation throws. */
  readonly compose: (job: ReportJob) => AsyncGenerator<Chunk, void>;
  /** Ends the threads; what they were making is broken off. */
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (chunk: Chunk | undefined) => void; readonly reject: (error: unknown) => void };

/** One thread, and who waits for the next chunk of which job. */
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; jobs: number };

// One that computes for seconds before its first row leaves another for those that stream.
const mostThreads = 2;

/**
 * Threads for the reports of a data file, each with a connection of its own that only reads. They are started when the first
 * long report is asked for, about 100 ms, and kept.
 */
export function createReportThreads(file: string): ReportThreads {
  const threads = new Set<Thread>();
  let jobs = 0;

  const startThread = (): Thread => {
    // A thread cannot take TypeScript on Node 20: the built worker runs, wherever this file itself comes from.
    const worker = new Worker(createRequire(import.meta.url).resolve("#report-worker"), { workerData: { file } });
    worker.unref();
    const thread: Thread = { worker, waiting: new Map(), jobs: 0 };
    const end = (error: unknown): void => {
      threads.delete(thread);
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on("message", (reply: Reply) => {
      const waiting = thread.waiting.get(reply.id);
      thread.waiting.delete(reply.id);
      if ("error" in reply) waiting?.reject(new Error(`a report could not be made: ${reply.error}`));
      else waiting?.resolve(reply.chunk);
    });
    worker.on("error", end);
    worker.on("exit", () => {
      end(new Error("a report was broken off: its thread has ended"));
    });
    threads.add(thread);
    return thread;
  };

  const pickThread = (): Thread => {
    const [idlest] = [...threads].sort((one, other) => one.jobs - other.jobs);
    if (idlest === undefined || (idlest.jobs > 0 && threads.size < mostThreads)) return startThread();
    return idlest;
  };

  return {
    async *compose(job) {
      const thread = pickThread();
      const id = ++jobs;
      const ask = (request: Request): void => {
        thread.worker.postMessage(request);
      };
      const next = (): Promise<Chunk | undefined> => {
        const coming = new Promise<Chunk | undefined>((resolve, reject) => {
          thread.waiting.set(id, { resolve, reject });
          ask({ id, do: "next" });
        });
        // It may fail before anyone waits for it, or when nobody does any more.
        coming.catch(() => undefined);
        return coming;
      };
      thread.jobs++;
      ask({ id, do: "start", job });
      // One chunk is made while the one before is being sent.
      let coming = next();
      try {
        for (let chunk = await coming; chunk !== undefined; chunk = await coming) {
          coming = next();
          yield chunk;
        }
      } finally {
        thread.jobs--;
        ask({ id, do: "stop" });
      }
    },
    async close() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
