import { demoProfile, demoQueues } from "./demo-profile.ts";
import type { Profile, QueuePlan } from "./profile.ts";

/**
 * A queue with so many times the guests. A larger team is busier without longer waits (square-root staffing: Garnett, Mandelbaum
 * and Reiman, 2002), so agents grow a little slower than guests.
 */
function growQueue(queue: QueuePlan, times: number): QueuePlan {
  return {
    ...queue,
    chatsOnWeekday: queue.chatsOnWeekday * times,
    chatsOnWeekend: queue.chatsOnWeekend * times,
    shifts: queue.shifts.map((shift) => ({
      ...shift,
      agents: Math.ceil(shift.agents * times ** 0.85),
      atOnce: Math.ceil((shift.atOnce ?? shift.agents) * times ** 0.85),
    })),
  };
}

/** The queues of the demonstration, `copies` times over, each copy after the first with a number at its names, `times` as busy. */
function growQueues(copies: number, times: number): readonly QueuePlan[] {
  return Array.from({ length: copies }, (_, copy) =>
    demoQueues.map((queue): QueuePlan => {
      const numberOf = (id: number): number => id + copy * demoQueues.length;
      const grown = growQueue(queue, times);
      return {
        ...grown,
        id: numberOf(queue.id),
        name: copy === 0 ? queue.name : `${queue.name} ${copy + 1}`,
        shifts: grown.shifts.map((shift) => ({
          ...shift,
          ...(shift.alsoServes && { alsoServes: shift.alsoServes.map(numberOf) }),
        })),
        ...(queue.transfersTo !== undefined && { transfersTo: numberOf(queue.transfersTo) }),
      };
    }),
  ).flat();
}

const plain = { ...demoProfile, windows: [], certainGuests: [], incidents: [] };

/** The profiles by name. */
export const profiles = {
  /** A few days, for tests. */
  small: { ...plain, name: "small", days: 7, guestsPerRegion: 100 },
  demo: demoProfile,
  /** One year, with twice the guests. */
  year: { ...plain, name: "year", days: 365, queues: growQueues(1, 2), guestsPerRegion: 3000 },
  /** A million chats. */
  large: { ...plain, name: "large", days: 730, queues: growQueues(2, 5), guestsPerRegion: 10_000 },
  /** Ten million chats. */
  huge: { ...plain, name: "huge", days: 1096, queues: growQueues(5, 13.9), guestsPerRegion: 20_000 },
  /** Two weeks in which everything goes wrong: outages every few days, and every update is a bad one. */
  outage: { ...plain, name: "outage", days: 14, outagesPerYear: 90, badUpdates: 1, guestsPerRegion: 400 },
  /** Queues and people, and no chats. */
  empty: {
    ...plain,
    name: "empty",
    days: 0,
    queues: demoQueues.map((queue) => ({ ...queue, chatsOnWeekday: 0, chatsOnWeekend: 0 })),
    guestsPerRegion: 0,
  },
} as const satisfies Record<string, Profile>;

/** The name of a profile. */
export type ProfileName = keyof typeof profiles;
