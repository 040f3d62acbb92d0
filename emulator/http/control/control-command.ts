import { InvalidArgumentError, type Command } from "commander";
import { defaultDataFile } from "../../store/index.ts";
import { readFaultFile } from "../faults/fault-file.ts";
import { scenarios } from "../faults/scenarios.ts";
import { formatTable, print } from "../print.ts";
import { callControl, findControl, followControl, type ControlOptions } from "./control-client.ts";
import {
  formatCall,
  formatCalls,
  formatClock,
  formatFaults,
  formatSnapshots,
  type CallJson,
  type ClockJson,
  type FaultsJson,
  type SnapshotJson,
} from "./format-control.ts";
import { fastest, parseDuration, parseInstant } from "./read-json.ts";

type Options = ControlOptions & { readonly json?: true };

/** Adds `chime-bi control`, which controls a running emulator over HTTP. */
export function defineControlCommand(program: Command): void {
  const control = program
    .command("control")
    .description("control a running emulator: its clock, faults, snapshots, recent requests")
    .option("--data <file>", "the data file that it serves, beside which it says how it is controlled", defaultDataFile)
    .option("--url <url>", "where it answers, in place of what is said beside the data file")
    .option("--token <token>", "its control token, in place of what is said beside the data file")
    .option("--json", "print JSON")
    .configureHelp({ showGlobalOptions: true });
  addExamples(control, ["clock advance 2h", "faults set throttled", "snapshot save before"]);
  defineClock(control);
  defineFaults(control);
  defineSnapshot(control);
  defineRequests(control);
  define(control, "reset", "put data, clock and faults back to how they were at the start", ["reset"]).action(
    async (_options: unknown, command: Command) => {
      await run(command, "POST", "reset", undefined, () => "Data, clock and faults are as they were at the start.");
    },
  );
  define(control, "ready", "tell whether it serves", ["ready"]).action(async (_options: unknown, command: Command) => {
    await run(command, "GET", "ready", undefined, (ready) => {
      const { build, now } = ready as { readonly build: string; readonly now: string };
      return `It serves, as build ${build}; its clock says ${now}.`;
    });
  });
}

function defineClock(control: Command): void {
  const tell = (clock: unknown): string => formatClock(clock as ClockJson);
  const clock = define(control, "clock", "tell the time, or set, stop and move the clock", [
    "clock",
    "clock freeze 2020-12-15T12:00:00Z",
  ]).action(async (_options: unknown, command: Command) => {
    await run(command, "GET", "clock", undefined, tell);
  });
  define(clock, "freeze", "stop the clock, at an ISO-8601 instant or where it is", [
    "clock freeze 2020-12-15T12:00:00Z",
  ])
    .argument("[instant]", "without an offset: UTC", readInstant)
    .action(async (instant: string | undefined, _options: unknown, command: Command) => {
      await run(command, "PUT", "clock", { mode: "frozen", ...(instant !== undefined && { now: instant }) }, tell);
    });
  define(clock, "set", "put the clock to an ISO-8601 instant; one that goes goes on from there", [
    "clock set 2020-12-15T12:00:00Z",
  ])
    .argument("<instant>", "without an offset: UTC", readInstant)
    .action(async (instant: string, _options: unknown, command: Command) => {
      await run(command, "PUT", "clock", { now: instant }, tell);
    });
  define(clock, "advance", "put the clock forward by 90s, 15m, 2h, 1d or 500ms", ["clock advance 2h"])
    .argument("<duration>", "a number and its unit; to go back: -- -1d", readDuration)
    .action(async (duration: string, _options: unknown, command: Command) => {
      await run(command, "POST", "clock", { advance: duration }, tell);
    });
  define(clock, "run", "let the clock go on from where it is", ["clock run --speed 60"])
    .option("--speed <times>", "how many times as fast as the machine's", readSpeed, 1)
    .action(async ({ speed }: { readonly speed: number }, command: Command) => {
      await run(command, "PUT", "clock", { mode: "running", speed }, tell);
    });
  define(clock, "reset", "put the clock back to how it began", ["clock reset"]).action(
    async (_options: unknown, command: Command) => {
      await run(command, "DELETE", "clock", undefined, tell);
    },
  );
}

