import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJson } from "../../../../connector/engine/format/index.ts";
import { json } from "../../../../connector/engine/library/json/index.ts";
import { primitiveTypes } from "../../../../connector/engine/types/type-value.ts";
import { BinaryValue } from "../../../../connector/engine/values/binary.ts";
import type { ListValue } from "../../../../connector/engine/values/list.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import { call, listOf, shownCall } from "./calling.ts";

describe("Json.Document", () => {
  it.each([
    ["null", "null"],
    [" [ 1 , -2.5e3 , true , false ] ", "{1, -2500, true, false}"],
    ["{}", "[]"],
    ["[]", "{}"],
    [String.raw`"a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`, '"a""\\/#(0008)#(000C)#(lf)#(cr)#(tab)é😀"'],
    ['{"b":1,"10":2,"9":3,"a":4}', '[b = 1, #"10" = 2, #"9" = 3, a = 4]'],
    [
      '[{"a":1,"b":2},{"a":3},{"b":4,"a":5},{"a":6,"b":7,"c":8}]',
      "{[a = 1, b = 2], [a = 3], [b = 4, a = 5], [a = 6, b = 7, c = 8]}",
    ],
    ['{"__proto__":1}', "[__proto__ = 1]"],
    [String.raw`[{"a\"b":1},{"a\"b":2}]`, '{[#"a""b" = 1], [#"a""b" = 2]}'],
    ['"2020-11-01T00:00:00Z"', '"2020-11-01T00:00:00Z"'],
    ["1e400", "#infinity"],
    ["12345678901234567890", "12345678901234567000".replace("12345678901234567000", "1.2345678901234567E+19")],
  ])("reads %s", (text, shown) => {
    expect(shownCall(json, "Json.Document", text)).toBe(shown);
  });

  it.each([
    ["", "We reached the end of the buffer."],
    ["[1,", "We reached the end of the buffer."],
    ['"abc', "We reached the end of the buffer."],
    ["[1] 2", "We found extra characters at the end of JSON input."],
    ["[1,]", "We found an unexpected character in the JSON input."],
    ["{a:1}", "We found an unexpected character in the JSON input."],
    ["{'a':1}", "We found an unexpected character in the JSON input."],
    ['{"a" 1}', "We found an unexpected character in the JSON input."],
    ["01", "We found extra characters at the end of JSON input."],
    [".5", "We found an unexpected character in the JSON input."],
    ["nul", "We found an unexpected character in the JSON input."],
    ['"a\nb"', "We found an unexpected character in the JSON input."],
    [String.raw`"\x"`, "We found an unexpected character in the JSON input."],
    [String.raw`"\u12g4"`, "We found an unexpected character in the JSON input."],
  ])("refuses %j", (text, message) => {
    expect(shownCall(json, "Json.Document", text)).toBe(`DataFormat.Error: ${message}`);
  });

  it("tells where the text stops being JSON", () => {
    expect(() => call(json, "Json.Document", "[1,x]")).toThrow(
      expect.objectContaining({ detail: RecordValue.from({ Value: "x", Position: 3 }) }),
    );
  });

  it("refuses an object that has a name twice", () => {
    expect(shownCall(json, "Json.Document", '{"a":1,"a":2}')).toBe(
      "Expression.Error: The field 'a' already exists in the record.",
    );
  });

  it("shares one shape among objects with the same names", () => {
    const [first, second] = (call(json, "Json.Document", '[{"a":1,"b":2},{"a":3,"b":4}]') as ListValue).toArray();
    expect((first as RecordValue).shape).toBe((second as RecordValue).shape);
  });

  it("reads a binary with a byte order mark", () => {
    expect(shownCall(json, "Json.Document", new BinaryValue(Buffer.from("\ufeff[1]")))).toBe("{1}");
    expect(shownCall(json, "Json.Document", 1)).toBe("Expression.Error: We cannot convert the value 1 to type Binary.");
  });

  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.constantFrom(undefined, 2), (text, indent) => {
        const expected: unknown = JSON.parse(text);
        const written = JSON.stringify(expected, undefined, indent);
        expect(toJson(call(json, "Json.Document", written))).toEqual(
          // M has no negative zero of its own.
          JSON.parse(written, (_name, value: unknown) => (value === 0 ? 0 : value)),
        );
      }),
    );
  });
});

describe("Json.FromValue", () => {
  it.each([
    [1e20, "1E+20"],
    [-1.5e-7, "-1.5E-07"],
    [1 / 3, "0.33333333333333331"],
    [123456789012, "123456789012"],
    [-0, "0"],
    [Infinity, "null"],
    [NaN, "null"],
  ])("writes the number %d as Text.From does", (number, written) => {
    expect(Buffer.from((call(json, "Json.FromValue", number) as BinaryValue).bytes()).toString()).toBe(written);
  });

  it("writes in an encoding", () => {
    expect(shownCall(json, "Json.FromValue", listOf("é"), 1252)).toBe("#binary({91, 34, 233, 34, 93})");
  });

  it("refuses types", () => {
    expect(shownCall(json, "Json.FromValue", primitiveTypes.text)).toBe(
      "Expression.Error: We cannot represent a type value as JSON.",
    );
  });
});
