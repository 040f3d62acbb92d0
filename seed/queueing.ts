import type { HistoryOffer, HistoryShift, HistoryTransfer } from "../emulator/store/index.ts";
import { openSpans, type SiteDay, type Span } from "./calendar.ts";
import { Desk, deskRules, type DeskRules } from "./desk.ts";
import { EventCalendar } from "./event-calendar.ts";
import type { QueuePlan } from "./profile.ts";
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
  /** Whether the guest had left without a word before an agent answered. */
  readonly guestIsGone: boolean;
  /** Whether whoever answered has the topic's skill. */
  readonly isSkilled: boolean;
};

/** A queue while it works. */
type Line = { readonly queue: QueuePlan; readonly spans: readonly Span[]; readonly desks: readonly Desk[] };

/** A chat that asked for an agent. */
type Contact = {
  readonly visit: Visit;
  readonly line: Line;
  readonly queuedAt: number;
  readonly offers: HistoryOffer[];
  readonly transfers: HistoryTransfer[];
  pending: { readonly desk: Desk; readonly offeredAt: number } | null;
  guestIsGone: boolean;
  /** Once connected: who has the chat, how long it would still take there, and when it ends. */
  desk: Desk | null;
  /** The queue that has it: another than its own once it was handed there. */
  heldBy: Line;
  answeredAt: number;
  endsAt: number;
  isSkilled: boolean;
  agentId: number;
  end: Pick<Course, "endedAt" | "wrappedUpAt" | "outcome" | "missedBecause" | "endedBy"> | null;
};

const longestConnectedMs = 3 * 3_600_000;
/** How long an agent waits for a word of a guest who is gone. */
const silenceMs = 150_000;
/** Whoever takes a chat over has to read first. */
const readingFactor = 1.1;
/** How many of the chats that were handed on are handed on once more, and at which part of the time that is left then. */
const againShare = 0.08;
const againAfter = 0.5;

/**
 * Lets a site work for one local day: an event simulation of guests who wait in order of arrival and agents on shift with skills,
 * priorities, breaks and a limit of chats at once. A chat is offered to one agent after another until somebody accepts, the guest
 * leaves, the queue closes or the longest wait is over. Gives the courses in the order of the visits. Guests of the day's last
 * minutes are served after midnight, by those who worked to midnight: the next day's agents do not know them.
 */
