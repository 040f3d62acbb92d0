import { Option, type Command } from "commander";
import { addEngineOptions, readEngineOptions, readText, type EngineFlags } from "./engine-options.ts";
import { Engine, type EngineOptions } from "./host/engine.ts";
import { readOutline } from "./host/outline.ts";
import type { Outcome, PrintedError } from "./host/protocol.ts";
import { printIdentifier } from "./format/identifier.ts";

type Flags = EngineFlags & {
  readonly json?: true;
  readonly jsonl?: true;
  readonly m?: true;
};

/** Adds `chime-bi evaluate`: M documents in, their values out. */
export function defineEvaluateCommand(program: Command): void {
  const command = program.command("evaluate");
  addEngineOptions(command)
    .description("evaluate M documents and print their values")
    .argument("<file...>", "documents of one expression or one section each; - reads standard input")
    .option("--json", "print values as JSON")
    .addOption(new Option("--m", "print values as M, as without any of these").conflicts(["json", "jsonl"]))
    .option("--jsonl", "print a line of JSON a file: {file, ok, value, m, error}")
    .addHelpText("after", "\nExample:\n  $ echo 'List.Sum({1..10})' | chime-bi evaluate -\n  55\n")
    .action(async (files: string[], flags: Flags) => {
      const failures = await evaluateFiles(files, flags);
      if (failures > 0) process.exitCode = 1;
    });
}

async function evaluateFiles(files: readonly string[], flags: Flags): Promise<number> {
  const options = readEngineOptions(flags);
  await checkSetNames(Object.keys(flags.set), [...flags.section, ...files]);
  const shared = new Engine(options);
  let failures = 0;
  shared.start();
  try {
    for (const file of files) {
      const outcome = await evaluateFile(file, options, shared);
      if (!print(file, outcome, flags, files.length > 1)) failures++;
    }
  } finally {
    await shared.close();
  }
  return failures;
}

/** Refuses a name that no section document shares: setting it would do nothing. A section on the standard input is not looked at. */
async function checkSetNames(names: readonly string[], files: readonly string[]): Promise<void> {
  if (names.length === 0 || files.includes("-")) return;
  const shared = new Set<string>();
  for (const file of files) {
    const outline = await readOutline(readText(file), file).catch(() => undefined);
    for (const member of outline?.members ?? []) if (member.isShared) shared.add(member.name);
  }
  const unknown = names.find((name) => !shared.has(name));
  if (unknown === undefined) return;
  const known = shared.size === 0 ? "they share none" : `they share ${[...shared].join(", ")}`;
  throw new Error(`could not set "${unknown}": no section document shares a member of that name; ${known}`);
}

/** An expression's value; for a section, the record of its shared members. */
async function evaluateFile(file: string, options: EngineOptions, shared: Engine): Promise<Outcome> {
  const text = readText(file);
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

/** Prints an outcome; gives whether there was a value, and one that can be printed as was asked. */
function print(file: string, outcome: Outcome, flags: Flags, isOneOfMany: boolean): boolean {
  if (flags.jsonl) {
    const { value, m } = outcome.ok
      ? { value: outcome.value?.json ?? null, m: outcome.value?.m ?? null }
      : { value: null, m: null };
    console.log(JSON.stringify({ file, ok: outcome.ok, value, m, error: outcome.ok ? null : outcome.error }));
  } else if (!outcome.ok) {
    console.error(`${isOneOfMany ? `${file}: ` : ""}${describeError(outcome.error)}`);
  } else if (flags.json && outcome.value?.json === undefined) {
    console.error(
      `evaluate: could not print "${file}" as JSON: it holds a function, a type or an error; without --json it is printed as M`,
    );
    return false;
  } else {
    const text = flags.json ? JSON.stringify(outcome.value?.json ?? null, undefined, 2) : (outcome.value?.m ?? "");
    console.log(isOneOfMany ? `${file}: ${text}` : text);
  }
  return outcome.ok;
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
