import { addDays, type SiteDay } from "../../seed/calendar.ts";
import type { DeskRules } from "../../seed/desk.ts";
import type { QueuePlan } from "../../seed/profile.ts";
import type { Course } from "../../seed/queueing.ts";
import { workDay } from "../../seed/queueing.ts";
import { createStream } from "../../seed/random.ts";
import type { PlannedShift } from "../../seed/roster.ts";
import type { Visit } from "../../seed/visit.ts";
import { topicGroups } from "../../seed/words/topics.ts";
import { zoneClock } from "../../zones/index.ts";
import { plainDesk } from "./small-profile.ts";

/** The rules of queueing theory: an agent with room answers at once, and chats are all that agents do. */
const plainRules: DeskRules = {
  acceptedShare: 1,
  declinedShare: 0,
  distraction: 0,
  thinkMs: 0,
  offerMs: 1000,
  slowdown: 0,
  unskilledFactor: 1,
  shortestConnectedMs: 0,
};

const clock = zoneClock("UTC");
const dayOn = "2021-03-16";
const queue: QueuePlan = { ...plainDesk, zone: "UTC", longestWaitSeconds: 1e6 };

/** The midnight that the day begins with. */
export const startAt = clock.startOfDay(dayOn);
const day: SiteDay = { site: { queues: [queue], clock }, dayOn, startAt, nextAt: clock.startOfDay(addDays(dayOn, 1)) };
const topic = topicGroups.it[0]!;

/** A call as queueing theory has it; times in milliseconds. */
export type Call = { readonly at: number; readonly serviceMs: number; readonly patienceMs: number };

/** Agents who are there from one hour to another. */
export type Team = { readonly agents: number; readonly from: number; readonly to: number };

/** Lets the queue of the simulation work a day without anything that queueing theory does not know. */
export function workPlainDay(calls: readonly Call[], teams: readonly Team[]): readonly Course[] {
  let id = 0;
  const roster = teams.flatMap(({ agents, from, to }) =>
    Array.from({ length: agents }, (): PlannedShift => {
      id += 1;
      return {
        agent: {
          id,
          firstName: "Ann",
          lastName: "Lee",
          plan: { from: 60 * from, to: 60 * to, weekdays: [2], agents, mostConcurrentChats: 1 },
          queueId: queue.id,
          priorities: new Map([[queue.id, 1]]),
          skills: new Set(),
          pace: 1,
        },
        from: startAt + from * 3_600_000,
        to: startAt + to * 3_600_000,
        breakAt: null,
        breakMs: 0,
      };
    }),
  );
  return workDay(day, calls.map(visitOf), roster, createStream(1, "offers"), plainRules).courses;
}

function visitOf({ at, serviceMs, patienceMs }: Call): Visit {
  return {
    guid: "",
    queueId: queue.id,
    startedAt: at,
    guest: { id: 1, firstName: "", lastName: "", email: null, location: null },
    topic,
    incident: null,
    bot: { throughBot: false, intent: null, confidence: null, turns: [], end: "queued", endsAt: at },
    patienceMs,
    leavesSilently: false,
    serviceMs,
    wrapUpMs: 0,
    dropsAfter: null,
    transfersAfter: null,
    transfersAway: false,
    entryPoint: "Teams",
    authenticated: true,
    referringPage: null,
    host: null,
    platform: "",
  };
}

/** How long a guest waited, whether answered or not, in seconds. */
export function waitOf({ queuedAt, answeredAt, endedAt }: Course): number {
  return ((answeredAt ?? endedAt) - queuedAt!) / 1000;
}
