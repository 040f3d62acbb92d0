import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directories, reportNames, reports, routeOf } from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { replaceKey, type Store } from "../../../emulator/store/index.ts";
import { call as callOnce, type Answer } from "../desk-server.ts";
import { addChats, createDesk, keys, people } from "../fixture.ts";
import { beginVisit, signInAs } from "./admin/visit.ts";

const agent = new Agent({ keepAlive: true });
const call: typeof callOnce = (url, path, options) => callOnce(url, path, { agent, ...options });

const now = Date.UTC(2021, 0, 2);
const replaced = keys.reviewer;
const reviewer = "11111111-aaaa-4aaa-8aaa-0000000000ff";
let store: Store;
let emulator: Emulator;

beforeAll(async () => {
  store = createDesk();
  // Chats 1 and 3 in queue 1, chats 2 and 4 in queue 2, which the manager may not read.
  const plan = { startedAt: now - 60_000, outcome: "answered", question: "Where is it?", tagIds: [1] } as const;
  addChats(store, [
    { ...plan, id: 1 },
    { ...plan, id: 2, queueId: 2, question: "payslip-secret", guestId: 2 },
    { ...plan, id: 3 },
    { ...plan, id: 4, queueId: 2, question: "payslip-secret", guestId: 2 },
  ]);
  replaceKey(store, people.reviewer, reviewer, now);
  emulator = await createEmulator({ store, now });
});
afterAll(async () => {
  agent.destroy();
  await emulator.close();
});

const queueReports = reportNames.filter((name) => reports[name].scope === "queue").map(routeOf);
const globalReports = reportNames.filter((name) => reports[name].scope === "global").map(routeOf);
/** Every route that asks for a key. */
const keyed: readonly string[] = [
  ...directories.map(({ route }) => `/Chime/Report/${route}`),
  ...queueReports.map((route) => `${route}?queueId=1`),
  ...globalReports,
  "/Chime/Session/SessionDetails/1",
];
/** Every route that asks for the control token. */
const controlled: readonly (readonly [method: string, path: string])[] = [
  ["GET", "/_emulator/clock"],
  ["PUT", "/_emulator/clock"],
  ["POST", "/_emulator/clock"],
  ["GET", "/_emulator/faults"],
  ["PUT", "/_emulator/faults"],
  ["DELETE", "/_emulator/faults"],
  ["GET", "/_emulator/requests"],
  ["GET", "/_emulator/requests/stream"],
  ["GET", "/_emulator/snapshots"],
  ["PUT", "/_emulator/snapshots/a"],
  ["DELETE", "/_emulator/snapshots/a"],
  ["POST", "/_emulator/snapshots/a/restore"],
  ["POST", "/_emulator/reset"],
  ["GET", "/_emulator/nowhere"],
];
/** Every route of the pages and their JSON API that needs somebody signed in; the last column: administrators only. */
const signedIn: readonly (readonly [method: string, path: string, isForAdministrators: boolean])[] = [
  ...["", "/Queues", "/Queues/1", "/People", "/People/4", "/Reports"].map((path) => ["GET", path, false] as const),
  ...["/Audit", "/Settings", "/Settings/ApiKeys"].map((path) => ["GET", path, true] as const),
  ...["/Api/Me", "/Api/Overview", "/Api/Queues", "/Api/Queues/1", "/Api/People", "/Api/People/4"].map(
    (path) => ["GET", path, false] as const,
  ),
  ...["/Api/Keys", "/Api/Settings", "/Api/Audit", "/Api/Audit?csv=true"].map((path) => ["GET", path, true] as const),
  ["POST", "/Api/People/4/Key", true],
  ["DELETE", "/Api/People/4/Key", true],
  ["POST", "/Api/People/4/Archive", true],
  ["POST", "/Api/People/4/Restore", true],
  ["POST", "/People/4/GenerateKey", true],
  ["POST", "/People/4/RevokeKey", true],
  ["POST", "/People/4/Archive", true],
];

/** All that a caller sees of an answer. */
function seen({ status, headers, body }: Answer): unknown {
  return { status, headers: { ...headers, date: "" }, body };
}

