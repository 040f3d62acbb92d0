import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-lexical-structure": expressions and what they give. */
describe("specification: lexical structure", () => {
  describe("comments and whitespace separate tokens", () => {
    it.each([
      ["1 /* one // still one */ + 2 // and two", "3"],
      ['"/* no comment */ // nor this"', '"/* no comment */ // nor this"'],
      ["/**/1", "1"],
      ["1 / /* not a comment's end */ 2", "0.5"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("escapes in texts", () => {
    it.each([
      ['"say ""hi"""', '"say ""hi"""'],
      ['"a#(cr,lf)b" = "a#(cr)#(lf)b"', "true"],
      ['"#(tab)" = "#(0009)"', "true"],
      ['"#(000D)" = "#(0000000D)"', "true"],
      ['"#(#)(lf)"', '"#(#)(lf)"'],
      ['Text.Length("#(#)(lf)")', "5"],
      ['"#" & "("', '"#(#)("'],
      ['"#(D83D,DE00)" = "#(0001F600)"', "true"],
      ['"#(cr, lf)"', 'Expression.SyntaxError: the escape "#(cr, lf)" is not known'],
      ['"#(cr"', 'Expression.SyntaxError: the escape "#(cr" has no end'],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("numbers", () => {
    it.each([
      ["0xff", "255"],
      ["0XFF", "255"],
      ["1.5e-3", "0.0015"],
      ["1E+3", "1000"],
      [".5", "0.5"],
      ["1.", "Expression.SyntaxError: While attempting to read a token the document stream ended part way through"],
      ["1.e3", "Expression.SyntaxError: Unexpected read during tokenization"],
      ["0x", "Expression.SyntaxError: Expected a hex literal"],
      ["007", "7"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("identifiers", () => {
    it.each([
      ["let a.b = 1 in a.b", "1"],
      ["let _ = 1 in _", "1"],
      ["let größe2 = 3 in größe2", "3"],
      ['let #"let" = 1 in #"let"', "1"],
      ['let #"a ""b""" = 1 in #"a ""b"""', "1"],
      ['let #"A + B" = 1 in #"A + B"', "1"],
      ['let #"" = 4 in #""', "4"],
      ["[Waiting Chats = 2, Total 2026 = 3][Total 2026]", "3"],
      ["[1st = 1][1st]", "1"],
      ['[if = 1, type = 2, #"in" = 3][in]', "3"],
      ['[a = 1][#"a"]', "1"],
      [
        "let if = 1 in 2",
        "Expression.SyntaxError: Expected to find a identifier, but a keyword <'if'> was found instead",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
