import type { Column } from "../../emulator/catalogue/index.ts";
import { createRowReader, type Row } from "./cell.ts";
import { readAnswer, type Connection, type Request } from "./connection.ts";
import { readJsonArray } from "./json-array.ts";
import { waitOrThrow, withRetries } from "./retry.ts";

/**
 * The rows of a report. Reading them makes the call, each reading one of its own; no more than a part of the answer is in memory.
 * A call that fails before its first row is made again as the client's retries say; one that breaks off later throws
 * ChimeConnectionError, since the rows before it were given already. `toArray` starts anew in both cases.
 */
export type Rows<R> = AsyncIterable<R> & {
  /** The columns as the catalogue has them, in the order of a row's members. */
  readonly columns: readonly Column[];
  /** All rows at once. */
  readonly toArray: () => Promise<R[]>;
};

/** The rows that a request answers with, read as these columns. */
export function createRows<R = Row>(connection: Connection, request: Request, columns: readonly Column[]): Rows<R> {
  return {
    columns,
    async *[Symbol.asyncIterator]() {
      for await (const rows of readBatches(connection, request, columns)) yield* rows as R[];
    },
    toArray: () =>
      withRetries(connection.retries, request.signal, async () => {
        const all: Row[] = [];
        for await (const rows of readOnce(connection, request, columns)) for (const row of rows) all.push(row);
        return all as R[];
      }),
  };
}

/** The same rows in lists as they arrive, which is quicker than one by one. */
export async function* readBatches(
  connection: Connection,
  request: Request,
  columns: readonly Column[],
): AsyncGenerator<readonly Row[], void> {
  for (let made = 0; ; made++) {
    let isGiven = false;
    try {
      for await (const rows of readOnce(connection, request, columns)) {
        isGiven = true;
        yield rows;
      }
      return;
    } catch (error) {
      if (isGiven) throw error;
      await waitOrThrow(error, made, connection.retries, request.signal);
    }
  }
}

async function* readOnce(
  connection: Connection,
  request: Request,
  columns: readonly Column[],
): AsyncGenerator<readonly Row[], void> {
  const read = createRowReader<readonly Column[]>(request.what, columns);
  for await (const values of readJsonArray(readAnswer(connection, request), request.what)) yield values.map(read);
}
