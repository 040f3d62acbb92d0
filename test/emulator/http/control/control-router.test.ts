import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRecentCalls } from "../../../../emulator/http/control/recent-calls.ts";
import { createEmulator, SnapshotError, type Emulator } from "../../../../emulator/http/index.ts";
import { findKey, readAudit, replaceKey } from "../../../../emulator/store/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { addChats, createDesk, keys, people } from "../../fixture.ts";

const now = Date.UTC(2020, 11, 15, 12);
const queues = "/Chime/Report/Queues";
const history = "/Chime/Report/ChatHistory?queueId=1";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ store: createDesk(), now });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  await emulator.close();
});

type Told = { readonly status: number; readonly body: unknown };

/** Calls a control route, with the token unless other headers are given. */
async function control(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Told> {
  const answer = await fetch(`${emulator.url}/_emulator/${path}`, {
    method,
    headers: headers ?? { "X-Emulator-Token": emulator.controlToken },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
}

const routes = [
  ["GET", "clock"],
  ["PUT", "clock"],
  ["POST", "clock"],
  ["DELETE", "clock"],
  ["GET", "faults"],
  ["PUT", "faults"],
  ["DELETE", "faults"],
  ["GET", "requests"],
  ["DELETE", "requests"],
  ["GET", "requests/stream"],
  ["GET", "snapshots"],
  ["PUT", "snapshots/a"],
  ["DELETE", "snapshots/a"],
  ["POST", "snapshots/a/restore"],
  ["POST", "reset"],
  ["GET", "nothing"],
] as const;

describe("the control token", () => {
  it.each(routes)(
    "%s %s is refused without it, with another, and with an administrator's key",
    async (method, path) => {
      const others: Record<string, string>[] = [
        {},
        { "X-Emulator-Token": "" },
        { "X-Emulator-Token": `${emulator.controlToken}x` },
        { Authorization: `Bearer ${keys.administrator}` },
        { Authorization: emulator.controlToken },
      ];
      for (const headers of others) {
        const { status, body } = await control(method, path, undefined, headers);
        expect([status, (body as { type: string }).type]).toEqual([401, "/problems/no-control-token"]);
      }
    },
  );

  it("is taken as a bearer token, too, and is another one each run", async () => {
    const { status } = await control("GET", "clock", undefined, { Authorization: `Bearer ${emulator.controlToken}` });
    expect(status).toBe(200);
    await withEmulator({}, async (other) => {
      expect(other.controlToken).not.toBe(emulator.controlToken);
      expect(other.controlToken).toMatch(/^[\w-]{43}$/);
      return Promise.resolve();
    });
  });

  it("is not needed to ask whether the emulator is ready", async () => {
    expect(await control("GET", "ready", undefined, {})).toEqual({
      status: 200,
      body: { ready: true, build: "3.1.578", now: "2020-12-15T12:00:00.000Z" },
    });
  });
});

describe("the clock", () => {
  const frozen = (at: string) => ({ status: 200, body: { now: at, mode: "frozen", speed: 0 } });

  it("is told, set, moved and put back", async () => {
    expect(await control("GET", "clock")).toEqual(frozen("2020-12-15T12:00:00.000Z"));
    expect(await control("PUT", "clock", { now: "2020-12-16T00:00:00Z" })).toEqual(frozen("2020-12-16T00:00:00.000Z"));
    expect(await control("POST", "clock", { advance: "90s" })).toEqual(frozen("2020-12-16T00:01:30.000Z"));
    expect(await control("POST", "clock", { advance: -30_000 })).toEqual(frozen("2020-12-16T00:01:00.000Z"));
    expect((await control("PUT", "clock", { mode: "running", speed: 60 })).body).toMatchObject({
      mode: "running",
      speed: 60,
    });
    expect((await control("PUT", "clock", { now: "2021-01-01", mode: "frozen" })).body).toMatchObject({
      now: "2021-01-01T00:00:00.000Z",
    });
    expect(await control("DELETE", "clock")).toEqual(frozen("2020-12-15T12:00:00.000Z"));
  });

  it("is what reports without a stop, the status API and the audit trail go by", async () => {
    addChats(emulator.store, [{ id: 7, startedAt: now + 60_000, outcome: "missed" }]);
    const count = async () => (JSON.parse((await call(emulator.url, history)).body) as unknown[]).length;
    expect(await count()).toBe(0);
    await control("POST", "clock", { advance: "2m" });
    expect(await count()).toBe(1);
    emulator.clock.advance(8 * 86_400_000);
    expect(await count()).toBe(0);
    await expect.poll(() => readAudit(emulator.store, 1)).toMatchObject([{ at: emulator.clock.now() }]);
  });

  it.each<[string, unknown, string]>([
    ["PUT", {}, "the body has no field: give now, mode or speed"],
    ["PUT", { now: "tomorrow" }, 'now is "tomorrow": give an ISO-8601 instant'],
    ["PUT", { now: 7 }, "now is 7"],
    ["PUT", { mode: "fast" }, 'mode is "fast": give frozen or running'],
    ["PUT", { mode: "frozen", speed: 1 }, "speed belongs to the mode running"],
    ["PUT", { speed: 0 }, "speed is 0: give a number above 0 and up to 86400"],
    ["PUT", { at: 1 }, "at is not known here: the fields are now, mode, speed"],
    ["PUT", [], "the body is no object"],
    ["PUT", "{", "the body is no JSON"],
    ["POST", { advance: "2 hours" }, 'advance is "2 hours": give a duration'],
    ["POST", { advance: 1e15 }, "advance is 1000000000000000"],
    ["POST", {}, "advance is undefined"],
  ])("%s with the body %j is refused, naming the field", async (method, body, detail) => {
    expect(await control(method, "clock", body)).toMatchObject({
      status: 400,
      body: { type: "/problems/invalid-body", detail: expect.stringContaining(detail) as string },
    });
    expect(emulator.clock.read()).toEqual({ now, mode: "frozen", speed: 0 });
  });
});

describe("faults", () => {
  it("are put in force, told with what was counted, and ended", async () => {
    expect((await control("GET", "faults")).body).toEqual({ scenario: null, seed: 1, rules: [] });
    expect((await control("PUT", "faults", { scenario: "throttled", seed: 3 })).body).toMatchObject({
      scenario: "throttled",
      seed: 3,
    });
    const statuses = [await call(emulator.url, queues), await call(emulator.url, queues)].map(({ status }) => status);
    expect(statuses).toEqual([200, 429]);
    expect((await control("GET", "faults")).body).toMatchObject({ rules: [{ calls: 2, fired: 1 }] });
    expect((await control("DELETE", "faults")).body).toMatchObject({ rules: [] });
    expect((await call(emulator.url, queues)).status).toBe(200);
  });

  it.each<[unknown, string]>([
    [{ rules: [{ kind: "reset", when: { nth: 0 } }] }, "rules[0].when.nth is 0"],
    ["slowly", "the body is no JSON"],
    ['"slowly"', 'the scenario is "slowly"'],
    [undefined, "rules is missing"],
  ])("%j is refused, naming the field", async (body, detail) => {
    expect(await control("PUT", "faults", body)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining(detail) as string },
    });
  });

  it("of more than 256 KiB are refused", async () => {
    expect(await control("PUT", "faults", { rules: [], x: "y".repeat(300_000) })).toMatchObject({ status: 413 });
  });
});

describe("recent requests", () => {
  it("tell every call but those of control, in order, without keys", async () => {
    await call(emulator.url, `${queues}?key=${keys.administrator}`);
    await call(emulator.url, "/Chime/Report/Nothing");
    await control("GET", "clock");
    await expect.poll(() => emulator.requests().length).toBe(2);
    const { body } = await control("GET", "requests");
    expect(body).toMatchObject([
      { at: "2020-12-15T12:00:00.000Z", method: "GET", url: `${queues}?key=…0001`, status: 200, rows: 3, faults: [] },
      { url: "/Chime/Report/Nothing", status: 404, rows: null },
    ]);
    expect((body as { bytes: number }[])[0]!.bytes).toBeGreaterThan(100);
    // The audit trail has the call of control as well.
    await expect.poll(() => readAudit(emulator.store, 1)[0]?.route).toMatch(/^\/_emulator\//);
  });

  it("are filtered, and forgotten", async () => {
    for (const path of [queues, history, "/Chime/Report/Nothing"]) await call(emulator.url, path);
    await expect.poll(() => emulator.requests().length).toBe(3);
    const list = async (query: string) =>
      ((await control("GET", `requests?${query}`)).body as { url: string }[]).map(({ url }) => url);
    expect(await list("status=404")).toEqual(["/Chime/Report/Nothing"]);
    expect(await list("route=chathistory")).toEqual([history]);
    expect(await list(`since=${emulator.requests()[1]!.number}`)).toEqual(["/Chime/Report/Nothing"]);
    expect(await control("GET", "requests?state=1")).toMatchObject({ status: 400 });
    expect(await control("GET", "requests?since=yesterday")).toMatchObject({ status: 400 });
    await control("DELETE", "requests");
    expect(await list("")).toEqual([]);
  });

  it("are no more than the latest thousand", () => {
    const recent = createRecentCalls();
    for (let at = 1; at <= 1010; at++) {
      recent.add({ at, method: "GET", url: "/", status: 200, rows: null, bytes: 0, milliseconds: 0, faults: [] });
    }
    expect([recent.list().length, recent.list()[0]!.number, recent.list().at(-1)!.number]).toEqual([1000, 11, 1010]);
  });

  it("are told as they are answered, until the emulator stops", async () => {
    const text = await withEmulator({ store: createDesk(), now }, async (followed) => {
      const stream = await fetch(`${followed.url}/_emulator/requests/stream?status=200`, {
        headers: { "X-Emulator-Token": followed.controlToken },
      });
      await call(followed.url, queues);
      await call(followed.url, "/Chime/Report/Nothing");
      await call(followed.url, history);
      await expect.poll(() => followed.requests().length).toBe(3);
      const closing = followed.close();
      const told = await stream.text();
      await closing;
      return told;
    });
    const events = text.split("\n\n").filter((event) => event !== "");
    expect(events.map((event) => /^id: \d+\ndata: \{.*"url":"([^"]*)"/.exec(event)?.[1])).toEqual([queues, history]);
  });
});

describe("snapshots", () => {
  it("are saved, listed, gone back to and removed", async () => {
    expect((await control("PUT", "snapshots/before")).body).toMatchObject({
      name: "before",
      savedAt: "2020-12-15T12:00:00.000Z",
    });
    const newKey = "22222222-aaaa-4aaa-8aaa-000000000001";
    replaceKey(emulator.store, people.manager, newKey, now);
    expect((await call(emulator.url, queues, { key: keys.manager })).status).toBe(401);
    expect(await control("POST", "snapshots/before/restore")).toEqual({ status: 200, body: { restored: "before" } });
    expect((await call(emulator.url, queues, { key: keys.manager })).status).toBe(200);
    expect((await call(emulator.url, queues, { key: newKey })).status).toBe(401);
    expect((await control("GET", "snapshots")).body).toMatchObject([{ name: "before" }]);
    expect(await control("DELETE", "snapshots/before")).toMatchObject({ status: 200 });
    expect((await control("GET", "snapshots")).body).toEqual([]);
  });

  it.each([
    ["POST", "snapshots/nothing/restore", 404, 'there is no snapshot "nothing"'],
    ["DELETE", "snapshots/nothing", 404, 'there is no snapshot "nothing"'],
    ["PUT", "snapshots/..%2Fdesk", 400, 'the snapshot\'s name is "../desk"'],
    ["PUT", "snapshots/.start", 400, "a letter or digit first"],
  ])("%s %s is %i", async (method, path, status, detail) => {
    expect(await control(method, path)).toMatchObject({
      status,
      body: { detail: expect.stringContaining(detail) as string },
    });
  });

  it("lose no row of the audit trail, and no caller keeps an answer from before", async () => {
    await emulator.snapshots.save("empty");
    const before = readAudit(emulator.store, 10_000).length;
    addChats(emulator.store, [{ id: 1, startedAt: now - 1, outcome: "missed" }]);
    const { headers } = await call(emulator.url, history);
    await emulator.snapshots.restore("empty");
    const again = await call(emulator.url, history, { headers: { "If-None-Match": headers.etag! } });
    expect([again.status, again.body]).toEqual([200, "[]\n"]);
    await expect.poll(() => readAudit(emulator.store, 10_000).length).toBe(before + 2);
    emulator.snapshots.remove("empty");
  });
});

describe("reset", () => {
  it("puts data, clock and faults back to how they were at the start, in milliseconds, and forgets the requests", async () => {
    addChats(emulator.store, [{ id: 1, startedAt: now, outcome: "missed" }]);
    emulator.clock.advance(1000);
    emulator.faults.set("slow");
    await call(emulator.url, "/");
    const startedAt = performance.now();
    expect(await control("POST", "reset")).toEqual({ status: 200, body: { reset: true } });
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect(emulator.store.connection.prepare("SELECT count(*) FROM chat").pluck().get()).toBe(0);
    expect(findKey(emulator.store, keys.manager)?.isValid).toBe(true);
    expect(emulator.clock.now()).toBe(now);
    expect(emulator.faults.read().rules).toEqual([]);
    expect(emulator.requests()).toEqual([]);
  });

  it("goes back to the faults that the emulator began with", async () => {
    await withEmulator({ faults: "maintenance" }, async ({ url, faults, reset }) => {
      const statuses: number[] = [];
      for (let number = 0; number < 4; number++) statuses.push((await call(url, "/Chime/Api/GetQueues")).status);
      faults.clear();
      await reset();
      statuses.push((await call(url, "/Chime/Api/GetQueues")).status);
      expect(statuses).toEqual([503, 503, 503, 200, 503]);
    });
  });

  it("without a state that was kept says how to have one", async () => {
    await withEmulator({ isResettable: false }, async ({ reset }) => {
      await expect(reset()).rejects.toThrow(SnapshotError);
      await expect(reset()).rejects.toThrow(
        "start without --no-reset (in a test: with isResettable), or restore a snapshot",
      );
    });
  });
});
