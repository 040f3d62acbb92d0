import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Value } from "../../values/value.ts";
import { readCount, readMember } from "../list/arguments.ts";

/** Which occurrence of a delimiter: how many are passed over, counted from the start or from the end. */
export type Choice = { readonly index: number; readonly isFromEnd: boolean };

/** An index argument: null for the first, a number, or `{number, RelativePosition.Type}`. */
export function readChoice(value: Value, name: string): Choice {
  const bare = plain(value);
  if (bare === null) return { index: 0, isFromEnd: false };
  if (bare instanceof ListValue) {
    const [index = null, direction = null] = Array.from(bare.cells(), read);
    return { index: readIndex(index, name), isFromEnd: readMember(direction, [0, 1], name, 0) === 1 };
  }
  return { index: readIndex(bare, name), isFromEnd: false };
}

function readIndex(value: Value, name: string): number {
  const bare = plain(value);
  if (typeof bare !== "number") throw cannotConvert(value, primitiveTypes.number);
  return readCount(bare, name);
}

/** Where a delimiter stands; -1 when there are too few of them. */
function find(text: string, delimiter: string, { index, isFromEnd }: Choice): number {
  if (delimiter === "") return isFromEnd ? text.length : 0;
  let at = isFromEnd ? text.lastIndexOf(delimiter) : text.indexOf(delimiter);
  for (let passed = 0; passed < index && at >= 0; passed++) {
    if (!isFromEnd) at = text.indexOf(delimiter, at + delimiter.length);
    else at = at < delimiter.length ? -1 : text.lastIndexOf(delimiter, at - delimiter.length);
  }
  return at;
}

/** The text before a delimiter. One that is not there stands beyond the end from which it was sought. */
export function beforeDelimiter(text: string, delimiter: string, choice: Choice): string {
  const at = find(text, delimiter, choice);
  if (at < 0) return choice.isFromEnd ? "" : text;
  return text.slice(0, at);
}

/** The text after a delimiter. One that is not there stands beyond the end from which it was sought. */
export function afterDelimiter(text: string, delimiter: string, choice: Choice): string {
  const at = find(text, delimiter, choice);
  if (at < 0) return choice.isFromEnd ? text : "";
  return text.slice(at + delimiter.length);
}

/**
 * The text between two delimiters, the second sought after the first, or before it when it is counted from the end; empty when
 * either is not there.
 */
export function betweenDelimiters(
  text: string,
  [startDelimiter, start]: readonly [string, Choice],
  [endDelimiter, end]: readonly [string, Choice],
): string {
  const from = find(text, startDelimiter, start);
  if (from < 0) return "";
  if (end.isFromEnd) {
    const before = text.slice(0, from);
    const until = find(before, endDelimiter, end);
    return until < 0 ? "" : before.slice(until + endDelimiter.length);
  }
  const rest = text.slice(from + startDelimiter.length);
  const until = find(rest, endDelimiter, end);
  return until < 0 ? "" : rest.slice(0, until);
}
