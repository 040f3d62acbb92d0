import { zoneClock } from "../../zones/index.ts";
import { block, identifier, textLiteral } from "./m-text.ts";

/** The clocks of zones by their names: the changes as `clockText` writes them, zones with the same clock under the same text. */
export type Clocks = ReadonlyMap<string, string>;

// A month on either side of 1990 to 2037, for days that begin in one year here and in another in UTC. Chime.ZoneSpans.pqm has the
// same two instants.
const fromMs = Date.UTC(1989, 11, 1);
const toMs = Date.UTC(2038, 1, 1);

/** The clocks of these zones, sorted by name, from the machine's own zone data. Throws RangeError for an unknown zone. */
export function describeClocks(zones: readonly string[]): Clocks {
  const names = [...new Set(zones)].sort((one, other) => (one < other ? -1 : 1));
  return new Map(names.map((name) => [name, clockText(name)]));
}

/**
 * A zone's clock as text: the offset at the start in minutes, then each change as `minutes since 1970:offset in minutes`, parted by
 * blanks. One text literal is read by a parser far faster than a list of numbers.
 */
function clockText(zone: string): string {
  const clock = zoneClock(zone);
  const changes = clock.transitions(fromMs, toMs).map(({ at, offsetMinutes }) => `${at / 60_000}:${offsetMinutes}`);
  return [clock.offsetAt(fromMs), ...changes].join(" ");
}

/** The members `Chime.Zones` (zone to number of its clock) and `Chime.Clocks`, each a name and an M expression. */
export function clockExpressions(clocks: Clocks): readonly { name: string; comment: string; expression: string }[] {
  const texts = [...new Set(clocks.values())];
  const zones = [...clocks].map(([zone, text]) => `${identifier(zone)} = ${texts.indexOf(text)}`);
  return [
    {
      name: "Chime.Zones",
      comment: "// The zones that this file knows, each with the number of its clock in Chime.Clocks.",
      expression: block("[", zones, "]"),
    },
    {
      name: "Chime.Clocks",
      comment:
        "// The clocks over 1990 to 2037: the first offset in minutes, then each change as minutes since 1970 and the offset from there.",
      expression: block("{", texts.map(textLiteral), "}"),
    },
  ];
}
