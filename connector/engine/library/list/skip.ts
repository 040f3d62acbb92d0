import { force } from "../../values/cell.ts";
import { ListValue } from "../../values/list.ts";
import type { Value } from "../../values/value.ts";
import { holds, readCountOrCondition } from "./arguments.ts";
import { skippedWhile, slice } from "./lazy.ts";

/** The list without its first items; `List.Skip` and `List.RemoveFirstN` are one function. */
export function skip(list: ListValue, countOrCondition: Value): ListValue {
  const limit = readCountOrCondition(countOrCondition, 1);
  if (typeof limit === "number") return slice(list, limit);
  return ListValue.stream(() => skippedWhile(list.cells(), (cell) => holds(limit, force(cell))));
}
