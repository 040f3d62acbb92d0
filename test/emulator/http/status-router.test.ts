import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { formatTimeSpan } from "../../../emulator/http/status-router.ts";
import { readAudit } from "../../../emulator/store/index.ts";
import { call } from "../desk-server.ts";
import { addChats, createDesk, people } from "../fixture.ts";

// A Tuesday, 11:00 in New York.
const now = Date.parse("2021-06-15T15:00:00Z");
const second = 1000;

let emulator: Emulator;
beforeAll(async () => {
  const store = createDesk();
  const allDay = JSON.stringify(Array(7).fill([[0, 1440]]));
  store.connection.prepare("UPDATE queue SET schedule = ?").run(allDay);
  store.connection.prepare("INSERT INTO shift VALUES (?, ?, ?)").run(people.agent, now - 3_600_000, now + 3_600_000);
  addChats(store, [
    // Queued 5 s after the start: two guests wait, 65 s and 30 s long.
    { id: 1, startedAt: now - 70 * second, outcome: "answered", waitMs: 100 * second },
    { id: 2, startedAt: now - 35 * second, outcome: "missed", waitMs: 100 * second },
    { id: 3, startedAt: now - 900 * second, outcome: "answered", waitMs: 10 * second },
  ]);
  emulator = await createEmulator({ store, now });
});
afterAll(async () => {
  await emulator.close();
});

const get = (path: string) => call(emulator.url, `/Chime/Api/${path}`, { key: null });
const json = async (path: string): Promise<unknown> => JSON.parse((await get(path)).body);

describe("the public status API, without a key", () => {
  const waits = { averageWaitTime: "00:00:47", longestWaitTime: "00:01:05" };
  const first = { queueName: 'Service "Desk"', isAvailable: true, onlineAgentCount: 1, ...waits };

  it.each([
    ["IsQueueAvailable?queueID=1", { isAvailable: true }],
    ["IsQueueAvailable?queueID=3", { isAvailable: false }],
    ["GetQueueWaitTime?queueID=1", waits],
    ["GetQueueWaitTime?queueID=2", { averageWaitTime: "00:00:00", longestWaitTime: "00:00:00" }],
    ["GetQueueInfo?queueID=1", { queueID: 1, ...first }],
    ["getqueueinfo?QUEUEid=1", { queueID: 1, ...first }],
  ])("%s", async (path, answer) => {
    const found = await get(path);
    expect([found.status, found.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(JSON.stringify(JSON.parse(found.body))).toBe(JSON.stringify(answer));
  });

  it("GetQueues lists every queue, each beginning with id", async () => {
    const queues = (await json("GetQueues")) as Record<string, unknown>[];
    expect(queues.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(JSON.stringify(queues[0])).toBe(JSON.stringify({ id: 1, ...first }));
  });

  it.each([
    [1, 200, "Queue 1 is running"],
    [3, 500, "Queue 3 is not running"],
    [99, 500, "Queue 99 is not running"],
  ])("Health/Status/Queue/%i answers %i", async (id, status, text) => {
    const found = await get(`Health/Status/Queue/${id}`);
    expect([found.status, found.body]).toEqual([status, text]);
  });

  it("Health/Status/HealthMonitor has the vendor's shape, with its own mix of Ok and OK", async () => {
    const well = { Status: true, Details: null };
    const ill = { Status: false, Details: "Queue 3 is not running" };
    expect(await json("Health/Status/HealthMonitor")).toEqual({
      Ok: false,
      System: {
        Service: well,
        ServiceAccount: well,
        Smtp: well,
        SQL: well,
        ActiveDirectory: well,
        ChimeHub: well,
        WebClient: well,
        OK: true,
      },
      Queues: [
        { Process: well, Routing: well, Id: 1, Name: 'Service "Desk"', OK: true },
        { Process: well, Routing: well, Id: 2, Name: "Payroll", OK: true },
        { Process: ill, Routing: ill, Id: 3, Name: "Empty", OK: false },
      ],
    });
  });

  it.each([
    ["GetQueueInfo", 400, "/problems/missing-parameter"],
    ["GetQueueInfo?queueID=x", 400, "/problems/invalid-parameter"],
    ["GetQueueInfo?queueID=1&queueId=1", 400, "/problems/repeated-parameter"],
    ["IsQueueAvailable?queueID=99", 404, "/problems/queue-not-found"],
    ["Health/Status/Queue/x", 404, "/problems/route-not-found"],
    ["Health/Status", 404, "/problems/route-not-found"],
    ["", 404, "/problems/route-not-found"],
  ])("%s is refused with %i", async (path, status, type) => {
    const found = await get(path);
    expect([found.status, (JSON.parse(found.body) as { type: string }).type]).toEqual([status, type]);
  });

  it("follows the clock: an hour later nobody is online and nobody waits", async () => {
    const later = await createEmulator({ store: emulator.store, now: now + 3_600_001 });
    const { body } = await call(later.url, "/Chime/Api/GetQueueInfo?queueID=1", { key: null });
    await later.close();
    expect(JSON.parse(body)).toMatchObject({ isAvailable: false, onlineAgentCount: 0, longestWaitTime: "00:00:00" });
  });

  it("takes GET and HEAD, and may be called by pages of other origins", async () => {
    const post = await call(emulator.url, "/Chime/Api/GetQueues", { key: null, method: "POST" });
    expect([post.status, post.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
    const head = await call(emulator.url, "/Chime/Api/GetQueues", { key: null, method: "HEAD" });
    expect([head.status, head.body]).toEqual([200, ""]);
    const headers = { Origin: "https://portal.example" };
    const cross = await call(emulator.url, "/Chime/Api/GetQueues", { key: null, headers });
    expect(cross.headers["access-control-allow-origin"]).toBe("*");
  });

  it("is in the audit trail like every call", async () => {
    await get("IsQueueAvailable?queueID=2");
    const last = () => readAudit(emulator.store, 1);
    await expect
      .poll(last)
      .toMatchObject([{ route: "/Chime/Api/IsQueueAvailable", query: "queueID=2", status: 200, personId: null }]);
  });
});

it.each([
  [0, "00:00:00"],
  [999, "00:00:00"],
  [1000, "00:00:01"],
  [3_599_999, "00:59:59"],
  [86_399_000, "23:59:59"],
  [86_400_000, "1.00:00:00"],
  [1_000_000_000, "11.13:46:40"],
])("%i ms is the time span %s", (milliseconds, text) => {
  expect(formatTimeSpan(milliseconds)).toBe(text);
});
