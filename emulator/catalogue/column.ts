/**
 * What a cell of a column is. The union is closed: every consumer (JSON, CSV, M, TMDL, TypeScript, docs) owns one exhaustive
 * `Record<ColumnKind, …>`, so that a new kind makes the compiler list the places.
 *
 * | kind | in an answer | in `RowOf` |
 * | --- | --- | --- |
 * | text, guid | text | string |
 * | integer | whole number | number |
 * | decimal | number, 3 decimals at most | number |
 * | seconds | a duration in seconds, 3 decimals at most | number (seconds) |
 * | ratio | a share between 0 and 1, 6 decimals at most | number |
 * | logical | `true`, `false` | boolean |
 * | instant | ISO-8601 with offset and milliseconds in the asked zone | number (milliseconds since 1970, UTC) |
 * | date | `2020-11-01`, a local day of the asked zone | string |
 */
export type ColumnKind = "text" | "guid" | "integer" | "decimal" | "seconds" | "ratio" | "logical" | "instant" | "date";

/** How a measure may be added up over rows: `sum` over everything, `none` not at all (an average, a key, a text). */
type Additivity = "sum" | "none";

/** One column of a report. */
export type Column = {
  /** camelCase, as in JSON keys and the CSV header. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether a cell may be empty: `null` in JSON, an empty field in CSV. */
  readonly nullable: boolean;
  /** What one is of, for people: `chats`, `s`, `offers`. */
  readonly unit?: string;
  readonly additivity: Additivity;
  /** One sentence for the directory, Power Query and the docs. */
  readonly description: string;
};

/** What a cell of each kind is in memory, between the computation and the writer. */
export type CellOf = {
  text: string;
  guid: string;
  integer: number;
  decimal: number;
  seconds: number;
  ratio: number;
  logical: boolean;
  instant: number;
  date: string;
};

/** The in-memory value of a column: its kind's, or `null` as well where the column is nullable. */
export type CellFor<C extends Column> = C["nullable"] extends false ? CellOf[C["kind"]] : CellOf[C["kind"]] | null;
