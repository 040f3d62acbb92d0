import { setImmediate } from "node:timers/promises";
import { reports, type Column, type ReportName } from "../catalogue/index.ts";
import { computeReport } from "../reports/index.ts";
import type { Store, Window } from "../store/index.ts";
import { zoneClock, type ZoneClock } from "../../zones/index.ts";
import type { Chunk } from "./answer.ts";
import { writeCsv, writeJson, type Row } from "./cells.ts";

/** A report to be made, as plain data that crosses threads. Whether the caller may read the queues was decided before. */
export type ReportJob = {
  readonly name: ReportName;
  readonly queueIds: readonly number[];
  readonly window: Window;
  readonly zone: string;
  readonly isCsv: boolean;
};

/** The bytes of a report, in chunks. Nothing is computed before the first one is asked for. */
export function* composeReport(store: Store, job: ReportJob): Generator<Chunk, void> {
  const clock = zoneClock(job.zone);
  const { name, queueIds, window, isCsv } = job;
  const rows = computeReport(name, { store, queueIds, window, clock });
  yield* writeTable(reports[name].columns, rows, isCsv, clock);
}

const chunkLength = 64 * 1024;
const utf8 = new TextEncoder();

/** Rows as JSON or CSV, in chunks of about 64 KiB: the same rows in the same order. */
export function* writeTable(
  columns: readonly Column[],
  rows: Iterable<Row>,
  isCsv: boolean,
  clock: ZoneClock,
): Generator<Chunk, void> {
  let rowsInChunk = 0;
  function* count(): Generator<Row, void> {
    for (const row of rows) {
      rowsInChunk++;
      yield row;
    }
  }
  let text = "";
  for (const piece of (isCsv ? writeCsv : writeJson)(columns, count(), clock)) {
    text += piece;
    if (text.length < chunkLength) continue;
    yield { bytes: utf8.encode(text), rows: rowsInChunk };
    text = "";
    rowsInChunk = 0;
  }
  if (text !== "") yield { bytes: utf8.encode(text), rows: rowsInChunk };
}

/** Chunks made on this thread, where other calls get their turn between two of them. */
export async function* takeTurns(chunks: Iterable<Chunk>): AsyncGenerator<Chunk, void> {
  for (const chunk of chunks) {
    yield chunk;
    await setImmediate();
  }
}
