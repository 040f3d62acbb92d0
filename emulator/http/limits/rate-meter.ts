/** Counts how often callers call. */
export type RateMeter = {
  /** Takes a call of a caller: 0 when it may go on, else how many milliseconds it has to wait. */
  readonly take: (caller: string, nowMs: number) => number;
  /** How many callers are being remembered. */
  readonly size: () => number;
};

const mostCallers = 10_000;

/**
 * A meter that lets a caller have `perSecond` calls a second, and as many at once after a second of rest (at least one). Callers who
 * have rested that long are forgotten; of more than 10,000 the one seen first is, so that made-up keys cannot fill the memory.
 */
export function createRateMeter(perSecond: number): RateMeter {
  const most = Math.max(1, perSecond);
  // When a caller's allowance was how much; in order of their last call.
  const callers = new Map<string, { at: number; left: number }>();
  const leftOf = ({ at, left }: { at: number; left: number }, nowMs: number): number =>
    Math.min(most, left + ((nowMs - at) / 1000) * perSecond);

  return {
    take(caller, nowMs) {
      const known = callers.get(caller);
      const left = known === undefined ? most : leftOf(known, nowMs);
      callers.delete(caller);
      forget(nowMs);
      const mayGoOn = left >= 1;
      callers.set(caller, { at: nowMs, left: mayGoOn ? left - 1 : left });
      return mayGoOn ? 0 : ((1 - left) / perSecond) * 1000;
    },
    size: () => callers.size,
  };

  function forget(nowMs: number): void {
    for (const [caller, state] of callers) {
      if (callers.size < mostCallers && leftOf(state, nowMs) < most) return;
      callers.delete(caller);
    }
  }
}
