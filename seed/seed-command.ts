import { InvalidArgumentError, Option, type Command } from "commander";
import { defaultDataFile } from "../emulator/store/index.ts";
import { zoneClock } from "../zones/index.ts";
import { profiles, type ProfileName } from "./profile.ts";
import { drawProgress } from "./progress-bar.ts";
import { seedFile, type SeedFileOptions } from "./seed-file.ts";
import type { SeedResult } from "./seed-history.ts";

type Options = {
  readonly data: string;
  readonly profile: ProfileName;
  readonly seed: number;
  readonly until?: number;
  readonly json: boolean;
  readonly force: boolean;
};

const hourMs = 3_600_000;

/** Adds `seed` to the program. The action throws an Error when the work failed. */
export function defineSeedCommand(program: Command): void {
  program
    .command("seed")
    .summary("write a synthetic help-desk history into a data file")
    .description(
      "Writes a synthetic help-desk history into a data file. The same profile, seed and until give the same history on any machine.",
    )
    .option("--data <file>", "the data file", defaultDataFile)
    .addOption(new Option("--profile <name>", "what the history holds").choices(Object.keys(profiles)).default("demo"))
    .option("--seed <number>", "a whole number from 0 on; another one, another history", parseSeed, 1)
    .option(
      "--until <instant>",
      "the history's end, ISO-8601 with an offset or Z (default: the last full hour)",
      parseUntil,
    )
    .option("--json", "print {file, profile, seed, from, until, contentHash, chats, queues, agents, people}", false)
    .option("--force", "replace a history that the file has already", false)
    .addHelpText(
      "after",
      "\nExample:\n  chime-bi seed --data demo.sqlite --seed 7 --until 2026-11-01T00:00:00Z --json\n",
    )
    .action(run);
}

/** Seeds a file that has no history yet as `seed` does without options, with the progress bar; Ctrl+C stops it. */
export async function seedWithProgress(file: string): Promise<SeedResult> {
  return await seedShown({ file, profile: "demo", seed: 1, until: lastFullHour(), replace: false });
}

async function run(options: Options, command: Command): Promise<void> {
  const { data: file, profile, seed, until = lastFullHour(), json, force } = options;
  const result = await seedShown({ file, profile, seed, until, replace: force });
  const { contentHash, chats, queues, agents, people } = result;
  const from = new Date(result.from).toISOString();
  const to = new Date(until).toISOString();
  const text = json
    ? JSON.stringify({ file, profile, seed, from, until: to, contentHash, chats, queues, agents, people })
    : `seeded ${file}: profile ${profile}, seed ${seed}, ${from} to ${to}\n` +
      `${chats} chats, ${queues} queues, ${agents} agents, ${people} people; content hash ${contentHash}`;
  command.configureOutput().writeOut?.(`${text}\n`);
}

async function seedShown(options: Omit<SeedFileOptions, "signal" | "onProgress">): Promise<SeedResult> {
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort(new Error(`stopped before the history was whole: "${options.file}" is as it was`));
  };
  const progress = drawProgress("seeding", process.stderr);
  process.once("SIGINT", interrupt);
  try {
    return await seedFile({ ...options, signal: stop.signal, onProgress: progress.show });
  } finally {
    progress.clear();
    process.off("SIGINT", interrupt);
  }
}

function lastFullHour(): number {
  return Math.floor(Date.now() / hourMs) * hourMs;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new InvalidArgumentError("it must be a whole number from 0 to 9007199254740991.");
}

function parseUntil(text: string): number {
  const hasOffset = /[T ].*(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const until = hasOffset ? zoneClock("UTC").parseInstant(text) : undefined;
  if (until !== undefined && until >= 0) return until;
  throw new InvalidArgumentError("it must be an ISO-8601 instant with an offset or Z, such as 2026-11-01T00:00:00Z.");
}
