import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Prints a row expression in one line: columns as [A], constants as they are, operators by name. */
const printer = `
  Print = (e) =>
    if e = RowExpression.Row then "_"
    else if e[Kind] = "Constant" then (if e[Value] is function then "f" else Text.FromBinary(Json.FromValue(e[Value])))
    else if e[Kind] = "FieldAccess" then @Print(e[Expression]) & "[" & e[MemberName] & "]"
    else if e[Kind] = "Unary" then e[Operator] & "(" & @Print(e[Expression]) & ")"
    else if e[Kind] = "Binary" then e[Operator] & "(" & @Print(e[Left]) & ", " & @Print(e[Right]) & ")"
    else if e[Kind] = "If" then "If(" & @Print(e[Condition]) & ", " & @Print(e[TrueCase]) & ", " & @Print(e[FalseCase]) & ")"
    else if e[Kind] = "Invocation" then @Print(e[Function]) & "(" & Text.Combine(List.Transform(e[Arguments], @Print), ", ") & ")"
    else e[Kind]`;

async function printed(fn: string): Promise<string> {
  return shown(await engine.evaluate(`let ${printer} in Print(RowExpression.From(${fn}))`));
}

describe("RowExpression.From", () => {
  it.each([
    ["each [A] = 1", "Equals(_[A], 1)"],
    ["each 1 <> [A]", "NotEquals(1, _[A])"],
    ["each [A] < 1 and [B] <= 2", "And(LessThan(_[A], 1), LessThanOrEquals(_[B], 2))"],
    ["each [A] > 1 or [B] >= 2", "Or(GreaterThan(_[A], 1), GreaterThanOrEquals(_[B], 2))"],
    ["each not [A]", "Not(_[A])"],
    ["each -[A] + 1 - 2 * 3", "Subtract(Add(Negative(_[A]), 1), 6)"],
    ["each [A] / 2", "Divide(_[A], 2)"],
    ['each [A] & "x"', 'Concatenate(_[A], ""x"")'],
    ["(row) => row[A][B]", "_[A][B]"],
    ["each if [A] then [B] else null", "If(_[A], _[B], null)"],
    ["each [A] ?? 0", "If(Equals(_[A], null), 0, _[A])"],
    ['each Text.StartsWith([A], "x")', 'f(_[A], ""x"")'],
    ["each let limit = 10, x = [A] in x > limit", "GreaterThan(_[A], 10)"],
    ["each let _ = 1 in _", "1"],
    ["each ...", "NotImplemented"],
    ["each if [A] then 1 else ...", "If(_[A], 1, NotImplemented)"],
    ["each List.Contains({1, 2}, [A])", "f([1,2], _[A])"],
    ["let limit = 60 in each [A] > limit * 2", "GreaterThan(_[A], 120)"],
    ["((limit) => each [A] > limit)(7)", "GreaterThan(_[A], 7)"],
    ["each #date(2020, 11, 1) = [A]", 'Equals(""2020-11-01"", _[A])'],
  ])("%s", async (fn, expression) => {
    expect(await printed(fn)).toBe(`"${expression}"`);
  });

  it.each([
    ["(x, y) => x", "A row expression needs a function expression of one parameter."],
    ["Text.Upper", "A row expression needs a function expression of one parameter."],
    ["each [A]?", "A row expression cannot hold an optional field."],
    ["each _{0}", "A row expression cannot hold an item access."],
    ["each [[A]]", "A row expression cannot hold a projection."],
    ["each {[A]}", "A row expression cannot hold the list expression."],
    ["each () => [A]", "A row expression cannot hold the function expression."],
    ["each try [A]", "A row expression cannot hold the try expression."],
    ["each [A] is text", "A row expression cannot hold the is expression."],
  ])("%s cannot be shown", async (fn, message) => {
    expect(await printed(fn)).toBe(`Expression.Error: ${message}`);
  });
});
