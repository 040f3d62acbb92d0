import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-types": expressions and what they give. */
describe("specification: types", () => {
  describe("literals", () => {
    it.each([
      ["type {number}", "type {number}"],
      ["type {{text}}", "type {{text}}"],
      ["type [X = number, optional Y = text]", "type [X = number, optional Y = text]"],
      ["type [Name = text, ...]", "type [Name = text, ...]"],
      ["type [...]", "type [...]"],
      ["type table [A = text, B = number]", "type table [A = text, B = number]"],
      ["type table [A]", "type table [A = any]"],
      [
        "type function (x as number, optional y as text) as any",
        "type function (x as number, optional y as nullable text) as any",
      ],
      ["type nullable number", "type nullable number"],
      ["let record = type [A = any] in type {(record)}", "type {[A = any]}"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("ascribed types", () => {
    it.each([
      ["Value.Type(2)", "type number"],
      ["Value.Type({2})", "type list"],
      ["Value.Type([X = 1])", "type record"],
      ["Value.Type(null as nullable number)", "type null"],
      ["Value.Type(42 as nullable number)", "type number"],
      ["Value.Type(type number)", "type type"],
      ['Value.Type((x as number, optional y) as text => "")', "type function (x as number, optional y as any) as text"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("is and as", () => {
    it.each([
      ["1 is number", "true"],
      ["1 is text", "false"],
      ["{2} is list", "true"],
      ["null is any", "true"],
      ["null is null", "true"],
      ["null is nullable number", "true"],
      ["null is anynonnull", "false"],
      ["null is number", "false"],
      ["1 is none", "false"],
      ["(type {number}) is type", "true"],
      ["(each 1) is function", "true"],
      ['"A" as number', 'Expression.Error: We cannot convert the value "A" to type Number.'],
      ["{2} as text", "Expression.Error: We cannot convert a value of type List to type Text."],
      ["null as number", "Expression.Error: We cannot convert the value null to type Number."],
      ["null as nullable number", "null"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("nullable types", () => {
    it.each([
      ["type nullable any = type any", "true"],
      ["type nullable none = type null", "true"],
      ["type nullable nullable text = type nullable text", "true"],
      ["Type.NonNullable(type any)", "type anynonnull"],
      ["Type.NonNullable(type null)", "type none"],
      ["Type.NonNullable(type nullable text) = type text", "true"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("equality of types", () => {
    it.each([
      ["type number = Number.Type", "true"],
      ["type number = type text", "false"],
      ["type nullable number = type number", "false"],
      ["type {number} = type {text}", "false"],
      ["let t = type {number} in t = t", "true"],
      ["Int64.Type = type number", "false"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("Value.ReplaceType looks at the outline only", () => {
    it.each([
      ["Value.Type(Value.ReplaceType({1}, type {text}))", "type {text}"],
      ["Value.Type(Value.ReplaceType([a = 1], type [b = text]))", "type [b = text]"],
      [
        "Value.ReplaceType([a = 1], type [a = number, b = number])",
        "Expression.Error: The type must be a closed record type without optional fields that has as many fields as the record.",
      ],
      [
        "Value.ReplaceType([a = 1], type [a = number, ...])",
        "Expression.Error: The type must be a closed record type without optional fields that has as many fields as the record.",
      ],
      [
        "Value.ReplaceType([a = 1], type [optional a = number])",
        "Expression.Error: The type must be a closed record type without optional fields that has as many fields as the record.",
      ],
      ['Table.ColumnNames(Value.ReplaceType(#table({"a"}, {}), type table [b = text]))', '{"b"}'],
      [
        'Value.ReplaceType(#table({"a"}, {}), type table [a = text, b = text])',
        "Expression.Error: The type must have as many columns as the table.",
      ],
      [
        "Value.Type(Value.ReplaceType((x) => x, type function (n as number) as text))",
        "type function (n as number) as text",
      ],
      [
        "Value.ReplaceType((x) => x, type function (n as number, m as number) as text)",
        "Expression.Error: The type must have as many required and optional parameters as the function.",
      ],
      ["Value.ReplaceType(1, type text)", "Expression.Error: We cannot convert the value 1 to type Text."],
      ["Value.ReplaceType(null, type nullable number)", "null"],
      ["Value.Type(Value.ReplaceType(1, Int64.Type))", "Int64.Type"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("what a type says of itself", () => {
    it.each([
      ["Type.Is(type text, type nullable text)", "true"],
      ["Type.Is(type nullable text, type text)", "false"],
      ["Type.Is(type [a = any], type record)", "true"],
      ["Type.Is(type [a = any], type list)", "false"],
      ["Type.ListItem(type {number})", "type number"],
      [
        "Type.RecordFields(type [A = text, optional B = time])",
        "[A = [Type = type text, Optional = false], B = [Type = type time, Optional = true]]",
      ],
      ["Type.TableRow(type table [X = number, Y = date])", "type [X = number, Y = date]"],
      [
        "Type.FunctionParameters(type function (x as number, optional y as text) as number)",
        "[x = type number, y = type nullable text]",
      ],
      ["Type.FunctionRequiredParameters(type function (x as number, optional y as text) as number)", "1"],
      ["Type.FunctionReturn(type function (x as number) as number)", "type number"],
      [
        'Type.TableKeys(Type.AddTableKey(type table [A = text, B = text], {"A", "B"}, true))',
        '{[Columns = {"A", "B"}, Primary = true]}',
      ],
      ['Type.TableKeys(Type.ReplaceTableKeys(Type.AddTableKey(type table [A = text], {"A"}, true), {}))', "{}"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
