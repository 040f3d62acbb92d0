import { readFileSync } from "node:fs";
import { isZone, zoneClock } from "../zones/index.ts";
import { sitesOf } from "./calendar.ts";
import { isObject, ProfileError, readFields, type Reader } from "./profile-fields.ts";
import { groupOfIncident } from "./incidents.ts";
import { regions, type RegionName } from "./names.ts";
import type { CertainGuest, DayWindow, PlannedIncident, Profile, QueuePlan, Schedule, ShiftPlan } from "./profile.ts";
import { profiles } from "./profiles.ts";
import type { IncidentName } from "./words/incidents.ts";
import { topicGroups, type TopicGroupName } from "./words/topics.ts";

/**
 * Reads a profile of one's own from a JSON file. Fields that are left out are those of the profile that `basedOn` names, or of
 * `small`.
 *
 * @throws Error when the file cannot be read, or a field is not as it must be; it names the field.
 */
export function readProfileFile(file: string): Profile {
  const refuse = (why: string, cause?: unknown): Error =>
    new Error(`cannot use the profile "${file}": ${why}`, { cause });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
  try {
    return readProfile(value);
  } catch (cause) {
    if (cause instanceof ProfileError) throw refuse(cause.message, cause);
    throw cause;
  }
}

/** Checks a profile that was written by hand. Throws ProfileError. */
export function readProfile(value: unknown): Profile {
  if (!isObject(value)) throw new ProfileError('it must be a JSON object, such as {"name": "mine", "days": 30}');
  const read = readFields(value, "");
  const base = profiles[read.oneOf("basedOn", Object.keys(profiles) as (keyof typeof profiles)[], "small")];
  const profile: Profile = {
    name: read.text("name"),
    days: read.whole("days", { least: 0, most: 10_000 }, base.days),
    windows: read.list("windows", readWindow, base.windows),
    certainGuests: read.list("certainGuests", readCertainGuest, base.certainGuests),
    incidents: read.list("incidents", readIncident, base.incidents),
    outagesPerYear: read.number("outagesPerYear", { least: 0, most: 260 }, base.outagesPerYear),
    badUpdates: read.number("badUpdates", { least: 0, most: 1 }, base.badUpdates),
    growthPerYear: read.number("growthPerYear", { least: -0.9, most: 10 }, base.growthPerYear),
    queues: read.list("queues", readQueue, base.queues),
    administrators: read.whole("administrators", { least: 1, most: 100 }, base.administrators),
    guestsPerRegion: read.whole("guestsPerRegion", { least: 1, most: 1_000_000 }, Math.max(1, base.guestsPerRegion)),
  };
  read.nothingElse();
  checkWhole(profile);
  return profile;
}

function readQueue(read: Reader): QueuePlan {
  const queue = {
    id: read.whole("id", { least: 1, most: 1_000_000 }),
    name: read.text("name"),
    description: read.text("description", ""),
    zone: read.textThat("zone", isZone, "an IANA zone such as America/New_York"),
    language: read.text("language", "en-US"),
    region: read.oneOf("region", Object.keys(regions) as RegionName[]),
    dispatcher: read.text("dispatcher", "Assistant"),
    serviceLevelSeconds: read.whole("serviceLevelSeconds", { least: 1, most: 86_400 }, 60),
    schedule: readSchedule(read),
    chatsOnWeekday: read.number("chatsOnWeekday", { least: 0, most: 100_000 }),
    chatsOnWeekend: read.number("chatsOnWeekend", { least: 0, most: 100_000 }, 0),
    patienceSeconds: read.number("patienceSeconds", { least: 1, most: 86_400 }, 420),
    longestWaitSeconds: read.number("longestWaitSeconds", { least: 1, most: 14_400 }, 900),
    topics: read.oneOf("topics", Object.keys(topicGroups) as TopicGroupName[]),
    shifts: read.list("shifts", readShift),
    managers: read.whole("managers", { least: 0, most: 100 }, 1),
    reviewers: read.whole("reviewers", { least: 0, most: 100 }, 0),
  };
  const transfersTo = read.maybeWhole("transfersTo", { least: 1, most: 1_000_000 });
  return { ...queue, ...(transfersTo !== undefined && { transfersTo }) };
}

