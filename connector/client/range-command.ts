import { InvalidArgumentError, Option, type Command } from "commander";
import { isZone, zoneClock, type ZoneClock } from "../../zones/index.ts";
import { parseRange, rangeNames, type RangeName } from "./range-name.ts";
import { addDays, resolveRange, weekDays, type WeekDay, type Window } from "./resolve-range.ts";

type Options = {
  readonly zone: string;
  readonly now?: string;
  readonly weekStart: WeekDay;
  readonly start?: string;
  readonly stop?: string;
  readonly json?: true;
};

/** Adds `chime-bi range`: the start and the stop that a named range means, each on a line of its own. */
export function defineRangeCommand(program: Command): void {
  program
    .command("range")
    .description("print the first and the last millisecond of a named date range")
    .argument("<name...>", `one of ${rangeNames.join(", ")}`)
    .option("--zone <zone>", "IANA zone whose days are meant", parseZone, "UTC")
    .option("--now <instant>", "ISO-8601 instant to count from; without an offset on the zone's clock (default: now)")
    .addOption(new Option("--week-start <day>", "first day of a week").choices(weekDays).default("monday"))
    .option("--start <instant>", "for custom: ISO-8601 date or date-time of the start")
    .option("--stop <instant>", "for custom: the same of the stop, included; a date means all of that day")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nExample:\n  chime-bi range previous-month --zone America/New_York --now 2020-12-15T12:00:00Z\n  chime-bi range custom --zone Europe/Berlin --start 2020-11-01 --stop 2020-11-30",
    )
    .action((words: readonly string[], options: Options, command: Command) => {
      const { name, window } = readRange(words.join(" "), options);
      const [start, stop] = [new Date(window.startAt).toISOString(), new Date(window.stopAt).toISOString()];
      const text = options.json
        ? JSON.stringify({ range: name, zone: options.zone, start, stop })
        : `${start}\n${stop}`;
      command.configureOutput().writeOut?.(`${text}\n`);
    });
}

function readRange(text: string, options: Options): { name: RangeName; window: Window } {
  const clock = zoneClock(options.zone);
  try {
    const name = parseRange(text);
    const hasBounds = options.start !== undefined || options.stop !== undefined;
    const custom =
      hasBounds || name === "custom"
        ? { startAt: readInstant("--start", options.start, clock), stopAt: readStop(options.stop, clock) }
        : undefined;
    const now = options.now === undefined ? Date.now() : readInstant("--now", options.now, clock);
    const window = resolveRange(name, {
      zone: options.zone,
      now,
      weekStart: options.weekStart,
      ...(custom && { custom }),
    });
    return { name, window };
  } catch (error) {
    // Whatever is wrong here was asked for wrongly: commander answers with the usage and its exit code.
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidArgumentError(`range: the window could not be worked out: ${reason}`);
  }
}

function parseZone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError("Use an IANA name such as America/New_York.");
  return text;
}

function readInstant(option: string, text: string | undefined, clock: ZoneClock): number {
  if (text === undefined) throw new Error(`the range custom needs ${option}`);
  const instantMs = clock.parseInstant(text);
  if (instantMs === undefined) {
    throw new Error(`${option} is no ISO-8601 date or date-time: "${text}"; write 2020-11-01 or 2020-11-01T04:00:00Z`);
  }
  return instantMs;
}

function readStop(text: string | undefined, clock: ZoneClock): number {
  const instantMs = readInstant("--stop", text, clock);
  if (text === undefined || text.includes("T")) return instantMs;
  return clock.startOfDay(addDays(text, 1)) - 1;
}
