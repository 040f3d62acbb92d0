import { rmSync } from "node:fs";
import { InvalidArgumentError, type Command } from "commander";
import { zoneClock } from "../../zones/index.ts";
import { defaultDataFile, type Store } from "../store/index.ts";
import { createClock } from "./clock.ts";
import { announceControl } from "./control/control-file.ts";
import { createEmulator, defaultBuild, type EmulatorOptions } from "./emulator.ts";
import { readFaultFile } from "./faults/fault-file.ts";
import type { AuditRetention } from "./limits/audit-retention.ts";
import { openLiveHistory, type GrowHistory, type LiveHistory } from "./live-history.ts";
import { openHistory } from "./open-history.ts";
import { formatTable, print } from "./print.ts";
import { writeReadyFile, type ShownKey } from "./ready-file.ts";
import { addRecordingOptions, isRecording, serveRecording, type RecordingOptions } from "./replay/serve-recording.ts";
import {
  addAccessOptions,
  addRetentionOption,
  checkAccessOptions,
  readServingAccess,
  type ServingAccess,
  type AccessOptions,
} from "./serve-options.ts";
import { waitForStop } from "./wait-for-stop.ts";

/** The port that the program listens on unless told otherwise. */
export const defaultPort = 5178;

/** What the command is given from outside its room. */
type ServeSources = {
  /** The keys of a store that may be shown; none where the data is not the program's own. */
  readonly listKeys: (store: Store) => readonly ShownKey[];
  readonly growHistory: GrowHistory;
};

type ServeOptions = AccessOptions &
  RecordingOptions & {
    readonly data: string;
    readonly port: number;
    readonly host: string;
    readonly build: string;
    readonly now?: number;
    readonly live?: boolean;
    readonly speed?: number;
    readonly readyFile?: string;
    readonly auditRetention: AuditRetention;
    readonly faults?: string;
    readonly reset: boolean;
    readonly askPasswords?: true;
  };

/** Adds `chime-bi serve`, which serves a data file until it is stopped. */
export function defineServeCommand(program: Command, { listKeys, growHistory }: ServeSources): void {
  const serving = program
    .command("serve")
    .description("serve the reporting API from a data file, or from a recording, until Ctrl+C")
    .option("--data <file>", "the data file", defaultDataFile)
    .option("--port <number>", "the port to listen on; 0 takes a free one", readPort, defaultPort)
    .option("--host <host>", "the address or name to listen on", "127.0.0.1")
    .option("--build <build>", "the build of Chime to stand in for", readBuild, defaultBuild)
    .option("--now <instant>", "stop the emulator's clock at an ISO-8601 instant (without an offset: UTC)", readNow)
    .option("--live", "let the history go on with the clock, which then begins at --now and does not stop")
    .option(
      "--speed <times>",
      "how many times as fast as the machine's the clock of --live goes (default: 1)",
      readSpeed,
    )
    .option("--faults <faults>", "what calls meet: the name of a scenario, or a JSON file with rules")
    .option("--no-reset", "keep no copy of the data as it is at the start: `control reset` does not go back to it")
    .option("--ask-passwords", "ask for a password to the pages on this machine too, as behind a proxy")
    .option("--ready-file <file>", "write {url, pid, keys, controlToken} there once it listens; removed when it stops");
  addRetentionOption(addRecordingOptions(addAccessOptions(serving)))
    .addHelpText(
      "after",
      "\nExample:\n  $ chime-bi serve --port 8080 --now 2020-12-15T12:00:00Z\n  $ chime-bi serve --live --speed 60\n  $ chime-bi serve --faults throttled\n  $ chime-bi serve --record desk.jsonl --upstream https://chime.example.com\n  $ chime-bi serve --replay desk.jsonl",
    )
    .action(async (options: ServeOptions, command: Command) => {
      if (options.speed !== undefined && !options.live) {
        command.error("error: option '--speed <times>' needs '--live'");
      }
      const tell = (text: string): void => {
        print(command, text);
      };
      checkAccessOptions(options, command);
      if (isRecording(options, command)) {
        await serveRecording(options, tell);
        return;
      }
      const store = openHistory(options.data);
      try {
        const access = await readServingAccess(options, options.data);
        if (options.live) await serveLive(store, options, access, { listKeys, growHistory }, tell);
        else await serve(store, options, access, listKeys(store), tell);
      } finally {
        store.close();
      }
    });
}

/** Serves while the history goes on with the clock. */
async function serveLive(
  store: Store,
  options: ServeOptions,
  access: ServingAccess,
  { listKeys, growHistory }: ServeSources,
  tell: (text: string) => void,
): Promise<void> {
  const { now = Date.now(), speed = 1 } = options;
  let live: LiveHistory | undefined = undefined;
  const clock = createClock({ now, speed, onMove: () => live?.grow() });
  live = openLiveHistory(options.data, growHistory, clock.now);
  try {
    await serve(store, options, { ...access, clock, writer: live }, listKeys(store), tell);
  } finally {
    live.close();
  }
}

async function serve(
  store: Store,
  options: ServeOptions,
  { notes, ...access }: ServingAccess & Pick<EmulatorOptions, "clock" | "writer">,
  keys: readonly ShownKey[],
  tell: (text: string) => void,
): Promise<void> {
  const { data, host, port, build, now, readyFile, auditRetention, faults, reset, askPasswords } = options;
  const emulator = await createEmulator({
    store,
    host,
    port,
    build,
    auditRetention,
    isResettable: reset,
    ...(askPasswords && { askPasswords }),
    ...access,
    ...(now !== undefined && { now }),
    ...(faults !== undefined && { faults: readFaultFile(faults) }),
  });
  const { url, controlToken, certificate } = emulator;
  const stopped = waitForStop();
  let withdraw: (() => void) | undefined;
  try {
    withdraw = announceControl(data, { url, token: controlToken, ...(certificate !== undefined && { certificate }) });
    if (readyFile !== undefined) writeReadyFile(readyFile, { url, keys, controlToken });
    tell([describeServing(url, keys), ...notes, "Ctrl+C stops it."].join("\n\n"));
    await stopped;
  } finally {
    if (readyFile !== undefined) rmSync(readyFile, { force: true });
    withdraw?.();
    await emulator.close();
  }
}

/** What the program prints once it serves: the addresses, and the keys that may be shown. */
export function describeServing(url: string, keys: readonly ShownKey[]): string {
  const address = `Serving the Chime reporting API at ${url}\nPages to look around: ${url}/Chime/Admin`;
  if (keys.length === 0) return address;
  const rows = keys.map(({ person, role, key, queues }) => [person, role, queues.join(", "), key]);
  return `${address}\n\nDemo keys, for this machine only:\n${formatTable(["Person", "Role", "Queues", "Key"], rows)}`;
}

/** Reads the number of a port for an option of a command; anything else is wrong usage. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (port > 65_535) throw new InvalidArgumentError("give a whole number from 0 to 65535.");
  return port;
}

function readBuild(text: string): string {
  if (!/^\d+(\.\d+)*$/.test(text)) throw new InvalidArgumentError("give numbers with dots between, such as 3.1.578.");
  return text;
}

function readSpeed(text: string): number {
  const speed = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || speed <= 0 || speed > 86_400) {
    throw new InvalidArgumentError("give a number above 0 and up to 86400.");
  }
  return speed;
}

function readNow(text: string): number {
  const instant = zoneClock("UTC").parseInstant(text);
  if (instant === undefined) throw new InvalidArgumentError("give an instant such as 2020-12-15T12:00:00Z.");
  return instant;
}
