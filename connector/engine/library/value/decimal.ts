import { operators } from "../../evaluate/operators.ts";
import { readMember } from "../list/arguments.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";

/** The four operations in one precision. `isDouble` tells that plain JavaScript arithmetic gives the same. */
export type Arithmetic = Readonly<Record<Operation, (left: Value, right: Value) => Value>> & {
  readonly isDouble: boolean;
};

type Operation = "+" | "-" | "*" | "/";

/** The arithmetic of a `Precision.Type` argument: Double unless it says Decimal. */
export function arithmeticOf(precision: Plain): Arithmetic {
  return readMember(precision, [0, 1], "precision", 0) === 0 ? doubleArithmetic : decimalArithmetic;
}

/** Operators as they stand in M. */
const doubleArithmetic: Arithmetic = {
  "+": operators["+"],
  "-": operators["-"],
  "*": operators["*"],
  "/": operators["/"],
  isDouble: true,
};

/** Exact arithmetic over what `toDecimal` gives; a quotient to 28 digits. Other kinds as the operators have them. */
export const decimalArithmetic: Arithmetic = {
  "+": inDecimal("+"),
  "-": inDecimal("-"),
  "*": inDecimal("*"),
  "/": inDecimal("/"),
  isDouble: false,
};

function inDecimal(operation: Operation): (left: Value, right: Value) => Value {
  return (left, right) => {
    const a = plain(left);
    const b = plain(right);
    const areFinite = typeof a === "number" && typeof b === "number" && Number.isFinite(a) && Number.isFinite(b);
    if (!areFinite || (operation === "/" && b === 0)) return operators[operation](left, right);
    return calculate(operation, scaled(a), scaled(b));
  };
}

/** The number that a double becomes as a decimal: .NET keeps 15 significant digits of a fraction, so that 0.1 + 0.2 is 0.3. */
export function toDecimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** A decimal number: `units` × 10^-`places`. */
type Scaled = { readonly units: bigint; readonly places: number };

function scaled(value: number): Scaled {
  const [digits = "0", exponent = "0"] = toDecimal(value).toExponential().split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  return { units: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

function calculate(operation: Operation, left: Scaled, right: Scaled): number {
  switch (operation) {
    case "*":
      return toNumber({ units: left.units * right.units, places: left.places + right.places });
    case "/": {
      const digits = 28 + right.units.toString().length;
      const power = 10n ** BigInt(digits);
      return toNumber({ units: (left.units * power) / right.units, places: left.places - right.places + digits });
    }
    default: {
      const places = Math.max(left.places, right.places);
      const a = left.units * 10n ** BigInt(places - left.places);
      const b = right.units * 10n ** BigInt(places - right.places);
      return toNumber({ units: operation === "+" ? a + b : a - b, places });
    }
  }
}

function toNumber({ units, places }: Scaled): number {
  return Number(`${units}e${-places}`);
}
