import { request } from "node:http";
import { request as requestSecurely } from "node:https";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createEmulator, type Emulator, type FaultRule } from "../../../../emulator/http/index.ts";
import { readAudit } from "../../../../emulator/store/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { addChats, createDesk, keys } from "../../fixture.ts";

const now = Date.UTC(2021, 5, 15);
const history = "/Chime/Report/ChatHistory?queueId=1";
const queues = "/Chime/Report/Queues";
const manyChats = 1200;

const store = createDesk();
addChats(
  store,
  Array.from({ length: manyChats }, (_, index) => ({
    id: index + 1,
    startedAt: now - 1000,
    outcome: "missed" as const,
  })),
);
let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ store, now });
});
afterEach(() => {
  emulator.faults.clear();
});
afterAll(async () => {
  await emulator.close();
});

/** Puts one rule for every call in force. */
function meet(rule: FaultRule): void {
  emulator.faults.set({ seed: 1, rules: [rule] });
}

it("no fault is met unless it was asked for, and none after it was ended", async () => {
  const before = await call(emulator.url, queues);
  meet({ kind: "internal-error" });
  expect((await call(emulator.url, queues)).status).toBe(500);
  emulator.faults.clear();
  const { status, body } = await call(emulator.url, queues);
  expect([status, body]).toEqual([200, before.body]);
});

describe("a fault that answers in place of the emulator", () => {
  it.each<[FaultRule, number, string, Record<string, unknown>]>([
    [{ kind: "too-many-requests" }, 429, "too-many-requests", { "retry-after": "1" }],
    [{ kind: "too-many-requests", retryAfter: 7 }, 429, "too-many-requests", { "retry-after": "7" }],
    [{ kind: "unavailable" }, 503, "unavailable", {}],
    [{ kind: "unavailable", retryAfter: 0 }, 503, "unavailable", { "retry-after": "0" }],
    [{ kind: "internal-error" }, 500, "internal-error", {}],
    [{ kind: "no-valid-key" }, 401, "no-valid-key", { "www-authenticate": "Bearer" }],
  ])("%j is %i", async (rule, status, kind, headers) => {
    meet(rule);
    const answer = await call(emulator.url, queues);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ type: `/problems/${kind}`, status });
    expect(answer.headers).toMatchObject(headers);
    expect("retry-after" in answer.headers).toBe("retry-after" in headers);
    // What made it so is not for the caller to know.
    expect(JSON.stringify([answer.headers, answer.body])).not.toMatch(/rule|inject/);
  });

  it("says when to come again as a date, too", async () => {
    meet({ kind: "unavailable", retryAfter: 90, asDate: true });
    const { headers } = await call(emulator.url, queues);
    const inMs = Date.parse(headers["retry-after"]!) - Date.now();
    expect(inMs).toBeGreaterThan(80_000);
    expect(inMs).toBeLessThanOrEqual(90_000);
  });

  it("looks like the emulator's own answer to a key that was replaced", async () => {
    meet({ kind: "no-valid-key" });
    const faked = await call(emulator.url, queues);
    emulator.faults.clear();
    const real = await call(emulator.url, queues, { key: keys.revoked });
    expect(faked.body).toBe(real.body);
  });
});

