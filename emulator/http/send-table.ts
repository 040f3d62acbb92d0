import type { Request, Response } from "express";
import type { Column } from "../catalogue/index.ts";
import type { ZoneClock } from "../../zones/index.ts";
import { sendPieces } from "./answer.ts";
import { callOf, type Call } from "./call.ts";
import { writeCsv, writeJson, type Row } from "./cells.ts";

/** What a table is answered with. */
export type Table = {
  /** The name of the file that CSV is offered as, without `.csv`. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row>;
  readonly isCsv: boolean;
  /** The clock whose offsets instants are written with. */
  readonly clock: ZoneClock;
};

/** Answers with a table as JSON or CSV: the same rows in the same order, streamed. */
export async function sendTable(req: Request, res: Response, table: Table): Promise<void> {
  const rows = countRows(callOf(res), table.rows);
  if (!table.isCsv) {
    await sendPieces(req, res, "application/json; charset=utf-8", writeJson(table.columns, rows, table.clock));
    return;
  }
  res.set("Content-Disposition", `attachment; filename="${table.name}.csv"`);
  await sendPieces(req, res, "text/csv; charset=utf-8", writeCsv(table.columns, rows, table.clock));
}

function* countRows(call: Call, rows: Iterable<Row>): Generator<Row, void> {
  call.rows = 0;
  for (const row of rows) {
    call.rows++;
    yield row;
  }
}
