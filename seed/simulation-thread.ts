import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { Simulation, type ResumePoint, type SimulationPlan, type SimulationStep } from "./simulation.ts";
import type { WorkerMessage, WorkerOrder } from "./simulation-worker.ts";

/**
 * The steps of a simulation that runs in a thread of its own, beside the writing. They are the same as without a thread. Returning
 * early from the generator ends the thread.
 */
export async function* simulateInThread(
  plan: SimulationPlan,
  until: number,
): AsyncGenerator<SimulationStep, ResumePoint, void> {
  const order: WorkerOrder = { plan, until };
  const worker = new Worker(createRequire(import.meta.url).resolve("#simulation-worker"), {
    workerData: order,
    // The guests of a date live until its last chat is written. With room for them in the young generation seeding takes three
    // quarters of the processor time that it takes with half of that room; more room costs memory and gains little.
    resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 1024 },
  });
  const arrived: WorkerMessage[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  worker.on("message", (message: WorkerMessage) => {
    arrived.push(message);
    wake();
  });
  worker.on("error", (error: unknown) => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  try {
    for (;;) {
      const message = arrived.shift();
      if (message === undefined) {
        if (failure !== undefined) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      if (!("rows" in message)) return message;
      worker.postMessage("next");
      yield message;
    }
  } finally {
    await worker.terminate();
  }
}

/** The steps of a simulation in this thread, with a pause after each. */
export async function* simulateHere(
  plan: SimulationPlan,
  until: number,
): AsyncGenerator<SimulationStep, ResumePoint, void> {
  const steps = new Simulation(plan).advance(until);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
