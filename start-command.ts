import { existsSync, rmSync } from "node:fs";
import type { Command } from "commander";
import { printRefresh, readTarget, runRefresh, shippedConnector, wantsColour } from "./connector/refresh/index.ts";
import {
  announceControl,
  createEmulator,
  defaultPort,
  describeServing,
  readPort,
  waitForStop,
  writeReadyFile,
} from "./emulator/http/index.ts";
import { defaultDataFile, hasHistory, openStore } from "./emulator/store/index.ts";
import { listSeededKeys, seedWithProgress } from "./seed/index.ts";

type Flags = { readonly data: string; readonly port: number; readonly readyFile?: string };

/** Adds `chime-bi start`, the main job. It stands beside the program because it needs every room. */
export function defineStartCommand(program: Command): void {
  program
    .command("start")
    .description("seed if there is no data, serve, refresh every table through the connector, and keep serving")
    .option("--data <file>", "the data file", defaultDataFile)
    .option("--port <number>", "the port to listen on; 0 takes a free one", readPort, defaultPort)
    .option(
      "--ready-file <file>",
      "write {url, pid, keys, controlToken} there once the refresh is done; removed when it stops",
    )
    .addHelpText("after", "\nExample:\n  $ chime-bi start --port 8080\n")
    .action(start);
}

async function start({ data, port, readyFile }: Flags): Promise<void> {
  await seedWhenEmpty(data);
  const store = openStore(data);
  const emulator = await createEmulator({ store, port, isResettable: true }).catch((error: unknown) => {
    store.close();
    throw error;
  });
  const { url, controlToken } = emulator;
  const stopped = waitForStop();
  let withdraw: (() => void) | undefined;
  try {
    withdraw = announceControl(data, { url, token: controlToken });
    const keys = listSeededKeys(store);
    console.log(`${describeServing(url, keys)}\n`);
    const [administrator] = keys;
    if (administrator) await refreshThroughConnector(url, administrator.key);
    else console.log("No refresh: this data file has no key that follows from its seed.");
    console.log("\nStill serving. Ctrl+C stops it.");
    if (readyFile !== undefined) writeReadyFile(readyFile, { url, keys, controlToken });
    await stopped;
  } finally {
    if (readyFile !== undefined) rmSync(readyFile, { force: true });
    withdraw?.();
    await emulator.close();
    store.close();
  }
}

async function seedWhenEmpty(file: string): Promise<void> {
  if (existsSync(file)) {
    const store = openStore(file);
    const isSeeded = hasHistory(store);
    store.close();
    if (isSeeded) return;
  }
  console.log(`Seeding a help desk into ${file}`);
  const { chats, queues, agents } = await seedWithProgress(file);
  console.log(`${chats.toLocaleString("en-US")} chats in ${queues} queues, answered by ${agents} agents\n`);
}

async function refreshThroughConnector(url: string, key: string): Promise<void> {
  console.log("Refreshing every table through Chime.mez, as Power BI Desktop would:\n");
  const result = await runRefresh({ target: await readTarget(shippedConnector()), as: "desktop", url, key });
  console.log(printRefresh(result, wantsColour()));
}
