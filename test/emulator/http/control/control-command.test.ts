import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { announceControl, createEmulator, scenarios, type Emulator } from "../../../../emulator/http/index.ts";
import { call, withEmulator } from "../../desk-server.ts";
import { addChats, createDesk } from "../../fixture.ts";
import { runCommand } from "../command-run.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-control-"));
const data = join(folder, "desk.sqlite");
const now = Date.UTC(2020, 11, 15, 12);

let emulator: Emulator;
let withdraw: () => void;
beforeAll(async () => {
  emulator = await createEmulator({ store: createDesk(), now });
  withdraw = announceControl(data, { url: emulator.url, token: emulator.controlToken });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  withdraw();
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const control = (...args: readonly string[]) => runCommand(["control", ...args, "--data", data]);
const json = async (...args: readonly string[]) => JSON.parse(await control(...args, "--json")) as unknown;

describe("control", () => {
  it("tells whether the emulator serves", async () => {
    expect(await control("ready")).toBe("It serves, as build 3.1.578; its clock says 2020-12-15T12:00:00.000Z.\n");
    expect(await json("ready")).toMatchObject({ ready: true });
  });

  it.each<[readonly string[], string]>([
    [["clock"], "2020-12-15T12:00:00.000Z, standing still"],
    [["clock", "freeze", "2021-01-01"], "2021-01-01T00:00:00.000Z, standing still"],
    [["clock", "freeze"], "2020-12-15T12:00:00.000Z, standing still"],
    [["clock", "set", "2021-01-01T00:00:00+01:00"], "2020-12-31T23:00:00.000Z, standing still"],
    [["clock", "advance", "90s"], "2020-12-15T12:01:30.000Z, standing still"],
    [["clock", "advance", "500ms"], "2020-12-15T12:00:00.500Z, standing still"],
    [["clock", "advance", "--", "-1d"], "2020-12-14T12:00:00.000Z, standing still"],
    [["clock", "run"], ", going as fast as the machine's"],
    [["clock", "run", "--speed", "60"], ", going 60 times as fast as the machine's"],
    [["clock", "reset"], "2020-12-15T12:00:00.000Z, standing still"],
  ])("%j tells how the clock then is", async (args, told) => {
    expect(await runCommand(["control", "--data", data, ...args])).toContain(told);
    expect(await json("clock")).toMatchObject({ mode: told.includes("going") ? "running" : "frozen" });
  });

  it("sets faults by a scenario or a file, tells what they counted, and ends them", async () => {
    const file = join(folder, "rules.json");
    writeFileSync(
      file,
      JSON.stringify({ seed: 5, rules: [{ route: "Queues", when: { nth: 2 }, kind: "latency", ms: 5 }] }),
    );
    expect(await control("faults")).toBe("Calls meet no faults.\n");
    expect(await json("faults", "set", "flaky", "--seed", "7")).toMatchObject({ scenario: "flaky", seed: 7 });
    await control("faults", "set", file);
    await call(emulator.url, "/Chime/Report/Queues");
    expect(await control("faults")).toMatch(
      /own, seed 5:\n\nRoute[^\n]*\n[- ]+\nQueues {2}nth 2 {2}latency, ms 5 {2}1 {6}0\n$/,
    );
    expect(await control("faults", "clear")).toBe("Calls meet no faults.\n");
    const listed = (await json("faults", "scenarios")) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(scenarios));
  });

  it("saves, lists, restores and removes snapshots, and resets", async () => {
    const count = (): unknown => emulator.store.connection.prepare("SELECT count(*) FROM chat").pluck().get();
    expect(await control("snapshot", "list")).toBe("There are no snapshots.\n");
    expect(await control("snapshot", "save", "before")).toBe('The snapshot "before" is saved.\n');
    addChats(emulator.store, [{ id: 1, startedAt: now, outcome: "missed" }]);
    expect(await control("snapshot", "restore", "before")).toBe('The snapshot "before" is restored.\n');
    expect(count()).toBe(0);
    expect(await control("snapshot", "list")).toMatch(/^before {2}2020-12-15T12:00:00\.000Z {2}[\d,]+$/m);
    expect(await control("snapshot", "remove", "before")).toBe('The snapshot "before" is removed.\n');
    await expect(control("snapshot", "restore", "before")).rejects.toThrow('refused: there is no snapshot "before"');
    addChats(emulator.store, [{ id: 1, startedAt: now, outcome: "missed" }]);
    expect(await control("reset")).toContain("as they were at the start");
    expect(count()).toBe(0);
  });

  it("lists requests by filters, and forgets them", async () => {
    await call(emulator.url, "/Chime/Report/Queues");
    await call(emulator.url, "/Chime/Report/Nothing?a=1");
    await expect.poll(() => emulator.requests().length).toBe(2);
    expect(await control("requests")).toMatch(/ 200 {5}3 .* GET \/Chime\/Report\/Queues\n/);
    expect(await json("requests", "--status", "404", "--route", "nothing")).toMatchObject([
      { url: "/Chime/Report/Nothing?a=1" },
    ]);
    expect(await json("requests", "--since", String(emulator.requests().at(-1)!.number))).toEqual([]);
    await control("requests", "clear");
    expect(await control("requests")).toBe("There are no requests.\n");
  });

  it("follows requests until the emulator stops", async () => {
    await withEmulator(
      { store: createDesk(), now, faults: "expired-key" },
      async ({ url, controlToken, faults, close }) => {
        let lines = "";
        const following = runCommand(
          ["control", "requests", "--follow", "--url", `${url}/`, "--token", controlToken],
          (text) => (lines += text),
        );
        await expect
          .poll(async () => {
            await call(url, "/Chime/Report/Queues");
            return lines;
          })
          .toMatch(/^2020-12-15T12:00:00\.000Z 200 \d+ ms GET \/Chime\/Report\/Queues$/m);
        await expect
          .poll(async () => {
            await call(url, "/Chime/Report/Queues");
            return lines;
          })
          .toContain("(no-valid-key)");
        expect(faults.read().rules[0]?.fired).toBeGreaterThan(0);
        await close();
        await following;
      },
    );
  });
});

describe("control says what is wrong", () => {
  it("when no emulator has said how it is controlled", async () => {
    await expect(runCommand(["control", "clock", "--data", join(folder, "none.sqlite")])).rejects.toThrow(
      "could not find a running emulator: there is no",
    );
  });

  it("when nothing listens, another server does, or the token is another run's", async () => {
    const gone = await createEmulator();
    await gone.close();
    const at = (url: string) => runCommand(["control", "clock", "--url", url, "--token", "x"]);
    await expect(at(gone.url)).rejects.toThrow(`could not reach the emulator at ${gone.url}: nothing listens there`);
    await expect(at(emulator.url)).rejects.toThrow(
      /refused: the call needs the control token of this run.*leave --token out/,
    );
    const other = createServer((_req, res) => res.writeHead(404).end("nothing here")).listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await expect(at(url)).rejects.toThrow(`could not control ${url}: what answers there (404) is no emulator`);
    other.close();
  });

  it("when the file beside the data is damaged", async () => {
    const broken = join(folder, "broken.sqlite");
    writeFileSync(`${broken}.control.json`, "{}");
    await expect(runCommand(["control", "ready", "--data", broken])).rejects.toThrow(
      "it has no url or no token; give --url and --token",
    );
  });

  it.each<[readonly string[], string]>([
    [["clock", "set", "noon"], "such as 2020-12-15T12:00:00Z"],
    [["clock", "advance", "2 hours"], "give 90s, 15m, 2h, 1d or 500ms"],
    [["clock", "run", "--speed", "0"], "above 0 and up to 86400"],
    [["faults", "set", "flaky", "--seed", "x"], "give a whole number"],
    [["requests", "--status", "ok"], "give a whole number"],
    [["snapshot", "save"], "missing required argument 'name'"],
  ])("when %j is wrong usage", async (args, says) => {
    const failed = control(...args);
    await expect(failed).rejects.toBeInstanceOf(CommanderError);
    await expect(failed).rejects.toThrow(says);
  });
});

it("with HTTPS control trusts the certificate that is told beside the data", async () => {
  await withEmulator({ https: true }, async ({ url, controlToken, certificate }) => {
    const secure = join(folder, "secure.sqlite");
    const remove = announceControl(secure, { url, token: controlToken, certificate: certificate! });
    expect(await runCommand(["control", "ready", "--data", secure])).toContain("It serves");
    remove();
    await expect(runCommand(["control", "ready", "--url", url, "--token", controlToken])).rejects.toThrow(
      /certificate/,
    );
  });
});
