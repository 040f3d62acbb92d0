import type { CellOf, Column, ColumnKind } from "../catalogue/index.ts";
import type { ZoneClock } from "../../zones/index.ts";

/** A row in memory: a value under each column's name. */
export type Row = Readonly<Record<string, CellOf[ColumnKind] | null>>;

type CellWriters = { readonly [K in ColumnKind]: (cell: CellOf[K], clock: ZoneClock) => string };

const jsonCells: CellWriters = {
  text: (text) => JSON.stringify(text),
  guid: (guid) => `"${guid}"`,
  integer: String,
  decimal: String,
  seconds: String,
  ratio: String,
  logical: String,
  instant: (instantMs, clock) => `"${clock.formatInstant(instantMs)}"`,
  date: (dayOn) => `"${dayOn}"`,
};

const csvCells: CellWriters = {
  text: quoteField,
  guid: String,
  integer: String,
  decimal: String,
  seconds: String,
  ratio: String,
  logical: String,
  instant: (instantMs, clock) => clock.formatInstant(instantMs),
  date: String,
};

/** A field of RFC 4180: quoted when it has to be. */
function quoteField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes cells of one column; `null` as `empty`. */
function defineCellWriter(writers: CellWriters, { name, kind }: Column, empty: string, clock: ZoneClock) {
  // A row's cell is of its column's kind, which the compiler cannot follow through the name.
  const write = writers[kind] as (cell: CellOf[ColumnKind], clock: ZoneClock) => string;
  return (row: Row): string => {
    const cell = row[name];
    return cell === null || cell === undefined ? empty : write(cell, clock);
  };
}

/** Writes rows of these columns as JSON objects. */
function defineRowWriter(columns: readonly Column[], clock: ZoneClock): (row: Row) => string {
  const members = columns.map((column, index) => {
    const write = defineCellWriter(jsonCells, column, "null", clock);
    const head = `${index === 0 ? "{" : ","}${JSON.stringify(column.name)}:`;
    return (row: Row) => head + write(row);
  });
  return (row) => {
    let text = "";
    for (const member of members) text += member(row);
    return `${text}}`;
  };
}

/** One row as a JSON object; other members than the columns' are left out. */
export function writeJsonRow(columns: readonly Column[], row: Row, clock: ZoneClock): string {
  return defineRowWriter(columns, clock)(row);
}

/** An array of row objects as text, one row a line, in pieces of a row. */
export function* writeJson(columns: readonly Column[], rows: Iterable<Row>, clock: ZoneClock): Generator<string, void> {
  const write = defineRowWriter(columns, clock);
  let before = "[";
  for (const row of rows) {
    yield `${before}\n${write(row)}`;
    before = ",";
  }
  yield before === "[" ? "[]\n" : "\n]\n";
}

/** A header and the rows as RFC 4180 has them, in pieces of a row. */
export function* writeCsv(columns: readonly Column[], rows: Iterable<Row>, clock: ZoneClock): Generator<string, void> {
  const writers = columns.map((column) => defineCellWriter(csvCells, column, "", clock));
  yield `${columns.map(({ name }) => name).join(",")}\r\n`;
  for (const row of rows) {
    let text = "";
    let separator = "";
    for (const write of writers) {
      text += separator + write(row);
      separator = ",";
    }
    yield `${text}\r\n`;
  }
}
