import { expressionError } from "../../values/errors.ts";
import type { ListValue } from "../../values/list.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { read, type Value } from "../../values/value.ts";
import { readFunction, readNames } from "../list/arguments.ts";
import { comparerMatcher, equality, MatchMap, matches, type Matcher } from "../list/equation.ts";
import { hashKeys, joinKeys } from "../list/hash.ts";

/** The key columns of two tables by position, and what makes their values equal. */
export type KeyPair = {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly matcher: Matcher<readonly Value[]>;
};

/** Reads the keys of a join. @throws EvaluationError when the two have not the same number of columns. */
export function readKeyPair(
  left: TableValue,
  leftKey: Value,
  right: TableValue,
  rightKey: Value,
  comparers: ListValue | null,
): KeyPair {
  const leftPositions = readNames(leftKey).map((name) => left.position(name));
  const rightPositions = readNames(rightKey).map((name) => right.position(name));
  if (leftPositions.length !== rightPositions.length) {
    throw expressionError(
      `A join needs as many key columns of one table as of the other: ${leftPositions.length} and ${rightPositions.length} were given.`,
    );
  }
  return { left: leftPositions, right: rightPositions, matcher: readMatcher(comparers, leftPositions.length) };
}

function readMatcher(comparers: ListValue | null, count: number): Matcher<readonly Value[]> {
  const plainMatcher: Matcher<readonly Value[]> = { kind: "hash", hash: (values) => hashKeys(values.map(read)) };
  if (comparers === null) return plainMatcher;
  const matchers = Array.from(comparers.cells(), (cell) => {
    const comparer = read(cell);
    return comparer === null ? equality : keyComparer(comparer);
  });
  if (matchers.length !== count) {
    throw expressionError(`${count} key columns need as many key equality comparers: ${matchers.length} were given.`);
  }
  const hashes = matchers.flatMap((matcher) => (matcher.kind === "hash" ? [matcher.hash] : []));
  if (hashes.length === matchers.length) {
    return { kind: "hash", hash: (values) => joinKeys(hashes.map((hash, index) => hash(values[index]!))) };
  }
  return {
    kind: "pairwise",
    same: (left, right) => matchers.every((matcher, index) => matches(matcher, left[index]!, right[index]!)),
  };
}

function keyComparer(comparer: Value): Matcher<Value> {
  const fn = readFunction(comparer);
  return fn.libraryName === "Value.Equals" ? equality : comparerMatcher(fn);
}

/** The rows of a join's right table by key, made by reading all of them; it keeps account of what was found. */
export class RowIndex {
  readonly #keys: KeyPair;
  readonly #groups: MatchMap<readonly Value[], { readonly rows: Row[]; isFound: boolean }>;

  constructor(right: TableValue, keys: KeyPair) {
    this.#keys = keys;
    this.#groups = new MatchMap(keys.matcher);
    for (const row of right.rows()) {
      const key = keys.right.map((position) => read(row[position]!));
      this.#groups.take(key, () => ({ rows: [], isFound: false })).rows.push(row);
    }
  }

  /** The right rows whose key equals that of a left row. */
  find(leftRow: Row): readonly Row[] {
    const group = this.#groups.get(this.#keys.left.map((position) => read(leftRow[position]!)));
    if (!group) return [];
    group.isFound = true;
    return group.rows;
  }

  /** The right rows that have been found so far, or those that have not, by order of their keys. */
  rightRows(which: "matched" | "unmatched"): readonly Row[] {
    return Array.from(this.#groups.entries())
      .filter((group) => group.isFound === (which === "matched"))
      .flatMap((group) => group.rows);
  }
}
