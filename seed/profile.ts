import type { RegionName } from "./names.ts";
import { facilitiesTopics } from "./words/facilities.ts";
import { itTopics } from "./words/it.ts";
import { payrollTopics, peopleTopics } from "./words/office.ts";
import type { Topic } from "./words/topic.ts";

/** Minutes since local midnight, [open, close), for seven days, Monday first; 1440 is the next midnight. */
export type Schedule = readonly (readonly (readonly [number, number])[])[];

/** A row of the roster: so many agents who work at these hours. */
export type ShiftPlan = {
  /** Minutes since local midnight; more than 1440 is after the next one. */
  readonly from: number;
  readonly to: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly agents: number;
  readonly mostConcurrentChats: number;
  /** 0, or left out: no limit. */
  readonly mostChatsADay?: number;
  /** A queue of the same zone that these agents serve on some days instead, as second choice. */
  readonly lendsTo?: number;
};

/** A queue, who comes to it and who serves it. */
export type QueuePlan = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly zone: string;
  /** BCP 47. */
  readonly language: string;
  readonly region: RegionName;
  readonly dispatcher: string;
  readonly serviceLevelSeconds: number;
  readonly schedule: Schedule;
  /** Guests expected on a weekday and on a day of the weekend. */
  readonly chatsOnWeekday: number;
  readonly chatsOnWeekend: number;
  /** Mean time that a guest would wait. */
  readonly patienceSeconds: number;
  /** After this wait the system gives up. */
  readonly longestWaitSeconds: number;
  readonly topics: readonly Topic[];
  readonly shifts: readonly ShiftPlan[];
  readonly managers: number;
  readonly reviewers: number;
};

/** Days of the calendar, both included, as a zone has them. */
type DayWindow = { readonly firstOn: string; readonly lastOn: string; readonly zone: string };

/** A guest who comes for certain, and asks for an agent at once, at some instant of [from, to). */
export type CertainGuest = { readonly queueId: number; readonly from: string; readonly to: string };

/** What a history holds. */
export type Profile = {
  readonly name: string;
  /** Whole local days before the one of `until`. */
  readonly days: number;
  /** Further days. Each queue has every local day of its own that touches a window. */
  readonly windows: readonly DayWindow[];
  readonly certainGuests: readonly CertainGuest[];
  readonly queues: readonly QueuePlan[];
  readonly administrators: number;
  /** Guests known in each region. */
  readonly guestsPerRegion: number;
};

const hours = (from: number, to: number): readonly [number, number] => [from * 60, to * 60];
const weekdays = [1, 2, 3, 4, 5];
const weekend = [6, 7];
const always: Schedule = Array.from({ length: 7 }, () => [hours(0, 24)]);
const onWeekdays = (...open: readonly (readonly [number, number])[]): Schedule =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? open : []));

