import {
  addTicks,
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  DurationValue,
  ticksPerDay,
  ticksPerMinute,
  TimeValue,
} from "../../values/temporal.ts";
import { kindOf, plain, type Plain, type Value } from "../../values/value.ts";
import { arithmeticOf, type Arithmetic } from "../value/decimal.ts";

/** The sum of values, numbers or durations; null for none. @throws EvaluationError for other kinds. */
export function sumOf(values: readonly Value[], arithmetic: Arithmetic): Value {
  if (values.length === 0) return null;
  let isNumeric = arithmetic.isDouble;
  let total = 0;
  for (const value of values) {
    if (typeof value !== "number") {
      isNumeric = false;
      break;
    }
    total += value;
  }
  if (isNumeric) return total;
  return values.slice(1).reduce((sum, value) => arithmetic["+"](sum, value), plain(values[0]!));
}

/**
 * The average of numbers, dates, times, datetimes, datetimezones or durations, all of one kind; null for none.
 *
 * @throws EvaluationError of the operator that other values have not: their sum's or its division's.
 */
export function averageOf(values: readonly Value[], arithmetic: Arithmetic = arithmeticOf(null)): Value {
  if (values.length === 0) return null;
  const spans = spansOf(values);
  if (spans === undefined) return arithmetic["/"](sumOf(values, arithmetic), values.length);
  return fromSpan(values[0]!, meanSpan(spans));
}

type Span = { readonly days: number; readonly ticks: number };

function meanSpan(spans: readonly Span[]): DurationValue {
  // Days and ticks are averaged apart, so that neither sum leaves the range of exact doubles.
  const days = spans.reduce((sum, span) => sum + span.days, 0);
  const ticks = spans.reduce((sum, span) => sum + span.ticks / spans.length, 0);
  const wholeDays = Math.floor(days / spans.length);
  const rest = (days - wholeDays * spans.length) / spans.length;
  return new DurationValue(wholeDays, Math.round(ticks + rest * ticksPerDay));
}

/** Points or spans of time, all of one kind; `undefined` when they are not. */
function spansOf(values: readonly Value[]): Span[] | undefined {
  const kind = kindOf(values[0]!);
  const spans: Span[] = [];
  for (const value of values) {
    const span = kindOf(value) === kind ? spanOf(plain(value)) : undefined;
    if (span === undefined) return undefined;
    spans.push(span);
  }
  return spans;
}

function spanOf(value: Plain): Span | undefined {
  if (value instanceof DateValue) return { days: value.days, ticks: 0 };
  if (value instanceof TimeValue) return { days: 0, ticks: value.ticks };
  if (value instanceof DateTimeValue || value instanceof DurationValue) return value;
  if (value instanceof DateTimeZoneValue) return value.utc;
  return undefined;
}

function fromSpan(like: Value, mean: DurationValue): Value {
  const bare = plain(like);
  if (bare instanceof DateValue) return new DateValue(mean.days);
  if (bare instanceof TimeValue) return new TimeValue(mean.ticks);
  if (bare instanceof DateTimeValue) return new DateTimeValue(mean.days, mean.ticks);
  if (bare instanceof DateTimeZoneValue) {
    const utc = new DateTimeValue(mean.days, mean.ticks);
    return new DateTimeZoneValue(addTicks(utc, 0, bare.offsetMinutes * ticksPerMinute), bare.offsetMinutes);
  }
  return mean;
}
