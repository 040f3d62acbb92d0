import { visitChats } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { weekdayNames, weekdayOf } from "../days.ts";
import { toMean, toOutcomeCells } from "../metrics.ts";
import { addToLoad, createLoad, toWaitCells, type Load } from "./load.ts";

/** A row for each weekday, Monday first. A chat's weekday is that of the local day it belongs to. */
export const computeChatsByWeekday: Computation<"ChatsByWeekday"> = (context) => {
  const { store, window, clock } = context;
  const weekdays = weekdayNames.map(() => ({ days: 0, load: createLoad() }));
  const loads = new Map<string, Load>();
  visitChats(store, queueOf(context), window, (chat) => {
    const dayOn = clock.dayOf(chat.startedAt);
    let load = loads.get(dayOn);
    if (load === undefined) loads.set(dayOn, (load = weekdays[weekdayOf(dayOn) - 1]!.load));
    addToLoad(load, chat);
  });
  for (const { dayOn } of clock.days(window.startAt, window.stopAt)) weekdays[weekdayOf(dayOn) - 1]!.days++;
  return weekdays.map(({ days, load }, index) => ({
    weekday: index + 1,
    weekdayName: weekdayNames[index]!,
    days,
    ...toOutcomeCells(load.counts),
    inboundPerDay: toMean(load.counts.inbound, days),
    ...toWaitCells(load),
  }));
};