function readShift(read: Reader): ShiftPlan {
  const from = read.whole("from", { least: 0, most: 1439 });
  const atOnce = read.maybeWhole("atOnce", { least: 1, most: 1000 });
  const mostChatsADay = read.maybeWhole("mostChatsADay", { least: 0, most: 1000 });
  const breakMinutes = read.maybeWhole("breakMinutes", { least: 0, most: 240 });
  const alsoServes = read.numbers("alsoServes", { least: 1, most: 1_000_000 }, []);
  return {
    from,
    to: read.whole("to", { least: from + 1, most: 1440 }),
    weekdays: read.numbers("weekdays", { least: 1, most: 7 }, [1, 2, 3, 4, 5]),
    agents: read.whole("agents", { least: 1, most: 1000 }),
    mostConcurrentChats: read.whole("mostConcurrentChats", { least: 1, most: 20 }, 1),
    ...(atOnce !== undefined && { atOnce }),
    ...(mostChatsADay !== undefined && { mostChatsADay }),
    ...(breakMinutes !== undefined && { breakMinutes }),
    ...(alsoServes.length > 0 && { alsoServes }),
  };
}

/** Seven lists, Monday first, of [open, close] in minutes since midnight, in order. */
function readSchedule(read: Reader): Schedule {
  const days = read.raw("schedule");
  const isMinute = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1440;
  const isDay = (day: unknown): boolean =>
    Array.isArray(day) &&
    day.every((span: unknown, index) => {
      if (!Array.isArray(span) || span.length !== 2) return false;
      const [open, close] = span as unknown[];
      const before = index === 0 ? 0 : (day as number[][])[index - 1]![1]!;
      return isMinute(open) && isMinute(close) && open < close && open >= before;
    });
  if (!Array.isArray(days) || days.length !== 7 || !days.every(isDay)) {
    const wanted = "seven lists, Monday first, of [open, close] in minutes since midnight and in order";
    throw new ProfileError(
      `${read.path("schedule")} must be ${wanted}, such as [[[480, 1020]], [], [], [], [], [], []]`,
    );
  }
  return days as Schedule;
}

function readWindow(read: Reader): DayWindow {
  const zone = read.textThat("zone", isZone, "an IANA zone such as America/New_York");
  const firstOn = read.textThat("firstOn", isDay, "a date such as 2020-11-01");
  const lastOn = read.textThat("lastOn", (text) => isDay(text) && text >= firstOn, `a date not before ${firstOn}`);
  return { firstOn, lastOn, zone };
}

function readCertainGuest(read: Reader): CertainGuest {
  return { queueId: read.whole("queueId", { least: 1, most: 1_000_000 }), ...readInstants(read) };
}

function readIncident(read: Reader): PlannedIncident {
  return {
    name: read.oneOf("name", [...groupOfIncident.keys()] as IncidentName[]),
    ...readInstants(read),
    surge: read.number("surge", { least: 1, most: 50 }),
  };
}

function readInstants(read: Reader): { readonly from: string; readonly to: string } {
  const from = read.textThat("from", isInstant, "an instant such as 2020-11-01T04:00:00Z");
  const to = read.textThat(
    "to",
    (text) => isInstant(text) && Date.parse(text) > Date.parse(from),
    `an instant after ${from}`,
  );
  return { from, to };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && zoneClock("UTC").parseInstant(text) !== undefined;
}

function isInstant(text: string): boolean {
  return /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && zoneClock("UTC").parseInstant(text) !== undefined;
}

/** What no field alone can tell. */
function checkWhole(profile: Profile): void {
  const ids = new Set<number>();
  const names = new Set<string>();
  for (const [index, { id, name }] of profile.queues.entries()) {
    if (ids.has(id)) throw new ProfileError(`queues[${index}].id must be a number of its own: ${id} is taken`);
    if (names.has(name)) throw new ProfileError(`queues[${index}].name must be a name of its own: "${name}" is taken`);
    ids.add(id);
    names.add(name);
  }
  const mustExist = (id: number | undefined, path: string): void => {
    if (id !== undefined && !ids.has(id))
      throw new ProfileError(`${path} must be the id of a queue: there is no ${id}`);
  };
  for (const [index, { transfersTo, shifts }] of profile.queues.entries()) {
    mustExist(transfersTo, `queues[${index}].transfersTo`);
    for (const [place, { alsoServes }] of shifts.entries()) {
      for (const id of alsoServes ?? []) mustExist(id, `queues[${index}].shifts[${place}].alsoServes`);
    }
  }
  for (const [index, { queueId }] of profile.certainGuests.entries()) {
    mustExist(queueId, `certainGuests[${index}].queueId`);
  }
  for (const { queues } of sitesOf(profile)) {
    const [first, ...others] = queues;
    const stranger = others.find(({ zone }) => zone !== first?.zone);
    if (first !== undefined && stranger !== undefined) {
      throw new ProfileError(
        `queues ${first.id} and ${stranger.id} share agents or hand chats on, so they must be in one zone: they are in ${first.zone} and ${stranger.zone}`,
      );
    }
  }
}
