import { formatError } from "../values/errors.ts";
import { perCulture } from "./culture.ts";
import { currencySymbolOf, numberSymbols } from "./number-symbols.ts";

/**
 * The number that a text says in a culture: `15`, `3,423.10`, `5.0E-10`, `12.3%`, `(5)`, `5-`, an amount with the culture's currency
 * sign. Group separators may stand anywhere between and after the digits before the point, as .NET reads them.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none, or for a culture that does not exist.
 */
export function parseNumber(text: string, culture: string): number {
  const grammar = grammarOf(culture);
  const form = formOf(text);
  const isPlain = form === "whole" || (form === "fraction" && grammar.decimal === ".");
  const plain = isPlain ? Number(text) : NaN;
  if (Number.isFinite(plain)) return plain;
  const found = parseDecorated(text.trim(), grammar);
  if (found === undefined) throw formatError("We couldn't convert to Number.", text);
  return found;
}

/** Nearly all numbers are digits alone, or have a dot among them: faster seen than by a pattern. */
function formOf(text: string): "whole" | "fraction" | "other" {
  const first = text.charCodeAt(0);
  const start = first === 43 || first === 45 ? 1 : 0;
  let dot = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && dot < 0) dot = at;
    else if (!(code >= 48 && code <= 57)) return "other";
  }
  if (text.length === start || dot === start || dot === text.length - 1) return "other";
  return dot < 0 ? "whole" : "fraction";
}

type Grammar = {
  readonly decimal: string;
  readonly infinity: string;
  readonly nan: string;
  readonly currency: string;
  /** What may stand before and after the digits: space, a sign, brackets, a percent sign, the currency's sign. */
  readonly marks: RegExp;
  readonly number: RegExp;
  readonly separators: RegExp;
};

const grammarOf = perCulture((culture): Grammar => {
  const symbols = numberSymbols(culture);
  const group = /\s/u.test(symbols.group) ? String.raw`\s` : symbols.group === "’" ? "’'" : escape(symbols.group);
  // The general sign of currency stands in where a region's is not known.
  const currency = currencySymbolOf(culture) ?? "¤";
  return {
    decimal: symbols.decimal,
    infinity: symbols.infinity,
    nan: symbols.nan,
    currency,
    marks: new RegExp(String.raw`(?:[\s+\-()%]|${escape(currency)})*`, "uy"),
    number: new RegExp(`(\\d[\\d${group}]*)?(?:${escape(symbols.decimal)}(\\d*))?(?:[eE]([+-]?\\d+))?`, "uy"),
    separators: new RegExp(`[${group}]`, "gu"),
  };
});

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}

/** Each part is read on from where the one before it ended, so that no text is read twice. */
function parseDecorated(text: string, grammar: Grammar): number | undefined {
  const special = specialNumber(text, grammar);
  if (special !== undefined) return special;
  const [before] = readPart(grammar.marks, text, 0);
  const [number, whole = "", fraction = "", exponent = "0"] = readPart(grammar.number, text, before.length);
  const [after] = readPart(grammar.marks, text, before.length + number.length);
  if (before.length + number.length + after.length < text.length || whole + fraction === "") return undefined;
  const marks = readMarks(before, after, grammar.currency);
  if (marks === undefined) return undefined;
  const digits = whole.replace(grammar.separators, "");
  const power = Number(exponent) - (marks.isPercent ? 2 : 0);
  const found = Number(`${marks.isNegative ? "-" : ""}${digits === "" ? "0" : digits}.${fraction}e${power}`);
  // A number past the largest double is an overflow in .NET, not infinity.
  return Number.isFinite(found) ? found : undefined;
}

type Marks = { readonly isNegative: boolean; readonly isPercent: boolean };

function readPart(pattern: RegExp, text: string, at: number): readonly [string, ...(string | undefined)[]] {
  pattern.lastIndex = at;
  return pattern.exec(text) as unknown as [string, ...(string | undefined)[]];
}

/** What the marks around a number say; undefined when one comes twice, or two tell its sign. */
function readMarks(before: string, after: string, currency: string): Marks | undefined {
  const [front, back] = [bareMarks(before, currency), bareMarks(after, currency)];
  const all = front + back;
  const signs = all.replaceAll(/[^+\-(]/gu, "");
  const isBracketed = front.includes("(");
  const isOdd = isBracketed !== back.includes(")") || front.includes(")") || back.includes("(");
  if (isOdd || signs.length > 1 || new Set(all).size < all.length) return undefined;
  return { isNegative: isBracketed || signs === "-", isPercent: all.includes("%") };
}

function bareMarks(marks: string, currency: string): string {
  return marks.replaceAll(/\s/gu, "").replaceAll(currency, "¤");
}

function specialNumber(text: string, grammar: Grammar): number | undefined {
  switch (text.toLowerCase()) {
    case "nan":
    case grammar.nan.toLowerCase():
      return NaN;
    case "infinity":
    case "∞":
    case grammar.infinity.toLowerCase():
      return Infinity;
    case "-infinity":
    case "-∞":
    case `-${grammar.infinity.toLowerCase()}`:
      return -Infinity;
    default:
      return undefined;
  }
}
