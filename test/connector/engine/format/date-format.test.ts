import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatDateTimeZone,
  formatTime,
} from "../../../../connector/engine/format/index.ts";
import {
  DateTimeValue,
  DateTimeZoneValue,
  DateValue,
  daysOf,
  TimeValue,
} from "../../../../connector/engine/values/temporal.ts";

const ticks = (hour: number, minute: number, second: number): number =>
  Math.round(((hour * 60 + minute) * 60 + second) * 1e7);
const june = new DateTimeValue(daysOf(2009, 6, 15), ticks(13, 45, 30.6175425));
const april = new DateTimeValue(daysOf(2024, 4, 10), ticks(6, 30, 0));

describe("formatDateTime", () => {
  it.each([
    [null, "en-US", "6/15/2009 1:45:30 PM"],
    ["d", "en-US", "6/15/2009"],
    ["d", "fr-FR", "15/06/2009"],
    ["d", "ja-JP", "2009/06/15"],
    ["d", "", "06/15/2009"],
    ["D", "en-US", "Monday, June 15, 2009"],
    ["D", "de-DE", "Montag, 15. Juni 2009"],
    ["D", "ru-RU", "понедельник, 15 июня 2009 г."],
    ["D", "pt-BR", "segunda-feira, 15 de junho de 2009"],
    ["f", "en-US", "Monday, June 15, 2009 1:45 PM"],
    ["F", "en-US", "Monday, June 15, 2009 1:45:30 PM"],
    ["g", "es-ES", "15/06/2009 13:45"],
    ["G", "zh-CN", "2009/6/15 13:45:30"],
    ["M", "en-US", "June 15"],
    ["m", "da-DK", "15. juni"],
    ["O", "de-DE", "2009-06-15T13:45:30.6175425"],
    ["R", "de-DE", "Mon, 15 Jun 2009 13:45:30 GMT"],
    ["s", "de-DE", "2009-06-15T13:45:30"],
    ["u", "de-DE", "2009-06-15 13:45:30Z"],
    ["t", "en-US", "1:45 PM"],
    ["T", "hr-HR", "13:45:30"],
    ["Y", "en-US", "June 2009"],
    ["y", "", "2009 June"],
    ["ddd dd MMM yy", "en-US", "Mon 15 Jun 09"],
    ["dddd", "fr-FR", "lundi"],
    ["%d", "", "15"],
    ["d, MMMM", "es-MX", "15, junio"],
    ["h:m:s.FFF t", "", "1:45:30.617 P"],
    ["gg yyyy", "en-US", "A.D. 2009"],
    ["yyyy g", "fr-FR", "2009 ap. J.-C."],
    ["d MMM", "cs-CZ", "15 čvn"],
    ["dd MMM", "pt-PT", "15 jun"],
    ["D", "sv-SE", "den 15 juni 2009"],
    ["D", "ja-JP", "2009年6月15日"],
    ["D", "ko-KR", "2009년 6월 15일 월요일"],
    ["D", "en-GB", "15 June 2009"],
    ["f", "el-GR", "Δευτέρα, 15 Ιουνίου 2009 1:45 μμ"],
    ["g", "en-IN", "15-06-2009 13:45"],
    ["t", "ar-EG", "01:45 م"],
    ["t", "en-AU", "1:45 PM"],
    ["ddd MMM", "ru-RU", "Пн июн"],
    ["MMMM", "ru-RU", "Июнь"],
    ["d MMMM", "ru-RU", "15 июня"],
    ["hh:mm:ss tt", "hu-HU", "01:45:30 du."],
    ["HH tt", "fr-FR", "13 "],
    ["fffffff", "", "6175425"],
    ["yyy yyyyy", "", "2009 02009"],
    [String.raw`h \h m \m`, "", "1 h 45 m"],
    [`h "h" m 'm'`, "", "1 h 45 m"],
    ["MM/dd", "de-DE", "06.15"],
    ["h:m:s.F t", "el-GR", "1:45:30.6 μ"],
    ["K", "", undefined],
    ["Q", "", undefined],
  ])("writes %s in %s as %s", (format, culture, text) => {
    const write = (): string => formatDateTime(june, format, culture);
    if (text === undefined) expect(write).toThrow("isn't supported");
    else expect(write()).toBe(text);
  });

  it("writes no point before a fraction that is none", () => {
    expect(formatDateTime(april, "HH:mm:ss.FFF!", "")).toBe("06:30:00!");
    expect(formatDateTime(april, "h:m:s.F t", "")).toBe("6:30:0 A");
    expect(formatDateTime(april, "h:m:s:F", "")).toBe("6:30:0:");
    expect(formatDateTime(april, "HH.fff", "")).toBe("06.000");
  });

  it.each([["yyyy%"], ["%%d"], ["yyyy\\"], ["yyyy'"], ["ffffffff"]])("refuses %s", (format) => {
    expect(() => formatDateTime(april, format, "")).toThrow("date and time format");
  });

  it("writes nothing for the zone of a value without one", () => {
    expect(formatDateTime(april, "HHK", "")).toBe("06");
    expect(() => formatDateTime(april, "HHzz", "")).toThrow("asks for an offset");
  });
});

