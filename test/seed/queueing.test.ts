import { describe, expect, it } from "vitest";
import { addDays, type SiteDay } from "../../seed/calendar.ts";
import type { Agent } from "../../seed/people.ts";
import { workDay, type Course } from "../../seed/queueing.ts";
import { createStream } from "../../seed/random.ts";
import type { PlannedShift } from "../../seed/roster.ts";
import type { Visit } from "../../seed/visit.ts";
import { topicGroups } from "../../seed/words/topics.ts";
import { zoneClock } from "../../zones/index.ts";
import { nightAndDay, officeHours } from "./small-profile.ts";

const minuteMs = 60_000;
const clock = zoneClock("UTC");
const dayOn = "2021-03-16";
const startAt = clock.startOfDay(dayOn);
const queue = { ...officeHours, zone: "UTC", longestWaitSeconds: 600 };
const site = { queues: [queue], clock };
const day: SiteDay = { site, dayOn, startAt, nextAt: clock.startOfDay(addDays(dayOn, 1)) };
const topic = topicGroups.it[0]!;
const at = (minutes: number): number => startAt + minutes * minuteMs;

/** A guest who asks for an agent at once. */
function visitAt(minutes: number, patienceMinutes: number, serviceMinutes: number): Visit {
  return {
    guid: `guest at ${minutes}`,
    queueId: queue.id,
    startedAt: at(minutes),
    guest: { id: 1, firstName: "Zoë", lastName: "Smith", email: null, location: null },
    topic,
    incident: null,
    bot: { throughBot: false, intent: null, confidence: null, turns: [], end: "queued", endsAt: at(minutes) },
    patienceMs: patienceMinutes * minuteMs,
    leavesSilently: false,
    serviceMs: serviceMinutes * minuteMs,
    wrapUpMs: minuteMs,
    dropsAfter: null,
    transfersAfter: null,
    transfersAway: false,
    entryPoint: "Teams",
    authenticated: true,
    referringPage: null,
    host: null,
    platform: "Windows 11",
  };
}

function shiftOf(id: number, more: Partial<Agent> = {}, from = 480, to = 1020): PlannedShift {
  const plan = { from, to, weekdays: [2], agents: 1, mostConcurrentChats: 1 };
  const agent: Agent = {
    id,
    firstName: "Ann",
    lastName: "Lee",
    plan,
    queueId: queue.id,
    priorities: new Map([[queue.id, 1]]),
    skills: new Set([topic.tags[0]!]),
    pace: 1,
    ...more,
  };
  return { agent, from: at(from), to: at(to), breakAt: null, breakMs: 0 };
}

const work = (visits: readonly Visit[], roster: readonly PlannedShift[], seed = 1): readonly Course[] =>
  workDay(day, visits, roster, createStream(seed, "offers")).courses;

