import { describe, expect, it } from "vitest";
import { readLiveQueues } from "../../../emulator/reports/index.ts";
import type { Store } from "../../../emulator/store/index.ts";
import { addChats, addShifts, botMs, createDesk, people } from "../fixture.ts";

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
// A Wednesday, 10:00 in New York, where the desk's queues are.
const now = Date.parse("2026-06-03T14:00:00Z");

/** A desk whose queues are open on weekdays from 9 to 17, with agent 4 online from 9:30 to 12:00. */
function openDesk(): Store {
  const store = createDesk();
  const weekdays = Array.from({ length: 7 }, (_, day) => (day < 5 ? [[540, 1020]] : []));
  store.connection.prepare("UPDATE queue SET schedule = ?").run(JSON.stringify(weekdays));
  addShifts(store, [{ personId: people.agent, startedAt: now - 30 * minute, endedAt: now + 120 * minute }]);
  return store;
}

const endHistory = (store: Store, at: number): void => {
  store.connection.prepare("INSERT INTO fact VALUES ('until', ?)").run(String(at));
};

const queue = (store: Store, at: number) => readLiveQueues(store, at)[0]!;

describe("readLiveQueues", () => {
  it("tells of every queue, in order of their numbers", () => {
    expect(readLiveQueues(openDesk(), now)).toEqual([
      {
        queueId: 1,
        name: 'Service "Desk"',
        isRunning: true,
        isAvailable: true,
        onlineAgents: 1,
        waitingGuests: 0,
        averageWaitMs: 0,
        longestWaitMs: 0,
      },
      {
        queueId: 2,
        name: "Payroll",
        isRunning: true,
        isAvailable: true,
        onlineAgents: 1,
        waitingGuests: 0,
        averageWaitMs: 0,
        longestWaitMs: 0,
      },
      {
        queueId: 3,
        name: "Empty",
        isRunning: false,
        isAvailable: false,
        onlineAgents: 0,
        waitingGuests: 0,
        averageWaitMs: 0,
        longestWaitMs: 0,
      },
    ]);
  });

  it.each([
    ["in the first millisecond of a shift", now - 30 * minute, 1],
    ["before a shift", now - 30 * minute - 1, 0],
    ["in the last millisecond of a shift", now + 120 * minute - 1, 1],
    ["at the end of a shift", now + 120 * minute, 0],
  ])("counts agents online %s", (_, at, onlineAgents) => {
    expect(queue(openDesk(), at)).toMatchObject({ onlineAgents, isAvailable: onlineAgents > 0 });
  });

  it("is not available outside the opening hours, whoever is online", () => {
    const store = openDesk();
    const evening = Date.parse("2026-06-03T21:00:00Z");
    addShifts(store, [{ personId: people.otherAgent, startedAt: evening - minute, endedAt: evening + minute }]);
    expect(queue(store, evening - 1)).toMatchObject({ onlineAgents: 1, isAvailable: true });
    expect(queue(store, evening)).toMatchObject({ onlineAgents: 1, isAvailable: false });
  });

  it("knows who waits, and since when", () => {
    const store = openDesk();
    addChats(store, [
      { id: 1, startedAt: now - botMs - 10_000, outcome: "answered", waitMs: 10_001 },
      { id: 2, startedAt: now - botMs - 30_001, outcome: "abandoned", waitMs: 60_000 },
      { id: 3, startedAt: now - botMs - 10_000, outcome: "answered", waitMs: 10_000 },
      { id: 4, startedAt: now - botMs + 1, outcome: "missed", waitMs: 60_000 },
      { id: 5, startedAt: now - botMs - 20_000, outcome: "missed", waitMs: 60_000, queueId: 2 },
      { id: 6, startedAt: now - 1_000, outcome: "deflected" },
    ]);
    expect(queue(store, now)).toMatchObject({ waitingGuests: 2, averageWaitMs: 20_001, longestWaitMs: 30_001 });
  });

  it("repeats the history's last week after its end, by the queue's clock", () => {
    const store = openDesk();
    addChats(store, [{ id: 1, startedAt: now - botMs - 5_000, outcome: "missed", waitMs: 60_000 }]);
    endHistory(store, now + 24 * 60 * minute);
    const inHistory = queue(store, now);
    expect(inHistory.waitingGuests).toBe(1);
    expect(queue(store, now + week)).toEqual(inHistory);
    expect(queue(store, now + 10 * week)).toEqual(inHistory);
    // Winter: the clock of New York is an hour behind, so 10:00 comes an hour later.
    expect(queue(store, now + 26 * week + 60 * minute)).toEqual(inHistory);
    expect(queue(store, now - week)).toMatchObject({ onlineAgents: 0, waitingGuests: 0 });
  });

  it("shows the last moment of the history's last week at its very end", () => {
    const store = openDesk();
    endHistory(store, now);
    addShifts(store, [
      { personId: people.otherAgent, startedAt: now - week, endedAt: now - week + 1 },
      { personId: people.agent, startedAt: now - week, endedAt: now - week + 1 },
    ]);
    expect(queue(store, now).onlineAgents).toBe(2);
    expect(queue(store, now - 1).onlineAgents).toBe(1);
  });

  it("repeats nothing when the store does not say when its history ends", () => {
    expect(queue(openDesk(), now + week).onlineAgents).toBe(0);
  });
});
