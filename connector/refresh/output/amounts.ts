/** Bytes for people: `1.5 kB`. */
export function printSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Milliseconds for people: `340 ms`, `1.2 s`. */
export function printTime(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A count for people: `12,345`. */
export function printCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** Something and how often: `1 row`, `2 rows`. */
export function printNumber(count: number, noun: string): string {
  return `${printCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
