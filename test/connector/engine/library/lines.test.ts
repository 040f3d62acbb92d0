import { describe, expect, it } from "vitest";
import { lines } from "../../../../connector/engine/library/lines.ts";
import { BinaryValue } from "../../../../connector/engine/values/binary.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { listOf, shownCall } from "./calling.ts";

describe("lines", () => {
  it.each<[string, Value[], string]>([
    ["Lines.FromText", [""], "{}"],
    ["Lines.FromText", ["\n"], '{""}'],
    ["Lines.FromText", ["a\r\nb\rc\nd"], '{"a", "b", "c", "d"}'],
    ["Lines.FromText", ["a\r\nb", null, true], '{"a#(cr)#(lf)", "b"}'],
    ["Lines.FromText", ['"a\nb"\nc'], '{"""a", "b""", "c"}'],
    ["Lines.FromText", ['"a\nb"\nc', 1], '{"""a#(lf)b""", "c"}'],
    ["Lines.FromText", ["a", 5], "Expression.Error: The 'quoteStyle' argument is out of range."],
    ["Lines.FromBinary", [new BinaryValue(Uint8Array.from([233, 10])), null, null, 1252], '{"é"}'],
    ["Lines.ToText", [listOf("a", "b")], '"a#(cr)#(lf)b#(cr)#(lf)"'],
    ["Lines.ToText", [listOf()], '""'],
    ["Lines.ToText", [listOf(1)], "Expression.Error: We cannot convert the value 1 to type Text."],
    ["Lines.ToBinary", [listOf("é"), "", 65001, true], "#binary({239, 187, 191, 195, 169})"],
  ])("%s(%j) is %s", (name, args, shown) => {
    expect(shownCall(lines, name, ...args)).toBe(shown);
  });
});
