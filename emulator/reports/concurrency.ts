/** A span of time: from `from` on, up to but without `to`. */
export type Span = { readonly from: number; readonly to: number };

/** The part of a span inside another; empty spans (`from` not before `to`) are nothing. */
export function clip(span: Span, within: Span): Span {
  return { from: Math.max(span.from, within.from), to: Math.min(span.to, within.to) };
}

/** What went on at once in a stretch of time. */
export type Concurrency = {
  /** The most spans at one instant. */
  readonly most: number;
  /** The first instant with that many; null when there was none at all. */
  readonly mostAt: number | null;
  /** The spans' parts inside, added up. */
  readonly totalMs: number;
};

/**
 * A sweep over spans: each call tells of the next stretch of time. Stretches must come in order and without overlap; two spans of
 * which one ends when the other begins do not go on at once.
 */
export function createSweep(spans: readonly Span[]): (stretch: Span) => Concurrency {
  const real = spans.filter(({ from, to }) => from < to);
  const starts = Float64Array.from(real, ({ from }) => from).sort();
  const ends = Float64Array.from(real, ({ to }) => to).sort();
  let started = 0;
  let ended = 0;
  const skipTo = (at: number): void => {
    while (started < starts.length && starts[started]! <= at) started++;
    while (ended < ends.length && ends[ended]! <= at) ended++;
  };
  return ({ from, to }) => {
    let most = 0;
    let mostAt: number | null = null;
    let totalMs = 0;
    let at = from;
    while (at < to) {
      skipTo(at);
      const current = started - ended;
      if (current > most) {
        most = current;
        mostAt = at;
      }
      const next = Math.min(starts[started] ?? Infinity, ends[ended] ?? Infinity, to);
      totalMs += current * (next - at);
      at = next;
    }
    return { most, mostAt, totalMs };
  };
}

/** The stretches covered by at least one span, in order. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || from > last.to) merged.push({ from, to });
    else last.to = Math.max(last.to, to);
  }
  return merged;
}

/** How long two lists of merged stretches overlap. */
export function overlapMs(a: readonly Span[], b: readonly Span[]): number {
  let total = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const { from, to } = clip(a[i]!, b[j]!);
    total += Math.max(0, to - from);
    if (a[i]!.to < b[j]!.to) i++;
    else j++;
  }
  return total;
}
