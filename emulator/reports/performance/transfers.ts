import { readAgentNames, readQueues, readTransfers, type Transfer } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addDuration, createDurations, summarize, type Durations } from "../durations.ts";

/** A row for every pair of giver and taker, in order of their numbers; agents who took before queues that did. */
export const computeTransfers: Computation<"Transfers"> = (context) => {
  const { store, window } = context;
  const pairs = new Map<string, { one: Transfer; transfers: number; chats: Set<number>; after: Durations }>();
  for (const transfer of readTransfers(store, queueOf(context), window)) {
    const key = [transfer.fromAgentId, transfer.toAgentId, transfer.toQueueId].join();
    let pair = pairs.get(key);
    if (pair === undefined) {
      pairs.set(key, (pair = { one: transfer, transfers: 0, chats: new Set(), after: createDurations() }));
    }
    pair.transfers++;
    pair.chats.add(transfer.chatId);
    addDuration(pair.after, transfer.answeredAt === null ? null : transfer.transferredAt - transfer.answeredAt);
  }
  const found = [...pairs.values()];
  const agentIds = found.flatMap(({ one }) => [one.fromAgentId, one.toAgentId ?? one.fromAgentId]);
  const agentNames = new Map(readAgentNames(store, agentIds).map(({ id, name }) => [id, name]));
  const queueIds = found.flatMap(({ one }) => one.toQueueId ?? []);
  const queueNames = new Map(readQueues(store, queueIds).map(({ id, name }) => [id, name]));
  return found
    .sort(({ one: a }, { one: b }) => compareTransfers(a, b))
    .map(({ one, transfers, chats, after }) => {
      const { mean, median, p90, longest } = summarize(after);
      return {
        fromAgentId: one.fromAgentId,
        fromAgentName: agentNames.get(one.fromAgentId)!,
        toAgentId: one.toAgentId,
        toAgentName: one.toAgentId === null ? null : agentNames.get(one.toAgentId)!,
        toQueueId: one.toQueueId,
        toQueueName: one.toQueueId === null ? null : queueNames.get(one.toQueueId)!,
        transfers,
        chats: chats.size,
        meanAfterSeconds: mean,
        medianAfterSeconds: median,
        p90AfterSeconds: p90,
        longestAfterSeconds: longest,
      };
    });
};

function compareTransfers(a: Transfer, b: Transfer): number {
  const none = Infinity;
  return (
    a.fromAgentId - b.fromAgentId ||
    compareNumbers(a.toAgentId ?? none, b.toAgentId ?? none) ||
    compareNumbers(a.toQueueId ?? none, b.toQueueId ?? none)
  );
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
