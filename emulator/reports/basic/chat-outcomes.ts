import { visitEndings } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { toRatio } from "../metrics.ts";

function createEnds() {
  return { chats: 0, endedBy: { guest: 0, agent: 0, error: 0, system: 0 }, times: createDurations() };
}

/** Outcomes with their reasons in answer order; an unknown reason has a row only when there are such chats. */
const rows = [
  ["answered", "-"],
  ["abandoned", "-"],
  ["missed", "closed"],
  ["missed", "noAgent"],
  ["missed", "allBusy"],
  ["missed", "offline"],
  ["missed", "unknown"],
  ["deflected", "-"],
  ["leftBot", "-"],
] as const;

/** A row for each outcome, missed chats by reason. */
export const computeChatOutcomes: Computation<"ChatOutcomes"> = (context) => {
  const ends = new Map(rows.map(([outcome, reason]) => [`${outcome} ${reason}`, createEnds()]));
  let started = 0;
  visitEndings(context.store, queueOf(context), context.window, (ending) => {
    const reason = ending.outcome === "missed" ? (ending.missedBecause ?? "unknown") : "-";
    const end = ends.get(`${ending.outcome} ${reason}`)!;
    started++;
    end.chats++;
    end.endedBy[ending.endedBy]++;
    addDuration(end.times, ending.milliseconds);
  });
  return rows
    .map(([outcome, reason]) => ({ outcome, reason, end: ends.get(`${outcome} ${reason}`)! }))
    .filter(({ reason, end }) => reason !== "unknown" || end.chats > 0)
    .map(({ outcome, reason, end }) => {
      const { mean, median, p90, longest } = summarize(end.times);
      return {
        outcome,
        reason,
        chats: end.chats,
        shareOfStarted: toRatio(end.chats, started),
        endedByGuest: end.endedBy.guest,
        endedByAgent: end.endedBy.agent,
        endedByError: end.endedBy.error,
        endedBySystem: end.endedBy.system,
        meanSeconds: mean,
        medianSeconds: median,
        p90Seconds: p90,
        longestSeconds: longest,
      };
    });
};
