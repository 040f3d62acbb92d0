import { scryptSync } from "node:crypto";
import { request } from "node:https";
import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { hashPassword } from "../../../../emulator/http/admin/passwords.ts";
import { createSignInLimits } from "../../../../emulator/http/admin/sign-in-limits.ts";
import { isOnThisMachine } from "../../../../emulator/http/admin/visitor.ts";
import { Problem } from "../../../../emulator/http/problems.ts";
import { readAudit, setPassword } from "../../../../emulator/store/index.ts";
import { withEmulator } from "../../desk-server.ts";
import { createDesk, people } from "../../fixture.ts";
import { beginVisit, signInAs } from "./visit.ts";

const password = "correct horse battery";

/** Stored at the least cost there is, where a test is not about time. */
const cheap = { salt: Buffer.alloc(16), cost: 2, blockSize: 1, parallelization: 1 };
const stored = { ...cheap, hash: scryptSync(password, cheap.salt, 32, cheap) };

describe("over HTTPS", () => {
  it("the cookie is for HTTPS alone, and forms come from an https origin", async () => {
    await withEmulator({ store: createDesk(), https: true }, async ({ url, certificate }) => {
      const sign = (origin: string) =>
        new Promise<readonly [status: number | undefined, cookie: string | undefined]>((resolve, reject) => {
          const sent = request(`${url}/Chime/Admin/SignIn`, {
            method: "POST",
            ca: certificate,
            agent: false,
            headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin },
          });
          sent.on("response", (response) => {
            response.resume();
            resolve([response.statusCode, response.headers["set-cookie"]?.[0]]);
          });
          sent.on("error", reject);
          sent.end("login=manager");
        });
      expect(await sign(url)).toEqual([303, expect.stringMatching(/; SameSite=Strict; Secure$/)]);
      expect(await sign(url.replace("https", "http"))).toEqual([403, undefined]);
    });
  });
});

