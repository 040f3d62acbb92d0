import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  directories,
  parametersOf,
  reportNames,
  reports,
  routeOf,
  type ReportName,
} from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { call, type Answer } from "../desk-server.ts";
import { addChats, createDesk, keys, people, type ChatPlan } from "../fixture.ts";

const start = Date.parse("2020-11-01T04:00:00.000Z");
const november = "start=2020-11-01T04:00:00.000Z&stop=2020-12-01T04:59:59.999Z";
const minute = 60_000;
const outcomes = ["answered", "answered", "abandoned", "missed", "deflected", "leftBot"] as const;

/** Chats in queues 1 and 2, every half an hour through November; the words of queue 2 are nowhere else. */
const plans = Array.from({ length: 1440 }, (_, index): ChatPlan => ({
  id: index + 1,
  queueId: (index % 2) + 1,
  startedAt: start + index * 30 * minute,
  outcome: outcomes[index % outcomes.length]!,
  waitMs: (index % 90) * 1000 + 1,
  connectedMs: index * 1000,
  agentId: index % 3 === 0 ? people.agent : people.otherAgent,
  ...(index % 4 === 0 && { rating: (index % 5) + 1, comment: 'So "so", said\r\nshe' }),
  tagIds: index % 7 === 0 ? [1, 2, 3] : [],
  guestId: index % 3 === 0 ? 1 : 2,
  transfers: index % 5 === 0 ? 1 : 0,
  files: index % 4 === 0 ? 2 : 0,
  question: index % 2 === 0 ? "Für, was;\n“das”? 🙂 The printer prints blank pages since monday" : "secret of payroll",
  offers: [{ personId: people.agent, response: "accepted" }],
}));

let emulator: Emulator;
beforeAll(async () => {
  const store = createDesk();
  addChats(store, plans);
  store.connection.exec(`
    UPDATE chat SET entryPoint = iif(id % 3 = 0, 'Teams', 'Web client'), intent =
      CASE id % 5 WHEN 0 THEN 'printer' WHEN 1 THEN 'sign-in' END;
    UPDATE transfer SET fromPersonId = 8, toPersonId = 4 WHERE chatId % 3 = 0;
    INSERT INTO message SELECT id, 1, startedAt, 'bot', NULL, 'Hello' FROM chat;
    INSERT INTO message SELECT id, 2, startedAt + 1, 'bot', NULL, 'And?' FROM chat WHERE id % 3 = 0;`);
  emulator = await createEmulator({ store, now: Date.parse("2020-12-15T12:00:00Z") });
});
afterAll(async () => {
  await emulator.close();
});

const get = (path: string, key?: string): Promise<Answer> => call(emulator.url, path, key === undefined ? {} : { key });
type Cells = Record<string, string | number | boolean | null>;
const rowsOf = ({ body }: Answer): Cells[] => JSON.parse(body) as Cells[];

describe("the report of the vendor's post", () => {
  const path = `/Chime/Report/InboundVsAnsweredChats?queueId=1&${november}&csv=true`;

  it("has 30 rows in New York and 31 in UTC, with the same chats in both", async () => {
    const [utc, local] = await Promise.all([get(path), get(`${path}&zone=America/New_York`)]);
    const table = ({ body }: Answer) => parse<{ inbound: number }>(body, { columns: true, cast: true });
    const sum = (answer: Answer) => table(answer).reduce((total, { inbound }) => total + inbound, 0);
    expect([table(utc).length, table(local).length]).toEqual([31, 30]);
    expect([sum(utc), sum(local)]).toEqual([480, 480]);
  });

  it("is CSV as RFC 4180 has it, offered as a file", async () => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toBe('attachment; filename="InboundVsAnsweredChats.csv"');
    expect(body.startsWith("date,inbound,answered,abandoned,missed,deflected\r\n2020-11-01,")).toBe(true);
    expect(body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(body.endsWith("\r\n")).toBe(true);
  });

  it("is the same with names in any case", async () => {
    const [exact, folded] = await Promise.all([
      get(path),
      get(
        `/CHIME/report/inboundvsansweredchats?QUEUEID=1&START=2020-11-01T04:00:00.000Z&Stop=2020-12-01T04:59:59.999Z&CSV=True`,
      ),
    ]);
    expect(folded.body).toBe(exact.body);
  });

  it("a parameter that nobody knows changes nothing", async () => {
    expect((await get(`${path}&_=1604203200000`)).body).toBe((await get(path)).body);
  });
});

describe("JSON and CSV tell the same", () => {
  it.each(reportNames)("%s", async (name) => {
    const { columns } = reports[name];
    const path = `${routeOf(name)}?queueId=1&zone=America/New_York&${november}`;
    const [json, csv] = await Promise.all([get(path), get(`${path}&csv=true`)]);
    expect(json.headers["content-type"]).toBe("application/json; charset=utf-8");
    const [header, ...records] = parse(csv.body);
    expect(header).toEqual(columns.map((column) => column.name));
    const rows = rowsOf(json);
    expect(rows.length).toBeGreaterThan(1);
    expect(records).toEqual(rows.map((row) => Object.values(row).map((cell) => (cell === null ? "" : String(cell)))));
    for (const row of rows) expect(Object.keys(row)).toEqual(header);
  });

  it("instants are in the asked zone, with its offset of that instant, and dates are days", async () => {
    const path = `/Chime/Report/ChatHistory?queueId=1&zone=America/New_York&${november}`;
    const rows = rowsOf(await get(path));
    expect(rows[0]).toMatchObject({
      startedAt: "2020-11-01T00:00:00.000-04:00",
      queuedAt: "2020-11-01T00:00:05.000-04:00",
    });
    expect(rows.at(-1)).toMatchObject({ startedAt: "2020-11-30T22:00:00.000-05:00", queuedAt: null });
    expect(rows.map(({ sessionId }) => sessionId)).toEqual(
      plans.filter(({ queueId }) => queueId === 1).map(({ id }) => id),
    );
  });
});

