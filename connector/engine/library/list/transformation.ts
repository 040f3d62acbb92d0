import type { FunctionDeclaration } from "../declaration.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { force, Thunk, type Cell } from "../../values/cell.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { emptyList, ListValue } from "../../values/list.ts";
import { read, type Value } from "../../values/value.ts";
import { holds, readCount, readCountOrCondition, readList } from "./arguments.ts";
import { equality, MatchCounter, MatchMap, readEquation } from "./equation.ts";
import { mapLazily, paged, slice, startOfTail } from "./lazy.ts";
import { skip } from "./skip.ts";

/** "Transformation functions" of Microsoft's list functions. */
export const transformation: readonly FunctionDeclaration[] = [
  {
    signature: "List.Accumulate(list as list, seed as any, accumulator as function) as any",
    summary: "Folds the items, from the first, into one value.",
    examples: [{ usage: "List.Accumulate({1, 2, 3}, 10, (state, current) => state + current)", output: "16" }],
    call: (list: ListValue, seed: Value, accumulator: FunctionValue) => {
      let state = seed;
      for (const cell of list.cells()) state = accumulator.invoke([state, force(cell)]);
      return state;
    },
  },
  {
    signature: "List.Combine(lists as list) as list",
    summary: "The items of several lists, one list after the other.",
    examples: [{ usage: "List.Combine({{1, 2}, {}, {3}})", output: "{1, 2, 3}" }],
    call: (lists: ListValue) =>
      ListValue.chained(function* () {
        for (const cell of lists.cells()) yield readList(cell);
      }),
  },
  {
    signature: "List.RemoveFirstN(list as list, optional countOrCondition as any) as list",
    summary: "The list without its first items: one, so many, or as long as a condition holds.",
    examples: [
      { usage: "List.RemoveFirstN({1..5}, 3)", output: "{4, 5}" },
      { usage: "List.RemoveFirstN({1..5})", output: "{2, 3, 4, 5}" },
    ],
    call: skip,
  },
  {
    signature: "List.RemoveItems(list1 as list, list2 as list) as list",
    summary: "The first list without the items that occur in the second.",
    examples: [{ usage: "List.RemoveItems({1, 2, 3, 4, 2, 5}, {2, 4, 6})", output: "{1, 3, 5}" }],
    call: (list: ListValue, removed: ListValue) => without(list, removed, null),
  },
  {
    signature: "List.RemoveLastN(list as list, optional countOrCondition as any) as list",
    summary: "The list without its last items: one, so many, or as long as a condition holds from the end.",
    examples: [
      { usage: "List.RemoveLastN({1..5}, 3)", output: "{1, 2}" },
      { usage: "List.RemoveLastN({5, 4, 2, 6, 4}, each _ > 3)", output: "{5, 4, 2}" },
    ],
    call: (list: ListValue, countOrCondition: Value) => {
      const limit = readCountOrCondition(countOrCondition, 1);
      const cells = list.toArray();
      const end =
        typeof limit === "number"
          ? Math.max(cells.length - limit, 0)
          : startOfTail(cells, (cell) => holds(limit, force(cell)));
      return ListValue.of(cells.slice(0, end));
    },
  },
  {
    signature: "List.RemoveMatchingItems(list1 as list, list2 as list, optional equationCriteria as any) as list",
    summary: "The first list without the items that equal one of the second.",
    examples: [
      { usage: "List.RemoveMatchingItems({1, 2, 3, 2}, {2})", output: "{1, 3}" },
      { usage: 'List.RemoveMatchingItems({"a", "B"}, {"b"}, Comparer.OrdinalIgnoreCase)', output: '{"a"}' },
    ],
    call: without,
  },
  {
    signature: "List.RemoveNulls(list as list) as list",
    summary: "The items that are not null.",
    examples: [{ usage: "List.RemoveNulls({1, null, 3, null})", output: "{1, 3}" }],
    call: (list: ListValue) =>
      ListValue.stream(function* () {
        for (const cell of list.cells()) if (read(cell) !== null) yield cell;
      }),
  },
  {
    signature: "List.RemoveRange(list as list, index as number, optional count as nullable number) as list",
    summary: "The list without the item at a position, or so many from there.",
    examples: [
      { usage: "List.RemoveRange({1, 2, 3, 4, 5}, 1, 2)", output: "{1, 4, 5}" },
      { usage: "List.RemoveRange({1, 2, 3}, 0)", output: "{2, 3}" },
    ],
    call: (list: ListValue, index: number, count: number | null) => replaceRange(list, index, count ?? 1, emptyList),
  },
  {
    signature: "List.Repeat(list as list, count as number) as list",
    summary: "The list so many times over.",
    examples: [{ usage: "List.Repeat({1, 2}, 3)", output: "{1, 2, 1, 2, 1, 2}" }],
    call: (list: ListValue, count: number) => {
      readCount(count, "count");
      return ListValue.stream(function* () {
        for (let time = 0; time < count; time++) yield* list.cells();
      });
    },
  },
  {
    signature:
      "List.ReplaceMatchingItems(list as list, replacements as list, optional equationCriteria as any) as list",
    summary:
      "The list with every item that equals the first of a pair replaced by its second; of several pairs the first counts.",
    examples: [{ usage: "List.ReplaceMatchingItems({1, 2, 3, 2}, {{2, 20}, {3, 30}})", output: "{1, 20, 30, 20}" }],
    call: (list: ListValue, replacements: ListValue, criteria: Value) => {
      const replaced = new MatchMap<Value, Cell>(readEquation(criteria));
      for (const cell of replacements.cells()) {
        const pair = readList(cell).toArray();
        if (pair.length !== 2) throw cannotConvert(readList(cell), primitiveTypes.list);
        replaced.take(force(pair[0]!), () => pair[1]!);
      }
      return mapLazily(list, (item) => {
        const replacement = replaced.get(item);
        return replacement === undefined ? item : force(replacement);
      });
    },
  },
  {
    signature: "List.ReplaceRange(list as list, index as number, count as number, replaceWith as list) as list",
    summary: "The list with so many items from a position on replaced by others.",
    examples: [{ usage: "List.ReplaceRange({1, 2, 7, 8, 5}, 2, 2, {3, 4})", output: "{1, 2, 3, 4, 5}" }],
    call: (list: ListValue, index: number, count: number, replacement: ListValue) =>
      replaceRange(list, index, count, replacement),
  },
  {
    signature: "List.ReplaceValue(list as list, oldValue as any, newValue as any, replacer as function) as list",
    summary: "The list with a replacer, given each item, the old and the new value, applied to every item.",
    examples: [
      {
        usage: 'List.ReplaceValue({"ab", "b"}, "a", "x", Replacer.ReplaceText)',
        output: '{"xb", "b"}',
      },
    ],
    call: (list: ListValue, oldValue: Value, newValue: Value, replacer: FunctionValue) =>
      mapLazily(list, (item) => replacer.invoke([item, oldValue, newValue])),
  },
  {
    signature: "List.Reverse(list as list) as list",
    summary: "The items from the last to the first.",
    examples: [{ usage: "List.Reverse({1..4})", output: "{4, 3, 2, 1}" }],
    call: (list: ListValue) => ListValue.of(list.toArray().toReversed()),
  },
  {
    signature: "List.Split(list as list, pageSize as number) as list",
    summary: "The list cut into lists of so many items, the last of which may be shorter.",
    examples: [{ usage: "List.Split({1..5}, 2)", output: "{{1, 2}, {3, 4}, {5}}" }],
    call: (list: ListValue, pageSize: number) => {
      if (readCount(pageSize, "pageSize") === 0) throw argumentOutOfRange("pageSize", pageSize);
      return ListValue.stream(function* () {
        for (const page of paged(list.cells(), pageSize)) yield ListValue.of(page);
      });
    },
  },
  {
    signature: "List.Transform(list as list, transform as function) as list",
    summary: "What a function makes of each item; it is called only for the items that are looked at.",
    examples: [
      { usage: "List.Transform({1, 2}, each _ + 1)", output: "{2, 3}" },
      { usage: 'List.Count(List.Transform({1, 2}, each error "never called"))', output: "2" },
    ],
    call: (list: ListValue, transform: FunctionValue) => mapLazily(list, (item) => transform.invoke([item])),
  },
  {
    signature: "List.TransformMany(list as list, collectionTransform as function, resultTransform as function) as list",
    summary: "Makes a list of each item, and one result of the item and each member of its list.",
    examples: [
      {
        usage: "List.TransformMany({1, 2}, each {10, 20}, (item, member) => item + member)",
        output: "{11, 21, 12, 22}",
      },
    ],
    call: (list: ListValue, collect: FunctionValue, result: FunctionValue) =>
      ListValue.stream(function* () {
        for (const cell of list.cells()) {
          const item = force(cell);
          for (const member of readList(collect.invoke([item])).cells()) {
            yield new Thunk(() => result.invoke([item, force(member)]));
          }
        }
      }),
  },
  {
    signature: "List.Zip(lists as list) as list",
    summary: "One list an index, of the items that several lists have there; shorter lists are filled with null.",
    examples: [{ usage: "List.Zip({{1, 2}, {3}})", output: "{{1, 3}, {2, null}}" }],
    call: (lists: ListValue) =>
      ListValue.stream(function* () {
        const sources = Array.from(lists.cells(), (cell) => readList(cell).cells()[Symbol.iterator]());
        for (;;) {
          const steps = sources.map((source) => source.next());
          if (steps.every((step) => step.done === true)) return;
          yield ListValue.of(steps.map((step) => (step.done === true ? null : step.value)));
        }
      }),
  },
];

function without(list: ListValue, removed: ListValue, criteria: Value): ListValue {
  const matcher = criteria === null ? equality : readEquation(criteria);
  return ListValue.stream(function* () {
    const gone = new MatchCounter(matcher, Array.from(removed.cells(), force));
    for (const cell of list.cells()) if (!gone.has(force(cell))) yield cell;
  });
}

function replaceRange(list: ListValue, index: number, count: number, replacement: ListValue): ListValue {
  readCount(index, "index");
  readCount(count, "count");
  return ListValue.stream(function* () {
    yield* slice(list, 0, index).cells();
    yield* replacement.cells();
    let position = 0;
    for (const cell of list.cells()) if (position++ >= index + count) yield cell;
    if (position < index + count) throw argumentOutOfRange(position < index ? "index" : "count", index);
  });
}
