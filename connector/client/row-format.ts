import type { Field, Row } from "./cell.ts";

/** Where a written report goes, in pieces and in order. */
export type Sink = (piece: Uint8Array) => Promise<void>;

/** Writes the rows of one report. */
export type RowWriter = {
  readonly write: (rows: readonly Row[]) => Promise<void>;
  /** Writes what is still held and whatever ends the file. */
  readonly finish: () => Promise<void>;
};

/** What a format is told beside the rows. */
export type Written = {
  readonly columns: readonly Field[];
  /** What a file can say of itself: report, zone, window. */
  readonly notes: Readonly<Record<string, string>>;
};

/** The formats of a written report. */
export const formatNames = ["csv", "jsonl", "parquet"] as const;

/** The name of a format. */
export type FormatName = (typeof formatNames)[number];

/** How each format is written. What Parquet needs is loaded when it is asked for. */
export const formats: Readonly<Record<FormatName, (written: Written, sink: Sink) => Promise<RowWriter>>> = {
  csv: ({ columns }, sink) => {
    const header = `${columns.map(({ name }) => name).join(",")}\r\n`;
    const toLine = (row: Row): string => `${columns.map(({ name }) => toField(row[name] ?? null)).join(",")}\r\n`;
    return Promise.resolve(writeLines(sink, header, toLine));
  },
  jsonl: (_written, sink) => Promise.resolve(writeLines(sink, "", (row) => `${JSON.stringify(row)}\n`)),
  parquet: async (written, sink) => (await import("./parquet.ts")).writeParquet(written, sink),
};

/** The format that a file's name ends in; `undefined` when it ends in none of them. */
export function formatOf(file: string): FormatName | undefined {
  const ending = /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase();
  return ending === "ndjson" ? "jsonl" : formatNames.find((name) => name === ending);
}

/** Writes a line a row. The header waits for the first rows: a call that fails before them leaves nothing behind. */
function writeLines(sink: Sink, header: string, toLine: (row: Row) => string): RowWriter {
  let pending = header;
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = "";
    if (text !== "") await sink(Buffer.from(text));
  };
  return {
    write: async (rows) => {
      for (const row of rows) pending += toLine(row);
      await flush();
    },
    finish: flush,
  };
}

/** A field of RFC 4180, quoted when it has to be; empty for `null`. */
function toField(cell: Row[string]): string {
  if (cell === null) return "";
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
