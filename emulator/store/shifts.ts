import type { Window } from "./chats.ts";
import { defineStatement } from "./statement.ts";
import type { Store } from "./store.ts";

/** A time that an agent was online: [startedAt, endedAt). */
export type Shift = { readonly startedAt: number; readonly endedAt: number };

const longestShiftMs = 2 * 86_400_000;

/** Searches one person's shifts by their start; a test holds the plan to it. */
const shiftsSql = `
  SELECT startedAt, endedAt FROM shift
  WHERE personId = ? AND startedAt BETWEEN ? AND ? AND endedAt > ? ORDER BY startedAt`;

const shifts = defineStatement((connection) =>
  connection.prepare<[personId: number, fromAt: number, stopAt: number, startAt: number], Shift>(shiftsSql),
);

/** A person's shifts that reach into the window, in order. One that began more than two days before the window is not seen. */
export function readShifts(store: Store, personId: number, { startAt, stopAt }: Window): readonly Shift[] {
  return shifts(store).all(personId, startAt - longestShiftMs, stopAt, startAt);
}
