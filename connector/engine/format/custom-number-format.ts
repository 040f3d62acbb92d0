import { formattedDigits, keepDigits, roundPlaces, shift, splitAtPoint, type Decimal } from "./decimal.ts";
import type { NumberSymbols } from "./number-symbols.ts";

type Token =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "whole" | "fraction" | "point" | "percent" | "perMille" }
  | { readonly kind: "exponent"; readonly letter: string; readonly isSigned: boolean; readonly digits: number };

/** One section of a custom format, between semicolons. */
type Section = {
  readonly tokens: readonly Token[];
  readonly wholePlaces: number;
  /** How many digits before the point are always written, and how many after it. */
  readonly leastWhole: number;
  readonly fractionPlaces: number;
  readonly leastFraction: number;
  readonly isGrouped: boolean;
  /** The power of ten that the number is multiplied by: percent signs raise it, trailing commas lower it. */
  readonly power: number;
  readonly exponent: boolean;
};

/** A finite number in one of Microsoft's custom numeric format strings. */
export function formatCustomNumber(value: number, format: string, symbols: NumberSymbols): string {
  const sections = sectionsOf(format);
  const decimal = formattedDigits(value);
  const section = chooseSection(decimal, sections);
  const rounded = prepare(decimal, section);
  // A number that rounds to nothing is written as the zero that it has become.
  if (rounded.digits === "") return write(rounded, chooseSection(rounded, sections), symbols);
  const isSigned = rounded.isNegative && section === sections[0];
  return (isSigned ? "-" : "") + write(rounded, section, symbols);
}

/** The section for a number of this sign; one that is missing or empty leaves it to the first. */
function chooseSection(value: Decimal, sections: readonly Section[]): Section {
  const own = sections[value.digits === "" ? 2 : value.isNegative ? 1 : 0];
  return own && own.tokens.length > 0 ? own : sections[0]!;
}

function prepare(value: Decimal, section: Section): Decimal {
  const scaled = shift(value, section.power);
  return section.exponent
    ? keepDigits(scaled, section.wholePlaces + section.fractionPlaces)
    : roundPlaces(scaled, section.fractionPlaces);
}

function write(value: Decimal, section: Section, symbols: NumberSymbols): string {
  const exponent = section.exponent && value.digits !== "" ? value.point - section.wholePlaces : 0;
  const { whole, fraction } = splitAtPoint(shift(value, -exponent), section.leastFraction);
  const digits = whole.padStart(section.leastWhole, "0");
  let written = 0;
  let place = 0;
  let text = "";
  for (const token of section.tokens) {
    switch (token.kind) {
      case "literal":
        text += token.text;
        break;
      case "whole": {
        place++;
        // The first placeholder takes all digits for which there is none.
        const until = Math.max(0, digits.length - (section.wholePlaces - place));
        for (; written < until; written++) {
          text += separatorBefore(written, digits.length, section, symbols) + digits.charAt(written);
        }
        break;
      }
      case "point":
        // Without a placeholder before the point the digits still have to come.
        if (section.wholePlaces === 0) text += digits;
        text += fraction === "" ? "" : symbols.decimal + fraction;
        break;
      case "fraction":
        break;
      case "percent":
        text += symbols.percent;
        break;
      case "perMille":
        text += symbols.perMille;
        break;
      case "exponent": {
        const sign = exponent < 0 ? "-" : token.isSigned ? "+" : "";
        text += token.letter + sign + String(Math.abs(exponent)).padStart(token.digits, "0");
      }
    }
  }
  return text;
}

function separatorBefore(index: number, count: number, section: Section, symbols: NumberSymbols): string {
  if (!section.isGrouped || index === 0) return "";
  const left = count - index;
  const [first, others] = symbols.groupSizes;
  return left === first || (left > first && (left - first) % others === 0) ? symbols.group : "";
}

const parsed = new Map<string, readonly Section[]>();

function sectionsOf(format: string): readonly Section[] {
  let sections = parsed.get(format);
  if (!sections) {
    sections = splitSections(format).slice(0, 3).map(parseSection);
    if (parsed.size > 500) parsed.clear();
    parsed.set(format, sections);
  }
  return sections;
}

function splitSections(format: string): string[] {
  const sections: string[] = [];
  let start = 0;
  for (let at = 0; at < format.length; at += literalLength(format, at) || 1) {
    if (format.charAt(at) !== ";") continue;
    sections.push(format.slice(start, at));
    start = at + 1;
  }
  sections.push(format.slice(start));
  return sections;
}

/** How many characters an escape or a quoted literal takes that begins here; 0 when none does. */
function literalLength(format: string, at: number): number {
  const character = format.charAt(at);
  if (character === "\\") return 2;
  if (character !== "'" && character !== '"') return 0;
  const end = format.indexOf(character, at + 1);
  return end < 0 ? format.length - at : end - at + 1;
}

function parseSection(text: string): Section {
  const tokens: Token[] = [];
  let wholePlaces = 0;
  let firstZero = -1;
  let fractionPlaces = 0;
  let leastFraction = 0;
  let hasPoint = false;
  let isGrouped = false;
  let commas = 0;
  let power = 0;
  let hasExponent = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const literal = literalLength(text, at);
    if (literal > 0) {
      const inner = character === "\\" ? text.charAt(at + 1) : unquote(text.slice(at, at + literal));
      tokens.push({ kind: "literal", text: inner });
      at += literal - 1;
      continue;
    }
    switch (character) {
      case "0":
      case "#":
        if (hasPoint) {
          fractionPlaces++;
          if (character === "0") leastFraction = fractionPlaces;
          tokens.push({ kind: "fraction" });
          break;
        }
        if (commas > 0) isGrouped = true;
        commas = 0;
        if (character === "0" && firstZero < 0) firstZero = wholePlaces;
        wholePlaces++;
        tokens.push({ kind: "whole" });
        break;
      case ".":
        if (!hasPoint) tokens.push({ kind: "point" });
        hasPoint = true;
        break;
      case ",":
        if (wholePlaces > 0 && !hasPoint) commas++;
        break;
      case "%":
        power += 2;
        tokens.push({ kind: "percent" });
        break;
      case "‰":
        power += 3;
        tokens.push({ kind: "perMille" });
        break;
      default: {
        const exponent = /^[Ee]([+-]?)(0+)/u.exec(text.slice(at, at + 12));
        if (!exponent || hasExponent) {
          tokens.push({ kind: "literal", text: character });
          break;
        }
        hasExponent = true;
        tokens.push({
          kind: "exponent",
          letter: character,
          isSigned: exponent[1] === "+",
          digits: exponent[2]!.length,
        });
        at += exponent[0].length - 1;
      }
    }
  }
  const leastWhole = firstZero < 0 ? 0 : wholePlaces - firstZero;
  return {
    tokens,
    wholePlaces,
    leastWhole,
    fractionPlaces,
    leastFraction,
    isGrouped,
    power: power - 3 * commas,
    exponent: hasExponent,
  };
}

function unquote(literal: string): string {
  const isClosed = literal.length > 1 && literal.endsWith(literal.charAt(0));
  return literal.slice(1, isClosed ? -1 : undefined);
}