describe("the window", () => {
  const days = async (query: string): Promise<unknown[]> =>
    rowsOf(await get(`/Chime/Report/InboundVsAnsweredChats?queueId=1&${query}`)).map(({ date }) => date);

  it.each([
    ["without start and stop: seven days up to now", "", "2020-12-08", "2020-12-15", 8],
    ["without start: seven days before stop", "stop=2020-11-10", "2020-11-03", "2020-11-10", 8],
    ["without stop: up to now", "start=2020-12-14", "2020-12-14", "2020-12-15", 2],
    ["one instant", "start=2020-11-10&stop=2020-11-10", "2020-11-10", "2020-11-10", 1],
    [
      "a date is its start in the zone",
      "start=2020-11-10&stop=2020-11-11&zone=Asia/Tokyo",
      "2020-11-10",
      "2020-11-11",
      2,
    ],
    [
      "without an offset: in the zone",
      "start=2020-11-10T23:30:00&stop=2020-11-11T00:30:00&zone=Asia/Tokyo",
      "2020-11-10",
      "2020-11-11",
      2,
    ],
    [
      "with an offset: as it says",
      "start=2020-11-10T23:30:00%2B09:00&stop=2020-11-10T14:30:00Z",
      "2020-11-10",
      "2020-11-10",
      1,
    ],
  ])("%s", async (_, query, first, last, count) => {
    const found = await days(query);
    expect([found[0], found.at(-1), found.length]).toEqual([first, last, count]);
  });
});

describe("a key sees the queues of its person only", () => {
  const everywhere = [...reportNames.map(routeOf), ...directories.map(({ route }) => routeOf(route))];

  it.each(everywhere)("a manager at %s", async (route) => {
    for (const csv of ["false", "true"]) {
      const { status, body } = await get(`${route}?queueId=1&${november}&csv=${csv}`, keys.manager);
      expect(status).toBe(200);
      expect(body).not.toMatch(/payroll/i);
      if (csv === "true" || !body.includes('"queueId":')) continue;
      expect(new Set((JSON.parse(body) as { queueId: number }[]).map(({ queueId }) => queueId))).toEqual(new Set([1]));
    }
  });

  it.each([
    ["administrator", [1, 2, 3]],
    ["reviewer", [1, 2]],
    ["manager", [1]],
  ] as const)("%s reads of queues %j", async (name, queueIds) => {
    for (const route of ["Queues", "QueueComparison"]) {
      const rows = rowsOf(await get(routeOf(route), keys[name]));
      expect(rows.map(({ queueId }) => queueId)).toEqual(queueIds);
    }
  });

  it("an agent's directories are empty", async () => {
    for (const { route } of directories) {
      expect(rowsOf(await get(routeOf(route), keys.agent))).toEqual([]);
      const csv = await get(`${routeOf(route)}?csv=true`, keys.agent);
      expect(csv.body).toBe("name,title,description,category,scope,route,parameters\r\n");
    }
  });

  it("a role that is taken away counts from the next call on", async () => {
    const { connection } = emulator.store;
    const path = `/Chime/Report/ChatHistory?queueId=2&${november}`;
    expect((await get(path, keys.reviewer)).status).toBe(200);
    connection.prepare("DELETE FROM queue_role WHERE personId = ? AND queueId = 2").run(people.reviewer);
    expect((await get(path, keys.reviewer)).status).toBe(403);
    connection.prepare("INSERT INTO queue_role VALUES (2, ?, 'Reviewer', 1)").run(people.reviewer);
  });
});

describe("the directories", () => {
  it("list every report of the catalogue once, as the catalogue has it", async () => {
    const entries = (await Promise.all(directories.map(({ route }) => get(routeOf(route))))).flatMap(rowsOf);
    expect(entries.map(({ name }) => name).toSorted()).toEqual(reportNames.toSorted());
    for (const entry of entries) {
      const report = reports[entry["name"] as ReportName];
      const { name, title, description, category, scope, columns } = report;
      expect(entry).toEqual({
        name,
        title,
        description,
        category,
        scope,
        route: `/Chime/Report/${name}`,
        parameters: parametersOf(report),
        columns: columns.map((column) => ({
          name: column.name,
          type: column.kind,
          unit: "unit" in column ? column.unit : null,
          description: column.description,
        })),
      });
    }
  });

  it("as CSV have a row a report", async () => {
    const { body, headers } = await get("/Chime/Report/GetQueueAgentReports?csv=true");
    expect(headers["content-disposition"]).toBe('attachment; filename="GetQueueAgentReports.csv"');
    const listed = reportNames.map((name) => reports[name]).filter(({ category }) => category === "agent");
    expect(parse(body, { columns: true })).toEqual(
      listed.map(({ name, title, description, category, scope }) => ({
        name,
        title,
        description,
        category,
        scope,
        route: routeOf(name),
        parameters: "start stop csv queueId zone",
      })),
    );
  });
});

describe("HEAD", () => {
  it.each([
    ["/Chime/Report/Queues", 200],
    ["/Chime/Report/ChatHistory", 400],
    ["/", 200],
  ])("%s answers %i without a body", async (path, status) => {
    const answer = await call(emulator.url, path, { method: "HEAD" });
    expect([answer.status, answer.body]).toEqual([status, ""]);
    expect(answer.headers["content-type"]).toBe((await get(path)).headers["content-type"]);
  });
});
