import { formatError } from "../values/errors.ts";
import { DurationValue, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "../values/temporal.ts";

/** The parts of a duration, all of one sign. */
export type DurationParts = {
  readonly isNegative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** Ticks below a second. */
  readonly ticks: number;
};

/** Takes a duration apart; the parts are those of its absolute value. */
export function durationParts(value: DurationValue): DurationParts {
  const isNegative = value.days < 0;
  const borrows = isNegative && value.ticks > 0;
  const days = isNegative ? -value.days - (borrows ? 1 : 0) : value.days;
  const ticks = borrows ? ticksPerDay - value.ticks : value.ticks;
  return {
    isNegative,
    days,
    hours: Math.floor(ticks / ticksPerHour),
    minutes: Math.floor(ticks / ticksPerMinute) % 60,
    seconds: Math.floor(ticks / ticksPerSecond) % 60,
    ticks: ticks % ticksPerSecond,
  };
}

/** A duration as `-d.hh:mm:ss.fffffff`, without the days and the fraction when they are zero. */
export function formatDuration(value: DurationValue): string {
  const { isNegative, days, hours, minutes, seconds, ticks } = durationParts(value);
  const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
  const fraction = ticks === 0 ? "" : `.${String(ticks).padStart(7, "0")}`;
  return `${isNegative ? "-" : ""}${days === 0 ? "" : `${days}.`}${clock}${fraction}`;
}

/** A duration in ISO 8601: `P1DT2H3M4.5S`, `-PT1S`, `PT0S`. */
export function durationToIso(value: DurationValue): string {
  const { isNegative, days, hours, minutes, seconds, ticks } = durationParts(value);
  const fraction = ticks === 0 ? "" : `.${String(ticks).padStart(7, "0").replace(/0+$/u, "")}`;
  const date = days === 0 ? "" : `${days}D`;
  const time = [
    hours === 0 ? "" : `${hours}H`,
    minutes === 0 ? "" : `${minutes}M`,
    seconds === 0 && ticks === 0 ? "" : `${seconds}${fraction}S`,
  ].join("");
  const body = date + (time === "" ? "" : `T${time}`);
  return `${isNegative ? "-" : ""}P${body === "" ? "T0S" : body}`;
}

const clockForm = /^(-)?(?:(\d{1,8})\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/u;
const daysForm = /^(-)?(\d{1,8})$/u;
const isoForm = /^(-)?P(?=[\dT])(?:(\d{1,8})D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7})\d*)?S)?)?$/u;

/**
 * The duration that a text says: `(-)hh:mm(:ss(.ff))`, `(-)ddd(.hh:mm(:ss(.ff)))` (Duration.FromText), or ISO 8601.
 *
 * @throws EvaluationError (DataFormat.Error) when it says none.
 */
export function parseDuration(text: string): DurationValue {
  const trimmed = text.trim();
  const clock = clockForm.exec(trimmed);
  const found = clock ?? isoForm.exec(trimmed) ?? daysForm.exec(trimmed);
  if (!found) throw notDuration(text);
  const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0", fraction = ""] = found;
  if (clock && (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)) throw notDuration(text);
  const ticks =
    Number(hours) * ticksPerHour +
    Number(minutes) * ticksPerMinute +
    Number(seconds) * ticksPerSecond +
    Number(fraction.padEnd(7, "0"));
  return sign === undefined ? new DurationValue(Number(days), ticks) : new DurationValue(0 - Number(days), 0 - ticks);
}

function notDuration(text: string): Error {
  return formatError("We couldn't parse the Duration literal.", text);
}