describe("a fault of the connection", () => {
  it("resets it before the answer", async () => {
    meet({ kind: "reset" });
    await expect(call(emulator.url, queues)).rejects.toThrow(/ECONNRESET|socket hang up/);
  });

  it.each<[string, FaultRule]>([
    ["resets it in the body", { kind: "reset", afterBytes: 100 }],
    ["ends it in the body of a whole answer", { kind: "truncate", route: "Queues" }],
    ["ends it in the body of a long answer", { kind: "truncate", route: "ChatHistory" }],
    ["ends it in the body after so many bytes", { kind: "truncate", afterBytes: 1000 }],
  ])("%s", async (_name, rule) => {
    meet(rule);
    const path = rule.route === "Queues" ? queues : history;
    for (const coding of ["identity", "gzip"]) {
      await expect(call(emulator.url, path, { headers: { "Accept-Encoding": coding } })).rejects.toThrow(
        /aborted|ECONNRESET|socket hang up/,
      );
    }
  });

  it("lets as many bytes through as it says, and the audit trail tells them", async () => {
    meet({ kind: "truncate", afterBytes: 70_000 });
    const received = await new Promise<number>((resolve) => {
      let bytes = 0;
      request(emulator.url + history, { headers: { Authorization: `Bearer ${keys.administrator}` } }, (response) => {
        response.on("data", (chunk: Buffer) => (bytes += chunk.length));
        response.on("error", () => {
          resolve(bytes);
        });
      }).end();
    });
    expect(received).toBe(70_000);
    await expect.poll(() => readAudit(store, 1)[0]).toMatchObject({ status: 200, bytes: 70_000 });
  });

  it("promises the whole length of a whole answer and sends half of it", async () => {
    const whole = await call(emulator.url, queues);
    meet({ kind: "truncate" });
    const headers = await new Promise<Record<string, unknown>>((resolve) => {
      request(emulator.url + queues, { headers: { Authorization: `Bearer ${keys.administrator}` } }, (response) => {
        response.on("error", () => undefined);
        resolve(response.headers);
      }).end();
    });
    expect(headers["content-length"]).toBe(whole.headers["content-length"]);
  });
});

it.each<FaultRule>([{ kind: "reset" }, { kind: "reset", afterBytes: 20 }, { kind: "truncate" }])(
  "over HTTPS %j ends the connection, too",
  async (rule) => {
    await withEmulator(
      { store, now, https: true, faults: { seed: 1, rules: [rule] } },
      async ({ url, certificate }) => {
        const failure = await new Promise<Error>((resolve, reject) => {
          const headers = { Authorization: `Bearer ${keys.administrator}` };
          requestSecurely(url + queues, { ca: certificate, agent: false, headers }, (response) => {
            response.resume();
            response.on("error", resolve);
            response.on("end", () => {
              reject(new Error("the answer was whole"));
            });
          })
            .on("error", resolve)
            .end();
        });
        expect(failure.message).toMatch(/aborted|ECONNRESET|socket hang up/);
      },
    );
  },
);

describe("a fault of the body", () => {
  it.each([queues, history])("breaks off JSON so that it does not parse: %s", async (path) => {
    meet({ kind: "malformed" });
    const { status, body, headers } = await call(emulator.url, path, { headers: { "Accept-Encoding": "gzip" } });
    expect([status, headers["content-encoding"], headers.etag]).toEqual([200, undefined, undefined]);
    expect(body.length).toBeGreaterThan(10);
    expect(() => JSON.parse(body) as unknown).toThrow();
  });

  it("leaves a quote of CSV open", async () => {
    meet({ kind: "malformed" });
    const { status, body } = await call(emulator.url, `${history}&csv=true`);
    expect(status).toBe(200);
    expect(() => parse(body, { relaxColumnCount: true }) as unknown).toThrow(/Quote Not Closed/i);
  });

  it("puts text into a number column of the first row, and leaves the rest", async () => {
    const whole = JSON.parse((await call(emulator.url, history)).body) as Record<string, unknown>[];
    meet({ kind: "wrong-type" });
    const rows = JSON.parse((await call(emulator.url, history)).body) as Record<string, unknown>[];
    expect(rows.length).toBe(manyChats);
    expect(rows[0]).toEqual({ ...whole[0], sessionId: "n/a" });
    expect(rows.slice(1)).toEqual(whole.slice(1));
    const csv = parse<Record<string, string>>((await call(emulator.url, `${queues}?csv=true`)).body, { columns: true });
    expect(csv.map(({ queueId }) => queueId)).toEqual(["n/a", "2", "3"]);
  });

  it.each([queues, history])("sends none: %s", async (path) => {
    meet({ kind: "empty" });
    const { status, body, headers } = await call(emulator.url, path);
    expect([status, body]).toEqual([200, ""]);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  });

  it.each(["identity", "gzip"])("lets it come slowly, and whole, as %s", async (coding) => {
    const whole = await call(emulator.url, queues, { headers: { "Accept-Encoding": coding } });
    const bytes = Number(whole.headers["content-length"]);
    meet({ kind: "drip", bytesPerSecond: bytes * 2 });
    const startedAt = performance.now();
    const slow = await call(emulator.url, queues, { headers: { "Accept-Encoding": coding } });
    expect(slow.body).toBe(whole.body);
    expect(performance.now() - startedAt).toBeGreaterThan(350);
  });

  it("of many pieces comes slowly and whole", async () => {
    const whole = await call(emulator.url, history);
    meet({ kind: "drip", bytesPerSecond: 50_000_000 });
    expect((await call(emulator.url, history)).body).toBe(whole.body);
  });

  it("is spoilt for a caller, too, who has the answer already", async () => {
    const { headers } = await call(emulator.url, queues);
    meet({ kind: "malformed" });
    const { status } = await call(emulator.url, queues, { headers: { "If-None-Match": headers.etag! } });
    expect(status).toBe(200);
  });
});

