/**
 * The bench of the reports, over HTTP as any client calls them: what each costs over a month when the history has 100 thousand, a
 * million and ten million chats, beside a bare count of the same chats by SQLite; and how long short calls take while a million
 * rows stream. The histories are seeded once and kept in the system's folder for temporary files.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openStore } from "../emulator/store/index.ts";
import { planOf, seedFile, simulationVersion, type ProfileName } from "../seed/index.ts";

const until = Date.parse("2026-11-22T00:00:00Z");
/** October 2026, of which every history has all. */
const month = { start: "2026-10-01T04:00:00.000Z", stop: "2026-11-01T03:59:59.999Z" };
const monthQuery = `start=${month.start}&stop=${month.stop}&zone=America/New_York`;
const times = 9;
/** Reports that read messages: a history without any answers them too fast. */
const needMessages: ReadonlySet<string> = new Set(["Sentiment", "BotConversationLength"]);

type History = { readonly profile: ProfileName; readonly transcripts: boolean };
type Server = { readonly process: ChildProcess; readonly url: string; readonly key: string; readonly folder: string };

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A seeded file, made unless one of the same content is there. */
async function fileOf({ profile, transcripts }: History): Promise<string> {
  const plan = JSON.stringify([planOf({ profile, seed: 1, until, transcripts }), until, simulationVersion]);
  const folder = join(tmpdir(), "chime-bi-bench");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${profile}-${createHash("sha256").update(plan).digest("hex").slice(0, 12)}.sqlite`);
  if (existsSync(file)) return file;
  console.log(`seeding ${file}, once`);
  await seedFile({ profile, seed: 1, until, transcripts, file, replace: true });
  return file;
}

async function serve(file: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "chime-bi-bench-"));
  const readyFile = join(folder, "ready.json");
  const program = fileURLToPath(new URL("../cli.js", import.meta.url));
  const words = [
    "serve",
    "--data",
    file,
    "--port",
    "0",
    "--now",
    new Date(until).toISOString(),
    "--no-reset",
    "--ready-file",
    readyFile,
  ];
  const server = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "ignore", "inherit"] });
  while (!existsSync(readyFile)) {
    if (server.exitCode !== null) throw new Error(`the emulator did not start: it ended with ${server.exitCode}`);
    await sleep(20);
  }
  const ready = JSON.parse(readFileSync(readyFile, "utf8")) as { url: string; keys: { key: string }[] };
  return { process: server, url: ready.url, key: ready.keys[0]!.key, folder };
}

async function stop({ process: server, folder }: Server): Promise<void> {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
}

/** The body of an answer, read to its end. */
async function call({ url, key }: Server, path: string): Promise<string> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return text;
}

/** The name and path of every report over the month, those of one queue about queue 1. */
async function listReports(server: Server): Promise<readonly (readonly [name: string, path: string])[]> {
  const directories = [
    "AvailableGlobal",
    "QueueBasic",
    "QueuePerformance",
    "QueueAgent",
    "QueueTextAnalytics",
    "QueueBot",
  ];
  const lists = await Promise.all(directories.map((name) => call(server, `/Chime/Report/Get${name}Reports`)));
  return lists
    .flatMap((text) => JSON.parse(text) as { name: string; scope: string; route: string }[])
    .map(({ name, scope, route }) => [name, `${route}?${scope === "queue" ? "queueId=1&" : ""}${monthQuery}`]);
}

type Costs = {
  readonly chats: number;
  readonly inMonth: number;
  readonly countMs: number;
  readonly ms: ReadonlyMap<string, number>;
};

async function measureReports(history: History): Promise<Costs> {
  const file = await fileOf(history);
  const { connection, close } = openStore(file);
  const chats = connection.prepare("SELECT count(*) FROM chat").pluck().get() as number;
  const count = connection.prepare("SELECT count(*) FROM chat WHERE queueId = 1 AND startedAt BETWEEN ? AND ?").pluck();
  const bounds = [Date.parse(month.start), Date.parse(month.stop)];
  const counts: number[] = [];
  for (let run = 0; run < times; run++) {
    const startedAt = performance.now();
    count.get(...bounds);
    counts.push(performance.now() - startedAt);
  }
  const inMonth = count.get(...bounds) as number;
  close();
  const server = await serve(file);
  try {
    const ms = new Map<string, number>();
    for (const [name, path] of await listReports(server)) {
      if (!history.transcripts && needMessages.has(name)) continue;
      const runs: number[] = [];
      for (let run = 0; run < times; run++) {
        const startedAt = performance.now();
        await call(server, path);
        runs.push(performance.now() - startedAt);
      }
      ms.set(name, median(runs));
    }
    return { chats, inMonth, countMs: median(counts), ms };
  } finally {
    await stop(server);
  }
}

/** How long short calls take while ChatHistory of one queue after another streams, a million rows in all. */
async function measureShortCalls(): Promise<void> {
  const server = await serve(await fileOf({ profile: "large", transcripts: true }));
  try {
    const end = new AbortController();
    const stream = async (): Promise<number> => {
      let rows = 0;
      const queues = JSON.parse(await call(server, "/Chime/Report/Queues")) as { queueId: number }[];
      for (const { queueId } of queues) {
        const window = "start=2020-01-01T00:00:00Z&stop=2027-01-01T00:00:00Z&csv=true";
        const response = await fetch(`${server.url}/Chime/Report/ChatHistory?queueId=${queueId}&${window}`, {
          headers: { authorization: `Bearer ${server.key}` },
        });
        for await (const chunk of response.body!)
          rows += Buffer.from(chunk).toString("latin1").split("\r\n").length - 1;
        rows -= 1;
      }
      end.abort();
      return rows;
    };
    const startedAt = performance.now();
    const streamed = stream();
    const runs: number[] = [];
    const paths = ["/Chime/Api/GetQueueInfo?queueID=1", "/Chime/Report/InboundVsAnsweredChats?queueId=2&zone=UTC"];
    while (!end.signal.aborted) {
      const callAt = performance.now();
      await call(server, paths[runs.length % paths.length]!);
      runs.push(performance.now() - callAt);
      await sleep(10);
    }
    const rows = await streamed;
    const seconds = (performance.now() - startedAt) / 1000;
    const slowest = runs.toSorted((a, b) => a - b)[Math.floor(runs.length * 0.99)]!;
    console.log(
      `\nshort calls while ${rows.toLocaleString("en-US")} rows of ChatHistory stream (${Math.round(rows / seconds).toLocaleString("en-US")} rows/s):` +
        ` median ${median(runs).toFixed(1)} ms, 99 in 100 within ${slowest.toFixed(1)} ms, of ${runs.length} calls`,
    );
  } finally {
    await stop(server);
  }
}

/** Prints what the reports cost; with `huge` for ten million chats as well, which are seeded without transcripts. */
async function benchReports(isHugeToo: boolean): Promise<void> {
  console.log(`Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`);
  const histories: History[] = [
    { profile: "year", transcripts: true },
    { profile: "large", transcripts: true },
    ...(isHugeToo ? [{ profile: "huge", transcripts: false } as const] : []),
  ];
  const costs: Costs[] = [];
  for (const history of histories) costs.push(await measureReports(history));
  const line = (name: string, cells: readonly string[]): void => {
    console.log(name.padEnd(28) + cells.map((cell) => cell.padStart(22)).join(""));
  };
  const cellOf = (ms: number | undefined, chats: number): string =>
    ms === undefined ? "-" : `${ms.toFixed(1)} ms ${((1000 * ms) / chats).toFixed(2).padStart(6)} µs`;
  console.log(
    "\nA month of one queue (a global report: of all queues), median of nine calls, and the same divided by the queue's chats of the month",
  );
  line(
    "chats in the history",
    costs.map(({ chats }) => chats.toLocaleString("en-US")),
  );
  line(
    "chats of queue 1 in the month",
    costs.map(({ inMonth }) => inMonth.toLocaleString("en-US")),
  );
  line(
    "SQLite alone, counting them",
    costs.map(({ countMs, inMonth }) => cellOf(countMs, inMonth)),
  );
  for (const name of costs[0]!.ms.keys())
    line(
      name,
      costs.map(({ ms, inMonth }) => cellOf(ms.get(name), inMonth)),
    );
  await measureShortCalls();
}

await benchReports(process.argv[2] === "huge");
