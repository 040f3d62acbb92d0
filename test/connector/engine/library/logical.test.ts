import { expect, it } from "vitest";
import { logical } from "../../../../connector/engine/library/logical.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { listOf, shownCall } from "./calling.ts";

it.each<[string, Value, string]>([
  ["Logical.From", null, "null"],
  ["Logical.From", 0, "false"],
  ["Logical.From", NaN, "true"],
  ["Logical.From", "True", "true"],
  ["Logical.From", listOf(), "Expression.Error: We cannot convert a value of type List to type Logical."],
  ["Logical.FromText", "1", "Expression.Error: Could not convert to a logical."],
  ["Logical.FromText", null, "null"],
  ["Logical.ToText", null, "null"],
])("%s of %s is %s", (name, value, shown) => {
  expect(shownCall(logical, name, value)).toBe(shown);
});
