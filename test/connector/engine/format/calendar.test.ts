import { describe, expect, it } from "vitest";
import { dateOfDay, dayOfDate, type Calendar } from "../../../../connector/engine/format/calendar.ts";
import { daysOf } from "../../../../connector/engine/values/temporal.ts";

const calendars: readonly Calendar[] = ["gregory", "buddhist", "islamic-tbla", "persian"];

describe("calendars", () => {
  it.each(calendars)("%s: every day of a century has a date that leads back to it", (calendar) => {
    const first = daysOf(1950, 1, 1);
    for (let days = first; days < first + 36_500; days += 97) {
      expect(dayOfDate(calendar, dateOfDay(calendar, days))).toBe(days);
    }
  });

  it.each<[Calendar, number, number, number, number]>([
    ["islamic-tbla", 1400, 1, 1, daysOf(1979, 11, 20)],
    ["persian", 1403, 1, 1, daysOf(2024, 3, 20)],
    ["buddhist", 2567, 2, 29, daysOf(2024, 2, 29)],
  ])("%s: %i-%i-%i is the day that history says", (calendar, year, month, day, days) => {
    expect(dayOfDate(calendar, { year, month, day })).toBe(days);
  });

  it("have no day that does not exist", () => {
    expect(dayOfDate("islamic-tbla", { year: 1400, month: 2, day: 30 })).toBeUndefined();
    expect(dayOfDate("persian", { year: 1403, month: 13, day: 1 })).toBeUndefined();
  });
});
