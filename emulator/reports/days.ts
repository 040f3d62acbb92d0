import type { ZoneClock } from "../../zones/index.ts";
import { visitChats, type ChatMeasure, type Window } from "../store/index.ts";
import { queueOf, type Context } from "./computation.ts";

const dayMs = 86_400_000;

/** A local day of a window with what was gathered of it. */
export type DayOf<S> = { readonly dayOn: string; readonly state: S };

/** Something gathered by local day: `of` gives the day's state at an instant, `all` every day that the window touches, in order. */
export type Days<S> = {
  readonly of: (instantMs: number) => S;
  readonly all: () => Generator<DayOf<S>, void>;
};

/** No days yet. A day without any instant gets a fresh state from `create`. */
export function createDays<S>(clock: ZoneClock, window: Window, create: () => S): Days<S> {
  const states = new Map<string, S>();
  // The messages of one chat follow each other, and all have its start.
  let last: { readonly instantMs: number; readonly state: S } | undefined;
  return {
    of: (instantMs) => {
      if (last?.instantMs === instantMs) return last.state;
      const dayOn = clock.dayOf(instantMs);
      let state = states.get(dayOn);
      if (state === undefined) states.set(dayOn, (state = create()));
      last = { instantMs, state };
      return state;
    },
    *all() {
      for (const { dayOn } of clock.days(window.startAt, window.stopAt)) {
        yield { dayOn, state: states.get(dayOn) ?? create() };
      }
    },
  };
}

/**
 * What is gathered of the queue's chats by the local day of their start: a state for every day that the window touches, in order. A
 * day partly in the window has its chats inside the window.
 */
export function gatherDays<S>(
  context: Context,
  create: () => S,
  add: (state: S, chat: ChatMeasure) => void,
): Generator<DayOf<S>, void> {
  const days = createDays(context.clock, context.window, create);
  visitChats(context.store, queueOf(context), context.window, (chat) => {
    add(days.of(chat.startedAt), chat);
  });
  return days.all();
}

/** The weekdays in English, Monday first. */
export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The weekday of a day as ISO-8601 counts it: 1 Monday to 7 Sunday. */
export function weekdayOf(dayOn: string): number {
  // 1 January 1970 was a Thursday.
  return ((((Date.parse(dayOn) / dayMs + 3) % 7) + 7) % 7) + 1;
}

/** The hour that the clock shows at an instant, 0 to 23. */
export function hourOf(clock: ZoneClock, instantMs: number): number {
  const localMs = clock.toLocal(instantMs);
  return Math.floor((localMs - Math.floor(localMs / dayMs) * dayMs) / 3_600_000);
}
