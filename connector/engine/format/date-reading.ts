import { daysOf, lastDay, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from "../values/temporal.ts";

/** What a text says about a date and a time; what it does not say is undefined. */
export type DateReading = {
  /** Days since 0001-01-01. */
  readonly days: number | undefined;
  /** Ticks since midnight; `ticksPerDay` for 24:00:00. */
  readonly ticks: number | undefined;
  /** Minutes east of UTC. */
  readonly offset: number | undefined;
};

/** The day of a calendar date; undefined when there is no such day. */
export function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  // Up to the 28th every month has the day; beyond, the next month's first says how long this one is.
  if (day > 28 && day > daysOf(year, month + 1, 1) - daysOf(year, month, 1)) return undefined;
  const days = daysOf(year, month, day);
  return days > lastDay ? undefined : days;
}

/** The ticks of a time of day; undefined when there is no such time. `fraction` holds the digits after the second's point. */
export function ticksOf(hour: number, minute: number, second: number, fraction: string): number | undefined {
  if (minute > 59 || second > 59) return undefined;
  const ticks =
    hour * ticksPerHour +
    minute * ticksPerMinute +
    second * ticksPerSecond +
    (fraction === "" ? 0 : Number(fraction.slice(0, 7).padEnd(7, "0")));
  return ticks > ticksPerDay ? undefined : ticks;
}

/** An offset in minutes; undefined beyond the 14 hours that M allows. */
export function offsetOf(sign: string, hours: number, minutes: number): number | undefined {
  const size = hours * 60 + minutes;
  if (minutes > 59 || size > 14 * 60) return undefined;
  return sign === "-" ? 0 - size : size;
}

/** The hour of a twelve-hour clock on the whole day's; undefined when there is none. */
export function wholeDayHour(hour: number, isAfternoon: boolean): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

/** A year of two digits, in 1950 to 2049 ("Custom date and time format strings", the yy specifier). */
export function expandYear(year: number): number {
  return year >= 50 ? 1900 + year : 2000 + year;
}
