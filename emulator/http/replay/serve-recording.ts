import { rmSync } from "node:fs";
import { InvalidArgumentError, type Command } from "commander";
import { writeReadyFile } from "../ready-file.ts";
import { collect, readServingAccess, type AccessOptions } from "../serve-options.ts";
import { waitForStop } from "../wait-for-stop.ts";
import { createRecordingServer } from "./recording-server.ts";

/** The options of `serve` that have it record or replay. */
export type RecordingOptions = {
  readonly record?: string;
  readonly upstream?: string;
  readonly keep?: readonly string[];
  readonly replay?: string;
};

/** Adds the options that have `serve` record or replay. */
export function addRecordingOptions(command: Command): Command {
  return command
    .option("--record <file>", "pass calls on to --upstream and keep them there, masked; a new file")
    .option("--upstream <url>", "the Chime server that is recorded, such as https://chime.example.com", readUpstream)
    .option("--keep <column>", "a column that --record leaves as it is: queueName, tag, ...; repeatable", collect)
    .option("--replay <file>", "answer from a recording; no data file is needed");
}

/** Whether to record or replay in place of serving a data file; options that do not fit together are wrong usage. */
export function isRecording({ record, upstream, keep, replay }: RecordingOptions, command: Command): boolean {
  if ((record === undefined) !== (upstream === undefined)) {
    command.error("error: options '--record <file>' and '--upstream <url>' need each other");
  }
  if (keep !== undefined && record === undefined) command.error("error: option '--keep <column>' needs '--record'");
  if (record !== undefined && replay !== undefined) {
    command.error("error: options '--record <file>' and '--replay <file>' exclude each other");
  }
  if (record === undefined && replay === undefined) return false;
  const foreign = dataOptions.find((name) => command.getOptionValueSource(name) === "cli");
  if (foreign !== undefined) {
    const { long = foreign } = command.options.find((option) => option.attributeName() === foreign) ?? {};
    command.error(`error: option '${long}' is for serving a data file, not with '--record' or '--replay'`);
  }
  return true;
}

/** What has no meaning without a data file. */
const dataOptions = ["data", "build", "now", "live", "speed", "auditRetention", "faults", "reset", "askPasswords"];

/** Records or replays until it is told to stop. */
export async function serveRecording(
  options: RecordingOptions &
    AccessOptions & { readonly host: string; readonly port: number; readonly readyFile?: string },
  tell: (text: string) => void,
): Promise<void> {
  const { record, upstream, keep = [], replay, host, port, readyFile } = options;
  const file = record ?? replay!;
  const { notes, ...access } = await readServingAccess(options, file);
  const server = await createRecordingServer({
    file,
    ...(upstream !== undefined && { upstream }),
    keep,
    host,
    port,
    ...access,
  });
  const stopped = waitForStop();
  try {
    if (readyFile !== undefined) writeReadyFile(readyFile, { url: server.url, keys: [] });
    const what =
      upstream === undefined
        ? `Answering at ${server.url} from the ${server.calls} calls in ${file}; any GUID is a key.`
        : `Passing calls at ${server.url} on to ${upstream} and recording them, masked, in ${file}`;
    tell([what, ...notes, "Ctrl+C stops it."].join("\n\n"));
    await stopped;
  } finally {
    if (readyFile !== undefined) rmSync(readyFile, { force: true });
    await server.close();
  }
}

function readUpstream(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new InvalidArgumentError("give scheme and host, and a port if need be, such as https://chime.example.com.");
  }
  return url.origin;
}
