import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashHistory, hasHistory, openStore, readFacts } from "../../emulator/store/index.ts";
import { seedFile } from "../../seed/index.ts";
import { smallProfile } from "./small-profile.ts";

const until = Date.parse("2021-03-16T12:00:00Z");
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chime-bi-seed-"));
  file = join(folder, "demo.sqlite");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const filesThere = (): readonly string[] => readdirSync(folder);
const drafts = (): readonly string[] => filesThere().filter((name) => /\.seeding-\d+$/.test(name));
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Runs the built program until the condition holds, and kills it: nothing of it runs any more, not even its clean-up. */
async function killWhen(isTime: () => boolean, ...words: readonly string[]): Promise<void> {
  const program = spawn(process.execPath, ["dist/cli.js", "seed", "--data", file, ...words], { stdio: "ignore" });
  const exit = once(program, "exit");
  while (!isTime()) {
    expect(program.exitCode).toBeNull();
    await sleep(5);
  }
  program.kill("SIGKILL");
  await exit;
}

/** Whether somebody would serve a file; a torn one cannot even be opened. */
function isTakenForWhole(path: string): boolean {
  let store;
  try {
    store = openStore(path);
    return hasHistory(store);
  } catch {
    return false;
  } finally {
    store?.close();
  }
}

it("leaves a draft that nobody takes for a history when it is killed, and the next seeding removes it", async () => {
  const hasRows = (): boolean => drafts().some((name) => sizeOf(join(folder, name)) > 1_000_000);
  await killWhen(hasRows, "--profile", "large");
  expect(existsSync(file)).toBe(false);
  const [draft = ""] = drafts();
  expect(draft).toMatch(/^demo\.sqlite\.seeding-\d+$/);
  expect(isTakenForWhole(join(folder, draft))).toBe(false);
  await seedFile({ file, profile: smallProfile, seed: 1, until, replace: false });
  expect(filesThere()).toEqual(["demo.sqlite"]);
});

it("leaves the old history as it was when it is killed while replacing it", async () => {
  const { contentHash } = await seedFile({ file, profile: smallProfile, seed: 1, until, replace: false });
  await killWhen(() => drafts().length > 0, "--profile", "large", "--force");
  const store = openStore(file);
  expect(hashHistory(store)).toBe(contentHash);
  store.close();
});

it("leaves the old history as it was when it is killed while going on with it", async () => {
  const { contentHash } = await seedFile({ file, profile: smallProfile, seed: 1, until, replace: false });
  // The write-ahead log has rows that were never committed.
  await killWhen(() => sizeOf(`${file}-wal`) > 500_000, "--append", "--until", "2031-01-01T00:00:00Z");
  const store = openStore(file);
  expect(hashHistory(store)).toBe(contentHash);
  expect(readFacts(store).get("until")).toBe(String(until));
  expect(store.connection.pragma("integrity_check", { simple: true })).toBe("ok");
  store.close();
});
