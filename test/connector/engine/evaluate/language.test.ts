import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

async function evaluated(text: string): Promise<string> {
  return shown(await engine.evaluate(text));
}

describe("the language", () => {
  it.each([
    // laziness and memoisation
    ["a let variable that nobody reads is not evaluated", 'let x = error "no" in 1', "1"],
    ["a list's items are evaluated one by one", '{error "no", 2}{1}', "2"],
    ["a record's fields are evaluated one by one", '[a = error "no", b = 2][b]', "2"],
    ["an argument is evaluated before the call", '((x) => 1)(error "no")', "Expression.Error: no"],
    ["an error is kept and raised again", 'let x = error "no" in {try x, try x}{1}[HasError]', "true"],
    ["a record's field sees its neighbours", "[a = 1, b = a + 1][b]", "2"],
    ["a record's field does not see itself", "let a = 1 in [a = a + 1][a]", "2"],
    ["@ sees itself", "let f = (n) => if n = 0 then 1 else n * @f(n - 1) in f(5)", "120"],
    [
      "without @ a function does not see itself",
      "let f = (n) => f(n) in f(1)",
      "Expression.Error: The name 'f' wasn't recognized.  Make sure it's spelled correctly.",
    ],
    [
      "a pure cycle is an error",
      "[A = B, B = A][A]",
      "Expression.Error: A cyclic reference was encountered during evaluation.",
    ],
    [
      "a cycle through a list is none",
      "let x = {1, x} in x{1}{0}",
      "Expression.Error: The name 'x' wasn't recognized.  Make sure it's spelled correctly.",
    ],
    ["a cycle through a list is legal with @", "let x = {1, @x} in x{1}{1}{0}", "1"],
    ["an inner name hides an outer one", "let x = 1 in let x = 2 in x", "2"],
    ["a closure keeps its frame", "let add = (x) => (y) => x + y, f = add(1), g = add(10) in {f(1), g(1)}", "{2, 11}"],
    // functions
    ["an optional parameter is null when left out", "((x, optional y) => y)(1)", "null"],
    [
      "too few arguments",
      "((x, y) => 1)(1)",
      "Expression.Error: 1 arguments were passed to a function which expects 2.",
    ],
    [
      "too many arguments",
      "((x, optional y) => 1)(1, 2, 3)",
      "Expression.Error: 3 arguments were passed to a function which expects between 1 and 2.",
    ],
    [
      "a parameter's type is checked at the call",
      '((x as number) => x)("a")',
      'Expression.Error: We cannot convert the value "a" to type Number.',
    ],
    [
      "a result's type is checked",
      '((x) as number => x)("a")',
      'Expression.Error: We cannot convert the value "a" to type Number.',
    ],
    ["a nullable parameter takes null", "((x as nullable number) => x)(null)", "null"],
    ["a call of no function", "let f = 1 in f(2)", "Expression.Error: We cannot convert the value 1 to type Function."],
    // conditions and logic
    ["and leaves its right side alone", 'false and (error "no")', "false"],
    ["or leaves its right side alone", 'true or (error "no")', "true"],
    ["null and false", "null and false", "false"],
    ["null and true", "null and true", "null"],
    ["null or true", "null or true", "true"],
    [
      "a condition that is no logical",
      "if null then 1 else 2",
      "Expression.Error: We cannot convert the value null to type Logical.",
    ],
    ["?? takes the right side for null", "null ?? 2", "2"],
    ["?? leaves the right side alone", '1 ?? (error "no")', "1"],
    // operators
    ["numbers divide by zero", "{1 / 0, -1 / 0, 0 / 0}", "{#infinity, -#infinity, #nan}"],
    ["arithmetic with null", "1 + null", "null"],
    ["equality across kinds", '1 = "1"', "false"],
    ["null equals null", "null = null", "true"],
    ["NaN equals nothing", "#nan = #nan", "false"],
    [
      "order across kinds is an error",
      '1 < "1"',
      "Expression.Error: We cannot apply operator < to types Number and Text.",
    ],
    ["order with null", "1 < null", "null"],
    ["records are equal whatever their order", "[a = 1, b = 2] = [b = 2, a = 1]", "true"],
    ["lists go by position", "{1, 2} = {2, 1}", "false"],
    ["the right record wins", "[a = 1, b = 2] & [b = 3, c = 4]", "[a = 1, b = 3, c = 4]"],
    ["lists concatenate without evaluating", '({error "no"} & {2}){1}', "2"],
    ["text compares by ordinal", '"B" < "a"', "true"],
    ["unary minus", "-(1 + 2)", "-3"],
    ["a date and a time", "#date(2020, 11, 1) & #time(4, 0, 0)", "#datetime(2020, 11, 1, 4, 0, 0)"],
    [
      "a zoned instant compares in UTC",
      "#datetimezone(2020, 11, 1, 0, 0, 0, -4, 0) = #datetimezone(2020, 11, 1, 4, 0, 0, 0, 0)",
      "true",
    ],
    [
      "datetime minus datetime",
      "#datetime(2020, 11, 2, 0, 0, 0) - #datetime(2020, 11, 1, 12, 0, 0)",
      "#duration(0, 12, 0, 0)",
    ],
    ["duration times number", "#duration(0, 1, 0, 0) * 1.5", "#duration(0, 1, 30, 0)"],
    ["number times duration", "2 * #duration(0, 0, 0, 0.001)", "#duration(0, 0, 0, 0.002)"],
    // access
    ["a missing field", "[a = 1][b]", "Expression.Error: The field 'b' of the record wasn't found."],
    ["a missing optional field", "[a = 1][b]?", "null"],
    ["a projection", "[a = 1, b = 2, c = 3][[a], [c]]", "[a = 1, c = 3]"],
    [
      "an item beyond the end",
      "{1}{1}",
      "Expression.Error: There weren't enough elements in the enumeration to complete the operation.",
    ],
    ["an optional item beyond the end", "{1}{1}?", "null"],
    ["a row by key", '#table({"k", "v"}, {{"a", 1}, {"b", 2}}){[k = "b"]}[v]', "2"],
    [
      "a row by a key that is not there",
      '#table({"k"}, {{"a"}}){[k = "b"]}',
      "Expression.Error: The key didn't match any rows in the table.",
    ],
    [
      "a row by a key that is there twice",
      '#table({"k"}, {{"a"}, {"a"}}){[k = "a"]}',
      "Expression.Error: The key matched more than one row in the table.",
    ],
    ["a column as a list", '#table({"k"}, {{"a"}, {"b"}})[k]', '{"a", "b"}'],
    // lists
    ["a range of numbers", "{1..3, 5}", "{1, 2, 3, 5}"],
    ["a range of characters", '{"a".."c"}', '{"a", "b", "c"}'],
    ["a range that goes down is empty", "{3..1}", "{}"],
    // errors
    ["try of a value", "try 1", "[HasError = false, Value = 1]"],
    [
      "try of an error",
      'try error "no"',
      '[HasError = true, Error = [Reason = "Expression.Error", Message = "no", Detail = null, Message.Format = null, Message.Parameters = null, ErrorCode = null]]',
    ],
    ["otherwise", 'try error "no" otherwise 2', "2"],
    ["catch with the error", 'try error "no" catch (e) => e[Message]', '"no"'],
    ["catch without it", 'try error "no" catch () => 3', "3"],
    ["an error of the handler", 'try error "a" catch () => error "b"', "Expression.Error: b"],
    ["an error record", 'error [Reason = "My.Reason", Message = "m", Detail = 1]', "My.Reason: m"],
    [
      "a message with a format",
      'error [Message.Format = "#{0} of #{1}", Message.Parameters = {1, "x"}]',
      "Expression.Error: 1 of x",
    ],
    ["try does not see a lazy field's error", 'let t = try [a = error "no"] in t[HasError]', "false"],
    ["not implemented", "...", "Expression.Error: Value was not specified."],
    // types and metadata
    [
      "is",
      "{1 is number, null is number, null is nullable number, 1 is any, 1 is anynonnull}",
      "{true, false, true, true, true}",
    ],
    ["as", '"a" as number', 'Expression.Error: We cannot convert the value "a" to type Number.'],
    ["metadata merges", "Value.Metadata((1 meta [a = 1]) meta [b = 2])", "[a = 1, b = 2]"],
    ["operators drop metadata", "Value.Metadata((1 meta [a = 1]) + 1)", "[]"],
    ["metadata does not count in equality", "(1 meta [a = 1]) = 1", "true"],
    ["a table type", "type table [a = number, b = nullable text]", "type table [a = number, b = nullable text]"],
    ["an open record type", "type [a = number, optional b = text, ...]", "type [a = number, optional b = text, ...]"],
    // evaluation of text
    ["evaluated text sees its environment only", 'let x = 1 in Expression.Evaluate("x", [x = 2])', "2"],
    [
      "evaluated text says where a name is that it does not know",
      'Expression.Evaluate("1 + List.Sum({1})")',
      "Expression.Error: [1,5-1,13] The name 'List.Sum' doesn't exist in the current context.",
    ],
    ["#shared holds the library", '#shared[Text.Length]("abc")', "3"],
  ])("%s: %s", async (_claim, text, expected) => {
    expect(await evaluated(text)).toBe(expected);
  });

  it("makes a million tail calls without stack", async () => {
    expect(await evaluated("let f = (n) => if n = 0 then 0 else @f(n - 1) in f(1000000)")).toBe("0");
  });

  it("answers endless recursion with an error, and goes on", async () => {
    expect(await evaluated("let f = (n) => 1 + @f(n + 1) in f(0)")).toBe(
      "Expression.Error: Evaluation resulted in a stack overflow and cannot continue.",
    );
    expect(await evaluated("1")).toBe("1");
  });

  it("has one fixed instant in an evaluation, in an extension's code too", async () => {
    const text = "section Own; shared Own.Now = () => DateTimeZone.FixedUtcNow();";
    const own = testEngine({ extensions: [{ document: "Own.pq", text, files: {} }] });
    const same = "Function.InvokeAfter(() => Own.Now(), #duration(0, 0, 0, 0.02)) = DateTimeZone.FixedUtcNow()";
    expect(shown(await own.evaluate(`{DateTimeZone.FixedUtcNow() = Own.Now(), ${same}}`))).toBe("{true, true}");
  });

  it("says where an error arose and which steps it passed", async () => {
    const outcome = await engine.evaluate('let\n  amount = 1,\n  total = amount & "a"\nin\n  total', "orders");
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        detail: '[Operator = "&", Left = 1, Right = "a"]',
        position: { document: "orders", line: 3, column: 11 },
        frames: [{ step: "total" }],
      },
    });
  });

  it("says where a document is no M", async () => {
    expect(await engine.evaluate("let x = in x", "broken")).toMatchObject({
      ok: false,
      error: { reason: "Expression.SyntaxError", position: { document: "broken", line: 1, column: 9 } },
    });
  });
});
