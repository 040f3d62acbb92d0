import { visitChats } from "../../store/index.ts";
import type { Computation } from "../computation.ts";
import { createDays } from "../days.ts";
import { addToCounts, createCounts, toOutcomeCells } from "../metrics.ts";

/** A row for every local day that the window touches, over all queues. */
export const computeChatVolumeByDay: Computation<"ChatVolumeByDay"> = function* ({ store, queueIds, window, clock }) {
  const days = createDays(clock, window, createCounts);
  for (const queueId of queueIds) {
    visitChats(store, queueId, window, (chat) => {
      addToCounts(days.of(chat.startedAt), chat);
    });
  }
  for (const { dayOn, state } of days.all()) yield { date: dayOn, ...toOutcomeCells(state) };
};
