import { readFileSync } from "node:fs";
import { InvalidArgumentError, type Command } from "commander";
import { collectKey, collectPair, readCulture, readInstant, readZone } from "./command-options.ts";
import { readCredentials } from "./credentials-file.ts";
import type { EngineOptions } from "./host/engine.ts";
import { readExtension } from "./host/extension-package.ts";
import type { Credential } from "./host/host.ts";

/** What the commands that evaluate M have in common, as commander reads it. */
export type EngineFlags = {
  readonly set: Readonly<Record<string, string>>;
  readonly section: readonly string[];
  readonly extension: readonly string[];
  readonly key: Readonly<Record<string, string>>;
  readonly credentials: readonly string[];
  readonly allow: readonly string[];
  readonly standIn: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly failOnFoldingFailure?: true;
  readonly now?: number;
  readonly zone?: string;
  readonly culture?: string;
  readonly timeout: number;
  readonly memory: number;
};

/** Adds the options that say what M may see, ask and use. */
export function addEngineOptions(command: Command): Command {
  return command
    .option("--set <Name=M>", "an M expression that stands in for a shared member", collectPair, {})
    .option("--section <file>", "a section document whose shared members are in reach; may be repeated", collect, [])
    .option("--extension <file>", "a connector, .pq or .mez; may be repeated", collect, [])
    .option(
      "--key <Kind@path=key>",
      "a key for a connector's data source, such as Chime@http://localhost:5178=GUID",
      collectKey,
      {},
    )
    .option("--credentials <file>", "credentials of any kind, as JSON; may be repeated", collect, [])
    .option("--allow <host>", "a host that M may ask; may be repeated, * for all", collect, [])
    .option("--stand-in <host=url>", "an address to ask in the place of a host; may be repeated", collectPair, {})
    .option("--files <folder>", "a folder whose files M may read; may be repeated", collect, [])
    .option("--fail-on-folding-failure", "an operation that a Table.View does not do itself is an error")
    .option("--now <instant>", "the clock, frozen at an ISO-8601 instant", readInstant)
    .option("--zone <zone>", "the IANA zone that counts as local (default: UTC)", readZone)
    .option("--culture <culture>", "the document's culture (default: en-US)", readCulture)
    .option("--timeout <seconds>", "end an evaluation after this long", readPositive, 600)
    .option("--memory <megabytes>", "the heap an evaluation may use", readPositive, 2048);
}

/** The options of an engine that the flags stand for; documents are read. @throws Error that names what could not be read. */
export function readEngineOptions(flags: EngineFlags): EngineOptions {
  return {
    sections: flags.section.map((file) => ({ document: file, text: readText(file) })),
    extensions: flags.extension.map((file) => readExtension(file, readBytes(file))),
    parameters: flags.set,
    credentials: [
      ...Object.entries(flags.key).map(readKey),
      ...flags.credentials.flatMap((file) => readCredentials(readText(file), file)),
    ],
    allowedHosts: flags.allow,
    standIns: flags.standIn,
    grantedFolders: flags.files,
    failsOnFoldingFailure: flags.failOnFoldingFailure ?? false,
    timeoutMilliseconds: flags.timeout * 1000,
    memoryMegabytes: flags.memory,
    ...(flags.now !== undefined && { now: flags.now }),
    ...(flags.zone !== undefined && { zone: flags.zone }),
    ...(flags.culture !== undefined && { culture: flags.culture }),
  };
}

function readKey([source, key]: readonly [string, string]): Credential {
  const at = source.indexOf("@");
  if (at < 1) throw new Error(`could not read --key "${source}=…": write Kind@path=key`);
  return {
    dataSourceKind: source.slice(0, at),
    path: source.slice(at + 1),
    fields: { AuthenticationKind: "Key", Key: key },
  };
}

/** The text of a file; `-` is the standard input. @throws Error that names it. */
export function readText(file: string): string {
  return new TextDecoder().decode(readBytes(file));
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (cause) {
    throw new Error(`could not read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readPositive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError(`"${value}" is not a positive number.`);
  return number;
}
