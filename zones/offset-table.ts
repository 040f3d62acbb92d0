import { IANAZone } from "luxon";

/** A stretch of time over which a zone's offset from UTC stays the same: `from` included, `to` excluded, in milliseconds. */
export type Span = {
  readonly from: number;
  readonly to: number;
  /** Milliseconds east of UTC, in whole seconds: clocks before standard time were not set by whole minutes. */
  readonly offsetMs: number;
  /** The offset as ISO-8601 writes it, without the seconds that only very old clocks have. */
  readonly offsetText: string;
};

/** The spans of one zone by instant. */
export type OffsetTable = (instantMs: number) => Span;

const secondMs = 1000;
// A block costs a third of a millisecond to find: reports touch one or two.
const blockMs = 400 * 86_400_000;
// No zone has changed its clock and changed it back within six days; a scan by single days over 1900–2100 finds nothing more.
const stepMs = 6 * 86_400_000;

/**
 * The spans of the named zone, found block by block when first asked for, and kept. A span may end where a block ends: two
 * neighbours can have the same offset. Throws RangeError for what is not an instant.
 */
export function createOffsetTable(zone: string): OffsetTable {
  const source = IANAZone.create(zone);
  const blocks = new Map<number, readonly Span[]>();
  const offsetAt = (instantMs: number): number => Math.round(source.offset(instantMs) * 60) * secondMs;
  // Most look-ups are near the one before: reports read chats in order.
  let last: Span = { from: 0, to: 0, offsetMs: 0, offsetText: "" };
  return (instantMs) => {
    if (instantMs >= last.from && instantMs < last.to) return last;
    const number = Math.floor(instantMs / blockMs);
    let block = blocks.get(number);
    if (block === undefined) {
      if (!(Math.abs(instantMs) <= 8.64e15 - blockMs)) throw new RangeError(`not an instant: ${instantMs}`);
      block = findSpans(number * blockMs, (number + 1) * blockMs, offsetAt);
      blocks.set(number, block);
    }
    last = block.find((span) => instantMs < span.to)!;
    return last;
  };
}

function findSpans(from: number, to: number, offsetAt: (instantMs: number) => number): readonly Span[] {
  const starts = [from];
  // Changes fall on whole seconds, and so do the bounds of blocks.
  const search = (low: number, lowOffset: number, high: number, highOffset: number): void => {
    if (lowOffset === highOffset) return;
    if (high - low === secondMs) {
      starts.push(high);
      return;
    }
    const middle = low + Math.floor((high - low) / 2 / secondMs) * secondMs;
    const middleOffset = offsetAt(middle);
    search(low, lowOffset, middle, middleOffset);
    search(middle, middleOffset, high, highOffset);
  };
  let lowOffset = offsetAt(from);
  for (let low = from; low < to; low += stepMs) {
    const high = Math.min(low + stepMs, to);
    const highOffset = offsetAt(high);
    search(low, lowOffset, high, highOffset);
    lowOffset = highOffset;
  }
  return starts
    .filter((start) => start < to)
    .map((start, index) => {
      const offsetMs = offsetAt(start);
      return { from: start, to: starts[index + 1] ?? to, offsetMs, offsetText: formatOffset(offsetMs) };
    });
}

function formatOffset(offsetMs: number): string {
  const minutes = Math.trunc(Math.abs(offsetMs) / 60_000);
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${digits(Math.trunc(minutes / 60))}:${digits(minutes % 60)}`;
}
