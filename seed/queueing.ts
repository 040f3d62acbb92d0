import type { HistoryOffer, HistoryTransfer } from "../emulator/store/index.ts";
import { openSpans, type QueueDay } from "./calendar.ts";
import { EventCalendar } from "./event-calendar.ts";
import type { PlannedShift } from "./roster.ts";
import type { Stream } from "./random.ts";
import type { Visit } from "./visit.ts";

/** How a visit went on and ended. Instants and outcomes are as in the schema of chats. */
export type Course = {
  readonly visit: Visit;
  readonly queuedAt: number | null;
  readonly answeredAt: number | null;
  readonly agentId: number | null;
  readonly endedAt: number;
  readonly wrappedUpAt: number | null;
  readonly outcome: "answered" | "abandoned" | "missed" | "deflected" | "leftBot";
  readonly missedBecause: "closed" | "noAgent" | "allBusy" | null;
  readonly endedBy: "guest" | "agent" | "error" | "system";
  readonly offers: readonly HistoryOffer[];
  readonly transfers: readonly HistoryTransfer[];
};

/** When somebody was online: to the end of the shift, or of the last chat's wrap-up if that is later. */
export type WorkedShift = { readonly personId: number; readonly startedAt: number; readonly endedAt: number };

/** An agent at work. `load` counts the chats held: offered, connected or in wrap-up. */
type Desk = { readonly shift: PlannedShift; load: number; taken: number; idleSince: number; busyUntil: number };

/** A chat that asked for an agent. */
type Contact = {
  readonly visit: Visit;
  readonly queuedAt: number;
  readonly offers: HistoryOffer[];
  readonly transfers: HistoryTransfer[];
  pending: { readonly desk: Desk; readonly offeredAt: number } | null;
  course: Omit<Course, "visit" | "queuedAt" | "offers" | "transfers"> | null;
};

const offerMs = 45_000;
const longestConnectedMs = 3 * 3_600_000;

/**
 * Lets a queue work for one local day: an event simulation of guests who wait in order of arrival and agents on shift with a
 * limit of chats at once. A chat is offered to one agent after another until somebody accepts, the guest leaves, the queue closes
 * or the longest wait is over. Gives the courses in the order of the visits. Guests of the day's last minutes may be served
 * after midnight, by the day's own late shift.
 */
