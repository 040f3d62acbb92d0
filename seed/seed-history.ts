import {
  createHistoryWriter,
  hashHistory,
  type HistoryChat,
  type HistoryGuest,
  type HistoryWriter,
  type Store,
} from "../emulator/store/index.ts";
import { zoneClock } from "../zones/index.ts";
import { drawAftermath } from "./aftermath.ts";
import { drawArrivals } from "./arrivals.ts";
import { daysOf, type QueueDay } from "./calendar.ts";
import { writeConversation } from "./conversation.ts";
import { keyOf, listSeededKeys, sampleKey, type SeededKey } from "./keys.ts";
import { regions } from "./names.ts";
import { createGuests, createStaff, type Agent, type Staff } from "./people.ts";
import { profiles, type Profile, type ProfileName } from "./profile.ts";
import { workDay, type Course, type WorkedShift } from "./queueing.ts";
import { createStream } from "./random.ts";
import { rosterOf } from "./roster.ts";
import { drawVisits } from "./visit.ts";

/** What to seed. */
export type SeedOptions = {
  readonly profile: ProfileName | Profile;
  /** A whole number from 0 on. */
  readonly seed: number;
  /** The last instant of the history, in milliseconds. */
  readonly until: number;
  /** Told after each date: how many of how many are done. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** What was seeded. */
export type SeedResult = {
  readonly profile: string;
  readonly seed: number;
  /** The first instant of the history, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** See `hashHistory`. */
  readonly contentHash: string;
  readonly chats: number;
  readonly queues: number;
  readonly agents: number;
  readonly people: number;
  readonly keys: readonly SeededKey[];
};

/**
 * Fills an empty store with a synthetic history. The same profile, seed and `until` give the same content on any machine. A chat,
 * its wrap-up and survey included, is in the history once all of it lies at or before `until`; one that is still going on is
 * not there yet, and its number is left out. A shift that is going on ends at `until`.
 *
 * @throws StoreError when the store has a history already.
 */
export function seedHistory(store: Store, options: SeedOptions): SeedResult {
  const steps = seedInSteps(store, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `seedHistory` with a pause after each date. Returning early from the generator takes everything back. */
export function* seedInSteps(store: Store, options: SeedOptions): Generator<void, SeedResult, void> {
  const { seed, until, onProgress } = options;
  const profile: Profile = typeof options.profile === "string" ? profiles[options.profile] : options.profile;
  const dates = daysOf(profile, until);
  const from = Math.min(until, ...dates.flat().map(({ startAt }) => startAt));
  const writer = createHistoryWriter(store);
  try {
    const cast = addCast(writer, profile, seed, from);
    let chats = 0;
    let lastId = 0;
    for (const [index, date] of dates.entries()) {
      const worked = date.map((day) => workQueueDay(day, cast, profile, seed));
      for (const { shifts } of worked) addShifts(writer, shifts, until);
      const drafts = worked.flatMap((day) => day.drafts);
      // Numbers follow the order of the date's chats over all queues.
      drafts.sort((a, b) => a.startedAt - b.startedAt || a.queueId - b.queueId);
      for (const draft of drafts) {
        lastId += 1;
        if (lastInstantOf(draft) > until) continue;
        writer.addChat({ ...draft, id: lastId });
        chats += 1;
      }
      onProgress?.(index + 1, dates.length);
      yield;
    }
    const contentHash = hashHistory(store);
    writer.finish({
      profile: profile.name,
      seed: String(seed),
      from: String(from),
      until: String(until),
      contentHash,
      sampleKey,
    });
    const { people, agents } = cast.staff;
    const counts = { chats, queues: profile.queues.length, agents: agents.length, people: people.length };
    return { profile: profile.name, seed, from, until, contentHash, ...counts, keys: listSeededKeys(store) };
  } finally {
    writer.abandon();
  }
}

/** Everything that is there before the first chat. */
type Cast = {
  readonly staff: Staff;
  readonly agentById: ReadonlyMap<number, Agent>;
  readonly guests: ReturnType<typeof createGuests>;
  readonly tagIds: ReadonlyMap<string, number>;
};

type Draft = Omit<HistoryChat, "id">;

function addCast(writer: HistoryWriter, profile: Profile, seed: number, from: number): Cast {
  const tagNames = new Set(profile.queues.flatMap(({ topics }) => topics.flatMap(({ tags }) => tags)));
  const tagIds = new Map([...tagNames].map((name, index) => [name, index + 1]));
  for (const [name, id] of tagIds) writer.addTag({ id, name });
  for (const queue of profile.queues) writer.addQueue({ ...queue, mode: "Priority", webClient: true, enabled: true });
  const staff = createStaff(profile, seed, tagIds);
  for (const person of staff.people) {
    writer.addPerson(person);
    const mayReadReports = person.isAdministrator || person.roles.some(({ role }) => role !== "Agent");
    if (!mayReadReports) continue;
    writer.addKey({
      id: person.id,
      personId: person.id,
      guid: keyOf(seed, person.id),
      isWellKnown: true,
      madeAt: from,
    });
  }
  const guests = createGuests(profile, seed);
  for (const list of guests.values()) list.forEach(writer.addGuest);
  return { staff, agentById: new Map(staff.agents.map((agent) => [agent.id, agent])), guests, tagIds };
}

/** One queue's local day: it depends on the profile, the seed and the day alone. */
function workQueueDay(
  day: QueueDay,
  cast: Cast,
  profile: Profile,
  seed: number,
): { readonly drafts: readonly Draft[]; readonly shifts: readonly WorkedShift[] } {
  const { queue, dayOn } = day;
  const streamOf = (purpose: string) => createStream(seed, purpose, queue.id, dayOn);
  const arrivals = drawArrivals(day, profile.certainGuests, streamOf("arrivals"));
  const visits = drawVisits(queue, guestsOf(cast, day), arrivals, {
    visits: streamOf("visits"),
    bot: streamOf("bot"),
    service: streamOf("service"),
  });
  const roster = rosterOf(day, cast.staff.agents, seed);
  const { courses, shifts } = workDay(day, visits, roster, streamOf("offers"));
  const aftermath = streamOf("aftermath");
  const words = streamOf("words");
  const setting = {
    queueName: queue.name,
    botName: queue.dispatcher,
    nameOfAgent: (id: number) => cast.agentById.get(id)!,
  };
  const drafts = courses.map((course): Draft => {
    const after = drawAftermath(course, aftermath);
    const { comment, ...written } = writeConversation(course, after, setting, words);
    return draftOf(day, course, {
      ...written,
      resolved: after.resolved,
      files: after.files,
      tagIds: after.tags.map((name) => cast.tagIds.get(name)!).sort((a, b) => a - b),
      survey: after.survey && { rating: after.survey.rating, comment, sentAt: after.survey.sentAt },
    });
  });
  return { drafts, shifts };
}

function draftOf(
  { queue }: QueueDay,
  { visit, ...course }: Course,
  more: Pick<Draft, "question" | "messages" | "firstResponseAt" | "resolved" | "files" | "tagIds" | "survey">,
): Draft {
  const { throughBot, intent, confidence } = visit.bot;
  return {
    guid: visit.guid,
    queueId: queue.id,
    guestId: visit.guest.id,
    startedAt: visit.startedAt,
    ...course,
    throughBot,
    intent,
    confidence,
    entryPoint: visit.entryPoint,
    authenticated: visit.authenticated,
    referringPage: visit.referringPage,
    host: visit.host,
    platform: visit.platform,
    zoneOffsetMinutes: zoneClock(regions[queue.region].zone).offsetAt(visit.startedAt),
    ...more,
  };
}

function guestsOf(cast: Cast, { queue }: QueueDay): readonly HistoryGuest[] {
  return cast.guests.get(queue.region)!;
}

function addShifts(writer: HistoryWriter, shifts: readonly WorkedShift[], until: number): void {
  for (const { personId, startedAt, endedAt } of shifts) {
    if (startedAt < until) writer.addShift({ personId, startedAt, endedAt: Math.min(endedAt, until) });
  }
}

function lastInstantOf({ endedAt, wrappedUpAt, survey }: Draft): number {
  return Math.max(endedAt, wrappedUpAt ?? endedAt, survey?.sentAt ?? endedAt);
}
