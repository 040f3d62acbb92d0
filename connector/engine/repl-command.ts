import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { addEngineOptions, readEngineOptions, type EngineFlags } from "./engine-options.ts";
import { describeError } from "./evaluate-command.ts";
import { Engine, type EngineOptions } from "./host/engine.ts";
import type { PrintedError } from "./host/protocol.ts";
import { groups } from "./library/index.ts";
import { nameOf } from "./library/declaration.ts";
import type { Position } from "./values/errors.ts";

/** Adds `chime-bi repl`: M line by line. */
export function defineReplCommand(program: Command): void {
  addEngineOptions(program.command("repl"))
    .description("evaluate M line by line")
    .addHelpText("after", `\n${help}\n\nExample:\n  $ chime-bi repl\n  M> x = {1..3}\n  M> List.Sum(x)\n  6\n`)
    .action(async (flags: EngineFlags) => {
      await runRepl(readEngineOptions(flags), process.stdin, process.stdout);
    });
}

const help = `An expression is evaluated; "name = expression" keeps a name for later lines (put parentheses around a comparison).
A line that is not complete goes on in the next one; an empty line ends it.
:names lists the names kept, :forget drops them, :help shows this, :quit ends.`;

/** Reads lines until the end of the input or `:quit`, and writes what they evaluate to. Prompts are for people at a terminal only. */
export async function runRepl(
  options: EngineOptions,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream & { readonly isTTY?: boolean },
): Promise<void> {
  const engine = new Engine(options);
  const isTerminal = output.isTTY === true;
  const lines = createInterface({ input, output, terminal: isTerminal, completer: complete, prompt: "M> " });
  const say = (text: string): void => {
    output.write(`${text}\n`);
  };
  const kept = new Map<string, string>();
  let pending = "";
  if (isTerminal) lines.prompt();
  try {
    for await (const line of lines) {
      if (line.trim() === ":quit") break;
      if (pending === "" && line.trim().startsWith(":")) say(runCommand(line.trim(), kept));
      else {
        const text = pending === "" ? line : `${pending}\n${line}`;
        const answer = text.trim() === "" ? "" : await answerTo(text, kept, engine, line.trim() === "");
        pending = answer === undefined ? text : "";
        if (answer) say(answer);
      }
      lines.setPrompt(pending === "" ? "M> " : "..> ");
      if (isTerminal) lines.prompt();
    }
  } finally {
    lines.close();
    await engine.close();
  }
}

function runCommand(command: string, kept: Map<string, string>): string {
  switch (command) {
    case ":names":
      return [...kept.keys()].join("\n");
    case ":forget":
      kept.clear();
      return "";
    case ":help":
      return help;
    default:
      return `"${command}" is no command; :help shows what there is`;
  }
}

/** The value or the error as text, empty for a name that is kept; `undefined` when the text may go on in a next line. */
async function answerTo(
  text: string,
  kept: Map<string, string>,
  engine: Engine,
  isEnded: boolean,
): Promise<string | undefined> {
  const [, name, definition] = /^\s*([\p{L}_][\p{L}\p{N}_.]*|#"(?:[^"]|"")*")\s*=(?!>)(.*)$/su.exec(text) ?? [];
  const expression = definition ?? text;
  const names = [...kept].filter(([other]) => other !== name).map(([other, value]) => `${other} = ${value}`);
  // A name that is kept may use itself and what it was before; the line that is being read is evaluated over all others.
  const before = name === undefined ? undefined : kept.get(name);
  const bindings = before === undefined ? names : [...names, `${name!} = ${before}`];
  const start = bindings.length === 0 ? "" : `let\n${bindings.join(",\n")}\nin\n`;
  const outcome = await engine.evaluate(start + expression, "line");
  if (!outcome.ok) {
    const isOpen =
      /end-of-stream|Unterminated|either a comma/u.test(outcome.error.message) &&
      outcome.error.reason === "Expression.SyntaxError";
    if (isOpen && !isEnded) return undefined;
    const shift = { lines: start.split("\n").length - 1, columns: text.length - expression.length };
    return describeError(placedInLine(outcome.error, shift));
  }
  if (name === undefined) return outcome.value?.m ?? "";
  kept.set(name, before === undefined ? expression : `(let ${name} = ${before} in ${expression})`);
  return "";
}

/**
 * The error with its places counted from the beginning of what was typed. A place in a name that was kept is left out: nobody sees
 * its line any more.
 */
function placedInLine(error: PrintedError, { lines, columns }: Shift): PrintedError {
  const move = (position: Position | undefined): Position | undefined => {
    if (!position || position.line <= lines) return undefined;
    const line = position.line - lines;
    return { ...position, line, column: position.column + (line === 1 ? columns : 0) };
  };
  const frames = error.frames.map((frame) => ({ ...frame, position: move(frame.position) }));
  return { ...error, position: move(error.position), frames };
}

/** What stands before an expression in the text that is evaluated, and on its own line where it was typed. */
type Shift = { readonly lines: number; readonly columns: number };

const libraryNames = groups.flatMap((group) => [
  ...group.functions.map(nameOf),
  ...(group.constants ?? []).map((constant) => constant.name),
]);

function complete(line: string): [string[], string] {
  const word = /[\w.#]*$/u.exec(line)?.[0] ?? "";
  return [word === "" ? [] : libraryNames.filter((name) => name.startsWith(word)), word];
}
