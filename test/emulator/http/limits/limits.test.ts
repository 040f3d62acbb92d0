import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { createRateMeter } from "../../../../emulator/http/limits/rate-meter.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { addChats, createDesk, keys } from "../../fixture.ts";

const now = Date.UTC(2021, 0, 1);
const path = "/Chime/Report/Queues";

describe("a limit of calls a second", () => {
  it("lets a key have so many at once, and tells the others when to come back", async () => {
    await withEmulator({ store: createDesk(), limits: { callsPerSecond: 2 } }, async ({ url }) => {
      const answers = [];
      for (let made = 0; made < 4; made++) answers.push(await call(url, path));
      expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.headers["retry-after"]).toBe("1");
      expect(JSON.parse(refused.body)).toMatchObject({
        type: "/problems/too-many-requests",
        detail: expect.stringContaining("2 a second") as string,
      });
    });
  });

  it("is each key's own, and each address's without a key; pages are left alone", async () => {
    await withEmulator({ store: createDesk(), limits: { callsPerSecond: 0.01 } }, async ({ url }) => {
      const status = async (key: string | null, at = path) => (await call(url, at, { key })).status;
      expect(await status(keys.manager)).toBe(200);
      expect(await status(keys.manager)).toBe(429);
      expect(await status(keys.manager.toUpperCase())).toBe(429);
      expect(await status(keys.reviewer)).toBe(200);
      expect(await status(null)).toBe(401);
      expect(await status(null)).toBe(429);
      expect(await status(null, "/chime/api/GetQueues")).toBe(429);
      expect(await status(null, "/")).toBe(200);
      expect(await status(null, "/_emulator/ready")).toBe(200);
    });
  });

  it("gives the allowance back with time", () => {
    const meter = createRateMeter(2);
    expect([0, 0, 0, 250, 500, 500, 10_000, 10_000, 10_000].map((at) => meter.take("a", at))).toEqual([
      0, 0, 500, 250, 0, 500, 0, 0, 500,
    ]);
  });

  it("below one a second lets one through, then waits", () => {
    const meter = createRateMeter(0.5);
    expect([0, 0, 1000, 2000].map((at) => meter.take("a", at))).toEqual([0, 2000, 1000, 0]);
  });

  it("does not remember callers for ever", () => {
    const meter = createRateMeter(1);
    for (let caller = 0; caller < 30_000; caller++) meter.take(String(caller), 0);
    expect(meter.size()).toBe(10_000);
    meter.take("late", 60_000);
    expect(meter.size()).toBe(1);
  });
});

it("more calls under way than are taken together are refused, and taken again afterwards", async () => {
  const store = createDesk();
  // More than the connection's buffers hold: the answer is under way as long as nobody reads it.
  const question = "x".repeat(2000);
  addChats(
    store,
    Array.from({ length: 8000 }, (_, index) => ({
      id: index + 1,
      startedAt: now,
      outcome: "missed" as const,
      question,
    })),
  );
  await withEmulator({ store, now, limits: { concurrentCalls: 1 } }, async ({ url, port }) => {
    const slow = connect(port, "127.0.0.1", () => {
      const key = `Authorization: Bearer ${keys.administrator}`;
      slow.write(`GET /Chime/Report/ChatHistory?queueId=1 HTTP/1.1\r\nHost: localhost\r\n${key}\r\n\r\n`);
    });
    await expect.poll(async () => (await call(url, path)).status).toBe(503);
    const { headers, body } = await call(url, "/");
    expect([headers["retry-after"], JSON.parse(body)]).toMatchObject(["1", { type: "/problems/too-busy" }]);
    slow.destroy();
    await expect.poll(async () => (await call(url, path)).status).toBe(200);
  });
});

it("a request that takes too long to arrive is refused", async () => {
  await withEmulator({ store: createDesk(), limits: { requestTimeoutMs: 300 } }, async ({ port }) => {
    const answer = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: localh"));
      socket.on("data", (data) => (text += data.toString()));
      socket.on("close", () => {
        resolve(text);
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"type":"/problems/request-timeout"');
  });
});
