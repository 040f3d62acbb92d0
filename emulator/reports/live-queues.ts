import {
  countOnlineAgents,
  readHistoryEnd,
  readQueueHours,
  readWaitingGuests,
  type QueueHours,
  type Store,
} from "../store/index.ts";
import { zoneClock } from "../../zones/index.ts";

/** A queue as it is at one instant. */
export type LiveQueue = {
  readonly queueId: number;
  readonly name: string;
  /** Whether the queue takes chats at all; one that does not is not running. */
  readonly isRunning: boolean;
  /** Whether a guest who comes now can be answered: enabled, open, and an agent online. */
  readonly isAvailable: boolean;
  readonly onlineAgents: number;
  readonly waitingGuests: number;
  /** Mean time that the guests who are waiting have waited so far, in whole milliseconds; 0 when nobody waits. */
  readonly averageWaitMs: number;
  readonly longestWaitMs: number;
};

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/**
 * Every queue as it is at `now`, in order of their numbers: read from the history's shifts and chats. From the history's end on its
 * last week repeats, by the clock of the queue's zone, so that demo data does not die with its last minute; before its start
 * nobody is online. A store that does not say when its history ends repeats nothing.
 */
export function readLiveQueues(store: Store, now: number): readonly LiveQueue[] {
  const endsAt = readHistoryEnd(store);
  return readQueueHours(store).map((queue) => {
    const at = endsAt === undefined ? now : repeatLastWeek(now, endsAt, queue.zone);
    const onlineAgents = countOnlineAgents(store, queue.id, at);
    const waits = readWaitingGuests(store, queue.id, at).map((queuedAt) => at - queuedAt);
    const total = waits.reduce((sum, wait) => sum + wait, 0);
    return {
      queueId: queue.id,
      name: queue.name,
      isRunning: queue.isEnabled,
      isAvailable: queue.isEnabled && onlineAgents > 0 && isOpen(queue, at),
      onlineAgents,
      waitingGuests: waits.length,
      averageWaitMs: waits.length === 0 ? 0 : Math.round(total / waits.length),
      longestWaitMs: Math.max(0, ...waits),
    };
  });
}

/** The latest instant before the history's end at which the zone's clock and weekday are those of `now`. */
function repeatLastWeek(now: number, endsAt: number, zone: string): number {
  if (now < endsAt) return now;
  const clock = zoneClock(zone);
  const localMs = clock.toLocal(now);
  const weeks = Math.ceil((localMs - clock.toLocal(endsAt) + 1) / weekMs);
  return clock.toUtc(localMs - weeks * weekMs);
}

function isOpen({ schedule, zone }: QueueHours, at: number): boolean {
  const localMs = zoneClock(zone).toLocal(at);
  const day = Math.floor(localMs / dayMs);
  // 1 January 1970 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  const minutes = (localMs - day * dayMs) / 60_000;
  return (schedule[weekday] ?? []).some(([open, close]) => minutes >= open && minutes < close);
}