describe("a password", () => {
  // Behind a proxy every call comes from this machine: it counts as another one.
  const elsewhere = { "X-Forwarded-For": "192.0.2.7" };

  it("is asked for where the call was passed on, and there nobody is named", async () => {
    const store = createDesk();
    setPassword(store, people.manager, stored, 5);
    await withEmulator({ store }, async ({ url }) => {
      const visit = beginVisit(url);
      const page = await visit.send("/SignIn", { headers: elsewhere });
      expect(page.body).toContain('type="password"');
      expect(page.body).not.toContain("O&#39;manager");
      const tries = [
        { login: "manager" },
        { login: "manager", password: `${password}!` },
        { login: "reviewer", password },
        { login: "archived", password },
        { login: "nobody", password },
      ];
      const refused = await Promise.all(tries.map((json) => visit.send("/Api/SignIn", { json, headers: elsewhere })));
      expect(new Set(refused.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
      expect(refused[0]!.status).toBe(401);
      const json = { login: "MANAGER", password };
      expect((await visit.send("/Api/SignIn", { json, headers: elsewhere })).status).toBe(200);
      expect((await visit.send("/Api/Me", { headers: elsewhere })).status).toBe(200);
    });
    expect(JSON.stringify(readAudit(store, 100))).not.toContain("correct");
    const tried = readAudit(store, 100).filter(({ route, status }) => route.endsWith("SignIn") && status === 401);
    expect(tried.filter(({ personId }) => personId === people.manager)).toHaveLength(2);
  });

  it("is needed from elsewhere even with the cookie of a person who was chosen here", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      expect((await visit.send("/Api/Me", { headers: elsewhere })).status).toBe(401);
    });
  });

  it("takes as long to refuse for an unknown person as for a known one", async () => {
    const store = createDesk();
    setPassword(store, people.manager, await hashPassword(password), 5);
    await withEmulator({ store }, async ({ url }) => {
      const time = async (login: string): Promise<number> => {
        const before = performance.now();
        await beginVisit(url).send("/Api/SignIn", { json: { login, password: "wrong" }, headers: elsewhere });
        return performance.now() - before;
      };
      // The shorter of two, because other work on the machine makes a try longer, never shorter.
      const shorter = async (login: string) => Math.min(await time(login), await time(login));
      const [known, unknown] = [await shorter("manager"), await shorter("nobody")];
      expect(unknown).toBeGreaterThan(known / 3);
      expect(known).toBeGreaterThan(20);
    });
  });

  it("that is guessed has to wait, while another person signs in", async () => {
    const store = createDesk();
    setPassword(store, people.manager, stored, 5);
    await withEmulator({ store }, async ({ url }) => {
      const attempt = (login: string, given: string) =>
        beginVisit(url).send("/Api/SignIn", { json: { login, password: given }, headers: elsewhere });
      const guesses = await Promise.all(Array.from({ length: 6 }, () => attempt("reviewer", "guess")));
      expect(guesses.map(({ status }) => status).toSorted()).toEqual([401, 401, 401, 429, 429, 429]);
      const waiting = guesses.find(({ status }) => status === 429)!;
      expect(waiting.headers["retry-after"]).toBe("1");
      expect(waiting.body).toContain('"/problems/too-many-sign-ins"');
      expect((await attempt("manager", password)).status).toBe(200);
    });
  });

  it("is asked for from another machine", async (context) => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === "IPv4" && !address.internal)?.address;
    if (outer === undefined) {
      context.skip("this machine has no address but the loopback ones");
      return;
    }
    await withEmulator({ store: createDesk(), host: "0.0.0.0" }, async ({ url, port }) => {
      for (const base of [`http://${outer}:${port}`, url]) {
        const { status } = await beginVisit(base).send("/Api/SignIn", { json: { login: "administrator" } });
        expect(status).toBe(401);
      }
    });
  });

  it.each([{ askPasswords: true }, { allowHosts: ["chime.example"] }])(
    "is asked for here too with %j",
    async (options) => {
      await withEmulator({ store: createDesk(), ...options }, async ({ url }) => {
        const visit = beginVisit(url);
        expect((await visit.send("/Api/SignIn", { json: { login: "administrator" } })).status).toBe(401);
        expect((await visit.send("/SignIn")).body).toContain('type="password"');
      });
    },
  );

  it.each([
    ["127.0.0.1", "127.0.0.1:5178", "127.0.0.1", {}, true],
    ["localhost", "localhost", "::1", {}, true],
    ["::1", "[::1]:5178", "::1", {}, true],
    ["0.0.0.0", "127.0.0.1", "127.0.0.1", {}, false],
    ["127.0.0.1", "127.0.0.1", "192.0.2.1", {}, false],
    ["127.0.0.1", "chime.example", "127.0.0.1", {}, false],
    ["127.0.0.1", "127.0.0.1", "127.0.0.1", { via: "1.1 proxy" }, false],
    ["127.0.0.1", "127.0.0.1", "127.0.0.1", { forwarded: "for=192.0.2.1" }, false],
  ])(
    "listening on %s, asked as %s, from %s, with %j: chosen without a password %s",
    (listens, host, from, more, is) => {
      const req = { headers: { host, ...more }, socket: { remoteAddress: from } };
      expect(isOnThisMachine(req as unknown as Parameters<typeof isOnThisMachine>[0], listens)).toBe(is);
    },
  );
});

describe("limits on signing in", () => {
  /** The seconds that each of some tries has to wait, each made as soon as it may be. */
  function waitsOf(count: number, loginOf: (attempt: number) => string, addressOf: (attempt: number) => string) {
    let at = 0;
    const limits = createSignInLimits(() => at);
    return Array.from({ length: count }, (_, attempt) => {
      const begin = () => limits.begin(loginOf(attempt), addressOf(attempt));
      try {
        begin();
        return 0;
      } catch (error) {
        const seconds = Number((error as Problem).headers["Retry-After"]);
        at += seconds * 1000;
        begin();
        return seconds;
      }
    });
  }

  it("let a login be guessed three times, then ever more slowly, up to a minute a try", () => {
    const waits = waitsOf(
      12,
      () => "a",
      (attempt) => `192.0.2.${attempt}`,
    );
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it("let an address try ten logins, then ever more slowly, up to a quarter of an hour a try", () => {
    const waits = waitsOf(22, String, (attempt) => `2001:db8::${attempt}`);
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it("forget a login that was let in, and everything after an hour", () => {
    let at = 0;
    const limits = createSignInLimits(() => at);
    const guess = () => limits.begin("a", "192.0.2.1");
    guess();
    guess();
    guess()();
    for (let more = 0; more < 3; more++) guess();
    expect(guess).toThrow(Problem);
    at += 3_700_000;
    for (let more = 0; more < 3; more++) guess();
    expect(guess).toThrow(Problem);
  });
});
