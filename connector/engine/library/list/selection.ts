import type { FunctionDeclaration } from "../declaration.ts";
import { bufferCell } from "./buffer.ts";
import { force, type Cell } from "../../values/cell.ts";
import { argumentOutOfRange, notEnoughElements, tooManyElements } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { holds, readCount, readCountOrCondition } from "./arguments.ts";
import { MatchCounter, readEquation } from "./equation.ts";
import { alternated, slice, startOfTail, takenWhile } from "./lazy.ts";
import { skip } from "./skip.ts";

/** "Selection" of Microsoft's list functions. */
export const selection: readonly FunctionDeclaration[] = [
  {
    signature:
      "List.Alternate(list as list, count as number, optional repeatInterval as nullable number, optional offset as nullable number) as list",
    summary: "Leaves out `count` items and keeps `repeatInterval` in turn, from `offset` on.",
    examples: [
      { usage: "List.Alternate({1..6}, 2)", output: "{3, 4, 5, 6}" },
      { usage: "List.Alternate({1..7}, 1, 2, 1)", output: "{1, 3, 4, 6, 7}" },
    ],
    call: (list: ListValue, count: number, interval: number | null, offset: number | null) => {
      const skipped = readCount(count, "count");
      const kept = interval === null ? null : readCount(interval, "repeatInterval");
      const first = readCount(offset ?? 0, "offset");
      return ListValue.stream(() => alternated(list.cells(), first, skipped, kept));
    },
  },
  {
    signature: "List.Buffer(list as list) as list",
    summary: "The list, enumerated once and held: its items no longer change.",
    examples: [{ usage: "List.Buffer({1..3})", output: "{1, 2, 3}" }],
    call: (list: ListValue) => ListValue.of(Array.from(list.cells(), bufferCell)),
  },
  {
    signature: "List.Distinct(list as list, optional equationCriteria as any) as list",
    summary: "The items without those that equal an earlier one.",
    examples: [
      { usage: "List.Distinct({3, 1, 3, 2, 1})", output: "{3, 1, 2}" },
      { usage: 'List.Distinct({"a", "A", "b"}, Comparer.OrdinalIgnoreCase)', output: '{"a", "b"}' },
      { usage: "List.Distinct({1, -1, 2}, Number.Abs)", output: "{1, 2}" },
    ],
    call: (list: ListValue, criteria: Value) => {
      const matcher = readEquation(criteria);
      return ListValue.stream(function* () {
        const seen = new MatchCounter(matcher);
        for (const cell of list.cells()) if (seen.add(force(cell)) === 1) yield cell;
      });
    },
  },
  {
    signature: "List.FindText(list as list, text as text) as list",
    summary: "The texts that contain a text, and the records one of whose fields does.",
    examples: [
      { usage: 'List.FindText({"chat", "queue", "that"}, "hat")', output: '{"chat", "that"}' },
      { usage: 'List.FindText({[a = "one"], [a = "two"]}, "tw")', output: '{[a = "two"]}' },
    ],
    call: (list: ListValue, text: string) =>
      ListValue.stream(function* () {
        for (const cell of list.cells()) if (containsText(read(cell), text)) yield cell;
      }),
  },
  {
    signature: "List.First(list as list, optional defaultValue as any) as any",
    summary: "The first item; the default when the list is empty.",
    examples: [
      { usage: "List.First({7, 8})", output: "7" },
      { usage: "List.First({}, 0)", output: "0" },
    ],
    call: (list: ListValue, whenEmpty: Value) => {
      const first = list.at(0);
      return first === undefined ? whenEmpty : force(first);
    },
  },
  {
    signature: "List.FirstN(list as list, countOrCondition as any) as any",
    summary: "The first items: so many, or as long as a condition holds.",
    examples: [
      { usage: "List.FirstN({5, 6, 7}, 2)", output: "{5, 6}" },
      { usage: "List.FirstN({5, 6, 1, 7}, each _ > 4)", output: "{5, 6}" },
    ],
    call: (list: ListValue, countOrCondition: Value) => {
      if (plain(countOrCondition) === null) throw cannotConvert(null, primitiveTypes.number);
      const limit = readCountOrCondition(countOrCondition, 1);
      if (typeof limit === "number") return slice(list, 0, limit);
      return ListValue.stream(() => takenWhile(list.cells(), (cell) => holds(limit, force(cell))));
    },
  },
  {
    signature: "List.InsertRange(list as list, index as number, values as list) as list",
    summary: "The list with other items inserted at a position.",
    examples: [
      { usage: "List.InsertRange({1, 2, 5}, 2, {3, 4})", output: "{1, 2, 3, 4, 5}" },
      { usage: "List.InsertRange({1}, 4, {2})", output: `error "The 'index' argument is out of range."` },
    ],
    call: (list: ListValue, index: number, values: ListValue) => {
      readCount(index, "index");
      return ListValue.stream(function* () {
        let position = 0;
        for (const cell of list.cells()) {
          if (position++ === index) yield* values.cells();
          yield cell;
        }
        if (position < index) throw argumentOutOfRange("index", index);
        if (position === index) yield* values.cells();
      });
    },
  },
  {
    signature: "List.IsDistinct(list as list, optional equationCriteria as any) as logical",
    summary: "Whether no item equals another.",
    examples: [
      { usage: "List.IsDistinct({1, 2, 3})", output: "true" },
      { usage: "List.IsDistinct({1, 2, 1})", output: "false" },
    ],
    call: (list: ListValue, criteria: Value) => {
      const seen = new MatchCounter(readEquation(criteria));
      for (const cell of list.cells()) if (seen.add(force(cell)) > 1) return false;
      return true;
    },
  },
  {
    signature: "List.Last(list as list, optional defaultValue as any) as any",
    summary: "The last item; the default when the list is empty.",
    examples: [
      { usage: "List.Last({7, 8})", output: "8" },
      { usage: 'List.Last({}, "none")', output: '"none"' },
    ],
    call: (list: ListValue, whenEmpty: Value) => {
      const last = lastCell(list);
      return last === undefined ? whenEmpty : force(last);
    },
  },
  {
    signature: "List.LastN(list as list, optional countOrCondition as any) as any",
    summary:
      "The last items: so many, or as long as a condition holds from the end; without either the last item itself.",
    examples: [
      { usage: "List.LastN({5, 6, 7}, 2)", output: "{6, 7}" },
      { usage: "List.LastN({9, 1, 6, 7}, each _ > 4)", output: "{6, 7}" },
      { usage: "List.LastN({5, 6})", output: "6" },
    ],
    call: (list: ListValue, countOrCondition: Value) => {
      const cells = list.toArray();
      if (plain(countOrCondition) === null) {
        const last = cells.at(-1);
        if (last === undefined) throw notEnoughElements();
        return force(last);
      }
      const limit = readCountOrCondition(countOrCondition, 1);
      const start =
        typeof limit === "number"
          ? Math.max(cells.length - limit, 0)
          : startOfTail(cells, (cell) => holds(limit, force(cell)));
      return ListValue.of(cells.slice(start));
    },
  },
  {
    signature: "List.MatchesAll(list as list, condition as function) as logical",
    summary: "Whether a condition holds for every item.",
    examples: [
      { usage: "List.MatchesAll({11, 12}, each _ > 10)", output: "true" },
      { usage: "List.MatchesAll({9, 12}, each _ > 10)", output: "false" },
    ],
    call: (list: ListValue, condition: FunctionValue) => {
      for (const cell of list.cells()) if (!holds(condition, force(cell))) return false;
      return true;
    },
  },
  {
    signature: "List.MatchesAny(list as list, condition as function) as logical",
    summary: "Whether a condition holds for at least one item.",
    examples: [
      { usage: "List.MatchesAny({9, 12}, each _ > 10)", output: "true" },
      { usage: "List.MatchesAny({}, each true)", output: "false" },
    ],
    call: (list: ListValue, condition: FunctionValue) => {
      for (const cell of list.cells()) if (holds(condition, force(cell))) return true;
      return false;
    },
  },
  {
    signature: "List.Positions(list as list) as list",
    summary: "The positions of the items, from 0.",
    examples: [{ usage: 'List.Positions({"a", "b", "c"})', output: "{0, 1, 2}" }],
    call: (list: ListValue) =>
      ListValue.stream(function* () {
        const cells = list.cells()[Symbol.iterator]();
        for (let position = 0; cells.next().done !== true; position++) yield position;
      }),
  },
  {
    signature: "List.Range(list as list, offset as number, optional count as nullable number) as list",
    summary: "The items from a position on, all or so many of them.",
    examples: [
      { usage: "List.Range({1..6}, 3)", output: "{4, 5, 6}" },
      { usage: "List.Range({1..6}, 1, 2)", output: "{2, 3}" },
    ],
    call: (list: ListValue, offset: number, count: number | null) =>
      slice(list, readCount(offset, "offset"), count === null ? Infinity : readCount(count, "count")),
  },
  {
    signature: "List.Select(list as list, selection as function) as list",
    summary: "The items for which a condition holds.",
    examples: [{ usage: "List.Select({1, -3, 4, 9, -2}, each _ > 0)", output: "{1, 4, 9}" }],
    call: (list: ListValue, condition: FunctionValue) =>
      ListValue.stream(function* () {
        for (const cell of list.cells()) if (holds(condition, force(cell))) yield cell;
      }),
  },
  {
    signature: "List.Single(list as list) as any",
    summary: "The only item of a list of one.",
    examples: [
      { usage: "List.Single({1})", output: "1" },
      {
        usage: "List.Single({1, 2})",
        output: 'error "There were too many elements in the enumeration to complete the operation."',
      },
    ],
    call: (list: ListValue) => {
      const [only, other] = firstTwo(list);
      if (only === undefined) throw notEnoughElements();
      if (other !== undefined) throw tooManyElements();
      return force(only);
    },
  },
  {
    signature: "List.SingleOrDefault(list as list, optional default as any) as any",
    summary: "The only item of a list of one; the default when the list is empty.",
    examples: [
      { usage: "List.SingleOrDefault({1})", output: "1" },
      { usage: "List.SingleOrDefault({}, -1)", output: "-1" },
    ],
    call: (list: ListValue, whenEmpty: Value) => {
      const [only, other] = firstTwo(list);
      if (other !== undefined) throw tooManyElements();
      return only === undefined ? whenEmpty : force(only);
    },
  },
  {
    signature: "List.Skip(list as list, optional countOrCondition as any) as list",
    summary: "The list without its first items: one, so many, or as long as a condition holds.",
    examples: [
      { usage: "List.Skip({1..5}, 3)", output: "{4, 5}" },
      { usage: "List.Skip({5, 4, 2, 6, 1}, each _ > 3)", output: "{2, 6, 1}" },
    ],
    call: skip,
  },
];

function lastCell(list: ListValue): Cell | undefined {
  if (list.isHeld) return list.toArray().at(-1);
  let last: Cell | undefined;
  for (const cell of list.cells()) last = cell;
  return last;
}

function firstTwo(list: ListValue) {
  return slice(list, 0, 2).toArray();
}

/** Whether a text, or a text in a record's field, contains the wanted one. */
export function containsText(value: Plain, wanted: string): boolean {
  if (typeof value === "string") return value.includes(wanted);
  if (value === null || typeof value !== "object" || value.kind !== "record") return false;
  return value.cells.some((cell) => containsText(read(cell), wanted));
}
