/**
 * The bench: how fast histories are seeded and how much memory that takes, beside SQLite's own rate for the same ready rows, and
 * what limits us. `npm run bench -- seeding` for the demonstration and a million chats, with `huge` for ten million as well. Each
 * measurement is a process of its own, and what is printed are medians.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHistoryWriter, openStore, type HistoryRows } from "../emulator/store/index.ts";
import { planOf, seedFile, Simulation, type ProfileName } from "../seed/index.ts";

type Job = {
  readonly what: "seed" | "simulate" | "insert";
  readonly profile: ProfileName;
  readonly transcripts: boolean;
};

type Measured = {
  readonly chats: number;
  /** To the last row, and with indexes and content hash to the finished file; the same for what writes no file. */
  readonly rowsMs: number;
  readonly wholeMs: number;
  /** Time of all threads on a core. */
  readonly cpuMs: number;
  readonly peakMegabytes: number;
  readonly fileMegabytes: number;
};

const until = Date.parse("2026-11-22T00:00:00Z");
const script = fileURLToPath(import.meta.url);

async function measure(job: Job, folder: string): Promise<Measured> {
  const { profile, transcripts } = job;
  const options = { profile, seed: 1, until, transcripts };
  const file = join(folder, "bench.sqlite");
  const startedAt = performance.now();
  let rowsMs = 0;
  let chats = 0;
  let wholeMs: number | undefined;
  if (job.what === "seed") {
    const onProgress = (_done: number, _total: number, count: number): void => {
      rowsMs = performance.now() - startedAt;
      chats = count;
    };
    await seedFile({ ...options, file, replace: true, onProgress });
  } else {
    const steps: HistoryRows[] = [];
    for (const step of new Simulation(planOf(options)).advance(until)) {
      chats += step.chats;
      if (job.what === "insert") steps.push(step.rows);
    }
    if (job.what === "insert") wholeMs = rowsMs = insert(file, steps);
    else rowsMs = performance.now() - startedAt;
  }
  return {
    chats,
    rowsMs,
    wholeMs: wholeMs ?? performance.now() - startedAt,
    cpuMs: (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    fileMegabytes: job.what === "simulate" ? 0 : statSync(file).size / 2 ** 20,
  };
}

/** Only SQLite's part: ready rows, a draft, no index and no hash. */
function insert(file: string, steps: readonly HistoryRows[]): number {
  const store = openStore(file);
  const writer = createHistoryWriter(store, { isDraft: true, hashesRows: false });
  const startedAt = performance.now();
  for (const rows of steps) writer.addRows(rows);
  const took = performance.now() - startedAt;
  store.close();
  return took;
}

/** The run whose time is the median of so many. */
function run(job: Job, times: number): Measured {
  const runs = Array.from({ length: times }, (): Measured => {
    const folder = mkdtempSync(join(tmpdir(), "chime-bi-bench-"));
    try {
      return JSON.parse(
        execFileSync(process.execPath, [script, JSON.stringify(job), folder], { encoding: "utf8" }),
      ) as Measured;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return runs.sort((a, b) => a.rowsMs - b.rowsMs)[Math.floor(times / 2)]!;
}

const perSecond = (chats: number, ms: number): string =>
  Math.round((1000 * chats) / ms)
    .toLocaleString("en-US")
    .padStart(8);

function report(profile: ProfileName, transcripts: boolean, times: number): void {
  const seeded = run({ what: "seed", profile, transcripts }, times);
  console.log(
    `\n${profile}, ${seeded.chats.toLocaleString("en-US")} chats, ${transcripts ? "with" : "without"} transcripts, median of ${times}`,
  );
  console.log(`  seeding, to the last row            ${perSecond(seeded.chats, seeded.rowsMs)} chats/s`);
  console.log(`  seeding, with index and hash        ${perSecond(seeded.chats, seeded.wholeMs)} chats/s`);
  console.log(
    `  ${((1000 * seeded.cpuMs) / seeded.chats).toFixed(1)} µs of processor time a chat, peak memory ${Math.round(seeded.peakMegabytes)} MB, file ${Math.round(seeded.fileMegabytes)} MB, ${(seeded.wholeMs / 1000).toFixed(1)} s`,
  );
  // Ready rows of more than the demonstration would not fit into memory.
  if (profile !== "demo") return;
  const inserted = run({ what: "insert", profile, transcripts }, times);
  const simulated = run({ what: "simulate", profile, transcripts }, times);
  console.log(`  SQLite alone, the same ready rows   ${perSecond(inserted.chats, inserted.rowsMs)} chats/s`);
  console.log(`  simulation and words alone          ${perSecond(simulated.chats, simulated.rowsMs)} chats/s`);
  const share = Math.round((100 * inserted.rowsMs) / seeded.rowsMs);
  console.log(
    inserted.rowsMs > simulated.rowsMs
      ? `  What limits us is SQLite: inserting ready rows takes ${share} % of the time to the last row.`
      : `  What limits us is the simulation: SQLite needs ${share} % of the time to the last row.`,
  );
}

const [first, second] = process.argv.slice(2);
if (first !== undefined && second !== undefined) {
  console.log(JSON.stringify(await measure(JSON.parse(first) as Job, second)));
} else {
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  const [load = 0] = loadavg();
  if (load > 0.5) console.log(`Other programs are at work (load ${load.toFixed(1)}): the figures are too low.`);
  report("demo", false, 5);
  report("demo", true, 5);
  report("large", false, 1);
  report("large", true, 1);
  if (first === "huge") report("huge", false, 1);
}