const demoQueues: readonly QueuePlan[] = [
  {
    id: 1,
    name: "IT Service Desk",
    description: "First help with computers, accounts and networks, day and night",
    zone: "America/New_York",
    language: "en-US",
    region: "us",
    dispatcher: "IT Assistant",
    serviceLevelSeconds: 60,
    schedule: always,
    chatsOnWeekday: 50,
    chatsOnWeekend: 14,
    patienceSeconds: 420,
    longestWaitSeconds: 600,
    topics: itTopics,
    // The late shift stays a while after midnight, for guests who still wait then.
    shifts: [
      { from: 0, to: 7.5 * 60, weekdays: [...weekdays, ...weekend], agents: 2, mostConcurrentChats: 2 },
      { from: 7 * 60, to: 12.5 * 60, weekdays, agents: 3, mostConcurrentChats: 1 },
      { from: 9 * 60, to: 14.5 * 60, weekdays, agents: 2, mostConcurrentChats: 2, mostChatsADay: 12, lendsTo: 2 },
      { from: 12 * 60, to: 17.5 * 60, weekdays, agents: 3, mostConcurrentChats: 1 },
      { from: 15.5 * 60, to: 24.5 * 60, weekdays, agents: 2, mostConcurrentChats: 2 },
      { from: 7 * 60, to: 15.5 * 60, weekdays: weekend, agents: 2, mostConcurrentChats: 1 },
      { from: 15 * 60, to: 24.5 * 60, weekdays: weekend, agents: 2, mostConcurrentChats: 1 },
    ],
    managers: 2,
    reviewers: 1,
  },
  {
    id: 2,
    name: "Human Resources",
    description: "Leave, benefits and everything about joining",
    zone: "America/New_York",
    language: "en-US",
    region: "us",
    dispatcher: "HR Assistant",
    serviceLevelSeconds: 120,
    schedule: onWeekdays(hours(8, 18)),
    chatsOnWeekday: 15,
    chatsOnWeekend: 0.7,
    patienceSeconds: 540,
    longestWaitSeconds: 900,
    topics: peopleTopics,
    shifts: [
      { from: 8 * 60, to: 13 * 60, weekdays, agents: 3, mostConcurrentChats: 1 },
      { from: 12.5 * 60, to: 18 * 60, weekdays, agents: 2, mostConcurrentChats: 1 },
    ],
    managers: 1,
    reviewers: 1,
  },
  {
    id: 3,
    name: "Gebäudeservice",
    description: "Facilities in Berlin: badges, rooms, heating, repairs",
    zone: "Europe/Berlin",
    language: "de-DE",
    region: "germany",
    dispatcher: "Haus-Assistent",
    serviceLevelSeconds: 180,
    schedule: onWeekdays([7 * 60, 12 * 60], [12.5 * 60, 17 * 60]),
    chatsOnWeekday: 12,
    chatsOnWeekend: 0.4,
    patienceSeconds: 600,
    longestWaitSeconds: 900,
    topics: facilitiesTopics,
    shifts: [
      { from: 7 * 60, to: 12 * 60, weekdays, agents: 2, mostConcurrentChats: 1 },
      { from: 11 * 60, to: 17 * 60, weekdays, agents: 2, mostConcurrentChats: 1 },
    ],
    managers: 1,
    reviewers: 1,
  },
  {
    id: 4,
    name: "Payroll & Expenses",
    description: "Payslips, expense reports and tax forms",
    zone: "Europe/London",
    language: "en-GB",
    region: "britain",
    dispatcher: "Pay Assistant",
    serviceLevelSeconds: 120,
    schedule: onWeekdays(hours(8, 17)),
    chatsOnWeekday: 11,
    chatsOnWeekend: 0.5,
    patienceSeconds: 540,
    longestWaitSeconds: 900,
    topics: payrollTopics,
    shifts: [
      { from: 8 * 60, to: 13 * 60, weekdays, agents: 2, mostConcurrentChats: 1 },
      { from: 11 * 60, to: 17 * 60, weekdays, agents: 2, mostConcurrentChats: 2 },
    ],
    managers: 1,
    reviewers: 1,
  },
  {
    id: 5,
    name: "IT Service Desk India",
    description: "Computers, accounts and networks for Bengaluru, Hyderabad and Pune",
    zone: "Asia/Kolkata",
    language: "en-IN",
    region: "india",
    dispatcher: "IT Assistant",
    serviceLevelSeconds: 60,
    schedule: Array.from({ length: 7 }, (_, day) => (day < 5 ? [hours(7, 21)] : day === 5 ? [hours(9, 14)] : [])),
    chatsOnWeekday: 20,
    chatsOnWeekend: 3,
    patienceSeconds: 420,
    longestWaitSeconds: 600,
    topics: itTopics,
    shifts: [
      { from: 7 * 60, to: 14 * 60, weekdays, agents: 3, mostConcurrentChats: 1 },
      { from: 13 * 60, to: 21 * 60, weekdays, agents: 2, mostConcurrentChats: 2 },
      { from: 9 * 60, to: 14 * 60, weekdays: [6], agents: 2, mostConcurrentChats: 1 },
    ],
    managers: 1,
    reviewers: 1,
  },
];

/** The profiles by name. */
export const profiles = {
  /** A year up to now, and November 2020 as the vendor's samples ask for it (in America/New_York). */
  demo: {
    name: "demo",
    days: 365,
    windows: [{ firstOn: "2020-11-01", lastOn: "2020-11-30", zone: "America/New_York" }],
    // In UTC the samples' window touches a 31st date, for its last hour only: somebody has to come then.
    certainGuests: [
      { queueId: 1, from: "2020-11-01T04:00:00Z", to: "2020-11-01T05:00:00Z" },
      { queueId: 1, from: "2020-12-01T04:00:00Z", to: "2020-12-01T04:45:00Z" },
    ],
    queues: demoQueues,
    administrators: 2,
    guestsPerRegion: 800,
  },
} as const satisfies Record<string, Profile>;

/** The name of a profile. */
export type ProfileName = keyof typeof profiles;