describe("without a valid key", () => {
  const attempts: readonly (readonly [claim: string, headers: Readonly<Record<string, string>>])[] = [
    ["no key", {}],
    ["an unknown key", { Authorization: "Bearer 01234567-89ab-4cde-8f01-23456789abcd" }],
    ["a replaced key", { Authorization: `Bearer ${replaced}` }],
    ["a revoked key", { Authorization: `Bearer ${keys.revoked}` }],
    ["an archived person's key", { Authorization: `Bearer ${keys.archived}` }],
    ["half a key", { Authorization: `Bearer ${keys.administrator.slice(0, 18)}` }],
    ["a key in braces", { Authorization: `Bearer {${keys.administrator}}` }],
    ["a key without hyphens", { Authorization: `Bearer ${keys.administrator.replaceAll("-", "")}` }],
    ["two keys", { Authorization: `Bearer ${keys.administrator} ${keys.administrator}` }],
    ["a list of keys", { Authorization: `Bearer ${keys.administrator}, Bearer ${keys.administrator}` }],
    ["a key as Basic", { Authorization: `Basic ${Buffer.from(`${keys.administrator}:`).toString("base64")}` }],
    ["a key without a scheme", { Authorization: keys.administrator }],
    [
      "a key in another header",
      { "X-Api-Key": keys.administrator, "Proxy-Authorization": `Bearer ${keys.administrator}` },
    ],
    ["a key in a cookie", { Cookie: `Authorization=Bearer ${keys.administrator}` }],
    ["SQL in place of a key", { Authorization: "Bearer ' OR 1=1 --" }],
    ["a claim of a proxy", { "X-Forwarded-User": "administrator", "X-Original-URL": "/_emulator/ready" }],
  ];

  it.each(attempts)("%s: every route gives one same answer", async (_claim, headers) => {
    const expected = seen(await call(emulator.url, keyed[0]!, { key: null }));
    expect(expected).toMatchObject({ status: 401, headers: { "www-authenticate": "Bearer" } });
    for (const path of keyed)
      expect(seen(await call(emulator.url, path, { key: null, headers })), path).toEqual(expected);
  });

  it("a key in the address is not taken either", async () => {
    for (const name of ["key", "api_key", "access_token", "Authorization", "token"]) {
      const { status } = await call(emulator.url, `/Chime/Report/Queues?${name}=${keys.administrator}`, { key: null });
      expect(status).toBe(401);
    }
  });

  it("no route tells whether there is something behind it", async () => {
    const answers = await Promise.all(
      ["/Chime/Report/Queues", "/Chime/Report/Nothing", "/Chime/Session/SessionDetails/1", "/Chime/nothing/at/all"].map(
        async (path) => JSON.stringify(seen(await call(emulator.url, path, { key: null }))),
      ),
    );
    expect(new Set(answers).size).toBe(1);
  });
});

describe("an agent's key", () => {
  it("reads no report and no chat, and its directories are empty", async () => {
    for (const path of keyed) {
      const { status, body } = await call(emulator.url, path, { key: keys.agent });
      const isDirectory = /\/Get\w+Reports$/.test(path);
      expect([path, status]).toEqual([path, isDirectory ? 200 : path.includes("Session") ? 404 : 403]);
      if (isDirectory) expect(body).toBe("[]\n");
    }
  });
});

