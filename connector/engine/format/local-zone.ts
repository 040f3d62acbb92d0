import {
  addTicks,
  DateTimeZoneValue,
  ticksPerMinute,
  toUnixMilliseconds,
  type DateTimeValue,
} from "../values/temporal.ts";

/** The local zone: minutes east of UTC at an instant in milliseconds since 1970 (`Host.localOffsetAt`). */
export type LocalOffset = (instant: number) => number;

/** The local zone, and the day that the local clock shows. */
export type LocalClock = {
  readonly localOffsetAt: LocalOffset;
  /** In days since 0001-01-01. A text without a year is of this day's; where there is no such day, it says no date. */
  readonly today?: () => number;
};

const day = 86_400_000;

/**
 * A reading of the local clock with the offset that holds there. A reading that comes twice when the clocks go back, or never when
 * they go forward, takes the offset of standard time.
 */
export function atLocalZone(reading: DateTimeValue, localOffsetAt: LocalOffset): DateTimeZoneValue {
  const asUtc = toUnixMilliseconds(reading);
  const offsets = [localOffsetAt(asUtc - day), localOffsetAt(asUtc + day)];
  const holding = offsets.filter((offset) => localOffsetAt(asUtc - offset * 60_000) === offset);
  return new DateTimeZoneValue(reading, Math.min(...(holding.length === 0 ? offsets : holding)));
}

/** The same instant as the local clock shows it (`DateTimeZone.ToLocal`). */
export function toLocalZone(value: DateTimeZoneValue, localOffsetAt: LocalOffset): DateTimeZoneValue {
  const { utc } = value;
  const offset = localOffsetAt(toUnixMilliseconds(utc));
  return new DateTimeZoneValue(addTicks(utc, 0, offset * ticksPerMinute), offset);
}
