/**
 * The thread of one evaluation at a time. It evaluates without ever waiting for an event: what it needs of the world it asks the
 * main thread for and blocks until the answer lies in the port.
 */
import { receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import { Bell } from "./bell.ts";
import { runJob } from "./run-job.ts";
import type { Answer, Job, Notice, Question } from "./protocol.ts";

const { port, memory } = workerData as { port: MessagePort; memory: Bell["memory"] };
const bell = new Bell(memory);

const tell = (notice: Notice): void => {
  port.postMessage(notice);
};

function ask(question: Question): Answer {
  bell.reset();
  tell({ kind: "question", question });
  bell.wait();
  const received = receiveMessageOnPort(port) as { message: Answer } | undefined;
  if (!received) throw new Error("the main thread woke the evaluation without an answer");
  return received.message;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

port.on("message", (job: Job) => {
  tell({ kind: "outcome", id: job.id, outcome: runJob(job, { ask, sleep, tell }) });
});
tell({ kind: "ready" });
