import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { createEmulator } from "../../../emulator/http/index.ts";
import { openStore, readAudit } from "../../../emulator/store/index.ts";
import { call, withEmulator } from "../desk-server.ts";
import { addChats, createDesk, keys, type ChatPlan } from "../fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-emulator-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = Date.UTC(2021, 5, 15);
const many = (count: number): ChatPlan[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    startedAt: at + index,
    outcome: "missed",
    question: "q".repeat(200),
  }));

const headers = { Authorization: `Bearer ${keys.administrator}` };
const history = "/Chime/Report/ChatHistory?queueId=1&start=2021-06-15&stop=2021-06-16";

describe("starting", () => {
  it("takes a free port on loopback when nothing is said, and answers at its address", async () => {
    await withEmulator({}, async ({ url, port }) => {
      expect(url).toBe(`http://127.0.0.1:${port}`);
      expect((await call(url, "/")).status).toBe(200);
    });
  });

  it("is ready as soon as it is there, and says so", async () => {
    await withEmulator({ now: at }, async ({ url }) => {
      const { status, body } = await call(url, "/_emulator/ready", { key: null });
      expect(status).toBe(200);
      expect(JSON.parse(body)).toEqual({ ready: true, build: "3.1.578", now: "2021-06-15T00:00:00.000Z" });
    });
  });

  it.each([
    ["::1", /^http:\/\/\[::1\]:\d+$/],
    ["localhost", /^http:\/\/localhost:\d+$/],
    ["0.0.0.0", /^http:\/\/127\.0\.0\.1:\d+$/],
  ])("on %s its address is %s", async (host, address) => {
    await withEmulator({ host }, async ({ url }) => {
      expect(url).toMatch(address);
      expect((await call(url, "/_emulator/ready")).status).toBe(200);
    });
  });

  it("on a port in use says so, and leaves the file closed", async () => {
    await withEmulator({}, async ({ port }) => {
      const file = join(folder, "in-use.sqlite");
      await expect(createEmulator({ file, port })).rejects.toThrow(
        `cannot listen on 127.0.0.1:${port}: the port is in use; stop the other program, or choose another port (0 takes a free one)`,
      );
      rmSync(file);
    });
  });

  it("on a host that is not this machine says so", async () => {
    await expect(createEmulator({ host: "192.0.2.77" })).rejects.toThrow(
      "cannot listen on 192.0.2.77:0: the host is not",
    );
  });

  it("the clock may stand still, or be moved by its owner", async () => {
    let now = at;
    await withEmulator({ store: createDesk(), now: () => now }, async ({ url }) => {
      const lastDay = async () => {
        const { body } = await call(url, "/Chime/Report/InboundVsAnsweredChats?queueId=1");
        return (JSON.parse(body) as { date: string }[]).at(-1)?.date;
      };
      expect(await lastDay()).toBe("2021-06-15");
      now += 86_400_000;
      expect(await lastDay()).toBe("2021-06-16");
    });
  });
});

describe("stopping", () => {
  it("closes a store of its own and leaves another's open", async () => {
    const own = await createEmulator({ file: join(folder, "own.sqlite") });
    await own.close();
    expect(own.store.connection.open).toBe(false);
    const store = createDesk();
    const other = await createEmulator({ store });
    await other.close();
    expect(store.connection.open).toBe(true);
  });

  it("a second time waits for the first", async () => {
    const emulator = await createEmulator();
    const [first, second] = [emulator.close(), emulator.close()];
    expect(second).toBe(first);
    await first;
    await expect(call(emulator.url, "/")).rejects.toThrow("ECONNREFUSED");
  });

  it("does not wait for idle connections", async () => {
    const emulator = await createEmulator({ store: createDesk() });
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) => {
      get(emulator.url, { agent }, (response) => response.resume().on("end", resolve));
    });
    const before = performance.now();
    await emulator.close();
    expect(performance.now() - before).toBeLessThan(1000);
    agent.destroy();
  });

  it("lets an answer under way end, and records it", async () => {
    const store = createDesk();
    addChats(store, many(20_000));
    const emulator = await createEmulator({ store });
    const response = await new Promise<IncomingMessage>((resolve) => {
      get(`${emulator.url}${history}`, { headers }, resolve);
    });
    const closed = emulator.close();
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk as string;
    await closed;
    expect((JSON.parse(text) as unknown[]).length).toBe(20_000);
    expect(readAudit(store, 1)).toMatchObject([{ status: 200, rows: 20_000 }]);
  });

  it("cuts a caller who does not read, after two seconds", async () => {
    const store = createDesk();
    addChats(store, many(30_000));
    const emulator = await createEmulator({ store });
    const response = await new Promise<IncomingMessage>((resolve) => {
      get(`${emulator.url}${history}`, { headers }, resolve);
    });
    response.on("error", () => undefined);
    const before = performance.now();
    await emulator.close();
    expect(performance.now() - before).toBeGreaterThan(1900);
    expect(performance.now() - before).toBeLessThan(4000);
    expect(readAudit(store, 1)).toMatchObject([{ status: 200 }]);
  });
});

