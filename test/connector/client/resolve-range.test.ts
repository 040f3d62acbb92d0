import fc from "fast-check";
import { DateTime, type DateTimeUnit } from "luxon";
import { describe, expect, it } from "vitest";
import { parseRange, resolveRange, type RangeName, type WeekDay } from "../../../connector/client/index.ts";
import { zoneClock } from "../../../zones/index.ts";

const at = (text: string): number => Date.parse(text);

function resolve(
  name: RangeName,
  zone: string,
  now: string,
  weekStart: WeekDay = "monday",
): readonly [start: string, stop: string] {
  const { startAt, stopAt } = resolveRange(name, { zone, now: at(now), weekStart });
  return [new Date(startAt).toISOString(), new Date(stopAt).toISOString()];
}

describe("parseRange", () => {
  it.each([
    { text: "previous-month", name: "previous-month" },
    { text: "Previous Month", name: "previous-month" },
    { text: " previous  month ", name: "previous-month" },
    { text: "PREVIOUS_MONTH", name: "previous-month" },
    { text: "year to date", name: "year-to-date" },
    { text: "Last 30 days", name: "last-30-days" },
    { text: "last-1-day", name: "last-1-days" },
    { text: "last-007-days", name: "last-7-days" },
    { text: "last-3660-days", name: "last-3660-days" },
    { text: "Custom", name: "custom" },
  ])("$text is $name", ({ text, name }) => {
    expect(parseRange(text)).toBe(name);
  });

  it.each([
    "",
    "month",
    "last-0-days",
    "last-3661-days",
    "last--7-days-ago",
    "last-1.5-days",
    "next-month",
    "constructor",
  ])("%j is none, and the error lists the names", (text) => {
    expect(() => parseRange(text)).toThrow(/there is no date range.*previous-month.*last-N-days, custom/);
  });
});

describe("resolveRange in New York at noon UTC of Tuesday 2020-12-15", () => {
  const now = "2020-12-15T12:00:00.000Z";
  it.each<{ name: RangeName; start: string; stop: string }>([
    { name: "today", start: "2020-12-15T05:00:00.000Z", stop: now },
    { name: "yesterday", start: "2020-12-14T05:00:00.000Z", stop: "2020-12-15T04:59:59.999Z" },
    { name: "last-1-days", start: "2020-12-15T05:00:00.000Z", stop: now },
    { name: "last-7-days", start: "2020-12-09T05:00:00.000Z", stop: now },
    // Over the change of 1 November: 60 local days, not 60 times 24 hours.
    { name: "last-60-days", start: "2020-10-17T04:00:00.000Z", stop: now },
    { name: "week-to-date", start: "2020-12-14T05:00:00.000Z", stop: now },
    { name: "month-to-date", start: "2020-12-01T05:00:00.000Z", stop: now },
    { name: "quarter-to-date", start: "2020-10-01T04:00:00.000Z", stop: now },
    { name: "year-to-date", start: "2020-01-01T05:00:00.000Z", stop: now },
    { name: "previous-week", start: "2020-12-07T05:00:00.000Z", stop: "2020-12-14T04:59:59.999Z" },
    { name: "previous-month", start: "2020-11-01T04:00:00.000Z", stop: "2020-12-01T04:59:59.999Z" },
    { name: "previous-quarter", start: "2020-07-01T04:00:00.000Z", stop: "2020-10-01T03:59:59.999Z" },
    { name: "previous-year", start: "2019-01-01T05:00:00.000Z", stop: "2020-01-01T04:59:59.999Z" },
  ])("$name is $start to $stop", ({ name, start, stop }) => {
    expect(resolve(name, "America/New_York", now)).toEqual([start, stop]);
  });
});

