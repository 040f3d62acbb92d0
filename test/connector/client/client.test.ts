import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChimeProblem, createClient, type Client, type ClientOptions } from "../../../connector/client/index.ts";
import { directories, reportNames, reports, routeOf, sessionRoute } from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { call } from "../../emulator/desk-server.ts";
import { keys, people } from "../../emulator/fixture.ts";
import { createFullDesk, now } from "./desk.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ store: createFullDesk(), now });
});
afterAll(async () => {
  await emulator.close();
  emulator.store.close();
});

function connect(options: Partial<ClientOptions> = {}): Client {
  return createClient({ url: emulator.url, key: keys.administrator, now: () => now, retries: { most: 0 }, ...options });
}

const zone = "America/New_York";
const range = "previous month";
const november = "start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z&zone=America/New_York";

describe("the rows of a report", () => {
  it.each(reportNames)("%s are those of the emulator, one by one and all at once", async (name) => {
    const { scope, isWindowed, columns } = reports[name];
    const query = { ...(scope === "queue" && { queueId: 1 }), ...(isWindowed && { range }), zone };
    // The catalogue's names in a loop have no types of their own.
    const rows = connect().report(name, query as never);
    const { body } = await call(emulator.url, `${routeOf(name)}?queueId=1&${november}`);
    const expected = JSON.parse(body) as object[];
    const all = await rows.toArray();
    expect(all).toEqual(expected);
    const oneByOne: object[] = [];
    for await (const row of rows) oneByOne.push(row);
    expect(oneByOne).toEqual(expected);
    expect(rows.columns).toBe(columns);
    for (const row of all) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
  });

  it("keep the asked zone's clock in instants, which Date reads", async () => {
    const [first] = await connect().report("ChatHistory", { queueId: 1, range, zone }).toArray();
    expect(first!.startedAt).toBe("2020-11-01T00:00:00.000-04:00");
    expect(new Date(first!.startedAt).toISOString()).toBe("2020-11-01T04:00:00.000Z");
    expect(first!.question).toBe('So "so", said\r\nshe');
  });

  it("tell an empty text from none", async () => {
    emulator.store.connection.prepare("UPDATE survey SET comment = '' WHERE chatId = 1").run();
    const rows = await connect().report("ChatHistory", { queueId: 1, range, zone }).toArray();
    expect(rows.slice(0, 2).map(({ comment }) => comment)).toEqual(["", null]);
  });

  it("are fetched by nobody who does not read them", () => {
    const client = connect({ fetch: () => Promise.reject(new Error("called")) });
    expect(client.report("Queues").columns).toHaveLength(reports.Queues.columns.length);
  });
});

describe("the window", () => {
  const dates = async (query: object, options: Partial<ClientOptions> = {}): Promise<string> => {
    const rows = await connect(options)
      .report("InboundVsAnsweredChats", { queueId: 1, ...query })
      .toArray();
    return `${rows[0]!.date} ${rows.at(-1)!.date}`;
  };

  it.each([
    ["is Chime's own without a range", {}, "2020-12-08 2020-12-15"],
    ["is a named range in the zone", { range: "previous month", zone }, "2020-11-01 2020-11-30"],
    ["takes hyphens for spaces", { range: "last-3-days" }, "2020-12-13 2020-12-15"],
    [
      "takes a date as all of its day",
      { range: { start: "2020-11-05", stop: "2020-11-07" }, zone },
      "2020-11-05 2020-11-07",
    ],
    [
      "takes a local time",
      { range: { start: "2020-11-05T23:30", stop: "2020-11-06T00:30" }, zone },
      "2020-11-05 2020-11-06",
    ],
    [
      "takes Dates",
      { range: { start: new Date("2020-11-06T04:30:00Z"), stop: new Date("2020-11-06T05:30:00Z") }, zone },
      "2020-11-05 2020-11-06",
    ],
    [
      "without a start begins seven days before its stop",
      { range: { stop: "2020-11-10T00:00Z" } },
      "2020-11-03 2020-11-10",
    ],
    ["without a stop lasts until now", { range: { start: "2020-12-14" } }, "2020-12-14 2020-12-15"],
  ])("%s", async (_claim, query, expected) => {
    expect(await dates(query)).toBe(expected);
  });

  it("takes the client's zone and first day of a week", async () => {
    const query = { range: "previous week" };
    expect(await dates(query, { zone: "Asia/Tokyo", weekStart: "sunday" })).toBe("2020-12-06 2020-12-12");
    expect(await dates(query)).toBe("2020-12-07 2020-12-13");
  });
});

