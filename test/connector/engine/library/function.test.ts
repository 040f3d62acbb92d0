import { describe, expect, it } from "vitest";
import { functions } from "../../../../connector/engine/library/function.ts";
import { makeFunction, nameOf } from "../../../../connector/engine/library/declaration.ts";
import { FunctionValue } from "../../../../connector/engine/values/function.ts";
import { DurationValue } from "../../../../connector/engine/values/temporal.ts";
import { shown, testEngine } from "../evaluating.ts";
import { evaluation } from "./calling.ts";

const engine = testEngine();

describe("the function functions", () => {
  it.each([
    [
      "a made function checks its arguments",
      'Function.From(type function (a as number) as number, List.Sum)("x")',
      'Expression.Error: We cannot convert the value "x" to type Number.',
    ],
    [
      "and how many there are",
      "Function.From(type function (a as number) as any, List.Sum)(1, 2)",
      "Expression.Error: 2 arguments were passed to a function which expects 1.",
    ],
    [
      "and its result",
      "Function.From(type function (a as any) as text, List.Sum)(1)",
      "Expression.Error: We cannot convert the value 1 to type Text.",
    ],
    [
      "it needs a type with parameters",
      "Function.From(type function, List.Sum)",
      "Expression.Error: The type must be a function type with parameters.",
    ],
    [
      "data sources are known by name, carried or not",
      "List.Transform({Folder.Files, Odbc.Query, Csv.Document, each _}, Function.IsDataSource)",
      "{true, true, false, false}",
    ],
    ["arguments are evaluated for a call", 'Function.Invoke((x) => 1, {error "no"})', "Expression.Error: no"],
    [
      "a delay may not be negative",
      "Function.InvokeAfter(() => 1, #duration(0, 0, 0, -1))",
      "Expression.Error: The 'delay' argument is out of range.",
    ],
    [
      "a vector function must answer each row",
      "Function.ScalarVector(type function (a as number) as number, each {})(1)",
      "Expression.Error: There weren't enough elements in the enumeration to complete the operation.",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });

  it("waits as long as it is asked to, through the host", () => {
    const waits: number[] = [];
    const host = { ...evaluation.host, sleep: (milliseconds: number) => void waits.push(milliseconds) };
    const declaration = functions.functions.find((candidate) => nameOf(candidate) === "Function.InvokeAfter")!;
    const invokeAfter = makeFunction(declaration, { ...evaluation, host });
    expect(invokeAfter.invoke([FunctionValue.native(0, () => 7), new DurationValue(0, 1.5 * 10_000_000)])).toBe(7);
    expect(waits).toEqual([1500]);
  });
});
