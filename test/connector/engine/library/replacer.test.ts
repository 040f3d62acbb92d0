import { expect, it } from "vitest";
import { replacer } from "../../../../connector/engine/library/replacer.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { listOf, shownCall } from "./calling.ts";

it.each<[string, Value[], string]>([
  ["Replacer.ReplaceText", [null, "a", "b"], "null"],
  ["Replacer.ReplaceText", ["aaa", "a", "b"], '"bbb"'],
  ["Replacer.ReplaceValue", [null, null, 0], "0"],
  ["Replacer.ReplaceValue", [listOf(1), listOf(1), null], "null"],
  ["Replacer.ReplaceValue", [1, "1", null], "1"],
])("%s(%j) is %s", (name, args, shown) => {
  expect(shownCall(replacer, name, ...args)).toBe(shown);
});
