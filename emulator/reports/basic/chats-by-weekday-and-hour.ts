import { visitChats } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { hourOf, weekdayNames, weekdayOf } from "../days.ts";
import { addToCounts, createCounts, toOutcomeCells, type Counts } from "../metrics.ts";

/** A row for each weekday and hour, Monday 0 o'clock first: the weekday of the local day, the hour that the clock shows. */
export const computeChatsByWeekdayAndHour: Computation<"ChatsByWeekdayAndHour"> = (context) => {
  const week = weekdayNames.map(() => Array.from({ length: 24 }, createCounts));
  const days = new Map<string, Counts[]>();
  visitChats(context.store, queueOf(context), context.window, (chat) => {
    const dayOn = context.clock.dayOf(chat.startedAt);
    let hours = days.get(dayOn);
    if (hours === undefined) days.set(dayOn, (hours = week[weekdayOf(dayOn) - 1]!));
    addToCounts(hours[hourOf(context.clock, chat.startedAt)]!, chat);
  });
  return week.flatMap((hours, index) =>
    hours.map((counts, hour) => ({
      weekday: index + 1,
      weekdayName: weekdayNames[index]!,
      hour,
      ...toOutcomeCells(counts),
    })),
  );
};
