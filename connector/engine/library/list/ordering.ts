import type { FunctionDeclaration } from "../declaration.ts";
import { force } from "../../values/cell.ts";
import { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import type { Value } from "../../values/value.ts";
import { holds, readCountOrCondition } from "./arguments.ts";
import { extremeOf, readCriteria, sortBy, sortDownBy, type Criterion } from "./comparison.ts";
import { nonNull, takenWhile } from "./lazy.ts";
import { medianOf } from "./median.ts";
import { percentilesOf } from "./percentile.ts";

/** "Ordering" of Microsoft's list functions. Nulls are left out unless `includeNulls` asks for them. */
export const ordering: readonly FunctionDeclaration[] = [
  {
    signature:
      "List.Max(list as list, optional default as any, optional comparisonCriteria as any, optional includeNulls as nullable logical) as any",
    summary: "The greatest item; the default when there is none.",
    examples: [
      { usage: "List.Max({1, 4, -2, 3})", output: "4" },
      { usage: "List.Max({}, -1)", output: "-1" },
      { usage: "List.Max({1, -4, 3}, null, Number.Abs)", output: "-4" },
    ],
    call: (list: ListValue, whenEmpty: Value, criteria: Value, includeNulls: boolean | null) => {
      const greatest = extremeOf(considered(list, includeNulls), readListCriteria(criteria), "greatest");
      return greatest === undefined ? whenEmpty : greatest;
    },
  },
  {
    signature:
      "List.MaxN(list as list, countOrCondition as any, optional comparisonCriteria as any, optional includeNulls as nullable logical) as list",
    summary:
      "The greatest items, from the greatest down, equal ones in the list's order: so many, or as long as a condition holds.",
    examples: [
      { usage: "List.MaxN({3, 4, 5, -1, 7}, 3)", output: "{7, 5, 4}" },
      { usage: "List.MaxN({3, 4, 5, -1, 7}, each _ > 4)", output: "{7, 5}" },
    ],
    call: (list: ListValue, countOrCondition: Value, criteria: Value, includeNulls: boolean | null) =>
      leading(sortDownBy(considered(list, includeNulls), readListCriteria(criteria)), countOrCondition),
  },
  {
    signature: "List.Median(list as list, optional comparisonCriteria as any) as any",
    summary:
      "The middle item in order; of two middle ones their average where all items are numbers, datetimes, durations or times, otherwise the smaller.",
    examples: [
      { usage: "List.Median({5, 3, 1, 7, 9})", output: "5" },
      { usage: "List.Median({4, 1, 2, 3})", output: "2.5" },
      { usage: 'List.Median({"b", "a"})', output: '"a"' },
    ],
    call: (list: ListValue, criteria: Value) => medianOf(sortBy(nonNull(list), readListCriteria(criteria))),
  },
  {
    signature:
      "List.Min(list as list, optional default as any, optional comparisonCriteria as any, optional includeNulls as nullable logical) as any",
    summary: "The least item; the default when there is none.",
    examples: [
      { usage: "List.Min({1, 4, -2, 3})", output: "-2" },
      { usage: "List.Min({null, 5})", output: "5" },
      { usage: "List.Min({null, 5}, 0, null, true)", output: "null" },
    ],
    call: (list: ListValue, whenEmpty: Value, criteria: Value, includeNulls: boolean | null) => {
      const least = extremeOf(considered(list, includeNulls), readListCriteria(criteria), "least");
      return least === undefined ? whenEmpty : least;
    },
  },
  {
    signature:
      "List.MinN(list as list, countOrCondition as any, optional comparisonCriteria as any, optional includeNulls as nullable logical) as list",
    summary: "The least items, from the least up: so many, or as long as a condition holds.",
    examples: [{ usage: "List.MinN({3, 4, 5, -1, 7}, 2)", output: "{-1, 3}" }],
    call: (list: ListValue, countOrCondition: Value, criteria: Value, includeNulls: boolean | null) =>
      leading(sortBy(considered(list, includeNulls), readListCriteria(criteria)), countOrCondition),
  },
  {
    signature: "List.Sort(list as list, optional comparisonCriteria as any) as list",
    summary:
      "The items in order: ascending, descending, by a key, by a key and an order, or as a comparison of two says.",
    examples: [
      { usage: "List.Sort({2, 3, 1})", output: "{1, 2, 3}" },
      { usage: "List.Sort({2, 3, 1}, Order.Descending)", output: "{3, 2, 1}" },
      { usage: "List.Sort({2, -3, 1}, {Number.Abs, Order.Descending})", output: "{-3, 2, 1}" },
      { usage: "List.Sort({2, 3, 1}, (x, y) => Value.Compare(y, x))", output: "{3, 2, 1}" },
    ],
    call: (list: ListValue, criteria: Value) => {
      const order = readListCriteria(criteria);
      return ListValue.stream(() => sortBy(Array.from(list.cells(), force), order));
    },
  },
  {
    signature: "List.Percentile(list as list, percentiles as any, optional options as nullable record) as any",
    summary: "The percentile of a probability between 0 and 1, or one for each of several.",
    examples: [
      { usage: "List.Percentile({5, 3, 1, 7, 9}, 0.25)", output: "3" },
      {
        usage: "List.Percentile({5, 3, 1, 7, 9}, {0.25, 0.5, 0.75}, [PercentileMode = PercentileMode.ExcelExc])",
        output: "{2, 5, 8}",
      },
    ],
    call: (list: ListValue, percentiles: Value, options: RecordValue | null) =>
      percentilesOf(sortBy(nonNull(list), readListCriteria(null)), percentiles, options),
  },
];

function readListCriteria(criteria: Value): readonly Criterion<Value>[] {
  return readCriteria<Value>(criteria, { valueOf: (item) => item });
}

function considered(list: ListValue, includeNulls: boolean | null): Value[] {
  return includeNulls === true ? Array.from(list.cells(), force) : nonNull(list);
}

function leading(sorted: readonly Value[], countOrCondition: Value): ListValue {
  const limit = readCountOrCondition(countOrCondition, 1);
  if (typeof limit === "number") return ListValue.of(sorted.slice(0, limit));
  return ListValue.of(Array.from(takenWhile(sorted, (item) => holds(limit, item))));
}
