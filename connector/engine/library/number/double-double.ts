/** A number as the unevaluated sum of two doubles, the second below half a unit in the last place of the first: 106 bits. */
export type DoubleDouble = { readonly high: number; readonly low: number };

/** A double as it is. */
export function exactly(value: number): DoubleDouble {
  return { high: value, low: 0 };
}

/** The sum of two doubles, without loss. */
function sumOf(a: number, b: number): DoubleDouble {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** Splits a double into halves whose products are exact. */
const splitter = 2 ** 27 + 1;

/** The product of two doubles below 2^970, without loss. */
export function productOf(a: number, b: number): DoubleDouble {
  const high = a * b;
  const scaledA = splitter * a;
  const scaledB = splitter * b;
  const a1 = scaledA - (scaledA - a);
  const b1 = scaledB - (scaledB - b);
  const a2 = a - a1;
  const b2 = b - b1;
  return { high, low: a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2 };
}

/** The sum of two. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = sumOf(a.high, b.high);
  return sumOf(high, low + (a.low + b.low));
}

/** Its negative. */
export function negate(a: DoubleDouble): DoubleDouble {
  return { high: -a.high, low: -a.low };
}

/** The product of two. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = productOf(a.high, b.high);
  return sumOf(high, low + (a.high * b.low + a.low * b.high));
}

/** The quotient of two. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = add(a, negate(multiply(b, exactly(first))));
  const second = rest.high / b.high;
  const last = add(rest, negate(multiply(b, exactly(second))));
  return add(sumOf(first, second), exactly(last.high / b.high));
}

/** Times a power of two, without loss. */
export function scale(a: DoubleDouble, power: number): DoubleDouble {
  return { high: a.high * power, low: a.low * power };
}
