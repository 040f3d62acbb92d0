import { tagOf } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import type { RecordValue } from "../../values/record.ts";
import type { TableValue } from "../../values/table.ts";
import { kindOf, read, type Kind, type Plain } from "../../values/value.ts";
import { checkOptions, readOption } from "../list/arguments.ts";

/** How alike two texts must be, and what of them counts. */
export type FuzzyOptions = {
  readonly threshold: number;
  readonly ignoreCase: boolean;
  readonly ignoreSpace: boolean;
  /** The locale whose rules letters are changed to one case by; `undefined` for the invariant culture. */
  readonly locale: string | undefined;
  /** What is put in place of what, in the order of the transformation table. */
  readonly replacements: readonly (readonly [from: string, to: string])[];
  readonly similarityColumn: string | null;
  /** How many of the best matches are given for each row. */
  readonly matches: number;
};

const commonOptions = ["Culture", "IgnoreCase", "IgnoreSpace", "Threshold", "TransformationTable"];

/** Reads the options of a fuzzy function; `further` names those that it has beside the ones all have. */
export function readFuzzyOptions(
  options: RecordValue | null,
  functionName: string,
  further: readonly string[],
): FuzzyOptions {
  checkOptions(options, [...commonOptions, ...further], functionName);
  const take = (name: string, kind: Kind): Plain => {
    const value = readOption(options, name);
    if (value !== null && kindOf(value) !== kind) throw cannotConvert(value, primitiveTypes[kind]);
    return value;
  };
  const threshold = (take("Threshold", "number") as number | null) ?? 0.8;
  if (!(threshold >= 0 && threshold <= 1)) throw argumentOutOfRange("Threshold", threshold);
  const requests = (take("ConcurrentRequests", "number") as number | null) ?? 1;
  if (!(requests >= 1 && requests <= 8)) throw argumentOutOfRange("ConcurrentRequests", requests);
  const matches = (take("NumberOfMatches", "number") as number | null) ?? Infinity;
  if (matches !== Infinity && !(Number.isInteger(matches) && matches > 0)) {
    throw argumentOutOfRange("NumberOfMatches", matches);
  }
  const culture = (take("Culture", "text") as string | null) ?? "";
  return {
    threshold,
    ignoreCase: (take("IgnoreCase", "logical") as boolean | null) ?? true,
    ignoreSpace: (take("IgnoreSpace", "logical") as boolean | null) ?? true,
    locale: culture === "" ? undefined : tagOf(culture),
    replacements: readReplacements(take("TransformationTable", "table") as TableValue | null),
    similarityColumn: take("SimilarityColumnName", "text") as string | null,
    matches,
  };
}

function readReplacements(table: TableValue | null): readonly (readonly [string, string])[] {
  if (table === null) return [];
  const from = table.position("From");
  const to = table.position("To");
  return table.toArray().flatMap((row) => {
    const pair = [read(row[from]!), read(row[to]!)] as const;
    return typeof pair[0] === "string" && typeof pair[1] === "string" && pair[0] !== "" ? [[pair[0], pair[1]]] : [];
  });
}

/** A text as it is compared: its words in order, and joined when spaces do not count. */
export type Compared = { readonly words: string; readonly joined: string };

/** Makes a text ready to be compared. Punctuation and the order of words do not count. */
export function prepare(text: string, options: FuzzyOptions): Compared {
  const fold = (given: string): string => (options.ignoreCase ? given.toLocaleUpperCase(options.locale) : given);
  let folded = fold(text.normalize("NFC"));
  for (const [from, to] of options.replacements) folded = folded.replaceAll(fold(from), fold(to));
  const words = folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return { words: [...words].sort().join(" "), joined: words.join("") };
}

/** How alike two texts are, from 0 to 1: the share of the longer one's characters that need no edit. */
export function similarityOf(left: Compared, right: Compared, options: FuzzyOptions): number {
  const byWords = likeness(left.words, right.words);
  return options.ignoreSpace ? Math.max(byWords, likeness(left.joined, right.joined)) : byWords;
}

function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - editsBetween(left, right) / longest;
}

/** The least number of characters to add, remove or replace (Levenshtein 1966). */
function editsBetween(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = before[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(before[column]! + 1, current[column - 1]! + 1, replaced));
    }
    before = current;
  }
  return before[right.length]!;
}
