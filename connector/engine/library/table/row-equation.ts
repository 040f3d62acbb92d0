import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { equals } from "../../values/compare.ts";
import { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import { readFunction } from "../list/arguments.ts";
import { comparerMatcher, equality, isBuiltIn, isComparer, isSame, matches, type Matcher } from "../list/equation.ts";
import { hashKey, joinKeys } from "../list/hash.ts";

/** A column whose values are compared, and how. */
type Compared = { readonly position: number; readonly matcher: Matcher<Value> };

/** Equality of rows by the values at some positions. */
export function matcherOfColumns(positions: readonly number[]): Matcher<Row> {
  const [only, ...others] = positions;
  if (only !== undefined && others.length === 0) return { kind: "hash", hash: (row) => hashKey(read(row[only]!)) };
  return { kind: "hash", hash: (row) => joinKeys(positions.map((position) => hashKey(read(row[position]!)))) };
}

/**
 * Reads the "equation criteria" of the table functions: null (all columns), a column, columns, a key selector, a comparer, and
 * pairs of a column or key selector and a comparer. A built-in comparer compares values; one written in M is given whole rows,
 * as records.
 */
export function readRowEquation(table: TableValue, criteria: Value): Matcher<Row> {
  const all = [...table.columns.keys()];
  const given = plain(criteria);
  if (given === null) return matcherOfColumns(all);
  if (given instanceof FunctionValue) {
    if (!isComparer(given)) return keyMatcher(table, given, equality);
    if (isBuiltIn(given)) return combined(all.map((position) => ({ position, matcher: comparerMatcher(given) })));
    return {
      kind: "pairwise",
      same: (left, right) => isSame(given, table.record(left), table.record(right)),
    };
  }
  if (given instanceof ListValue) {
    const parts = Array.from(given.cells(), read);
    const [first, second] = parts;
    if (first instanceof FunctionValue) {
      return keyMatcher(table, first, second === undefined ? equality : comparerMatcher(readFunction(second)));
    }
    if (parts.length === 2 && second instanceof FunctionValue) return combined([readCompared(table, given)]);
    return combined(parts.map((part) => readCompared(table, part)));
  }
  return combined([readCompared(table, given)]);
}

function readCompared(table: TableValue, part: Plain): Compared {
  if (part instanceof ListValue) {
    const [column = null, comparer = null] = Array.from(part.cells(), read);
    return { ...readCompared(table, column), matcher: comparerMatcher(readFunction(comparer)) };
  }
  if (typeof part !== "string") throw cannotConvert(part, primitiveTypes.text);
  return { position: table.position(part), matcher: equality };
}

function keyMatcher(table: TableValue, key: FunctionValue, matcher: Matcher<Value>): Matcher<Row> {
  const keyOf = (row: Row): Value => key.invoke([table.record(row)]);
  if (matcher.kind === "hash") return { kind: "hash", hash: (row) => matcher.hash(keyOf(row)) };
  return { kind: "pairwise", same: (left, right) => matcher.same(keyOf(left), keyOf(right)) };
}

function combined(compared: readonly Compared[]): Matcher<Row> {
  const hashes = compared.flatMap(({ position, matcher }) =>
    matcher.kind === "hash" ? [(row: Row) => matcher.hash(read(row[position]!))] : [],
  );
  if (hashes.length === compared.length) {
    return { kind: "hash", hash: (row) => joinKeys(hashes.map((hash) => hash(row))) };
  }
  return {
    kind: "pairwise",
    same: (left, right) =>
      compared.every(({ position, matcher }) => matches(matcher, read(left[position]!), read(right[position]!))),
  };
}

/** Tests rows against a record: by the record's fields, or by what the equation criteria name. */
export function rowMatchesRecord(table: TableValue, record: RecordValue, criteria: Value): (row: Row) => boolean {
  const given = plain(criteria);
  if (given instanceof FunctionValue && !isComparer(given)) {
    const wanted = given.invoke([record]);
    return (row) => equals(given.invoke([table.record(row)]), wanted);
  }
  if (given instanceof FunctionValue && !isBuiltIn(given)) return (row) => isSame(given, table.record(row), record);
  const compared = comparedFields(table, record, given);
  return (row) =>
    compared.every(({ position, matcher, wanted }) => {
      const value = read(row[position]!);
      return matcher === equality ? equals(value, wanted) : matches(matcher, value, wanted);
    });
}

function comparedFields(table: TableValue, record: RecordValue, criteria: Plain) {
  const fields = (names: readonly string[], matcher: Matcher<Value>): Compared[] =>
    names.map((name) => ({ position: table.position(name), matcher }));
  const compared =
    criteria === null
      ? fields(record.names, equality)
      : criteria instanceof FunctionValue
        ? fields(record.names, comparerMatcher(criteria))
        : readColumnCriteria(table, criteria);
  return compared.map((part) => ({ ...part, wanted: plain(record.get(table.columns[part.position]!)) }));
}

function readColumnCriteria(table: TableValue, criteria: Plain): Compared[] {
  if (!(criteria instanceof ListValue)) return [readCompared(table, criteria)];
  const parts = Array.from(criteria.cells(), read);
  if (parts.length === 2 && parts[1] instanceof FunctionValue) return [readCompared(table, criteria)];
  return parts.map((part) => readCompared(table, part));
}
