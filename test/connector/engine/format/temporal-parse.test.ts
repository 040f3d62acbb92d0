import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDateTime,
  parseDate,
  parseDateTime,
  parseDateTimeZone,
  parseTime,
  printValue,
  toLocalZone,
  atLocalZone,
} from "../../../../connector/engine/format/index.ts";
import {
  DateTimeValue,
  DateTimeZoneValue,
  daysOf,
  lastDay,
  ticksPerDay,
} from "../../../../connector/engine/values/temporal.ts";

/** New York in 2020: back to standard time on 1 November, 06:00 UTC. */
const newYork = (instant: number): number =>
  instant >= Date.UTC(2020, 2, 8, 7) && instant < Date.UTC(2020, 10, 1, 6) ? -240 : -300;
const clock = { localOffsetAt: newYork, today: () => daysOf(2020, 7, 1) };
const utc = { localOffsetAt: () => 0 };

describe("parseDate", () => {
  it.each([
    ["2010-12-31", null, "en-US", "#date(2010, 12, 31)"],
    ["20101231", null, "en-US", "#date(2010, 12, 31)"],
    ["2010-12", null, "en-US", "#date(2010, 12, 1)"],
    ["2010", null, "en-US", "#date(2010, 1, 1)"],
    ["2010-12-31T00:00:00", null, "en-US", "#date(2010, 12, 31)"],
    ["12/31/2010", null, "en-US", "#date(2010, 12, 31)"],
    ["3/4/49", null, "en-US", "#date(2049, 3, 4)"],
    ["3/4/50", null, "en-US", "#date(1950, 3, 4)"],
    ["31/12/2010", null, "en-GB", "#date(2010, 12, 31)"],
    ["31.12.2010", null, "de-DE", "#date(2010, 12, 31)"],
    ["2022.3.18", null, "en-US", "#date(2022, 3, 18)"],
    ["Dec 31, 2010", null, "en-US", "#date(2010, 12, 31)"],
    ["31 December 2010", null, "en-US", "#date(2010, 12, 31)"],
    ["Friday, December 31, 2010", null, "en-US", "#date(2010, 12, 31)"],
    ["December 2010", null, "en-US", "#date(2010, 12, 1)"],
    ["sexta-feira, 31 de dezembro de 2010", null, "pt-BR", "#date(2010, 12, 31)"],
    ["31 декабря 2010 г.", null, "ru-RU", "#date(2010, 12, 31)"],
    ["29 Feb 2020", null, "en-US", "#date(2020, 2, 29)"],
    ["30 Dez 2010", "dd MMM yyyy", "de-DE", "#date(2010, 12, 30)"],
    ["24-Jan-49", "dd-MMM-yy", "en-US", "#date(2049, 1, 24)"],
    ["24-Jan-50", "dd-MMM-yy", "en-US", "#date(1950, 1, 24)"],
    ["12-30-11", "MM-dd-yy", "en-US", "#date(2011, 12, 30)"],
    ["31.12.2010", "d", "de-DE", "#date(2010, 12, 31)"],
    ["December 31, 2010", null, "de-DE", "#date(2010, 12, 31)"],
    ["Fri, 31 Dec 2010", null, "fr-FR", "#date(2010, 12, 31)"],
    ["mar. 28 déc. 2010", null, "fr-FR", "#date(2010, 12, 28)"],
    ["12/31/2010", null, "ja-JP", "#date(2010, 12, 31)"],
    ["2010年12月31日", null, "ja-JP", "#date(2010, 12, 31)"],
    ["December 31", null, "en-US", "#date(2020, 12, 31)"],
    ["12/31", null, "en-US", "#date(2020, 12, 31)"],
    ["31/12", null, "en-GB", "#date(2020, 12, 31)"],
    ["31 Dec", "dd MMM", "en-US", "#date(2020, 12, 31)"],
    ["May", "MMM", "en-US", "#date(2020, 5, 1)"],
    ["Friday 31.12.2010", "dddd dd.MM.yyyy", "en-US", "#date(2010, 12, 31)"],
  ])("reads %j with format %s in %s as %s", (text, format, culture, printed) => {
    expect(printValue(parseDate(text, format, culture, clock))).toBe(printed);
  });

  it.each([
    ["31/12/2010", null],
    ["2010-02-29", null],
    ["2010-13-01", null],
    ["12/31/2010 10:00 AM", null],
    ["Foo 31, 2010", null],
    ["", null],
    ["abc", null],
    ["5", null],
    ["30-12-2011", "MM-dd-yy"],
    ["30-12-11", "MM-dd-yy"],
    ["2010-12-31", "yyyy-MM"],
    ["Monday, December 31, 2010", null],
    ["Monday 31.12.2010", "dddd dd.MM.yyyy"],
    ["31 Feb", "dd MMM"],
    ["2/30", null],
  ])("finds no date in %j with format %s", (text, format) => {
    expect(() => parseDate(text, format, "en-US", clock)).toThrow(
      "We couldn't parse the input provided as a Date value.",
    );
  });
});

