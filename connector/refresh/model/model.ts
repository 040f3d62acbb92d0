import type { RefreshPolicy } from "../policy/policy.ts";

/**
 * A text of M and where it stands. `line` and `column` are those of its first character in the file, from 1; of the lines that follow,
 * as many characters were cut off as stand before that column.
 */
export type SourceText = {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** A column as a model declares it. */
export type ModelColumn = {
  readonly name: string;
  /** As TMDL writes it: `string`, `int64`, `double`, `decimal`, `dateTime`, `boolean`, `binary`. */
  readonly dataType: string;
  /** The column of the query that fills it. */
  readonly sourceColumn: string;
};

/** A table that a query fills. */
export type ModelTable = {
  readonly name: string;
  /** Without those that DAX computes. */
  readonly columns: readonly ModelColumn[];
  readonly source: SourceText;
  readonly mode: string;
  readonly policy: RefreshPolicy | undefined;
};

/** A semantic model, as far as a refresh needs it. */
export type Model = {
  readonly tables: readonly ModelTable[];
  /** Tables that no query fills: calculated ones, and others. */
  readonly otherTables: readonly string[];
  /** Queries that are not loaded, and parameters. */
  readonly expressions: readonly { readonly name: string; readonly source: SourceText }[];
};
