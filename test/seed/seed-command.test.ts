import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
    const json = await run("--data", file, "--seed", "7", "--until", until, "--json");
    const printed = JSON.parse(json) as Record<string, unknown>;
    expect(printed).toEqual({
      file,
      profile: "demo",
      seed: 7,
      from: expect.stringMatching(/^2019-.*Z$/) as string,
      until: "2020-06-01T00:00:00.000Z",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      chats: expect.any(Number) as number,
      queues: 5,
      agents: 36,
      people: 49,
    });
    await expect(run("--data", file, "--until", until)).rejects.toThrow("already holds a history");
    expect(await run("--data", file, "--seed", "7", "--until", until, "--force")).toBe(
      `seeded ${file}: profile demo, seed 7, ${String(printed["from"])} to 2020-06-01T00:00:00.000Z\n` +
        `${String(printed["chats"])} chats, 5 queues, 36 agents, 49 people; content hash ${String(printed["contentHash"])}\n`,
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
    { words: ["--profile", "enormous"], says: "Allowed choices are demo" },
    { words: ["--verbose"], says: "unknown option '--verbose'" },
  ])("refuses $words, and writes no file", async ({ words, says }) => {
    expect(await run("--data", file, ...words)).toContain(says);
    expect(existsSync(file)).toBe(false);
  });

  it("has help with an example", async () => {
    expect(await run("--help")).toContain(
      "chime-bi seed --data demo.sqlite --seed 7 --until 2026-11-01T00:00:00Z --json",
    );
  });
});