describe("a manager's key", () => {
  const forms = [
    ...[
      "queueId=2",
      "queueID=2",
      "QUEUEID=2",
      "queueid=2",
      "%71ueueId=2",
      "queueId=%32",
      "queueId=02",
      "queueId=0000000002",
    ],
    ...[
      "queueId=1&queueId=2",
      "queueId=2&queueId=1",
      "queueId=1&QUEUEID=2",
      "queueId[]=2",
      "queueId[0]=2",
      "queueId[$ne]=1",
    ],
    ...["queueId=1,2", "queueId=1;2", "queueId=1%2C2", "queueId=1%262", "queueId=2%00", "queueId=%2B2", "queueId=%202"],
    ...[
      "queueId=2.0",
      "queueId=2e0",
      "queueId=0x2",
      "queueId=-2",
      "queueId=*",
      "queueId=",
      "queueId",
      "queueId=2%20OR%201=1",
    ],
    ...["queueId=%EF%BC%92", "queueId=%D9%A2", "queue=2", "queueId=null", "queueId=undefined", "csv=true&queueId=2"],
    "queueId=2&zone=America/New_York&start=2020-11-01&csv=false",
  ];

  it.each(forms)("does not open another's queue by %s, at any report", async (query) => {
    for (const route of queueReports) {
      const { status, body } = await call(emulator.url, `${route}?${query}`, { key: keys.manager });
      expect([400, 403], `${route}: ${body}`).toContain(status);
      expect(body).not.toMatch(/payslip|Payroll|sessionId/);
    }
  });

  it("does not learn whether a queue exists: two numbers get the same answer, but for the number", async () => {
    for (const route of queueReports) {
      for (const suffix of ["", "&csv=true", "&zone=Mars/Base", "&start=never"]) {
        const [there, nowhere] = await Promise.all(
          [2, 9].map(async (id) =>
            seen(await call(emulator.url, `${route}?queueId=${id}${suffix}`, { key: keys.manager })),
          ),
        );
        expect(JSON.stringify(there).replaceAll("queueId is 2", "queueId is 9")).toBe(JSON.stringify(nowhere));
      }
    }
  });

  it("does not learn whether a chat exists", async () => {
    for (const query of ["", "?csv=true", "?zone=America/New_York"]) {
      const [there, nowhere] = await Promise.all(
        [2, 9].map(async (id) =>
          seen(await call(emulator.url, `/Chime/Session/SessionDetails/${id}${query}`, { key: keys.manager })),
        ),
      );
      expect(there).toMatchObject({ status: 404 });
      expect(JSON.stringify(there).replaceAll("session 2", "session 9")).toBe(JSON.stringify(nowhere));
    }
  });

  it("learns it from the time neither", async () => {
    const timeOf = async (path: string): Promise<number> => {
      const startedAt = performance.now();
      await call(emulator.url, path, { key: keys.manager });
      return performance.now() - startedAt;
    };
    const times: Record<2 | 9, number[]> = { 2: [], 9: [] };
    for (let round = 0; round < 60; round++) {
      for (const id of [2, 9] as const) {
        times[id].push(await timeOf(`/Chime/Report/ChatHistory?queueId=${id}`));
        times[id].push(await timeOf(`/Chime/Session/SessionDetails/${id}`));
      }
    }
    const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
    // Reading a large queue before refusing it would take longer than this; the network's own noise is above it.
    expect(Math.abs(median(times[2]) - median(times[9]))).toBeLessThan(2);
  });

  it("finds nothing of another's queue in any report over all queues", async () => {
    for (const route of globalReports) {
      for (const query of ["", "?csv=true", "?queueId=2", "?queueId=2&csv=true"]) {
        const { status, body } = await call(emulator.url, `${route}${query}`, { key: keys.manager });
        expect(status).toBe(200);
        expect(body, route).not.toMatch(/payslip|Payroll/);
      }
    }
  });

  it("gives no answer that was somebody else's: a tag of an administrator's answer is none of the manager's", async () => {
    for (const route of ["/Chime/Report/Queues", "/Chime/Report/QueueComparison?stop=2021-01-01T00:00:00Z"]) {
      const { headers } = await call(emulator.url, route);
      const { status } = await call(emulator.url, route, {
        key: keys.manager,
        headers: { "If-None-Match": headers.etag! },
      });
      expect(status).toBe(200);
    }
  });
});

