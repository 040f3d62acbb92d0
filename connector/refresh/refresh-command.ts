import { writeFileSync } from "node:fs";
import { InvalidArgumentError, Option, type Command } from "commander";
import { collectPair, readInstant, readZone, type Credential } from "../engine/index.ts";
import { printRefresh } from "./output/print-refresh.ts";
import { showProgress } from "./output/progress.ts";
import { refreshAsHtml } from "./output/write-html.ts";
import { refreshAsJunit } from "./output/write-junit.ts";
import { TableFiles } from "./output/write-tables.ts";
import type { RefreshPolicy } from "./policy/policy.ts";
import { readState, writeState } from "./policy/state.ts";
import { runRefresh } from "./run-refresh.ts";
import type { Capacity, RefreshOptions } from "./run/options.ts";
import type { RefreshResult } from "./run/result.ts";
import type { RefreshKind } from "./run/words.ts";
import {
  mergeSettings,
  parseCredential,
  parsePolicyFlag,
  readSettings,
  settingsOf,
  type Settings,
} from "./settings.ts";
import { readConnector, readTarget, shippedConnector, type Target } from "./target.ts";

type Policies = Readonly<Record<string, RefreshPolicy>>;

type Flags = {
  readonly as: RefreshKind;
  readonly url?: string;
  readonly key?: string;
  readonly options?: string;
  readonly parameter: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, string>>;
  readonly credential: readonly Credential[];
  readonly settings?: string;
  readonly extension: readonly string[];
  readonly allow: readonly string[];
  readonly only: readonly string[];
  readonly parallel: number;
  readonly policy: Policies;
  readonly state?: string;
  readonly zone: string;
  readonly capacity: Capacity;
  readonly now?: number;
  readonly out?: string;
  readonly format: "csv" | "parquet";
  readonly html?: string;
  readonly junit?: string;
  readonly json?: true;
};

