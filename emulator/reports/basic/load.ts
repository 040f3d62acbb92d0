import type { ChatMeasure } from "../../store/index.ts";
import { addDuration, createDurations, summarize, type Durations } from "../durations.ts";
import { addToCounts, createCounts, waitOf, type Counts } from "../metrics.ts";

/** Chats and waits of an hour or a weekday. */
export type Load = { readonly counts: Counts; readonly waits: Durations };

/** No chats. */
export function createLoad(): Load {
  return { counts: createCounts(), waits: createDurations() };
}

/** Takes one chat more. */
export function addToLoad(load: Load, chat: ChatMeasure): void {
  addToCounts(load.counts, chat);
  addDuration(load.waits, waitOf(chat));
}

/** The waits as the columns of the catalogue's `waits`. */
export function toWaitCells({ waits }: Load) {
  const { mean, median, p90, longest } = summarize(waits);
  return { meanWaitSeconds: mean, medianWaitSeconds: median, p90WaitSeconds: p90, longestWaitSeconds: longest };
}
