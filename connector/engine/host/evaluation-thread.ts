import { createRequire } from "node:module";
import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import { parse, PlacedSyntaxError } from "../syntax/index.ts";
import { Bell } from "./bell.ts";
import { readGrantedFile, readGrantedFolder } from "./files.ts";
import { callHttp, type HttpCall } from "./http.ts";
import { hardLimit, watchMemory } from "./memory-watch.ts";
import type {
  Answer,
  Job,
  LoadedCell,
  LoadedColumn,
  Notice,
  Outcome,
  PrintedError,
  Question,
  Source,
} from "./protocol.ts";

/** What the main thread grants a worker, and what it wants to hear of it. */
export type ThreadOptions = {
  /** Hosts that M may ask; none when left out. */
  readonly allowedHosts?: readonly string[];
  /** Addresses that are asked in the place of a host, by host; such a host needs no leave. */
  readonly standIns?: Readonly<Record<string, string>>;
  /** Folders whose files M may read, with all below them; none when left out. */
  readonly grantedFolders?: readonly string[];
  /** Heap of the worker in megabytes, 2,048 when left out; beyond it the evaluation ends. */
  readonly memoryMegabytes?: number;
  readonly onCall?: (call: HttpCall) => void;
  /** Makes the calls to the web; the engine's own way when left out. Whoever gives one may keep answers, or count. */
  readonly callWeb?: typeof callHttp;
  readonly onTrace?: (entry: { readonly level: number; readonly message: string }) => void;
};

/** Where the rows of a job go. */
export type RowSink = {
  readonly onColumns?: (columns: readonly LoadedColumn[]) => void;
  /** Awaited before the next batch is made. */
  readonly onRows?: (rows: readonly (readonly LoadedCell[])[]) => void | Promise<void>;
};

const defaultMegabytes = 2048;

const outOfMemory = "Evaluation ran out of memory and can't continue.";

/** Room for about 100,000 nested calls of M. */
const stackMegabytes = 100;

/**
 * A worker thread that evaluates M, one job at a time: the stand-in for Power Query's evaluation container. Its end (time-out,
 * memory) is the running job's outcome, and the next job gets a new thread.
 */
export class EvaluationThread {
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  #port: MessagePort | undefined;
  readonly #bell = new Bell();
  #running: { readonly id: number; readonly sink: RowSink; readonly settle: (outcome: Outcome) => void } | undefined;
  #lastId = 0;
  /** What the worker holds already. */
  #source: Source | undefined;

  constructor(options: ThreadOptions = {}) {
    this.#options = options;
  }

  /** Starts the thread ahead of its first job, so that both may be made ready at once. */
  start(): void {
    this.#port ??= this.#start();
  }

