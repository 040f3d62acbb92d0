import { visitChats, visitTaggedChats } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { addDuration, createDurations, summarize } from "../durations.ts";
import { toRatio, toSatisfaction } from "../metrics.ts";
import { compareText } from "../order.ts";

function createTagged() {
  return { chats: 0, answered: 0, deflected: 0, resolved: 0, ratings: 0, satisfied: 0, connected: createDurations() };
}

/** A row for every tag in use, the most chats first, then in order of the tags' code units, chats without tags last among equals. */
export const computeTagBreakdown: Computation<"TagBreakdown"> = (context) => {
  const { store, window } = context;
  const queueId = queueOf(context);
  let started = 0;
  visitChats(store, queueId, window, () => {
    started++;
  });
  const tags = new Map<string | null, ReturnType<typeof createTagged>>();
  visitTaggedChats(store, queueId, window, (chat) => {
    let tagged = tags.get(chat.tag);
    if (tagged === undefined) tags.set(chat.tag, (tagged = createTagged()));
    tagged.chats++;
    if (chat.outcome === "answered") tagged.answered++;
    if (chat.outcome === "deflected") tagged.deflected++;
    if (chat.isResolved) tagged.resolved++;
    if (chat.rating !== null) tagged.ratings++;
    if (chat.rating !== null && chat.rating >= 4) tagged.satisfied++;
    addDuration(tagged.connected, chat.answeredAt === null ? null : chat.endedAt - chat.answeredAt);
  });
  return [...tags]
    .sort(([a, x], [b, y]) => y.chats - x.chats || compareText(a, b))
    .map(([tag, tagged]) => {
      const { mean, median, p90, longest } = summarize(tagged.connected);
      return {
        tag,
        chats: tagged.chats,
        shareOfStarted: toRatio(tagged.chats, started),
        answered: tagged.answered,
        deflected: tagged.deflected,
        resolved: tagged.resolved,
        ratings: tagged.ratings,
        satisfaction: toSatisfaction(tagged),
        meanConnectedSeconds: mean,
        medianConnectedSeconds: median,
        p90ConnectedSeconds: p90,
        longestConnectedSeconds: longest,
      };
    });
};
