import { styleText } from "node:util";
import type { RefreshWatch, WorkItem } from "../run/options.ts";
import type { PartitionResult } from "../run/result.ts";
import { printNumber, printTime } from "./amounts.ts";

/** Where progress is shown. */
export type Screen = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/**
 * Shows how a refresh goes on: on a terminal a line for each table or partition, with what is under way below them, drawn anew as it
 * changes; elsewhere a line for each that is done.
 */
export function showProgress(screen: Screen, hasColour: boolean): RefreshWatch & { readonly end: () => void } {
  const underWay = new Map<string, { readonly item: WorkItem; rows: number }>();
  let all = 0;
  let done = 0;
  let drawn = 0;
  let drawnAt = 0;
  const isLive = screen.isTTY === true;
  const paint = (format: "green" | "red" | "dim", text: string): string =>
    hasColour ? styleText(format, text, { validateStream: false }) : text;
  const clear = (): void => {
    if (drawn > 0) screen.write(`\u001B[${drawn}A\u001B[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    const width = (screen.columns ?? 80) - 1;
    const lines = [...underWay.values()].map(({ item, rows }) => `${nameOf(item)}: ${printNumber(rows, "row")} …`);
    lines.push(`${done} of ${all} done`);
    for (const line of lines) screen.write(`${paint("dim", line.slice(0, width))}\n`);
    drawn = lines.length;
    drawnAt = performance.now();
  };
  const redraw = (): void => {
    if (!isLive) return;
    clear();
    draw();
  };
  return {
    onPlan: (items) => {
      all = items.length;
      redraw();
    },
    onBegin: (item) => {
      underWay.set(nameOf(item), { item, rows: 0 });
      redraw();
    },
    onProgress: (item, rows) => {
      const line = underWay.get(nameOf(item));
      if (line) line.rows = rows;
      if (performance.now() - drawnAt > shortestRedraw) redraw();
    },
    onEnd: (item, result) => {
      underWay.delete(nameOf(item));
      done++;
      if (isLive) clear();
      screen.write(`${printEnd(item, result, paint)}\n`);
      if (isLive) draw();
    },
    end: () => {
      if (isLive) clear();
    },
  };
}

/** Milliseconds between two drawings of growing counts. */
const shortestRedraw = 100;

function nameOf({ table, partition }: WorkItem): string {
  return partition === undefined ? table : `${table} ${partition}`;
}

function printEnd(
  item: WorkItem,
  { fate, rows, requests, retries, milliseconds }: PartitionResult,
  paint: (format: "green" | "red", text: string) => string,
): string {
  if (fate === "failed") return `${nameOf(item)}: ${paint("red", "failed")}, ${printTime(milliseconds)}`;
  const again = retries === 0 ? "" : `, ${retries} again`;
  const amounts = `${printNumber(rows, "row")}, ${printNumber(requests, "request")}${again}, ${printTime(milliseconds)}`;
  return `${nameOf(item)}: ${paint("green", fate)}, ${amounts}`;
}
