import { describe, expect, it } from "vitest";
import { createSessions } from "../../../../emulator/http/admin/sessions.ts";
import { hashPassword } from "../../../../emulator/http/admin/passwords.ts";
import { archivePerson, setPassword } from "../../../../emulator/store/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { createDesk, people } from "../../fixture.ts";
import { beginVisit, signInAs } from "./visit.ts";

const password = "correct horse battery";
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("a session", () => {
  it("has a new id at each sign-in, in a cookie that no script reads and no other site sends", async () => {
    await withEmulator({ store: createDesk() }, async ({ url, port }) => {
      const visit = beginVisit(url);
      const first = await visit.send("/SignIn", { form: { login: "manager" } });
      expect([first.status, first.headers.location]).toEqual([303, "/Chime/Admin"]);
      expect(first.headers["set-cookie"]).toEqual([
        expect.stringMatching(
          new RegExp(`^chime-bi-session-${port}=[\\w-]{43}; Path=/Chime/Admin; HttpOnly; SameSite=Strict$`),
        ),
      ]);
      const old = visit.cookie;
      await visit.send("/SignIn", { form: { login: "manager" } });
      expect(visit.cookie).not.toBe(old);
      expect((await visit.send("/Api/Me")).status).toBe(200);
      expect((await visit.send("/Api/Me", { headers: { Cookie: old } })).status).toBe(401);
    });
  });

  it("is not what somebody else made up", async () => {
    await withEmulator({ store: createDesk() }, async ({ url, port }) => {
      const { cookie, send } = await signInAs(url, "administrator");
      const name = `chime-bi-session-${port}`;
      const id = cookie.slice(name.length + 1);
      const flipped = (id.startsWith("A") ? "B" : "A") + id.slice(1);
      for (const tampered of [
        `${name}=`,
        `${name}=${flipped}`,
        `${name}=${id}x`,
        `${name}=${id.slice(0, -1)}`,
        `${name}=administrator`,
        `${name}=1`,
        `chime-bi-session=${id}`,
        `x${name}=${id}`,
      ]) {
        expect([tampered, (await send("/Api/Me", { headers: { Cookie: tampered } })).status]).toEqual([tampered, 401]);
      }
      const among = { Cookie: `a=1; ${cookie}; b=2` };
      expect((await send("/Api/Me", { headers: among })).status).toBe(200);
    });
  });

  it("ends with signing out, for whoever kept the cookie as well", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "manager");
      const kept = visit.cookie;
      const { status, headers } = await visit.send("/SignOut", { form: {} });
      expect([status, headers.location]).toEqual([303, "/Chime/Admin/SignIn"]);
      expect(headers["set-cookie"]?.[0]).toMatch(/=; .*Max-Age=0$/);
      expect((await visit.send("/Api/Me", { headers: { Cookie: kept } })).status).toBe(401);
    });
  });

  it("ends when its person is archived, or gets another password", async () => {
    const store = createDesk();
    await withEmulator({ store }, async ({ url }) => {
      const [manager, reviewer] = [await signInAs(url, "manager"), await signInAs(url, "reviewer")];
      setPassword(store, people.manager, await hashPassword(password), 5);
      archivePerson(store, people.reviewer, 5);
      expect([(await manager.send("/Api/Me")).status, (await reviewer.send("/Api/Me")).status]).toEqual([401, 401]);
    });
  });

  it("ends after eight hours without use, and use keeps it", () => {
    let at = 0;
    const hours = 3_600_000;
    const sessions = createSessions(() => at);
    const id = sessions.begin({ personId: 1, isLocal: true, passwordSetAt: null });
    for (let used = 0; used < 5; used++) {
      at += 8 * hours;
      expect(sessions.find(id)?.personId).toBe(1);
    }
    at += 8 * hours + 1;
    expect(sessions.find(id)).toBeUndefined();
  });

  it("gives way to newer ones when there are ten thousand", () => {
    const sessions = createSessions();
    const begin = () => sessions.begin({ personId: 1, isLocal: true, passwordSetAt: null });
    const [first, second] = [begin(), begin()];
    sessions.find(first);
    for (let more = 0; more < 9_999; more++) begin();
    expect([sessions.find(first)?.personId, sessions.find(second)]).toEqual([1, undefined]);
  });
});

describe("a request of another site", () => {
  const cases: readonly (readonly [name: string, headers: Readonly<Record<string, string>>, status: number])[] = [
    ["without a token", { "X-CSRF-Token": "" }, 403],
    ["with a token that is another's", { "X-CSRF-Token": "A".repeat(43) }, 403],
    ["from another origin", { Origin: "https://evil.example" }, 403],
    ["from another port", { Origin: "http://127.0.0.1:1" }, 403],
    ["from a page without an origin", { Origin: "null" }, 403],
    ["that the browser calls cross-site", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["that the browser calls same-site", { "Sec-Fetch-Site": "same-site" }, 403],
    ["but one of our own", { "Sec-Fetch-Site": "same-origin" }, 409],
  ];
  it.each(cases)("%s changes nothing", async (_, headers, status) => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const path = `/Api/People/${people.manager}/Key`;
      expect((await visit.send(path, { method: "POST", headers })).status).toBe(status);
    });
  });

  it("cannot sign anybody in", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const headers = { Origin: "https://evil.example" };
      const { status, body } = await beginVisit(url).send("/SignIn", { form: { login: "administrator" }, headers });
      expect(status).toBe(403);
      expect(body).toContain("<h1>The request does not come from a page of the emulator</h1>");
    });
  });

  it("as a form without the token is refused, and with it is taken", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const send = (csrf: string) => visit.send(`/People/${people.agent}/RevokeKey`, { form: { csrf } });
      expect([(await send("")).status, (await send(visit.token)).status]).toEqual([403, 200]);
    });
  });
});

describe("a body", () => {
  it.each([
    ["text", { "Content-Type": "text/plain" }, "login=administrator", 400],
    ["broken JSON", { "Content-Type": "application/json" }, '{"login":', 400],
    ["a field that is a list", { "Content-Type": "application/json" }, '{"login":["administrator"]}', 400],
    ["a field that comes twice", form, "login=administrator&login=manager", 400],
    ["more than 16 KiB", form, `login=${"x".repeat(17_000)}`, 413],
    ["a login that every object has", form, "login=constructor", 401],
  ])("of %s is refused", async (_, headers, body, status) => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const answer = await call(url, "/Chime/Admin/Api/SignIn", { method: "POST", key: null, headers, body });
      expect([answer.status, answer.headers["content-type"]]).toEqual([
        status,
        "application/problem+json; charset=utf-8",
      ]);
    });
  });
});

describe("where to go on after signing in", () => {
  it.each([
    ["/Chime/Admin/People?search=a", "/Chime/Admin/People?search=a"],
    ["/chime/admin/people", "/Chime/Admin/people"],
    ["/Chime/Admin", "/Chime/Admin"],
    ["", "/Chime/Admin"],
    ["https://evil.example", "/Chime/Admin"],
    ["//evil.example", "/Chime/Admin"],
    ["/Chime/Administrator", "/Chime/Admin"],
    ["/Chime/Admin\\@evil.example", "/Chime/Admin"],
    ["/Chime/Admin/\r\nSet-Cookie: a=1", "/Chime/Admin"],
    ["/Chime/Admin/SignIn", "/Chime/Admin"],
    ["/Chime/Admin/SignOut", "/Chime/Admin"],
  ])("%j leads to %s", async (next, path) => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const { status, headers } = await beginVisit(url).send("/SignIn", { form: { login: "manager", next } });
      expect([status, headers.location]).toEqual([303, path]);
    });
  });
});
