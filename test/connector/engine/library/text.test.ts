import { describe, expect, it } from "vitest";
import { comparer } from "../../../../connector/engine/library/comparer.ts";
import { makeFunction } from "../../../../connector/engine/library/declaration.ts";
import { text } from "../../../../connector/engine/library/text/index.ts";
import { BinaryValue } from "../../../../connector/engine/values/binary.ts";
import type { FunctionValue } from "../../../../connector/engine/values/function.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import {
  DateTimeZoneValue,
  DateTimeValue,
  daysOf,
  DurationValue,
} from "../../../../connector/engine/values/temporal.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, evaluation, listOf, shownCall } from "./calling.ts";

const ignoreCase = makeFunction(
  comparer.functions.find((one) => one.signature.startsWith("Comparer.OrdinalIgnoreCase"))!,
  evaluation,
);
const german = call(comparer, "Comparer.FromCulture", "de-DE", true) as FunctionValue;
const outOfRange = (name: string): string => `Expression.Error: The '${name}' argument is out of range.`;
const notOneCharacter = "Expression.Error: The value isn't a single-character string.";
const noon = new DateTimeZoneValue(new DateTimeValue(daysOf(2020, 11, 1), 12 * 36e9), -300);

describe("text functions", () => {
  it.each<[string, Value[], string]>([
    // Positions are UTF-16 units.
    ["Text.Length", ["😀"], "2"],
    ["Text.At", ["abc", 1.5], "Expression.Error: The number is out of range of a 32 bit integer value."],
    ["Text.At", [null, 0], "null"],
    ["Text.Start", ["abc", 9], '"abc"'],
    ["Text.Start", ["abc", -1], outOfRange("count")],
    ["Text.End", ["abc", 0], '""'],
    ["Text.End", ["abc", 9], '"abc"'],
    ["Text.Middle", ["abc", 9, 2], '""'],
    ["Text.Range", ["abc", 3], '""'],
    ["Text.Range", ["abc", 4], outOfRange("offset")],
    ["Text.Insert", ["abc", 3, "d"], '"abcd"'],
    ["Text.Insert", ["abc", 4, "d"], outOfRange("offset")],
    ["Text.RemoveRange", ["abc", 1, 3], outOfRange("count")],
    ["Text.ReplaceRange", ["abc", 1, 2, ""], '"a"'],
    ["Text.Replace", ["a.b", ".", "$&"], '"a$&b"'],
    ["Text.Replace", ["abc", "", "x"], '"abc"'],
    ["Text.Select", ["abc", "ab"], notOneCharacter],
    ["Text.Select", ["a😀b", listOf("😀")], '"😀"'],
    ["Text.Remove", ["abc", listOf(1)], "Expression.Error: We cannot convert the value 1 to type Text."],
    ["Text.Remove", ["abc", listOf()], '"abc"'],
    ["Text.Select", ["abc", listOf()], '""'],
    ["Text.Select", ["abc", null], "Expression.Error: We cannot convert the value null to type Text."],
    ["Text.PadStart", ["abc", 2], '"abc"'],
    ["Text.PadStart", ["abc", 5, "xy"], notOneCharacter],
    ["Text.Repeat", ["a", 0], '""'],
    ["Text.Repeat", ["a", -1], outOfRange("count")],
    ["Text.Reverse", ["a😀b"], '"b😀a"'],
    ["Text.ToList", ["a😀"], '{"a", "😀"}'],
    ["Text.Combine", [listOf(), ","], '""'],
    ["Text.Combine", [listOf("a", 1)], "Expression.Error: We cannot convert the value 1 to type Text."],
    ["Text.Split", ["abc", ""], '{"abc"}'],
    ["Text.Split", ["", ","], '{""}'],
    ["Text.Split", [null, ","], "Expression.Error: We cannot convert the value null to type Text."],
    ["Text.Clean", ["a\u0000b\u009fc"], '"abc"'],
    ["Text.Trim", ["\u00a0\t a \u3000"], '"a"'],
    ["Text.Trim", ["\ufeffa"], '"\ufeffa"'],
    ["Text.Trim", ["xxaxx", "x"], '"a"'],
    ["Text.Trim", ["xxxx", "x"], '""'],
    ["Text.Trim", ["😀a😀", "😀"], '"a"'],
    ["Text.Trim", ["xyAyz", listOf("x", "y")], '"Ayz"'],
    ["Text.Trim", ["xyAyz", "xy"], notOneCharacter],
    ["Text.TrimEnd", ["a😀x", listOf("😀", "x")], '"a"'],
    ["Text.SplitAny", ["a😀b,c", ",😀"], '{"a", "b", "c"}'],
    ["Text.SplitAny", [",a,;", ",;"], '{"", "a", "", ""}'],
    // Letter case.
    ["Text.Upper", ["straße"], '"STRAßE"'],
    ["Text.Upper", ["i", "tr-TR"], '"İ"'],
    ["Text.Lower", ["I", "tr-TR"], '"ı"'],
    ["Text.Lower", ["ΣΑΣ"], '"σασ"'],
    ["Text.Upper", ["ά", "el-GR"], '"Ά"'],
    ["Text.Proper", ["o'neil 1st ÉCOLE"], `"O'Neil 1St École"`],
    // Searching.
    ["Text.Contains", ["ABC", "bc", ignoreCase], "true"],
    ["Text.Contains", ["ÄBC", "äb", german], "true"],
    ["Text.Contains", ["abc", ""], "true"],
    ["Text.StartsWith", ["ab", "abc"], "false"],
    ["Text.EndsWith", ["c", "abc"], "false"],
    ["Text.EndsWith", ["xÄ", "ä", german], "true"],
    ["Text.PositionOf", ["aXbx", "x", 1, ignoreCase], "3"],
    ["Text.PositionOf", ["aÄbä", "ä", 2, german], "{1, 3}"],
    ["Text.PositionOf", ["aÄbä", "ä", 1, german], "3"],
    ["Text.PositionOf", ["aaaa", "aa", 2], "{0, 2}"],
    ["Text.PositionOf", ["abc", "x", 2], "{}"],
    ["Text.PositionOf", ["abc", "x", 7], outOfRange("occurrence")],
    ["Text.PositionOfAny", ["abc", listOf("x"), 2], "{}"],
    ["Text.PositionOfAny", ["abcb", listOf("b"), 1], "3"],
    // In a culture a character may be written in several ways.
    ["Text.Contains", ["a café", "cafe\u0301", german], "true"],
    ["Text.Contains", ["a cafe\u0301", "CAFÉ", german], "true"],
    ["Text.Contains", ["a cafe\u0301", "cafe", german], "false"],
    ["Text.StartsWith", ["Æsop", "ae", german], "true"],
    ["Text.StartsWith", ["xÆsop", "ae", german], "false"],
    ["Text.EndsWith", ["a café", "e\u0301", german], "true"],
    ["Text.EndsWith", ["a cafés", "e\u0301", german], "false"],
    ["Text.PositionOf", ["xcafe\u0301", "é", 1, german], "4"],
    // Delimiters that are not there stand beyond the end from which they are sought.
    ["Text.BeforeDelimiter", ["abc", "-"], '"abc"'],
    ["Text.BeforeDelimiter", ["abc", "-", listOf(0, 1)], '""'],
    ["Text.AfterDelimiter", ["abc", "-"], '""'],
    ["Text.AfterDelimiter", ["a-b", "-", listOf(1, 1)], '"a-b"'],
    ["Text.AfterDelimiter", ["111-222-333", "-", listOf(1, 1)], '"222-333"'],
    ["Text.AfterDelimiter", ["aaa", "aa", listOf(1, 1)], '"aaa"'],
    ["Text.BeforeDelimiter", ["ab", "", listOf(1e12, 1)], '"ab"'],
    ["Text.AfterDelimiter", ["a-b", "-", -1], outOfRange("index")],
    ["Text.AfterDelimiter", ["a-b", "-", "1"], 'Expression.Error: We cannot convert the value "1" to type Number.'],
    ["Text.BetweenDelimiters", ["111 (222) 333 (444)", "(", ")", listOf(1, 1), listOf(1, 0)], '"222) 333 (444"'],
    // Counted from the end, the second delimiter is sought from the first one towards the start.
    ["Text.BetweenDelimiters", ["111 (222) 333 (444)", "(", ")", 1, listOf(0, 1)], '" 333 "'],
    ["Text.BetweenDelimiters", ["a)b)c(d)", "(", ")", 0, listOf(1, 1)], '"b)c"'],
    ["Text.BetweenDelimiters", ["a)b(c", "(", ")", 0, listOf(1, 1)], '""'],
    ["Text.BetweenDelimiters", ["a(b", "(", ")"], '""'],
    ["Text.BetweenDelimiters", ["a)b", "(", ")"], '""'],
    // Conversions.
    ["Text.From", [null], "null"],
    ["Text.From", [1234.5, "de-DE"], '"1234,5"'],
    ["Text.From", [1, "nowhere-XX"], "Expression.Error: The culture 'nowhere-XX' isn't supported."],
    ["Text.From", [noon], '"11/1/2020 12:00:00 PM -05:00"'],
    ["Text.From", [new DurationValue(0, 15e6)], '"00:00:01.5000000"'],
    ["Text.From", [new BinaryValue(new Uint8Array([16, 255]))], '"EP8="'],
    ["Text.From", [listOf(1)], "Expression.Error: We cannot convert a value of type List to type Text."],
    ["Text.Format", ["#{1}#{0}", listOf("a", null)], '"a"'],
    [
      "Text.Format",
      ["#{1}", listOf("a")],
      "Expression.Error: There weren't enough elements in the enumeration to complete the operation.",
    ],
    [
      "Text.Format",
      ["#[b]", RecordValue.from({ a: 1 })],
      "Expression.Error: The field 'b' of the record wasn't found.",
    ],
    ["Text.Format", ["#[a]", listOf("a")], "Expression.Error: The placeholder '#[a]' doesn't fit the arguments."],
    ["Character.FromNumber", [0x1f600], '"😀"'],
    ["Character.FromNumber", [-1], outOfRange("number")],
    ["Character.ToNumber", ["😀"], "128512"],
    ["Character.FromNumber", [0x110000], outOfRange("number")],
    ["Character.ToNumber", ["ab"], notOneCharacter],
    ["Guid.From", ["0F8FAD5BD9CB469FA16570867728950E"], '"0f8fad5b-d9cb-469f-a165-70867728950e"'],
    ["Guid.From", ["(0F8FAD5B-D9CB-469F-A165-70867728950E}"], "DataFormat.Error: We couldn't convert to a Guid."],
    ["Guid.From", ["17"], "DataFormat.Error: We couldn't convert to a Guid."],
    ["Text.InferNumberType", ["12.5%"], "Percentage.Type"],
    ["Text.InferNumberType", ["$5"], "Currency.Type"],
    ["Text.InferNumberType", ["1,5", "de-DE"], "Double.Type"],
    ["Text.InferNumberType", ["15"], "Int64.Type"],
    ["Text.InferNumberType", ["1,500"], "Int64.Type"],
    ["Text.InferNumberType", ["15.0"], "Double.Type"],
    ["Text.InferNumberType", ["1e3"], "Double.Type"],
  ])("%s(%j) is %s", (name, args, shown) => {
    expect(shownCall(text, name, ...args)).toBe(shown);
  });

  it("gives a new GUID each time, in the usual form", () => {
    const guids = [call(text, "Text.NewGuid"), call(text, "Text.NewGuid")] as string[];
    expect(guids[0]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u);
    expect(guids[0]).not.toBe(guids[1]);
  });
});

