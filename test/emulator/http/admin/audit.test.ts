import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { appendAudit, type AuditRow, type Store } from "../../../../emulator/store/index.ts";
import { withEmulator } from "../../desk-server.ts";
import { createDesk, people } from "../../fixture.ts";
import { signInAs } from "./visit.ts";

const hour = 3_600_000;
const firstAt = Date.UTC(2021, 5, 15);

const emptyCall: AuditRow = {
  at: firstAt,
  personId: null,
  keyLastFour: null,
  method: "GET",
  route: "/",
  query: "",
  status: 200,
  rows: null,
  bytes: 10,
  milliseconds: 1.5,
  address: "127.0.0.1",
  userAgent: "",
};

/** Calls an hour apart, numbered from 1. */
const calls: readonly (Partial<AuditRow> & { readonly route: string })[] = [
  { route: "/Chime/Report/Queues", personId: people.manager, keyLastFour: "0002", rows: 1 },
  { route: "/Chime/Report/ChatHistory", personId: people.manager, keyLastFour: "0002", status: 403 },
  { route: "/Chime/Report/Queues", status: 401 },
  { route: "/", method: "HEAD" },
  {
    route: "/Chime/Report/Queues",
    personId: people.reviewer,
    status: 500,
    query: '=HYPERLINK("x")',
    userAgent: "@a,b",
  },
  { route: "/Chime/Admin/Api/People/4/Key", method: "DELETE", personId: people.administrator, status: 204 },
];

function createAuditedDesk(): Store {
  const store = createDesk();
  const rows = calls.map((call, index) => ({ ...emptyCall, at: firstAt + index * hour, ...call }));
  appendAudit(store, rows, []);
  return store;
}

type Found = { readonly calls: readonly { readonly id: number }[]; readonly before: number | null };

