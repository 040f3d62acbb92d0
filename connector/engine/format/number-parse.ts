import { formatError } from "../values/errors.ts";
import { perCulture } from "./culture.ts";
import { currencySymbolOf, numberSymbols } from "./number-symbols.ts";

/**
 * The number that a text says in a culture: `15`, `3,423.10`, `5.0E-10`, `12.3%`, `(5)`, an amount with the culture's currency sign.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none.
 */
export function parseNumber(text: string, culture: string): number {
  const form = formOf(text);
  if (form === "whole") return Number(text);
  const grammar = grammarOf(culture);
  if (form === "fraction" && grammar.decimal === ".") return Number(text);
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
  readonly currency: string | undefined;
  readonly number: RegExp;
  readonly separators: RegExp;
};

const grammarOf = perCulture((culture): Grammar => {
  const symbols = numberSymbols(culture);
  const group = /\s/u.test(symbols.group) ? String.raw`\s` : escape(symbols.group);
  return {
    decimal: symbols.decimal,
    infinity: symbols.infinity,
    nan: symbols.nan,
    currency: currencySymbolOf(culture),
    number: new RegExp(
      `^([+-]?)(\\d(?:[\\d${group}]*\\d)?|)(?:${escape(symbols.decimal)}(\\d*))?(?:[eE]([+-]?\\d+))?([+-]?)$`,
      "u",
    ),
    separators: new RegExp(`[${group}]`, "gu"),
  };
});

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}

function parseDecorated(text: string, grammar: Grammar): number | undefined {
  if (text.startsWith("(") && text.endsWith(")")) {
    const inner = parseDecorated(text.slice(1, -1).trim(), grammar);
    return inner === undefined || Object.is(inner, -0) || inner < 0 ? undefined : -inner;
  }
  const isPercent = text.includes("%");
  let bare = isPercent ? text.replace("%", "").trim() : text;
  if (grammar.currency !== undefined) bare = bare.replace(grammar.currency, "").trim();
  return specialNumber(bare, grammar) ?? parseDigits(bare.replace(/^([+-])\s+/u, "$1"), isPercent, grammar);
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

function parseDigits(text: string, isPercent: boolean, grammar: Grammar): number | undefined {
  const match = grammar.number.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0", trailingSign = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  if (sign !== "" && trailingSign !== "") return undefined;
  const digits = whole.replace(grammar.separators, "");
  return Number(
    `${sign}${trailingSign}${digits === "" ? "0" : digits}.${fraction}e${Number(exponent) - (isPercent ? 2 : 0)}`,
  );
}
