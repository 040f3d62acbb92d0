import { expressionError } from "../values/errors.ts";
import { formatCustomNumber } from "./custom-number-format.ts";
import { decimalOf, formattedDigits, keepDigits, roundPlaces, shift, splitAtPoint, type Decimal } from "./decimal.ts";
import { currencySymbols, numberSymbols, type Affixes, type NumberSymbols } from "./number-symbols.ts";

/**
 * A number as text: `format` is one of Microsoft's standard or custom numeric format strings, null for the general one.
 * The general form has 15 digits where they read back as the same number, else 17, as Microsoft's pages show numbers
 * (2.7182818284590451); an exponent stands where the number has more digits before its point, and below 0.0001.
 *
 * @throws EvaluationError for a format or culture that does not exist, or a fraction in `D` or `X`.
 */
export function numberToText(value: number, format: string | null, culture: string): string {
  if (format === null || format === "") return formatGeneral(value, culture);
  if (!Number.isFinite(value)) return notFinite(value, numberSymbols(culture));
  const standard = /^([a-z])(\d{0,9})$/iu.exec(format);
  if (!standard) return formatCustomNumber(value, format, numberSymbols(culture));
  return formatStandard(value, standard[1]!, standard[2] === "" ? undefined : Number(standard[2]), culture);
}

function formatGeneral(value: number, culture: string): string {
  // The commonest case by far: whole numbers that every culture writes alike.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value === 0 ? "0" : String(value);
  const symbols = numberSymbols(culture);
  return Number.isFinite(value) ? roundTrip(value, symbols) : notFinite(value, symbols);
}

function roundTrip(value: number, symbols: NumberSymbols): string {
  const shortest = decimalOf(value);
  if (shortest.digits.length > 15) return general(decimalOf(value, 17), 17, "E", symbols);
  // Below the smallest normal number fewer digits can do than the 15 that .NET tries first.
  return general(Math.abs(value) < 2 ** -1022 ? decimalOf(value, 15) : shortest, 15, "E", symbols);
}

function notFinite(value: number, symbols: NumberSymbols): string {
  if (Number.isNaN(value)) return symbols.nan;
  return value > 0 ? symbols.infinity : `-${symbols.infinity}`;
}

function formatStandard(value: number, letter: string, precision: number | undefined, culture: string): string {
  const symbols = numberSymbols(culture);
  const decimal = formattedDigits(value);
  switch (letter.toUpperCase()) {
    case "C": {
      const money = currencySymbols(culture);
      return surround(decimal, precision ?? money.places, money.positive, money.negative, symbols);
    }
    case "D":
      return (value < 0 ? "-" : "") + integerDigits(value, letter).padStart(precision ?? 0, "0");
    case "E": {
      const places = precision ?? 6;
      return exponential(places > 14 ? decimalOf(value, 17) : decimal, places, letter, 3, symbols);
    }
    case "F":
      return fixed(decimal, precision ?? 2, symbols.decimal);
    case "G": {
      // Without a precision Microsoft's example of Number.Mod shows 15 digits.
      const digits = precision === undefined || precision === 0 ? 15 : precision;
      return general(digits > 15 ? decimalOf(value, 17) : decimal, digits, letter === "g" ? "e" : "E", symbols);
    }
    case "N":
      return surround(decimal, precision ?? 2, noAffixes, minusOnly, symbols);
    case "P":
      return surround(shift(decimal, 2), precision ?? 2, symbols.positivePercent, symbols.negativePercent, symbols);
    case "R":
      return roundTrip(value, symbols);
    case "X": {
      const digits = hexadecimal(value, letter).padStart(precision ?? 0, "0");
      return letter === "x" ? digits : digits.toUpperCase();
    }
    default:
      throw expressionError(`The number format '${letter}' isn't supported.`, letter);
  }
}

const noAffixes: Affixes = { prefix: "", suffix: "" };
const minusOnly: Affixes = { prefix: "-", suffix: "" };

function surround(
  value: Decimal,
  places: number,
  positive: Affixes,
  negative: Affixes,
  symbols: NumberSymbols,
): string {
  const rounded = roundPlaces(value, places);
  const { whole, fraction } = splitAtPoint(rounded, places);
  const { prefix, suffix } = rounded.isNegative ? negative : positive;
  const grouped = groupDigits(whole === "" ? "0" : whole, symbols);
  return prefix + grouped + (fraction === "" ? "" : symbols.decimal + fraction) + suffix;
}

function fixed(value: Decimal, places: number, point: string): string {
  const rounded = roundPlaces(value, places);
  const { whole, fraction } = splitAtPoint(rounded, places);
  return `${rounded.isNegative ? "-" : ""}${whole === "" ? "0" : whole}${fraction === "" ? "" : point + fraction}`;
}

function general(value: Decimal, precision: number, letter: string, symbols: NumberSymbols): string {
  const rounded = keepDigits(value, precision);
  const exponent = rounded.point - 1;
  if (rounded.digits === "" || (exponent > -5 && exponent < precision)) {
    const places = Math.max(0, rounded.digits.length - rounded.point);
    return fixed(rounded, places, symbols.decimal);
  }
  return exponential(rounded, rounded.digits.length - 1, letter, 2, symbols);
}

function exponential(value: Decimal, places: number, letter: string, least: number, symbols: NumberSymbols): string {
  const rounded = keepDigits(value, places + 1);
  const exponent = rounded.digits === "" ? 0 : rounded.point - 1;
  const mantissa = fixed({ ...rounded, point: rounded.digits === "" ? 0 : 1 }, places, symbols.decimal);
  const digits = String(Math.abs(exponent)).padStart(least, "0");
  return `${mantissa}${letter}${exponent < 0 ? "-" : "+"}${digits}`;
}

/** Digits before the point with the culture's group separators. */
function groupDigits(digits: string, { group, groupSizes: [first, others] }: NumberSymbols): string {
  if (digits.length <= first) return digits;
  const groups = [digits.slice(-first)];
  for (let end = digits.length - first; end > 0; end -= others)
    groups.unshift(digits.slice(Math.max(0, end - others), end));
  return groups.join(group);
}

function integerDigits(value: number, letter: string): string {
  if (!Number.isInteger(value)) throw wholeNumberExpected(letter);
  return BigInt(Math.abs(value)).toString();
}

/** Negative numbers come as the two's complement of the smallest whole size that holds them: -1 is FF. */
function hexadecimal(value: number, letter: string): string {
  if (!Number.isInteger(value)) throw wholeNumberExpected(letter);
  if (value >= 0) return BigInt(value).toString(16);
  const bits = [8, 16, 32].find((size) => value >= -(2 ** (size - 1))) ?? 64;
  return BigInt.asUintN(bits, BigInt(value)).toString(16);
}

function wholeNumberExpected(letter: string): Error {
  return expressionError(`The number format '${letter}' takes whole numbers only.`, letter);
}