describe("resolveRange", () => {
  it.each<{ name: RangeName; zone: string; now: string; weekStart?: WeekDay; start: string; stop: string }>([
    {
      name: "previous-month",
      zone: "UTC",
      now: "2021-01-31T23:59:59.999Z",
      start: "2020-12-01T00:00:00.000Z",
      stop: "2020-12-31T23:59:59.999Z",
    },
    {
      name: "previous-quarter",
      zone: "UTC",
      now: "2021-02-01T00:00:00.000Z",
      start: "2020-10-01T00:00:00.000Z",
      stop: "2020-12-31T23:59:59.999Z",
    },
    // Still December in Honolulu.
    {
      name: "month-to-date",
      zone: "Pacific/Honolulu",
      now: "2021-01-01T05:00:00.000Z",
      start: "2020-12-01T10:00:00.000Z",
      stop: "2021-01-01T05:00:00.000Z",
    },
    {
      name: "week-to-date",
      zone: "UTC",
      now: "2020-12-13T12:00:00.000Z",
      weekStart: "sunday",
      start: "2020-12-13T00:00:00.000Z",
      stop: "2020-12-13T12:00:00.000Z",
    },
    {
      name: "previous-week",
      zone: "UTC",
      now: "2020-12-13T12:00:00.000Z",
      weekStart: "saturday",
      start: "2020-12-05T00:00:00.000Z",
      stop: "2020-12-11T23:59:59.999Z",
    },
    // Midnight of 4 November 2018 was skipped.
    {
      name: "yesterday",
      zone: "America/Sao_Paulo",
      now: "2018-11-05T12:00:00.000Z",
      start: "2018-11-04T03:00:00.000Z",
      stop: "2018-11-05T01:59:59.999Z",
    },
    // Samoa had no 30 December 2011.
    {
      name: "yesterday",
      zone: "Pacific/Apia",
      now: "2011-12-30T12:00:00.000Z",
      start: "2011-12-29T10:00:00.000Z",
      stop: "2011-12-30T09:59:59.999Z",
    },
  ])("$name in $zone at $now is $start to $stop", ({ name, zone, now, weekStart, start, stop }) => {
    expect(resolve(name, zone, now, weekStart)).toEqual([start, stop]);
  });

  it("a custom range is the given window", () => {
    const custom = { startAt: 1, stopAt: 1 };
    expect(resolveRange("custom", { zone: "UTC", now: 0, custom })).toEqual(custom);
  });

  it.each([
    { claim: "needs a window", custom: undefined, message: /needs a start and a stop/ },
    { claim: "may not stop before it starts", custom: { startAt: 2, stopAt: 1 }, message: /stop is before the start/ },
  ])("a custom range $claim", ({ custom, message }) => {
    expect(() => resolveRange("custom", { zone: "UTC", now: 0, ...(custom && { custom }) })).toThrow(message);
  });

  it("a window belongs to custom only", () => {
    const custom = { startAt: 1, stopAt: 2 };
    expect(() => resolveRange("today", { zone: "UTC", now: 0, custom })).toThrow(
      /belong to the range custom, not to today/,
    );
  });

  it("refuses an unknown zone", () => {
    expect(() => resolveRange("today", { zone: "Mars/Base", now: 0 })).toThrow(/unknown zone "Mars\/Base"/);
  });

  it("equals luxon's periods wherever the clock is not changed at midnight", () => {
    const units: readonly DateTimeUnit[] = ["day", "week", "month", "quarter", "year"];
    const names = { day: "today", week: "week", month: "month", quarter: "quarter", year: "year" } as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
        fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) }),
        fc.constantFrom(...units),
        (zone, now, unit) => {
          const local = DateTime.fromMillis(now, { zone });
          const start = local.startOf(unit);
          const before = start.minus({ [unit]: 1 }).startOf(unit);
          const clock = zoneClock(zone);
          const isNear = (instantMs: number): boolean =>
            clock.transitions(instantMs - 86_400_000, instantMs + 86_400_000).length > 0;
          fc.pre(![now, start.toMillis(), before.toMillis()].some(isNear));
          const name = names[unit as keyof typeof names];
          const toDate = name === "today" ? "today" : (`${name}-to-date` as const);
          const previous = name === "today" ? "yesterday" : (`previous-${name}` as const);
          expect(resolveRange(toDate, { zone, now })).toEqual({ startAt: start.toMillis(), stopAt: now });
          expect(resolveRange(previous, { zone, now })).toEqual({
            startAt: before.toMillis(),
            stopAt: start.toMillis() - 1,
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
