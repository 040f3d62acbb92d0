import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-error-handling": expressions and what they give. */
describe("specification: error handling", () => {
  describe("raising", () => {
    it.each([
      ['error "Hello"', "Expression.Error: Hello"],
      ['error Error.Record("FileNotFound", "File my.txt not found", "my.txt")', "FileNotFound: File my.txt not found"],
      [
        'error [Reason = "FileNotFound", Message = "File my.txt not found", Detail = "my.txt"]',
        "FileNotFound: File my.txt not found",
      ],
      ['error [Message = "only a message"]', "Expression.Error: only a message"],
      ["error []", "Expression.Error: "],
      ["error null", "Expression.Error: "],
      ["error 1", "Expression.Error: We cannot convert the value 1 to type Record."],
      ['error {"a"}', "Expression.Error: We cannot convert a value of type List to type Record."],
      ['error error "inner"', "Expression.Error: inner"],
      ["...", "Expression.Error: Value was not specified."],
      ["(try ...)[HasError]", "true"],
      ["((x, y) => if x > y then x - y else ...)(1, 2)", "Expression.Error: Value was not specified."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("the record of an error", () => {
    it.each([
      ["try 1", "[HasError = false, Value = 1]"],
      [
        '(try error "A")[Error]',
        '[Reason = "Expression.Error", Message = "A", Detail = null, Message.Format = null, Message.Parameters = null, ErrorCode = null]',
      ],
      [
        'try error "A" catch (e) => e',
        '[Reason = "Expression.Error", Message = "A", Detail = null, Message.Format = null, Message.Parameters = null, ErrorCode = null]',
      ],
      ['Record.FieldNames(try error "A")', '{"HasError", "Error"}'],
      ["Record.FieldNames(try 1)", '{"HasError", "Value"}'],
      [
        '(try error [Reason = "R", Message = "M", Detail = 1, Other = 2])[Error]',
        '[Reason = "R", Message = "M", Detail = 1, Message.Format = null, Message.Parameters = null, ErrorCode = null]',
      ],
      [
        '(try error [Message.Format = "#{0} of #{1}", Message.Parameters = {1, "b"}])[Error]',
        '[Reason = "Expression.Error", Message = "1 of b", Detail = null, Message.Format = "#{0} of #{1}", Message.Parameters = {1, "b"}, ErrorCode = null]',
      ],
      ['(try error [Message.Format = "#{0}", Message.Parameters = {}])[Error][Message]', '"#{0}"'],
      ['(try error [Message.Format = "plain", Message = "other"])[Error][Message]', '"plain"'],
      ["(try error [ErrorCode = 7])[Error][ErrorCode]", "7"],
      ["error [Message = 1]", "Expression.Error: We cannot convert the value 1 to type Text."],
      ["error [Reason = {}]", "Expression.Error: We cannot convert a value of type List to type Text."],
      ["error [Message.Format = 1]", "Expression.Error: We cannot convert the value 1 to type Text."],
      ['error [Message.Parameters = "a"]', 'Expression.Error: We cannot convert the value "a" to type List.'],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("the record of the language's own errors", () => {
    it.each([
      [
        '(try 1 + "a")[Error]',
        '[Reason = "Expression.Error", Message = "We cannot apply operator + to types Number and Text.", Detail = [Operator = "+", Left = 1, Right = "a"], Message.Format = "We cannot apply operator #{0} to types #{1} and #{2}.", Message.Parameters = {"+", "Number", "Text"}, ErrorCode = null]',
      ],
      [
        '(try "a" as number)[Error]',
        '[Reason = "Expression.Error", Message = "We cannot convert the value ""a"" to type Number.", Detail = [Value = "a", Type = type number], Message.Format = "We cannot convert the value #{0} to type #{1}.", Message.Parameters = {"""a""", "Number"}, ErrorCode = null]',
      ],
      [
        "(try {} as number)[Error]",
        '[Reason = "Expression.Error", Message = "We cannot convert a value of type List to type Number.", Detail = [Value = {}, Type = type number], Message.Format = "We cannot convert a value of type #{0} to type #{1}.", Message.Parameters = {"List", "Number"}, ErrorCode = null]',
      ],
      [
        "(try [a = 1][b])[Error]",
        '[Reason = "Expression.Error", Message = "The field \'b\' of the record wasn\'t found.", Detail = [a = 1], Message.Format = "The field \'#{0}\' of the record wasn\'t found.", Message.Parameters = {"b"}, ErrorCode = null]',
      ],
      [
        '(try #table({"a"}, {})[b])[Error]',
        '[Reason = "Expression.Error", Message = "The column \'b\' of the table wasn\'t found.", Detail = "b", Message.Format = "The column \'#{0}\' of the table wasn\'t found.", Message.Parameters = {"b"}, ErrorCode = null]',
      ],
      [
        "(try {1}{1})[Error]",
        '[Reason = "Expression.Error", Message = "There weren\'t enough elements in the enumeration to complete the operation.", Detail = {1}, Message.Format = null, Message.Parameters = null, ErrorCode = null]',
      ],
      [
        '(try #table({"a"}, {{1}}){[a = 2]})[Error]',
        '[Reason = "Expression.Error", Message = "The key didn\'t match any rows in the table.", Detail = [Key = [a = 2], Table = #table({"a"}, {{1}})], Message.Format = null, Message.Parameters = null, ErrorCode = null]',
      ],
      ['(try #table({"a"}, {{1}, {1}}){[a = 1]})[Error][Message]', '"The key matched more than one row in the table."'],
      [
        "(try ((x) => x)())[Error]",
        '[Reason = "Expression.Error", Message = "0 arguments were passed to a function which expects 1.", Detail = [Pattern = null, Arguments = {}], Message.Format = "#{0} arguments were passed to a function which expects #{1}.", Message.Parameters = {0, 1}, ErrorCode = null]',
      ],
      [
        "(try if 1 then 2 else 3)[Error]",
        '[Reason = "Expression.Error", Message = "We cannot convert the value 1 to type Logical.", Detail = [Value = 1, Type = type logical], Message.Format = "We cannot convert the value #{0} to type #{1}.", Message.Parameters = {"1", "Logical"}, ErrorCode = null]',
      ],
      [
        '(try -"a")[Error]',
        '[Reason = "Expression.Error", Message = "We cannot apply operator - to type Text.", Detail = [Operator = "-", Right = "a"], Message.Format = "We cannot apply operator #{0} to type #{1}.", Message.Parameters = {"-", "Text"}, ErrorCode = null]',
      ],
      ["(try chats)[Error][Message]", "\"The name 'chats' wasn't recognized.  Make sure it's spelled correctly.\""],
      ["([A = B, B = A])[A]", "Expression.Error: A cyclic reference was encountered during evaluation."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("handling", () => {
    it.each([
      ['try error "A" otherwise 1', "1"],
      ['try 1 otherwise error "not asked"', "1"],
      ['try error "A" otherwise error "B"', "Expression.Error: B"],
      ['try error "A" catch () => 1', "1"],
      ['try error "A" catch (e) => e[Message] & "!"', '"A!"'],
      ['try 1 catch (e) => error "not asked"', "1"],
      ['try error "A" catch () => error "B"', "Expression.Error: B"],
      ['try error "A" catch (e) => error e', "Expression.Error: A"],
      [
        'try error "A" catch each 1',
        "Expression.SyntaxError: Expected to find a left parenthesis <'('>, but a keyword <'each'> was found instead",
      ],
      ['(try error "A")[Value]', "Expression.Error: The field 'Value' of the record wasn't found."],
      ["(try 1)[Error]", "Expression.Error: The field 'Error' of the record wasn't found."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("errors of fields come later", () => {
    it.each([
      ['let f = (x) => [a = error "bad", b = x], g = try f(42) otherwise 123 in g[a]', "Expression.Error: bad"],
      ['let f = (x) => [a = error "bad", b = x], g = try f(42) otherwise 123 in g[b]', "42"],
      [
        'let r = [A = error "A", B = A + 1, C = (try A)[Error][Message], D = 1 + 1] in {r[C], r[D], (try r[B])[Error][Message]}',
        '{"A", 2, "A"}',
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
