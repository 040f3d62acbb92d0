import { describe, expect, it } from "vitest";
import { printValue } from "../../../../connector/engine/format/index.ts";
import { combiner } from "../../../../connector/engine/library/combiner.ts";
import type { FunctionValue } from "../../../../connector/engine/values/function.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, listOf } from "./calling.ts";

const combine = (name: string, args: readonly Value[], texts: Value): string =>
  printValue((call(combiner, `Combiner.${name}`, ...args) as FunctionValue).invoke([texts]));

describe("combiners", () => {
  it.each<[string, Value[], Value, string]>([
    ["CombineTextByDelimiter", ["-"], listOf("a", null, "b"), '"a--b"'],
    ["CombineTextByDelimiter", ["-"], listOf(), '""'],
    ["CombineTextByDelimiter", [",", 0], listOf("a,b", "c"), '"a,b,c"'],
    ["CombineTextByDelimiter", [",", 1], listOf('a"b', "c\nd", "e"), '"""a""""b"",""c#(lf)d"",e"'],
    ["CombineTextByEachDelimiter", [listOf("=")], listOf("a", "b", "c"), '"a=bc"'],
    ["CombineTextByEachDelimiter", [listOf("=", "+"), 1], listOf("a+", "b"), '"""a+""=b"'],
    ["CombineTextByLengths", [listOf(2, 2)], listOf("abc"), '"ab  "'],
    ["CombineTextByLengths", [listOf(3, 3), "*"], listOf("a", "b"), '"a  b  "'],
    ["CombineTextByLengths", [listOf(3, 3), "*******"], listOf("a", null), '"a******"'],
    ["CombineTextByPositions", [listOf(0, 2)], listOf("abc", "def"), '"abdef"'],
    ["CombineTextByPositions", [listOf(0, 2, 5)], listOf("abc", "def"), '"abdef"'],
    ["CombineTextByPositions", [listOf(0, 2, 6)], listOf("abc", "def"), '"abdef "'],
    ["CombineTextByRanges", [listOf(listOf(0, null), listOf(2, 1))], listOf("abcde", "x"), '"abxde"'],
    ["CombineTextByRanges", [listOf(listOf(2, 1)), "****"], listOf("abc", "beyond"), '"**a*"'],
  ])("%s(%j) of a list is %s", (name, args, texts, shown) => {
    expect(combine(name, args, texts)).toBe(shown);
  });

  it("take text only", () => {
    expect(() => combine("CombineTextByDelimiter", [","], listOf(1))).toThrow(
      "We cannot convert the value 1 to type Text.",
    );
  });
});
