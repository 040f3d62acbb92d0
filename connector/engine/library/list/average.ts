import { asType } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { expressionError } from "../../values/errors.ts";
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
import { kindOf, plain, type Value } from "../../values/value.ts";
import type { Arithmetic } from "../value/decimal.ts";

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

/** The average of numbers, dates, times, datetimes, datetimezones or durations, all of one kind; null for none. */
export function averageOf(values: readonly Value[], arithmetic?: Arithmetic): Value {
  const first = values[0];
  if (first === undefined) return null;
  const kind = kindOf(first);
  if (kind === "number") {
    if (arithmetic && !arithmetic.isDouble) return arithmetic["/"](sumOf(values, arithmetic), values.length);
    let total = 0;
    for (const value of values) total += plain(asType(value, primitiveTypes.number)) as number;
    return total / values.length;
  }
  const spans = values.map((value) => {
    if (kindOf(value) !== kind) throw cannotAverage(value);
    return spanOf(value);
  });
  return fromSpan(first, meanSpan(spans));
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

function spanOf(value: Value): Span {
  const bare = plain(value);
  if (bare instanceof DateValue) return { days: bare.days, ticks: 0 };
  if (bare instanceof TimeValue) return { days: 0, ticks: bare.ticks };
  if (bare instanceof DateTimeValue || bare instanceof DurationValue) return bare;
  if (bare instanceof DateTimeZoneValue) return bare.utc;
  throw cannotAverage(value);
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

function cannotAverage(value: Value): Error {
  return expressionError(
    "The average of these values can't be computed: they aren't all of one kind that has one.",
    value,
  );
}
