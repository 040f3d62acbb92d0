import fc from "fast-check";
import { DateTime, IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { isZone, zoneClock } from "../../zones/index.ts";

const zones = Intl.supportedValuesOf("timeZone");
const from = Date.UTC(1900, 0, 1);
const to = Date.UTC(2100, 0, 1);
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: from, max: to });

/** luxon's offset in whole seconds: its minutes are fractions for clocks from before standard time. */
const offsetSeconds = (zone: string, instantMs: number): number =>
  Math.round(IANAZone.create(zone).offset(instantMs) * 60);

const instant = (text: string): number => Date.parse(text);

describe("isZone", () => {
  it.each(["America/New_York", "america/new_york", "UTC", "Asia/Kolkata", "Asia/Calcutta", "Etc/GMT+5", "EST5EDT"])(
    "%s is a zone",
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  it.each(["", "Mars/Base", "+05:00", "-0500", "UTC+1", "America/New York", "local"])("%j is none", (name) => {
    expect(isZone(name)).toBe(false);
  });

  it("a clock of no zone is an error that names it", () => {
    expect(() => zoneClock("Mars/Base")).toThrow(/unknown zone "Mars\/Base"/);
  });
});

describe("offsetAt", () => {
  it("equals luxon's at any instant of any zone", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instantMs) => {
        expect(Math.round(zoneClock(zone).offsetAt(instantMs) * 60)).toBe(offsetSeconds(zone, instantMs));
      }),
      { numRuns: 3000 },
    );
  });

  it("equals luxon's on both sides of every change of 2011 to 2021, in every zone", () => {
    const differing: string[] = [];
    for (const zone of zones) {
      const clock = zoneClock(zone);
      for (const { at, offsetMinutes } of clock.transitions(Date.UTC(2011, 0), Date.UTC(2021, 0))) {
        const isSame =
          clock.offsetAt(at) === offsetMinutes &&
          clock.offsetAt(at) * 60 === offsetSeconds(zone, at) &&
          clock.offsetAt(at - 1) * 60 === offsetSeconds(zone, at - 1) &&
          clock.offsetAt(at - 1) !== clock.offsetAt(at);
        if (!isSame) differing.push(`${zone} ${at}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it("finds the two changes of New York's clock in 2020", () => {
    expect(zoneClock("America/New_York").transitions(Date.UTC(2020, 0), Date.UTC(2021, 0))).toEqual([
      { at: instant("2020-03-08T07:00:00.000Z"), offsetMinutes: -240 },
      { at: instant("2020-11-01T06:00:00.000Z"), offsetMinutes: -300 },
    ]);
  });

  it("a change at the start of the asked stretch is in it, one at its end is not", () => {
    const clock = zoneClock("Europe/Berlin");
    const [spring, autumn] = clock.transitions(Date.UTC(2020, 0), Date.UTC(2021, 0));
    expect(clock.transitions(spring!.at, autumn!.at)).toEqual([spring]);
  });

  it("refuses what is not an instant", () => {
    expect(() => zoneClock("UTC").offsetAt(Number.NaN)).toThrow(RangeError);
  });
});

describe("local days", () => {
  it.each([
    { zone: "America/New_York", dayOn: "2020-11-01", startAt: "2020-11-01T04:00:00.000Z", hours: 25 },
    { zone: "America/New_York", dayOn: "2020-03-08", startAt: "2020-03-08T05:00:00.000Z", hours: 23 },
    { zone: "UTC", dayOn: "2020-02-29", startAt: "2020-02-29T00:00:00.000Z", hours: 24 },
    // Midnight is skipped: the clock goes from 23:59:59 to 01:00.
    { zone: "America/Sao_Paulo", dayOn: "2018-11-04", startAt: "2018-11-04T03:00:00.000Z", hours: 23 },
    // Midnight comes twice: at 01:00 the clock is set back to 00:00.
    { zone: "Atlantic/Azores", dayOn: "2020-10-25", startAt: "2020-10-25T00:00:00.000Z", hours: 25 },
    // The day ends twice: at 24:00 the clock is set back to 23:00.
    { zone: "America/Havana", dayOn: "2020-11-01", startAt: "2020-11-01T04:00:00.000Z", hours: 25 },
    // One minute into the day the clock is set back to 23:01 of the day before.
    { zone: "America/St_Johns", dayOn: "2010-11-07", startAt: "2010-11-07T03:30:00.000Z", hours: 24 },
    { zone: "Australia/Lord_Howe", dayOn: "2020-10-04", startAt: "2020-10-03T13:30:00.000Z", hours: 23.5 },
    // Samoa went over the date line and had no 30 December.
    { zone: "Pacific/Apia", dayOn: "2011-12-29", startAt: "2011-12-29T10:00:00.000Z", hours: 24 },
    { zone: "Pacific/Apia", dayOn: "2011-12-30", startAt: "2011-12-30T10:00:00.000Z", hours: 0 },
    { zone: "Pacific/Apia", dayOn: "2011-12-31", startAt: "2011-12-30T10:00:00.000Z", hours: 24 },
  ])("$dayOn in $zone begins at $startAt and has $hours hours", ({ zone, dayOn, startAt, hours }) => {
    const clock = zoneClock(zone);
    const nextOn = new Date(Date.parse(dayOn) + 86_400_000).toISOString().slice(0, 10);
    const begin = clock.startOfDay(dayOn);
    expect(new Date(begin).toISOString()).toBe(startAt);
    expect((clock.startOfDay(nextOn) - begin) / 3_600_000).toBe(hours);
  });

  it("an instant is in its day, and no day overlaps another", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instantMs) => {
        const clock = zoneClock(zone);
        const [day] = [...clock.days(instantMs, instantMs)];
        expect(day!.dayOn).toBe(clock.dayOf(instantMs));
        expect(day!.startAt).toBe(clock.startOfDay(day!.dayOn));
        expect(instantMs).toBeGreaterThanOrEqual(day!.startAt);
        expect(instantMs).toBeLessThan(day!.nextAt);
        expect(clock.dayOf(day!.startAt)).toBe(day!.dayOn);
        expect(clock.dayOf(day!.startAt - 1) < day!.dayOn).toBe(true);
        expect(clock.dayOf(day!.nextAt) > day!.dayOn).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("a day is luxon's unless the clock was changed within a day", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instantMs) => {
        const clock = zoneClock(zone);
        fc.pre(clock.transitions(instantMs - 86_400_000, instantMs + 86_400_000).length === 0);
        const local = DateTime.fromMillis(instantMs, { zone });
        expect(clock.dayOf(instantMs)).toBe(local.toISODate());
        expect(clock.startOfDay(clock.dayOf(instantMs))).toBe(Math.ceil(local.startOf("day").toMillis()));
      }),
      { numRuns: 1000 },
    );
  });

  it("November 2020 in New York is 30 days, the same window in UTC 31", () => {
    const window = [instant("2020-11-01T04:00:00.000Z"), instant("2020-12-01T04:59:59.999Z")] as const;
    expect([...zoneClock("America/New_York").days(...window)]).toHaveLength(30);
    expect([...zoneClock("UTC").days(...window)]).toHaveLength(31);
  });

  it("a skipped day is not among the days", () => {
    const days = zoneClock("Pacific/Apia").days(instant("2011-12-29T12:00:00Z"), instant("2011-12-31T12:00:00Z"));
    expect([...days].map(({ dayOn }) => dayOn)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  it("refuses what is not a day", () => {
    expect(() => zoneClock("UTC").startOfDay("2020-02-30")).toThrow(/not a day: "2020-02-30"/);
  });
});

describe("instants as text", () => {
  it("are written with the offset of the moment", () => {
    const clock = zoneClock("America/New_York");
    expect(clock.formatInstant(instant("2020-11-01T04:00:00.000Z"))).toBe("2020-11-01T00:00:00.000-04:00");
    expect(clock.formatInstant(instant("2020-11-01T06:00:00.000Z"))).toBe("2020-11-01T01:00:00.000-05:00");
    expect(zoneClock("UTC").formatInstant(0)).toBe("1970-01-01T00:00:00.000+00:00");
    expect(zoneClock("Asia/Kathmandu").formatInstant(0)).toBe("1970-01-01T05:30:00.000+05:30");
  });

  it("are written as luxon writes them, and read back as the same instant", () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: Date.UTC(1975, 0), max: to }), (zone, instantMs) => {
        const clock = zoneClock(zone);
        const text = clock.formatInstant(instantMs);
        expect(text.replace("+00:00", "Z")).toBe(
          DateTime.fromMillis(instantMs, { zone }).toISO()!.replace("+00:00", "Z"),
        );
        expect(clock.parseInstant(text)).toBe(instantMs);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    { text: "2020-11-01", means: "2020-11-01T04:00:00.000Z" },
    { text: "2020-11-01T00:00", means: "2020-11-01T04:00:00.000Z" },
    { text: "2020-11-01T00:00:00.5", means: "2020-11-01T04:00:00.500Z" },
    { text: "2020-11-01T04:00:00.000Z", means: "2020-11-01T04:00:00.000Z" },
    { text: "2020-11-01T04:00:00.1234567Z", means: "2020-11-01T04:00:00.123Z" },
    { text: "2020-11-01T05:30+01:30", means: "2020-11-01T04:00:00.000Z" },
    { text: "2020-11-01T00:00:00-0400", means: "2020-11-01T04:00:00.000Z" },
    // Shown twice: the first of the two.
    { text: "2020-11-01T01:30:00", means: "2020-11-01T05:30:00.000Z" },
    // Skipped: forward by the gap.
    { text: "2020-03-08T02:30:00", means: "2020-03-08T07:30:00.000Z" },
    { text: "2020-03-08T03:00:00", means: "2020-03-08T07:00:00.000Z" },
  ])("$text on New York's clock means $means", ({ text, means }) => {
    expect(zoneClock("America/New_York").parseInstant(text)).toBe(instant(means));
  });

  it("a local time is read as what the clock showed", () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instantMs) => {
        const clock = zoneClock(zone);
        const again = clock.toUtc(clock.toLocal(instantMs));
        expect(clock.toLocal(again)).toBe(clock.toLocal(instantMs));
        expect(again).toBeLessThanOrEqual(instantMs);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "",
    "today",
    "2020",
    "2020-11",
    "20201101",
    "2020-13-01",
    "2020-02-30",
    "2020-11-01T24:00:00",
    "2020-11-01T10:60",
    "2020-11-01 10:00",
    "2020-11-01T10:00:00 00:00",
    "2020-11-01T10:00:00+24:00",
    "2020-11-01Z",
    " 2020-11-01",
  ])("%j is no instant", (text) => {
    expect(zoneClock("UTC").parseInstant(text)).toBeUndefined();
  });
});
