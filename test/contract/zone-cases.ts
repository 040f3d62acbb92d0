import { IANAZone } from "luxon";
import { expect } from "vitest";
import { Engine } from "../../connector/engine/index.ts";
import { describeClocks, generateTree, readSources } from "../../connector/generate/index.ts";
import { reportNames, reports } from "../../emulator/catalogue/index.ts";
import { zoneClock } from "../../zones/index.ts";

const from = Date.UTC(1990, 0, 2);
const to = Date.UTC(2037, 11, 30);

/** An engine with `ChimeZones.pq`, the file that people copy, made for these zones. */
export function zonesEngine(zones: readonly string[]): Engine {
  const tree = generateTree({
    reports: reportNames.map((name) => reports[name]),
    clocks: describeClocks(zones),
    sources: readSources(),
    address: "https://example.com",
    version: "0.0.0",
  });
  const text = new TextDecoder().decode(tree.get("ChimeZones.pq"));
  return new Engine({
    sections: [{ document: "ChimeZones.pq", text: `section Copied; shared ChimeZones = ${text};` }],
    timeoutMilliseconds: 300_000,
  });
}

/** What the functions say of a zone: the offset at instants, the instants of local times, and the starts of day, week and month. */
const asked = `(zone, instants, locals) =>
  let
    epoch = #datetime(1970, 1, 1, 0, 0, 0),
    read = (ms) => epoch + #duration(0, 0, 0, ms / 1000),
    since = (value) => Number.Round(Duration.TotalSeconds(DateTimeZone.RemoveZone(DateTimeZone.ToUtc(value)) - epoch) * 1000),
    offset = (value) => DateTimeZone.ZoneHours(value) * 60 + DateTimeZone.ZoneMinutes(value),
    points = List.Buffer(List.Transform(instants, each DateTime.AddZone(read(_), 0)))
  in
    [
      offsets = List.Transform(points, each offset(ChimeZones[ToZone](_, zone))),
      sameInstants = List.MatchesAll(points, each ChimeZones[ToZone](_, zone) = _),
      utc = List.Transform(locals, each since(ChimeZones[ToUtc](read(_), zone))),
      days = List.Transform(points, each since(ChimeZones[StartOfDay](_, zone))),
      weeks = List.Transform(points, each since(ChimeZones[StartOfWeek](_, zone))),
      months = List.Transform(points, each since(ChimeZones[StartOfMonth](_, zone)))
    ]`;

type Answers = Record<"offsets" | "utc" | "days" | "weeks" | "months", number[]> & { sameInstants: boolean };

/** The instants around every change of a zone's clock: its last millisecond and its first, and an hour and a half to either side. */
export function instantsAroundChanges(zone: string): number[] {
  return zoneClock(zone)
    .transitions(from, to)
    .flatMap(({ at }) => [at - 5_400_000, at - 1, at, at + 5_400_000])
    .filter((at) => at > from && at < to);
}

/** So many instants of 1990 to 2037, the same ones for the same seed. */
export function randomInstants(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    // The generator of Numerical Recipes: 32 bits, good enough to fall on any hour of any day.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * (to - from));
  });
}

/** Asserts that M says of a zone at these instants what luxon says. Local times are those that the clock shows just then. */
export async function expectSameAsLuxon(engine: Engine, zone: string, instants: readonly number[]): Promise<void> {
  const luxon = IANAZone.create(zone);
  const clock = zoneClock(zone);
  // The clock's readings, and those an hour later, which around a change are skipped or shown twice.
  const locals = instants.map((at, index) => at + luxon.offset(at) * 60_000 + (index % 2) * 3_600_000);
  const outcome = await engine.evaluate(
    `(${asked})("${zone}", {${instants.join(", ")}}, {${locals.join(", ")}})`,
    zone,
  );
  if (!outcome.ok) throw new Error(`${zone}: ${outcome.error.message} ${outcome.error.detail ?? ""}`);
  const answers = outcome.value?.json as Answers;
  const days = instants.map((at) => clock.dayOf(at));
  const startOf = (move: (day: Date) => void): number[] =>
    days.map((day) => {
      const moved = new Date(`${day}T00:00:00Z`);
      move(moved);
      return clock.startOfDay(moved.toISOString().slice(0, 10));
    });
  expect(answers.sameInstants, zone).toBe(true);
  expect(answers.offsets, zone).toEqual(instants.map((at) => luxon.offset(at)));
  expect(answers.utc, zone).toEqual(locals.map((local) => clock.toUtc(local)));
  expect(answers.days, zone).toEqual(startOf(() => undefined));
  expect(answers.weeks, zone).toEqual(startOf((day) => day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))));
  expect(answers.months, zone).toEqual(startOf((day) => day.setUTCDate(1)));
}
