import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutPartitions } from "../../../../connector/refresh/policy/partitions.ts";
import { granularities, startOfPeriod } from "../../../../connector/refresh/policy/period.ts";
import { parsePolicy, readPolicy } from "../../../../connector/refresh/policy/policy.ts";

function namesAt(policy: string, today: string): string {
  return layOutPartitions(parsePolicy(policy), Date.parse(`${today}Z`))
    .partitions.map(({ name }) => name)
    .join(" ");
}

describe("the partitions of a policy", () => {
  it.each([
    // Microsoft's own example, "Advanced incremental refresh", partitions.
    ["store 3 years, refresh 1 day", "2021-02-02T09:00", "2018 2019 2020 2021Q101 2021Q10201 2021Q10202"],
    ["store 3 years, refresh 1 day", "2021-12-31T23:59", /^2018 2019 2020 2021Q1 2021Q2 2021Q3 2021Q410 2021Q411 /u],
    ["store 3 years, refresh 1 day", "2022-01-01T00:00", "2019 2020 2021 2022Q10101"],
    ["store 1 year, refresh 3 days", "2021-01-02T00:00", /^2020Q1 2020Q2 2020Q3 2020Q410 2020Q411 2020Q41201 /u],
    ["store 1 year, refresh 1 quarter", "2021-08-15T00:00", "2020 2021Q1 2021Q2 2021Q3"],
    ["store 2 months, refresh 2 days", "2024-03-01T10:00", /^2024Q101 2024Q10201 .* 2024Q10229 2024Q10301$/u],
    ["store 2 months, refresh 1 day, complete", "2024-03-01T10:00", /^2024Q101 2024Q10201 .* 2024Q10228 2024Q10229$/u],
    ["store 4 days, refresh 2 days", "2021-01-02T00:00", "2020Q41229 2020Q41230 2020Q41231 2021Q10101 2021Q10102"],
    [
      "store 6 quarters, refresh 1 month",
      "2021-05-05T00:00",
      "2019Q4 2020Q1 2020Q2 2020Q3 2020Q4 2021Q1 2021Q204 2021Q205",
    ],
    // All that is refreshed is stored, also where the stored window is the shorter one.
    ["store 1 day, refresh 1 month", "2021-05-05T00:00", "2021Q205"],
  ])("of %s at %s are named %s", (policy, today, names) => {
    if (typeof names === "string") expect(namesAt(policy, today)).toBe(names);
    else expect(namesAt(policy, today)).toMatch(names);
  });

  it("fill the stored window without a gap, in the largest closed periods, at any moment", () => {
    const span = fc.record({
      granularity: fc.constantFrom(...granularities),
      periods: fc.integer({ min: 1, max: 40 }),
    });
    const policies = fc.record({ stored: span, refreshed: span, offset: fc.constantFrom(0, -1) });
    const moments = fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(policies, moments, (policy, today) => {
        const { partitions, refreshedFrom } = layOutPartitions(
          { ...policy, mode: "import", source: undefined, polling: undefined },
          today,
        );
        partitions.slice(1).forEach(({ start }, index) => {
          expect(start).toBe(partitions[index]!.end);
        });
        expect(new Set(partitions.map(({ name }) => name)).size).toBe(partitions.length);
        const { start: from } = partitions[0]!;
        const { end: to } = partitions.at(-1)!;
        expect(to > today).toBe(policy.offset === 0);
        expect(from <= startOfPeriod(today, policy.stored.granularity)).toBe(true);
        const refreshed = partitions.filter(({ start }) => start >= refreshedFrom);
        expect(refreshed).toHaveLength(policy.refreshed.periods);
        for (const { start, end } of partitions) expect(end <= refreshedFrom || start >= refreshedFrom).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a policy", () => {
  it("is read from a model's properties, whose names have any case", () => {
    expect(
      readPolicy({
        policyType: "basic",
        rollingwindowgranularity: "Year",
        rollingWindowPeriods: "2",
        incrementalGranularity: "day",
        incrementalPeriods: "30",
        incrementalPeriodsOffset: "-1",
      }),
    ).toEqual(parsePolicy("store 2 years, refresh 30 days, complete"));
  });

  it.each([
    [{ rollingWindowPeriods: "2" }, "rollingWindowGranularity is missing"],
    [
      { rollingWindowGranularity: "hour" },
      'rollingWindowGranularity is "hour"; it is one of day, month, quarter, year',
    ],
    [{ rollingWindowGranularity: "day", rollingWindowPeriods: "0" }, 'rollingWindowPeriods is "0"'],
    [{ policyType: "auto" }, 'policyType is "auto"'],
    [{ rollingWindow: "2" }, 'a refresh policy has no property "rollingWindow"'],
  ])("of %j is refused, by name", (properties, message) => {
    expect(() => readPolicy(properties)).toThrow(message);
  });

  it.each(["store 3 years", "store three years, refresh 1 day", "store 3 weeks, refresh 1 day", ""])(
    "written %j is refused with the form to write",
    (text) => {
      expect(() => parsePolicy(text)).toThrow('write it as "store 3 years, refresh 10 days"');
    },
  );
});
