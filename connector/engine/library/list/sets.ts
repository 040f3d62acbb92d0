import type { FunctionDeclaration } from "../declaration.ts";
import { force, type Cell } from "../../values/cell.ts";
import { emptyList, ListValue } from "../../values/list.ts";
import type { Value } from "../../values/value.ts";
import { readList } from "./arguments.ts";
import { MatchCounter, readEquation } from "./equation.ts";

/** "Set operations" of Microsoft's list functions: on lists as bags, so that duplicates count. */
export const sets: readonly FunctionDeclaration[] = [
  {
    signature: "List.Difference(list1 as list, list2 as list, optional equationCriteria as any) as list",
    summary: "The first list less the items of the second, each of which takes away one of its equals.",
    examples: [
      { usage: "List.Difference({1, 2, 3, 4}, {2, 3})", output: "{1, 4}" },
      { usage: "List.Difference({1, 1, 1}, {1})", output: "{1, 1}" },
    ],
    call: (list: ListValue, other: ListValue, criteria: Value) => {
      const matcher = readEquation(criteria);
      return ListValue.stream(function* () {
        const gone = new MatchCounter(matcher, Array.from(other.cells(), force));
        for (const cell of list.cells()) if (!gone.remove(force(cell))) yield cell;
      });
    },
  },
  {
    signature: "List.Intersect(lists as list, optional equationCriteria as any) as list",
    summary: "The items that all lists have in common.",
    examples: [
      { usage: "List.Intersect({{1..5}, {2..6}, {3..7}})", output: "{3, 4, 5}" },
      { usage: "List.Intersect({{1, 1, 2}, {1, 1}})", output: "{1, 1}" },
    ],
    call: (lists: ListValue, criteria: Value) => {
      const matcher = readEquation(criteria);
      return ListValue.stream(function* () {
        const [first, ...others] = Array.from(lists.cells(), readList);
        const left = others.map((other) => new MatchCounter(matcher, Array.from(other.cells(), force)));
        for (const cell of (first ?? emptyList).cells()) {
          const item = force(cell);
          if (left.every((counter) => counter.has(item))) {
            for (const counter of left) counter.remove(item);
            yield cell;
          }
        }
      });
    },
  },
  {
    signature: "List.Union(lists as list, optional equationCriteria as any) as list",
    summary: "The items of all lists; what two lists have in common comes once.",
    examples: [
      { usage: "List.Union({{1, 2}, {2, 3}, {4}})", output: "{1, 2, 3, 4}" },
      { usage: "List.Union({{1, 1}, {1}})", output: "{1, 1}" },
    ],
    call: (lists: ListValue, criteria: Value) => {
      const matcher = readEquation(criteria);
      return ListValue.stream(function* () {
        const given: Cell[] = [];
        for (const listCell of lists.cells()) {
          const known = new MatchCounter(matcher, given.map(force));
          for (const cell of readList(listCell).cells()) {
            if (known.remove(force(cell))) continue;
            given.push(cell);
            yield cell;
          }
        }
      });
    },
  },
];
