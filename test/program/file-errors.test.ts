import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEmulator } from "../../emulator/http/index.ts";
import { openStore, readAudit } from "../../emulator/store/index.ts";
import { seedFile } from "../../seed/index.ts";
import { call } from "../emulator/desk-server.ts";
import { createDesk } from "../emulator/fixture.ts";
import { smallProfile } from "../seed/small-profile.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-files-"));
const whole = join(folder, "whole.sqlite");
let waiting: Promise<Run>;
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  const until = Date.parse("2021-03-16T12:00:00Z");
  await seedFile({ file: whole, profile: smallProfile, seed: 1, until, firstOn: "2021-03-15", replace: false });
  // For those who run the program as somebody else.
  chmodSync(folder, 0o755);
  // It waits for five seconds, and need not be waited for meanwhile.
  const file = copy("locked.sqlite", () => undefined);
  const { login } = findPerson(file);
  const connection = new Database(file);
  connection.exec("BEGIN IMMEDIATE");
  waiting = run(["keys", "regenerate", "--person", login, "--yes", "--data", file]).finally(() => connection.close());
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Run = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs the built program; as an account without rights when `isOther`. */
async function run(args: readonly string[], isOther = false): Promise<Run> {
  const nobody = 65_534;
  const account = isOther && isRoot ? { uid: nobody, gid: nobody } : {};
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join("dist", "cli.js"), ...args],
      { ...account, timeout: 25_000 },
      (error, out, err) => {
        resolve({ status: error === null ? 0 : typeof error.code === "number" ? error.code : null, out, err });
      },
    );
    child.stdin?.end();
  });
}

const copy = (name: string, change: (file: string) => void): string => {
  const file = join(folder, name);
  copyFileSync(whole, file);
  change(file);
  return file;
};

const commands: Readonly<Record<string, readonly string[]>> = {
  serve: ["serve", "--port", "0"],
  list: ["keys", "list"],
  seed: ["seed", "--until", "2021-01-01T00:00:00Z"],
  start: ["start", "--port", "0"],
};

describe("a data file that cannot be used is told in one sentence by", () => {
  const files: readonly (readonly [claim: string, make: () => string, why: string])[] = [
    [
      "a folder in place of it",
      () => {
        mkdirSync(join(folder, "a-folder"), { recursive: true });
        return join(folder, "a-folder");
      },
      "it is a folder; name a file in it",
    ],
    [
      "a file that is no database",
      () => {
        writeFileSync(join(folder, "text"), "just some text, long enough to be read");
        return join(folder, "text");
      },
      "it is no database",
    ],
    [
      "a file of a newer program",
      () =>
        copy("newer.sqlite", (file) => {
          const connection = new Database(file);
          connection.pragma("user_version = 99");
          connection.close();
        }),
      "its schema is version 99",
    ],
    [
      "a file that was cut off",
      () =>
        copy("cut.sqlite", (file) => {
          truncateSync(file, 40_000);
        }),
      "it is damaged, or a part of it is missing",
    ],
    [
      "a file with garbage in it",
      () =>
        copy("garbage.sqlite", (file) => {
          const handle = openSync(file, "r+");
          writeSync(handle, Buffer.alloc(200_000, 0xa5), 0, 200_000, 100);
        }),
      "it is damaged, or a part of it is missing",
    ],
  ];
  // Each situation by one command, and each command in one situation: all open files by the same function.
  const names = Object.keys(commands);
  const cases = files.map((file, index) => [names[index % names.length]!, ...file] as const);

  it.each(cases)("%s: %s", async (command, _claim, make, why) => {
    const file = make();
    const { status, out, err } = await run([...commands[command]!, "--data", file]);
    expect(err).toContain(`${command}: cannot open "${file}": ${why}`);
    expect(err.trim().split("\n").length).toBe(1);
    expect([status, out]).toEqual([1, ""]);
  });

  const cannotBeAnother = process.platform === "win32";
  const rights: readonly (readonly [string, number, number])[] = [
    ["a file that may not be written", 0o444, 0o777],
    ["a folder that may not be written", 0o666, 0o755],
  ];
  it
    .skipIf(cannotBeAnother)
    .each(
      rights.flatMap(([claim, ...modes]) =>
        ["serve", "regenerate"].map((command) => [command, claim, ...modes] as const),
      ),
    )("%s: %s", async (command, claim, fileMode, folderMode) => {
    const home = join(folder, `${command} ${claim}`);
    mkdirSync(home);
    const file = join(home, "desk.sqlite");
    copyFileSync(whole, file);
    const { login } = findPerson(file);
    rmSync(`${file}-wal`, { force: true });
    rmSync(`${file}-shm`, { force: true });
    chmodSync(file, fileMode);
    // Root runs the program as somebody else; others take the right to write from themselves.
    chmodSync(home, isRoot || folderMode === 0o777 ? folderMode : 0o555);
    const args = command === "serve" ? commands["serve"]! : ["keys", "regenerate", "--person", login, "--yes"];
    const { status, err } = await run([...args, "--data", file], true);
    chmodSync(home, 0o755);
    expect(err).toBe(
      `${command}: cannot open "${file}": it may not be written; make the file and its folder writable, or copy it to where it can be\n`,
    );
    expect(status).toBe(1);
  });

  it("regenerate: another program is writing to it", async () => {
    const file = join(folder, "locked.sqlite");
    const { status, err } = await waiting;
    expect(err).toContain(`cannot write "${file}": another program is writing to it; try again when that is done`);
    expect(status).toBe(1);
  });

  it("seed: no file in a folder that is a file", async () => {
    const file = join(whole, "desk.sqlite");
    const { status, err } = await run(["seed", "--data", file]);
    expect(err).toContain(`seed: cannot write "${file}": a part of its path is a file, not a folder`);
    expect(status).toBe(1);
  });
});