export function workDay(
  day: QueueDay,
  visits: readonly Visit[],
  roster: readonly PlannedShift[],
  stream: Stream,
): { readonly courses: readonly Course[]; readonly shifts: readonly WorkedShift[] } {
  const events = new EventCalendar();
  const spans = openSpans(day.queue.schedule, day.clock, day.dayOn);
  const waiting = new Set<Contact>();
  const desks = roster.map((shift): Desk => {
    return { shift, load: 0, taken: 0, idleSince: shift.from, busyUntil: shift.to };
  });
  // Closing is planned first, so that nobody answers at the closing instant itself.
  for (const { to } of spans) events.plan(to, closeQueue);
  for (const { from } of roster) events.plan(from, offerAll);

  const contacts = visits.map((visit): Contact | null => {
    if (visit.bot.end !== "queued") return null;
    const contact: Contact = {
      visit,
      queuedAt: visit.bot.endsAt,
      offers: [],
      transfers: [],
      pending: null,
      course: null,
    };
    events.plan(contact.queuedAt, (now) => {
      enter(contact, now);
    });
    return contact;
  });
  events.runAll();
  return {
    courses: visits.map((visit, index) => courseOf(visit, contacts[index] ?? null)),
    shifts: desks.map(({ shift, busyUntil }) => ({
      personId: shift.agent.id,
      startedAt: shift.from,
      endedAt: busyUntil,
    })),
  };

  function enter(contact: Contact, now: number): void {
    if (!spans.some(({ from, to }) => now >= from && now < to)) {
      miss(contact, now, "closed");
    } else if (!hasOnline(now)) {
      miss(contact, now, "noAgent");
    } else {
      waiting.add(contact);
      const { patienceMs } = contact.visit;
      const longestMs = 1000 * day.queue.longestWaitSeconds;
      events.plan(now + Math.min(patienceMs, longestMs), (at) => {
        if (!waiting.has(contact)) return;
        if (patienceMs > longestMs) miss(contact, at, hasOnline(at) ? "allBusy" : "noAgent");
        else leave(contact, at);
        offerAll(at);
      });
      offerAll(now);
    }
  }

  function hasOnline(now: number): boolean {
    return desks.some(({ shift }) => now >= shift.from && now < shift.to);
  }

  function offerAll(now: number): void {
    for (const contact of waiting) {
      if (contact.pending !== null) continue;
      const desk = chooseDesk(contact, now, now + offerMs);
      if (desk) offer(contact, desk, now);
    }
  }

  /** The free agent with the fewest offers of this chat; then by priority, load, and the longest without a new chat. */
  function chooseDesk(contact: Contact, now: number, needsUntil: number, except?: Desk): Desk | undefined {
    const rankOf = (desk: Desk): readonly number[] => {
      const { agent } = desk.shift;
      const offered = contact.offers.filter(({ personId }) => personId === agent.id).length;
      return [offered, agent.queueId === day.queue.id ? 1 : 2, desk.load, desk.idleSince, agent.id];
    };
    let best: Desk | undefined;
    let bestRank: readonly number[] = [];
    for (const desk of desks) {
      const { shift, load, taken } = desk;
      const { mostConcurrentChats, mostChatsADay = 0 } = shift.agent.plan;
      if (desk === except || now < shift.from || needsUntil >= shift.to || load >= mostConcurrentChats) continue;
      if (mostChatsADay > 0 && taken >= mostChatsADay) continue;
      const rank = rankOf(desk);
      if (best === undefined || isLower(rank, bestRank)) [best, bestRank] = [desk, rank];
    }
    return best;
  }

  function offer(contact: Contact, desk: Desk, now: number): void {
    hold(desk, now);
    const pending = { desk, offeredAt: now };
    contact.pending = pending;
    const draw = stream.uniform();
    const response = draw < 0.85 ? "accepted" : draw < 0.91 ? "declined" : "ignored";
    const thinkMs = Math.round(1500 + Math.min(stream.logNormal(16_000, 0.6), offerMs - 3000));
    events.plan(now + (response === "ignored" ? offerMs : thinkMs), (at) => {
      if (contact.pending !== pending) return;
      settle(contact, at, response);
      if (response === "accepted") connect(contact, desk, at);
      else offerAll(at);
    });
  }

  /** Ends the pending offer, if any. Whoever did not accept is free again. */
  function settle(contact: Contact, now: number, response: HistoryOffer["response"]): void {
    if (contact.pending === null) return;
    const { desk, offeredAt } = contact.pending;
    contact.pending = null;
    contact.offers.push({ personId: desk.shift.agent.id, offeredAt, settledAt: now, response });
    if (response !== "accepted") {
      desk.load -= 1;
      desk.taken -= 1;
    }
  }

  function hold(desk: Desk, now: number): void {
    desk.load += 1;
    desk.taken += 1;
    desk.idleSince = now;
  }

  function connect(contact: Contact, desk: Desk, now: number): void {
    waiting.delete(contact);
    const { serviceMs, wrapUpMs, dropsAfter, transfersAfter } = contact.visit;
    // Everybody slows down with several chats at once (Tezcan and Cui, 2016, have why).
    const fullMs = serviceMs * desk.shift.agent.pace * (1 + 0.12 * (desk.load - 1));
    const connectedMs = Math.round(Math.min(Math.max(fullMs, 45_000), longestConnectedMs) * (dropsAfter ?? 1));
    const endedAt = now + connectedMs;
    const handler = { desk };
    if (transfersAfter !== null && dropsAfter === null) {
      events.plan(now + Math.round(connectedMs * transfersAfter), (at) => {
        const next = chooseDesk(contact, at, at, handler.desk);
        if (next === undefined) return;
        contact.transfers.push({
          transferredAt: at,
          fromPersonId: handler.desk.shift.agent.id,
          toPersonId: next.shift.agent.id,
          toQueueId: null,
        });
        hold(next, at);
        free(handler.desk, at);
        handler.desk = next;
        offerAll(at);
      });
    }
    const wrappedUpAt = endedAt + wrapUpMs;
    contact.course = {
      answeredAt: now,
      agentId: desk.shift.agent.id,
      endedAt,
      wrappedUpAt,
      outcome: "answered",
      missedBecause: null,
      endedBy: dropsAfter === null ? (stream.chance(0.62) ? "guest" : "agent") : "error",
    };
    events.plan(wrappedUpAt, (at) => {
      free(handler.desk, at);
      offerAll(at);
    });
  }

  function free(desk: Desk, now: number): void {
    desk.load -= 1;
    desk.busyUntil = Math.max(desk.busyUntil, now);
  }

  function leave(contact: Contact, now: number): void {
    endUnanswered(contact, now, "abandoned", null);
  }

  function miss(contact: Contact, now: number, because: "closed" | "noAgent" | "allBusy"): void {
    endUnanswered(contact, now, "missed", because);
  }

  function endUnanswered(
    contact: Contact,
    now: number,
    outcome: "abandoned" | "missed",
    missedBecause: Course["missedBecause"],
  ): void {
    settle(contact, now, "ignored");
    waiting.delete(contact);
    const endedBy = outcome === "abandoned" ? "guest" : "system";
    contact.course = {
      answeredAt: null,
      agentId: null,
      endedAt: now,
      wrappedUpAt: null,
      outcome,
      missedBecause,
      endedBy,
    };
  }

  function closeQueue(now: number): void {
    for (const contact of waiting) miss(contact, now, "closed");
  }
}

function courseOf(visit: Visit, contact: Contact | null): Course {
  if (contact === null) {
    return {
      visit,
      queuedAt: null,
      answeredAt: null,
      agentId: null,
      endedAt: visit.bot.endsAt,
      wrappedUpAt: null,
      outcome: visit.bot.end === "deflected" ? "deflected" : "leftBot",
      missedBecause: null,
      endedBy: "guest",
      offers: [],
      transfers: [],
    };
  }
  const { queuedAt, offers, transfers } = contact;
  if (contact.course === null) throw new Error(`the chat ${visit.guid} never ended`);
  return { visit, queuedAt, offers, transfers, ...contact.course };
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && a[place]! < b[place]!;
}