describe("the control routes", () => {
  const attempts: readonly (readonly [claim: string, headers: () => Readonly<Record<string, string>>])[] = [
    ["no token", () => ({})],
    ["an administrator's key", () => ({ Authorization: `Bearer ${keys.administrator}` })],
    ["a wrong token", () => ({ "X-Emulator-Token": "x".repeat(emulator.controlToken.length) })],
    ["a part of the token", () => ({ "X-Emulator-Token": emulator.controlToken.slice(0, -1) })],
    ["the token and more", () => ({ "X-Emulator-Token": `${emulator.controlToken}x` })],
    ["the token in a cookie", () => ({ Cookie: `X-Emulator-Token=${emulator.controlToken}` })],
  ];

  it.each(attempts)("take no call with %s", async (_claim, headers) => {
    for (const [method, path] of controlled) {
      const { status } = await call(emulator.url, path, { key: null, method, headers: headers() });
      expect([method, path, status]).toEqual([method, path, 401]);
    }
  });

  it("are not opened by another site, and their token opens nothing else", async () => {
    const token = { "X-Emulator-Token": emulator.controlToken };
    const foreign = await call(emulator.url, "/_emulator/clock", {
      key: null,
      headers: { ...token, Host: "evil.example" },
    });
    expect(foreign.status).toBe(421);
    const headers = { Authorization: `Bearer ${emulator.controlToken}`, ...token };
    for (const path of keyed) expect((await call(emulator.url, path, { key: null, headers })).status).toBe(401);
  });
});

describe("the pages and their API", () => {
  const asNobody = [401, 302, 303, 403];
  const attempts: readonly (readonly [claim: string, headers: () => Promise<Readonly<Record<string, string>>>])[] = [
    ["no cookie", () => Promise.resolve({})],
    ["an administrator's key", () => Promise.resolve({ Authorization: `Bearer ${keys.administrator}` })],
    [
      "a cookie whose last character is another",
      async () => {
        const { cookie } = await signInAs(emulator.url, "administrator");
        return { Cookie: cookie.slice(0, -1) + (cookie.endsWith("A") ? "B" : "A") };
      },
    ],
    [
      "a cookie of somebody's own making",
      async () => {
        const { cookie } = await signInAs(emulator.url, "administrator");
        return { Cookie: `${cookie.split("=")[0]!}=1` };
      },
    ],
    [
      "the cookie of a session that was signed out",
      async () => {
        const visit = await signInAs(emulator.url, "administrator");
        const { cookie } = visit;
        await visit.send("/Api/SignOut", { method: "POST" });
        return { Cookie: cookie };
      },
    ],
  ];

  it.each(attempts)("let nobody in with %s", async (_claim, makeHeaders) => {
    const headers = await makeHeaders();
    for (const [method, path] of signedIn) {
      const { status, body } = await beginVisit(emulator.url).send(path, { method, headers });
      expect(asNobody, `${method} ${path}: ${status}`).toContain(status);
      expect(body).not.toMatch(/Payroll|O'manager|Service/);
    }
  });

  it("show a manager what is administrators' nowhere", async () => {
    const visit = await signInAs(emulator.url, "manager");
    for (const [method, path, isForAdministrators] of signedIn) {
      if (!isForAdministrators) continue;
      const { status } = await visit.send(path, { method });
      expect([method, path, status]).toEqual([method, path, 403]);
    }
    for (const path of ["/Queues/2", "/Api/Queues/2", "/Queues/9", "/Api/Queues/9"]) {
      expect((await visit.send(path)).status, path).toBe(404);
    }
  });

  it("change nothing for another site, though the browser sends the cookie along", async () => {
    const { cookie, token } = await signInAs(emulator.url, "administrator");
    const before = store.connection.prepare("SELECT * FROM key ORDER BY id").all();
    for (const [method, path] of signedIn.filter(([method]) => method !== "GET")) {
      for (const headers of [
        { Origin: "https://evil.example", "X-CSRF-Token": token },
        { "Sec-Fetch-Site": "cross-site", "X-CSRF-Token": token },
        {},
      ]) {
        const sent = { Cookie: cookie, ...headers } as Record<string, string>;
        const { status } = await beginVisit(emulator.url).send(path, {
          method,
          headers: sent,
          form: { confirm: "true" },
        });
        expect([path, headers, status]).toEqual([path, headers, 403]);
      }
    }
    expect(store.connection.prepare("SELECT * FROM key ORDER BY id").all()).toEqual(before);
  });
});
