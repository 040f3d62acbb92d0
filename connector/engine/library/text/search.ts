import { isSame } from "../list/equation.ts";
import type { FunctionValue } from "../../values/function.ts";
import { toUpperSimple } from "./characters.ts";

/** Finds a substring in a text: the position at or after one, the last position, whether it stands at a place. */
export type Search = {
  readonly next: (from: number) => number;
  readonly last: () => number;
  readonly standsAt: (position: number) => boolean;
};

/**
 * A search for a substring as a comparer compares. The two ordinal comparers search directly; any other one is asked about every part
 * that is as long as the substring.
 */
export function searchFor(text: string, substring: string, comparer: FunctionValue | null): Search {
  if (comparer === null || comparer.libraryName === "Comparer.Ordinal") return ordinalSearch(text, substring);
  if (comparer.libraryName === "Comparer.OrdinalIgnoreCase") {
    return ordinalSearch(toUpperSimple(text), toUpperSimple(substring));
  }
  const { length } = substring;
  const standsAt = (position: number): boolean =>
    position >= 0 &&
    position + length <= text.length &&
    isSame(comparer, text.slice(position, position + length), substring);
  return {
    standsAt,
    next: (from) => {
      for (let at = from; at + length <= text.length; at++) if (standsAt(at)) return at;
      return -1;
    },
    last: () => {
      for (let at = text.length - length; at >= 0; at--) if (standsAt(at)) return at;
      return -1;
    },
  };
}

function ordinalSearch(text: string, substring: string): Search {
  return {
    standsAt: (position) => position >= 0 && text.startsWith(substring, position),
    next: (from) => (from > text.length ? -1 : text.indexOf(substring, from)),
    last: () => text.lastIndexOf(substring),
  };
}

/** All positions of a substring, those that overlap left out. */
export function* positionsOf(search: Search, length: number): Generator<number> {
  const step = Math.max(1, length);
  for (let at = search.next(0); at >= 0; at = search.next(at + step)) yield at;
}
