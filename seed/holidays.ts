import { addDays, weekdayOf } from "./calendar.ts";
import type { RegionName } from "./names.ts";

/** A rule that says on which date of a year a holiday falls. */
type Rule = (year: number) => string;

const dateOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const on =
  (month: number, day: number): Rule =>
  (year) =>
    dateOf(year, month, day);

/** The so-manieth weekday of a month; 1 is Monday. */
const nth =
  (count: number, weekday: number, month: number): Rule =>
  (year) => {
    const first = dateOf(year, month, 1);
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
  };

/** The last Monday of a month. */
const lastMonday =
  (month: number): Rule =>
  (year) => {
    const last = addDays(dateOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1);
    return addDays(last, 1 - weekdayOf(last));
  };

const easter =
  (days: number): Rule =>
  (year) =>
    addDays(easterOf(year), days);

/** Public holidays of each region on fixed dates, weekdays or around Easter; those of lunar calendars are not among them. */
const rules: Readonly<Partial<Record<RegionName, readonly Rule[]>>> = {
  us: [on(1, 1), nth(3, 1, 1), lastMonday(5), on(6, 19), on(7, 4), nth(1, 1, 9), nth(4, 4, 11), on(12, 25)],
  germany: [
    ...[on(1, 1), on(3, 8), easter(-2), easter(1), on(5, 1), easter(39), easter(50), on(10, 3), on(12, 25), on(12, 26)],
  ],
  britain: [...[on(1, 1), easter(-2), easter(1), nth(1, 1, 5), lastMonday(5), lastMonday(8), on(12, 25), on(12, 26)]],
  india: [on(1, 26), on(8, 15), on(10, 2), on(12, 25)],
};

const known = new Map<string, ReadonlySet<string>>();

/** Whether a date is a public holiday in a region. */
export function isHoliday(region: RegionName, dayOn: string): boolean {
  const year = dayOn.slice(0, 4);
  const key = region + year;
  let days = known.get(key);
  if (days === undefined) {
    days = new Set((rules[region] ?? []).map((rule) => rule(Number(year))));
    known.set(key, days);
  }
  return days.has(dayOn);
}

/** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  return dateOf(year, month, (h - m + r + month + 19) % 32);
}
