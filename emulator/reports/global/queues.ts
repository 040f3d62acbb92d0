import { readQueues } from "../../store/index.ts";
import type { Computation } from "../computation.ts";

/** The queues as a dimension; the window is not looked at. */
export const computeQueues: Computation<"Queues"> = ({ store, queueIds }) =>
  readQueues(store, queueIds).map((queue) => ({
    queueId: queue.id,
    queueName: queue.name,
    description: queue.description,
    language: queue.language,
    zone: queue.zone,
    enabled: queue.isEnabled,
    serviceLevelSeconds: queue.serviceLevelSeconds,
    agents: queue.agents,
  }));
