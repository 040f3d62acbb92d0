import { IANAZone } from "luxon";
import { dayToMs, msToDay, readLocalText } from "./local-text.ts";
import { createOffsetTable, type OffsetTable, type Span } from "./offset-table.ts";

/** One local day: `startAt` is its first instant, `nextAt` the first one of the day after, in milliseconds. */
type LocalDay = {
  /** The day as its calendar has it: `2020-11-01`. */
  readonly dayOn: string;
  readonly startAt: number;
  readonly nextAt: number;
};

/** A change of a clock: from the instant `at` on, it is `offsetMinutes` east of UTC. */
type Transition = { readonly at: number; readonly offsetMinutes: number };

/** What the clock of one zone does. Instants are milliseconds since 1970 UTC; days are text like `2020-11-01`. */
export type ZoneClock = {
  /** The zone's name, spelled as it was first asked for. */
  readonly name: string;
  /** Minutes east of UTC; with a fraction only for clocks from before standard time. */
  offsetAt(instantMs: number): number;
  /**
   * The first instant of a local day: from it on the clock never shows an earlier day again. Where midnight was skipped, the
   * first instant after it; where the whole day was skipped (Samoa, 2011-12-30), the start of the next one that there was.
   * Throws RangeError for what is not a day.
   */
  startOfDay(dayOn: string): number;
  /**
   * The local day that an instant belongs to, so that `startOfDay` of it is not later and of the next one not earlier. It is the
   * date the clock shows, but for the minute in which a clock that is set back at 00:01 shows the new day too soon.
   */
  dayOf(instantMs: number): string;
  /** The local days that [startAt, stopAt], both included, touches, whole and in order; skipped days are not among them. */
  days(startAt: number, stopAt: number): Generator<LocalDay, void>;
  /** ISO-8601 with offset and milliseconds: `2020-11-01T00:00:00.000-04:00`; UTC as `+00:00`. */
  formatInstant(instantMs: number): string;
  /**
   * The instant that an ISO-8601 date or date-time means; without an offset it is read on this zone's clock (a date: the start of
   * that day). `undefined` for any other text.
   */
  parseInstant(text: string): number | undefined;
  /**
   * The instant at which the clock shows a local time, given in milliseconds as if it were UTC. A time shown twice is the first
   * of the two; one that is skipped moves forward by the gap, as if the clock had not been changed yet.
   */
  toUtc(localMs: number): number;
  /** What the clock shows, in milliseconds as if it were UTC. */
  toLocal(instantMs: number): number;
  /** The changes of the clock in [fromMs, toMs), in order. */
  transitions(fromMs: number, toMs: number): readonly Transition[];
};

const dayMs = 86_400_000;
// Clocks before standard time differed from UTC by up to 15 hours 13 minutes.
const farthestOffsetMs = 16 * 3_600_000;

const clocks = new Map<string, ZoneClock>();

/** Whether this is the name of an IANA zone that the machine knows, in any case; a bare offset such as `+01:00` is not. */
export function isZone(name: string): boolean {
  return clocks.has(name.toLowerCase()) || (/^[A-Za-z]/.test(name) && IANAZone.isValidZone(name));
}

/** The clock of a zone, made once a zone. Throws RangeError, naming the zone, when `isZone` says no. */
export function zoneClock(zone: string): ZoneClock {
  const key = zone.toLowerCase();
  const known = clocks.get(key);
  if (known !== undefined) return known;
  if (!isZone(zone)) throw new RangeError(`unknown zone "${zone}": use an IANA name such as America/New_York`);
  const clock = createClock(zone, createOffsetTable(zone));
  clocks.set(key, clock);
  return clock;
}

function createClock(name: string, spanAt: OffsetTable): ZoneClock {
  const toLocal = (instantMs: number): number => instantMs + spanAt(instantMs).offsetMs;

  const startOf = (midnightMs: number): number => {
    // Back through the spans, as long as all of a span is in the day or after it.
    let span = spanAt(midnightMs + farthestOffsetMs);
    while (midnightMs - span.offsetMs <= span.from) span = spanAt(span.from - 1);
    return Math.min(midnightMs - span.offsetMs, span.to);
  };

  const toUtc = (localMs: number): number => {
    let before: Span | undefined;
    let span = spanAt(localMs - farthestOffsetMs);
    while (localMs - span.offsetMs >= span.to) {
      before = span;
      span = spanAt(span.to);
    }
    const isSkipped = before !== undefined && localMs - span.offsetMs < span.from;
    return localMs - (isSkipped ? before!.offsetMs : span.offsetMs);
  };

  const midnightOf = (instantMs: number): number => {
    const span = spanAt(instantMs);
    const midnightMs = Math.floor((instantMs + span.offsetMs) / dayMs) * dayMs;
    const mayBeSetBack = span.to - instantMs < dayMs && spanAt(span.to).offsetMs < span.offsetMs;
    return mayBeSetBack && instantMs < startOf(midnightMs) ? midnightMs - dayMs : midnightMs;
  };

  return {
    name,
    toLocal,
    toUtc,
    offsetAt: (instantMs) => spanAt(instantMs).offsetMs / 60_000,
    startOfDay(dayOn) {
      const midnightMs = dayToMs(dayOn);
      if (midnightMs === undefined) throw new RangeError(`not a day: "${dayOn}"`);
      return startOf(midnightMs);
    },
    dayOf: (instantMs) => msToDay(midnightOf(instantMs)),
    *days(startAt, stopAt) {
      let midnightMs = midnightOf(startAt);
      let dayStartAt = startOf(midnightMs);
      while (dayStartAt <= stopAt) {
        const nextAt = startOf(midnightMs + dayMs);
        if (nextAt > dayStartAt) yield { dayOn: msToDay(midnightMs), startAt: dayStartAt, nextAt };
        midnightMs += dayMs;
        dayStartAt = nextAt;
      }
    },
    formatInstant(instantMs) {
      const span = spanAt(instantMs);
      return new Date(instantMs + span.offsetMs).toISOString().slice(0, -1) + span.offsetText;
    },
    parseInstant(text) {
      const read = readLocalText(text);
      if (read === undefined) return undefined;
      if (read.offsetMs !== undefined) return read.localMs - read.offsetMs;
      return read.isDate ? startOf(read.localMs) : toUtc(read.localMs);
    },
    transitions(fromMs, toMs) {
      const found: Transition[] = [];
      let before = spanAt(fromMs - 1);
      for (let span = spanAt(fromMs); span.from < toMs; span = spanAt(span.to)) {
        if (span.offsetMs !== before.offsetMs) found.push({ at: span.from, offsetMinutes: span.offsetMs / 60_000 });
        before = span;
      }
      return found;
    },
  };
}
