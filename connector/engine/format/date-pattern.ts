import { expressionError } from "../values/errors.ts";
import type { DateSymbols } from "./date-symbols.ts";

/** A specifier of a custom date and time format string with how often it stands there, or text that is written as it is. */
export type PatternToken =
  { readonly kind: "literal"; readonly text: string } | { readonly kind: Specifier; readonly count: number };

/** The letters of custom date and time format strings, and the two separators. */
export type Specifier = "d" | "f" | "F" | "g" | "h" | "H" | "K" | "m" | "M" | "s" | "t" | "y" | "z" | ":" | "/";

const specifiers = new Set<string>("dfFghHKmMstyz:/");

function isSpecifier(character: string): character is Specifier {
  return specifiers.has(character);
}

/** The custom format string that a standard one stands for; a longer format stands for itself. */
export function expandStandardFormat(format: string, symbols: DateSymbols): string {
  if (format.length !== 1) return format;
  const { shortDate, longDate, shortTime, longTime, monthDay, yearMonth } = symbols.patterns;
  switch (format) {
    case "d":
      return shortDate;
    case "D":
      return longDate;
    case "f":
      return `${longDate} ${shortTime}`;
    case "F":
      return `${longDate} ${longTime}`;
    case "g":
      return `${shortDate} ${shortTime}`;
    case "G":
      return `${shortDate} ${longTime}`;
    case "m":
    case "M":
      return monthDay;
    case "o":
    case "O":
      return "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK";
    case "r":
    case "R":
      return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
    case "s":
      return "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
    case "t":
      return shortTime;
    case "T":
      return longTime;
    case "u":
      return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
    case "y":
    case "Y":
      return yearMonth;
    default:
      throw expressionError(`The date and time format '${format}' isn't supported.`, format);
  }
}

/** Whether a standard format is written the same in every culture. */
export function isCultureFree(format: string): boolean {
  return format.length === 1 && "oOrRsu".includes(format);
}

const parsed = new Map<string, readonly PatternToken[]>();

/** The tokens of a custom format string. */
export function tokensOf(pattern: string): readonly PatternToken[] {
  let tokens = parsed.get(pattern);
  if (!tokens) {
    tokens = readTokens(pattern);
    if (parsed.size > 500) parsed.clear();
    parsed.set(pattern, tokens);
  }
  return tokens;
}

function readTokens(pattern: string): PatternToken[] {
  const tokens: PatternToken[] = [];
  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    if (isSpecifier(character)) {
      const count = character === ":" || character === "/" || character === "K" ? 1 : runLength(pattern, at);
      if ((character === "f" || character === "F") && count > 7) {
        throw expressionError("A date and time format takes at most seven digits of a second's fraction.", pattern);
      }
      tokens.push({ kind: character, count });
      at += count;
    } else if (character === "'" || character === '"') {
      const end = pattern.indexOf(character, at + 1);
      if (end < 0) throw expressionError(`The date and time format has no closing ${character}.`, pattern);
      tokens.push({ kind: "literal", text: pattern.slice(at + 1, end) });
      at = end + 1;
    } else if (character === "\\" || character === "%") {
      const next = pattern.charAt(at + 1);
      if (next === "" || (character === "%" && next === "%")) {
        throw expressionError(`The date and time format has nothing that its ${character} stands for.`, pattern);
      }
      // After a % comes a specifier of its own.
      if (character === "\\") tokens.push({ kind: "literal", text: next });
      at += character === "%" ? 1 : 2;
    } else {
      tokens.push({ kind: "literal", text: character });
      at++;
    }
  }
  return tokens;
}

function runLength(pattern: string, start: number): number {
  const character = pattern.charAt(start);
  let end = start + 1;
  while (pattern.charAt(end) === character) end++;
  return end - start;
}
