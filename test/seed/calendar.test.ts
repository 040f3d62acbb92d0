import { describe, expect, it } from "vitest";
import { addDays, daysOf, instantOf, localMinutesOf, openSpans, weekdayOf } from "../../seed/calendar.ts";
import { zoneClock } from "../../zones/index.ts";
import { nightAndDay, officeHours, smallProfile } from "./small-profile.ts";

const newYork = zoneClock("America/New_York");
const iso = (instant: number): string => new Date(instant).toISOString();

describe("instantOf", () => {
  it.each([
    {
      case: "a midnight",
      zone: "America/New_York",
      dayOn: "2020-11-01",
      minutes: 0,
      expected: "2020-11-01T04:00:00.000Z",
    },
    {
      case: "the next midnight of a 25-hour day",
      zone: "America/New_York",
      dayOn: "2020-11-01",
      minutes: 1440,
      expected: "2020-11-02T05:00:00.000Z",
    },
    {
      case: "an hour after a clock was set back",
      zone: "America/New_York",
      dayOn: "2020-11-01",
      minutes: 480,
      expected: "2020-11-01T13:00:00.000Z",
    },
    {
      case: "an hour after a clock was set forward",
      zone: "Europe/Berlin",
      dayOn: "2021-03-28",
      minutes: 480,
      expected: "2021-03-28T06:00:00.000Z",
    },
    {
      case: "half an hour after the next midnight",
      zone: "Asia/Kolkata",
      dayOn: "2021-01-01",
      minutes: 1470,
      expected: "2021-01-01T19:00:00.000Z",
    },
  ])("finds $case", ({ zone, dayOn, minutes, expected }) => {
    expect(iso(instantOf(zoneClock(zone), dayOn, minutes))).toBe(expected);
  });

  it("agrees with localMinutesOf", () => {
    for (const minutes of [0, 90, 719, 1439]) {
      expect(localMinutesOf(newYork, instantOf(newYork, "2020-11-01", minutes))).toBe(minutes);
    }
  });
});

describe("openSpans", () => {
  it("joins a day that never closes with the next one", () => {
    expect(openSpans(nightAndDay.schedule, newYork, "2020-10-31").map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ["2020-10-31T04:00:00.000Z", "2020-11-02T05:00:00.000Z"],
    ]);
  });

  it("keeps the break at noon, and the day off", () => {
    expect(openSpans(officeHours.schedule, newYork, "2020-10-31").map(({ from, to }) => [iso(from), iso(to)])).toEqual([
      ["2020-10-31T12:00:00.000Z", "2020-10-31T16:00:00.000Z"],
      ["2020-10-31T16:30:00.000Z", "2020-10-31T21:00:00.000Z"],
    ]);
  });
});

describe("daysOf", () => {
  it("has the days of the windows, then those up to until, each once", () => {
    const dates = daysOf(smallProfile, Date.parse("2021-03-03T20:00:00Z")).map((days) =>
      days.map(({ dayOn }) => dayOn),
    );
    expect(dates).toEqual(
      ["2020-11-01", "2021-02-27", "2021-02-28", "2021-03-01", "2021-03-02", "2021-03-03"].map((day) => [day, day]),
    );
  });

  it("has every local day of a queue that touches a window", () => {
    const profile = { ...smallProfile, queues: [nightAndDay, { ...officeHours, zone: "Asia/Kolkata" }] };
    const days = daysOf(profile, Date.parse("2020-11-03T20:00:00Z")).flat();
    expect(days.filter(({ queue }) => queue.id === 2).map(({ dayOn }) => dayOn)).toContain("2020-11-02");
  });

  it("leaves out a window after until", () => {
    const dates = daysOf(smallProfile, Date.parse("2020-06-15T12:00:00Z")).map((days) => days[0]?.dayOn);
    expect(dates).toEqual(["2020-06-11", "2020-06-12", "2020-06-13", "2020-06-14", "2020-06-15"]);
  });
});

describe("dates", () => {
  it("know their weekday and their neighbours", () => {
    expect([weekdayOf("2020-11-01"), weekdayOf("2020-11-02")]).toEqual([7, 1]);
    expect([addDays("2020-02-28", 1), addDays("2021-01-01", -1)]).toEqual(["2020-02-29", "2020-12-31"]);
  });
});
