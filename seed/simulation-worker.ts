import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { Simulation, type ResumePoint, type SimulationPlan, type SimulationStep } from "./simulation.ts";

/** What the worker is given. */
export type WorkerOrder = { readonly plan: SimulationPlan; readonly until: number };

/** What the worker sends: steps, and then where they ended. */
export type WorkerMessage = SimulationStep | ResumePoint;

/** Steps on their way at once: enough that neither side waits for the other, few enough to stay small. */
const mostUnderWay = 3;

const port = parentPort!;
const { plan, until } = workerData as WorkerOrder;
const steps = new Simulation(plan).advance(until);
let step = steps.next();
for (let underWay = 0; step.done !== true; step = steps.next()) {
  if (underWay >= mostUnderWay) {
    await once(port, "message");
    underWay -= 1;
  }
  port.postMessage(step.value);
  underWay += 1;
}
port.postMessage(step.value);
// The last acknowledgements would keep the thread alive.
port.unref();