describe("a query that could not be meant is refused before a call", () => {
  it.each([
    ["an unknown range", "ChatHistory", { queueId: 1, range: "last moon" }, 'no date range "last moon"'],
    [
      "a bound that is no instant",
      "ChatHistory",
      { queueId: 1, range: { start: "soon" } },
      'start is no ISO-8601 date or date-time: "soon"',
    ],
    [
      "an invalid Date",
      "ChatHistory",
      { queueId: 1, range: { stop: new Date(Number.NaN) } },
      "stop is an invalid Date",
    ],
    ["a queue that is no number", "ChatHistory", { queueId: 0 }, "0 is no number of a queue"],
    ["an unknown zone", "ChatHistory", { queueId: 1, range: "today", zone: "Mars/Base" }, 'unknown zone "Mars/Base"'],
  ] as const)("%s", (_claim, name, query, why) => {
    expect(() => connect().report(name, query as never)).toThrow(why);
  });

  it.each([
    ["no address", { url: "chime.example.com" }, '"chime.example.com" is no http or https address'],
    ["an address with a password", { url: "https://a:b@example.com" }, "has a user, a query or a fragment"],
    ["an empty key", { key: "" }, "the key is empty"],
    ["a key with a line break", { key: "a\r\nX-Other: 1" }, "the key is empty or has characters"],
  ])("%s", (_claim, options, why) => {
    expect(() => connect(options)).toThrow(why);
  });
});

describe("a refusal", () => {
  it.each([
    ["of an unknown key", "22222222-aaaa-4aaa-8aaa-000000000000", 1, 401, "/problems/no-valid-key"],
    ["of a queue that one may not see", keys.manager, 2, 403, "/problems/queue-not-readable"],
    ["of a queue that there is not", keys.administrator, 99, 404, "/problems/queue-not-found"],
  ])("%s is a ChimeProblem", async (_claim, key, queueId, status, type) => {
    const failure: unknown = await connect({ key })
      .report("ChatHistory", { queueId })
      .toArray()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ChimeProblem);
    expect(failure).toMatchObject({ status, type });
  });

  it("of a parameter names it", async () => {
    const query = { queueId: 1, zone: "Mars/Base" };
    await expect(connect().report("ChatHistory", query).toArray()).rejects.toMatchObject({
      status: 400,
      parameter: "zone",
    });
  });
});

describe("the directories", () => {
  it.each(directories)("$category lists its reports as the catalogue has them", async ({ category }) => {
    const listed = await connect().directory(category);
    const expected = reportNames.filter((name) => reports[name].category === category);
    expect(listed.map(({ name }) => name)).toEqual(expected);
    for (const { name, route, columns } of listed) {
      expect(route).toBe(routeOf(name));
      expect(columns.map((column) => [column.name, column.type])).toEqual(
        reports[name as (typeof reportNames)[number]].columns.map((column) => [column.name, column.kind]),
      );
    }
  });

  it("are empty for an agent", async () => {
    expect(await connect({ key: keys.agent }).directory("basic")).toEqual([]);
  });
});

describe("one chat", () => {
  it("has its facts and lists as the emulator answers them", async () => {
    const session = await connect().session(1, { zone });
    const { body } = await call(emulator.url, `${sessionRoute}/1?zone=${zone}`);
    expect(session).toEqual(JSON.parse(body));
    expect(session).toMatchObject({
      sessionId: 1,
      startedAt: "2020-11-01T00:00:00.000-04:00",
      queueName: 'Service "Desk"',
    });
    expect(session.transcript.map(({ sender, text }) => `${sender}: ${text}`)).toEqual([
      'guest: So "so", said\r\nshe',
      "bot: Have you tried again?",
      "agent: Für; “das” 🙂",
    ]);
    expect(session.offers.map(({ agentId, response }) => [agentId, response])).toEqual([[people.agent, "accepted"]]);
  });

  it("that is hidden is refused as one that is not there", async () => {
    const refusal = { name: "ChimeProblem", status: 404, type: "/problems/session-not-found" };
    await expect(connect({ key: keys.manager }).session(2)).rejects.toMatchObject(refusal);
    await expect(connect().session(999_999)).rejects.toMatchObject(refusal);
  });

  it("has a whole number", async () => {
    await expect(connect().session(1.5)).rejects.toThrow("1.5 is no number of a chat");
  });
});

describe("the status API", () => {
  it("tells the queues of now", async () => {
    const { status } = connect();
    const queues = await status.queues();
    expect(queues.map(({ id, queueName }) => [id, queueName])).toEqual([
      [1, 'Service "Desk"'],
      [2, "Payroll"],
      [3, "Empty"],
    ]);
    for (const { id, ...live } of queues) {
      expect(await status.queueInfo(id)).toEqual({ queueID: id, ...live });
      expect(await status.isQueueAvailable(id)).toBe(live.isAvailable);
      const { averageWaitTime, longestWaitTime } = live;
      expect(await status.queueWaitTime(id)).toEqual({ averageWaitTime, longestWaitTime });
    }
  });

  it("refuses a queue that there is not", async () => {
    await expect(connect().status.queueInfo(99)).rejects.toMatchObject({ status: 404 });
  });
});