describe("the audit trail", () => {
  it.each([
    ["", [6, 5, 4, 3, 2, 1]],
    ["person=manager", [2, 1]],
    ["person=MANAGER", [2, 1]],
    [`person=${people.reviewer}`, [5]],
    ["person=nobody", []],
    ["status=403", [2]],
    ["status=4xx", [3, 2]],
    ["status=5XX", [5]],
    ["method=head", [4]],
    ["route=/report/q", [5, 3, 1]],
    ["route=%25", []],
    ["from=2021-06-15T03:00", [6, 5, 4]],
    ["to=2021-06-15T01:00Z", [2, 1]],
    ["from=2021-06-15T02:00&to=2021-06-15T02:00", [3]],
    ["person=manager&status=2xx", [1]],
    ["person=&status=&method=", [6, 5, 4, 3, 2, 1]],
    ["limit=2", [6, 5]],
    ["limit=2&before=5", [4, 3]],
    ["before=1", []],
  ])("narrowed by %j has the calls %j", async (query, ids) => {
    // The clock stands before these calls, so that the ones of the test itself are left out.
    await withEmulator({ store: createAuditedDesk(), now: firstAt - hour }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const narrowed = query.includes("from=") ? query : `${query}&from=2021-06-15`;
      const { body } = await visit.send(`/Api/Audit?${narrowed}`);
      expect((JSON.parse(body) as Found).calls.map(({ id }) => id)).toEqual(ids);
    });
  });

  it("is looked through to its first call, however long it is", async () => {
    const store = createDesk();
    const rare = [1, 2000, 6999, 7000, 7001, 7002, 11_999, 12_000];
    const route = (id: number): string => (rare.includes(id) ? "/rare" : "/often");
    appendAudit(
      store,
      Array.from({ length: 12_000 }, (_, index) => ({ ...emptyCall, route: route(index + 1) })),
      [],
    );
    store.connection.prepare("DELETE FROM audit WHERE id < 2000").run();
    await withEmulator({ store, now: firstAt - hour }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const { body } = await visit.send("/Api/Audit?route=/rare");
      expect((JSON.parse(body) as Found).calls.map(({ id }) => id)).toEqual(rare.slice(1).reverse());
      const csv = await visit.send("/Api/Audit?route=/rare&csv=true");
      const rows = parse<{ id: string }>(csv.body, { columns: true });
      expect(rows.map(({ id }) => Number(id))).toEqual(rare.slice(1).reverse());
    });
  });

  it("names whose key it was, and says where the next page begins", async () => {
    await withEmulator({ store: createAuditedDesk(), now: firstAt - hour }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const { body } = await visit.send("/Api/Audit?person=manager&limit=1");
      expect(JSON.parse(body)).toEqual({
        calls: [
          {
            id: 2,
            at: "2021-06-15T01:00:00.000Z",
            person: "Åsa O'manager, Jr",
            login: "manager",
            keyLastFour: "0002",
            method: "GET",
            route: "/Chime/Report/ChatHistory",
            query: "",
            status: 403,
            rows: null,
            bytes: 10,
            milliseconds: 1.5,
            address: "127.0.0.1",
            userAgent: "",
          },
        ],
        before: 2,
      });
      expect((JSON.parse((await visit.send("/Api/Audit?person=manager")).body) as Found).before).toBeNull();
    });
  });

  it.each([
    ["status", "abc"],
    ["status", "600"],
    ["from", "yesterday"],
    ["to", "2021-13-01"],
    ["before", "x"],
    ["limit", "0"],
    ["limit", "1001"],
  ])("refuses %s=%s by name", async (field, value) => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const { status, body } = await visit.send(`/Api/Audit?${field}=${value}`);
      expect([status, JSON.parse(body)]).toMatchObject([
        400,
        { parameter: field, detail: expect.stringContaining(`${field} is "${value}": give `) as string },
      ]);
    });
  });

  it("as CSV has all that is asked for, and keeps what a spreadsheet would take for a formula as data", async () => {
    await withEmulator({ store: createAuditedDesk(), now: firstAt - hour }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const { headers, body } = await visit.send("/Api/Audit?csv=true&person=reviewer");
      expect(headers).toMatchObject({
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="Audit.csv"',
      });
      expect(parse<Record<string, string>>(body, { columns: true })).toEqual([
        {
          id: "5",
          at: "2021-06-15T04:00:00.000+00:00",
          person: "Åsa O'reviewer, Jr",
          login: "reviewer",
          keyLastFour: "",
          method: "GET",
          route: "/Chime/Report/Queues",
          query: '=HYPERLINK("x")',
          status: "500",
          rows: "",
          bytes: "10",
          milliseconds: "1.5",
          address: "127.0.0.1",
          userAgent: "@a,b",
        },
      ]);
    });
  });

  it("as CSV has each call once when there are more than are read at a time", async () => {
    const store = createDesk();
    appendAudit(store, Array<AuditRow>(2500).fill({ ...emptyCall, status: 418 }), []);
    await withEmulator({ store }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const { body } = await visit.send("/Api/Audit?csv=true&status=418");
      const ids = parse<{ id: string }>(body, { columns: true }).map(({ id }) => Number(id));
      expect(ids).toEqual(Array.from({ length: 2500 }, (_, index) => 2500 - index));
    });
  });

  it("of what an administrator does names the administrator", async () => {
    const store = createDesk();
    await withEmulator({ store }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      await visit.send(`/Api/People/${people.manager}/Key`, { method: "DELETE" });
      await expect
        .poll(async () => (JSON.parse((await visit.send("/Api/Audit?method=DELETE")).body) as Found).calls)
        .toMatchObject([
          { login: "administrator", route: `/Chime/Admin/Api/People/${people.manager}/Key`, status: 204 },
        ]);
    });
  });

  it("as a page leads to the older calls", async () => {
    const store = createAuditedDesk();
    for (let more = 0; more < 20; more++) {
      appendAudit(
        store,
        calls.map((call) => ({ ...emptyCall, ...call })),
        [],
      );
    }
    await withEmulator({ store, now: firstAt - hour }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const first = (await visit.send("/Audit?status=403")).body;
      expect(first).not.toContain('rel="next"');
      const all = (await visit.send("/Audit?from=2021-06-15")).body;
      const [, link] = /rel="next" href="\/Chime\/Admin([^"]+)"/.exec(all)!;
      expect(link).toMatch(/^\/Audit\?from=2021-06-15&amp;before=\d+$/);
      expect((await visit.send(link!.replaceAll("&amp;", "&"))).body.match(/<tr>/g)).toHaveLength(51);
    });
  });
});
