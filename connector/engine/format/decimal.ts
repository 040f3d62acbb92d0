/**
 * A finite number's decimal digits, the fewest that tell it from its neighbours: 0.`digits` × 10^`point`. Zero has none. All rounding
 * for people works on these digits, so that 2.675 has a tie at two places as Microsoft's pages show, though its binary value lies below it.
 */
export type Decimal = { readonly isNegative: boolean; readonly digits: string; readonly point: number };

/** Where a tie goes; all but a tie goes to the nearest. */
export type TieRule = "up" | "down" | "awayFromZero" | "towardZero" | "toEven";

/** The digits of a finite number: the fewest, or so many of its exact binary value. */
export function decimalOf(value: number, count?: number): Decimal {
  if (value === 0) return { isNegative: false, digits: "", point: 0 };
  const text = Math.abs(value).toExponential(count === undefined ? undefined : count - 1);
  const end = text.indexOf("e");
  const digits = (text.charAt(0) + text.slice(2, end)).replace(/0+$/u, "");
  return { isNegative: value < 0, digits, point: Number(text.slice(end + 1)) + 1 };
}

/**
 * The digits that a format string shows: .NET takes 15 of a number before it rounds to the places asked for, so that 0.1 + 0.2 is
 * 0.3 to any number of places. A whole number that is exact keeps all of its own.
 */
export function formattedDigits(value: number): Decimal {
  return Number.isSafeInteger(value) ? decimalOf(value) : decimalOf(value, 15);
}

/** The number that the digits stand for. */
export function numberOf({ isNegative, digits, point }: Decimal): number {
  if (digits === "") return 0;
  return Number(`${isNegative ? "-" : ""}0.${digits}e${point}`);
}

/** The decimal times a power of ten. */
export function shift(decimal: Decimal, power: number): Decimal {
  return decimal.digits === "" ? decimal : { ...decimal, point: decimal.point + power };
}

/** The decimal with at most so many places after the point; a negative count rounds to tens, hundreds … */
export function roundPlaces(decimal: Decimal, places: number, tie: TieRule = "awayFromZero"): Decimal {
  return keepDigits(decimal, decimal.point + places, tie);
}

/** The decimal with at most so many significant digits. */
export function keepDigits(decimal: Decimal, count: number, tie: TieRule = "awayFromZero"): Decimal {
  const { digits } = decimal;
  if (count >= digits.length) return decimal;
  if (count < 0) return zero;
  const kept = digits.slice(0, count);
  const rounded = roundsAway(decimal, count, tie)
    ? increment(decimal, kept)
    : { ...decimal, digits: kept.replace(/0+$/u, "") };
  return rounded.digits === "" ? zero : rounded;
}

const zero: Decimal = { isNegative: false, digits: "", point: 0 };

function roundsAway({ digits, isNegative }: Decimal, count: number, tie: TieRule): boolean {
  const next = digits.charAt(count);
  if (next !== "5" || digits.length > count + 1) return next >= "5";
  switch (tie) {
    case "awayFromZero":
      return true;
    case "towardZero":
      return false;
    case "up":
      return !isNegative;
    case "down":
      return isNegative;
    case "toEven":
      return count > 0 && Number(digits.charAt(count - 1)) % 2 === 1;
  }
}

function increment({ isNegative, point }: Decimal, kept: string): Decimal {
  const head = kept.replace(/9+$/u, "");
  if (head === "") return { isNegative, digits: "1", point: point + 1 };
  const last = Number(head.charAt(head.length - 1)) + 1;
  return { isNegative, digits: head.slice(0, -1) + String(last), point };
}

/** The digits before the point (none for a number below one) and after it, the latter filled with zeros to so many places. */
export function splitAtPoint({ digits, point }: Decimal, places: number): { whole: string; fraction: string } {
  const whole = point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point >= 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  return { whole, fraction: fraction.padEnd(places, "0") };
}
