import { describe, expect, it } from "vitest";
import { printValue } from "../../../../connector/engine/format/index.ts";
import { splitter } from "../../../../connector/engine/library/splitter/index.ts";
import type { FunctionValue } from "../../../../connector/engine/values/function.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, listOf, shownCall } from "./calling.ts";

const split = (name: string, args: readonly Value[], text: Value): string =>
  printValue((call(splitter, `Splitter.${name}`, ...args) as FunctionValue).invoke([text]));

describe("splitters", () => {
  it.each<[string, Value[], Value, string]>([
    ["SplitByNothing", [], 1, "{1}"],
    ["SplitTextByDelimiter", [","], null, "{}"],
    ["SplitTextByDelimiter", [","], "", '{""}'],
    ["SplitTextByDelimiter", [","], "a,", '{"a", ""}'],
    ["SplitTextByDelimiter", ["=>"], "a=>b=c", '{"a", "b=c"}'],
    ["SplitTextByDelimiter", [","], 'a,"b\n"",c",d', '{"a", "b#(lf)"",c", "d"}'],
    ["SplitTextByDelimiter", [","], 'a"b,c"d', '{"a""b", "c""d"}'],
    ["SplitTextByDelimiter", [",", 1, 1], 'a"b,c"d', '{"ab,cd"}'],
    ["SplitTextByAnyDelimiter", [listOf(",", ";"), 1, true], 'a,"b;c",d', '{"a", "b;c", "d"}'],
    ["SplitTextByAnyDelimiter", [listOf("--", "-"), null, true], "a--b-c", '{"a", "b", "c"}'],
    // Quotes count wherever they stand, and one that is not closed holds the rest.
    ["SplitTextByAnyDelimiter", [listOf(",", ";")], 'a;b"c,d"e,f', '{"a", "bc,de", "f"}'],
    ["SplitTextByAnyDelimiter", [listOf(",", ";"), 1, true], 'a,"b;c,d', '{"a,b", "c", "d"}'],
    ["SplitTextByAnyDelimiter", [listOf("=>"), 0, true], "a=>b", '{"a", "b"}'],
    ["SplitTextByEachDelimiter", [listOf(",")], 'a"b,c"d,e', '{"ab,cd", "e"}'],
    ["SplitTextByEachDelimiter", [listOf(",")], 'a"b,c', '{"ab,c"}'],
    ["SplitTextByEachDelimiter", [listOf(",", ";")], 'a"",b"";c', '{"a", "b", "c"}'],
    ["SplitTextByEachDelimiter", [listOf(","), 1, true], 'a,b"c,d', '{"a,bc", "d"}'],
    ["SplitTextByEachDelimiter", [listOf(",", ";")], 'a,"b;c";d', '{"a", "b;c", "d"}'],
    ["SplitTextByEachDelimiter", [listOf(",", ";")], "abc", '{"abc"}'],
    ["SplitTextByEachDelimiter", [listOf(",", ";"), 0, true], 'a,"b;c",d', '{"a,""b", "c""", "d"}'],
    ["SplitTextByEachDelimiter", [listOf(",", ","), 1, true], 'a,"b,c",d', '{"a", "b,c", "d"}'],
    ["SplitTextByLengths", [listOf(2, 3)], "ABC", '{"AB", "C"}'],
    ["SplitTextByLengths", [listOf(5, 2), true], "RedmondWA98052", '{"WA", "98052"}'],
    ["SplitTextByPositions", [listOf(0, 5), true], "Redmond98052", '{"Redmond", "98052"}'],
    ["SplitTextByPositions", [listOf(2, 9)], "abc", '{"c", ""}'],
    ["SplitTextByPositions", [listOf(0, 2, 2)], "abcd", '{"ab", "", "cd"}'],
    ["SplitTextByRanges", [listOf(listOf(1, 2), listOf(0, 9))], "abc", '{"bc", "abc"}'],
    ["SplitTextByRanges", [listOf(listOf(0, 2), listOf(2, null)), true], "abcdef", '{"abcd", "ef"}'],
    ["SplitTextByRepeatedLengths", [3], "", '{""}'],
    ["SplitTextByRepeatedLengths", [4, true], "12345678", '{"1234", "5678"}'],
    ["SplitTextByWhitespace", [0], ' "a b"\t c ', '{"""a", "b""", "c"}'],
    ["SplitTextByCharacterTransition", [listOf("a"), listOf("b")], "", '{""}'],
  ])("%s(%j) of %j is %s", (name, args, text, shown) => {
    expect(split(name, args, text)).toBe(shown);
  });

  it.each<[string, Value[], string]>([
    ["SplitTextByPositions", [listOf(3, 2)], "The 'positions' argument is out of range."],
    ["SplitTextByLengths", [listOf(-1)], "The 'lengths' argument is out of range."],
    ["SplitTextByRanges", [listOf(listOf(1))], "The 'ranges' argument is out of range."],
    ["SplitTextByRanges", [listOf(listOf(null, 1))], "We cannot convert the value null to type Number."],
    ["SplitTextByRanges", [listOf(listOf(1, -1))], "The 'ranges' argument is out of range."],
    ["SplitTextByRepeatedLengths", [0], "The 'length' argument is out of range."],
    ["SplitTextByDelimiter", [",", 5], "The 'quoteStyle' argument is out of range."],
    ["SplitTextByCharacterTransition", [1, 2], "We cannot convert the value 1 to type List."],
  ])("%s(%j) is refused", (name, args, message) => {
    expect(shownCall(splitter, `Splitter.${name}`, ...args)).toBe(`Expression.Error: ${message}`);
  });

  it("take text only", () => {
    expect(() => split("SplitTextByDelimiter", [","], 1)).toThrow("We cannot convert the value 1 to type Text.");
  });
});