describe("text encodings", () => {
  const bytes = (...values: number[]): BinaryValue => new BinaryValue(Uint8Array.from(values));

  it.each<[string, number | null, boolean, string]>([
    ["é", null, false, "#binary({195, 169})"],
    ["é", 65001, true, "#binary({239, 187, 191, 195, 169})"],
    ["é", 1200, false, "#binary({233, 0})"],
    ["é", 1201, true, "#binary({254, 255, 0, 233})"],
    ["é€", 1252, false, "#binary({233, 128})"],
    ["é", 20127, false, "#binary({63})"],
    ["é", 28591, false, "#binary({233})"],
    ["ф", 1251, false, "#binary({244})"],
    ["ф", 1252, false, "#binary({63})"],
  ])("%j in %s is written (mark: %s) %s", (value, encoding, mark, shown) => {
    expect(shownCall(text, "Text.ToBinary", value, encoding, mark)).toBe(shown);
  });

  it.each<[BinaryValue, number | null, string]>([
    [bytes(239, 187, 191, 97), null, '"a"'],
    [bytes(255, 254, 97, 0), null, '"a"'],
    [bytes(254, 255, 0, 97), null, '"a"'],
    [bytes(97, 200), 20127, '"a?"'],
    [bytes(128), 1252, '"€"'],
    [bytes(128), 28591, '"#(0080)"'],
    [bytes(244), 1251, '"ф"'],
    [bytes(130, 160), 932, '"あ"'],
    [bytes(97), 99, "Expression.Error: The text encoding 99 is not supported by this engine."],
  ])("reads %# in %s as %s", (binary, encoding, shown) => {
    expect(shownCall(text, "Text.FromBinary", binary, encoding)).toBe(shown);
  });

  it("refuses to write what has several bytes a character", () => {
    expect(shownCall(text, "Text.ToBinary", "あ", 932)).toContain("is not supported by this engine");
  });
});
