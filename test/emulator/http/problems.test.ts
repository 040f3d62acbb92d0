import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmulator, problemKinds, type Emulator, type ProblemName } from "../../../emulator/http/index.ts";
import { call } from "../desk-server.ts";
import { createDesk, keys } from "../fixture.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ store: createDesk(), now: Date.UTC(2021, 5, 15) });
});
afterAll(async () => {
  await emulator.close();
});

const report = "/Chime/Report/InboundVsAnsweredChats";
const queues = "/Chime/Report/Queues";

type Case = {
  readonly name: string;
  readonly path?: string;
  readonly method?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly kind: ProblemName;
  readonly parameter?: string;
  /** A part of the detail. */
  readonly says?: string;
};

const cases: readonly Case[] = [
  { name: "no key", key: null, kind: "no-valid-key" },
  { name: "a key without a scheme", key: null, headers: { Authorization: keys.administrator }, kind: "no-valid-key" },
  {
    name: "another scheme",
    key: null,
    headers: { Authorization: `Basic ${keys.administrator}` },
    kind: "no-valid-key",
  },
  { name: "a malformed key", key: "not-a-guid", kind: "no-valid-key" },
  { name: "a key with more behind it", key: `${keys.administrator}0`, kind: "no-valid-key" },
  { name: "an unknown key", key: "00000000-0000-4000-8000-000000000000", kind: "no-valid-key" },
  { name: "a revoked key", key: keys.revoked, kind: "no-valid-key" },
  { name: "the key of an archived person", key: keys.archived, kind: "no-valid-key" },
  { name: "no key at an unknown report", path: "/Chime/Report/Nothing", key: null, kind: "no-valid-key" },
  { name: "an agent at a report", key: keys.agent, kind: "no-reports" },
  { name: "an agent at a global report", path: queues, key: keys.agent, kind: "no-reports" },
  {
    name: "a manager at another queue",
    path: `${report}?queueId=2`,
    key: keys.manager,
    kind: "queue-not-readable",
    parameter: "queueId",
    says: "queueId is 2",
  },
  {
    name: "a manager at a queue that is not there",
    path: `${report}?queueId=99`,
    key: keys.manager,
    kind: "queue-not-readable",
    parameter: "queueId",
    says: "queueId is 99",
  },
  {
    name: "an administrator at a queue that is not there",
    path: `${report}?queueId=99`,
    kind: "queue-not-found",
    parameter: "queueId",
    says: "queueId is 99",
  },
  { name: "no queueId", path: report, kind: "missing-parameter", parameter: "queueId" },
  ...["", "0", "-1", "1.5", "one", "1e1", "0x1", "9999999999999999"].map((value): Case => ({
    name: `queueId "${value}"`,
    path: `${report}?queueId=${value}`,
    kind: "invalid-parameter",
    parameter: "queueId",
    says: `"${value}"`,
  })),
  ...[
    "",
    "yesterday",
    "2020-02-30",
    "2020-13-01T00:00:00Z",
    "11/01/2020",
    "1604203200000",
    "0001-01-01",
    "2200-01-01",
  ].flatMap((value) =>
    (["start", "stop"] as const).map((parameter): Case => ({
      name: `${parameter} "${value}"`,
      path: `${report}?queueId=1&${parameter}=${value}`,
      kind: "invalid-parameter",
      parameter,
      says: `"${value}"`,
    })),
  ),
  {
    name: "a + that was not encoded",
    path: `${report}?queueId=1&start=2020-11-01T00:00:00+01:00`,
    kind: "invalid-parameter",
    parameter: "start",
    says: "%2B",
  },
  {
    name: "start after stop",
    path: `${report}?queueId=1&start=2020-11-01T00:00:00.001Z&stop=2020-11-01`,
    kind: "invalid-parameter",
    parameter: "start",
    says: "2020-11-01T00:00:00.001+00:00 is after 2020-11-01T00:00:00.000+00:00",
  },
  {
    name: "start after now",
    path: `${report}?queueId=1&start=2021-06-16`,
    kind: "invalid-parameter",
    parameter: "start",
    says: "which is now when left out",
  },
  {
    name: "start after stop in a global report",
    path: "/Chime/Report/QueueComparison?start=2020-11-02&stop=2020-11-01",
    kind: "invalid-parameter",
    parameter: "start",
  },
  ...["", "Mars/Olympus", "+01:00", "../etc/passwd", "Eastern Standard Time"].map((value): Case => ({
    name: `zone "${value}"`,
    path: `${report}?queueId=1&zone=${encodeURIComponent(value)}`,
    kind: "invalid-parameter",
    parameter: "zone",
    says: `"${value}"`,
  })),
  ...["", "yes", "1", "truee"].map((value): Case => ({
    name: `csv "${value}"`,
    path: `${report}?queueId=1&csv=${value}`,
    kind: "invalid-parameter",
    parameter: "csv",
    says: `"${value}"`,
  })),
  {
    name: "bad csv in a directory",
    path: "/Chime/Report/GetQueueBasicReports?csv=2",
    kind: "invalid-parameter",
    parameter: "csv",
  },
  {
    name: "queueId twice",
    path: `${report}?queueId=1&queueID=1`,
    kind: "repeated-parameter",
    parameter: "queueId",
    says: "2 times",
  },
  { name: "zone twice", path: `${queues}?zone=UTC&zone=UTC`, kind: "repeated-parameter", parameter: "zone" },
  { name: "an unknown report", path: "/Chime/Report/Nothing", kind: "report-not-found", says: '"Nothing"' },
  { name: "the name of a thing that every object has", path: "/Chime/Report/constructor", kind: "report-not-found" },
  { name: "an unknown session", path: "/Chime/Session/SessionDetails/7", kind: "session-not-found", says: "session 7" },
  { name: "a session's number that is none", path: "/Chime/Session/SessionDetails/x", kind: "route-not-found" },
  { name: "an unknown route of the status API", path: "/Chime/Api/Nothing", key: null, kind: "route-not-found" },
  { name: "an unknown route of the API", path: "/Chime/Nothing", kind: "route-not-found", says: '"/Chime/Nothing"' },
  { name: "an unknown route", path: "/nothing?a=1", kind: "route-not-found", says: '"/nothing"' },
  { name: "a path that is no UTF-8", path: "/Chime/Report/%E0%A4%A", kind: "route-not-found" },
  { name: "an unknown problem", path: "/problems/nothing", kind: "route-not-found" },
  { name: "POST to a report", method: "POST", kind: "method-not-allowed", says: "POST" },
  {
    name: "DELETE of a directory",
    method: "DELETE",
    path: "/Chime/Report/GetQueueBasicReports",
    kind: "method-not-allowed",
  },
  { name: "POST to the start page", method: "POST", path: "/", kind: "method-not-allowed" },
  { name: "POST to ready", method: "POST", path: "/_emulator/ready", kind: "method-not-allowed" },
  { name: "control with a key", path: "/_emulator/clock", kind: "no-control-token" },
  { name: "a long query", path: `${report}?queueId=1&x=${"y".repeat(8200)}`, kind: "url-too-long" },
  { name: "large headers", headers: { "X-Large": "y".repeat(17_000) }, kind: "headers-too-large" },
  { name: "another host's name", headers: { Host: "evil.example" }, kind: "host-not-served", says: '"evil.example"' },
];

