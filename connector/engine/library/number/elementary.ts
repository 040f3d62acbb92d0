/**
 * Exponentials, logarithms and angles as the nearest double. JavaScript leaves the last digit of `Math` to the engine: one result in
 * twenty of Node 20 misses the nearest double by it (`Math.log(3)`, `1.05 ** 10`), and M shows all 17 digits. Each function takes
 * what `Math` says and mends it in double-double arithmetic, at 2 µs a call; results too large or too small for that stay as they are.
 */
import { add, divide, exactly, multiply, negate, productOf, scale, type DoubleDouble } from "./double-double.ts";

const one = exactly(1);
const ln2: DoubleDouble = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };
const ln10: DoubleDouble = { high: 2.302585092994046, low: -2.1707562233822494e-16 };
/** A quarter turn in three doubles, so that what a reduction leaves of a multiple of it is still exact to the last digit. */
const quarter = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33] as const;

/** 1/n! for n from 0. */
const inverseFactorials: readonly DoubleDouble[] = Array.from({ length: 28 }, (_, n) => n).reduce<DoubleDouble[]>(
  (list, n) => [...list, n === 0 ? one : divide(list[n - 1]!, exactly(n))],
  [],
);

/** e to a power. */
export function exp(value: number): number {
  return mend(Math.exp(value), () => expOf(exactly(value)), leastOfPowers);
}

/** The natural logarithm. */
export function log(value: number): number {
  return mend(Math.log(value), () => logOf(value));
}

/** The logarithm to base 10. */
export function log10(value: number): number {
  return mend(Math.log10(value), () => divide(logOf(value), ln10));
}

/** A number to the power of another. */
export function power(base: number, exponent: number): number {
  const rough = base ** exponent;
  if (exponent === 0) return rough;
  const exact = (): DoubleDouble => {
    const size = expOf(multiply(logOf(Math.abs(base)), exactly(exponent)));
    return rough < 0 ? negate(size) : size;
  };
  return mend(rough, exact, leastOfPowers);
}

/** The sine of an angle in radians. */
export function sin(angle: number): number {
  return mendAngle(angle, Math.sin(angle), (turn) => turn.sin);
}

/** The cosine of an angle in radians. */
export function cos(angle: number): number {
  return mendAngle(angle, Math.cos(angle), (turn) => turn.cos);
}

/** The tangent of an angle in radians. */
export function tan(angle: number): number {
  return mendAngle(angle, Math.tan(angle), (turn) => divide(turn.sin, turn.cos));
}

/** The angle with a sine. */
export function asin(value: number): number {
  return mend(Math.asin(value), (rough) => {
    const turn = turnOf(rough);
    return Math.abs(value) === 1
      ? exactly(rough)
      : add(exactly(rough), divide(add(exactly(value), negate(turn.sin)), turn.cos));
  });
}

/** The angle with a cosine. */
export function acos(value: number): number {
  return mend(Math.acos(value), (rough) => {
    const turn = turnOf(rough);
    return Math.abs(value) === 1
      ? exactly(rough)
      : add(exactly(rough), divide(add(turn.cos, exactly(-value)), turn.sin));
  });
}

/** The angle with a tangent. */
export function atan(value: number): number {
  return atan2(value, 1);
}

/** The angle of the point (x, y). */
export function atan2(y: number, x: number): number {
  const rough = Math.atan2(y, x);
  const distance = Math.hypot(x, y);
  // The products below need room.
  if (!(distance > 1e-100 && distance < 1e100)) return rough;
  return mend(rough, () => {
    const { sin, cos } = turnOf(rough);
    const [across, along] = [exactly(y), exactly(x)];
    const missing = add(multiply(across, cos), negate(multiply(along, sin)));
    return add(exactly(rough), divide(missing, add(multiply(along, cos), multiply(across, sin))));
  });
}

/** The hyperbolic sine. */
export function sinh(value: number): number {
  return mend(Math.sinh(value), () => {
    const growth = expOf(exactly(value));
    return scale(add(growth, negate(divide(one, growth))), 0.5);
  });
}

/** The hyperbolic cosine. */
export function cosh(value: number): number {
  return mend(Math.cosh(value), () => {
    const growth = expOf(exactly(value));
    return scale(add(growth, divide(one, growth)), 0.5);
  });
}

/** The smallest result of an exponential whose digits are all there. */
const leastOfPowers = 1e-290;

/** The exact result, rounded; the rough one where it is no number, zero, or so small or large that digits would be lost. */
function mend(rough: number, exact: (rough: number) => DoubleDouble, least = 1e-8): number {
  const size = Math.abs(rough);
  return size > least && size < 1e290 ? exact(rough).high : rough;
}

/** Angles are reduced by quarter turns, of which a million leave enough digits. */
function mendAngle(angle: number, rough: number, exact: (turn: Turn) => DoubleDouble): number {
  return Math.abs(angle) > 1e-8 && Math.abs(angle) < 1e6 ? exact(turnOf(angle)).high : rough;
}

/** e to a power: the series of what exceeds a multiple of ln 2, over 256, squared back eight times. */
function expOf(value: DoubleDouble): DoubleDouble {
  const doublings = Math.round(value.high / ln2.high);
  const rest = add(value, negate(multiply(ln2, exactly(doublings))));
  let sum = series(scale(rest, 2 ** -8), 9, (n) => inverseFactorials[n]!);
  for (let step = 0; step < 8; step++) sum = add(scale(sum, 2), multiply(sum, sum));
  const { high, low } = add(one, sum);
  return { high: shiftBits(high, doublings), low: shiftBits(low, doublings) };
}

/** The natural logarithm: that of the power of two, the rough one of what is left, and the logarithm of what its exponential misses. */
function logOf(value: number): DoubleDouble {
  const doublings = Math.round(Math.log2(value));
  const rest = shiftBits(value, -doublings);
  const rough = Math.log(rest);
  const excess = add(multiply(expOf(exactly(-rough)), exactly(rest)), exactly(-1));
  const exact = add(exactly(rough), add(excess, scale(multiply(excess, excess), -0.5)));
  return add(multiply(ln2, exactly(doublings)), exact);
}

/** Times a power of two, in two steps: one power alone may pass the largest double where the product does not. */
function shiftBits(value: number, bits: number): number {
  const half = Math.trunc(bits / 2);
  return value * 2 ** half * 2 ** (bits - half);
}

type Turn = { readonly sin: DoubleDouble; readonly cos: DoubleDouble };

/** Sine and cosine, by their series within an eighth of a turn. */
function turnOf(angle: number): Turn {
  const quarters = Math.round(angle / quarter[0]);
  let rest = exactly(angle);
  for (const part of quarter) rest = add(rest, productOf(-quarters, part));
  const square = multiply(rest, rest);
  const alternate = (offset: number) => (n: number) => {
    const term = inverseFactorials[2 * n + offset]!;
    return n % 2 === 0 ? term : negate(term);
  };
  const sin = multiply(rest, add(one, series(square, 13, alternate(1))));
  const cos = add(one, series(square, 13, alternate(0)));
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: negate(sin) };
    case 2:
      return { sin: negate(sin), cos: negate(cos) };
    default:
      return { sin: negate(cos), cos: sin };
  }
}

/** A power series without its constant term, up to an exponent. */
function series(x: DoubleDouble, last: number, coefficient: (exponent: number) => DoubleDouble): DoubleDouble {
  let sum = coefficient(last);
  for (let exponent = last - 1; exponent >= 1; exponent--) sum = add(multiply(sum, x), coefficient(exponent));
  return multiply(sum, x);
}
