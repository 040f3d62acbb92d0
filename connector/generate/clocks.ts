import { zoneClock } from "../../zones/index.ts";
import { block, identifier, textLiteral } from "./m-text.ts";

/** The clocks of zones by their names: the changes as `clockText` writes them, zones with the same clock under the same text. */
export type Clocks = ReadonlyMap<string, string>;

// A month on either side of 1990 to 2037, for days that begin in one year here and in another in UTC. Chime.ReadClock.pqm has the
// same two instants.
const fromMs = Date.UTC(1989, 11, 1);
const toMs = Date.UTC(2038, 1, 1);

/** The clocks of these zones, sorted by name, from the machine's own zone data. Throws RangeError for an unknown zone. */
export function describeClocks(zones: readonly string[]): Clocks {
  const names = [...new Set(zones)].sort((one, other) => (one < other ? -1 : 1));
  return new Map(names.map((name) => [name, clockText(name)]));
}

/**
 * A zone's clock as text: the offset at the start in minutes, then each change, parted by blanks: the hours since the change before
 * (the first: since 1989-12-01; `hours:minutes` when they are not whole), `+` or `-`, and by how many minutes, which are left out
 * when they are 60. Counted so, zones that follow one rule have the same changes whatever their offsets.
 */
function clockText(zone: string): string {
  const clock = zoneClock(zone);
  let [at, offset] = [fromMs, clock.offsetAt(fromMs)];
  const words = [String(offset)];
  for (const change of clock.transitions(fromMs, toMs)) {
    const moved = change.offsetMinutes - offset;
    const size = Math.abs(moved) === 60 ? "" : String(Math.abs(moved));
    words.push(`${hoursText((change.at - at) / 60_000)}${moved < 0 ? "-" : "+"}${size}`);
    [at, offset] = [change.at, change.offsetMinutes];
  }
  return words.join(" ");
}

function hoursText(minutes: number): string {
  const rest = minutes % 60;
  return `${(minutes - rest) / 60}${rest === 0 ? "" : `:${rest}`}`;
}

/** The members `Chime.Zones` (zone to the spans of its clock) and `Chime.Clocks`, each a name and an M expression. */
export function clockExpressions(clocks: Clocks): readonly { name: string; comment: string; expression: string }[] {
  const texts = [...new Set(clocks.values())];
  const zones = [...clocks].map(([zone, text]) => `${identifier(zone)} = Chime.ReadClock(${texts.indexOf(text)})`);
  return [
    {
      name: "Chime.Zones",
      comment: "// The zones that this file knows. A field is read once, and only when its zone is asked for.",
      expression: block("[", zones, "]"),
    },
    {
      name: "Chime.Clocks",
      comment: "// The clocks over 1990 to 2037, as Chime.ReadClock reads them.",
      expression: block("{", packClocks(texts).map(textLiteral), "}"),
    },
  ];
}

/** Shorter than this, a reference saves nothing. */
const shortestRun = 4;

type Place = { readonly clock: number; readonly first: number };

/**
 * Clock texts with runs of changes that an earlier clock spells out itself put as `@clock:first:count`, counted among the changes
 * spelled out there. References never lead to references, so that reading a clock reads few others.
 */
export function packClocks(texts: readonly string[]): readonly string[] {
  const spelled: string[][] = [];
  // Where each run of the shortest length stands: comparing every place with every other takes seconds for all zones.
  const places = new Map<string, Place[]>();
  const keyAt = (words: readonly string[], first: number): string => words.slice(first, first + shortestRun).join(" ");
  return texts.map((text, clock) => {
    const [offset = "", ...changes] = text.split(" ");
    const own: string[] = [];
    const words = [offset];
    for (let index = 0; index < changes.length;) {
      const run = (places.get(keyAt(changes, index)) ?? [])
        .map((place) => ({
          ...place,
          count: countSame(changes.slice(index), spelled[place.clock]!.slice(place.first)),
        }))
        .reduce((longest, next) => (next.count > longest.count ? next : longest), { clock: 0, first: 0, count: 0 });
      if (run.count >= shortestRun) {
        words.push(`@${run.clock}:${run.first}:${run.count}`);
        index += run.count;
      } else {
        words.push(changes[index]!);
        own.push(changes[index]!);
        index++;
      }
    }
    spelled.push(own);
    for (let first = 0; first + shortestRun <= own.length; first++) {
      const key = keyAt(own, first);
      places.set(key, [...(places.get(key) ?? []), { clock, first }]);
    }
    return words.join(" ");
  });
}

/** How many items two lists have in common from their beginnings on. */
function countSame(one: readonly string[], other: readonly string[]): number {
  const differing = one.findIndex((item, index) => item !== other[index]);
  return differing < 0 ? one.length : differing;
}
