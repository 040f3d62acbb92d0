import { zoneClock } from "../../zones/index.ts";
import { daysOf, type PeriodName, type RangeName } from "./range-name.ts";

/** The days of the week as `weekStart` names them, Sunday first as in Power Query's `Day.Sunday`. */
export const weekDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** A day of the week by its English name. */
export type WeekDay = (typeof weekDays)[number];

/** A window of time in milliseconds since 1970 UTC, both ends included. */
export type Window = { readonly startAt: number; readonly stopAt: number };

/** What a range's name leaves open. */
type RangeOptions = {
  /** The IANA zone whose days, weeks and months are meant. */
  readonly zone: string;
  /** The instant that the range is counted from, in milliseconds. */
  readonly now: number;
  /** The first day of a week; Monday when left out. */
  readonly weekStart?: WeekDay;
  /** Only for `custom`, and needed there: both ends in milliseconds, included. */
  readonly custom?: Window;
};

const dayMs = 86_400_000;

/**
 * The window that a named range means. `today`, `last-N-days` (N local days, the last one today) and the ranges to date stop at
 * `now`; `yesterday` and the previous ones at the last millisecond of their last day. Throws RangeError for an unknown zone, and an
 * Error for a custom range without its window, or with one that stops before it starts.
 */
export function resolveRange(name: RangeName, options: RangeOptions): Window {
  if (name === "custom") {
    if (options.custom === undefined) throw new Error("the range custom needs a start and a stop");
    if (options.custom.stopAt < options.custom.startAt) throw new Error("the stop is before the start");
    return options.custom;
  }
  if (options.custom !== undefined) throw new Error(`a start and a stop belong to the range custom, not to ${name}`);
  const clock = zoneClock(options.zone);
  const today = clock.dayOf(options.now);
  const days = daysOf(name);
  const [firstOn, nextOn] =
    days === undefined
      ? periods[name as PeriodName](today, options.weekStart ?? "monday")
      : [addDays(today, 1 - days), undefined];
  const stopAt = nextOn === undefined ? options.now : clock.startOfDay(nextOn) - 1;
  // A zone can have skipped the day before this one: yesterday is the day before that there was.
  const startOn = name === "yesterday" ? clock.dayOf(stopAt) : firstOn;
  return { startAt: clock.startOfDay(startOn), stopAt };
}

/** The first day of a range, and the day after its last one; without that it lasts until now. */
type Days = readonly [firstOn: string, nextOn: string | undefined];

const periods: Readonly<Record<PeriodName, (today: string, weekStart: WeekDay) => Days>> = {
  today: (today) => [today, undefined],
  yesterday: (today) => [addDays(today, -1), today],
  "week-to-date": (today, weekStart) => [startOfWeek(today, weekStart), undefined],
  "month-to-date": (today) => [startOfMonths(today, 1, 0), undefined],
  "quarter-to-date": (today) => [startOfMonths(today, 3, 0), undefined],
  "year-to-date": (today) => [startOfMonths(today, 12, 0), undefined],
  "previous-week": (today, weekStart) => {
    const nextOn = startOfWeek(today, weekStart);
    return [addDays(nextOn, -7), nextOn];
  },
  "previous-month": (today) => [startOfMonths(today, 1, -1), startOfMonths(today, 1, 0)],
  "previous-quarter": (today) => [startOfMonths(today, 3, -1), startOfMonths(today, 3, 0)],
  "previous-year": (today) => [startOfMonths(today, 12, -1), startOfMonths(today, 12, 0)],
};

function toDay(midnightMs: number): string {
  return new Date(midnightMs).toISOString().slice(0, 10);
}

/** The day so many days after a day like `2020-11-01`. */
export function addDays(dayOn: string, days: number): string {
  return toDay(Date.parse(dayOn) + days * dayMs);
}

function startOfWeek(dayOn: string, weekStart: WeekDay): string {
  const daysInto = (new Date(Date.parse(dayOn)).getUTCDay() - weekDays.indexOf(weekStart) + 7) % 7;
  return addDays(dayOn, -daysInto);
}

/** The first day of the block of 1, 3 or 12 months that holds the day, moved by so many blocks. */
function startOfMonths(dayOn: string, months: 1 | 3 | 12, blocks: number): string {
  const [year, month] = [Number(dayOn.slice(0, 4)), Number(dayOn.slice(5, 7)) - 1];
  return toDay(Date.UTC(year, month - (month % months) + blocks * months, 1));
}
