import { asType, cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { compareValues } from "../../values/compare.ts";
import { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import { readMember } from "./arguments.ts";
import { isComparer } from "./equation.ts";

/** One criterion of an order: a key of each item, or a comparison of two items. */
export type Criterion<Item> =
  | { readonly kind: "key"; readonly keyOf: (item: Item) => Value; readonly isDescending: boolean }
  | { readonly kind: "comparer"; readonly compare: (left: Item, right: Item) => number };

/** What a function of M is given for an item, and what a column's name means, where items are rows. */
export type Reader<Item> = {
  readonly valueOf: (item: Item) => Value;
  readonly columnOf?: (name: string) => (item: Item) => Value;
};

/**
 * Reads "comparison criteria": null, an order, a key function, a function of two, `{key, order}`, or a list of those; where
 * items are rows a column's name is a key.
 *
 * @throws EvaluationError for anything else.
 */
export function readCriteria<Item>(criteria: Value, reader: Reader<Item>): readonly Criterion<Item>[] {
  const bare = plain(criteria);
  if (!(bare instanceof ListValue)) return [readCriterion(bare, null, reader)];
  const parts = Array.from(bare.cells(), read);
  const [key, order] = parts;
  if (parts.length === 2 && typeof order === "number") return [readCriterion(key!, order, reader)];
  return parts.map((part) => {
    if (!(part instanceof ListValue)) return readCriterion(part, null, reader);
    const [innerKey, innerOrder, ...others] = Array.from(part.cells(), read);
    if (innerKey === undefined || others.length > 0) throw cannotConvert(part, primitiveTypes.function);
    return readCriterion(innerKey, innerOrder ?? null, reader);
  });
}

function readCriterion<Item>(key: Plain, order: Plain, reader: Reader<Item>): Criterion<Item> {
  const { valueOf, columnOf } = reader;
  if (key instanceof FunctionValue && isComparer(key) && order === null) {
    return {
      kind: "comparer",
      compare: (left, right) =>
        plain(asType(key.invoke([valueOf(left), valueOf(right)]), primitiveTypes.number)) as number,
    };
  }
  const isDescending = (value: Plain): boolean => readMember(value, [0, 1], "order", 0) === 1;
  if (key instanceof FunctionValue) {
    return { kind: "key", keyOf: (item) => key.invoke([valueOf(item)]), isDescending: isDescending(order) };
  }
  if (columnOf) {
    if (typeof key !== "string") throw cannotConvert(key, primitiveTypes.text);
    return { kind: "key", keyOf: columnOf(key), isDescending: isDescending(order) };
  }
  if (key === null || typeof key === "number") {
    return { kind: "key", keyOf: valueOf, isDescending: isDescending(key ?? order) };
  }
  throw cannotConvert(key, primitiveTypes.function);
}

/** Sorts a copy by the criteria, the first of which weighs most. Equal items keep their order; keys are computed once an item. */
export function sortBy<Item>(items: readonly Item[], criteria: readonly Criterion<Item>[]): Item[] {
  const compare = comparisonOf(items, criteria);
  return Array.from(items.keys())
    .sort(compare)
    .map((index) => items[index]!);
}

/** `sortBy` from the greatest down; equal items keep their order all the same. */
export function sortDownBy<Item>(items: readonly Item[], criteria: readonly Criterion<Item>[]): Item[] {
  return sortBy(items.toReversed(), criteria).reverse();
}

/** Compares items by their positions, as `sortBy` orders them. */
export function comparisonOf<Item>(
  items: readonly Item[],
  criteria: readonly Criterion<Item>[],
): (left: number, right: number) => number {
  const comparisons = criteria.map((criterion) => indexComparison(items, criterion));
  const [first, ...others] = comparisons;
  if (first === undefined) return () => 0;
  if (others.length === 0) return first;
  return (left, right) => {
    for (const compare of comparisons) {
      const order = compare(left, right);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function indexComparison<Item>(
  items: readonly Item[],
  criterion: Criterion<Item>,
): (left: number, right: number) => number {
  if (criterion.kind === "comparer") return (left, right) => criterion.compare(items[left]!, items[right]!);
  const keys = items.map((item) => plain(criterion.keyOf(item)));
  const sign = criterion.isDescending ? -1 : 1;
  if (keys.every((key) => typeof key === "number" && !Number.isNaN(key))) {
    const numbers = Float64Array.from(keys as number[]);
    return (left, right) => {
      const a = numbers[left]!;
      const b = numbers[right]!;
      return a < b ? -sign : a > b ? sign : 0;
    };
  }
  if (keys.every((key) => typeof key === "string")) {
    return (left, right) => {
      const a = keys[left]!;
      const b = keys[right]!;
      return a < b ? -sign : a > b ? sign : 0;
    };
  }
  return (left, right) => sign * compareValues(keys[left]!, keys[right]!);
}

/** The first of the items that is least by the criteria (greatest, when asked for); `undefined` when there is none. */
export function extremeOf<Item>(
  items: readonly Item[],
  criteria: readonly Criterion<Item>[],
  end: "least" | "greatest",
): Item | undefined {
  if (items.length === 0) return undefined;
  const compare = comparisonOf(items, criteria);
  let best = 0;
  for (let index = 1; index < items.length; index++) {
    const order = compare(index, best);
    if (end === "least" ? order < 0 : order > 0) best = index;
  }
  return items[best];
}
