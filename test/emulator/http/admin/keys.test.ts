import { describe, expect, it } from "vitest";
import { findKey, listKeys, readAudit } from "../../../../emulator/store/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { createDesk, keys, people } from "../../fixture.ts";
import { signInAs } from "./visit.ts";

const now = Date.UTC(2021, 5, 15, 12);
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

const statusWith = async (url: string, key: string): Promise<number> =>
  (await call(url, "/Chime/Report/Queues", { key })).status;

describe("generating a key over JSON", () => {
  it("makes one for a person who has none, by the emulator's clock, and shows it once", async () => {
    const store = createDesk();
    await withEmulator({ store, now }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const made = await visit.send(`/Api/People/${people.revoked}/Key`, { json: {} });
      const { personId, login, key } = JSON.parse(made.body) as { personId: number; login: string; key: string };
      expect([made.status, personId, login, made.headers["cache-control"]]).toEqual([
        201,
        people.revoked,
        "revoked",
        "no-store",
      ]);
      expect(findKey(store, key)).toMatchObject({ personId: people.revoked, isValid: true, isWellKnown: false });
      expect(listKeys(store).find((listed) => listed.login === "revoked")?.madeAt).toBe(now);
      for (const path of ["/Api/Keys", "/Api/People", "/Settings/ApiKeys", "/People", `/People/${people.revoked}`]) {
        expect((await visit.send(path)).body).not.toMatch(guid);
      }
      expect((await visit.send("/Api/Keys")).body).toContain(key.slice(-4));
    });
    expect(JSON.stringify(readAudit(store, 100))).not.toMatch(guid);
  });

  it("replaces one only when that is confirmed, and the old one is refused from then on", async () => {
    await withEmulator({ store: createDesk(), now }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const path = `/Api/People/${people.manager}/Key`;
      for (const json of [{}, { confirm: false }, { confirm: 1 }, { confirm: "yes" }]) {
        const asked = await visit.send(path, { json });
        expect([asked.status, asked.body]).toEqual([409, expect.stringContaining("/problems/confirmation-needed")]);
        expect(await statusWith(url, keys.manager)).toBe(200);
      }
      const { key } = JSON.parse((await visit.send(path, { json: { confirm: true } })).body) as { key: string };
      expect([await statusWith(url, keys.manager), await statusWith(url, key)]).toEqual([401, 200]);
    });
  });

  it("while others call: after the answer no call with the old key is let in", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      let key: string = keys.manager;
      for (let round = 0; round < 10; round++) {
        const old = key;
        const before = Array.from({ length: 5 }, () => statusWith(url, old));
        const replaced = await visit.send(`/Api/People/${people.manager}/Key`, { json: { confirm: true } });
        const after = Array.from({ length: 5 }, () => statusWith(url, old));
        key = (JSON.parse(replaced.body) as { key: string }).key;
        expect(await Promise.all(after)).toEqual([401, 401, 401, 401, 401]);
        for (const status of await Promise.all(before)) expect([200, 401]).toContain(status);
      }
    });
  });

  it("is refused for an archived person", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const { status, body } = await visit.send(`/Api/People/${people.archived}/Key`, { json: { confirm: true } });
      expect([status, body]).toEqual([409, expect.stringContaining("is archived: restore the person before")]);
    });
  });
});

describe("a person", () => {
  it("who is archived has no valid key and cannot sign in, and has both again when restored", async () => {
    await withEmulator({ store: createDesk(), now }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const manager = `/Api/People/${people.manager}`;
      const signIn = async () => (await visit.send("/Api/SignIn", { json: { login: "manager" } })).status;
      expect((await visit.send(`${manager}/Archive`, { json: {} })).status).toBe(204);
      expect((await visit.send(`${manager}/Archive`, { json: {} })).status).toBe(409);
      expect(await statusWith(url, keys.manager)).toBe(401);
      const { account } = JSON.parse((await visit.send(manager)).body) as { account: { archivedAt: string } };
      expect(account.archivedAt).toBe("2021-06-15T12:00:00.000Z");
      expect(await signIn()).toBe(401);
      expect((await visit.send(`${manager}/Restore`, { json: {} })).status).toBe(204);
      expect(await statusWith(url, keys.manager)).toBe(200);
      expect(await signIn()).toBe(200);
    });
  });

  it("whose key is revoked has none until another is generated", async () => {
    await withEmulator({ store: createDesk() }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const path = `/Api/People/${people.manager}/Key`;
      expect((await visit.send(path, { method: "DELETE" })).status).toBe(204);
      expect(await statusWith(url, keys.manager)).toBe(401);
      expect((await visit.send(path, { method: "DELETE" })).status).toBe(409);
      expect((await visit.send(path, { json: {} })).status).toBe(201);
    });
  });
});

describe("the page's buttons", () => {
  it("ask before a key is lost, about the key that is there, and a form sent twice asks again", async () => {
    const store = createDesk();
    await withEmulator({ store }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const path = `/People/${people.manager}/GenerateKey`;
      const asked = await visit.send(path, { form: {} });
      expect([asked.status, guid.test(asked.body)]).toEqual([200, false]);
      expect(asked.body).toContain("has a key that ends in 0002");
      const keyId = /name="keyId" value="(\d+)"/.exec(asked.body)![1]!;
      const made = await visit.send(path, { form: { confirm: "true", keyId } });
      const key = guid.exec(made.body)![0];
      expect(findKey(store, key)?.personId).toBe(people.manager);
      const again = await visit.send(path, { form: { confirm: "true", keyId } });
      expect(again.body).toContain(`ends in ${key.slice(-4)}`);
      expect(findKey(store, key)?.isValid).toBe(true);
    });
  });

  it.each([
    ["RevokeKey", "Revoke the key?"],
    ["Archive", "Archive the person?"],
  ])("%s asks first, then goes back to the person", async (step, question) => {
    const store = createDesk();
    await withEmulator({ store }, async ({ url }) => {
      const visit = await signInAs(url, "administrator");
      const path = `/People/${people.manager}/${step}`;
      const asked = await visit.send(path, { form: {} });
      expect(asked.body).toContain(`<h1>${question}</h1>`);
      expect(findKey(store, keys.manager)?.isValid).toBe(true);
      const keyId = /name="keyId" value="(\d+)"/.exec(asked.body)![1]!;
      const done = await visit.send(path, { form: { confirm: "true", keyId } });
      expect([done.status, done.headers.location]).toEqual([303, `/Chime/Admin/People/${people.manager}`]);
      expect(findKey(store, keys.manager)?.isValid).toBe(false);
    });
  });
});
