import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../emulator/store/index.ts";
import { defineSeedCommand } from "../../seed/index.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chime-bi-seed-"));
  file = join(folder, "new", "demo.sqlite");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the command prints, on both streams. */
async function run(...words: readonly string[]): Promise<string> {
  let printed = "";
  const collect = (text: string): void => {
    printed += text;
  };
  const program = new Command("chime-bi").exitOverride().configureOutput({ writeOut: collect, writeErr: collect });
  defineSeedCommand(program);
  try {
    await program.parseAsync(["seed", ...words], { from: "user" });
  } catch (error) {
    // Commander has printed what was wrong, or the help.
    if (!(error instanceof CommanderError)) throw error;
  }
  return printed;
}

// A history of the past is short: it ends before the window of the vendor's samples.
const until = "2020-06-01T02:00:00+02:00";

describe("chime-bi seed", () => {
  it("prints one JSON object, and does the same over with --force, in words", async () => {
    const json = await run("--data", file, "--profile", "small", "--seed", "7", "--until", until, "--json");
    const printed = JSON.parse(json) as Record<string, unknown>;
    expect(printed).toEqual({
      file,
      profile: "small",
      seed: 7,
      from: expect.stringMatching(/^2020-05-2.*Z$/) as string,
      until: "2020-06-01T00:00:00.000Z",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      chats: expect.any(Number) as number,
      queues: 6,
      agents: 40,
      people: 55,
    });
    await expect(run("--data", file, "--until", until)).rejects.toThrow("already holds a history");
    expect(await run("--data", file, "--profile", "small", "--seed", "7", "--until", until, "--force")).toBe(
      `seeded ${file}: profile small, seed 7, ${String(printed["from"])} to 2020-06-01T00:00:00.000Z\n` +
        `${String(printed["chats"])} chats, 6 queues, 40 agents, 55 people; content hash ${String(printed["contentHash"])}\n`,
    );
  });

  it.each([
    { words: ["--until", "yesterday"], says: "option '--until <instant>' argument 'yesterday' is invalid" },
    { words: ["--until", "2026-11-01"], says: "with an offset or Z" },
    { words: ["--until", "2026-11-01T00:00:00"], says: "with an offset or Z" },
    { words: ["--until", "2026-02-30T00:00:00Z"], says: "with an offset or Z" },
    { words: ["--seed", "-1"], says: "whole number" },
    { words: ["--seed", "1.5"], says: "whole number" },
    { words: ["--seed", "9007199254740993"], says: "whole number" },
    {
      words: ["--profile", "enormous"],
      says: "Allowed choices are small, demo, year, large, huge, outage, empty, or a .json file",
    },
    { words: ["--from", "today"], says: "a date such as 2025-10-01" },
    { words: ["--append", "--seed", "2"], says: "option '--append' cannot be used with '--seed'" },
    { words: ["--append", "--no-transcripts"], says: "option '--append' cannot be used with '--no-transcripts'" },
    { words: ["--verbose"], says: "unknown option '--verbose'" },
  ])("refuses $words, and writes no file", async ({ words, says }) => {
    expect(await run("--data", file, ...words)).toContain(says);
    expect(existsSync(file)).toBe(false);
  });

  it("goes on with a history: the same as in one go", async () => {
    const [first, second] = ["2020-06-01T00:00:00Z", "2020-06-03T09:30:00Z"];
    await run("--data", file, "--profile", "small", "--until", first);
    const added = JSON.parse(await run("--data", file, "--append", "--until", second, "--json")) as Record<
      string,
      unknown
    >;
    const whole = JSON.parse(
      await run("--data", `${file}2`, "--profile", "small", "--from", "2020-05-24", "--until", second, "--json"),
    ) as Record<string, unknown>;
    expect(added).toMatchObject({
      profile: "small",
      until: "2020-06-03T09:30:00.000Z",
      contentHash: whole["contentHash"],
    });
    expect(added["added"]).toBeGreaterThan(100);
    await expect(run("--data", file, "--append", "--until", first)).rejects.toThrow("ends at 2020-06-03T09:30:00.000Z");
    expect(await run("--data", file, "--append", "--until", second)).toContain("0 chats more; content hash");
  });

  it("goes on with no file that is not there, and with no history that it did not make", async () => {
    await expect(run("--data", file, "--append")).rejects.toThrow("there is no such file");
    mkdirSync(join(folder, "new"));
    openStore(file).close();
    await expect(run("--data", file, "--append")).rejects.toThrow("it was not made by `chime-bi seed`");
  });

  it("seeds a profile of one's own", async () => {
    const profile = join(folder, "mine.json");
    writeFileSync(profile, JSON.stringify({ name: "mine", basedOn: "empty", days: 2 }));
    expect(await run("--data", file, "--profile", profile, "--until", until, "--no-transcripts")).toContain(
      "profile mine",
    );
  });

  it("says what is wrong with a profile of one's own, and writes no file", async () => {
    const profile = join(folder, "mine.json");
    writeFileSync(profile, JSON.stringify({ name: "mine", days: "ten" }));
    await expect(run("--data", file, "--profile", profile)).rejects.toThrow(
      `cannot use the profile "${profile}": days must be a whole number from 0 to 10000, not "ten"`,
    );
    expect(existsSync(file)).toBe(false);
  });

  it("refuses a history that begins after it ends", async () => {
    await expect(run("--data", file, "--from", "2020-07-01", "--until", until)).rejects.toThrow("begin after it ends");
  });

  it("has help with an example", async () => {
    expect(await run("--help")).toContain(
      "chime-bi seed --data demo.sqlite --seed 7 --until 2026-11-01T00:00:00Z --json",
    );
  });
});
