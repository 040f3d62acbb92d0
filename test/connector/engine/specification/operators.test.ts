import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

/** Microsoft's page "m-spec-operators": expressions and what they give. */
describe("specification: operators", () => {
  describe("precedence", () => {
    it.each([
      ["1 + 2 * 3", "7"],
      ["(1 + 2) * 3", "9"],
      ["2 - 1 - 1", "0"],
      ["8 / 2 / 2", "2"],
      ["1 < 2 = true", "true"],
      ["not true = false", "true"],
      ["1 meta [a = 1] = 1", "true"],
      ["1 is number and true", "true"],
      ["-2 * -3", "6"],
      ["true or false and false", "true"],
      ["null ?? 1 + 1", "2"],
      ["1 meta [] meta []", "Expression.SyntaxError: an operator after meta, is or as needs parentheses"],
      ["1 as number + 1", "Expression.SyntaxError: an operator after meta, is or as needs parentheses"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("item access", () => {
    it.each([
      ['{"a", "b", "c"}{0}', '"a"'],
      [
        "{true, false}{2}",
        "Expression.Error: There weren't enough elements in the enumeration to complete the operation.",
      ],
      ["{true, false}{2}?", "null"],
      ["{1}{-1}", "Expression.Error: The 'index' argument is out of range."],
      ["{1}{-1}?", "Expression.Error: The 'index' argument is out of range."],
      ['{1}{"0"}', 'Expression.Error: We cannot convert the value "0" to type Number.'],
      ['{error "a", 1, error "c"}{1}', "1"],
      ['{error "a", error "b"}{1}', "Expression.Error: b"],
      ['#table({"A", "B"}, {{0, 1}, {2, 1}}){0}', "[A = 0, B = 1]"],
      [
        '#table({"A", "B"}, {{0, 1}, {2, 1}}){2}',
        "Expression.Error: There weren't enough elements in the enumeration to complete the operation.",
      ],
      ['#table({"A", "B"}, {{0, 1}, {2, 1}}){2}?', "null"],
      ['#table({"A", "B"}, {{0, 1}, {2, 1}}){[A = 2]}', "[A = 2, B = 1]"],
      ['#table({"A", "B"}, {{0, 1}, {2, 1}}){[A = 2, B = 1]}', "[A = 2, B = 1]"],
      [
        '#table({"A", "B"}, {{0, 1}, {2, 1}}){[B = 3]}',
        "Expression.Error: The key didn't match any rows in the table.",
      ],
      ['#table({"A", "B"}, {{0, 1}, {2, 1}}){[B = 3]}?', "null"],
      [
        '#table({"A", "B"}, {{0, 1}, {2, 1}}){[B = 1]}?',
        "Expression.Error: The key matched more than one row in the table.",
      ],
      ["[a = 1]{0}", "Expression.Error: We cannot apply indexing to the type Record."],
      ["null{0}", "Expression.Error: We cannot apply indexing to the type Null."],
      ["null{0}?", "null"],
      ['(try "abc"{1})[Error][Detail]', '[Value = "abc", Index = 1]'],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("field access", () => {
    it.each([
      ["[A = 1, B = 2][B]", "2"],
      ["[A = 1][C]", "Expression.Error: The field 'C' of the record wasn't found."],
      ["[A = 1][C]?", "null"],
      ["[A = 1, B = 2][[B]]", "[B = 2]"],
      ["[A = 1, B = 2][[C]]", "Expression.Error: The field 'C' of the record wasn't found."],
      ["[A = 1, B = 2][[B], [C]]?", "[B = 2, C = null]"],
      ['[A = error "a", B = 1][B]', "1"],
      ['[A = error "a", B = error "b"][B]', "Expression.Error: b"],
      ["let _ = [A = 1, B = 2] in [A]", "1"],
      ["let _ = [A = 1, B = 2] in [[A]]", "[A = 1]"],
      ["List.Select({[a = 1, b = 1], [a = 2, b = 4]}, each [a] = [b])", "{[a = 1, b = 1]}"],
      ['#table({"A", "B"}, {{1, 2}})[B]', "{2}"],
      ['#table({"A", "B"}, {{1, 2}})[[B]]', '#table({"B"}, {{2}})'],
      ['#table({"A", "B"}, {{1, 2}})[C]', "Expression.Error: The column 'C' of the table wasn't found."],
      ['#table({"A", "B"}, {{1, 2}})[C]?', "null"],
      ["{1}[a]", "Expression.Error: We cannot apply field access to the type List."],
      ["null[a]", "Expression.Error: We cannot apply field access to the type Null."],
      ["null[a]?", "null"],
      ["{1}[a]?", "Expression.Error: We cannot apply field access to the type List."],
      ["(try (each _)[a])[Error][Detail][Key]", '"a"'],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("metadata", () => {
    it.each([
      ['Value.Metadata("Mozart")', "[]"],
      ['Value.Metadata("Mozart" meta [Rating = 5])[Rating]', "5"],
      ["Value.Metadata((1 meta [a = 1, b = 2]) meta [b = 3, c = 4])", "[a = 1, b = 3, c = 4]"],
      ["Value.Metadata(null meta [a = 1])", "[a = 1]"],
      ['Value.Metadata("a" & ("b" meta [x = 1]))', "[]"],
      ["Value.Metadata((1 meta [a = 1]) + 1)", "[]"],
      ["Value.Metadata(-(1 meta [a = 1]))", "[]"],
      ["Value.Metadata(+(1 meta [a = 1]))", "[]"],
      ["Value.Metadata(not (true meta [a = 1]))", "[]"],
      ["Value.Metadata(({1} meta [a = 1]) & {})", "[]"],
      ["Value.Metadata([] & ([b = 1] meta [a = 1]))", "[]"],
      ["Value.Metadata((1 meta [a = 1]) as number)", "[a = 1]"],
      ["Value.Metadata(null ?? (1 meta [a = 1]))", "[a = 1]"],
      ["Value.Metadata({1 meta [a = 1]}{0})", "[a = 1]"],
      [
        "Value.Metadata(1 meta [a = 1] meta [b = 2])",
        "Expression.SyntaxError: an operator after meta, is or as needs parentheses",
      ],
      ["1 meta 2", "Expression.Error: We cannot convert the value 2 to type Record."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("equality", () => {
    it.each([
      ["null = true", "false"],
      ["1.0 = 1", "true"],
      ["0 = -0", "true"],
      ["#nan = #nan", "false"],
      ["#nan <> #nan", "true"],
      ['1 = "1"', "false"],
      ['"a" = "A"', "false"],
      ["{1, 2, 3} = {1, 2}", "false"],
      ["{1, {2}} = {1, {2}}", "true"],
      ["{1, 2} = {2, 1}", "false"],
      ["[A = 1, B = 2] = [B = 2, A = 1]", "true"],
      ["[A = 1] = [A = 1, B = 2]", "false"],
      ['#table({"A", "B"}, {{1, 2}}) = #table({"B", "A"}, {{2, 1}})', "true"],
      ['#table({"A"}, {{1}}) = #table({"X"}, {{1}})', "false"],
      ['#table({"A"}, {{1}}) = #table({"A"}, {{1}, {1}})', "false"],
      ["#date(2020, 1, 1) = #datetime(2020, 1, 1, 0, 0, 0)", "false"],
      ["#duration(1, 0, 0, 0) = #duration(0, 24, 0, 0)", "true"],
      ["#datetimezone(2020, 1, 1, 0, 0, 0, 0, 0) = #datetimezone(2020, 1, 1, 2, 0, 0, 2, 0)", "true"],
      ["(1 meta [a = 1]) = (1 meta [a = 2])", "true"],
      ["let f = (x) => x in f = f", "true"],
      ["((x) => x) = ((x) => x)", "false"],
      ["Text.From = Text.From", "true"],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("order", () => {
    it.each([
      ["0 <= 1", "true"],
      ["null < 1", "null"],
      ["null <= null", "null"],
      ['"ab" < "abc"', "true"],
      ['"B" < "a"', "true"],
      ["#nan >= #nan", "false"],
      ["#nan < 1", "false"],
      ["false < true", "true"],
      ["#infinity > 1e308", "true"],
      ["-0 < 0", "false"],
      ["#date(2020, 1, 1) < #date(2020, 1, 2)", "true"],
      ["#time(1, 0, 0) < #time(2, 0, 0)", "true"],
      ["#duration(0, 1, 0, 0) < #duration(1, 0, 0, 0)", "true"],
      ['1 < "a"', "Expression.Error: We cannot apply operator < to types Number and Text."],
      ["{1} < {2}", "Expression.Error: We cannot apply operator < to types List and List."],
      ["[a = 1] < [a = 2]", "Expression.Error: We cannot apply operator < to types Record and Record."],
      ["null < {1}", "Expression.Error: We cannot apply operator < to types Null and List."],
      ["type number < type text", "Expression.Error: We cannot apply operator < to types Type and Type."],
      [
        "#date(2020, 1, 1) < #datetime(2020, 1, 2, 0, 0, 0)",
        "Expression.Error: We cannot apply operator < to types Date and DateTime.",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("and, or, not", () => {
    it.each([
      ["true and null", "null"],
      ["false and null", "false"],
      ["null and false", "false"],
      ["null and null", "null"],
      ["null or true", "true"],
      ["null or false", "null"],
      ['false and (error "not asked")', "false"],
      ['true or (error "not asked")', "true"],
      ['null and (error "asked")', "Expression.Error: asked"],
      ['false or (error "asked")', "Expression.Error: asked"],
      ["true and 1", "Expression.Error: We cannot convert the value 1 to type Logical."],
      ['"a" or true', 'Expression.Error: We cannot convert the value "a" to type Logical.'],
      ["not null", "null"],
      ["not 1", "Expression.Error: We cannot convert the value 1 to type Logical."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("+", () => {
    it.each([
      ["1 + null", "null"],
      ['1 + "a"', "Expression.Error: We cannot apply operator + to types Number and Text."],
      ["#duration(2, 1, 0, 15.1) + #duration(0, 1, 30, 45.3)", "#duration(2, 2, 31, 0.4)"],
      ["#date(2010, 5, 20) + #duration(1, 8, 0, 0)", "#date(2010, 5, 21)"],
      ["#duration(0, 8, 0, 0) + #datetime(2010, 5, 20, 20, 0, 0)", "#datetime(2010, 5, 21, 4, 0, 0)"],
      [
        "#datetimezone(2010, 5, 20, 12, 0, 0, -8, 0) + #duration(0, 4, 30, 0)",
        "#datetimezone(2010, 5, 20, 16, 30, 0, -8, 0)",
      ],
      ["#time(8, 0, 0) + #duration(30, 5, 0, 0)", "#time(13, 0, 0)"],
      ["#date(2010, 5, 20) + null", "null"],
      ["#date(2010, 5, 20) + 1", "Expression.Error: We cannot apply operator + to types Date and Number."],
      [
        "#date(9999, 12, 31) + #duration(1, 0, 0, 0)",
        "Expression.Error: The Date operation failed because the resulting value falls outside the range of allowed values.",
      ],
      ['"a" + null', "Expression.Error: We cannot apply operator + to types Text and Null."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("-", () => {
    it.each([
      ["#duration(1, 2, 30, 0) - #duration(0, 0, 0, 30.45)", "#duration(1, 2, 29, 29.55)"],
      ["#date(2010, 1, 15) - #date(2010, 1, 31)", "#duration(-16, 0, 0, 0)"],
      ["#datetime(2010, 1, 31, 0, 0, 0) - #duration(30, 8, 0, 0)", "#datetime(2009, 12, 31, 16, 0, 0)"],
      [
        "#datetimezone(2010, 5, 20, 16, 6, 0, -8, 0) - #datetimezone(2008, 12, 15, 4, 19, 19, 3, 0)",
        "#duration(521, 22, 46, 41)",
      ],
      ["#time(1, 30, 0) - #time(8, 0, 0)", "#duration(0, -6, -30, 0)"],
      ["#time(1, 0, 0) - #duration(0, 2, 0, 0)", "#time(23, 0, 0)"],
      [
        "#duration(1, 0, 0, 0) - #date(2020, 1, 1)",
        "Expression.Error: We cannot apply operator - to types Duration and Date.",
      ],
      [
        "#date(2020, 1, 1) - #datetime(2020, 1, 1, 0, 0, 0)",
        "Expression.Error: We cannot apply operator - to types Date and DateTime.",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("* and /", () => {
    it.each([
      ["6 * null", "null"],
      ["#duration(2, 1, 0, 15.1) * 2", "#duration(4, 2, 0, 30.2)"],
      ["2 * #duration(0, 1, 0, 0)", "#duration(0, 2, 0, 0)"],
      ["null * #date(2020, 1, 1)", "Expression.Error: We cannot apply operator * to types Null and Date."],
      ["#duration(2, 0, 0, 0) / 32", "#duration(0, 1, 30, 0)"],
      ["#duration(2, 0, 0, 0) / #duration(0, 1, 30, 0)", "32"],
      ["null / #duration(1, 0, 0, 0)", "null"],
      ["2 / #duration(1, 0, 0, 0)", "Expression.Error: We cannot apply operator / to types Number and Duration."],
      ["0 / null", "null"],
      [
        "#duration(1, 0, 0, 0) * #duration(1, 0, 0, 0)",
        "Expression.Error: We cannot apply operator * to types Duration and Duration.",
      ],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("&", () => {
    it.each([
      ['"AB" & "CDE"', '"ABCDE"'],
      ['"AB" & null', "null"],
      ["null & #time(1, 0, 0)", "null"],
      ["[x = 1, y = 2] & [x = 3, z = 4]", "[x = 3, y = 2, z = 4]"],
      ['([a = error "a"] & [b = 2])[b]', "2"],
      ['({error "a"} & {2}){1}', "2"],
      ["#date(2013, 2, 26) & #time(9, 17, 0)", "#datetime(2013, 2, 26, 9, 17, 0)"],
      ["#date(2013, 2, 26) & #time(24, 0, 0)", "#datetime(2013, 2, 27, 0, 0, 0)"],
      ["#time(9, 17, 0) & #date(2013, 2, 26)", "Expression.Error: We cannot apply operator & to types Time and Date."],
      ['#table({"A"}, {{1}}) & #table({"B", "A"}, {{2, 3}})', '#table({"A", "B"}, {{1, null}, {3, 2}})'],
      ['"a" & 1', "Expression.Error: We cannot apply operator & to types Text and Number."],
      ["{1} & [a = 1]", "Expression.Error: We cannot apply operator & to types List and Record."],
      ["#binary({1}) & #binary({2})", "Expression.Error: We cannot apply operator & to types Binary and Binary."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });

  describe("unary", () => {
    it.each([
      ["+ - 1", "-1"],
      ["- - - 1", "-1"],
      ["-#infinity", "-#infinity"],
      ["-#duration(0, 1, 30, 0)", "#duration(0, -1, -30, 0)"],
      ["+#duration(0, 1, 30, 0)", "#duration(0, 1, 30, 0)"],
      ["-null", "null"],
      ['-"a"', "Expression.Error: We cannot apply operator - to type Text."],
      ["+#date(2020, 1, 1)", "Expression.Error: We cannot apply operator + to type Date."],
    ])("%s", async (expression, result) => {
      expect(shown(await engine.evaluate(expression))).toBe(result);
    });
  });
});
