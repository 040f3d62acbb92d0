/** How fine a period is, as `refreshPolicy` of a model has it. */
export type Granularity = "day" | "month" | "quarter" | "year";

/** Every granularity, the finest first. */
export const granularities = ["day", "month", "quarter", "year"] as const satisfies readonly Granularity[];

const day = 86_400_000;

/** Whether one granularity is coarser than another. */
export function isCoarser(left: Granularity, right: Granularity): boolean {
  return granularities.indexOf(left) > granularities.indexOf(right);
}

/** The start of the period that a moment lies in. Moments are clock readings without a zone, as milliseconds since 1970. */
export function startOfPeriod(moment: number, granularity: Granularity): number {
  const date = new Date(moment);
  const month = date.getUTCMonth();
  switch (granularity) {
    case "day":
      return Math.floor(moment / day) * day;
    case "month":
      return Date.UTC(date.getUTCFullYear(), month);
    case "quarter":
      return Date.UTC(date.getUTCFullYear(), month - (month % 3));
    case "year":
      return Date.UTC(date.getUTCFullYear(), 0);
  }
}

/** The start of the period that lies so many periods after one; before it, when the count is negative. */
export function addPeriods(start: number, granularity: Granularity, count: number): number {
  const date = new Date(start);
  switch (granularity) {
    case "day":
      return start + count * day;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count);
    case "quarter":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 3 * count);
    case "year":
      return Date.UTC(date.getUTCFullYear() + count, 0);
  }
}

/** A period's name as the Service names partitions: `2021`, `2021Q1`, `2021Q101` for a month, `2021Q10201` for a day. */
export function nameOfPeriod(start: number, granularity: Granularity): string {
  const date = new Date(start);
  const two = (number: number): string => String(number).padStart(2, "0");
  const parts = {
    year: String(date.getUTCFullYear()),
    quarter: `Q${Math.floor(date.getUTCMonth() / 3) + 1}`,
    month: two(date.getUTCMonth() + 1),
    day: two(date.getUTCDate()),
  };
  return ["year", "quarter", "month", "day"]
    .slice(0, granularities.length - granularities.indexOf(granularity))
    .map((part) => parts[part as Granularity])
    .join("");
}

/** What the clock of a zone reads at an instant, as milliseconds since 1970. */
export function clockIn(zone: string, instant: number): number {
  if (zone === "UTC") return instant;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
}
