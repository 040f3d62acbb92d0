import { expect, it } from "vitest";
import { isHoliday } from "../../seed/holidays.ts";

it.each([
  { region: "us", dayOn: "2020-11-26", what: "Thanksgiving" },
  { region: "us", dayOn: "2026-05-25", what: "Memorial Day" },
  { region: "us", dayOn: "2026-09-07", what: "Labor Day" },
  { region: "germany", dayOn: "2026-04-03", what: "Good Friday" },
  { region: "germany", dayOn: "2024-04-01", what: "Easter Monday" },
  { region: "germany", dayOn: "2026-05-25", what: "Whit Monday" },
  { region: "germany", dayOn: "2025-05-29", what: "Ascension Day" },
  { region: "britain", dayOn: "2026-08-31", what: "the summer bank holiday" },
  { region: "britain", dayOn: "2026-05-04", what: "the early May bank holiday" },
  { region: "india", dayOn: "2026-08-15", what: "Independence Day" },
] as const)("$what of $region is $dayOn", ({ region, dayOn }) => {
  expect(isHoliday(region, dayOn)).toBe(true);
});

it("other days are none", () => {
  expect(isHoliday("us", "2020-11-25")).toBe(false);
  expect(isHoliday("germany", "2026-11-26")).toBe(false);
});
