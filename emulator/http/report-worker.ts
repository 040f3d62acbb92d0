/** The thread that makes long reports: it reads the data file through a connection of its own, a chunk whenever it is asked. */
import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../store/index.ts";
import type { Chunk } from "./answer.ts";
import { composeReport } from "./compose-report.ts";
import type { Reply, Request } from "./report-threads.ts";

const { file } = workerData as { readonly file: string };
const store = openStore(file, { isReadOnly: true });
const underWay = new Map<number, Generator<Chunk, void>>();

function reply(answer: Reply): void {
  const bytes = "chunk" in answer ? answer.chunk?.bytes : undefined;
  parentPort!.postMessage(answer, bytes === undefined ? [] : [bytes.buffer]);
}

parentPort!.on("message", (request: Request) => {
  const { id } = request;
  switch (request.do) {
    case "start":
      underWay.set(id, composeReport(store, request.job));
      break;
    case "next":
      try {
        const made = underWay.get(id)?.next();
        reply({ id, chunk: made === undefined || made.done ? undefined : made.value });
      } catch (error) {
        // Not every error crosses threads: SQLite's own would arrive empty.
        reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
      break;
    case "stop":
      underWay.get(id)?.return();
      underWay.delete(id);
      break;
  }
});
