import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-basic-concepts": expressions and what they give. */
describe("specification: basic concepts", () => {
  describe("an inner name hides the outer one", () => {
    it.each([
      ["[x = 1, y = [x = 2, z = x]][y][z]", "2"],
      ["[x = 1, y = [z = x]][y][z]", "1"],
      ["let x = 1 in ((x) => x)(2)", "2"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("a field and a variable see their neighbours in any order", () => {
    it.each([
      ["[c = a + b, a = 1 + 1, b = 2 + 2]", "[c = 6, a = 2, b = 4]"],
      ["let c = a + b, a = 1, b = 2 in c", "3"],
      ["[a = [x = 1, y = 2, z = x + y], b = a[z]][b]", "3"],
      ["let a = [x = 1, y = 2, z = x + y], b = 3 in a[z] + b", "6"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("a name that is being defined is reached with @", () => {
    it.each([
      ["[f = (n) => if n <= 1 then 1 else n * @f(n - 1), r = f(5)][r]", "120"],
      [
        "[f = (n) => if n <= 1 then 1 else n * f(n - 1), r = f(5)][r]",
        "Expression.Error: The name 'f' wasn't recognized.  Make sure it's spelled correctly.",
      ],
      ["let x = 1 in let x = x + 1 in x", "2"],
      ["let x = x in x", "Expression.Error: The name 'x' wasn't recognized.  Make sure it's spelled correctly."],
      ["let x = 1 in @x", "1"],
      ["let x = 1, y = [x = @x] in y[x]", "Expression.Error: A cyclic reference was encountered during evaluation."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("a value that was computed stays, and so does an error", () => {
    it.each([
      ['let r = [a = error "no", b = 2] in {try r[a] otherwise 0, r[b], try r[a] otherwise 0}', "{0, 2, 0}"],
      ['let f = () => error "no", x = f() in {(try x)[Error][Message], (try x)[Error][Message]}', '{"no", "no"}'],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("an unknown name", () => {
    it.each([["chats", "Expression.Error: The name 'chats' wasn't recognized.  Make sure it's spelled correctly."]])(
      "%s",
      async (expression, result) => {
        expect(shown(await engine.evaluate(expression))).toBe(result);
      },
    );
  });
});