export function workDay(
  day: SiteDay,
  visits: readonly Visit[],
  roster: readonly PlannedShift[],
  stream: Stream,
  rules: DeskRules = deskRules,
): { readonly courses: readonly Course[]; readonly shifts: readonly HistoryShift[] } {
  const events = new EventCalendar();
  const shifts: HistoryShift[] = [];
  const waiting = new Set<Contact>();
  const handovers = new Set<Contact>();
  const plan = (at: number, run: (at: number) => void): void => {
    events.plan(at, run);
  };
  const desks = roster.map((shift) => new Desk(shift, { plan, spans: shifts, whenBack: offerAll }));
  const lines = new Map(
    day.site.queues.map((queue): [number, Line] => [
      queue.id,
      {
        queue,
        spans: openSpans(queue.schedule, day.site.clock, day.dayOn),
        desks: desks.filter(({ shift }) => shift.agent.priorities.has(queue.id)),
      },
    ]),
  );
  // Closing is planned first, so that nobody answers at the closing instant itself.
  for (const line of lines.values()) {
    for (const { to } of line.spans) {
      plan(to, (at) => {
        closeLine(line, at);
      });
    }
  }
  for (const desk of desks) {
    const { from, to, breakAt } = desk.shift;
    const team = lines.get(desk.shift.agent.queueId)?.desks ?? desks;
    plan(from, (at) => {
      desk.arrive(at);
    });
    if (breakAt !== null) {
      plan(breakAt, (at) => {
        desk.takeBreak(at, team);
      });
    }
    plan(to, (at) => {
      if (at < day.nextAt || !isAwaited(desk)) desk.goHome(at);
    });
  }

  const contacts = visits.map((visit): Contact | null => {
    const line = lines.get(visit.queueId);
    if (visit.bot.end !== "queued" || line === undefined) return null;
    const contact = createContact(visit, line);
    plan(contact.queuedAt, (now) => {
      enter(contact, now);
    });
    return contact;
  });
  events.runAll();
  return { courses: visits.map((visit, index) => courseOf(visit, contacts[index] ?? null)), shifts };

  function enter(contact: Contact, now: number): void {
    const { spans, desks: team, queue } = contact.line;
    if (!isOpen(spans, now)) {
      endUnanswered(contact, now, "closed");
    } else if (!team.some(({ isOnline }) => isOnline)) {
      endUnanswered(contact, now, "noAgent");
    } else {
      waiting.add(contact);
      offerAll(now);
      const { patienceMs, leavesSilently } = contact.visit;
      const longestMs = 1000 * queue.longestWaitSeconds;
      const isPatient = patienceMs > longestMs;
      if (!isPatient && leavesSilently) {
        plan(now + patienceMs, () => {
          contact.guestIsGone ||= waiting.has(contact);
        });
      }
      plan(now + (isPatient || leavesSilently ? longestMs : patienceMs), (at) => {
        if (!waiting.has(contact)) return;
        if (isPatient) endUnanswered(contact, at, team.some(({ isOnline }) => isOnline) ? "allBusy" : "noAgent");
        else endUnanswered(contact, at, null);
        offerAll(at);
      });
    }
  }

  function offerAll(now: number): void {
    if (waiting.size > 0) {
      for (const contact of waiting) {
        if (contact.pending !== null) continue;
        const desk = chooseDesk(contact, contact.line);
        if (desk !== undefined) offer(contact, desk, now);
      }
    }
    for (const contact of handovers) handOver(contact, now);
  }

  /** The agent with room and the fewest offers of this chat; then by priority, skill, load, and the longest without a new chat. */
  function chooseDesk(contact: Contact, line: Line, except?: Desk): Desk | undefined {
    let best: Desk | undefined;
    let bestRank = Infinity;
    const { queue } = line;
    const skill = contact.visit.topic.tags[0] ?? "";
    for (const desk of line.desks) {
      if (!desk.hasRoom || desk === except) continue;
      const { agent } = desk.shift;
      const offered = contact.offers.length === 0 ? 0 : countOffers(contact, agent.id);
      // One number of three digits, more significant first: cheaper than comparing lists.
      const rank =
        1e6 * offered + 1e4 * agent.priorities.get(queue.id)! + 100 * (agent.skills.has(skill) ? 0 : 1) + desk.load;
      if (rank < bestRank || (rank === bestRank && best !== undefined && desk.idleSince < best.idleSince)) {
        best = desk;
        bestRank = rank;
      }
    }
    return best;
  }

  function offer(contact: Contact, desk: Desk, now: number): void {
    const accepted = rules.acceptedShare - rules.distraction * desk.load;
    desk.hold(now);
    const pending = { desk, offeredAt: now };
    contact.pending = pending;
    const draw = stream.uniform();
    const declined = accepted + (1 - accepted) * rules.declinedShare;
    const response = draw < accepted ? "accepted" : draw < declined ? "declined" : "ignored";
    if (rules.thinkMs === 0 && response === "accepted") {
      settle(contact, now, response);
      connect(contact, desk, now);
      return;
    }
    const thinkMs = Math.round(1500 + Math.min(stream.logNormal(rules.thinkMs, 0.6), rules.offerMs - 3000));
    plan(now + (response === "ignored" ? rules.offerMs : thinkMs), (at) => {
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
    if (response !== "accepted") desk.giveBack(now);
  }

  function connect(contact: Contact, desk: Desk, now: number): void {
    stopWaiting(contact, now);
    const { visit } = contact;
    const { agent } = desk.shift;
    contact.desk = desk;
    contact.answeredAt = now;
    contact.agentId = agent.id;
    contact.isSkilled = agent.skills.has(visit.topic.tags[0] ?? "");
    const fullMs = contact.guestIsGone
      ? silenceMs
      : visit.serviceMs *
        agent.pace *
        (1 + rules.slowdown * (desk.load - 1)) *
        (contact.isSkilled ? 1 : rules.unskilledFactor);
    const connectedMs = Math.min(Math.max(fullMs, rules.shortestConnectedMs), longestConnectedMs);
    const isDropped = visit.dropsAfter !== null && !contact.guestIsGone;
    const endedBy = isDropped ? "error" : contact.guestIsGone || stream.chance(0.38) ? "agent" : "guest";
    planEnd(contact, Math.round(now + connectedMs * (isDropped ? visit.dropsAfter : 1)), endedBy);
    if (visit.transfersAfter === null || isDropped || contact.guestIsGone) return;
    planHandOver(contact, now, connectedMs * visit.transfersAfter);
  }

  /** Hands a connected chat on when somebody has room; until then it stays where it is, and may end there. */
  function handOver(contact: Contact, now: number): void {
    const { desk: from, heldBy, visit } = contact;
    if (from === null || now >= contact.endsAt) return;
    const { transfersTo } = heldBy.queue;
    const other = visit.transfersAway && transfersTo !== undefined ? lines.get(transfersTo) : undefined;
    const target = other !== undefined && isOpen(other.spans, now) ? other : heldBy;
    if (!isOpen(target.spans, now)) return;
    const next = chooseDesk(contact, target, from);
    if (next === undefined) return;
    handovers.delete(contact);
    contact.transfers.push({
      transferredAt: now,
      fromPersonId: from.shift.agent.id,
      toPersonId: next.shift.agent.id,
      toQueueId: target === heldBy ? null : target.queue.id,
    });
    contact.heldBy = target;
    const leftMs = ((contact.endsAt - now) * next.shift.agent.pace * readingFactor) / from.shift.agent.pace;
    next.hold(now);
    contact.desk = next;
    from.free(now);
    planEnd(contact, now + Math.round(leftMs), stream.chance(0.38) ? "agent" : "guest");
    if (contact.transfers.length === 1 && stream.chance(againShare)) planHandOver(contact, now, leftMs * againAfter);
    offerAll(now);
  }

  function planHandOver(contact: Contact, now: number, afterMs: number): void {
    plan(now + Math.round(afterMs), (at) => {
      handovers.add(contact);
      handOver(contact, at);
    });
  }

  function planEnd(contact: Contact, endsAt: number, endedBy: Course["endedBy"]): void {
    contact.endsAt = endsAt;
    plan(endsAt, (at) => {
      if (contact.endsAt !== at || contact.end !== null) return;
      handovers.delete(contact);
      const desk = contact.desk!;
      const wrappedUpAt = at + contact.visit.wrapUpMs;
      contact.end = { endedAt: at, wrappedUpAt, outcome: "answered", missedBecause: null, endedBy };
      plan(wrappedUpAt, (then) => {
        desk.free(then);
        offerAll(then);
      });
    });
  }

  function endUnanswered(contact: Contact, now: number, missedBecause: Course["missedBecause"]): void {
    settle(contact, now, "ignored");
    const endedBy = missedBecause === null ? "guest" : "system";
    const outcome = missedBecause === null ? "abandoned" : "missed";
    contact.end = { endedAt: now, wrappedUpAt: null, outcome, missedBecause, endedBy };
    stopWaiting(contact, now);
  }

  function stopWaiting(contact: Contact, now: number): void {
    waiting.delete(contact);
    if (now < day.nextAt) return;
    for (const desk of desks) if (desk.isTaking && now >= desk.shift.to && !isAwaited(desk)) desk.goHome(now);
  }

  /** Whether somebody waits whom this agent could serve. */
  function isAwaited(desk: Desk): boolean {
    for (const { line } of waiting) if (line.desks.includes(desk)) return true;
    return false;
  }

  function closeLine(line: Line, now: number): void {
    for (const contact of waiting) if (contact.line === line) endUnanswered(contact, now, "closed");
  }
}

function createContact(visit: Visit, line: Line): Contact {
  return {
    visit,
    line,
    queuedAt: visit.bot.endsAt,
    offers: [],
    transfers: [],
    pending: null,
    guestIsGone: false,
    desk: null,
    heldBy: line,
    answeredAt: 0,
    endsAt: 0,
    isSkilled: false,
    agentId: 0,
    end: null,
  };
}

function countOffers({ offers }: Contact, personId: number): number {
  let count = 0;
  for (const offer of offers) if (offer.personId === personId) count += 1;
  return Math.min(count, 90);
}

function isOpen(spans: readonly Span[], now: number): boolean {
  return spans.some(({ from, to }) => now >= from && now < to);
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
      guestIsGone: false,
      isSkilled: false,
    };
  }
  const { queuedAt, offers, transfers, guestIsGone, isSkilled, end } = contact;
  if (end === null) throw new Error(`the chat ${visit.guid} never ended`);
  const isAnswered = end.outcome === "answered";
  return {
    visit,
    queuedAt,
    answeredAt: isAnswered ? contact.answeredAt : null,
    agentId: isAnswered ? contact.agentId : null,
    endedAt: end.endedAt,
    wrappedUpAt: end.wrappedUpAt,
    outcome: end.outcome,
    missedBecause: end.missedBecause,
    endedBy: end.endedBy,
    offers,
    transfers,
    guestIsGone,
    isSkilled,
  };
}