/** Adds `chime-bi refresh`: every table of a connector, of queries or of a project, as Desktop or the Service would load it. */
export function defineRefreshCommand(program: Command): void {
  const command = program.command("refresh");
  addInputs(command)
    .addOption(new Option("--as <kind>", "whose refresh to play").choices(["desktop", "service"]).default("desktop"))
    .option("--only <table...>", "refresh these tables only; * stands for any part of a name")
    .option("--parallel <number>", "tables and partitions to load at a time", readParallel, 2)
    .option("--policy <policy>", '"store 3 years, refresh 10 days", "Table=…", or a .json file', collectPolicy, {})
    .option("--state <file>", "where partitions are remembered from one refresh to the next")
    .option("--zone <zone>", "the IANA zone that says which day it is for a policy", readZone, "UTC")
    .addOption(new Option("--capacity <kind>", "2 hours or 5").choices(["shared", "premium"]).default("shared"))
    .option("--now <instant>", "the clock, frozen at an ISO-8601 instant", readInstant)
    .option("--out <folder>", "write the tables there, all of them or none")
    .addOption(new Option("--format <format>", "with --out").choices(["csv", "parquet"]).default("csv"))
    .option("--html <file>", "write a report with a waterfall of the requests")
    .option("--junit <file>", "write a JUnit report")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
Values come from flags, then the environment (CHIME_URL, CHIME_KEY, CHIME_PARAMETER_<name>), then --settings.
Progress goes to standard error. Exit status: 0 when every table was refreshed, 1 when one failed.

Example:
  $ chime-bi refresh Chime.pbip --as service --url http://localhost:5178 --key b5c38d85-a042-4cef-8418-eb06752e346b \\
      --policy "store 2 years, refresh 10 days" --state refresh.json --out tables --html refresh.html
`,
    )
    .action(async (path: string | undefined, flags: Flags) => {
      const result = await refresh(path ?? shippedConnector(), flags, command);
      if (!result.ok) process.exitCode = 1;
    });
}

function addInputs(command: Command): Command {
  return command
    .description("refresh every table of a connector, of queries in M, or of a Power BI project, over HTTP")
    .argument("[target]", "a .mez, a .pq, a .pbip or its folder; the shipped Chime.mez when left out")
    .option("--url <url>", "the address of Chime, such as http://localhost:5178", readUrl)
    .option("--key <guid>", "the API key")
    .option("--options <M>", "the options record of the connector's function, as M")
    .option("--parameter <Name=value>", "the value of a parameter; may be repeated", collectPair, {})
    .option("--set <Name=M>", "an M expression for a parameter; may be repeated", collectPair, {})
    .option("--credential <Kind@path=…>", "key:KEY, basic:USER:PASSWORD or anonymous", collectCredential, [])
    .option("--settings <file>", "url, key, parameters, credentials and policies as JSON")
    .option("--extension <file>", "a connector that the queries use, in place of the shipped one", collect, [])
    .option("--allow <host>", "another host that may be asked; * for all", collect, []);
}

async function refresh(path: string, flags: Flags, command: Command): Promise<RefreshResult> {
  const given: Settings = {
    ...(flags.url !== undefined && { url: flags.url }),
    ...(flags.key !== undefined && { key: flags.key }),
    parameters: flags.parameter,
    credentials: flags.credential,
    policies: flags.policy,
  };
  const read = flags.settings === undefined ? [] : [readSettings(flags.settings)];
  const settings = mergeSettings([...read, settingsOf(process.env), given]);
  if (settings.url !== undefined) readUrl(settings.url);
  const target = await readCheckedTarget(path, settings, flags, command);
  const connectors = await Promise.all(flags.extension.map(readConnector));
  const files = flags.out === undefined ? undefined : new TableFiles(flags.out, flags.format);
  const progress = showProgress(process.stderr, process.stderr.isTTY && wantsColour());
  const result = await withStopSignals((signal) =>
    runAndKeep(
      {
        ...progress,
        ...settings,
        target,
        connectors,
        signal,
        as: flags.as,
        values: settings.parameters ?? {},
        parameters: flags.set,
        allowedHosts: flags.allow,
        only: flags.only,
        parallel: flags.parallel,
        zone: flags.zone,
        capacity: flags.capacity,
        ...(flags.options !== undefined && { options: flags.options }),
        ...(flags.now !== undefined && { now: flags.now }),
      },
      files,
      flags.state,
    ),
  ).finally(progress.end);
  if (flags.html !== undefined) writeReport(flags.html, refreshAsHtml(result));
  if (flags.junit !== undefined) writeReport(flags.junit, refreshAsJunit(result));
  console.log(flags.json ? JSON.stringify(result, undefined, 2) : printRefresh(result, wantsColour()));
  return result;
}

/** Refreshes and keeps rows and state when all went well; otherwise those of the last refresh stay. */
async function runAndKeep(
  options: RefreshOptions,
  files: TableFiles | undefined,
  stateFile: string | undefined,
): Promise<RefreshResult> {
  try {
    const result = await runRefresh({
      ...options,
      ...(stateFile !== undefined && { state: readState(stateFile) }),
      ...(files && {
        openRows: (item, columns) => files.open(item, columns),
        ...(stateFile !== undefined && { hasFile: files.hasFile }),
      }),
    });
    if (!result.ok) return result;
    await files?.keep();
    if (stateFile !== undefined) writeState(stateFile, result.state);
    files?.removeForgotten(result.state);
    return result;
  } finally {
    await files?.discard();
  }
}

/** Reads the target and refuses, as wrong usage, what does not go with it. */
async function readCheckedTarget(path: string, settings: Settings, flags: Flags, command: Command): Promise<Target> {
  const target = await readTarget(path);
  const wrong = (message: string): never => command.error(`error: ${message}`);
  if (target.kind === "connector") {
    if (settings.url === undefined) wrong("a connector needs --url, the address of Chime (or CHIME_URL)");
    if (settings.key === undefined && (settings.credentials ?? []).length === 0)
      wrong("a connector needs --key (or CHIME_KEY)");
    if (Object.keys(settings.policies ?? {}).length > 0) {
      wrong("--policy is for queries and projects; a connector's tables have no RangeStart and RangeEnd");
    }
  } else if (flags.options !== undefined) {
    wrong("--options is for a connector's function; queries take parameters by --parameter Name=value");
  }
  if (flags.as === "desktop" && (Object.keys(flags.policy).length > 0 || flags.state !== undefined)) {
    wrong("--policy and --state go with --as service; Desktop loads what RangeStart and RangeEnd in the file say");
  }
  return target;
}

/** Runs with a signal that Ctrl+C and its like abort; the refresh then ends as a failed one. */
async function withStopSignals<Result>(run: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const name of signals) process.once(name, stop);
  try {
    return await run(controller.signal);
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new Error(`could not write "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Whether standard output takes colours: a terminal, and NO_COLOR not set. */
export function wantsColour(): boolean {
  return process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
}

function readUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new InvalidArgumentError(`"${value}" is not an http or https URL.`);
  return value.replace(/\/+$/u, "");
}

function readParallel(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 20) return number;
  throw new InvalidArgumentError(`"${value}" is not a whole number from 1 to 20.`);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function collectCredential(value: string, before: readonly Credential[]): readonly Credential[] {
  return [...before, asArgument(() => parseCredential(value))];
}

function collectPolicy(value: string, before: Policies): Policies {
  return { ...before, ...asArgument(() => parsePolicyFlag(value)) };
}

/** What is wrong with an argument is wrong usage. */
function asArgument<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw new InvalidArgumentError(`${cause instanceof Error ? cause.message : String(cause)}.`);
  }
}
