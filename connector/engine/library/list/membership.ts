import type { FunctionDeclaration } from "../declaration.ts";
import { asType } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { force, type Cell } from "../../values/cell.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import { readMember } from "./arguments.ts";
import { matchesTo, readEquation, type Matcher } from "./equation.ts";

/** "Membership functions" of Microsoft's list functions. */
export const membership: readonly FunctionDeclaration[] = [
  {
    signature: "List.AllTrue(list as list) as logical",
    summary: "Whether every item is true.",
    examples: [
      { usage: "List.AllTrue({true, 2 > 1})", output: "true" },
      { usage: "List.AllTrue({true, false})", output: "false" },
    ],
    call: (list: ListValue) => {
      for (const cell of list.cells()) if (!isTrue(cell)) return false;
      return true;
    },
  },
  {
    signature: "List.AnyTrue(list as list) as logical",
    summary: "Whether at least one item is true.",
    examples: [
      { usage: "List.AnyTrue({false, 2 > 1})", output: "true" },
      { usage: "List.AnyTrue({})", output: "false" },
    ],
    call: (list: ListValue) => {
      for (const cell of list.cells()) if (isTrue(cell)) return true;
      return false;
    },
  },
  {
    signature: "List.Contains(list as list, value as any, optional equationCriteria as any) as logical",
    summary: "Whether one of the items equals a value.",
    examples: [
      { usage: "List.Contains({1, 2, 3}, 3)", output: "true" },
      { usage: 'List.Contains({"Bot", "Agent"}, "agent", Comparer.OrdinalIgnoreCase)', output: "true" },
      { usage: "List.Contains({10, 20}, 19, (x, y) => Number.Abs(x - y) <= 1)", output: "true" },
    ],
    call: (list: ListValue, value: Value, criteria: Value) => {
      const isWanted = matchesTo(readEquation(criteria, "any"), value);
      for (const cell of list.cells()) if (isWanted(force(cell))) return true;
      return false;
    },
  },
  {
    signature: "List.ContainsAll(list as list, values as list, optional equationCriteria as any) as logical",
    summary: "Whether each of the values equals one of the items.",
    examples: [
      { usage: "List.ContainsAll({1, 2, 3}, {3, 1})", output: "true" },
      { usage: "List.ContainsAll({1, 2, 3}, {3, 4})", output: "false" },
    ],
    call: (list: ListValue, values: ListValue, criteria: Value) => {
      const test = containment(list, readEquation(criteria, "any"));
      for (const cell of values.cells()) if (!test(force(cell))) return false;
      return true;
    },
  },
  {
    signature: "List.ContainsAny(list as list, values as list, optional equationCriteria as any) as logical",
    summary: "Whether at least one of the values equals one of the items.",
    examples: [
      { usage: "List.ContainsAny({1, 2, 3}, {9, 3})", output: "true" },
      { usage: "List.ContainsAny({1, 2, 3}, {8, 9})", output: "false" },
    ],
    call: (list: ListValue, values: ListValue, criteria: Value) => {
      const test = containment(list, readEquation(criteria, "any"));
      for (const cell of values.cells()) if (test(force(cell))) return true;
      return false;
    },
  },
  {
    signature:
      "List.PositionOf(list as list, value as any, optional occurrence as nullable Occurrence.Type, optional equationCriteria as any) as any",
    summary: "Where a value stands in a list, from 0: its first, last or all positions; -1 when it is not there.",
    examples: [
      { usage: "List.PositionOf({1, 2, 3}, 3)", output: "2" },
      { usage: "List.PositionOf({1, 2, 1}, 1, Occurrence.All)", output: "{0, 2}" },
      { usage: "List.PositionOf({1, 2, 1}, 7)", output: "-1" },
      { usage: "List.PositionOf({10, 15, 20}, 19, null, (x, y) => Number.Abs(x - y) <= 2)", output: "2" },
    ],
    call: (list: ListValue, value: Value, occurrence: Plain, criteria: Value) => {
      const isWanted = matchesTo(readEquation(criteria, "any"), value);
      return positionsOf(list.cells(), (cell) => isWanted(force(cell)), occurrence);
    },
  },
  {
    signature:
      "List.PositionOfAny(list as list, values as list, optional occurrence as nullable Occurrence.Type, optional equationCriteria as any) as any",
    summary: "Where one of several values stands in a list, from 0: the first, last or all positions; -1 for none.",
    examples: [
      { usage: "List.PositionOfAny({1, 2, 3}, {3, 2})", output: "1" },
      { usage: "List.PositionOfAny({1, 2, 3}, {3, 2}, Occurrence.Last)", output: "2" },
    ],
    call: (list: ListValue, values: ListValue, occurrence: Plain, criteria: Value) => {
      const matcher = readEquation(criteria, "any");
      const tests = Array.from(values.cells(), (cell) => matchesTo(matcher, force(cell)));
      const isWanted = (cell: Cell): boolean => {
        const item = force(cell);
        return tests.some((test) => test(item));
      };
      return positionsOf(list.cells(), isWanted, occurrence);
    },
  },
];

function isTrue(cell: Cell): boolean {
  return plain(asType(read(cell), primitiveTypes.logical)) === true;
}

/** Tests whether a value equals one of the items. A comparer is asked for all of them: one written in M need be no equivalence. */
function containment(list: ListValue, matcher: Matcher<Value>): (value: Value) => boolean {
  const items = Array.from(list.cells(), force);
  if (matcher.kind === "pairwise") return (value) => items.some((item) => matcher.same(item, value));
  const hashes = new Set(items.map(matcher.hash));
  return (value) => hashes.has(matcher.hash(value));
}

/** The first, last or all positions of wanted items (`Occurrence.Type`); -1 where the first or last is not there. */
export function positionsOf<Item>(
  items: Iterable<Item>,
  isWanted: (item: Item) => boolean,
  occurrence: Plain,
): number | ListValue {
  const which = readMember(occurrence, [0, 1, 2], "occurrence", 0);
  const found: number[] = [];
  let position = 0;
  for (const item of items) {
    if (isWanted(item)) {
      found.push(position);
      if (which === 0) break;
    }
    position++;
  }
  return which === 2 ? ListValue.of(found) : (found.at(-1) ?? -1);
}
