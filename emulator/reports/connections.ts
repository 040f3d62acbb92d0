import { readTransfers, visitChats, type ChatMeasure, type Transfer } from "../store/index.ts";
import { queueOf, type Context } from "./computation.ts";
import { clip, type Span } from "./concurrency.ts";

const dayMs = 86_400_000;

/** A window as a span: its last millisecond is inside. */
export function spanOf({ window }: Context): Span {
  return { from: window.startAt, to: window.stopAt + 1 };
}

/**
 * Shows every chat of the queue that may go on inside the window: those that began in it, or less than 24 hours before. A chat is
 * followed for its first 24 hours, so `limit` is where it has to be cut.
 */
export function visitOngoing(context: Context, visit: (chat: ChatMeasure, limit: Span) => void): void {
  const within = spanOf(context);
  const window = { startAt: context.window.startAt - dayMs + 1, stopAt: context.window.stopAt };
  visitChats(context.store, queueOf(context), window, (chat) => {
    visit(chat, clip({ from: chat.startedAt, to: chat.startedAt + dayMs }, within));
  });
}

/** Who had the queue's chats when, inside the window: a chat is its first agent's until it is handed on. */
export function readHoldings(context: Context): ReadonlyMap<number, readonly Span[]> {
  const window = { startAt: context.window.startAt - dayMs + 1, stopAt: context.window.stopAt };
  const transfersOf = new Map<number, Transfer[]>();
  for (const transfer of readTransfers(context.store, queueOf(context), window)) {
    const known = transfersOf.get(transfer.chatId);
    if (known === undefined) transfersOf.set(transfer.chatId, [transfer]);
    else known.push(transfer);
  }
  const holdings = new Map<number, Span[]>();
  const hold = (agentId: number | null, span: Span): void => {
    if (agentId === null || span.from >= span.to) return;
    const known = holdings.get(agentId);
    if (known === undefined) holdings.set(agentId, [span]);
    else known.push(span);
  };
  visitOngoing(context, (chat, limit) => {
    if (chat.answeredAt === null) return;
    let holder = chat.agentId;
    let from = chat.answeredAt;
    for (const { transferredAt, toAgentId } of transfersOf.get(chat.id) ?? []) {
      hold(holder, clip({ from, to: transferredAt }, limit));
      holder = toAgentId;
      from = transferredAt;
    }
    hold(holder, clip({ from, to: chat.endedAt }, limit));
  });
  return holdings;
}
