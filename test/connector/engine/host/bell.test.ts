import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { Bell } from "../../../../connector/engine/host/bell.ts";

test("a thread that waits for the bell sleeps on when it is woken without a ring", async () => {
  const bell = new Bell();
  bell.reset();
  // The second step of an earlier ring, late; then the ring. What was rung is counted beside, before the ring.
  const rung = new Int32Array(new SharedArrayBuffer(4));
  const ringer = new Worker(
    `const { memory, rung } = require("node:worker_threads").workerData;
     const pause = new Int32Array(new SharedArrayBuffer(4));
     for (let late = 0; late < 20; late++) {
       Atomics.wait(pause, 0, 0, 5);
       Atomics.notify(memory, 0);
     }
     Atomics.store(rung, 0, 1);
     Atomics.store(memory, 0, 1);
     Atomics.notify(memory, 0);`,
    { eval: true, workerData: { memory: bell.memory, rung } },
  );
  const ended = new Promise((resolve) => ringer.once("exit", resolve));
  await new Promise((resolve) => ringer.once("online", resolve));

  bell.wait();

  expect(Atomics.load(rung, 0)).toBe(1);
  await ended;
});

test("a ring before the wait is not missed", () => {
  const bell = new Bell();
  bell.reset();
  bell.ring();
  bell.wait();
});