describe("streaming", () => {
  const open = (url: string): Promise<IncomingMessage> =>
    new Promise((resolve) => {
      get(`${url}${history}`, { headers }, resolve);
    });

  it("a long report arrives whole", async () => {
    const store = createDesk();
    addChats(store, many(50_000));
    await withEmulator({ store }, async ({ url }) => {
      let bytes = 0;
      let lines = 0;
      for await (const chunk of await open(url)) {
        bytes += (chunk as Buffer).length;
        lines += (chunk as Buffer).filter((byte) => byte === 10).length;
      }
      expect(lines).toBe(50_002);
      expect(bytes).toBeGreaterThan(30e6);
    });
  });

  it("a caller who does not read holds the report back, and others are answered meanwhile", async () => {
    const store = createDesk();
    addChats(store, many(50_000));
    await withEmulator({ store }, async ({ url }) => {
      const response = await open(url);
      await wait(300);
      expect((await call(url, "/Chime/Report/Queues")).status).toBe(200);
      await wait(300);
      response.destroy();
    });
    const held = readAudit(store, 2).find(({ route }) => route.endsWith("ChatHistory"))!;
    // Of more than 30 MB and 50,000 rows: what the two ends of the connection buffer, a few MB.
    expect(held.bytes).toBeGreaterThan(0);
    expect(held.bytes).toBeLessThan(15e6);
    expect(held.rows).toBeLessThan(25_000);
  });

  it("a fault in mid-answer cuts the connection, so that the part is not taken for the whole", async () => {
    const store = createDesk();
    addChats(store, many(20_000));
    const errors: unknown[] = [];
    await withEmulator({ store, onError: (error) => errors.push(error) }, async ({ url }) => {
      const outcome = await new Promise<string>((resolve) => {
        get(`${url}${history}`, { headers }, (response) => {
          response.once("readable", () => {
            store.connection.exec("ALTER TABLE survey RENAME TO elsewhere; ALTER TABLE elsewhere DROP COLUMN comment");
            response.resume();
          });
          response.on("end", () => {
            resolve("whole");
          });
          response.on("error", ({ message }) => {
            resolve(message);
          });
        });
      });
      expect(outcome).toBe("aborted");
      expect(errors.length).toBe(1);
    });
  });

  it("a fault before the answer is a problem that tells callers nothing of it", async () => {
    const store = createDesk();
    store.connection.exec("PRAGMA foreign_keys = OFF; DROP TABLE survey");
    const errors: unknown[] = [];
    await withEmulator({ store, onError: (error) => errors.push(error) }, async ({ url }) => {
      const { status, body } = await call(url, history);
      expect(status).toBe(500);
      expect(JSON.parse(body)).toMatchObject({
        type: "/problems/internal-error",
        detail: "the emulator failed to answer",
      });
      expect(errors.map(String)).toEqual([expect.stringContaining("no such table")]);
    });
  });
});

it("a store that another program writes is served as it is at each call", async () => {
  const file = join(folder, "two.sqlite");
  createDesk(file).close();
  await withEmulator({ file }, async ({ url }) => {
    const other = openStore(file);
    other.connection.prepare("UPDATE queue SET name = 'Renamed' WHERE id = 2").run();
    other.close();
    expect((await call(url, "/Chime/Report/Queues")).body).toContain('"queueName":"Renamed"');
  });
});
