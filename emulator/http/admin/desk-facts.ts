import type {
  ListedKeyFacts,
  OverviewFacts,
  PersonFacts,
  QueueDetails,
  QueueFacts,
  QueueMember,
  SettingsFacts,
} from "../../admin/index.ts";
import { computeReport, readLiveQueues } from "../../reports/index.ts";
import {
  countCalls,
  listKeys,
  listPeople,
  maySignIn,
  readFacts,
  readQueueHours,
  readQueues,
  type ListedPerson,
  type QueueHours,
  type Store,
} from "../../store/index.ts";
import { zoneClock } from "../../../zones/index.ts";
import type { Clock } from "../clock.ts";
import type { AuditRetention } from "../limits/audit-retention.ts";
import type { Visitor } from "./visitor.ts";

/** What the pages and their JSON API tell is read from. */
export type FactSources = {
  readonly store: Store;
  readonly now: () => number;
  readonly clock: Pick<Clock, "read">;
  readonly build: string;
  readonly host: string;
  readonly auditRetention: AuditRetention;
};

/** An instant as ISO-8601 in UTC. */
export function formatInstant(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

const hourMs = 3_600_000;

/** The state of the queues that a visitor may see. */
export function readOverview({ store, now, build }: FactSources, visitor: Visitor): OverviewFacts {
  const at = now();
  return {
    now: formatInstant(at),
    build,
    queues: readQueueFacts(store, at, visitor),
    callsInTheLastHour: visitor.isAdministrator ? countCalls(store, at - hourMs, at) : null,
  };
}

function readQueueFacts(store: Store, at: number, { queueIds }: Visitor): readonly QueueFacts[] {
  const zones = new Map(readQueueHours(store).map(({ id, zone }) => [id, zone]));
  return readLiveQueues(store, at)
    .filter(({ queueId }) => queueIds.includes(queueId))
    .map(({ queueId, name, isRunning, isAvailable, onlineAgents, waitingGuests, longestWaitMs }) => ({
      queueId,
      name,
      isRunning,
      isAvailable,
      onlineAgents,
      waitingGuests,
      longestWaitSeconds: Math.round(longestWaitMs / 1000),
      today: readToday(store, queueId, zones.get(queueId)!, at),
    }));
}

function readToday(store: Store, queueId: number, zone: string, at: number): QueueFacts["today"] {
  const clock = zoneClock(zone);
  const dayOn = clock.dayOf(at);
  const window = { startAt: clock.startOfDay(dayOn), stopAt: at };
  const [day] = computeReport("InboundVsAnsweredChats", { store, queueIds: [queueId], window, clock });
  return { dayOn, inbound: day?.inbound ?? 0, answered: day?.answered ?? 0, missed: day?.missed ?? 0 };
}

/** One queue; `undefined` when it is not there or not for this visitor, who cannot tell the two apart. */
export function readQueueDetails(
  { store, now }: FactSources,
  visitor: Visitor,
  queueId: number,
): QueueDetails | undefined {
  const facts = readQueueFacts(store, now(), {
    ...visitor,
    queueIds: visitor.queueIds.filter((id) => id === queueId),
  })[0];
  const [queue] = readQueues(store, [queueId]);
  const hours = readQueueHours(store).find(({ id }) => id === queueId);
  if (facts === undefined || queue === undefined || hours === undefined) return undefined;
  const { description, language, zone, serviceLevelSeconds } = queue;
  return {
    ...facts,
    description,
    language,
    zone,
    serviceLevelSeconds,
    schedule: hours.schedule.map(formatHours),
    ...(visitor.managedQueueIds.includes(queueId) && { people: readMembers(store, queueId) }),
  };
}

function formatHours(spans: QueueHours["schedule"][number]): readonly string[] {
  const format = (minutes: number): string =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return spans.map(([open, close]) => `${format(open)}–${format(close)}`);
}

function readMembers(store: Store, queueId: number): readonly QueueMember[] {
  return listPeople(store).flatMap(({ id, name, login, archivedAt, roles }) =>
    roles
      .filter((role) => role.queueId === queueId)
      .map(({ role }) => ({ personId: id, name, login, role, isArchived: archivedAt !== null })),
  );
}

/** The people whom a visitor may see and whose name, login or address has the text in it, in any case; all for an empty text. */
export function findPeople({ store }: FactSources, visitor: Visitor, text = ""): readonly PersonFacts[] {
  const wanted = text.trim().toLowerCase();
  return listPeople(store)
    .map((person) => toPersonFacts(store, person, visitor))
    .filter((person) => person !== undefined)
    .filter(({ name, login, email }) => [name, login, email ?? ""].some((each) => each.toLowerCase().includes(wanted)));
}

/** One person; `undefined` when there is none with this number, or none that the visitor may see. */
export function readPersonFacts({ store }: FactSources, visitor: Visitor, personId: number): PersonFacts | undefined {
  const [person] = listPeople(store, personId);
  return person && toPersonFacts(store, person, visitor);
}

function toPersonFacts(store: Store, person: ListedPerson, visitor: Visitor): PersonFacts | undefined {
  const { id, name, login, email, sip, accountType, mostChatsADay, mostConcurrentChats, skills, archivedAt } = person;
  const isArchived = archivedAt !== null;
  const roles = person.roles
    .filter(({ queueId }) => visitor.managedQueueIds.includes(queueId))
    .map(({ queueId, queueName, role }) => ({ queueId, queue: queueName, role }));
  const seen = {
    personId: id,
    name,
    login,
    email,
    sip,
    accountType,
    mostChatsADay,
    mostConcurrentChats,
    skills,
    isArchived,
  };
  if (!visitor.isAdministrator) return roles.length === 0 ? undefined : { ...seen, roles };
  const { isAdministrator, hasPassword, key } = person;
  return {
    ...seen,
    roles,
    account: {
      isAdministrator,
      maySignIn: maySignIn(store, { id, isArchived }),
      hasPassword,
      archivedAt: archivedAt === null ? null : formatInstant(archivedAt),
      key: key && { keyId: key.id, ...toKeyFacts(key) },
    },
  };
}

type KeyTimes = { readonly lastFour: string; readonly madeAt: number; readonly lastUsedAt: number | null };

function toKeyFacts({ lastFour, madeAt, lastUsedAt }: KeyTimes) {
  return {
    lastFour,
    madeAt: formatInstant(madeAt),
    lastUsedAt: lastUsedAt === null ? null : formatInstant(lastUsedAt),
  };
}

/** The keys that were neither replaced nor revoked, beside their people. */
export function readKeys({ store }: FactSources): readonly ListedKeyFacts[] {
  return listKeys(store).map(({ personId, person, login, roles, ...key }) => ({
    personId,
    person,
    login,
    roles,
    ...toKeyFacts(key),
  }));
}

/** What the emulator is set to. */
export function readSettings({ store, clock, build, host, auditRetention }: FactSources): SettingsFacts {
  const facts = readFacts(store);
  const { now, mode, speed } = clock.read();
  const until = facts.get("until");
  return {
    build,
    clock: { now: formatInstant(now), mode, speed },
    listensOn: host,
    auditRetention: { calls: auditRetention.calls ?? null, days: auditRetention.days ?? null },
    history: {
      profile: facts.get("profile") ?? null,
      seed: facts.get("seed") ?? null,
      endsAt: until === undefined ? null : formatInstant(Number(until)),
    },
  };
}