function findPerson(file: string): { readonly login: string } {
  const connection = new Database(file);
  const sql = "SELECT login FROM person JOIN key ON key.personId = person.id WHERE revokedAt IS NULL LIMIT 1";
  const found = connection.prepare(sql).get() as { login: string };
  connection.close();
  return found;
}

it.each(["serve", "start"])("%s on a port in use is told in one sentence", async (command) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const port = String((taken.address() as AddressInfo).port);
  const { status, err } = await run([command, "--port", port, "--data", whole]);
  taken.close();
  expect(err).toBe(
    `${command}: cannot listen on 127.0.0.1:${port}: the port is in use; stop the other program, or choose another port (0 takes a free one)\n`,
  );
  expect(status).toBe(1);
});

describe("a full disk", () => {
  it.skipIf(process.platform === "win32")("is told by seed, which leaves nothing behind", async () => {
    // A limit on how large a file may become, in blocks of 512 bytes or 1 KB.
    const file = join(folder, "full.sqlite");
    const node = `ulimit -f 300; exec "$0" "$@"`;
    const { status, err } = await new Promise<Run>((resolve) => {
      const seed = [...commands["seed"]!, "--from", "2020-12-28", "--data", file];
      const args = ["-c", node, process.execPath, join("dist", "cli.js"), ...seed];
      execFile("sh", args, (error, out, err) => {
        resolve({ status: typeof error?.code === "number" ? error.code : 0, out, err });
      });
    });
    expect(err).toMatch(/^seed: cannot (?:open|write) ".*full\.sqlite.*": the disk /);
    expect(err.trim().split("\n").length).toBe(1);
    expect(status).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith("full"))).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it("does not stop the server: it answers on, tells it once, and the audit trail is whole once there is room", async () => {
    const store = createDesk(join(folder, "served.sqlite"));
    const errors: unknown[] = [];
    const emulator = await createEmulator({ store, onError: (error) => errors.push(error) });
    const pages = store.connection.pragma("page_count", { simple: true }) as number;
    store.connection.pragma(`max_page_count = ${pages}`);
    let made = 0;
    const start = performance.now();
    while (errors.length === 0 && performance.now() - start < 10_000) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => call(emulator.url, "/Chime/Report/Queues")));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      made += answers.length;
    }
    for (let more = 0; more < 20; more++, made++) await call(emulator.url, "/Chime/Report/Queues");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(errors.map(String)).toEqual([
      `Error: the audit trail could not be written: cannot write "${store.file}": the disk is full; make room and try again; it is tried again`,
    ]);
    store.connection.pragma("max_page_count = 1000000");
    await emulator.close();
    expect(readAudit(store, 100_000).length).toBe(made);
    store.close();
  });

  it("at the end is told with how many calls are missing, and the file is whole", async () => {
    const file = join(folder, "ended.sqlite");
    const store = createDesk(file);
    const emulator = await createEmulator({ store, onError: () => undefined });
    store.connection.pragma(`max_page_count = ${store.connection.pragma("page_count", { simple: true }) as number}`);
    const calls = 400;
    await Promise.all(Array.from({ length: calls }, () => call(emulator.url, `/${"x".repeat(1900)}`)));
    await expect(emulator.close()).rejects.toThrow(/the disk is full; .*; \d+ calls are missing from it/);
    store.close();
    const again = openStore(file);
    expect(again.connection.pragma("integrity_check", { simple: true })).toBe("ok");
    again.close();
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});
