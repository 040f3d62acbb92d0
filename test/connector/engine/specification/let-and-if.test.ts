import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's pages "m-spec-let" and "m-spec-conditionals": expressions and what they give. */
describe("specification: let and if", () => {
  describe("let", () => {
    it.each([
      ["let x = 1 + 1, y = 2 + 2, z = y + 1 in x + y + z", "11"],
      ["[x = 1 + 1, y = 2 + 2, z = y + 1, result = x + y + z][result]", "11"],
      ['let x = error "not asked" in 1', "1"],
      ['let x = error "asked" in x', "Expression.Error: asked"],
      ["let x = 1, x = 2 in x", "Expression.SyntaxError: the name 'x' is defined more than once"],
      ["let x = 1, y = let x = 2 in x in {x, y}", "{1, 2}"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("if", () => {
    it.each([
      ["if 2 > 1 then 2 else 1", "2"],
      ['if 1 = 1 then "yes" else error "not asked"', '"yes"'],
      ['if false then error "not asked" else 2', "2"],
      ["if null then 1 else 2", "Expression.Error: We cannot convert the value null to type Logical."],
      ["if 1 then 1 else 2", "Expression.Error: We cannot convert the value 1 to type Logical."],
      ['if "true" then 1 else 2', 'Expression.Error: We cannot convert the value "true" to type Logical.'],
      ['if error "asked" then 1 else 2', "Expression.Error: asked"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
