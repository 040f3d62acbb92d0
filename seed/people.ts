import type { HistoryGuest, HistoryPerson, HistoryRole } from "../emulator/store/index.ts";
import { drawName, foldName, regions, type RegionName } from "./names.ts";
import type { Profile, QueuePlan, ShiftPlan } from "./profile.ts";
import { createStream, type Stream } from "./random.ts";
import { topicGroups } from "./words/topics.ts";

/** Somebody who answers chats: the row of the roster they work by, and how long they need compared with others (1: as long). */
export type Agent = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly plan: ShiftPlan;
  /** The queue whose roster has them. */
  readonly queueId: number;
  /** The queues they serve, each with their priority there: 1 is offered first. */
  readonly priorities: ReadonlyMap<number, number>;
  /** The tags of the topics they know best. */
  readonly skills: ReadonlySet<string>;
  readonly pace: number;
};

/** Everybody who works with the queues of a profile. */
export type Staff = { readonly people: readonly HistoryPerson[]; readonly agents: readonly Agent[] };

/** The first administrator, to whom the vendor's sample key is bound. */
export const firstAdministratorId = 1;

/** The people of a profile: administrators first, then queue by queue managers, reviewers and agents. */
export function createStaff(profile: Profile, seed: number, tagIds: ReadonlyMap<string, number>): Staff {
  const people: HistoryPerson[] = [];
  const agents: Agent[] = [];
  const logins = new Set<string>();
  const add = (
    stream: Stream,
    region: RegionName,
    more: Partial<HistoryPerson> & { readonly roles: readonly HistoryRole[] },
  ): HistoryPerson => {
    const id = people.length + 1;
    const { firstName, lastName } =
      id === firstAdministratorId ? { firstName: "Alex", lastName: "Morgan" } : drawName(stream, region);
    const stem = foldName(firstName).slice(0, 1) + foldName(lastName) || "person";
    const login = logins.has(stem) ? `${stem}${id}` : stem;
    logins.add(login);
    const person: HistoryPerson = {
      id,
      firstName,
      lastName,
      login,
      sip: `sip:${login}@example.com`,
      email: `${login}@example.com`,
      accountType: "Production",
      mostChatsADay: 0,
      mostConcurrentChats: 1,
      isAdministrator: false,
      tagIds: [],
      ...more,
    };
    people.push(person);
    return person;
  };

  const first = profile.queues[0];
  for (let count = 0; first && count < profile.administrators; count++) {
    add(createStream(seed, "administrator", count), first.region, { isAdministrator: true, roles: [] });
  }
  profile.queues.forEach((queue, index) => {
    const stream = createStream(seed, "staff", queue.id);
    for (let count = 0; count < queue.managers; count++) {
      add(stream, queue.region, { roles: [{ queueId: queue.id, role: "Manager", priority: 1 }] });
    }
    // Reviewers compare: each sees the queue after theirs as well.
    const reviewed = profile.queues.slice(index, index + 2);
    for (let count = 0; count < queue.reviewers; count++) {
      add(stream, queue.region, {
        roles: reviewed.map(({ id }): HistoryRole => ({ queueId: id, role: "Reviewer", priority: 1 })),
      });
    }
    for (const plan of queue.shifts) {
      for (let count = 0; count < plan.agents; count++) {
        const roles: HistoryRole[] = [{ queueId: queue.id, role: "Agent", priority: 1 }];
        for (const queueId of plan.alsoServes ?? []) roles.push({ queueId, role: "Agent", priority: 2 });
        const skills = drawSkills(stream, queue);
        const { id, firstName, lastName } = add(stream, queue.region, {
          roles,
          mostConcurrentChats: plan.mostConcurrentChats,
          mostChatsADay: plan.mostChatsADay ?? 0,
          tagIds: [...skills].map((skill) => tagIds.get(skill)!).sort((a, b) => a - b),
        });
        const priorities = new Map(roles.map(({ queueId, priority }) => [queueId, priority]));
        const pace = createStream(seed, "pace", id).logNormal(1, 0.15);
        agents.push({ id, firstName, lastName, plan, queueId: queue.id, priorities, skills, pace });
      }
    }
  });
  return { people, agents };
}

/** The guests of the regions that a profile's queues serve. */
export function createGuests(profile: Profile, seed: number): ReadonlyMap<RegionName, readonly HistoryGuest[]> {
  const guests = new Map<RegionName, HistoryGuest[]>();
  let id = 0;
  for (const region of new Set(profile.queues.map((queue) => queue.region))) {
    const stream = createStream(seed, "guests", region);
    const list: HistoryGuest[] = [];
    for (let count = 0; count < profile.guestsPerRegion; count++) {
      id += 1;
      const { firstName, lastName } = drawName(stream, region);
      const address = [foldName(firstName), foldName(lastName)].filter((part) => part !== "").join(".") || "guest";
      list.push({
        id,
        firstName,
        lastName,
        email: stream.chance(0.88) ? `${address}${id}@example.com` : null,
        location: stream.chance(0.92) ? stream.pick(regions[region].places) : null,
      });
    }
    guests.set(region, list);
  }
  return guests;
}

function drawSkills(stream: Stream, queue: QueuePlan): ReadonlySet<string> {
  return new Set(topicGroups[queue.topics].flatMap(({ tags }) => (stream.chance(0.5) ? [tags[0]!] : [])));
}
