import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

async function evaluated(text: string): Promise<string> {
  return shown(await engine.evaluate(text));
}

describe("edges of the language", () => {
  it.each([
    // text and number literals
    ["escapes of every kind", '"#(cr,lf)#(tab)#(#)#(0041)#(0001F600)"', '"#(cr)#(lf)#(tab)#A😀"'],
    ["an escape that there is not", '"#(zz)"', 'Expression.SyntaxError: the escape "#(zz)" is not known'],
    [
      "an escape beyond Unicode",
      '"#(FFFFFFFF)"',
      'Expression.SyntaxError: the escape "#(FFFFFFFF)" is beyond the last character of Unicode',
    ],
    ["a hexadecimal number without digits", "0x", "Expression.SyntaxError: Expected a hex literal"],
    ["a number too large for a double", "1e400", "#infinity"],
    // null
    ["a text and null", '"a" & null', "null"],
    ["null and a list", "null & {1}", "null"],
    ["a date and null", "#date(2020, 1, 1) & null", "null"],
    // durations
    [
      "a duration by zero",
      "#duration(1, 0, 0, 0) / 0",
      "Expression.Error: The result of the operation is too large for a duration.",
    ],
    [
      "a duration by NaN",
      "#duration(1, 0, 0, 0) * #nan",
      "Expression.Error: The result of the operation is too large for a duration.",
    ],
    ["a duration by a duration", "#duration(1, 0, 0, 0) / #duration(0, 6, 0, 0)", "4"],
    // types
    [
      "a record type names a field once",
      "type [a = number, a = text]",
      "Expression.SyntaxError: the name 'a' is defined more than once",
    ],
    [
      "a table type names a column once",
      "type table [a = number, a = text]",
      "Expression.SyntaxError: the name 'a' is defined more than once",
    ],
    // raising
    ["what is no error record", "error 1", "Expression.Error: We cannot convert the value 1 to type Record."],
    ["its detail", "(try error 1)[Error][Detail][Value]", "1"],
    // limits
    [
      "endless recursion",
      "let f = (n) => 1 + @f(n + 1) in f(0)",
      "Expression.Error: Evaluation resulted in a stack overflow and cannot continue.",
    ],
    [
      "a text that is too long",
      'Text.Repeat("a", 1000000000)',
      "Engine.Limit: Evaluation ran out of memory and can't continue.",
    ],
    ["parentheses without end", "(".repeat(20_000), "Expression.SyntaxError: the text is nested too deeply"],
  ])("%s", async (_claim, text, result) => {
    expect(await evaluated(text)).toBe(result);
  });

  it("a value that is nested very deeply has no JSON, and its M is cut", async () => {
    const outcome = await engine.evaluate("List.Accumulate({1..20000}, {}, (inner, n) => {inner})");
    expect(outcome).toMatchObject({ ok: true, value: { json: undefined } });
  });

  it("an error whose detail fails shows the failure in its place", async () => {
    const outcome = await engine.evaluate("+(List.Select({1}, each 2))");
    expect(outcome.ok ? "" : outcome.error.detail).toContain("We cannot convert the value 2 to type Logical.");
  });

  it("an error whose detail is too large to print is still the error", async () => {
    const outcome = await engine.evaluate('[a = Text.PadStart("x", 1e300)][b]');
    expect(shown(outcome)).toBe("Expression.Error: The field 'b' of the record wasn't found.");
    expect(outcome.ok ? "" : outcome.error.detail).toBe('error "Evaluation ran out of memory and can\'t continue."');
  });

  it("an error whose detail is long shows its beginning", async () => {
    const outcome = await engine.evaluate("error [Detail = {1..100000}]");
    expect(outcome.ok ? "" : outcome.error.detail?.length).toBeLessThan(1_000);
  });
});

describe("the memory that an evaluation may use", () => {
  const small = testEngine({ memoryMegabytes: 128 });

  it.each([
    ["by many small values", "List.Buffer(List.Repeat({1}, 1000000000))"],
    ["by one text", 'List.Accumulate({1..60}, "ab", (text, n) => text & text)'],
    ["by a list that is sorted", "List.Sort({1..200000000})"],
  ])("ends it cleanly: %s", async (_claim, text) => {
    expect(shown(await small.evaluate(text))).toBe("Engine.Limit: Evaluation ran out of memory and can't continue.");
    expect(shown(await small.evaluate("1 + 1"))).toBe("2");
  });

  it("bounds what a pipeline holds, not how many rows go through it", async () => {
    const rows = `Table.FromList(List.Generate(() => 0, each _ < 1000000, each _ + 1), Splitter.SplitByNothing(), {"n"})`;
    const text = `Table.RowCount(Table.SelectRows(Table.AddColumn(${rows}, "half", each [n] / 2), each [half] < 1000))`;
    expect(shown(await small.evaluate(text))).toBe("2000");
  });
});
