import { InvalidArgumentError, Option, type Command } from "commander";
import { collectPair, readInstant } from "../engine/index.ts";
import { printRefresh } from "./print-refresh.ts";
import { runRefresh, type RefreshKind } from "./run-refresh.ts";
import { readTarget, shippedConnector } from "./target.ts";

type Flags = {
  readonly as: RefreshKind;
  readonly url: string;
  readonly key: string;
  readonly options?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly json?: true;
};

/** Adds `chime-bi refresh`: every table of a connector or a template, as Desktop or the Service would load it. */
export function defineRefreshCommand(program: Command): void {
  program
    .command("refresh")
    .description("refresh every table of a connector (.mez, .pq) or a template (.pq) with the engine, over HTTP")
    .argument("[target]", "the file to refresh; the shipped Chime.mez when left out")
    .addOption(new Option("--as <kind>", "whose refresh to play").choices(["desktop", "service"]).default("desktop"))
    .requiredOption("--url <url>", "the address of Chime, such as http://localhost:5178", readUrl)
    .addOption(new Option("--key <guid>", "the API key").env("CHIME_KEY").makeOptionMandatory())
    .option("--options <M>", "the options record of the connector's function, as M")
    .option("--set <Name=M>", "an M expression for a template's parameter; may be repeated", collectPair, {})
    .option("--now <instant>", "the engine's clock, frozen at an ISO-8601 instant", readInstant)
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      `
Exit status: 0 when every table was refreshed, 1 when one failed.

Example:
  $ chime-bi refresh --url http://localhost:5178 --key b5c38d85-a042-4cef-8418-eb06752e346b \\
      --options '[Range = "previous month", Zone = "America/New_York"]'
`,
    )
    .action(async (file: string | undefined, flags: Flags) => {
      const target = await readTarget(file ?? shippedConnector());
      if (target.kind === "template" && flags.options !== undefined) {
        throw new Error("--options is for a connector's function; a template takes its parameters by --set Name=M");
      }
      const result = await runRefresh({
        target,
        as: flags.as,
        url: flags.url,
        key: flags.key,
        parameters: flags.set,
        ...(flags.options !== undefined && { options: flags.options }),
        ...(flags.now !== undefined && { now: flags.now }),
      });
      console.log(flags.json ? JSON.stringify(result, undefined, 2) : printRefresh(result, wantsColour()));
      if (!result.ok) process.exitCode = 1;
    });
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