describe("parseTime", () => {
  it.each([
    ["10:12:31am", null, "#time(10, 12, 31)"],
    ["1012", null, "#time(10, 12, 0)"],
    ["10", null, "#time(10, 0, 0)"],
    ["12:34:12.1254425", null, "#time(12, 34, 12.1254425)"],
    ["12:00 am", null, "#time(0, 0, 0)"],
    ["12:00 PM", null, "#time(12, 0, 0)"],
    ["5 pm", null, "#time(17, 0, 0)"],
    ["24:00:00", null, "#time(24, 0, 0)"],
    ["13:00 PM", null, "#time(13, 0, 0)"],
    ["0:30 AM", null, "#time(0, 30, 0)"],
    ["5-07", "h-mm", "#time(5, 7, 0)"],
    ["05:07 PM", "hh:mm tt", "#time(17, 7, 0)"],
  ])("reads %j with format %s as %s", (text, format, printed) => {
    expect(printValue(parseTime(text, format, "en-US"))).toBe(printed);
  });

  it.each([["24:00:01"], ["10:60"], ["13:00 AM"], ["24:00 PM"], ["x"], ["2020-01-01 10:00"], ["10:00 +01:00"]])(
    "finds no time in %j",
    (text) => {
      expect(() => parseTime(text, null, "en-US")).toThrow("We couldn't parse the input provided as a Time value.");
    },
  );
});

