import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { session, sessionRoute, type SessionList } from "../../../emulator/catalogue/index.ts";
import { createEmulator, type Emulator } from "../../../emulator/http/index.ts";
import { hasSessionDetails } from "../../../emulator/http/session-router.ts";
import { call, withEmulator } from "../desk-server.ts";
import { addChats, createDesk, keys, people } from "../fixture.ts";

const startedAt = Date.parse("2020-11-01T05:59:59.500Z");
const question = 'Für, "was"?\r\n🙂 مرحبا';

let emulator: Emulator;
beforeAll(async () => {
  const store = createDesk();
  addChats(store, [
    {
      id: 1,
      startedAt,
      outcome: "answered",
      question,
      rating: 4,
      comment: "so, so",
      tagIds: [1, 3],
      transfers: 2,
      files: 1,
      offers: [
        { personId: people.otherAgent, response: "ignored" },
        { personId: people.agent, response: "accepted" },
      ],
    },
    { id: 2, queueId: 2, startedAt, outcome: "deflected" },
  ]);
  const message = store.connection.prepare("INSERT INTO message VALUES (1, ?, ?, ?, ?, ?)");
  message.run(1, startedAt, "guest", null, question);
  message.run(2, startedAt + 1000, "bot", null, "Let me see");
  message.run(3, startedAt + 20_000, "agent", people.agent, "Hello");
  emulator = await createEmulator({ store });
});
afterAll(async () => {
  await emulator.close();
});

const get = (path: string, key: string = keys.administrator) => call(emulator.url, path, { key });

describe("SessionDetails", () => {
  it("has the cells and lists of the catalogue, in its order", async () => {
    const { status, headers, body } = await get(`${sessionRoute}/1`);
    expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    const answer = JSON.parse(body) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual([
      ...session.columns.map(({ name }) => name),
      ...Object.values(session.lists).map(({ name }) => name),
    ]);
    for (const { name, columns } of Object.values<SessionList>(session.lists)) {
      const rows = answer[name] as Record<string, unknown>[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    }
    expect(answer).toMatchObject({ sessionId: 1, question, outcome: "answered", rating: 4, comment: "so, so" });
  });

  it("begins with what ChatHistory says of the chat", async () => {
    const details = JSON.parse((await get(`${sessionRoute}/1`)).body) as Record<string, unknown>;
    const history = await get("/Chime/Report/ChatHistory?queueId=1&start=2020-11-01&stop=2020-11-02");
    const [row] = JSON.parse(history.body) as Record<string, unknown>[];
    expect(details).toMatchObject(row!);
  });

  it("writes every instant in the asked zone, on both sides of a clock change", async () => {
    const { body } = await get(`${sessionRoute}/1?ZONE=America/New_York`);
    expect(JSON.parse(body)).toMatchObject({
      startedAt: "2020-11-01T01:59:59.500-04:00",
      queuedAt: "2020-11-01T01:00:04.500-05:00",
      transcript: [
        { sentAt: "2020-11-01T01:59:59.500-04:00" },
        { sentAt: "2020-11-01T01:00:00.500-05:00" },
        { sentAt: "2020-11-01T01:00:19.500-05:00", agentId: people.agent },
      ],
    });
  });

  it("as CSV is the chat's own cells in one row", async () => {
    const { headers, body } = await get(`${sessionRoute}/1?csv=true`);
    expect(headers["content-disposition"]).toBe('attachment; filename="Session-1.csv"');
    const [header, ...rows] = parse(body);
    expect(header).toEqual(session.columns.map(({ name }) => name));
    const details = JSON.parse((await get(`${sessionRoute}/1`)).body) as Record<string, string | number | null>;
    expect(rows).toEqual([header!.map((name) => String(details[name] ?? ""))]);
  });

  it("of a chat that the bot solved has empty lists", async () => {
    expect(JSON.parse((await get(`${sessionRoute}/2`)).body)).toMatchObject({
      agentId: null,
      offers: [],
      transcript: [],
      tagList: [],
      transferList: [],
      fileList: [],
    });
  });

  it("hides a chat of a queue that the person may not see as if it were not there", async () => {
    const problem = async (id: number, key: string) => {
      const { status, headers, body } = await get(`${sessionRoute}/${id}`, key);
      return [status, headers["content-type"], body.replaceAll(String(id), "N")];
    };
    expect((await get(`${sessionRoute}/1`, keys.manager)).status).toBe(200);
    const unknown = await problem(3, keys.manager);
    expect(unknown[0]).toBe(404);
    expect(await problem(2, keys.manager)).toEqual(unknown);
    for (const id of [1, 2, 3]) expect(await problem(id, keys.agent)).toEqual(unknown);
    expect(await problem(3, keys.administrator)).toEqual(unknown);
  });

  it.each(["0", "-1", "1.0", "one", "1e0", "%31%20", "99999999999999999999", ""])(
    "%j is no chat's number: 404",
    async (id) => {
      const { status, headers } = await get(`${sessionRoute}/${id}`);
      expect([status, headers["content-type"]]).toEqual([404, "application/problem+json; charset=utf-8"]);
    },
  );

  it.each([
    ["zone=Mars", 400],
    ["csv=2", 400],
    ["start=nonsense&stop=&queueId=x", 200],
  ])("?%s answers %i", async (query, status) => {
    expect((await get(`${sessionRoute}/1?${query}`)).status).toBe(status);
  });

  it("is matched without regard to case", async () => {
    const [exact, folded] = [await get(`${sessionRoute}/1`), await get("/chime/SESSION/sessiondetails/1?CSV=FALSE")];
    expect(folded.body).toBe(exact.body);
  });
});

it.each([
  ["3.1.577", false],
  ["3.1.578", true],
  ["3.1.579", true],
  ["3.1.1000", true],
  ["3.1.578.0", true],
  ["3.1.99", false],
  ["3.1", false],
  ["3.2", true],
  ["3", false],
  ["4", true],
  ["10.0.0", true],
  ["2.9.999", false],
])("build %s has SessionDetails: %s", (build, has) => {
  expect(hasSessionDetails(build)).toBe(has);
});

it("a build before the first with SessionDetails answers as for a route that is not there", async () => {
  await withEmulator({ store: createDesk(), build: "3.1.577" }, async ({ url }) => {
    const [gone, unknown] = [await call(url, `${sessionRoute}/1`), await call(url, "/Chime/Session/Other/1")];
    expect([gone.status, gone.headers["x-chime-build"]]).toEqual([404, "3.1.577"]);
    expect(gone.body.replace("SessionDetails", "Other")).toBe(unknown.body);
    expect((await call(url, "/openapi.json")).body).not.toContain("SessionDetails/{SessionID}");
  });
});
