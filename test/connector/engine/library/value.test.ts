import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalArithmetic } from "../../../../connector/engine/library/value/decimal.ts";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("the value functions", () => {
  it.each([
    ["a replaced type is told", "Value.Type(Value.ReplaceType(1, Int64.Type))", "Int64.Type"],
    ["the own type is no ascription", "Value.Type(Value.ReplaceType(1, type number))", "type number"],
    [
      "a type must suit the kind",
      "Value.ReplaceType(1, type text)",
      "Expression.Error: We cannot convert the value 1 to type Text.",
    ],
    [
      "null takes nullable types only",
      "Value.ReplaceType(null, type text)",
      "Expression.Error: We cannot convert the value null to type Text.",
    ],
    ["null stays null", "Value.Type(Value.ReplaceType(null, type nullable text))", "type null"],
    [
      "a table type needs as many columns",
      'Value.ReplaceType(#table({"a"}, {}), type table [a = text, b = text])',
      "Expression.Error: The type must have as many columns as the table.",
    ],
    [
      "a record type must be closed",
      "Value.ReplaceType([a = 1], type [a = number, ...])",
      "Expression.Error: The type must be a closed record type without optional fields that has as many fields as the record.",
    ],
    [
      "a function type needs as many parameters",
      "Value.ReplaceType((x) => x, type function () as any)",
      "Expression.Error: The type must have as many required and optional parameters as the function.",
    ],
    ["items are not checked", 'Value.ReplaceType({"a"}, type {number}){0}', '"a"'],
    [
      "a function still runs under its type",
      "Value.ReplaceType((x) => x + 1, type function (n as number) as number)(2)",
      "3",
    ],
    ["a new type keeps metadata", "Value.Metadata(Value.ReplaceType(1 meta [a = 2], Int64.Type))", "[a = 2]"],
    [
      "new metadata keep the type",
      "Value.Type(Value.ReplaceMetadata(Value.ReplaceType(1, Int64.Type), [a = 2]))",
      "Int64.Type",
    ],
    ["a table carries metadata", "Value.Metadata(#table({}, {}) meta [next = 1])", "[next = 1]"],
    ["a type carries metadata", "Value.Metadata(type text meta [a = 1])", "[a = 1]"],
    [
      "metadata are a record",
      "Value.ReplaceMetadata(1, 2)",
      "Expression.Error: We cannot convert the value 2 to type Record.",
    ],
    ["operators drop metadata", "Value.Metadata((1 meta [a = 1]) + 1)", "[]"],
    ["equality does not see metadata", "Value.Equals(1 meta [a = 1], 1)", "true"],
    [
      "tables have no order",
      "Value.Compare(#table({}, {}), #table({}, {}))",
      "Expression.Error: We cannot apply operator < to types Table and Table.",
    ],
    [
      "an unknown precision is refused",
      "Value.Add(1, 2, 3)",
      "Expression.Error: The 'precision' argument is out of range.",
    ],
    [
      "decimals drop what doubles have too much",
      "{Value.Compare(0.1 + 0.2, 0.3), Value.Compare(0.1 + 0.2, 0.3, Precision.Decimal)}",
      "{1, 0}",
    ],
    ["and keep whole numbers", "Value.Equals(9007199254740991, 9007199254740990, Precision.Decimal)", "false"],
    ["a null equals nothing in any precision", "Value.NullableEquals(null, 1, Precision.Decimal)", "null"],
    [
      "what is no value of a source takes no query",
      '(try Value.NativeQuery({1}, "select 1"))[Error][[Message], [Detail]]',
      '[Message = "Native queries aren\'t supported by this value.", Detail = {1}]',
    ],
    [
      "a message shows a date as M writes it",
      "Value.As(#datetimezone(2020, 11, 1, 1, 2, 3.5, -4, 0), type text)",
      "Expression.Error: We cannot convert the value #datetimezone(2020, 11, 1, 1, 2, 3.5, -4, 0) to type Text.",
    ],
    [
      "and a text with its quotes",
      'Value.As("a ""b""", type number)',
      'Expression.Error: We cannot convert the value "a ""b""" to type Number.',
    ],
    [
      "but of a structure only the kind",
      "Value.As(#binary({1}), type text)",
      "Expression.Error: We cannot convert a value of type Binary to type Text.",
    ],
    ["decimal quotients have 28 digits", "Value.Divide(2, 3, Precision.Decimal) = 2 / 3", "true"],
    ["a decimal quotient by zero is infinite", "Number.ToText(Value.Divide(1, 0, Precision.Decimal))", '"∞"'],
    ["null takes part in decimal arithmetic", "Value.Add(null, 2, Precision.Decimal)", "null"],
    ["a text may be a datetime", 'Value.FromText("2020-11-01T01:30:00")', "#datetime(2020, 11, 1, 1, 30, 0)"],
    ["or a duration", 'Value.FromText("1.02:03:04")', "#duration(1, 2, 3, 4)"],
    ["in a culture", 'Value.FromText("1.234,5", "de-DE")', "1234.5"],
    ["or a logical", 'Value.FromText("true")', "true"],
    ["what is no text stays as it is", "Value.FromText(5)", "5"],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

describe("decimal arithmetic", () => {
  const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

  it("adds, subtracts and multiplies hundredths exactly", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(decimalArithmetic["+"](a / 100, b / 100)).toBe((a + b) / 100);
        expect(decimalArithmetic["-"](a / 100, b / 100)).toBe((a - b) / 100);
        expect(decimalArithmetic["*"](a / 100, b)).toBe(Number(`${BigInt(a) * BigInt(b)}e-2`));
      }),
    );
  });
});
