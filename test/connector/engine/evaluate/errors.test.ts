import { describe, expect, it } from "vitest";
import type { PrintedError } from "../../../../connector/engine/index.ts";
import { testEngine } from "../evaluating.ts";

const engine = testEngine();

async function errorOf(text: string): Promise<PrintedError> {
  const outcome = await engine.evaluate(text, "q");
  if (outcome.ok) throw new Error(`${text} is no error but ${outcome.value?.m ?? ""}`);
  return outcome.error;
}

describe("an error's message and detail", () => {
  it.each([
    // The sides of ">" change places.
    ['"x" > 50', "We cannot apply operator < to types Number and Text.", '[Operator = "<", Left = 50, Right = "x"]'],
    ['"x" >= 50', "We cannot apply operator >= to types Text and Number.", '[Operator = ">=", Left = "x", Right = 50]'],
    ["(null)[a]", "We cannot apply field access to the type Null.", '[Value = null, Key = "a"]'],
    ['("t")[a b]', "We cannot apply field access to the type Text.", '[Value = "t", Key = "a b"]'],
    [
      "#date(2020, 1, 2) as text",
      "We cannot convert the value #date(2020, 1, 2) to type Text.",
      "[Value = #date(2020, 1, 2), Type = type text]",
    ],
    [
      "#duration(1, 2, 3, 4) as number",
      "We cannot convert the value #duration(1, 2, 3, 4) to type Number.",
      "[Value = #duration(1, 2, 3, 4), Type = type number]",
    ],
    [
      '"say ""a""" as number',
      'We cannot convert the value "say ""a""" to type Number.',
      '[Value = "say ""a""", Type = type number]',
    ],
    ["{1.5..3}", "The number is out of range of a 32 bit integer value.", "1.5"],
    ["{1..3000000000}", "The number is out of range of a 32 bit integer value.", "3000000000"],
  ])("%s", async (text, message, detail) => {
    expect(await errorOf(text)).toMatchObject({ reason: "Expression.Error", message, detail });
  });
});

describe("an error's place", () => {
  it.each([
    ["at the top of a query", '1 + "a"', { line: 1, column: 1 }],
    ["in a step", 'let\n  a = 1,\n  b = a + "x"\nin\n  b', { line: 3, column: 7 }],
    [
      "in a function that another calls",
      'let f = (r) => r[b] in\n  Table.AddColumn(#table({"a"}, {{1}}), "x", each f(_)){0}[x]',
      { line: 1, column: 17 },
    ],
    ["of text that goes on behind its end", "let a = 1 in a\n b", { line: 2, column: 2 }],
    ["of text that ends too soon", "{1,\n  2\n\n", { line: 2, column: 4 }],
    ["of no text", "", { line: 1, column: 1 }],
  ])("%s", async (_claim, text, place) => {
    expect((await errorOf(text)).position).toEqual({ document: "q", ...place });
  });
});
