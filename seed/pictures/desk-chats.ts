import { visitChats, type ChatMeasure, type Store } from "../../emulator/store/index.ts";
import { zoneClock } from "../../zones/index.ts";
import { weekdayOf } from "../calendar.ts";
import type { QueuePlan } from "../profile.ts";

/** A chat as its queue's own clock has it. */
export type DeskChat = ChatMeasure & {
  readonly dayOn: string;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
};

/** All chats of a queue. */
export function readDeskChats(store: Store, { id, zone }: QueuePlan, until: number): readonly DeskChat[] {
  const clock = zoneClock(zone);
  const chats: DeskChat[] = [];
  visitChats(store, id, { startAt: 0, stopAt: until }, (chat) => {
    const local = new Date(clock.toLocal(chat.startedAt));
    const dayOn = local.toISOString().slice(0, 10);
    chats.push({ ...chat, dayOn, weekday: weekdayOf(dayOn), hour: local.getUTCHours() });
  });
  return chats;
}

/** How long a guest who asked for an agent waited, in seconds; `undefined` for who did not ask. */
export function waitSecondsOf({ queuedAt, answeredAt, endedAt }: ChatMeasure): number | undefined {
  return queuedAt === null ? undefined : ((answeredAt ?? endedAt) - queuedAt) / 1000;
}

/** The mean; 0 of nothing. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
