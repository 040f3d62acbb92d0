import type { Computation } from "../computation.ts";
import { clip, createSweep, type Span } from "../concurrency.ts";
import { spanOf, visitOngoing } from "../connections.ts";
import { toSeconds } from "../durations.ts";
import { toMean } from "../metrics.ts";

/** A row for every local day that the window touches, by the clock: chats count where they went on, not where they began. */
export const computeConcurrentChats: Computation<"ConcurrentChats"> = function* (context) {
  const { window, clock } = context;
  const connected: Span[] = [];
  const waiting: Span[] = [];
  visitOngoing(context, ({ queuedAt, answeredAt, endedAt }, limit) => {
    if (queuedAt !== null) waiting.push(clip({ from: queuedAt, to: answeredAt ?? endedAt }, limit));
    if (answeredAt !== null) connected.push(clip({ from: answeredAt, to: endedAt }, limit));
  });
  const sweepConnected = createSweep(connected);
  const sweepWaiting = createSweep(waiting);
  const within = spanOf(context);
  for (const { dayOn, startAt, nextAt } of clock.days(window.startAt, window.stopAt)) {
    const day = clip({ from: startAt, to: nextAt }, within);
    const { most, mostAt, totalMs } = sweepConnected(day);
    yield {
      date: dayOn,
      mostConnected: most,
      busiestAt: mostAt,
      mostWaiting: sweepWaiting(day).most,
      meanConnected: toMean(totalMs, day.to - day.from),
      connectedSeconds: toSeconds(totalMs),
    };
  }
};
