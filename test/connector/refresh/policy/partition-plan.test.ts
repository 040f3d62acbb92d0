import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  planPartitions,
  type KnownPartition,
  type PartitionPlan,
} from "../../../../connector/refresh/policy/partition-plan.ts";
import { clockIn, granularities } from "../../../../connector/refresh/policy/period.ts";
import { parsePolicy, type RefreshPolicy } from "../../../../connector/refresh/policy/policy.ts";
import { wasOver } from "../../../../connector/refresh/run/load-unit.ts";
import { zoneClock } from "../../../../zones/index.ts";

/** A refresh without a network: whatever is planned to be loaded is loaded, completely when its end has passed. */
function refreshed(plan: PartitionPlan, today: number): KnownPartition[] {
  return plan.partitions.map(({ name, start, end, parts }) => ({
    name,
    start,
    end,
    parts: parts.map((part) =>
      part.kind === "kept" ? part.part : { ...part.range, isComplete: part.range.end <= today, rows: 0 },
    ),
  }));
}

function loads(plan: PartitionPlan): string[] {
  return plan.partitions.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "load" ? [part.range.name] : [])),
  );
}

describe("the next refresh", () => {
  const policy = parsePolicy("store 1 year, refresh 2 days");
  const at = (text: string): number => Date.parse(`${text}Z`);

  it("loads everything the first time", () => {
    const plan = planPartitions(policy, at("2021-02-02T09:00"), []);
    expect(loads(plan)).toEqual(plan.partitions.map(({ name }) => name));
  });

  it("loads the refresh window only, when it comes a day later", () => {
    const first = refreshed(planPartitions(policy, at("2021-02-02T09:00"), []), at("2021-02-02T09:00"));
    expect(loads(planPartitions(policy, at("2021-02-03T09:00"), first))).toEqual(["2021Q10202", "2021Q10203"]);
  });

  it("merges the days of a month that has closed without a call, and drops what is too old", () => {
    const first = refreshed(planPartitions(policy, at("2021-12-31T09:00"), []), at("2021-12-31T09:00"));
    const plan = planPartitions(policy, at("2022-01-03T09:00"), first);
    // The last day of the year was not over when it was loaded, and the first one of the new year is new.
    expect(loads(plan)).toEqual(["2021Q41231", "2022Q10101", "2022Q10102", "2022Q10103"]);
    const year = plan.partitions.find(({ name }) => name === "2021")!;
    expect(year.mergedFrom).toBeGreaterThan(30);
    expect(plan.dropped.map(({ name }) => name)).toEqual(["2020"]);
  });

  it("loads once more what was not over when it was loaded and has left the window", () => {
    const daily = parsePolicy("store 1 year, refresh 1 day");
    const first = refreshed(planPartitions(daily, at("2021-02-02T09:00"), []), at("2021-02-02T09:00"));
    const second = planPartitions(daily, at("2021-02-03T09:00"), first);
    expect(loads(second)).toEqual(["2021Q10202", "2021Q10203"]);
    expect(loads(planPartitions(daily, at("2021-02-03T10:00"), refreshed(second, at("2021-02-03T09:00"))))).toEqual([
      "2021Q10203",
    ]);
  });

  it("loads a whole period of which a part was never loaded", () => {
    const first = refreshed(planPartitions(policy, at("2021-02-10T09:00"), []), at("2021-02-10T09:00"));
    expect(loads(planPartitions(policy, at("2021-03-15T09:00"), first))).toContain("2021Q102");
  });
});

/** Queries read the range as a clock of some zone; each row comes at its own instant and is never changed. */
describe("the partitions of any policy, over refreshes at any instants in any zone", () => {
  const zones = ["UTC", "America/New_York", "Europe/Berlin", "Pacific/Auckland", "Asia/Kathmandu", "America/St_Johns"];
  const day = 86_400_000;

  it("hold every row of the stored window that was there, once", () => {
    const span = (most: number) =>
      fc.record({ granularity: fc.constantFrom(...granularities), periods: fc.integer({ min: 1, max: most }) });
    const cases = fc.record({
      stored: span(6),
      refreshed: span(4),
      offset: fc.constantFrom(0, -1),
      zone: fc.constantFrom(...zones),
      readAs: fc.constantFrom(...zones),
      folds: fc.boolean(),
      from: fc.integer({ min: Date.UTC(2018, 0), max: Date.UTC(2022, 0) }),
      steps: fc.array(fc.integer({ min: 60_000, max: 45 * day }), { minLength: 1, maxLength: 6 }),
      rows: fc.array(fc.integer({ min: -900 * day, max: 200 * day }), { minLength: 20, maxLength: 120 }),
    });
    fc.assert(
      fc.property(cases, ({ zone, readAs, folds, from, steps, rows, ...rest }) => {
        // A query that fetches everything reads the range in the zone of the refresh, or the refresh cannot know when it was over.
        const reading = folds ? readAs : zone;
        const policy: RefreshPolicy = { ...rest, mode: "import", source: undefined, polling: undefined };
        const instants = rows.map((row) => from + row);
        const contents = new Map<string, number[]>();
        let known: readonly KnownPartition[] = [];
        let now = from;
        for (const step of [0, ...steps]) {
          now += step;
          const plan = planPartitions(policy, clockIn(zone, now), known);
          known = plan.partitions.map(({ name, start, end, parts }) => ({
            name,
            start,
            end,
            parts: parts.map((part) => {
              if (part.kind === "kept") return part.part;
              const bounds = [part.range.start, part.range.end].map((moment) => toInstant(reading, moment));
              const found = instants.filter((at) => at >= bounds[0]! && at < bounds[1]! && at <= now);
              contents.set(`${part.range.start}-${part.range.end}`, found);
              const url = `http://x/?stop=${new Date(bounds[1]! - 1).toISOString()}`;
              const calls = folds ? [{ url } as Parameters<typeof wasOver>[3][number]] : [];
              return { ...part.range, isComplete: wasOver(part.range, now, zone, calls), rows: found.length };
            }),
          }));
          const first = known[0]!;
          const last = known.at(-1)!;
          const [lowest, highest] = [first.start, last.end].map((moment) => toInstant(reading, moment));
          const truth = instants.filter((at) => at >= lowest! && at < highest! && at <= now);
          const held = known.flatMap(({ parts }) =>
            parts.flatMap(({ start, end }) => contents.get(`${start}-${end}`)!),
          );
          expect(held.sort()).toEqual(truth.sort());
        }
      }),
      { numRuns: 600 },
    );
  });

  /** The instant at which a zone's clock reads a midnight, or has passed it where it is skipped. */
  function toInstant(zone: string, moment: number): number {
    return zoneClock(zone).startOfDay(new Date(moment).toISOString().slice(0, 10));
  }
});
