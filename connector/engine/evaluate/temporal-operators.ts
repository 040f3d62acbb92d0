import { typeLabel } from "../values/compare.ts";
import { expressionError, outsideRange } from "../values/errors.ts";
import {
  addTicks,
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  DurationValue,
  lastDay,
  ticksPerDay,
  TimeValue,
} from "../values/temporal.ts";
import type { Plain, Value } from "../values/value.ts";

const mostDays = 2 ** 63 / ticksPerDay;

/** `+` over dates, times and durations; `undefined` when it does not take these kinds. @throws EvaluationError beyond the years 1 to 9999. */
export function addTemporal(left: Plain, right: Plain): Value | undefined {
  if (right instanceof DurationValue) return move(left, right);
  return left instanceof DurationValue ? move(right, left) : undefined;
}

/** `-` over dates, times and durations: the duration between two of a kind, or a value moved back. */
export function subtractTemporal(left: Plain, right: Plain): Value | undefined {
  if (right instanceof DurationValue) return move(left, negated(right));
  if (left instanceof DateValue && right instanceof DateValue) return new DurationValue(left.days - right.days, 0);
  if (left instanceof TimeValue && right instanceof TimeValue) return new DurationValue(0, left.ticks - right.ticks);
  if (left instanceof DateTimeValue && right instanceof DateTimeValue) return between(left, right);
  if (left instanceof DateTimeZoneValue && right instanceof DateTimeZoneValue) return between(left.utc, right.utc);
  return undefined;
}

/** `*` of a duration and a number, in either order. */
export function multiplyTemporal(left: Plain, right: Plain): Value | undefined {
  if (left instanceof DurationValue && typeof right === "number") return scaled(left, right);
  return typeof left === "number" && right instanceof DurationValue ? scaled(right, left) : undefined;
}

/** `/` of a duration by a number, or by a duration, which gives a number. */
export function divideTemporal(left: Plain, right: Plain): Value | undefined {
  if (!(left instanceof DurationValue)) return undefined;
  if (typeof right === "number") return scaled(left, 1 / right);
  return right instanceof DurationValue ? left.totalDays / right.totalDays : undefined;
}

/** Unary minus of a duration. */
export function negateTemporal(value: Plain): Value | undefined {
  return value instanceof DurationValue ? negated(value) : undefined;
}

function move(value: Plain, by: DurationValue): Value | undefined {
  // A time goes round the clock; a date keeps whole days.
  if (value instanceof DurationValue) return new DurationValue(value.days + by.days, value.ticks + by.ticks);
  if (value instanceof TimeValue) return new TimeValue((value.ticks + by.ticks) % ticksPerDay);
  if (value instanceof DateValue) return new DateValue(inRange(value.days + by.days, value));
  if (value instanceof DateTimeValue) return moved(value, by, value);
  if (value instanceof DateTimeZoneValue)
    return new DateTimeZoneValue(moved(value.local, by, value), value.offsetMinutes);
  return undefined;
}

function moved(reading: DateTimeValue, by: DurationValue, of: DateTimeValue | DateTimeZoneValue): DateTimeValue {
  const result = addTicks(reading, by.days, by.ticks);
  inRange(result.days, of);
  return result;
}

function inRange(days: number, of: DateValue | DateTimeValue | DateTimeZoneValue): number {
  if (days >= 0 && days <= lastDay) return days;
  throw outsideRange(typeLabel(of.kind));
}

function between(left: DateTimeValue, right: DateTimeValue): DurationValue {
  return new DurationValue(left.days - right.days, left.ticks - right.ticks);
}

function negated(value: DurationValue): DurationValue {
  return new DurationValue(-value.days, -value.ticks);
}

function scaled(value: DurationValue, factor: number): DurationValue {
  // Durations are counted in 64 bits of 100 nanoseconds.
  if (!(Math.abs(value.totalDays * factor) < mostDays)) {
    throw expressionError("The result of the operation is too large for a duration.", factor);
  }
  const days = value.days * factor;
  const whole = Math.floor(days);
  return new DurationValue(whole, Math.round((days - whole) * ticksPerDay + value.ticks * factor));
}
