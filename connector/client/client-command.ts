import type { Writable } from "node:stream";
import { InvalidArgumentError, Option, type Command } from "commander";
import { findReport, reportNames, type Report } from "../../emulator/catalogue/index.ts";
import { zoneClock } from "../../zones/index.ts";
import { connect, requestReport } from "./client.ts";
import { readBound } from "./range-bound.ts";
import { parseZone } from "./range-command.ts";
import { toSearch, type Bounds } from "./report-query.ts";
import { weekDays, type WeekDay } from "./resolve-range.ts";
import { formatNames, formatOf, formats, type FormatName, type Sink } from "./row-format.ts";
import { readBatches } from "./rows.ts";
import { writeToStream, writeWholeFile } from "./write-file.ts";

type Options = {
  readonly url: string;
  readonly key: string;
  readonly queue?: number;
  readonly range?: string;
  readonly start?: string;
  readonly stop?: string;
  readonly zone: string;
  readonly weekStart: WeekDay;
  readonly now?: string;
  readonly format?: FormatName;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
};

/** Adds `chime-bi client`: the rows of one report into a file, or to `output`, the program's standard output when left out. */
export function defineClientCommand(program: Command, output: Writable & { isTTY?: boolean } = process.stdout): void {
  program
    .command("client")
    .description("fetch one report as CSV, JSON lines or Parquet")
    .argument("<name>", "the report, such as ChatHistory; the directories and the reference list them")
    .requiredOption("--url <url>", "the address of Chime, such as http://localhost:5178")
    .addOption(new Option("--key <guid>", "the API key").env("CHIME_KEY").makeOptionMandatory())
    .option("--queue <number>", "the queue, for a report that covers one", readQueue)
    .option("--range <name>", "a named date range, such as previous-month")
    .option("--start <instant>", "ISO-8601 start of the window (default: seven days before its stop)")
    .option("--stop <instant>", "ISO-8601 stop, included; a date means all of that day (default: now)")
    .option("--zone <zone>", "IANA zone of days and of instants", parseZone, "UTC")
    .addOption(new Option("--week-start <day>", "first day of a week in --range").choices(weekDays).default("monday"))
    .option("--now <instant>", "ISO-8601 instant that --range counts from (default: now)")
    .addOption(new Option("--format <format>", "default: as the file's name ends, or csv").choices(formatNames))
    .option("--out <file>", "the file to write (default: standard output)")
    .option("--force", "replace the file if it is there")
    .option("--json", "with --out: print what was written as JSON")
    .addHelpText(
      "after",
      `
The file is FILE.part until all of it is written. Exit status: 0 when it is whole, 1 when the report could not be fetched.

Example:
  $ chime-bi client InboundVsAnsweredChats --url http://localhost:5178 --key b5c38d85-a042-4cef-8418-eb06752e346b \\
      --queue 1 --range previous-month --zone America/New_York --out inbound.parquet
`,
    )
    .action(async (name: string, options: Options, command: Command) => {
      const format = options.format ?? formatOf(options.out ?? "") ?? "csv";
      if (options.out === undefined) refuseTerminal(format, output);
      const asked = readQuestion(name, options);
      await withStopSignals(async (signal) => {
        await fetchReport(asked, format, options, output, signal, (text) => {
          command.configureOutput().writeOut?.(`${text}\n`);
        });
      });
    });
}

type Question = {
  readonly report: Report;
  readonly search: Readonly<Record<string, string>>;
  readonly connection: ReturnType<typeof connect>;
};

async function fetchReport(
  { report, search, connection }: Question,
  format: FormatName,
  { out, force, json }: Options,
  output: Writable,
  signal: AbortSignal,
  tell: (text: string) => void,
): Promise<void> {
  let [rows, bytes] = [0, 0];
  const write = async (sink: Sink): Promise<void> => {
    const notes = { report: report.name, ...search };
    const writer = await formats[format]({ columns: report.columns, notes }, (piece) => {
      bytes += piece.length;
      return sink(piece);
    });
    for await (const batch of readBatches(connection, requestReport(report.name, search, signal), report.columns)) {
      rows += batch.length;
      await writer.write(batch);
    }
    await writer.finish();
  };
  if (out === undefined) {
    await writeToStream(output, write);
    return;
  }
  await writeWholeFile(out, { mayReplace: force === true }, write);
  tell(
    json
      ? JSON.stringify({ report: report.name, file: out, format, rows, bytes, ...search })
      : `${rows} rows of ${report.name} in ${out} (${bytes} bytes)`,
  );
}

/** What the arguments ask for. Whatever is wrong with them is wrong usage. */
function readQuestion(name: string, options: Options): Question {
  const { url, key, queue, range, start, stop, zone, weekStart, now } = options;
  const report = findReport(name);
  if (report === undefined) {
    throw new InvalidArgumentError(`client: there is no report "${name}": use ${reportNames.join(", ")}`);
  }
  const bounds: Bounds = { ...(start !== undefined && { start }), ...(stop !== undefined && { stop }) };
  const hasBounds = start !== undefined || stop !== undefined;
  try {
    if (range !== undefined && hasBounds) throw new Error("--range goes without --start and --stop");
    const counted = now === undefined ? Date.now() : readBound("--now", now, zoneClock(zone), "start");
    const asked = { queueId: queue, range: range ?? (hasBounds ? bounds : undefined) };
    return {
      report,
      search: toSearch(report, asked, { zone, weekStart, now: () => counted }),
      connection: connect({ url, key }),
    };
  } catch (error) {
    throw new InvalidArgumentError(`client: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuseTerminal(format: FormatName, output: Writable & { isTTY?: boolean }): void {
  if (format === "parquet" && output.isTTY === true) {
    throw new InvalidArgumentError("client: a terminal cannot show Parquet; name a file with --out");
  }
}

/** Runs with a signal that Ctrl+C and its like abort, so that no part of a file stays behind. */
async function withStopSignals(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort(new Error("stopped before the report was whole; nothing was written"));
  };
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.once(name, stop);
  try {
    await run(controller.signal);
  } finally {
    for (const name of names) process.off(name, stop);
  }
}

function readQueue(text: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(text)) throw new InvalidArgumentError("give the number of a queue.");
  return Number(text);
}
