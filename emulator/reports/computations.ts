import type { ReportName, RowOf } from "../catalogue/index.ts";
import { computeAgentEfficiency } from "./agent-efficiency.ts";
import { computeChatHistory } from "./chat-history.ts";
import type { Computation, Context } from "./computation.ts";
import { computeInboundVsAnsweredChats } from "./inbound-vs-answered-chats.ts";
import { computeQueueComparison } from "./queue-comparison.ts";
import { computeQueues } from "./queues.ts";

/** Every report's computation: a report of the catalogue without one does not compile. */
const computations: { readonly [N in ReportName]: Computation<N> } = {
  Queues: computeQueues,
  QueueComparison: computeQueueComparison,
  InboundVsAnsweredChats: computeInboundVsAnsweredChats,
  ChatHistory: computeChatHistory,
  AgentEfficiency: computeAgentEfficiency,
};

/** The rows of the named report, in answer order; values are in memory form, to be written by the columns' kinds. */
export function computeReport<N extends ReportName>(name: N, context: Context): Iterable<RowOf<N>> {
  return computations[name](context);
}
