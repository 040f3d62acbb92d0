/** A date or date-time as written: the clock's reading as if it were UTC, and the offset, if one was written. */
export type LocalText = {
  readonly localMs: number;
  /** Milliseconds east of UTC; `undefined` when the text names none. */
  readonly offsetMs: number | undefined;
  /** Whether only a date was written: its start is meant, which need not be midnight. */
  readonly isDate: boolean;
};

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/;

/**
 * Reads an ISO-8601 date (`2020-11-01`) or date-time (`2020-11-01T04:00:00.000Z`, `…+01:00`, `…+0100`, or without an offset);
 * `undefined` for anything else, and for a day or hour that no calendar has. Digits past the milliseconds are cut off.
 */
export function readLocalText(text: string): LocalText | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, utc, sign, offsetHour, offsetMinute] = match;
  const dayMs = dayToMs(`${year}-${month}-${day}`);
  if (dayMs === undefined) return undefined;
  if (hour === undefined) return { localMs: dayMs, offsetMs: undefined, isDate: true };
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = Number((fraction ?? "0").padEnd(3, "0").slice(0, 3));
  const localMs = dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  if (utc !== undefined) return { localMs, offsetMs: 0, isDate: false };
  if (sign === undefined) return { localMs, offsetMs: undefined, isDate: false };
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return { localMs, offsetMs: sign === "-" ? -offsetMs : offsetMs, isDate: false };
}

/** Midnight of a day like `2020-11-01` as if it were UTC, in milliseconds; `undefined` when the calendar has no such day. */
export function dayToMs(dayOn: string): number | undefined {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(dayOn) ? Date.parse(`${dayOn}T00:00:00.000Z`) : Number.NaN;
  // The built-in reader takes 30 February for 1 March.
  return Number.isNaN(ms) || msToDay(ms) !== dayOn ? undefined : ms;
}

/** The day, like `2020-11-01`, of a clock's reading in milliseconds as if it were UTC. */
export function msToDay(localMs: number): string {
  return new Date(localMs).toISOString().slice(0, -14);
}