describe("workDay", () => {
  // The queue is open from 8:00 to 12:00 and from 12:30 to 17:00: minutes 480 to 720 and 750 to 1020.
  it.each([
    { case: "before the opening", minutes: 479, because: "closed" },
    { case: "in the break at noon", minutes: 720, because: "closed" },
    { case: "before anybody's shift", minutes: 480, because: "noAgent" },
    { case: "after everybody's shift", minutes: 900, because: "noAgent" },
  ])("misses a guest $case at once", ({ minutes, because }) => {
    const [course] = work([visitAt(minutes, 30, 5)], [shiftOf(1, {}, 500, 900)]);
    expect(course).toMatchObject({ outcome: "missed", missedBecause: because, endedAt: at(minutes), offers: [] });
  });

  it("lets a guest leave when patience ends before somebody is free", () => {
    const [first, second] = work([visitAt(500, 30, 60), visitAt(510, 5, 10)], [shiftOf(1)]);
    expect(first).toMatchObject({ outcome: "answered", agentId: 1 });
    expect(second).toMatchObject({ outcome: "abandoned", endedBy: "guest", endedAt: at(515) });
  });

  it("gives up after the queue's longest wait", () => {
    const [, second] = work([visitAt(500, 30, 60), visitAt(510, 50, 10)], [shiftOf(1)]);
    expect(second).toMatchObject({ outcome: "missed", missedBecause: "allBusy", endedAt: at(520) });
  });

  it("misses whoever still waits when the queue closes", () => {
    const [, second] = work([visitAt(700, 30, 60), visitAt(715, 30, 10)], [shiftOf(1)]);
    expect(second).toMatchObject({ outcome: "missed", missedBecause: "closed", endedAt: at(720) });
  });

  it("serves in order of arrival, each after the one before is wrapped up", () => {
    const [first, second, third] = work(
      [500, 501, 502].map((minutes) => visitAt(minutes, 9, 2)),
      [shiftOf(1)],
    );
    expect([first?.outcome, second?.outcome, third?.outcome]).toEqual(["answered", "answered", "answered"]);
    expect(second!.answeredAt!).toBeGreaterThan(first!.wrappedUpAt!);
    expect(third!.answeredAt!).toBeGreaterThan(second!.wrappedUpAt!);
  });

  it("offers to the queue's own agents before those lent by another", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [course] = work(
        [visitAt(500, 30, 5)],
        [shiftOf(1, { priorities: new Map([[queue.id, 2]]) }), shiftOf(2)],
        seed,
      );
      expect(course?.offers[0]?.personId).toBe(2);
    }
  });

  it("routes a chat on to somebody else when an agent does not accept", () => {
    const offers = Array.from({ length: 60 }, (_, seed) =>
      work([visitAt(500, 30, 5)], [shiftOf(1), shiftOf(2)], seed),
    ).flatMap(([course]) => (course && course.offers.length > 1 ? [course.offers] : []));
    expect(offers.length).toBeGreaterThan(0);
    for (const [first, second] of offers) {
      expect(first?.response).not.toBe("accepted");
      expect(second?.personId).not.toBe(first?.personId);
    }
  });

  it("hands a chat on only to somebody who is free, and frees the first agent", () => {
    const visit = { ...visitAt(500, 30, 20), transfersAfter: 0.5 };
    expect(work([visit], [shiftOf(1)])[0]?.transfers).toEqual([]);
    const [course] = work([visit], [shiftOf(1), shiftOf(2)]);
    expect(course?.transfers).toEqual([
      { transferredAt: course!.answeredAt! + 10 * minuteMs, fromPersonId: 1, toPersonId: 2, toQueueId: null },
    ]);
    // Ten minutes with the first, and a tenth more than the other ten with the second, who reads first.
    expect(course!.endedAt - course!.answeredAt!).toBe(21 * minuteMs);
  });

  it("hands a chat on late when nobody has room before", () => {
    const visits = [{ ...visitAt(500, 30, 20), transfersAfter: 0.25 }, visitAt(500, 30, 9)];
    const [handedOn, other] = work(visits, [shiftOf(1), shiftOf(2)]);
    expect(handedOn?.transfers[0]?.transferredAt).toBe(other!.wrappedUpAt);
  });

  it("hands a chat to the other queue while that is open", () => {
    const second = { ...queue, id: 3, schedule: queue.schedule.map((): [number, number][] => [[600, 1020]]) };
    const both = { ...day, site: { clock, queues: [{ ...queue, transfersTo: 3 }, second] } };
    const visits = [500, 700].map((minutes) => ({
      ...visitAt(minutes, 30, 20),
      transfersAfter: 0.5,
      transfersAway: true,
    }));
    const roster = [shiftOf(1), shiftOf(2), shiftOf(3, { queueId: 3, priorities: new Map([[3, 1]]) })];
    const { courses } = workDay(both, visits, roster, createStream(1, "offers"));
    expect(courses.map(({ transfers }) => transfers[0]?.toQueueId)).toEqual([null, 3]);
    expect(courses[1]?.transfers[0]?.toPersonId).toBe(3);
  });

  it("seldom hands a chat on once more, and then within the queue that has it", () => {
    const second = { ...queue, id: 3 };
    const both = { ...day, site: { clock, queues: [{ ...queue, transfersTo: 3 }, second] } };
    const visit = { ...visitAt(500, 30, 40), transfersAfter: 0.5, transfersAway: true };
    const ofSecond = { queueId: 3, priorities: new Map([[3, 1]]) };
    const roster = [shiftOf(1), shiftOf(2, ofSecond), shiftOf(3, ofSecond)];
    const transfers = Array.from({ length: 200 }, (_, seed) => {
      const { courses } = workDay(both, [visit], roster, createStream(seed, "offers"));
      return courses[0]!.transfers;
    });
    const again = transfers.filter(({ length }) => length > 1);
    expect(again.length).toBeGreaterThan(4);
    expect(again.length).toBeLessThan(30);
    for (const [first, next, ...others] of again) {
      expect(first).toMatchObject({ fromPersonId: 1, toQueueId: 3 });
      expect(next).toMatchObject({ fromPersonId: first!.toPersonId, toQueueId: null });
      expect(next!.toPersonId).toBe(first!.toPersonId === 2 ? 3 : 2);
      expect(others).toEqual([]);
    }
  });

  it("prefers somebody with the topic's skill", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [course] = work([visitAt(500, 30, 5)], [shiftOf(1, { skills: new Set() }), shiftOf(2)], seed);
      expect(course?.offers[0]?.personId).toBe(2);
    }
  });

  it("lets a guest who leaves silently be answered in vain", () => {
    const visits = [visitAt(500, 30, 8), { ...visitAt(501, 3, 10), leavesSilently: true }];
    const [, gone] = work(visits, [shiftOf(1)]);
    expect(gone).toMatchObject({ outcome: "answered", guestIsGone: true, endedBy: "agent" });
    expect(gone!.endedAt - gone!.answeredAt!).toBe(150_000);
    expect(work([visits[1]!], [shiftOf(1)])[0]).toMatchObject({ guestIsGone: false });
  });

  it("gives agents their break when the chat under way is done, and nothing to do meanwhile", () => {
    const roster = [{ ...shiftOf(1), breakAt: at(505), breakMs: 30 * minuteMs }, shiftOf(2, {}, 480, 560)];
    const visits = [500, 515, 516, 530].map((minutes) => visitAt(minutes, 100, 10));
    const { courses, shifts } = workDay(day, visits, roster, createStream(3, "offers"));
    const mine = shifts.filter(({ personId }) => personId === 1);
    expect(mine).toHaveLength(2);
    const [before, after] = mine;
    expect(after!.startedAt - before!.endedAt).toBe(30 * minuteMs);
    expect(before!.endedAt).toBeGreaterThanOrEqual(at(505));
    for (const { agentId, answeredAt } of courses) {
      if (agentId === 1) expect(answeredAt! < before!.endedAt || answeredAt! >= after!.startedAt).toBe(true);
    }
  });

  it("lets nobody have a break who would leave the queue alone", () => {
    const roster = [{ ...shiftOf(1), breakAt: at(700), breakMs: 30 * minuteMs }];
    const { shifts } = workDay(day, [], roster, createStream(1, "offers"));
    expect(shifts).toEqual([{ personId: 1, startedAt: at(480), endedAt: at(1020) }]);
  });

  it("serves those who came before midnight after it, where the queue does not close", () => {
    const nightly = { ...day, site: { clock, queues: [{ ...queue, schedule: nightAndDay.schedule }] } };
    const visits = [visitAt(1430, 30, 12), visitAt(1437, 30, 10)];
    const { courses, shifts } = workDay(nightly, visits, [shiftOf(1, {}, 900, 1440)], createStream(1, "offers"));
    expect(courses.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
    expect(courses[1]!.answeredAt!).toBeGreaterThan(at(1440));
    expect(shifts).toEqual([{ personId: 1, startedAt: at(900), endedAt: courses[1]?.wrappedUpAt }]);
  });

  it("makes guests wait longer when fewer work", () => {
    const visits = Array.from({ length: 40 }, (_, index) => visitAt(500 + 5 * index, 30, 8));
    const meanWait = (agents: number): number => {
      const roster = Array.from({ length: agents }, (_, index) => shiftOf(index + 1));
      const waits = work(visits, roster).map(
        ({ queuedAt, answeredAt, endedAt }) => (answeredAt ?? endedAt) - queuedAt!,
      );
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    };
    expect(meanWait(1)).toBeGreaterThan(3 * meanWait(2));
    expect(meanWait(2)).toBeGreaterThan(meanWait(6));
  });

  it("keeps an agent online until the last chat is wrapped up", () => {
    const { courses, shifts } = workDay(day, [visitAt(1018, 30, 40)], [shiftOf(1)], createStream(1, "offers"));
    expect(courses[0]?.outcome).toBe("answered");
    expect(shifts).toEqual([{ personId: 1, startedAt: at(480), endedAt: courses[0]?.wrappedUpAt }]);
  });
});
