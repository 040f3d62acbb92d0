/** 100-nanosecond ticks, the precision of M's times and durations. */
export const ticksPerMillisecond = 10_000;
/** Ticks in a second. */
export const ticksPerSecond = 10_000_000;
/** Ticks in a minute. */
export const ticksPerMinute = 600_000_000;
/** Ticks in an hour. */
export const ticksPerHour = 36_000_000_000;
/** Ticks in a day: well inside what a double holds exactly. */
export const ticksPerDay = 864_000_000_000;

/** Days from 0001-01-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const epochDays = 719_162;
/** The last day M knows, 9999-12-31, counted from 0001-01-01 as day 0. */
export const lastDay = 3_652_058;

/** A date: whole days since 0001-01-01. */
export class DateValue {
  readonly kind = "date";
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
}

/** A time of day: ticks since midnight, 0 to `ticksPerDay` (24:00:00) included. */
export class TimeValue {
  readonly kind = "time";
  readonly ticks: number;
  constructor(ticks: number) {
    this.ticks = ticks;
  }
}

/** A date with a time, of no zone: days since 0001-01-01 and ticks since that midnight. */
export class DateTimeValue {
  readonly kind = "datetime";
  readonly days: number;
  readonly ticks: number;
  constructor(days: number, ticks: number) {
    this.days = days;
    this.ticks = ticks;
  }
}

/** A date and time with an offset: the local clock reading, and minutes east of UTC. */
export class DateTimeZoneValue {
  readonly kind = "datetimezone";
  /** What the clock shows there, not UTC. */
  readonly local: DateTimeValue;
  readonly offsetMinutes: number;
  constructor(local: DateTimeValue, offsetMinutes: number) {
    this.local = local;
    this.offsetMinutes = offsetMinutes;
  }

  /** The same instant on the clock of UTC. */
  get utc(): DateTimeValue {
    return addTicks(this.local, 0, -this.offsetMinutes * ticksPerMinute);
  }
}

/** A duration: whole days (may be negative) and 0 to `ticksPerDay` - 1 ticks more, so that every duration has one form. */
export class DurationValue {
  readonly kind = "duration";
  readonly days: number;
  readonly ticks: number;
  constructor(days: number, ticks: number) {
    const carry = Math.floor(ticks / ticksPerDay);
    this.days = days + carry;
    this.ticks = ticks - carry * ticksPerDay;
  }

  /** The whole in days, as a double: what `Number.From` and `Duration.TotalDays` give. */
  get totalDays(): number {
    return this.days + this.ticks / ticksPerDay;
  }
}

/** A date-time moved by days and ticks, either of which may be negative or larger than a day. Ranges are the caller's to check. */
export function addTicks(from: DateTimeValue, days: number, ticks: number): DateTimeValue {
  const sum = from.ticks + ticks;
  const carry = Math.floor(sum / ticksPerDay);
  return new DateTimeValue(from.days + days + carry, sum - carry * ticksPerDay);
}

/** Days since 0001-01-01 of a calendar day; month and day may lie outside their ranges and carry over. */
export function daysOf(year: number, month: number, day: number): number {
  // Date.UTC maps the years 0 to 99 to 1900 and later; a cycle of 400 years has 146,097 days.
  return Date.UTC(year + 400, month - 1, day) / 86_400_000 + epochDays - 146_097;
}

/** The calendar day of days since 0001-01-01. */
export function calendarOf(days: number): { year: number; month: number; day: number } {
  const date = new Date((days - epochDays) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The date-time of milliseconds since 1970, on the clock of UTC. */
export function fromUnixMilliseconds(milliseconds: number): DateTimeValue {
  const days = Math.floor(milliseconds / 86_400_000);
  return new DateTimeValue(days + epochDays, Math.round((milliseconds - days * 86_400_000) * ticksPerMillisecond));
}

/** Milliseconds since 1970 of a date-time read as UTC; ticks below a millisecond become a fraction. */
export function toUnixMilliseconds(value: DateTimeValue): number {
  return (value.days - epochDays) * 86_400_000 + value.ticks / ticksPerMillisecond;
}
