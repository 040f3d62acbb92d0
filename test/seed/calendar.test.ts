import { describe, expect, it } from "vitest";
import {
  addDays,
  datesOf,
  firstDayOf,
  instantOf,
  localMinutesOf,
  openSpans,
  sitesOf,
  weekdayOf,
} from "../../seed/calendar.ts";
import type { Profile } from "../../seed/profile.ts";
import { zoneClock } from "../../zones/index.ts";
import { nightAndDay, officeHours, secondLine, smallProfile } from "./small-profile.ts";

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

describe("sitesOf", () => {
  const idsOf = (profile: Profile): number[][] => sitesOf(profile).map(({ queues }) => queues.map(({ id }) => id));

  it("puts queues together that share agents or hand chats on, directly or by others", () => {
    expect(idsOf(smallProfile)).toEqual([[1, 3], [2]]);
    const third = { ...officeHours, id: 4, transfersTo: 3 };
    expect(idsOf({ ...smallProfile, queues: [...smallProfile.queues, third] })).toEqual([[1, 3, 4], [2]]);
  });
});

describe("datesOf", () => {
  const read = (profile: Profile, until: string): { dateOn: string; days: string[] }[] =>
    datesOf(profile, firstDayOf(profile, Date.parse(until)), Date.parse(until)).map(({ dateOn, days }) => ({
      dateOn,
      days: days.map(({ dayOn }) => dayOn),
    }));

  it("has the days of the windows, then those up to until, each once for every site", () => {
    const dates = read(smallProfile, "2021-03-03T20:00:00Z");
    expect(dates.map(({ dateOn }) => dateOn)).toEqual([
      "2020-11-01",
      "2021-02-27",
      "2021-02-28",
      "2021-03-01",
      "2021-03-02",
      "2021-03-03",
    ]);
    for (const { dateOn, days } of dates) expect(days).toEqual([dateOn, dateOn]);
  });

  it("has every local day of a queue that touches a window", () => {
    const profile = { ...smallProfile, queues: [nightAndDay, { ...officeHours, zone: "Asia/Kolkata" }, secondLine] };
    const dates = datesOf(profile, "2021-01-01", Date.parse("2021-01-01T20:00:00Z"));
    const indian = dates.flatMap(({ days }) => days).filter(({ site }) => site.queues[0]?.id === 2);
    expect(indian.map(({ dayOn }) => dayOn)).toEqual(["2020-11-01", "2020-11-02", "2021-01-01", "2021-01-02"]);
  });

  it("leaves out a window after until", () => {
    expect(read(smallProfile, "2020-06-15T12:00:00Z").map(({ dateOn }) => dateOn)).toEqual([
      "2020-06-11",
      "2020-06-12",
      "2020-06-13",
      "2020-06-14",
      "2020-06-15",
    ]);
  });

  it("does not let the end decide what a date holds", () => {
    const early = read(smallProfile, "2021-03-03T05:00:00Z");
    const later = read({ ...smallProfile, days: 10 }, "2021-03-09T05:00:00Z");
    expect(later.filter(({ dateOn }) => early.some((date) => date.dateOn === dateOn))).toEqual(early);
  });
});

describe("dates", () => {
  it("know their weekday and their neighbours", () => {
    expect([weekdayOf("2020-11-01"), weekdayOf("2020-11-02")]).toEqual([7, 1]);
    expect([addDays("2020-02-28", 1), addDays("2021-01-01", -1)]).toEqual(["2020-02-29", "2020-12-31"]);
  });
});
