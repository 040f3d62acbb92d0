import { parseRange, resolveRange } from "../../connector/client/index.ts";
import { Engine } from "../../connector/engine/index.ts";
import { describeClocks, generateTree, readSources } from "../../connector/generate/index.ts";
import { reportNames, reports } from "../../emulator/catalogue/index.ts";
import { zoneClock } from "../../zones/index.ts";

/** Every named range but custom. */
export const ranges = [
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

/** Instants at which ranges are hard: around clock changes, skipped days, leap days and the turn of a year. */
export const hardInstants = [
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

/** An engine with a connector made for these zones. */
export function rangesEngine(zones: readonly string[]): Engine {
  const tree = generateTree({
    reports: reportNames.map((name) => reports[name]),
    clocks: describeClocks(zones),
    sources: readSources(),
    address: "https://example.com",
    version: "0.0.0",
  });
  const text = new TextDecoder().decode(tree.get("Chime.pq"));
  return new Engine({ extensions: [{ document: "Chime.pq", text, files: {} }], timeoutMilliseconds: 120_000 });
}

/** A range as M gives it, in milliseconds since 1970. */
const mRange = `(range, zone, now) =>
  let
    since = (value) => Duration.TotalSeconds(DateTimeZone.RemoveZone(DateTimeZone.ToUtc(value)) - #datetime(1970, 1, 1, 0, 0, 0)) * 1000,
    result = Chime.DateRange(range, zone, DateTime.AddZone(#datetime(1970, 1, 1, 0, 0, 0) + #duration(0, 0, 0, now / 1000), 0))
  in
    {Number.Round(since(result[Start])), Number.Round(since(result[Stop]))}`;

/** A range, a zone, and the instant that the range is counted from. */
export type RangeCase = { readonly range: string; readonly zone: string; readonly now: number };

/** The start and stop of each case as the connector's M gives them. */
export async function resolvedByM(engine: Engine, cases: readonly RangeCase[]): Promise<unknown> {
  const list = cases.map(({ range, zone, now }) => `{"${range}", "${zone}", ${now}}`).join(", ");
  const outcome = await engine.evaluate(`let f = ${mRange} in List.Transform({${list}}, each f(_{0}, _{1}, _{2}))`);
  if (!outcome.ok) throw new Error(`${outcome.error.message} ${outcome.error.detail ?? ""}`);
  return outcome.value?.json;
}

/** The start and stop of each case as the client gives them. */
export function resolvedByTypeScript(cases: readonly RangeCase[]): number[][] {
  return cases.map(({ range, zone, now }) => {
    const { startAt, stopAt } = resolveRange(parseRange(range), { zone, now });
    return [startAt, stopAt];
  });
}

/** On both sides of the last changes of zones' clocks, and at an instant of all: a range each, by turns. */
export function casesAtChanges(zones: readonly string[]): readonly RangeCase[] {
  return zones.flatMap((zone, index) => {
    const changes = zoneClock(zone).transitions(Date.UTC(1992, 0), Date.UTC(2037, 0));
    const instants = changes.slice(-2).flatMap(({ at }) => [at - 1, at]);
    return [...instants, Date.UTC(2026, 10, 22, 12)].map((now, position) => ({
      range: ranges[(index + position) % ranges.length]!,
      zone,
      now,
    }));
  });
}
