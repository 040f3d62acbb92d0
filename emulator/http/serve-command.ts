import { renameSync, rmSync, writeFileSync } from "node:fs";
import { InvalidArgumentError, type Command } from "commander";
import { zoneClock } from "../../zones/index.ts";
import { defaultDataFile, type Store } from "../store/index.ts";
import { createEmulator, defaultBuild } from "./emulator.ts";
import { openHistory } from "./open-history.ts";
import { formatTable, print } from "./print.ts";

/** The port that the program listens on unless told otherwise. */
export const defaultPort = 5178;

/** A key that the program may show, because it follows from the seed. */
export type ShownKey = {
  readonly person: string;
  readonly role: string;
  readonly key: string;
  /** The numbers of the queues whose reports it may read. */
  readonly queues: readonly number[];
};

/** What the command is given from outside its room. */
type ServeSources = {
  /** The keys of a store that may be shown; none where the data is not the program's own. */
  readonly listKeys: (store: Store) => readonly ShownKey[];
  /** Goes on with the history of a store, up to an instant; throws when it cannot. */
  readonly growHistory: (store: Store) => { readonly advance: (until: number) => number };
};

type ServeOptions = {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly build: string;
  readonly now?: number;
  readonly live: boolean;
  readonly speed?: number;
  readonly readyFile?: string;
};

/** How often a live history grows. */
const growthMs = 1000;

/** Adds `chime-bi serve`, which serves a data file until it is stopped. */
export function defineServeCommand(program: Command, { listKeys, growHistory }: ServeSources): void {
  program
    .command("serve")
    .description("serve the reporting API from a data file, until Ctrl+C")
    .option("--data <file>", "the data file", defaultDataFile)
    .option("--port <number>", "the port to listen on; 0 takes a free one", readPort, defaultPort)
    .option("--host <host>", "the address or name to listen on", "127.0.0.1")
    .option("--build <build>", "the build of Chime to stand in for", readBuild, defaultBuild)
    .option("--now <instant>", "stop the emulator's clock at an ISO-8601 instant (without an offset: UTC)", readNow)
    .option("--live", "let the history go on with the clock, which then begins at --now and does not stop", false)
    .option(
      "--speed <times>",
      "how many times as fast as the machine's the clock of --live goes (default: 1)",
      readSpeed,
    )
    .option("--ready-file <file>", "write {url, pid, keys} there once it listens; removed when it stops")
    .addHelpText(
      "after",
      "\nExample:\n  $ chime-bi serve --port 8080 --now 2020-12-15T12:00:00Z\n  $ chime-bi serve --live --speed 60",
    )
    .action(async (options: ServeOptions, command: Command) => {
      if (options.speed !== undefined && !options.live) {
        command.error("error: option '--speed <times>' needs '--live'");
      }
      const store = openHistory(options.data);
      try {
        const tell = (text: string): void => {
          print(command, text);
        };
        if (options.live) await serveLive(store, options, { listKeys, growHistory }, tell);
        else await serve(store, options, listKeys(store), tell);
      } finally {
        store.close();
      }
    });
}

/** Serves while the history goes on with the clock. */
async function serveLive(
  store: Store,
  options: ServeOptions,
  { listKeys, growHistory }: ServeSources,
  tell: (text: string) => void,
): Promise<void> {
  const startedAt = Date.now();
  const { now: from = startedAt, speed = 1 } = options;
  const now = (): number => Math.floor(from + (Date.now() - startedAt) * speed);
  // A connection of its own: the emulator's is busy while a report is being sent.
  const growing = openHistory(options.data);
  let timer: NodeJS.Timeout | undefined;
  try {
    const growth = growHistory(growing);
    growth.advance(now());
    timer = setInterval(() => {
      try {
        growth.advance(now());
      } catch (error) {
        clearInterval(timer);
        console.error(`serve: the history no longer grows: ${error instanceof Error ? error.message : String(error)}`);
      }
    }, growthMs);
    await serve(store, { ...options, now }, listKeys(store), tell);
  } finally {
    clearInterval(timer);
    growing.close();
  }
}

async function serve(
  store: Store,
  { host, port, build, now, readyFile }: Omit<ServeOptions, "now"> & { readonly now?: number | (() => number) },
  keys: readonly ShownKey[],
  tell: (text: string) => void,
): Promise<void> {
  const emulator = await createEmulator({ store, host, port, build, ...(now !== undefined && { now }) });
  const stopped = waitForStop();
  try {
    if (readyFile !== undefined) writeReadyFile(readyFile, { url: emulator.url, keys });
    tell(`${describeServing(emulator.url, keys)}\n\nCtrl+C stops it.`);
    await stopped;
  } finally {
    if (readyFile !== undefined) rmSync(readyFile, { force: true });
    await emulator.close();
  }
}

/** What the program prints once it serves: the address, and the keys that may be shown. */
export function describeServing(url: string, keys: readonly ShownKey[]): string {
  const address = `Serving the Chime reporting API at ${url}`;
  if (keys.length === 0) return address;
  const rows = keys.map(({ person, role, key, queues }) => [person, role, queues.join(", "), key]);
  return `${address}\n\nDemo keys, for this machine only:\n${formatTable(["Person", "Role", "Queues", "Key"], rows)}`;
}

/** Writes where an emulator answers, and with which keys, all at once: a reader sees the whole file or none. */
export function writeReadyFile(
  file: string,
  { url, keys }: { readonly url: string; readonly keys: readonly ShownKey[] },
): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    // It holds keys: for this account only.
    writeFileSync(draft, `${JSON.stringify({ url, pid: process.pid, keys }, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  } catch (cause) {
    rmSync(draft, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`could not write the ready file "${file}": ${why}; name one in a folder that is there`, { cause });
  }
}

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Waits for Ctrl+C or another signal to stop. A second one ends the process at once. */
export async function waitForStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of stopSignals) process.off(signal, stop);
      resolve();
    };
    for (const signal of stopSignals) process.on(signal, stop);
  });
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
