import { isSame } from "../list/equation.ts";
import type { FunctionValue } from "../../values/function.ts";
import { toUpperSimple } from "./characters.ts";

/** Finds a substring in a text: the position at or after one, the last position, whether it stands at the start or the end. */
export type Search = {
  readonly next: (from: number) => number;
  readonly last: () => number;
  readonly isAtStart: () => boolean;
  readonly isAtEnd: () => boolean;
};

/**
 * A search for a substring as a comparer compares. The two ordinal comparers search directly; any other one is asked about every part
 * that may be as long as the substring: in a culture `é` may be one character or two, `æ` two letters.
 */
export function searchFor(text: string, substring: string, comparer: FunctionValue | null): Search {
  if (comparer === null || comparer.libraryName === "Comparer.Ordinal") return ordinalSearch(text, substring);
  if (comparer.libraryName === "Comparer.OrdinalIgnoreCase") {
    return ordinalSearch(toUpperSimple(text), toUpperSimple(substring));
  }
  const lengths = lengthsOf(substring, isAscii(text) && isAscii(substring));
  const isBetween = (start: number, end: number): boolean =>
    start >= 0 &&
    end <= text.length &&
    !endsInCharacter(text, end) &&
    isSame(comparer, text.slice(start, end), substring);
  const standsAt = (start: number): boolean => lengths.some((length) => isBetween(start, start + length));
  return {
    isAtStart: () => standsAt(0),
    isAtEnd: () => lengths.some((length) => isBetween(text.length - length, text.length)),
    next: (from) => {
      for (let at = from; at <= text.length; at++) if (standsAt(at)) return at;
      return -1;
    },
    last: () => {
      for (let at = text.length; at >= 0; at--) if (standsAt(at)) return at;
      return -1;
    },
  };
}

function ordinalSearch(text: string, substring: string): Search {
  return {
    isAtStart: () => text.startsWith(substring),
    isAtEnd: () => text.endsWith(substring),
    next: (from) => (from > text.length ? -1 : text.indexOf(substring, from)),
    last: () => text.lastIndexOf(substring),
  };
}

/** How long a part may be that is the same as a text, its own length first. */
function lengthsOf({ length }: string, isExact: boolean): readonly number[] {
  if (isExact) return [length];
  const others = Array.from({ length: 2 * length + 1 }, (_, other) => other);
  return [length, ...others.filter((other) => other !== length && 2 * other >= length)];
}

function isAscii(text: string): boolean {
  return !/[^\0-\u007f]/u.test(text);
}

/** Whether a part that ends here would cut a combining mark off its letter. */
function endsInCharacter(text: string, end: number): boolean {
  return /^\p{M}/u.test(text.slice(end, end + 2));
}

/** All positions of a substring, those that overlap left out. */
export function* positionsOf(search: Search, length: number): Generator<number> {
  const step = Math.max(1, length);
  for (let at = search.next(0); at >= 0; at = search.next(at + step)) yield at;
}
