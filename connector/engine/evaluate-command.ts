import { readFileSync } from "node:fs";
import { InvalidArgumentError, type Command } from "commander";
import { collectKey, collectPair, readInstant } from "./command-options.ts";
import { Engine, type EngineOptions } from "./host/engine.ts";
import { readExtension } from "./host/extension-package.ts";
import { readOutline } from "./host/outline.ts";
import type { Outcome, PrintedError } from "./host/protocol.ts";
import { printIdentifier } from "./format/index.ts";

type Flags = {
  readonly json?: true;
  readonly jsonl?: true;
  readonly set: Readonly<Record<string, string>>;
  readonly section: readonly string[];
  readonly extension: readonly string[];
  readonly key: Readonly<Record<string, string>>;
  readonly allow: readonly string[];
  readonly now?: number;
  readonly zone?: string;
  readonly culture?: string;
  readonly timeout: number;
  readonly memory: number;
};

/** Adds `chime-bi evaluate`: M documents in, their values out. */
export function defineEvaluateCommand(program: Command): void {
  program
    .command("evaluate")
    .description("evaluate M documents and print their values")
    .argument("<file...>", "documents of one expression or one section each; - reads standard input")
    .option("--json", "print values as JSON")
    .option("--jsonl", "print a line of JSON a file: {file, ok, value, m, error}")
    .option("--set <Name=M>", "an M expression that stands in for a shared member", collectPair, {})
    .option("--section <file>", "a section document whose shared members are in reach; may be repeated", collect, [])
    .option("--extension <file>", "a connector, .pq or .mez; may be repeated", collect, [])
    .option(
      "--key <Kind@path=key>",
      "a key for a connector's data source, such as Chime@http://localhost:5178=GUID",
      collectKey,
      {},
    )
    .option("--allow <host>", "a host that M may ask; may be repeated, * for all", collect, [])
    .option("--now <instant>", "the clock, frozen at an ISO-8601 instant", readInstant)
    .option("--zone <zone>", "the IANA zone that counts as local (default: UTC)")
    .option("--culture <culture>", "the document's culture (default: en-US)")
    .option("--timeout <seconds>", "end an evaluation after this long", readPositive, 600)
    .option("--memory <megabytes>", "the heap an evaluation may use", readPositive, 2048)
    .addHelpText("after", "\nExample:\n  $ echo 'List.Sum({1..10})' | chime-bi evaluate -\n  55\n")
    .action(async (files: string[], flags: Flags) => {
      const failures = await evaluateFiles(files, flags);
      if (failures > 0) process.exitCode = 1;
    });
}

async function evaluateFiles(files: readonly string[], flags: Flags): Promise<number> {
  const options = optionsOf(flags);
  const shared = new Engine(options);
  let failures = 0;
  try {
    for (const file of files) {
      const outcome = await evaluateFile(file, options, shared);
      if (!outcome.ok) failures++;
      print(file, outcome, flags, files.length > 1);
    }
  } finally {
    await shared.close();
  }
  return failures;
}

/** An expression's value; for a section, the record of its shared members. */
async function evaluateFile(file: string, options: EngineOptions, shared: Engine): Promise<Outcome> {
  const text = read(file);
  const outline = await readOutline(text, file).catch(() => undefined);
  if (!outline) return shared.evaluate(text, file);
  const names = outline.members.filter((member) => member.isShared).map((member) => printIdentifier(member.name));
  const engine = new Engine({ ...options, sections: [...(options.sections ?? []), { document: file, text }] });
  try {
    return await engine.evaluate(`[${names.map((name) => `${name} = ${name}`).join(", ")}]`, file);
  } finally {
    await engine.close();
  }
}

function optionsOf(flags: Flags): EngineOptions {
  return {
    sections: flags.section.map((file) => ({ document: file, text: read(file) })),
    extensions: flags.extension.map((file) => readExtension(file, readBytes(file))),
    parameters: flags.set,
    credentials: Object.entries(flags.key).map(([source, key]) => {
      const at = source.indexOf("@");
      if (at < 1) throw new Error(`could not read --key "${source}=…": write Kind@path=key`);
      return {
        dataSourceKind: source.slice(0, at),
        path: source.slice(at + 1),
        fields: { AuthenticationKind: "Key", Key: key },
      };
    }),
    allowedHosts: flags.allow,
    timeoutMilliseconds: flags.timeout * 1000,
    memoryMegabytes: flags.memory,
    ...(flags.now !== undefined && { now: flags.now }),
    ...(flags.zone !== undefined && { zone: flags.zone }),
    ...(flags.culture !== undefined && { culture: flags.culture }),
  };
}

function print(file: string, outcome: Outcome, flags: Flags, isOneOfMany: boolean): void {
  if (flags.jsonl) {
    const { value, m } = outcome.ok
      ? { value: outcome.value?.json ?? null, m: outcome.value?.m ?? null }
      : { value: null, m: null };
    console.log(JSON.stringify({ file, ok: outcome.ok, value, m, error: outcome.ok ? null : outcome.error }));
  } else if (!outcome.ok) {
    console.error(`${isOneOfMany ? `${file}: ` : ""}${describeError(outcome.error)}`);
  } else {
    const text = flags.json ? JSON.stringify(outcome.value?.json ?? null, undefined, 2) : (outcome.value?.m ?? "");
    console.log(isOneOfMany ? `${file}: ${text}` : text);
  }
}

/** An M error for people: reason and message, then the detail, then the way it came. */
export function describeError(error: PrintedError): string {
  const lines = [`${error.reason}: ${error.message}`];
  if (error.detail !== null) lines.push(`  detail: ${error.detail}`);
  if (error.position) lines.push(`  at ${error.position.document}:${error.position.line}:${error.position.column}`);
  for (const { step, position } of error.frames) {
    lines.push(`  in ${step}${position ? ` (${position.document}:${position.line}:${position.column})` : ""}`);
  }
  return lines.join("\n");
}

function read(file: string): string {
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