describe("every way of failing is answered with a problem document", () => {
  it.each(cases)("$name: $kind", async ({ path = `${report}?queueId=1`, kind, parameter, says, ...options }) => {
    const answer = await call(emulator.url, path, options);
    const { status, title } = problemKinds[kind];
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    const document = JSON.parse(answer.body) as Record<string, unknown>;
    expect(document).toEqual({
      type: `/problems/${kind}`,
      title,
      status,
      detail: expect.stringContaining(says ?? "") as string,
      ...(parameter && { parameter }),
    });
    if (parameter) expect(document["detail"]).toContain(parameter);
  });

  it("is driven for every problem that a caller on this machine can cause", () => {
    // From another machine, by slowness, by broken HTTP and by a fault of the emulator: each has its own test elsewhere.
    const others: ProblemName[] = ["loopback-only", "request-timeout", "malformed-request", "internal-error"];
    // With the control token, and by rules for faults: beside the routers.
    others.push("snapshot-not-found", "invalid-body", "body-too-large", "too-many-requests", "unavailable");
    // By who is signed in, or is not: beside the pages.
    others.push("not-signed-in", "sign-in-refused", "too-many-sign-ins", "administrators-only", "cross-site-request");
    others.push("confirmation-needed", "person-not-ready");
    // By many calls at once, and from a recording: beside the limits and the recordings.
    others.push("too-busy", "not-recorded", "upstream-unreachable");
    const driven = new Set([...cases.map(({ kind }) => kind), ...others]);
    expect([...driven].toSorted()).toEqual(Object.keys(problemKinds).toSorted());
  });

  it("all refused keys get the same answer", async () => {
    const refused = cases.filter(({ kind, path }) => kind === "no-valid-key" && path === undefined);
    const answers = await Promise.all(
      refused.map(async ({ key, headers }) => {
        const {
          status,
          headers: sent,
          body,
        } = await call(emulator.url, `${report}?queueId=1`, {
          ...(key !== undefined && { key }),
          ...(headers && { headers }),
        });
        return JSON.stringify([status, { ...sent, date: "" }, body]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"www-authenticate":"Bearer"');
  });

  it("a queue that is hidden and one that is not there are told in the same words", async () => {
    const [hidden, missing] = await Promise.all(
      ["2", "3000"].map(async (id) => {
        const { headers, body } = await call(emulator.url, `${report}?queueId=${id}`, { key: keys.manager });
        return JSON.stringify([{ ...headers, date: "", "content-length": "" }, body.replaceAll(id, "?")]).replaceAll(
          id,
          "?",
        );
      }),
    );
    expect(hidden).toBe(missing);
  });

  it("a refused method is told which ones are taken", async () => {
    const { headers } = await call(emulator.url, report, { method: "PUT" });
    expect(headers.allow).toBe("GET, HEAD, OPTIONS");
  });

  it("every problem's type is the address of a page about it", async () => {
    for (const [kind, { title }] of Object.entries(problemKinds)) {
      const page = await call(emulator.url, `/problems/${kind}`, { key: null });
      expect([page.status, page.body.includes(`<h1>${title}</h1>`)]).toEqual([200, true]);
    }
  });
});