describe("latency", () => {
  it("lets the answer wait, and adds up", async () => {
    emulator.faults.set({
      seed: 1,
      rules: [{ kind: "latency", ms: 100 }, { kind: "latency", ms: 50 }, { kind: "unavailable" }],
    });
    const startedAt = performance.now();
    expect((await call(emulator.url, queues)).status).toBe(503);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(149);
    expect(emulator.requests().at(-1)).toMatchObject({ faults: ["latency", "latency", "unavailable"], status: 503 });
  });

  it("ends when the caller leaves", async () => {
    meet({ kind: "latency", ms: 60_000 });
    const sent = request(emulator.url + queues);
    sent.on("error", () => undefined);
    sent.end();
    await expect.poll(() => emulator.faults.read().rules[0]?.fired).toBe(1);
    sent.destroy();
    await expect.poll(() => emulator.requests().at(-1)).toMatchObject({ status: 499, faults: ["latency"] });
  });
});

it("an old build has no SessionDetails, tells its number, and answers reports as ever", async () => {
  meet({ kind: "old-build" });
  const session = await call(emulator.url, "/Chime/Session/SessionDetails/1");
  expect([session.status, session.headers["x-chime-build"]]).toEqual([404, "3.1.577"]);
  const report = await call(emulator.url, queues);
  expect([report.status, report.headers["x-chime-build"]]).toEqual([200, "3.1.577"]);
});

it("of several rules the first that fires answers, and each counts its own calls", async () => {
  emulator.faults.set({
    seed: 1,
    rules: [
      { kind: "unavailable", when: { every: 2 } },
      { kind: "internal-error", when: { every: 3 } },
    ],
  });
  const statuses: number[] = [];
  for (let number = 1; number <= 6; number++) statuses.push((await call(emulator.url, queues)).status);
  expect(statuses).toEqual([200, 503, 500, 503, 200, 503]);
  expect(emulator.faults.read().rules).toMatchObject([
    { calls: 6, fired: 3 },
    { calls: 6, fired: 2 },
  ]);
});

it("pages, preflights, the start page and control meet no fault", async () => {
  meet({ kind: "internal-error" });
  const statuses = await Promise.all([
    call(emulator.url, "/Chime/Admin"),
    call(emulator.url, "/chime/ADMIN/People"),
    call(emulator.url, queues, { method: "OPTIONS", headers: { Origin: "https://bi.example" } }),
    call(emulator.url, "/"),
    call(emulator.url, "/_emulator/ready"),
  ]);
  expect(statuses.map(({ status }) => status)).not.toContain(500);
  expect(emulator.faults.read().rules[0]).toMatchObject({ calls: 0 });
});

it("the same plan and the same calls give the same answers, request by request, in another emulator", async () => {
  const run = async (seed: number) =>
    withEmulator(
      {
        store: createDesk(),
        now,
        faults: {
          seed,
          rules: [
            { kind: "unavailable", when: { rate: 0.4 } },
            { kind: "no-valid-key", route: "Queues", when: { rate: 0.3 } },
          ],
        },
      },
      async ({ url }) => {
        const statuses: number[] = [];
        for (let number = 0; number < 30; number++) {
          statuses.push((await call(url, number % 3 === 0 ? queues : history)).status);
        }
        return statuses.join(" ");
      },
    );
  const first = await run(7);
  expect(new Set(first.split(" "))).toEqual(new Set(["200", "401", "503"]));
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
});
