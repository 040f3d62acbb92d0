import { nullableOf, primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { read, type Value } from "../../values/value.ts";
import { readNames } from "../list/arguments.ts";
import { prepare, similarityOf, type Compared, type FuzzyOptions } from "./similarity.ts";

/** A row of the second table that is like a row of the first. */
export type FuzzyMatch = { readonly row: Row; readonly index: number; readonly similarity: number };

/** The key columns of both tables of a fuzzy join, by position. */
export type FuzzyKeys = { readonly left: readonly number[]; readonly right: readonly number[] };

/** Reads the keys of a fuzzy join. @throws EvaluationError when the two have not the same number of columns. */
export function readFuzzyKeys(left: TableValue, leftKey: Value, right: TableValue, rightKey: Value): FuzzyKeys {
  const keys = {
    left: readNames(leftKey).map((name) => left.position(name)),
    right: readNames(rightKey).map((name) => right.position(name)),
  };
  if (keys.left.length !== keys.right.length || keys.left.length === 0) {
    throw expressionError("A fuzzy join needs as many key columns of one table as of the other, and at least one.");
  }
  return keys;
}

/** The rows of a fuzzy join's second table, made ready to be compared. */
export class FuzzyIndex {
  readonly #rows: readonly { readonly row: Row; readonly key: readonly Compared[] | undefined }[];
  readonly #keys: FuzzyKeys;
  readonly #options: FuzzyOptions;

  constructor(right: TableValue, keys: FuzzyKeys, options: FuzzyOptions) {
    this.#keys = keys;
    this.#options = options;
    this.#rows = right.toArray().map((row) => ({ row, key: this.#keyOf(row, keys.right) }));
  }

  /** All rows of the second table. */
  get rows(): readonly Row[] {
    return this.#rows.map(({ row }) => row);
  }

  /** The rows whose every key is like enough; the most similar ones where their number is limited, in the table's order. */
  find(leftRow: Row): readonly FuzzyMatch[] {
    const key = this.#keyOf(leftRow, this.#keys.left);
    if (!key) return [];
    const found = this.#rows.flatMap(({ row, key: other }, index): FuzzyMatch[] => {
      if (!other) return [];
      const likenesses = key.map((compared, part) => similarityOf(compared, other[part]!, this.#options));
      if (likenesses.some((likeness) => likeness < this.#options.threshold)) return [];
      return [{ row, index, similarity: likenesses.reduce((sum, likeness) => sum + likeness, 0) / likenesses.length }];
    });
    if (found.length <= this.#options.matches) return found;
    return found.sort((a, b) => b.similarity - a.similarity || a.index - b.index).slice(0, this.#options.matches);
  }

  /** Texts ready to be compared; `undefined` when one is null: null is like nothing. */
  #keyOf(row: Row, positions: readonly number[]): readonly Compared[] | undefined {
    const key: Compared[] = [];
    for (const position of positions) {
      const text = readKeyText(row[position]!);
      if (text === null) return undefined;
      key.push(prepare(text, this.#options));
    }
    return key;
  }
}

/** The text of a key. @throws EvaluationError when it is neither text nor null. */
export function readKeyText(cell: Cell): string | null {
  const value = read(cell);
  if (value === null || typeof value === "string") return value;
  throw expressionError("Fuzzy matching compares only text.", value);
}

/** The type of the column that says how alike two keys are. */
export const similarityType = nullableOf(primitiveTypes.number);
