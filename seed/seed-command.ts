import { existsSync } from "node:fs";
import { InvalidArgumentError, type Command } from "commander";
import { defaultDataFile, hashHistory, openStore, readFacts } from "../emulator/store/index.ts";
import { zoneClock } from "../zones/index.ts";
import { growHistory } from "./growth.ts";
import { readProfileFile } from "./profile-file.ts";
import { profiles, type ProfileName } from "./profiles.ts";
import { drawProgress } from "./progress-bar.ts";
import { seedFile, type SeedFileOptions } from "./seed-file.ts";
import { firstInstantOf } from "./simulation.ts";
import { planOf, type SeedResult } from "./seed-history.ts";

type Options = {
  readonly data: string;
  /** The name of a profile, or of a JSON file. */
  readonly profile: string;
  readonly seed: number;
  readonly until?: number;
  readonly from?: string;
  readonly transcripts: boolean;
  readonly append?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
};

const hourMs = 3_600_000;

/** Adds `seed` to the program. The action throws an Error when the work failed. */
export function defineSeedCommand(program: Command): void {
  const names = Object.keys(profiles).join(", ");
  program
    .command("seed")
    .summary("write a synthetic help-desk history into a data file")
    .description(
      "Writes a synthetic help-desk history into a data file, or goes on with one. The same profile, seed and until give the same history on any machine.",
    )
    .option("--data <file>", "the data file", defaultDataFile)
    .option("--profile <name>", `what the history holds: ${names}, or a JSON file`, parseProfile, "demo")
    .option("--seed <number>", "a whole number from 0 on; another one, another history", parseSeed, 1)
    .option(
      "--until <instant>",
      "the history's end, ISO-8601 with an offset or Z (default: the last full hour)",
      parseUntil,
    )
    .option(
      "--from <date>",
      "the date that the main part begins with (default: the profile's days before until)",
      parseDay,
    )
    .option("--no-transcripts", "leave the messages out: a third of the time and a tenth of the space")
    .option("--append", "go on from where the history of the file ends; profile and seed are those of the file")
    .option("--json", "print {file, profile, seed, from, until, contentHash, chats, queues, agents, people}")
    .option("--force", "replace a history that the file has already")
    .addHelpText(
      "after",
      "\nExample:\n  chime-bi seed --data demo.sqlite --seed 7 --until 2026-11-01T00:00:00Z --json\n" +
        "  chime-bi seed --data demo.sqlite --append --until 2026-11-08T00:00:00Z\n",
    )
    .action(run);
}

/** Seeds a file that has no history yet as `seed` does without options, with the progress bar; Ctrl+C stops it. */
export async function seedWithProgress(file: string): Promise<SeedResult> {
  return await seedShown({ file, profile: "demo", seed: 1, until: lastFullHour(), replace: false });
}

async function run(options: Options, command: Command): Promise<void> {
  const { data: file, until = lastFullHour(), json = false } = options;
  const print = (text: string): void => command.configureOutput().writeOut?.(`${text}\n`);
  if (options.append) {
    for (const name of ["profile", "seed", "from", "transcripts", "force"] as const) {
      if (command.getOptionValueSource(name) === "cli") {
        command.error(`error: option '--append' cannot be used with '--${name === "transcripts" ? "no-" : ""}${name}'`);
      }
    }
    print(append(file, until, json));
    return;
  }
  const { seed, from: firstOn, transcripts, force = false } = options;
  const profile = isName(options.profile) ? options.profile : readProfileFile(options.profile);
  const isAfterEnd = firstOn !== undefined && firstInstantOf(planOf({ profile, seed, until, firstOn }), until) >= until;
  if (isAfterEnd) throw new Error(`the history would begin after it ends: ${firstOn} is not before ${toText(until)}`);
  const more = firstOn === undefined ? {} : { firstOn };
  const result = await seedShown({ file, profile, seed, until, transcripts, replace: force, ...more });
  const { contentHash, chats, queues, agents, people } = result;
  const from = toText(result.from);
  print(
    json
      ? JSON.stringify({
          ...{ file, profile: result.profile, seed, from, until: toText(until) },
          ...{ contentHash, chats, queues, agents, people },
        })
      : `seeded ${file}: profile ${result.profile}, seed ${seed}, ${from} to ${toText(until)}\n` +
          `${chats} chats, ${queues} queues, ${agents} agents, ${people} people; content hash ${contentHash}`,
  );
}

function append(file: string, until: number, json: boolean): string {
  if (!existsSync(file))
    throw new Error(`cannot go on with "${file}": there is no such file; seed it without --append`);
  const store = openStore(file);
  const progress = drawProgress("going on", process.stderr);
  try {
    const growth = growHistory(store);
    const before = growth.until();
    if (until < before) {
      throw new Error(`the history of "${file}" ends at ${toText(before)} already: give a later --until`);
    }
    const chats = growth.advance(until, { hash: true, onProgress: progress.show });
    const facts = readFacts(store);
    // A history that grew with `serve --live` has none.
    const known = facts.get("contentHash") ?? "";
    const contentHash = known === "" ? hashHistory(store) : known;
    if (json) {
      const profile = facts.get("profile");
      const seed = Number(facts.get("seed"));
      const from = toText(Number(facts.get("from")));
      return JSON.stringify({ file, profile, seed, from, until: toText(until), contentHash, added: chats });
    }
    return `went on with ${file} from ${toText(before)} to ${toText(until)}\n${chats} chats more; content hash ${contentHash}`;
  } finally {
    progress.clear();
    store.close();
  }
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

function toText(instant: number): string {
  return new Date(instant).toISOString();
}

function lastFullHour(): number {
  return Math.floor(Date.now() / hourMs) * hourMs;
}

function parseProfile(text: string): string {
  if (isName(text) || text.endsWith(".json")) return text;
  throw new InvalidArgumentError(`Allowed choices are ${Object.keys(profiles).join(", ")}, or a .json file.`);
}

function isName(text: string): text is ProfileName {
  return Object.hasOwn(profiles, text);
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new InvalidArgumentError("it must be a whole number from 0 to 9007199254740991.");
}

function parseDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && zoneClock("UTC").parseInstant(text) !== undefined) return text;
  throw new InvalidArgumentError("it must be a date such as 2025-10-01.");
}

function parseUntil(text: string): number {
  const hasOffset = /[T ].*(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const until = hasOffset ? zoneClock("UTC").parseInstant(text) : undefined;
  if (until !== undefined && until >= 0) return until;
  throw new InvalidArgumentError("it must be an ISO-8601 instant with an offset or Z, such as 2026-11-01T00:00:00Z.");
}