function defineFaults(control: Command): void {
  const tell = (faults: unknown): string => formatFaults(faults as FaultsJson);
  const faults = define(control, "faults", "tell which faults calls meet, or set and end them", [
    "faults",
    "faults set flaky --seed 7",
  ]).action(async (_options: unknown, command: Command) => {
    await run(command, "GET", "faults", undefined, tell);
  });
  define(faults, "set", "let calls meet the faults of a scenario, or of a JSON file with rules", [
    "faults set throttled",
    "faults set rules.json",
  ])
    .argument("<faults>", "the name of a scenario, or a file")
    .option("--seed <number>", "what chances are drawn from", readSeed)
    .action(async (name: string, { seed }: { readonly seed?: number }, command: Command) => {
      const plan = readFaultFile(name);
      const body = typeof plan === "string" ? { scenario: plan } : plan;
      await run(command, "PUT", "faults", { ...body, ...(seed !== undefined && { seed }) }, tell);
    });
  define(faults, "clear", "let calls meet no faults", ["faults clear"]).action(
    async (_options: unknown, command: Command) => {
      await run(command, "DELETE", "faults", undefined, tell);
    },
  );
  define(faults, "scenarios", "list the scenarios, without asking the emulator", ["faults scenarios"]).action(
    (_options: unknown, command: Command) => {
      const listed = Object.entries(scenarios).map(([name, { does, meets }]) => ({ name, does, meets }));
      const { json } = command.optsWithGlobals<Options>();
      const rows = listed.map(({ name, does }) => [name, does]);
      print(command, json ? JSON.stringify(listed, undefined, 2) : formatTable(["Scenario", "What happens"], rows));
    },
  );
}

function defineSnapshot(control: Command): void {
  const snapshot = define(control, "snapshot", "keep states of the data, and go back to them", [
    "snapshot save before",
  ]);
  define(snapshot, "list", "list the snapshots", ["snapshot list"]).action(
    async (_options: unknown, command: Command) => {
      await run(command, "GET", "snapshots", undefined, (list) => formatSnapshots(list as readonly SnapshotJson[]));
    },
  );
  const steps = [
    ["save", "keep the data as it is now", "PUT", "", "saved"],
    ["restore", "put the data back to a snapshot; the audit trail stays", "POST", "/restore", "restored"],
    ["remove", "remove a snapshot", "DELETE", "", "removed"],
  ] as const;
  for (const [name, description, method, ending, done] of steps) {
    define(snapshot, name, description, [`snapshot ${name} before`])
      .argument("<name>", "letters, digits, - and _")
      .action(async (given: string, _options: unknown, command: Command) => {
        const path = `snapshots/${encodeURIComponent(given)}${ending}`;
        await run(command, method, path, undefined, () => `The snapshot "${given}" is ${done}.`);
      });
  }
}

type RequestsOptions = {
  readonly since?: number;
  readonly status?: number;
  readonly route?: string;
  readonly follow?: true;
};

function defineRequests(control: Command): void {
  const requests = define(control, "requests", "list the latest requests and how they were answered", [
    "requests --status 429",
    "requests --follow",
  ])
    .option("--since <number>", "only those after this number", readCount)
    .option("--status <status>", "only those answered with this status", readCount)
    .option("--route <text>", "only those with this text in path and query")
    .option("--follow", "tell each one as it is answered, until Ctrl+C")
    .action(async ({ since, status, route, follow }: RequestsOptions, command: Command) => {
      const given = { since, status, route };
      const filter = Object.entries(given).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      );
      const query = filter.length === 0 ? "" : `?${new URLSearchParams(filter).toString()}`;
      if (!follow) {
        await run(command, "GET", `requests${query}`, undefined, (calls) => formatCalls(calls as readonly CallJson[]));
        return;
      }
      const { json, ...options } = command.optsWithGlobals<Options>();
      await followControl(findControl(options), `requests/stream${query}`, (call) => {
        print(command, json ? JSON.stringify(call) : formatCall(call as CallJson));
      });
    });
  define(requests, "clear", "forget the latest requests", ["requests clear"]).action(
    async (_options: unknown, command: Command) => {
      await run(command, "DELETE", "requests", undefined, () => "The latest requests are forgotten.");
    },
  );
}

function define(parent: Command, name: string, description: string, examples: readonly string[]): Command {
  return addExamples(parent.command(name).description(description), examples);
}

function addExamples(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `\n  $ chime-bi control ${example}`).join("");
  return command.addHelpText("after", `\nExample:${lines}`).configureHelp({ showGlobalOptions: true });
}

/** Calls a control route and prints what it answers: as JSON, or in words. */
async function run(
  command: Command,
  method: string,
  path: string,
  body: unknown,
  tell: (answer: unknown) => string,
): Promise<void> {
  const { json, ...options } = command.optsWithGlobals<Options>();
  const answer = await callControl(findControl(options), method, path, body);
  print(command, json ? JSON.stringify(answer, undefined, 2) : tell(answer));
}

function readInstant(text: string): string {
  if (parseInstant(text) === undefined) throw new InvalidArgumentError("give an instant such as 2020-12-15T12:00:00Z.");
  return text;
}

function readDuration(text: string): string {
  if (parseDuration(text) === undefined) throw new InvalidArgumentError("give 90s, 15m, 2h, 1d or 500ms.");
  return text;
}

function readSpeed(text: string): number {
  const speed = Number(text);
  if (speed > 0 && speed <= fastest) return speed;
  throw new InvalidArgumentError(`give a number above 0 and up to ${fastest}.`);
}

function readCount(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("give a whole number.");
  return Number(text);
}

function readSeed(text: string): number {
  const seed = readCount(text);
  if (seed < 2 ** 31) return seed;
  throw new InvalidArgumentError(`give a whole number from 0 to ${2 ** 31 - 1}.`);
}
