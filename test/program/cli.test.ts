import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const cli = join("dist", "cli.js");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chime-bi-cli-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Run = { readonly status: number; readonly out: string; readonly err: string };

async function run(args: readonly string[], input = ""): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ status: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

describe("the program", () => {
  it("helps, each command with an example", async () => {
    const { status, out } = await run(["--help"]);
    expect(status).toBe(0);
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name!).filter((name) => name !== "help");
    expect(commands).toEqual([
      "start",
      "serve",
      "seed",
      "keys",
      "people",
      "control",
      "range",
      "build",
      "evaluate",
      "repl",
      "test",
      "refresh",
      "client",
    ]);
    for (const command of commands) {
      expect((await run([command, "--help"])).out, command).toContain("Example:");
    }
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect((await run(["--version"])).out.trim()).toBe(version);
  });

  it.each([
    ["an unknown command", ["sirve"], "unknown command 'sirve'"],
    ["an unknown option", ["serve", "--prot", "1"], "unknown option '--prot'"],
    ["a bad port", ["serve", "--port", "high"], "port"],
    ["a bad instant", ["evaluate", "-", "--now", "today"], '"today" is not an ISO-8601 instant'],
    ["a bad zone", ["evaluate", "-", "--zone", "Mars/Base"], '"Mars/Base" is not an IANA zone'],
    ["a bad culture", ["evaluate", "-", "--culture", "xx-bad-1"], '"xx-bad-1" is not a culture'],
    ["a missing argument", ["evaluate"], "missing required argument"],
    ["a missing key", ["refresh", "--url", "http://127.0.0.1:1"], "--key"],
  ])("exits with 2 for %s", async (_claim, args, message) => {
    const { status, err, out } = await run(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe("");
  });

  it.each([
    ["a file that is not there", ["serve", "--data", "nothing.sqlite"], 'serve: could not open "nothing.sqlite"'],
    ["an M error", ["evaluate", "nothing.pq"], 'evaluate: could not read "nothing.pq"'],
    [
      "a target that is not there",
      ["refresh", "x.mez", "--url", "http://127.0.0.1:1", "--key", "k"],
      'refresh: could not read "x.mez"',
    ],
  ])("exits with 1 for %s and says what could not be done", async (_claim, args, message) => {
    const { status, err } = await run(args);
    expect(status).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
  });

  it("prints the stack when asked to", async () => {
    expect((await run(["--trace", "evaluate", "nothing.pq"])).err).toContain("    at ");
  });
});

describe("range", () => {
  it("prints the previous month of New York", async () => {
    const { out } = await run([
      "range",
      "previous-month",
      "--zone",
      "America/New_York",
      "--now",
      "2020-12-15T12:00:00Z",
    ]);
    expect(out).toBe("2020-11-01T04:00:00.000Z\n2020-12-01T04:59:59.999Z\n");
  });
});

describe("evaluate", () => {
  it("prints a value as M, as JSON, or as a line", async () => {
    expect((await run(["evaluate", "-"], "{1, null, [a = true]}")).out).toBe("{1, null, [a = true]}\n");
    expect(JSON.parse((await run(["evaluate", "--json", "-"], "{1, null, [a = true]}")).out)).toEqual([
      1,
      null,
      { a: true },
    ]);
    expect(JSON.parse((await run(["evaluate", "--jsonl", "-"], "1 / 0")).out)).toEqual({
      file: "-",
      ok: true,
      value: null,
      m: "#infinity",
      error: null,
    });
  });

  it("prints an error with its place and exits with 1", async () => {
    const { status, err } = await run(["evaluate", "-"], 'let\n  total = 1 & "a"\nin\n  total');
    expect(status).toBe(1);
    expect(err).toContain("Expression.Error: We cannot apply operator & to types Number and Text.");
    expect(err).toContain("at -:2:11");
  });

  it("gives a section's shared members, with parameters set", async () => {
    const file = join(folder, "section.pq");
    writeFileSync(file, "section Demo; shared Base = 1; shared Sum = Base + Own; Own = 1;");
    expect((await run(["evaluate", file, "--set", "Base=41"])).out).toBe("[Base = 41, Sum = 42]\n");
    const { status, err } = await run(["evaluate", file, "--set", "Bse=41"]);
    expect(status).toBe(1);
    expect(err).toContain(
      'could not set "Bse": no section document shares a member of that name; they share Base, Sum',
    );
  });

  it("says that a value has no JSON rather than printing null", async () => {
    const { status, out, err } = await run(["evaluate", "--json", "-"], "{1, each _}");
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain('evaluate: could not print "-" as JSON: it holds a function, a type or an error');
  });
});

async function until<T>(look: () => T | undefined, child: ChildProcess): Promise<T> {
  for (let tries = 0; tries < 1000; tries++) {
    const found = look();
    if (found !== undefined) return found;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the program ended or was not ready in 50 seconds");
}

describe("start", () => {
  it("refreshes every table through the connector, keeps serving, and stops cleanly", async () => {
    const data = join(folder, "start.sqlite");
    const ready = join(folder, "ready.json");
    copyFileSync(inject("demoFile"), data);
    const child = spawn(process.execPath, [cli, "start", "--data", data, "--port", "0", "--ready-file", ready]);
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    const exited = new Promise<number | null>((resolve) => child.on("exit", resolve));
    try {
      await until(() => (existsSync(ready) ? true : undefined), child);
      const { url, keys } = JSON.parse(readFileSync(ready, "utf8")) as { url: string; keys: { key: string }[] };
      const answer = await fetch(`${url}/Chime/Report/Queues`, {
        headers: { Authorization: `Bearer ${keys[0]!.key}` },
      });
      expect(answer.status).toBe(200);
      const queues = (await answer.json()) as { queueName: string }[];
      for (const { queueName } of queues)
        expect(out).toContain(`${queueName} / Basic statistics / Inbound vs. answered chats`);
      expect(out).toContain("all refreshed");
      expect(out).toMatch(/Queue comparison +\d+ +\d+/u);
    } finally {
      child.kill("SIGINT");
    }
    expect(await exited).toBe(0);
    expect(existsSync(ready)).toBe(false);
  }, 60_000);
});
