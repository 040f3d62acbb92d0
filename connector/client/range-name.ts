const periodNames = [
  "today",
  "yesterday",
  "week-to-date",
  "month-to-date",
  "quarter-to-date",
  "year-to-date",
  "previous-week",
  "previous-month",
  "previous-quarter",
  "previous-year",
] as const;

/** A range that its name alone describes. */
export type PeriodName = (typeof periodNames)[number];

/** The name of a date range; `custom` is one whose start and stop are given beside it. */
export type RangeName = PeriodName | `last-${number}-days` | "custom";

type Spaced<T extends string> = T extends `${infer Head}-${infer Tail}` ? `${Head} ${Spaced<Tail>}` : T;

/** A range's name as a program writes it: lower case, with hyphens or spaces between the words; `custom` is not among them. */
export type RangeText = PeriodName | Spaced<PeriodName> | `last-${number}-days` | `last ${number} days`;

/** The names of all ranges, for people: one line of them stands for any number of days. */
export const rangeNames: readonly string[] = [...periodNames, "last-N-days", "custom"];

/** The most days that `last-N-days` takes: ten years. */
const mostDays = 3660;

/**
 * Reads a range's name as people write it: `previous month`, `Previous-Month`, `last 30 days`. Throws an Error that lists the
 * names when there is none like it.
 */
export function parseRange(text: string): RangeName {
  const words = text
    .toLowerCase()
    .split(/[ _-]/)
    .filter((word) => word !== "");
  const name = words.join("-");
  if (name === "custom" || isPeriodName(name)) return name;
  const days = /^last-(\d{1,4})-days?$/.exec(name)?.[1];
  if (days !== undefined && Number(days) >= 1 && Number(days) <= mostDays) return `last-${Number(days)}-days`;
  throw new Error(`there is no date range "${text}": use ${rangeNames.join(", ")}, with N from 1 to ${mostDays}`);
}

/** How many days a range like `last-30-days` has; `undefined` for any other. */
export function daysOf(name: RangeName): number | undefined {
  const days = /^last-(\d+)-days$/.exec(name)?.[1];
  return days === undefined ? undefined : Number(days);
}

function isPeriodName(name: string): name is PeriodName {
  return (periodNames as readonly string[]).includes(name);
}