describe("the time of a morning", () => {
  it.each([
    ["T", "de-DE", "06:30:00"],
    ["T", "es-ES", "6:30:00"],
    ["T", "da-DK", "06:30:00"],
    ["T", "zh-CN", "6:30:00"],
    ["t", "fr-CA", "06:30"],
    ["g", "fr-BE", "10-04-24 06:30"],
    ["G", "nl-BE", "10/04/2024 6:30:00"],
    ["F", "fr-FR", "mercredi 10 avril 2024 06:30:00"],
  ])("is, as %s in %s, %s", (format, culture, text) => {
    expect(formatDateTime(april, format, culture)).toBe(text);
  });
});

describe("formatDate and formatTime", () => {
  it("default to the culture's short forms", () => {
    expect(formatDate(new DateValue(daysOf(2024, 4, 10)), null, "en-US")).toBe("4/10/2024");
    expect(formatTime(new TimeValue(ticks(11, 56, 2)), null, "en-US")).toBe("11:56 AM");
  });

  it("write 24:00:00 as the midnight that it is", () => {
    expect(formatTime(new TimeValue(ticks(24, 0, 0)), null, "en-US")).toBe("12:00 AM");
    expect(formatTime(new TimeValue(ticks(24, 0, 0)), "HH:mm:ss", "")).toBe("00:00:00");
  });

  it("write the first and the last day", () => {
    expect(formatDate(new DateValue(0), "yyyy-MM-dd dddd", "")).toBe("0001-01-01 Monday");
    expect(formatDate(new DateValue(daysOf(9999, 12, 31)), "yyyy-MM-dd dddd", "")).toBe("9999-12-31 Friday");
  });

  it("refuse a day of a time", () => {
    expect(() => formatTime(new TimeValue(0), "yyyy", "")).toThrow("asks for a date");
  });

  it.each([
    ["de-DE", "dd MMM yyyy", "04 Mrz 2024"],
    ["de-DE", null, "04.03.2024"],
    ["fr-FR", null, "04/03/2024"],
    ["ja-JP", null, "2024/03/04"],
    ["da-DK", null, "04-03-2024"],
    ["en-AU", null, "4/03/2024"],
    ["ko-KR", null, "2024-03-04"],
    ["nl-NL", null, "04-03-2024"],
    ["pl-PL", null, "04.03.2024"],
    ["tr-TR", null, "4.03.2024"],
  ])("write dates of %s as Windows does: %s", (culture, format, text) => {
    expect(formatDate(new DateValue(daysOf(2024, 3, 4)), format, culture)).toBe(text);
  });

  it.each([
    ["th-TH", "2567"],
    ["fa-IR", "1403"],
    ["ar-SA", "1445"],
  ])("count the years of %s as its calendar does", (culture, year) => {
    expect(formatDate(new DateValue(daysOf(2024, 4, 10)), "yyyy", culture)).toBe(year);
  });
});

describe("formatDateTimeZone", () => {
  const value = new DateTimeZoneValue(april, -7 * 60);

  it.each([
    [null, "4/10/2024 6:30:00 AM -07:00"],
    ["o", "2024-04-10T06:30:00.0000000-07:00"],
    ["r", "Wed, 10 Apr 2024 13:30:00 GMT"],
    ["u", "2024-04-10 13:30:00Z"],
    ["{0:%z}", "{0:-7}"],
    ["HH zz", "06 -07"],
    ["yyyy/MM/ddThh:mm:sszzz", "2024/04/10T06:30:00-07:00"],
  ])("writes %s as %s", (format, text) => {
    expect(formatDateTimeZone(value, format, "en-US")).toBe(text);
  });
});
