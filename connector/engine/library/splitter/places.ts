import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import type { ListValue } from "../../values/list.ts";
import { read, type Plain } from "../../values/value.ts";
import { readCount, readList } from "../list/arguments.ts";

/** A part of a text: where it begins and how long it is; to the end when the length is not given. */
export type Range = { readonly offset: number; readonly length: number | undefined };

/** The parts of a text at these places; what lies beyond its end is empty. From the end, offsets count backwards from there. */
export function splitAtRanges(text: string, ranges: readonly Range[], startAtEnd: boolean): string[] {
  if (!startAtEnd) {
    return ranges.map(({ offset, length }) => text.slice(offset, length === undefined ? undefined : offset + length));
  }
  return ranges
    .map(({ offset, length }) => {
      const end = Math.max(0, text.length - offset);
      return text.slice(length === undefined ? 0 : Math.max(0, end - length), end);
    })
    .reverse();
}

/** Places of these lengths, one after the other. */
export function rangesOfLengths(lengths: readonly number[]): Range[] {
  let offset = 0;
  return lengths.map((length) => {
    const range = { offset, length };
    offset += length;
    return range;
  });
}

/**
 * Places that begin at these positions and end at the next one; the last goes to the end.
 *
 * @throws EvaluationError when a position is smaller than the one before it.
 */
export function rangesOfPositions(positions: readonly number[]): Range[] {
  return positions.map((offset, index) => {
    const next = positions[index + 1];
    if (next !== undefined && next < offset) throw argumentOutOfRange("positions", next);
    return { offset, length: next === undefined ? undefined : next - offset };
  });
}

/** The parts of a text of one length; the odd one is the last, or the first from the end. */
export function splitByLength(text: string, length: number, startAtEnd: boolean): string[] {
  const parts: string[] = [];
  let from = startAtEnd ? text.length % length : 0;
  if (from > 0) parts.push(text.slice(0, from));
  for (; from < text.length; from += length) parts.push(text.slice(from, from + length));
  return parts.length === 0 ? [""] : parts;
}

/** The lengths or positions in a list. @throws EvaluationError when one is negative or no whole number. */
export function readPlaces(list: ListValue, name: string): readonly number[] {
  return Array.from(list.cells(), (cell) => readPlace(read(cell), name));
}

/** The `{offset, length}` pairs in a list; a null length goes to the end. @throws EvaluationError when one is something else. */
export function readRanges(list: ListValue): Range[] {
  return Array.from(list.cells(), (cell: Cell) => {
    const [offset, length, ...others] = Array.from(readList(cell).cells(), read);
    if (offset === undefined || length === undefined || others.length > 0) throw argumentOutOfRange("ranges");
    return { offset: readPlace(offset, "ranges"), length: length === null ? undefined : readPlace(length, "ranges") };
  });
}

function readPlace(value: Plain, name: string): number {
  if (typeof value !== "number") throw cannotConvert(value, primitiveTypes.number);
  return readCount(value, name);
}
