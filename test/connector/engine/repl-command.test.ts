import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { runRepl } from "../../../connector/engine/repl-command.ts";

async function answers(...lines: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const written = text(output);
  await runRepl({}, Readable.from(lines.map((line) => `${line}\n`)), output);
  output.end();
  return written;
}

it.each([
  ["an expression is evaluated", ["1 + 1", "2 * 3"], "2\n6\n"],
  ["a name is kept", ["x = {1..3}", "List.Sum(x)"], "6\n"],
  ["a name may be made from what it was", ["x = 1", "x = x + 1", "x = x + 1", "x"], "3\n"],
  ["a function may be kept", ["double = (n) => n * 2", "double(21)"], "42\n"],
  ["a comparison stands in parentheses", ["x = 1", "(x = 1)"], "true\n"],
  ["a line may go on in the next", ["let", "  a = 1", "in", "  a"], "1\n"],
  ["an empty line ends what is not complete", ["(1 +", "", "2"], /^Expression\.SyntaxError: [^\n]+\n.*\n?2\n$/su],
  ["an error does not end it", ['error "no"', "1"], "Expression.Error: no\n  at line:1:1\n1\n"],
  ["a place is counted from the line that was typed", ["a = 1", "b = 2", "c = 1 +", "  foo"], /at line:2:3\n/u],
  ["and from its own beginning", ["a = 1", "bc = foo"], /at line:1:6\n/u],
  [
    "a place in a name that was kept is not told",
    ['f = (n) => n + "a"', "f(1)"],
    /Right = "a"\]\n {2}in f \(line:1:1\)\n$/u,
  ],
  ["a definition that fails is not kept", ['x = error "no"', "x"], /wasn't recognized/u],
  ["names are listed and forgotten", ["a = 1", "b = 2", ":names", ":forget", ":names"], "a\nb\n\n\n"],
  [":quit ends it", ["1", ":quit", "2"], "1\n"],
  ["an unknown command is said to be none", [":x"], '":x" is no command; :help shows what there is\n'],
])("%s", async (_claim, lines, expected) => {
  const written = await answers(...lines);
  if (typeof expected === "string") expect(written).toBe(expected);
  else expect(written).toMatch(expected);
});
