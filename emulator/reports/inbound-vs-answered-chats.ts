import { visitChats } from "../store/index.ts";
import { queueOf, type Computation } from "./computation.ts";
import { addToCounts, createCounts, type Counts } from "./metrics.ts";

/** A row for every local day that the window touches; a day partly in the window counts its chats inside the window. */
export const computeInboundVsAnsweredChats: Computation<"InboundVsAnsweredChats"> = function* (context) {
  const { store, window, clock } = context;
  const days = new Map<string, Counts>();
  visitChats(store, queueOf(context), window, (chat) => {
    const dayOn = clock.dayOf(chat.startedAt);
    let counts = days.get(dayOn);
    if (counts === undefined) days.set(dayOn, (counts = createCounts()));
    addToCounts(counts, chat);
  });
  const nothing = createCounts();
  for (const { dayOn } of clock.days(window.startAt, window.stopAt)) {
    const { inbound, answered, abandoned, missed, deflected } = days.get(dayOn) ?? nothing;
    yield { date: dayOn, inbound, answered, abandoned, missed, deflected };
  }
};
