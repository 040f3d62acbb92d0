import { asType, cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { equals } from "../../values/compare.ts";
import { expressionError } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Value } from "../../values/value.ts";
import { toUpperSimple } from "../text/characters.ts";
import { readFunction } from "./arguments.ts";
import { hashKey, type HashKey } from "./hash.ts";

/** What counts as equal: by a key that can be looked up, or by asking for every pair. */
export type Matcher<Item> =
  | { readonly kind: "hash"; readonly hash: (item: Item) => HashKey }
  | { readonly kind: "pairwise"; readonly same: (left: Item, right: Item) => boolean };

/** Equality of values as `=` has it. */
export const equality: Matcher<Value> = { kind: "hash", hash: (value) => hashKey(plain(value)) };

/**
 * Reads the "equation criteria" of the list functions: null, a key selector, a comparer, or a list of both. Comparers answer
 * 0 or true for equal. Only functions that look for values take "any" comparer: all others refuse one written in M (Microsoft's
 * page "List functions", "Equation criteria").
 */
export function readEquation(criteria: Value, comparers: "any" | "built-in" = "built-in"): Matcher<Value> {
  const bare = plain(criteria);
  if (bare === null) return equality;
  if (bare instanceof FunctionValue) return isComparer(bare) ? matcherOf(bare) : keyMatcher(bare, equality);
  if (bare instanceof ListValue && bare.count() === 2) {
    const key = readFunction(bare.at(0)!);
    const comparer = read(bare.at(1)!);
    return keyMatcher(key, comparer === null ? equality : matcherOf(readFunction(comparer)));
  }
  throw cannotConvert(criteria, primitiveTypes.function);

  function matcherOf(comparer: FunctionValue): Matcher<Value> {
    if (comparers === "any" || isBuiltIn(comparer)) return comparerMatcher(comparer);
    throw expressionError(
      "The equation criteria take a built-in comparer only, such as Comparer.OrdinalIgnoreCase.",
      bare,
    );
  }
}

/** Whether a comparer is the library's, or made by it, rather than written in M. */
export function isBuiltIn(comparer: FunctionValue): boolean {
  return comparer.syntax === undefined;
}

/** Whether a function compares two values, rather than selecting a key of one. */
export function isComparer(candidate: FunctionValue): boolean {
  return candidate.type.required === 2;
}

/** The matcher of a comparer. The library's two ordinal ones can be looked up; all others are asked for every pair. */
export function comparerMatcher(comparer: FunctionValue): Matcher<Value> {
  switch (comparer.libraryName) {
    case "Comparer.Ordinal":
      return equality;
    case "Comparer.OrdinalIgnoreCase":
      return {
        kind: "hash",
        hash: (value) => {
          const bare = plain(value);
          return hashKey(typeof bare === "string" ? toUpperSimple(bare) : bare);
        },
      };
    default:
      return { kind: "pairwise", same: (left, right) => isSame(comparer, left, right) };
  }
}

/** Whether a comparer calls two values equal. @throws EvaluationError when it answers neither a number nor a logical. */
export function isSame(comparer: FunctionValue, left: Value, right: Value): boolean {
  const answer = plain(comparer.invoke([left, right]));
  if (typeof answer === "boolean") return answer;
  return asType(answer, primitiveTypes.number) === 0;
}

function keyMatcher(key: FunctionValue, matcher: Matcher<Value>): Matcher<Value> {
  if (matcher.kind === "hash") return { kind: "hash", hash: (value) => matcher.hash(key.invoke([value])) };
  return { kind: "pairwise", same: (left, right) => matcher.same(key.invoke([left]), key.invoke([right])) };
}

/** Whether a matcher calls two items equal. */
export function matches<Item>(matcher: Matcher<Item>, left: Item, right: Item): boolean {
  return matcher.kind === "hash" ? matcher.hash(left) === matcher.hash(right) : matcher.same(left, right);
}

/** Tests items against one, whose key is computed once. With plain equality NaN equals nothing, itself included. */
export function matchesTo(matcher: Matcher<Value>, wanted: Value): (item: Value) => boolean {
  if (matcher === equality) return (item) => equals(item, wanted);
  if (matcher.kind === "pairwise") return (item) => matcher.same(item, wanted);
  const key = matcher.hash(wanted);
  return (item) => matcher.hash(item) === key;
}

/** A map by what a matcher calls equal. Iterates in the order of first entry. */
export class MatchMap<Item, Entry> {
  readonly #matcher: Matcher<Item>;
  readonly #byHash = new Map<HashKey, Entry>();
  readonly #pairs: { readonly item: Item; readonly entry: Entry }[] = [];

  constructor(matcher: Matcher<Item>) {
    this.#matcher = matcher;
  }

  get(item: Item): Entry | undefined {
    const matcher = this.#matcher;
    if (matcher.kind === "hash") return this.#byHash.get(matcher.hash(item));
    return this.#pairs.find((pair) => matcher.same(pair.item, item))?.entry;
  }

  /** The entry of an item, made and kept when there is none. */
  take(item: Item, make: () => Entry): Entry {
    const matcher = this.#matcher;
    if (matcher.kind === "pairwise") {
      const found = this.#pairs.find((pair) => matcher.same(pair.item, item));
      if (found) return found.entry;
      const entry = make();
      this.#pairs.push({ item, entry });
      return entry;
    }
    const hash = matcher.hash(item);
    let entry = this.#byHash.get(hash);
    if (entry === undefined) {
      entry = make();
      this.#byHash.set(hash, entry);
    }
    return entry;
  }

  entries(): Iterable<Entry> {
    return this.#matcher.kind === "hash" ? this.#byHash.values() : this.#pairs.map((pair) => pair.entry);
  }
}

/** How often each item was seen, by what a matcher calls equal. */
export class MatchCounter<Item> {
  readonly #counts: MatchMap<Item, { count: number }>;

  constructor(matcher: Matcher<Item>, items: Iterable<Item> = []) {
    this.#counts = new MatchMap(matcher);
    for (const item of items) this.add(item);
  }

  /** Counts an item; gives how often it has been seen, this time included. */
  add(item: Item): number {
    return ++this.#counts.take(item, () => ({ count: 0 })).count;
  }

  has(item: Item): boolean {
    return (this.#counts.get(item)?.count ?? 0) > 0;
  }

  /** Takes one occurrence away; false when there is none left. */
  remove(item: Item): boolean {
    const entry = this.#counts.get(item);
    if (entry === undefined || entry.count === 0) return false;
    entry.count--;
    return true;
  }
}