describe("parseDateTime", () => {
  it.each([
    ["2010-12-31T01:30:25", null, "#datetime(2010, 12, 31, 1, 30, 25)"],
    ["2010-12-31T01:30", null, "#datetime(2010, 12, 31, 1, 30, 0)"],
    ["20101231T013025", null, "#datetime(2010, 12, 31, 1, 30, 25)"],
    ["20101231T01:30:25.121212", null, "#datetime(2010, 12, 31, 1, 30, 25.121212)"],
    ["2010-12-31", null, "#datetime(2010, 12, 31, 0, 0, 0)"],
    ["2010-12-31T24:00:00", null, "#datetime(2011, 1, 1, 0, 0, 0)"],
    ["12/31/2010 1:30:25 PM", null, "#datetime(2010, 12, 31, 13, 30, 25)"],
    ["Dec 31, 2010, 1:30 PM", null, "#datetime(2010, 12, 31, 13, 30, 0)"],
    ["2022-3-18 20:03:02", null, "#datetime(2022, 3, 18, 20, 3, 2)"],
    ["2000-02-08T03:45:12Z", "yyyy-MM-dd'T'HH:mm:ss'Z'", "#datetime(2000, 2, 8, 3, 45, 12)"],
    ["2000-02-08 03:45:12", "yyyy-MM-dd HH:mm:ss.FFF", "#datetime(2000, 2, 8, 3, 45, 12)"],
    ["2000-02-08 03:45:12.5", "yyyy-MM-dd HH:mm:ss.FFF", "#datetime(2000, 2, 8, 3, 45, 12.5)"],
    ["20101231T013000", "yyyyMMdd'T'HHmmss", "#datetime(2010, 12, 31, 1, 30, 0)"],
    ["25 Dec 2023 12:00 pm PST", "dd MMM yyyy hh:mm tt PST", "#datetime(2023, 12, 25, 12, 0, 0)"],
    ["10:30", null, "#datetime(2020, 7, 1, 10, 30, 0)"],
    ["2010-12-31 13 PM", "yyyy-MM-dd HH tt", "#datetime(2010, 12, 31, 13, 0, 0)"],
    ["2010-12-31 01:30:25", "yyyy-MM-dd HH:mm:ss.FFF", "#datetime(2010, 12, 31, 1, 30, 25)"],
    ["2010-12-31 01:30:25.5", "yyyy-MM-dd HH:mm:ss.FFF", "#datetime(2010, 12, 31, 1, 30, 25.5)"],
    ["2020-07-01T12:00:00Z", null, "#datetime(2020, 7, 1, 8, 0, 0)"],
    ["2020-12-01T12:00:00+02:00", null, "#datetime(2020, 12, 1, 5, 0, 0)"],
  ])("reads %j with format %s as %s", (text, format, printed) => {
    expect(printValue(parseDateTime(text, format, "en-US", clock))).toBe(printed);
  });

  it.each([
    ["9999-12-31T24:00:00", null],
    ["0001-01-01T00:00:00Z", null],
    ["2010-12-31 03 PM", "yyyy-MM-dd HH tt"],
    ["2010-12-31 13 PM", "yyyy-MM-dd hh tt"],
    ["2010-12-31 01:30:25", "yyyy-MM-dd HH:mm:ss.fff"],
  ])("finds no datetime in %j with format %s", (text, format) => {
    expect(() => parseDateTime(text, format, "en-US", clock)).toThrow("as a DateTime value");
  });

  it("knows no year but that of the text where it is not known what day it is", () => {
    expect(() => parseDateTime("December 31", null, "en-US", utc)).toThrow("as a DateTime value");
  });

  it("reads back what each culture writes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: daysOf(1950, 1, 1), max: lastDay }),
        fc.integer({ min: 0, max: 86_399 }),
        fc.constantFrom(
          "",
          "en-US",
          "en-GB",
          "de-DE",
          "fr-FR",
          "ja-JP",
          "pt-BR",
          "ru-RU",
          "sv-SE",
          "hu-HU",
          "cs-CZ",
          "ko-KR",
          "zh-CN",
          "da-DK",
          "el-GR",
          "es-ES",
          "fi-FI",
          "it-IT",
          "nl-NL",
          "pl-PL",
          "pt-PT",
          "tr-TR",
        ),
        fc.constantFrom(null, "o", "s", "F", "f"),
        (days, seconds, culture, format) => {
          const kept = format === "f" ? seconds - (seconds % 60) : seconds;
          const value = new DateTimeValue(days, kept * 10_000_000);
          const text = formatDateTime(value, format, culture);
          expect(parseDateTime(text, format, culture, utc), text).toEqual(value);
          expect(parseDateTime(text, null, culture, utc), text).toEqual(value);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("parseDateTimeZone", () => {
  it.each([
    ["2010-12-31T01:30:00-08:00", "#datetimezone(2010, 12, 31, 1, 30, 0, -8, 0)"],
    ["2010-12-31T01:30:00.121212-08:30", "#datetimezone(2010, 12, 31, 1, 30, 0.121212, -8, -30)"],
    ["2010-12-31T01:30:00Z", "#datetimezone(2010, 12, 31, 1, 30, 0, 0, 0)"],
    ["20101231T013000+0800", "#datetimezone(2010, 12, 31, 1, 30, 0, 8, 0)"],
    ["12/31/2010 1:30:00 AM +05:30", "#datetimezone(2010, 12, 31, 1, 30, 0, 5, 30)"],
    ["Fri, 31 Dec 2010 01:30:00 GMT", "#datetimezone(2010, 12, 31, 1, 30, 0, 0, 0)"],
    ["2020-07-01T12:00:00", "#datetimezone(2020, 7, 1, 12, 0, 0, -4, 0)"],
    ["2020-12-01", "#datetimezone(2020, 12, 1, 0, 0, 0, -5, 0)"],
  ])("reads %j as %s", (text, printed) => {
    expect(printValue(parseDateTimeZone(text, null, "en-US", clock))).toBe(printed);
  });

  it("reads an offset in a format", () => {
    expect(printValue(parseDateTimeZone("2020|05 +06", "yyyy|MM zz", "", utc))).toBe(
      "#datetimezone(2020, 5, 1, 0, 0, 0, 6, 0)",
    );
  });

  it.each([["2010-12-31T01:30:00+15:00"], ["2010-12-31T01:30:00+05:60"], ["10:00 Z"], ["text"]])(
    "finds no datetimezone in %j",
    (text) => {
      expect(() => parseDateTimeZone(text, null, "en-US", utc)).toThrow(
        "We couldn't parse the input provided as a DateTimeZone value.",
      );
    },
  );
});

describe("the local zone", () => {
  const reading = (day: number, hour: number): DateTimeValue =>
    new DateTimeValue(daysOf(2020, day === 8 ? 3 : 11, day), (hour / 24) * ticksPerDay);

  it.each([
    ["before the clocks go back", reading(1, 0), -240],
    ["an hour that comes twice", reading(1, 1), -300],
    ["after the clocks went back", reading(1, 2), -300],
    ["an hour that does not come", reading(8, 2), -300],
    ["after the clocks went forward", reading(8, 3), -240],
  ])("gives the offset of %s", (_, value, offset) => {
    expect(atLocalZone(value, newYork).offsetMinutes).toBe(offset);
  });

  it("shows an instant on the local clock to the tick", () => {
    const value = new DateTimeZoneValue(new DateTimeValue(daysOf(2020, 7, 1), 1), 60);
    expect(printValue(toLocalZone(value, newYork))).toBe("#datetimezone(2020, 6, 30, 19, 0, 0.0000001, -4, 0)");
  });
});
