import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRange, resolveRange } from "../../connector/client/index.ts";
import { Engine } from "../../connector/engine/index.ts";
import { allZones, describeClocks, generateTree, readSources } from "../../connector/generate/index.ts";
import { reportNames, reports } from "../../emulator/catalogue/index.ts";
import { zoneClock } from "../../zones/index.ts";

const ranges = [
  "today",
  "yesterday",
  "last 1 day",
  "last 30 days",
  "week to date",
  "month to date",
  "quarter to date",
  "year to date",
  "previous week",
  "previous month",
  "previous quarter",
  "previous year",
];

let engine: Engine;

beforeAll(() => {
  // Every zone, where the shipped file has the usual ones.
  const tree = generateTree({
    reports: reportNames.map((name) => reports[name]),
    clocks: describeClocks(allZones()),
    sources: readSources(),
    address: "https://example.com",
    version: "0.0.0",
  });
  const text = new TextDecoder().decode(tree.get("Chime.pq"));
  engine = new Engine({
    extensions: [{ document: "Chime.pq", text, files: {} }],
    timeoutMilliseconds: 120_000,
  });
});
afterAll(() => engine.close());

/** A range as M gives it, in milliseconds since 1970. */
const mRange = `(range, zone, now) =>
  let
    since = (value) => Duration.TotalSeconds(DateTimeZone.RemoveZone(DateTimeZone.ToUtc(value)) - #datetime(1970, 1, 1, 0, 0, 0)) * 1000,
    result = Chime.DateRange(range, zone, DateTime.AddZone(#datetime(1970, 1, 1, 0, 0, 0) + #duration(0, 0, 0, now / 1000), 0))
  in
    {Number.Round(since(result[Start])), Number.Round(since(result[Stop]))}`;

type Case = { readonly range: string; readonly zone: string; readonly now: number };

async function resolvedByM(cases: readonly Case[]): Promise<unknown> {
  const list = cases.map(({ range, zone, now }) => `{"${range}", "${zone}", ${now}}`).join(", ");
  const outcome = await engine.evaluate(`let f = ${mRange} in List.Transform({${list}}, each f(_{0}, _{1}, _{2}))`);
  if (!outcome.ok) throw new Error(`${outcome.error.message} ${outcome.error.detail ?? ""}`);
  return outcome.value?.json;
}

function resolvedByTypeScript(cases: readonly Case[]): number[][] {
  return cases.map(({ range, zone, now }) => {
    const { startAt, stopAt } = resolveRange(parseRange(range), { zone, now });
    return [startAt, stopAt];
  });
}

describe("named date ranges", () => {
  it("give November 2020 in New York as the vendor's samples have it", async () => {
    const cases = [{ range: "previous-month", zone: "America/New_York", now: Date.parse("2020-12-15T12:00:00Z") }];
    expect(await resolvedByM(cases)).toEqual([
      [Date.parse("2020-11-01T04:00:00.000Z"), Date.parse("2020-12-01T04:59:59.999Z")],
    ]);
  });

  it("are the same in M and in TypeScript for every zone, on both sides of its last changes", async () => {
    const cases = allZones().flatMap((zone, index): Case[] => {
      const changes = zoneClock(zone).transitions(Date.UTC(1992, 0), Date.UTC(2037, 0));
      const instants = changes.slice(-2).flatMap(({ at }) => [at - 1, at]);
      return [...instants, Date.UTC(2026, 10, 22, 12)].map((now, position) => ({
        range: ranges[(index + position) % ranges.length]!,
        zone,
        now,
      }));
    });
    expect(cases.length).toBeGreaterThan(allZones().length);
    expect(await resolvedByM(cases)).toEqual(resolvedByTypeScript(cases));
  }, 120_000);

  it.each([
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Pacific/Apia",
  ])(
    "are all the same in M and in TypeScript on the hard days of %s",
    async (zone) => {
      const hard = [
        "2011-12-29T12:00:00Z",
        "2011-12-31T12:00:00Z",
        "2020-11-01T04:30:00Z",
        "2020-11-01T05:59:59.999Z",
        "2020-11-01T06:00:00Z",
        "2021-03-14T06:59:59.999Z",
        "2021-03-28T01:00:00Z",
        "2024-02-29T23:59:59.999Z",
        "2025-12-31T23:59:59.999Z",
        "2026-01-01T00:00:00Z",
      ].map((text) => Date.parse(text));
      const cases = hard.flatMap((now) => ranges.map((range) => ({ range, zone, now })));
      expect(await resolvedByM(cases)).toEqual(resolvedByTypeScript(cases));
    },
    60_000,
  );
});
