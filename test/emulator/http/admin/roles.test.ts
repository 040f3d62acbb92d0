import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmulator, type Emulator } from "../../../../emulator/http/index.ts";
import { readAudit } from "../../../../emulator/store/index.ts";
import { addChats, createDesk, keys, people } from "../../fixture.ts";
import { call } from "../../desk-server.ts";
import { beginVisit, signInAs, type Visit } from "./visit.ts";

const now = Date.UTC(2021, 5, 15, 12);
let emulator: Emulator;
let visits: Readonly<Record<"administrator" | "manager" | "reviewer" | "nobody", Visit>>;
beforeAll(async () => {
  const store = createDesk();
  addChats(store, [
    { id: 1, queueId: 1, startedAt: now - 3000, outcome: "answered" },
    { id: 2, queueId: 2, startedAt: now - 2000, outcome: "missed" },
  ]);
  emulator = await createEmulator({ store, now });
  const { url } = emulator;
  visits = {
    administrator: await signInAs(url, "administrator"),
    manager: await signInAs(url, "manager"),
    reviewer: await signInAs(url, "reviewer"),
    nobody: beginVisit(url),
  };
});
afterAll(async () => {
  await emulator.close();
});

/** The manager manages queue 1 and is an agent of queue 2; the reviewer reviews both; queue 9 and person 99 are not there. */
const table: readonly (readonly [
  method: string,
  path: string,
  ...statuses: readonly [administrator: number, manager: number, reviewer: number, nobody: number],
])[] = [
  ["GET", "", 200, 200, 200, 303],
  ["GET", "/Queues", 200, 200, 200, 303],
  ["GET", "/Queues/1", 200, 200, 200, 303],
  ["GET", "/Queues/2", 200, 404, 200, 303],
  ["GET", "/queues/2", 200, 404, 200, 303],
  ["GET", "/Queues/9", 404, 404, 404, 303],
  ["GET", "/Queues/1%2F..%2F2", 404, 404, 404, 303],
  ["GET", "/Queues/../Queues/2", 404, 404, 404, 303],
  ["GET", "/Reports", 200, 200, 200, 303],
  ["GET", "/Reports?queueId=2", 200, 400, 200, 303],
  ["GET", "/Reports?report=Queues", 200, 200, 200, 303],
  ["GET", "/People", 200, 200, 200, 303],
  ["GET", `/People/${people.agent}`, 200, 200, 404, 303],
  ["GET", `/People/${people.administrator}`, 200, 404, 404, 303],
  ["GET", "/People/99", 404, 404, 404, 303],
  ["GET", "/Settings", 200, 403, 403, 303],
  ["GET", "/Settings/ApiKeys", 200, 403, 403, 303],
  ["GET", "/Audit", 200, 403, 403, 303],
  ["GET", "/Nothing", 404, 404, 404, 303],
  ["POST", `/People/${people.agent}/GenerateKey`, 200, 403, 403, 401],
  ["POST", `/People/${people.agent}/RevokeKey`, 200, 403, 403, 401],
  ["POST", `/People/${people.agent}/Archive`, 200, 403, 403, 401],
  ["POST", `/People/${people.agent}/Restore`, 409, 403, 403, 401],
  ["POST", "/People/99/GenerateKey", 404, 403, 403, 401],
  ["POST", "", 405, 405, 405, 401],
  ["GET", "/Api/Me", 200, 200, 200, 401],
  ["GET", "/Api/Overview", 200, 200, 200, 401],
  ["GET", "/Api/Queues", 200, 200, 200, 401],
  ["GET", "/Api/Queues/1", 200, 200, 200, 401],
  ["GET", "/Api/Queues/2", 200, 404, 200, 401],
  ["GET", "/API/QUEUES/2", 200, 404, 200, 401],
  ["GET", "/Api/Queues/9", 404, 404, 404, 401],
  ["GET", "/Api/Queues/x", 404, 404, 404, 401],
  ["GET", "/Api/People", 200, 200, 200, 401],
  ["GET", `/Api/People/${people.agent}`, 200, 200, 404, 401],
  ["GET", `/Api/People/${people.wellKnown}`, 200, 404, 404, 401],
  ["GET", "/Api/People/99", 404, 404, 404, 401],
  ["POST", `/Api/People/${people.agent}/Key`, 409, 403, 403, 401],
  ["DELETE", `/Api/People/${people.otherAgent}/Key`, 409, 403, 403, 401],
  ["GET", `/Api/People/${people.agent}/Key`, 405, 403, 403, 401],
  ["POST", `/Api/People/${people.administrator}/Archive`, 409, 403, 403, 401],
  ["POST", `/Api/People/${people.agent}/Restore`, 409, 403, 403, 401],
  ["GET", "/Api/Keys", 200, 403, 403, 401],
  ["GET", "/Api/Settings", 200, 403, 403, 401],
  ["GET", "/Api/Audit", 200, 403, 403, 401],
  ["GET", "/Api/Audit?csv=true", 200, 403, 403, 401],
  ["GET", "/Api/Audit?status=abc", 400, 403, 403, 401],
  ["GET", "/Api/Reports/InboundVsAnsweredChats?queueId=1", 200, 200, 200, 401],
  ["GET", "/Api/Reports/InboundVsAnsweredChats?queueId=2", 200, 403, 200, 401],
  ["GET", "/Api/Reports/InboundVsAnsweredChats?QUEUEID=2", 200, 403, 200, 401],
  ["GET", "/Api/Reports/InboundVsAnsweredChats?queueId=9", 404, 403, 403, 401],
  ["GET", "/Api/Reports/Queues", 200, 200, 200, 401],
  ["GET", "/Api/Nothing", 404, 404, 404, 401],
  ["PUT", "/Api/Me", 405, 405, 405, 401],
];

