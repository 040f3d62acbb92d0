import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { afterAll, describe, expect, it } from "vitest";
import { writeReadyFile } from "../../../emulator/http/index.ts";
import { hashHistory, openStore, readAudit, readFacts } from "../../../emulator/store/index.ts";
import { seedFile, seedHistory } from "../../../seed/index.ts";
import { smallProfile } from "../../seed/small-profile.ts";
import { call, withEmulator } from "../desk-server.ts";
import { createDesk } from "../fixture.ts";
import { runCommand, shownKey } from "./command-run.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-serve-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = join(folder, "desk.sqlite");
const store = createDesk(file);
store.connection.prepare("INSERT INTO fact VALUES ('complete', '1')").run();
store.close();

describe("serve", () => {
  it("serves until it is told to stop, says where, and loses no call", async () => {
    const readyFile = join(folder, "ready.json");
    let told: (text: string) => void;
    const started = new Promise<string>((resolve) => (told = resolve));
    const served = runCommand(
      [
        "serve",
        "--data",
        file,
        "--port",
        "0",
        "--now",
        "2020-12-15T12:00:00Z",
        "--build",
        "3.2.1",
        "--ready-file",
        readyFile,
      ],
      (text) => {
        told(text);
      },
    );
    const text = await started;
    const ready = JSON.parse(readFileSync(readyFile, "utf8")) as {
      url: string;
      controlToken: string;
    };
    const { url, controlToken } = ready;
    expect(ready).toEqual({ url, pid: process.pid, keys: [shownKey], controlToken });
    const controlFile = `${file}.control.json`;
    expect(JSON.parse(readFileSync(controlFile, "utf8"))).toEqual({ url, pid: process.pid, token: controlToken });
    if (process.platform !== "win32") expect(statSync(controlFile).mode & 0o777).toBe(0o600);
    expect(text).toContain(`Serving the Chime reporting API at ${ready.url}\n`);
    expect(text).toMatch(/^Åsa +Administrator +1, 2, 3 +the-key$/m);
    const { body, headers } = await call(ready.url, "/_emulator/ready");
    expect(JSON.parse(body)).toMatchObject({ now: "2020-12-15T12:00:00.000Z" });
    expect(headers["x-chime-build"]).toBe("3.2.1");
    await call(ready.url, "/Chime/Report/Queues");
    process.emit("SIGINT");
    await served;
    await expect(call(ready.url, "/")).rejects.toThrow("ECONNREFUSED");
    expect([existsSync(readyFile), existsSync(controlFile)]).toEqual([false, false]);
    const after = openStore(file);
    expect(readAudit(after, 10)).toMatchObject([
      { route: "/Chime/Report/Queues", status: 200 },
      { route: "/_emulator/ready", status: 200 },
    ]);
    after.close();
  });

  it("with --live lets the history go on with a clock that is faster, the same as if seeded in one go", async () => {
    const growing = join(folder, "live.sqlite");
    const begin = Date.parse("2021-03-16T12:00:00Z");
    await seedFile({
      file: growing,
      profile: smallProfile,
      seed: 1,
      until: begin,
      firstOn: "2021-03-15",
      replace: false,
    });
    let told: (text: string) => void;
    const started = new Promise<string>((resolve) => (told = resolve));
    const served = runCommand(
      ["serve", "--data", growing, "--port", "0", "--now", "2021-03-16T12:00:00Z", "--live", "--speed", "7200"],
      (text) => {
        told(text);
      },
    );
    await started;
    const watching = openStore(growing);
    const count = (): number => watching.connection.prepare("SELECT count(*) FROM chat").pluck().get() as number;
    const before = count();
    await expect.poll(count, { timeout: 10_000, interval: 200 }).toBeGreaterThan(before + 5);
    process.emit("SIGINT");
    await served;
    const until = Number(readFacts(watching).get("until"));
    expect(until).toBeGreaterThan(begin);
    const whole = openStore(":memory:");
    seedHistory(whole, { profile: smallProfile, seed: 1, until, firstOn: "2021-03-15" });
    expect(hashHistory(watching)).toBe(hashHistory(whole));
    whole.close();
    watching.close();
  });

  it("with --live lets the history grow at once with a clock that is put forward, and goes back with it by reset", async () => {
    const growing = join(folder, "moved.sqlite");
    const until = Date.parse("2021-03-16T12:00:00Z");
    await seedFile({ file: growing, profile: smallProfile, seed: 1, until, firstOn: "2021-03-15", replace: false });
    let told: (text: string) => void;
    const started = new Promise<string>((resolve) => (told = resolve));
    const served = runCommand(
      ["serve", "--data", growing, "--port", "0", "--now", "2021-03-16T12:00:00Z", "--live", "--faults", "old-build"],
      (text) => {
        told(text);
      },
    );
    await started;
    const watching = openStore(growing);
    const count = (): number => watching.connection.prepare("SELECT count(*) FROM chat").pluck().get() as number;
    const control = (...args: readonly string[]) => runCommand(["control", ...args, "--data", growing]);
    const before = count();
    expect(await control("clock", "advance", "1d")).toMatch(
      /^2021-03-17T12:00:0\d\.\d{3}Z, going as fast as the machine's/,
    );
    const grown = count();
    expect(grown).toBeGreaterThan(before + 5);
    expect(await control("clock", "set", "2021-03-16T00:00:00Z")).toContain("2021-03-16T00:00:0");
    expect(count()).toBe(grown);
    expect(await control("faults")).toContain("The scenario old-build");
    await control("clock", "advance", "2d");
    await control("reset");
    expect(await control("clock")).toContain("2021-03-16T12:00:");
    expect(count()).toBeLessThan(grown);
    await control("clock", "advance", "1d");
    expect(count()).toBeGreaterThanOrEqual(grown);
    process.emit("SIGINT");
    await served;
    watching.close();
  });

  it("with --live needs a history that it can go on with", async () => {
    await expect(runCommand(["serve", "--data", file, "--live"])).rejects.toThrow("was not made by `chime-bi seed`");
  });

  it("with --faults takes a scenario or a file, and says what is wrong with any other", async () => {
    const rules = join(folder, "rules.json");
    writeFileSync(rules, JSON.stringify({ rules: [{ kind: "latency" }] }));
    const serveWith = (faults: string) => runCommand(["serve", "--data", file, "--port", "0", "--faults", faults]);
    await expect(serveWith(rules)).rejects.toThrow(
      `could not use the faults "${rules}": rules[0] needs either ms or medianMs`,
    );
    await expect(serveWith("snow")).rejects.toThrow(
      'could not read the faults "snow": there is no such file, and no such scenario; the scenarios are throttled,',
    );
  });

  it("on a port in use fails with a sentence", async () => {
    await withEmulator({}, async ({ port }) => {
      await expect(runCommand(["serve", "--data", file, "--port", String(port)])).rejects.toThrow("the port is in use");
    });
  });

  it("without data says how to get some, and makes no file", async () => {
    const missing = join(folder, "missing.sqlite");
    await expect(runCommand(["serve", "--data", missing])).rejects.toThrow(
      "make one with `chime-bi seed`, or seed and serve with `chime-bi start`",
    );
    expect(existsSync(missing)).toBe(false);
  });

  it.each([
    ["--port", "65536", "0 to 65535"],
    ["--port", "http", "0 to 65535"],
    ["--build", "latest", "such as 3.1.578"],
    ["--speed", "0", "above 0 and up to 86400"],
    ["--speed", "60", "needs '--live'"],
    ["--now", "yesterday", "such as 2020-12-15T12:00:00Z"],
  ])("%s %s is wrong usage", async (option, value, says) => {
    const failed = runCommand(["serve", "--data", file, option, value]);
    await expect(failed).rejects.toBeInstanceOf(CommanderError);
    await expect(failed).rejects.toThrow(says);
  });

  it("a ready file that cannot be written is told, and leaves nothing behind", () => {
    const nowhere = join(folder, "nowhere", "ready.json");
    expect(() => {
      writeReadyFile(nowhere, { url: "http://127.0.0.1:1", keys: [] });
    }).toThrow(`could not write the ready file "${nowhere}"`);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
