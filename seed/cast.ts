import {
  putGuest,
  putKey,
  putPerson,
  putQueue,
  putTag,
  type HistoryGuest,
  type HistoryRows,
} from "../emulator/store/index.ts";
import { groupOfIncident } from "./incidents.ts";
import { keyOf } from "./keys.ts";
import type { RegionName } from "./names.ts";
import { createGuests, createStaff, type Agent, type Staff } from "./people.ts";
import type { Profile } from "./profile.ts";
import { incidents, type IncidentName } from "./words/incidents.ts";
import { topicGroups } from "./words/topics.ts";

/** Everybody and everything that is there before the first chat; it follows from the profile and the seed. */
export type Cast = {
  readonly staff: Staff;
  readonly agentById: ReadonlyMap<number, Agent>;
  readonly guests: ReadonlyMap<RegionName, readonly HistoryGuest[]>;
  readonly tagIds: ReadonlyMap<string, number>;
};

/** The tags that agents of a profile's queues give and have as skills, each with its number. */
export function tagIdsOf(profile: Profile): ReadonlyMap<string, number> {
  const groups = new Set(profile.queues.map(({ topics }) => topics));
  const ofIncidents = (Object.keys(incidents) as IncidentName[])
    .filter((name) => groups.has(groupOfIncident.get(name)!))
    .map((name) => incidents[name]);
  const topics = [...[...groups].flatMap((group) => topicGroups[group]), ...ofIncidents];
  return new Map([...new Set(topics.flatMap(({ tags }) => tags))].map((name, index) => [name, index + 1]));
}

/** Makes the cast of a history. */
export function createCast(profile: Profile, seed: number): Cast {
  const tagIds = tagIdsOf(profile);
  const staff = createStaff(profile, seed, tagIds);
  const guests = createGuests(profile, seed);
  return { staff, agentById: new Map(staff.agents.map((agent) => [agent.id, agent])), guests, tagIds };
}

/** Adds the cast, with queues, and a key for everybody who may read reports, to a set of rows. Keys were made at the instant `from`. */
export function putCast(rows: HistoryRows, cast: Cast, profile: Profile, seed: number, from: number): void {
  for (const [name, id] of cast.tagIds) putTag(rows, { id, name });
  for (const queue of profile.queues) {
    putQueue(rows, { ...queue, mode: "Priority", webClient: true, enabled: true });
  }
  for (const person of cast.staff.people) {
    putPerson(rows, person);
    const mayReadReports = person.isAdministrator || person.roles.some(({ role }) => role !== "Agent");
    if (!mayReadReports) continue;
    const { id } = person;
    putKey(rows, { id, personId: id, guid: keyOf(seed, id), isWellKnown: true, madeAt: from });
  }
  for (const list of cast.guests.values()) for (const guest of list) putGuest(rows, guest);
}
