import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { isPassword } from "../../../../emulator/http/admin/passwords.ts";
import { findPassword, openStore } from "../../../../emulator/store/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { createDesk, keys, people } from "../../fixture.ts";
import { runCommand } from "../command-run.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-people-"));
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

const run = (...args: string[]): Promise<string> => runCommand(["people", ...args, "--data", file]);

/** Runs the built program, with an input that is no terminal. */
async function runProgram(input: string, ...args: string[]): Promise<{ readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join("dist", "cli.js"), "people", ...args, "--data", file],
      (_, out, err) => {
        resolve({ out, err });
      },
    );
    child.stdin?.end(input);
  });
}

describe("people", () => {
  it("list shows logins, roles by queue, and who is archived", async () => {
    const text = await run("list");
    expect(text).toMatch(/^Person +Login +Roles +Password +Archived\n/);
    expect(text).toMatch(/^Åsa O'manager, Jr +manager +Manager of queue 1, Agent of queue 2 +no +no$/m);
    expect(text).toMatch(/^Åsa O'archived, Jr +archived +no +yes$/m);
    expect(JSON.parse(await run("list", "--json"))).toContainEqual({
      personId: people.administrator,
      person: "Åsa O'administrator, Jr",
      login: "administrator",
      roles: ["Administrator"],
      hasPassword: false,
      isArchived: false,
    });
  });

  it("archive and restore count at once for a server that is running", async () => {
    await withEmulator({ file }, async ({ url }) => {
      const status = async () => (await call(url, "/Chime/Report/Queues", { key: keys.manager })).status;
      expect(await run("archive", "--person", "manager")).toBe("Åsa O'manager, Jr (manager) is archived.\n");
      expect(await status()).toBe(401);
      expect(JSON.parse(await run("restore", "--person", "2", "--json"))).toEqual({
        person: "Åsa O'manager, Jr",
        login: "manager",
        archived: false,
      });
      expect(await status()).toBe(200);
    });
  });

  it.each([
    ["archive", "nobody", 'could not archive: there is no person "nobody"; `chime-bi people list` shows logins'],
    ["archive", "archived", 'could not archive: "archived" is archived already'],
    ["restore", "manager", 'could not restore: "manager" is not archived'],
    ["set-password", "agent", 'could not set the password: "agent" has no pages to sign in to'],
    ["set-password", "archived", 'could not set the password: "archived" is archived; restore the person first'],
  ])("%s --person %s: %s", async (step, person, message) => {
    await expect(run(step, "--person", person)).rejects.toThrow(new Error(message));
  });

  it("set-password takes the first line of the input, keeps its hash alone, and prints none of it", async () => {
    const password = "correct horse battery";
    const { out, err } = await runProgram(`${password}\nmore\n`, "set-password", "--person", "manager");
    expect([out, err]).toEqual(["Åsa O'manager, Jr (manager) has a new password.\n", ""]);
    const store = openStore(file);
    const stored = findPassword(store, people.manager)!;
    expect(await isPassword(password, stored)).toBe(true);
    expect(await isPassword(`${password} `, stored)).toBe(false);
    expect(store.connection.serialize().toString("latin1")).not.toContain(password);
    store.close();
  });

  it.each([0, 11, 1001])("set-password refuses one of %i characters", async (length) => {
    const { out, err } = await runProgram(`${"x".repeat(length)}\n`, "set-password", "--person", "manager");
    expect([out, err]).toEqual([
      "",
      `set-password: could not set the password: it has ${length} characters; give 12 to 1000, nothing has changed\n`,
    ]);
  });
});
