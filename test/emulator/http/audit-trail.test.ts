import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { createAuditTrail } from "../../../emulator/http/audit-trail.ts";
import { createEmulator } from "../../../emulator/http/index.ts";
import { redact } from "../../../emulator/http/record-calls.ts";
import { listKeys, readAudit, type AuditRow } from "../../../emulator/store/index.ts";
import { call, withEmulator } from "../desk-server.ts";
import { addChats, createDesk, keys, people } from "../fixture.ts";

const now = Date.UTC(2021, 5, 15);
const unknown = "abcdefab-1234-4123-8123-abcdefabcdef";

describe("the audit trail", () => {
  it("has a row for every call, refused ones included", async () => {
    const store = createDesk();
    addChats(store, [{ id: 1, startedAt: now - 1000, outcome: "missed" }]);
    await withEmulator({ store, now }, async ({ url }) => {
      const agent = { "User-Agent": "test" };
      await call(url, "/Chime/Report/ChatHistory?queueId=1&zone=Europe/Berlin", { key: keys.manager, headers: agent });
      await call(url, "/Chime/Report/ChatHistory?queueId=2", { key: keys.manager });
      await call(url, "/Chime/Report/Queues", { key: keys.revoked });
      await call(url, "/Chime/Report/Queues", { key: unknown });
      await call(url, "/Chime/Report/Queues", { key: null });
      await call(url, "/Chime/Report/Queues", { key: null, method: "OPTIONS" });
      await call(url, "/", { key: null, headers: { Host: "evil.example" } });
      await call(url, "/_emulator/ready");
    });
    const rows = readAudit(store, 100).toReversed();
    expect(
      rows.map(({ method, route, status, personId, keyLastFour, rows }) => [
        method,
        route,
        status,
        personId,
        keyLastFour,
        rows,
      ]),
    ).toEqual([
      ["GET", "/Chime/Report/ChatHistory", 200, people.manager, "0002", 1],
      ["GET", "/Chime/Report/ChatHistory", 403, people.manager, "0002", null],
      ["GET", "/Chime/Report/Queues", 401, people.revoked, "0006", null],
      ["GET", "/Chime/Report/Queues", 401, null, "cdef", null],
      ["GET", "/Chime/Report/Queues", 401, null, null, null],
      ["OPTIONS", "/Chime/Report/Queues", 204, null, null, null],
      ["GET", "/", 421, null, null, null],
      ["GET", "/_emulator/ready", 200, null, null, null],
    ]);
    expect(rows[0]).toMatchObject({
      at: now,
      query: "queueId=1&zone=Europe/Berlin",
      address: "127.0.0.1",
      userAgent: "test",
    });
    expect(rows[0]!.milliseconds).toBeGreaterThan(0);
  });

  it("tells the bytes of the body and the rows that were sent", async () => {
    const store = createDesk();
    addChats(
      store,
      Array.from({ length: 700 }, (_, index) => ({ id: index + 1, startedAt: now, outcome: "missed" as const })),
    );
    const body = await withEmulator({ store, now }, async ({ url }) => {
      const answer = await call(url, "/Chime/Report/ChatHistory?queueId=1");
      await call(url, "/Chime/Report/ChatHistory?queueId=1", { method: "HEAD" });
      return answer.body;
    });
    expect(readAudit(store, 2)).toMatchObject([
      { method: "HEAD", bytes: 0 },
      { method: "GET", bytes: Buffer.byteLength(body), rows: 700 },
    ]);
    expect(body.length).toBeGreaterThan(200_000);
  });

  it("is written while the emulator runs, without waiting for its end", async () => {
    const store = createDesk();
    await withEmulator({ store, now }, async ({ url }) => {
      await call(url, "/Chime/Report/Queues");
      await expect.poll(() => readAudit(store, 10).length).toBe(1);
    });
  });

  it("notes when a key was last accepted, and not when it was refused", async () => {
    const store = createDesk();
    await withEmulator({ store, now }, async ({ url }) => {
      await call(url, "/Chime/Report/Queues", { key: keys.manager });
      await call(url, "/Chime/Report/Queues", { key: keys.archived });
    });
    const used = listKeys(store).filter(({ lastUsedAt }) => lastUsedAt !== null);
    expect(used.map(({ login, lastUsedAt }) => [login, lastUsedAt])).toEqual([["manager", now]]);
  });

  it("never holds a key, wherever a caller puts it", async () => {
    const store = createDesk();
    const encoded = `%31${keys.administrator.slice(1).replaceAll("-", "%2D")}`;
    await withEmulator({ store }, async ({ url }) => {
      for (const key of [
        keys.administrator,
        encoded,
        keys.administrator.replaceAll("-", ""),
        keys.administrator.toUpperCase(),
      ]) {
        await call(url, `/Chime/Report/Queues?key=${key}&${key}=1`, { headers: { "User-Agent": keys.administrator } });
        await call(url, `/Chime/Report/${key}`);
        await call(url, `/${"x".repeat(1980)}${key}`);
      }
    });
    const text = JSON.stringify(readAudit(store, 100));
    expect(readAudit(store, 100).length).toBe(12);
    expect(text).not.toMatch(/11111111-?aaaa|%31|%2D/i);
    expect(text).toContain("key=…0001");
  });

  it("has a row for what was no HTTP at all", async () => {
    const store = createDesk();
    await withEmulator({ store, now }, async ({ port }) => {
      const answer = await new Promise<string>((resolve, reject) => {
        let text = "";
        const socket = connect(port, "127.0.0.1", () => socket.write("nonsense\r\n\r\n"));
        socket.on("data", (data) => (text += data.toString()));
        socket.on("end", () => {
          resolve(text);
        });
        socket.on("error", reject);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
      expect(answer).toContain('"type":"/problems/malformed-request"');
    });
    expect(readAudit(store, 10)).toMatchObject([{ status: 400, method: "-", address: "127.0.0.1" }]);
  });

  it("has a row for an answer that the caller broke off", async () => {
    const store = createDesk();
    addChats(
      store,
      Array.from({ length: 20_000 }, (_, index) => ({ id: index + 1, startedAt: now, outcome: "missed" as const })),
    );
    await withEmulator({ store, now }, async ({ url }) => {
      await new Promise<void>((resolve) => {
        const sent = request(
          `${url}/Chime/Report/ChatHistory?queueId=1`,
          { headers: { Authorization: `Bearer ${keys.administrator}` } },
          (response) => {
            response.once("data", () => {
              response.destroy();
              resolve();
            });
          },
        );
        sent.end();
      });
    });
    const [row] = readAudit(store, 1);
    expect(row).toMatchObject({ status: 200, personId: people.administrator });
    expect(row!.rows).toBeLessThan(20_000);
  });
});

describe("a batch", () => {
  const row: AuditRow = {
    at: now,
    personId: null,
    keyLastFour: null,
    method: "GET",
    route: "/",
    query: "",
    status: 200,
    rows: null,
    bytes: 0,
    milliseconds: 1,
    address: "",
    userAgent: "",
  };

  it("is written as soon as it has 200 calls", () => {
    const store = createDesk();
    const trail = createAuditTrail(store, () => undefined);
    for (let added = 1; added <= 450; added++) {
      trail.add(row);
      expect(readAudit(store, 1000).length).toBe(Math.floor(added / 200) * 200);
    }
    trail.close();
    expect(readAudit(store, 1000).length).toBe(450);
  });

  it("that could not be written is kept, reported and written later", () => {
    const store = createDesk();
    const errors: unknown[] = [];
    const trail = createAuditTrail(store, (error) => errors.push(error));
    store.connection.exec("ALTER TABLE audit RENAME TO elsewhere");
    for (let added = 1; added <= 200; added++) trail.add(row);
    expect(errors.map(String)).toEqual([expect.stringContaining("the audit trail could not be written")]);
    store.connection.exec("ALTER TABLE elsewhere RENAME TO audit");
    trail.close();
    expect(readAudit(store, 1000).length).toBe(200);
  });
});

it("a stopped emulator has lost no call", async () => {
  const store = createDesk();
  const emulator = await createEmulator({ store });
  await Promise.all(Array.from({ length: 230 }, () => call(emulator.url, "/Chime/Report/Queues")));
  await emulator.close();
  expect(readAudit(store, 1000).length).toBe(230);
});

it.each([
  ["no key here", "no key here"],
  [`a ${unknown} b`, "a …cdef b"],
  [unknown.replaceAll("-", ""), "…cdef"],
  [`${unknown}${unknown}`, "…cdef…cdef"],
  ["a?".repeat(1500), "a?".repeat(1000)],
])("of %j the audit trail keeps no key and no more than 2,000 characters", (text, kept) => {
  expect(redact(text)).toBe(kept);
});
