const bytesPerMegabyte = 1024 * 1024;

/** How many evaluations of this process run now: each may take its share of its memory. */
let running = 0;

/**
 * Watches the memory of the process while an evaluation runs and calls `onExceeded`, once, when it has grown by more than that
 * evaluation may use, garbage that is not collected yet included. V8's own limit ends a thread less gently: where one allocation
 * goes far beyond it, it ends the whole process. Returns what ends the watch.
 */
export function watchMemory(megabytes: number, onExceeded: () => void): () => void {
  const before = process.memoryUsage.rss();
  running++;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - before < megabytes * garbageFactor * bytesPerMegabyte * running) return;
    clearInterval(timer);
    onExceeded();
  }, 25);
  return () => {
    clearInterval(timer);
    running--;
  };
}

/** How much more than what is in use a heap may hold before it is collected. */
const garbageFactor = 1.5;

/** The limit to give V8, which is to be the last resort only. */
export function hardLimit(megabytes: number): number {
  return megabytes * 3 + 512;
}
