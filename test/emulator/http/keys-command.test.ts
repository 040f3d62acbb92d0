import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../emulator/store/index.ts";
import { call, withEmulator } from "../desk-server.ts";
import { createDesk, keys, people } from "../fixture.ts";
import { runCommand } from "./command-run.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-keys-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let file: string;
let count = 0;
beforeEach(() => {
  file = join(folder, `${++count}.sqlite`);
  const store = createDesk(file);
  store.connection.prepare("INSERT INTO fact VALUES ('complete', '1')").run();
  store.close();
});

const run = (...args: string[]): Promise<string> => runCommand(["keys", ...args, "--data", file]);
const guid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const status = (url: string, key: string): Promise<number> =>
  call(url, "/Chime/Report/Queues", { key }).then((answer) => answer.status);

describe("keys", () => {
  it("list shows people, roles and the last four, and no key", async () => {
    const text = await run("list");
    expect(text).toMatch(/^Person +Login +Roles +Made +Last used +Ends in\n/);
    expect(text).toMatch(/^Åsa O'manager, Jr +manager +Manager, Agent +2020-01-01T00:00:00.000Z +never +0002$/m);
    expect(text).not.toMatch(guid);
  });

  it("list --json is for programs", async () => {
    const listed = JSON.parse(await run("list", "--json")) as object[];
    expect(listed).toContainEqual({
      personId: people.manager,
      person: "Åsa O'manager, Jr",
      login: "manager",
      roles: ["Manager", "Agent"],
      madeAt: "2020-01-01T00:00:00.000Z",
      lastUsedAt: null,
      lastFour: "0002",
    });
  });

  it("regenerate makes the old key invalid at once, also for a server that is running", async () => {
    await withEmulator({ file }, async ({ url }) => {
      expect(await status(url, keys.manager)).toBe(200);
      const { person, login, key } = JSON.parse(
        await run("regenerate", "--person", "manager", "--yes", "--json"),
      ) as Record<"person" | "login" | "key", string>;
      expect([person, login]).toEqual(["Åsa O'manager, Jr", "manager"]);
      expect(await status(url, keys.manager)).toBe(401);
      expect(await status(url, key)).toBe(200);
    });
  });

  it("revoke ends a key, and create makes a new one, which is printed once", async () => {
    await withEmulator({ file }, async ({ url }) => {
      expect(await run("revoke", "--person", String(people.manager), "--yes")).toBe(
        "The key of Åsa O'manager, Jr (manager) is revoked.\n",
      );
      expect(await status(url, keys.manager)).toBe(401);
      const key = guid.exec(await run("create", "--person", "MANAGER"))![0];
      expect(await status(url, key)).toBe(200);
      expect(await run("list")).toContain(key.slice(-4));
      expect(await run("list")).not.toContain(key);
    });
  });

  it.each([
    ["create", "manager", 'could not create a key: "manager" has one; replace it with `chime-bi keys regenerate`'],
    ["create", "nobody", 'could not create a key: there is no person "nobody"; `chime-bi people list` shows logins'],
    ["create", "archived", 'could not create a key: "archived" is archived; choose another person'],
    ["regenerate", "revoked", 'could not regenerate the key: "revoked" has none; make one with `chime-bi keys create`'],
    ["regenerate", "archived", 'could not regenerate the key: "archived" is archived; choose another person'],
    ["revoke", "revoked", 'could not revoke the key: "revoked" has none; `chime-bi keys list` shows who has one'],
  ])("%s --person %s: %s", async (step, person, message) => {
    await expect(run(step, "--person", person)).rejects.toThrow(new Error(message));
  });

  it.each(["regenerate", "revoke"])(
    "%s without a terminal and without --yes is wrong usage, and changes nothing",
    async (step) => {
      // Vitest runs a test without a terminal.
      expect(process.stdin.isTTY).toBeFalsy();
      const failed = run(step, "--person", "manager");
      await expect(failed).rejects.toBeInstanceOf(CommanderError);
      await expect(failed).rejects.toThrow("the input is no terminal; give --yes");
      expect(await run("list")).toContain("0002");
    },
  );

  it("a file that is not there is not made", async () => {
    const missing = join(folder, "missing.sqlite");
    await expect(runCommand(["keys", "list", "--data", missing])).rejects.toThrow(
      `could not open "${missing}": there is no such file; make one with \`chime-bi seed\``,
    );
  });

  it("a file without a history is told so", async () => {
    const empty = join(folder, "empty.sqlite");
    openStore(empty).close();
    await expect(runCommand(["keys", "list", "--data", empty])).rejects.toThrow("it holds no history; make one with");
  });
});
