import { InvalidArgumentError, Option, type Command } from "commander";
import { isZone, zoneClock } from "../../zones/index.ts";
import { parseRange, rangeNames, type RangeName } from "./range-name.ts";
import { readBound } from "./range-bound.ts";
import { resolveRange, weekDays, type WeekDay, type Window } from "./resolve-range.ts";

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
        ? {
            startAt: readBound("--start", demand("--start", options.start), clock, "start"),
            stopAt: readBound("--stop", demand("--stop", options.stop), clock, "stop"),
          }
        : undefined;
    const now = options.now === undefined ? Date.now() : readBound("--now", options.now, clock, "start");
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

function demand(option: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`the range custom needs ${option}`);
  return text;
}

/** Reads the name of an IANA zone for an option of a command; anything else is wrong usage. */
export function parseZone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError("Use an IANA name such as America/New_York.");
  return text;
}
