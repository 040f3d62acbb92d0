import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-values": expressions and what they give. */
describe("specification: values", () => {
  describe("numbers", () => {
    it.each([
      ["1.0 / 0.0", "#infinity"],
      ["-1.0 / 0.0", "-#infinity"],
      ["0 / 0", "#nan"],
      ["5e-324 / 2", "0"],
      ["1.7e308 * 10", "#infinity"],
      ["#nan + 1", "#nan"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("times, dates and their parts", () => {
    it.each([
      ["#time(24, 0, 0)", "#time(24, 0, 0)"],
      [
        "#time(24, 0, 1)",
        "Expression.Error: The Time operation failed because the resulting value falls outside the range of allowed values.",
      ],
      [
        "#time(0, 60, 0)",
        "Expression.Error: The Time operation failed because the resulting value falls outside the range of allowed values.",
      ],
      ["#time(9, 15, 0.1234567)", "#time(9, 15, 0.1234567)"],
      ["#date(2024, 2, 29)", "#date(2024, 2, 29)"],
      [
        "#date(2023, 2, 29)",
        "Expression.Error: The Date operation failed because the resulting value falls outside the range of allowed values.",
      ],
      [
        "#date(0, 1, 1)",
        "Expression.Error: The Date operation failed because the resulting value falls outside the range of allowed values.",
      ],
      [
        "#date(10000, 1, 1)",
        "Expression.Error: The Date operation failed because the resulting value falls outside the range of allowed values.",
      ],
      ["#datetime(2013, 2, 26, 9, 15, 0)", "#datetime(2013, 2, 26, 9, 15, 0)"],
      [
        "#datetime(2013, 2, 26, 24, 0, 0)",
        "Expression.Error: The DateTime operation failed because the resulting value falls outside the range of allowed values.",
      ],
      ["#datetimezone(2013, 2, 26, 9, 15, 0, 14, 0)", "#datetimezone(2013, 2, 26, 9, 15, 0, 14, 0)"],
      [
        "#datetimezone(2013, 2, 26, 9, 15, 0, 14, 1)",
        "Expression.Error: The DateTimeZone operation failed because the resulting value falls outside the range of allowed values.",
      ],
      ["#datetimezone(2013, 2, 26, 9, 15, 0, -14, 0)", "#datetimezone(2013, 2, 26, 9, 15, 0, -14, 0)"],
      [
        "#datetimezone(2013, 2, 26, 9, 15, 0, 9, 60)",
        "Expression.Error: The DateTimeZone operation failed because the resulting value falls outside the range of allowed values.",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("durations carry over", () => {
    it.each([
      ["#duration(0, 0, 0, 5.5)", "#duration(0, 0, 0, 5.5)"],
      ["#duration(0, 0, 0, -5.5)", "#duration(0, 0, 0, -5.5)"],
      ["#duration(0, 0, 5, -30)", "#duration(0, 0, 4, 30)"],
      ["#duration(0, 24, 0, 0)", "#duration(1, 0, 0, 0)"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("binaries", () => {
    it.each([
      ['#binary("AQID")', "#binary({1, 2, 3})"],
      ["#binary({0x00, 0x01, 0xFF})", "#binary({0, 1, 255})"],
      ["#binary({1}) < #binary({1, 0})", "true"],
      ['#binary({1, 2}) = #binary("AQI=")', "true"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("lists", () => {
    it.each([
      ["{1, 5..9, 11}", "{1, 5, 6, 7, 8, 9, 11}"],
      ["{3..1}", "{}"],
      ['{"a".."e"}', '{"a", "b", "c", "d", "e"}'],
      ["List.Count({})", "0"],
      ["{1, 2} & {3, 4, 5}", "{1, 2, 3, 4, 5}"],
      ["{2, 1} <> {1, 2}", "true"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("records", () => {
    it.each([
      ["[x = 1, x = 2]", "Expression.SyntaxError: the name 'x' is defined more than once"],
      ["[X = 1, x = 2]", "[X = 1, x = 2]"],
      ["Record.FieldNames([y = 1, x = 2])", '{"y", "x"}'],
      ["[a = 1, b = 2] & [a = 3]", "[a = 3, b = 2]"],
      ["[a = 1, b = 2] = [b = 2, a = 1]", "true"],
      ["[]", "[]"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("tables", () => {
    it.each([
      ['#table({"x", "x^2"}, {{1, 1}, {2, 4}})', '#table({"x", "x^2"}, {{1, 1}, {2, 4}})'],
      [
        '#table(type table [digit = number, name = text], {{1, "one"}})',
        '#table(type table [digit = number, name = text], {{1, "one"}})',
      ],
      ["#table(2, {{1, 2}})", '#table({"Column1", "Column2"}, {{1, 2}})'],
      [
        '#table({"A", "B"}, {{1, 2}}) & #table({"B", "C"}, {{3, 4}})',
        '#table({"A", "B", "C"}, {{1, 2, null}, {null, 3, 4}})',
      ],
      ['Value.Type(#table({"x"}, {}))', "type table [x = any]"],
      ['#table({"a"}, {{1, 2}})', "Expression.Error: 1 keys were specified, but 2 values were provided."],
      ['#table({"a", "a"}, {})', "Expression.Error: The field 'a' already exists in the record."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("?? of every kind", () => {
    it.each([
      ["null ?? 1", "1"],
      ["0 ?? 1", "0"],
      ['"" ?? "x"', '""'],
      ["{} ?? 1", "{}"],
      ["null ?? null", "null"],
      ['1 ?? (error "not asked")', "1"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
