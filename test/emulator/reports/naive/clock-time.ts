import type { ChatPlan } from "../../fixture.ts";
import { agentOf, instantsOf, type Question } from "./desk.ts";

/** A span of time, without its end. */
export type Span = { readonly from: number; readonly to: number };

const day = 86_400_000;

/** The part of a span inside another. */
export const inside = (span: Span, within: Span): Span => ({
  from: Math.max(span.from, within.from),
  to: Math.min(span.to, within.to),
});

/** The spans that a queue's chats give, cut to the chats' first 24 hours and to a stretch; empty ones are left out. */
export function spansOf(
  { chats }: Question,
  queueId: number,
  within: Span,
  toSpans: (chat: ChatPlan) => readonly Span[],
): readonly Span[] {
  return chats
    .filter((chat) => (chat.queueId ?? 1) === queueId)
    .flatMap((chat) =>
      toSpans(chat).map((span) => inside(inside(span, { from: chat.startedAt, to: chat.startedAt + day }), within)),
    )
    .filter(({ from, to }) => from < to);
}

/** When an agent had a chat of the queue, inside the window. */
export function busySpans(question: Question, queueId: number, agentId: number): readonly Span[] {
  const window = { from: question.startAt, to: question.stopAt + 1 };
  return spansOf(question, queueId, window, (chat) => {
    const { answeredAt, endedAt, queuedAt } = instantsOf(chat);
    if (answeredAt === null) return [];
    const moves = [
      { at: answeredAt, holder: agentOf(chat) as number | null },
      ...Array.from({ length: chat.transfers ?? 0 }, () => ({ at: endedAt, holder: 8 })),
      ...(chat.handOns ?? []).map(({ afterMs, to }) => ({ at: queuedAt! + afterMs, holder: to })),
    ];
    return moves.flatMap(({ at, holder }, index) =>
      holder === agentId ? [{ from: at, to: moves[index + 1]?.at ?? endedAt }] : [],
    );
  });
}

/** How many spans cover an instant. */
const at = (spans: readonly Span[], instant: number): number =>
  spans.filter(({ from, to }) => from <= instant && instant < to).length;

/** The most spans at one instant, and the first such: it is where some span begins. */
export function mostOf(spans: readonly Span[]): { most: number; mostAt: number | null } {
  const starts = spans.map(({ from }) => from).sort((a, b) => a - b);
  const most = Math.max(0, ...starts.map((instant) => at(spans, instant)));
  return { most, mostAt: starts.find((instant) => at(spans, instant) === most) ?? null };
}

/** How long at least one span of every list goes on. */
export function covered(lists: readonly (readonly Span[])[]): number {
  const edges = [...new Set(lists.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return edges
    .slice(1)
    .map((edge, index) => ({ from: edges[index]!, to: edge }))
    .filter(({ from }) => lists.every((spans) => at(spans, from) > 0))
    .reduce((sum, { from, to }) => sum + to - from, 0);
}
