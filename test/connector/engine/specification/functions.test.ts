import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-functions": expressions and what they give. */
describe("specification: functions", () => {
  describe("calls", () => {
    it.each([
      ["((x, y) => x + y)(1, 2)", "3"],
      ["[f = (x, y, z) => x + y + z, r = f(1, 2, 3)][r]", "6"],
      ['((x) => 1)(error "asked")', "Expression.Error: asked"],
      ["((x, y) => 1)(1)", "Expression.Error: 1 arguments were passed to a function which expects 2."],
      ["((x, y) => 1)(1, 2, 3)", "Expression.Error: 3 arguments were passed to a function which expects 2."],
      ["(() => 1)(1)", "Expression.Error: 1 arguments were passed to a function which expects 0."],
      ["((x, optional y) => if y = null then x else x + y)(1)", "1"],
      ["((x, optional y) => if y = null then x else x + y)(2, 2)", "4"],
      ["((x, optional y) => y)(1, null)", "null"],
      [
        "((x, optional y) => 1)()",
        "Expression.Error: 0 arguments were passed to a function which expects between 1 and 2.",
      ],
      [
        "((x, optional y) => 1)(1, 2, 3)",
        "Expression.Error: 3 arguments were passed to a function which expects between 1 and 2.",
      ],
      ["((optional x) => x)()", "null"],
      ["let f = 1 in f(1)", "Expression.Error: We cannot convert the value 1 to type Function."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("types of parameters and results", () => {
    it.each([
      ['((x as number) => x)("a")', 'Expression.Error: We cannot convert the value "a" to type Number.'],
      ["((x as number) => x)(null)", "Expression.Error: We cannot convert the value null to type Number."],
      ["((x as nullable number) => x)(null)", "null"],
      ["((optional x as number) => x)(null)", "null"],
      ['((optional x as number) => x)("a")', 'Expression.Error: We cannot convert the value "a" to type Number.'],
      ["((x as any) => x)(null)", "null"],
      ["((x as anynonnull) => x)(null)", "Expression.Error: We cannot convert the value null to type Anynonnull."],
      ["((x as list) => 1)([a = 1])", "Expression.Error: We cannot convert a value of type Record to type List."],
      ["((x) as text => x)(1)", "Expression.Error: We cannot convert the value 1 to type Text."],
      ["((x) as nullable text => x)(null)", "null"],
      ["((x as number) as text => Text.From(x))(1)", '"1"'],
      ['(try ((x as number) => x)("a"))[Error][Detail]', '[Value = "a", Type = type number]'],
      ["(try ((x, y) => 1)(1))[Error][Detail]", "[Pattern = null, Arguments = {1}]"],
      ["(try ((x, y) => 1)(1))[Error][Message.Parameters]", "{1, 2}"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("recursion and closures", () => {
    it.each([
      ["[f = (x) => if x = 0 then 1 else x * @f(x - 1), r = f(3)][r]", "6"],
      ["[f = (x) => if x = 0 then 1 else g(x), g = (x) => x * f(x - 1), r = f(3)][r]", "6"],
      ["[make = (x) => () => x, r = make(1)() + make(2)()][r]", "3"],
      ["[a = [f = () => c, c = 1], b = a[f]()][b]", "1"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("each", () => {
    it.each([
      ["(each _ + 1)(2)", "3"],
      ["(each [a])([a = 3])", "3"],
      ["(each [[a]])([a = 3, b = 4])", "[a = 3]"],
      ["(each [b]?)([a = 3])", "null"],
      ["List.Transform({1, 2}, each List.Transform({10}, each _))", "{{10}, {10}}"],
      ["Value.Type(each _)", "type function (_ as any) as any"],
      [
        "Value.Type((x as number, optional y as text) as logical => true)",
        "type function (x as number, optional y as nullable text) as logical",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("depth", () => {
    it.each([
      ["let f = (n as number) as number => if n = 0 then 0 else @f(n - 1) in f(100000)", "0"],
      ["let f = (n) => if n = 0 then 0 else 1 + @f(n - 1) in f(10000)", "10000"],
      ["List.Last(List.Generate(() => 0, each _ <= 100000, each _ + 1))", "100000"],
      ["List.Accumulate({1..100000}, 0, (sum, n) => sum + n)", "5000050000"],
      ["List.Accumulate({1..100000}, [v = 0], (r, n) => [v = r[v] + 1])[v]", "100000"],
      [
        "List.Last(List.Generate(() => [i = 0, sum = 0], each [i] <= 100000, each [i = [i] + 1, sum = [sum] + i], each [sum]))",
        "5000050000",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
