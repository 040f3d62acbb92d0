import { visitChats } from "../../store/index.ts";
import { queueOf, type Computation } from "../computation.ts";
import { hourOf } from "../days.ts";
import { toOutcomeCells } from "../metrics.ts";
import { addToLoad, createLoad, toWaitCells } from "./load.ts";

/** A row for each hour of the day. */
export const computeChatsByHour: Computation<"ChatsByHour"> = (context) => {
  const hours = Array.from({ length: 24 }, createLoad);
  visitChats(context.store, queueOf(context), context.window, (chat) => {
    addToLoad(hours[hourOf(context.clock, chat.startedAt)]!, chat);
  });
  return hours.map((load, hour) => ({ hour, ...toOutcomeCells(load.counts), ...toWaitCells(load) }));
};