describe("who may do what", () => {
  it.each(table)("%s %s: administrator %i, manager %i, reviewer %i, nobody %i", async (method, path, ...statuses) => {
    const answers = await Promise.all(
      Object.values(visits).map(async (visit) => (await visit.send(path, { method })).status),
    );
    expect(answers).toEqual(statuses);
  });

  it.each(["agent", "archived", "nobody", "", "4", "'; DROP TABLE person; --"])("%j cannot sign in", async (login) => {
    const visit = beginVisit(emulator.url);
    const { status, body } = await visit.send("/Api/SignIn", { json: { login } });
    expect([status, JSON.parse(body), visit.cookie]).toMatchObject([401, { type: "/problems/sign-in-refused" }, ""]);
  });

  it("a key opens no page, and a session no report of the API", async () => {
    const withKey = await call(emulator.url, "/Chime/Admin/Api/Me", { key: keys.administrator });
    const withCookie = await call(emulator.url, "/Chime/Report/Queues", {
      key: null,
      headers: { Cookie: visits.administrator.cookie },
    });
    expect([withKey.status, withCookie.status]).toEqual([401, 401]);
  });

  it("a manager is told of a hidden queue and of one that is not there in the same words", async () => {
    const words = async (path: string, id: string): Promise<string> => {
      const { status, headers, body } = await visits.manager.send(path + id);
      const said = body.replaceAll(`/${id}&quot;`, "/?").replaceAll(`/${id}\\"`, "/?").replaceAll(`is ${id}:`, "is ?:");
      return JSON.stringify([status, { ...headers, date: "" }, said]);
    };
    for (const path of ["/Queues/", "/Api/Queues/", "/People/", "/Api/Reports/ChatHistory?queueId="]) {
      expect(await words(path, "7")).toBe(await words(path, "9"));
    }
    for (const path of ["/Queues/", "/Api/Queues/", "/Api/Reports/ChatHistory?queueId="]) {
      expect(await words(path, "2")).toBe(await words(path, "9"));
    }
  });

  it("a manager sees the people of the managed queues, their roles there, and nothing of keys", async () => {
    const { body } = await visits.manager.send("/Api/People");
    const seen = JSON.parse(body) as { login: string; roles: { queueId: number }[]; account?: unknown }[];
    expect(seen.map(({ login }) => login).toSorted()).toEqual(["agent", "manager", "otherAgent", "reviewer"]);
    expect(seen.flatMap(({ roles }) => roles).filter(({ queueId }) => queueId !== 1)).toEqual([]);
    expect(body).not.toMatch(/lastFour|hasPassword|Payroll/);
    const { body: page } = await visits.manager.send("/People");
    expect(page).not.toMatch(/Payroll|GenerateKey|API keys|Audit/);
  });

  it("reports as a session reads them cover its queues only, and carry its person into the audit trail", async () => {
    const { body } = await visits.manager.send("/Api/Reports/Queues");
    expect((JSON.parse(body) as { queueId: number }[]).map(({ queueId }) => queueId)).toEqual([1]);
    await expect
      .poll(() => readAudit(emulator.store, 5).find(({ route }) => route === "/Chime/Admin/Api/Reports/Queues"))
      .toMatchObject({ personId: people.manager, keyLastFour: null, status: 200, rows: 1 });
  });

  it("a role that is taken away is gone at once, and so are the pages of who has none left", async () => {
    const { store, url } = emulator;
    const visit = await signInAs(url, "reviewer");
    const take = (queueId: number) =>
      store.connection
        .prepare("DELETE FROM queue_role WHERE personId = ? AND queueId = ?")
        .run(people.reviewer, queueId);
    const status = async () => (await visit.send("/Api/Queues/2")).status;
    expect(await status()).toBe(200);
    take(2);
    expect(await status()).toBe(404);
    take(1);
    expect(await status()).toBe(401);
  });
});
