import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hasHistory, hashHistory, openStore, readFacts } from "../../emulator/store/index.ts";
import { seedFile, type SeedFileOptions } from "../../seed/index.ts";
import { smallProfile } from "./small-profile.ts";

let folder: string;
let options: SeedFileOptions;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chime-bi-seed-"));
  const file = join(folder, "data", "demo.sqlite");
  options = { file, profile: smallProfile, seed: 1, until: Date.parse("2021-03-16T12:00:00Z"), replace: false };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const filesThere = (): readonly string[] => readdirSync(join(folder, "data"));
const seedOf = (): string | undefined => {
  const store = openStore(options.file);
  const seed = readFacts(store).get("seed");
  store.close();
  return seed;
};

it("makes the folder and one file with a whole history", async () => {
  const result = await seedFile(options);
  expect(filesThere()).toEqual(["demo.sqlite"]);
  const store = openStore(options.file);
  expect(hasHistory(store)).toBe(true);
  expect(hashHistory(store)).toBe(result.contentHash);
  store.close();
});

it("breaks no check and no reference of the schema, though a draft is written without looking at them", async () => {
  await seedFile(options);
  const store = openStore(options.file);
  expect(store.connection.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(store.connection.pragma("foreign_key_check")).toEqual([]);
  store.close();
});

it("writes the same file, byte for byte, for the same arguments", async () => {
  await seedFile(options);
  const first = readFileSync(options.file);
  await seedFile({ ...options, file: `${options.file}2` });
  expect(readFileSync(`${options.file}2`).equals(first)).toBe(true);
});

it("refuses a file that holds a history, and leaves it as it is", async () => {
  await seedFile(options);
  await expect(seedFile({ ...options, seed: 2 })).rejects.toThrow(
    `"${options.file}" already holds a history: name another file with --data, or replace it with --force`,
  );
  expect(seedOf()).toBe("1");
});

it("replaces a history when told to", async () => {
  await seedFile(options);
  await seedFile({ ...options, seed: 2, replace: true });
  expect(seedOf()).toBe("2");
  expect(filesThere()).toEqual(["demo.sqlite"]);
});

it("fills a file that has no history yet", async () => {
  await seedFile(options);
  rmSync(options.file);
  openStore(options.file).close();
  await seedFile(options);
  expect(seedOf()).toBe("1");
});

it("leaves the old history, and nothing else, when stopped", async () => {
  await seedFile(options);
  for (const thread of [false, true]) {
    const stop = new AbortController();
    const onProgress = (): void => {
      stop.abort(new Error("stopped"));
    };
    const stopped = seedFile({ ...options, seed: 2, replace: true, thread, signal: stop.signal, onProgress });
    await expect(stopped).rejects.toThrow("stopped");
    expect(seedOf()).toBe("1");
    expect(filesThere()).toEqual(["demo.sqlite"]);
  }
});

it("leaves the old history when the program is told to stop before it began", async () => {
  await seedFile(options);
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(seedFile({ ...options, seed: 2, replace: true, signal })).rejects.toThrow("stopped");
  expect(seedOf()).toBe("1");
  expect(filesThere()).toEqual(["demo.sqlite"]);
});

it("writes the same file with the simulation in a thread of its own", async () => {
  await seedFile({ ...options, thread: false });
  const first = readFileSync(options.file);
  await seedFile({ ...options, file: `${options.file}2`, thread: true });
  expect(readFileSync(`${options.file}2`).equals(first)).toBe(true);
});

it("tells of a failure in the thread", async () => {
  const profile = { ...smallProfile, queues: [{ ...smallProfile.queues[0]!, region: "atlantis" as "us" }] };
  await expect(seedFile({ ...options, profile, thread: true })).rejects.toThrow();
  expect(filesThere()).toEqual([]);
});

it("removes the drafts of programs that are gone, and no others", async () => {
  await seedFile(options);
  // Process numbers end at 4,194,304 on Linux and lower elsewhere: nobody has the first.
  const [dead, alive, other] = [
    "demo.sqlite.seeding-99999999",
    `demo.sqlite.seeding-${process.ppid}`,
    "x.sqlite.seeding-99999999",
  ];
  for (const name of [dead, `${dead}-wal`, alive, other]) writeFileSync(join(folder, "data", name), "");
  await seedFile({ ...options, replace: true });
  expect(filesThere().toSorted()).toEqual(["demo.sqlite", alive, other].toSorted());
});

it("refuses to replace a file that somebody has open", async () => {
  await seedFile(options);
  const store = openStore(options.file);
  readFacts(store);
  await expect(seedFile({ ...options, replace: true })).rejects.toThrow("another program has it open");
  store.close();
  expect(seedOf()).toBe("1");
});

it("never replaces a file that is no data file", async () => {
  await seedFile(options);
  writeFileSync(options.file, "my diary, ".repeat(1000));
  await expect(seedFile({ ...options, replace: true })).rejects.toThrow(/cannot open .*demo\.sqlite/);
  expect(readFileSync(options.file, "utf8")).toContain("my diary");
});