  /** Runs a job; a second one has to wait for the first. Without a time-out it may take as long as it wants. */
  async run(
    job: Omit<Job, "id"> & { readonly source: Source },
    sink: RowSink = {},
    timeoutMilliseconds?: number,
  ): Promise<Outcome> {
    if (this.#running) throw new Error("the evaluation thread is busy");
    const port = this.#port ?? this.#start();
    const id = ++this.#lastId;
    let timer: NodeJS.Timeout | undefined;
    const endWatch = watchMemory(this.#options.memoryMegabytes ?? defaultMegabytes, () => {
      this.#end(limit(outOfMemory));
    });
    try {
      return await new Promise<Outcome>((settle) => {
        this.#running = { id, sink, settle };
        if (timeoutMilliseconds !== undefined) {
          timer = setTimeout(() => {
            this.#end(limit(`The evaluation took longer than ${timeoutMilliseconds / 1000} seconds and was ended.`));
          }, timeoutMilliseconds);
        }
        port.postMessage({ ...job, source: job.source === this.#source ? undefined : job.source, id } satisfies Job);
        this.#source = job.source;
      });
    } finally {
      clearTimeout(timer);
      endWatch();
      this.#running = undefined;
    }
  }

  /** Ends the thread; a running job ends with it. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#end(limit("The evaluation was cancelled."));
    await worker?.terminate();
  }

  #start(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    // A thread cannot take TypeScript on Node 20: the built worker runs, wherever this file itself comes from.
    const file = createRequire(import.meta.url).resolve("#evaluation-worker");
    const worker = new Worker(file, {
      workerData: { port: port2, memory: this.#bell.memory },
      transferList: [port2],
      resourceLimits: {
        maxOldGenerationSizeMb: hardLimit(this.#options.memoryMegabytes ?? defaultMegabytes),
        stackSizeMb: stackMegabytes,
      },
    });
    worker.on("error", (error) => {
      // One that was ended may still fail while the next one runs.
      if (worker !== this.#worker) return;
      const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.#end(limit(isMemory ? outOfMemory : `the engine failed: ${String(error)}`));
    });
    port1.on("message", (notice: Notice) => {
      this.#hear(notice);
    });
    this.#worker = worker;
    this.#port = port1;
    return port1;
  }

  #end(error: PrintedError): void {
    void this.#worker?.terminate();
    this.#port?.close();
    this.#worker = undefined;
    this.#port = undefined;
    this.#source = undefined;
    this.#running?.settle({ ok: false, error });
  }

  #hear(notice: Notice): void {
    switch (notice.kind) {
      case "ready":
        return;
      case "trace":
        this.#options.onTrace?.(notice);
        return;
      case "outcome":
        if (notice.id === this.#running?.id) this.#running.settle(notice.outcome);
        return;
      case "question":
        void this.#reply(notice.question);
    }
  }

  async #reply(question: Question): Promise<void> {
    const port = this.#port;
    try {
      const answer = await this.#answer(question);
      if (port !== this.#port) return;
      port?.postMessage(answer, this.#transferable(answer));
      this.#bell.ring();
    } catch (error) {
      this.#end(limit(`the engine's host failed: ${error instanceof Error ? error.message : String(error)}`));
    }
  }

  /** The bytes of a file or of a web answer go over without being copied, unless whoever made the call may keep them. */
  #transferable(answer: Answer): ArrayBuffer[] {
    if (answer.kind !== "file" && (answer.kind !== "http" || this.#options.callWeb)) return [];
    const bytes = answer.answer instanceof Uint8Array ? answer.answer : "body" in answer.answer && answer.answer.body;
    // Small buffers of Node share one memory.
    const isWhole = bytes && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
    return isWhole ? [bytes.buffer] : [];
  }

  async #answer(question: Question): Promise<Answer> {
    switch (question.kind) {
      case "http": {
        const startedAt = performance.now();
        const { allowedHosts = [], standIns = {}, callWeb = callHttp } = this.#options;
        const answer = await callWeb(question.request, { allowedHosts, standIns });
        this.#options.onCall?.({
          method: question.request.method,
          url: question.request.url,
          status: "status" in answer ? answer.status : undefined,
          bytes: "status" in answer ? answer.body.byteLength : 0,
          milliseconds: performance.now() - startedAt,
        });
        return { kind: "http", answer };
      }
      case "file":
        return { kind: "file", answer: readGrantedFile(question.path, this.#options.grantedFolders ?? []) };
      case "folder":
        return { kind: "folder", answer: readGrantedFolder(question.path, this.#options.grantedFolders ?? []) };
      case "parse":
        try {
          return { kind: "parse", tree: await parse(question.text, question.document), error: undefined };
        } catch (error) {
          if (!(error instanceof PlacedSyntaxError)) throw error;
          return { kind: "parse", tree: undefined, error: error.message };
        }
      case "columns":
        this.#running?.sink.onColumns?.(question.columns);
        return { kind: "taken" };
      case "rows":
        await this.#running?.sink.onRows?.(question.rows);
        return { kind: "taken" };
    }
  }
}

function limit(message: string): PrintedError {
  return { reason: "Engine.Limit", message, detail: null, position: undefined, frames: [] };
}
