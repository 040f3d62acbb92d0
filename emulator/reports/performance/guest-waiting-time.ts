import { visitChats } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { toRatio, waitOf } from "../metrics.ts";

/** The upper bounds of the rows, in seconds; the last row has none. */
const bounds = [10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800] as const;

/** A row for each stretch of waits, the shortest first. */
export const computeGuestWaitingTime: Computation<"GuestWaitingTime"> = (context) => {
  const rows = [...bounds, null].map((toSeconds, index) => ({
    fromSeconds: bounds[index - 1] ?? 0,
    toSeconds,
    inbound: 0,
    answered: 0,
    abandoned: 0,
    missed: 0,
  }));
  visitChats(context.store, queueOf(context), context.window, (chat) => {
    const wait = waitOf(chat);
    if (wait === null) return;
    const row = rows.find(({ toSeconds }) => toSeconds === null || wait <= toSeconds * 1000)!;
    row.inbound++;
    if (chat.outcome === "answered") row.answered++;
    else if (chat.outcome === "abandoned") row.abandoned++;
    else row.missed++;
  });
  const inbound = rows.reduce((sum, row) => sum + row.inbound, 0);
  let within = 0;
  return rows.map((row) => {
    within += row.inbound;
    return { ...row, shareOfInbound: toRatio(row.inbound, inbound), cumulativeShare: toRatio(within, inbound) };
  });
};
