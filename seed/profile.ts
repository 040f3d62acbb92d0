import type { RegionName } from "./names.ts";
import type { IncidentName } from "./words/incidents.ts";
import type { TopicGroupName } from "./words/topics.ts";

/** Minutes since local midnight, [open, close), for seven days, Monday first; 1440 is the next midnight. */
export type Schedule = readonly (readonly (readonly [number, number])[])[];

/** A row of the roster: so many agents who share these hours. */
export type ShiftPlan = {
  /** Minutes since local midnight, from 0 to 1440. Who works to 1440 stays until the guests who came before are served. */
  readonly from: number;
  readonly to: number;
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly agents: number;
  /** How many of them work on a day, in turn; all when left out. */
  readonly atOnce?: number;
  readonly mostConcurrentChats: number;
  /** 0, or left out: no limit. */
  readonly mostChatsADay?: number;
  /** 0, or left out: no break. It is not taken while nobody else is there. */
  readonly breakMinutes?: number;
  /** Further queues, of the same zone, that these agents serve as second choice. */
  readonly alsoServes?: readonly number[];
};

/** A queue, who comes to it and who serves it. A profile's text and numbers only: it may come from a JSON file. */
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
  /** Guests expected on a weekday and on a day of the weekend, at the beginning of 2026. */
  readonly chatsOnWeekday: number;
  readonly chatsOnWeekend: number;
  /** Mean time that a guest would wait. */
  readonly patienceSeconds: number;
  /** After this wait the system gives up. */
  readonly longestWaitSeconds: number;
  readonly topics: TopicGroupName;
  readonly shifts: readonly ShiftPlan[];
  readonly managers: number;
  readonly reviewers: number;
  /** A queue of the same zone to which some chats are handed on. */
  readonly transfersTo?: number;
};

/** Days of the calendar, both included, as a zone has them. */
export type DayWindow = { readonly firstOn: string; readonly lastOn: string; readonly zone: string };

/** A guest who comes for certain, and asks for an agent at once, at some instant of [from, to). */
export type CertainGuest = { readonly queueId: number; readonly from: string; readonly to: string };

/** Something that goes wrong in [from, to) and brings `surge` times the usual number of guests to the queues whose topics it is. */
export type PlannedIncident = {
  readonly name: IncidentName;
  readonly from: string;
  readonly to: string;
  readonly surge: number;
};

/** What a history holds. */
export type Profile = {
  readonly name: string;
  /** Whole local days before the one of `until`. */
  readonly days: number;
  /** Further days. Each queue has every local day of its own that touches a window. */
  readonly windows: readonly DayWindow[];
  readonly certainGuests: readonly CertainGuest[];
  readonly incidents: readonly PlannedIncident[];
  /** How many outages befall the queues of a group of topics in a year, by chance; and in which share of months an update goes wrong. */
  readonly outagesPerYear: number;
  readonly badUpdates: number;
  /** How much busier each year is than the one before: 0.06 for six per cent. */
  readonly growthPerYear: number;
  readonly queues: readonly QueuePlan[];
  readonly administrators: number;
  /** Guests known in each region. */
  readonly guestsPerRegion: number;
};
