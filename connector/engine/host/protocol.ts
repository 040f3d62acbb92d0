import type { Documents } from "../evaluate/index.ts";
import type { SyntaxTree } from "../syntax/index.ts";
import type { StackFrame, Position } from "../values/errors.ts";
import type { Credential, FileFailure, FolderEntry, HttpFailure, HttpRequest, HttpResponse } from "./host.ts";

/** What an evaluation may know and do; plain data, so that it crosses to the worker. */
export type Settings = {
  /** A frozen clock in milliseconds since 1970; the real one when left out. */
  readonly now?: number;
  /** The IANA zone that counts as local; UTC, as the Service has it, when left out. */
  readonly zone?: string;
  /** The document's culture; en-US when left out. */
  readonly culture?: string;
  readonly credentials?: readonly Credential[];
  /** Whether an operation that a view does not do itself is an error; the engine does it over the view's rows when left out. */
  readonly failsOnFoldingFailure?: boolean;
};

/** Documents and files, parsed already. */
export type Source = Documents & {
  /** Files of each extension's package, by its section name. */
  readonly files: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;
};

/** One thing to evaluate. */
export type Job = {
  readonly id: number;
  /** `undefined` for that of the thread's last job, which need not cross again. */
  readonly source: Source | undefined;
  readonly settings: Settings;
  /** Parameters beside those of the source. */
  readonly parameters: Documents["parameters"];
  readonly expression: SyntaxTree;
  /**
   * `golden` prints the value as golden files of Microsoft's SDK have it; `rows` streams a table's rows in batches, and anything
   * else becomes a table as Power BI would load it.
   */
  readonly output: "value" | "golden" | "rows";
  /** Whether answers of the web that earlier jobs of the thread fetched may be used again. */
  readonly sharesCache: boolean;
};

/** A value on its way out of the engine; `json` is undefined for what JSON cannot say. */
export type PrintedValue = { readonly kind: string; readonly m: string; readonly json: unknown };

/** A column of a loaded table. */
export type LoadedColumn = {
  readonly name: string;
  /** The primitive type, `any` where the table has none. */
  readonly type: string;
  readonly isNullable: boolean;
  /** The type as M text: `Int64.Type`, `type nullable text`. */
  readonly m: string;
};

/** An M error on its way out of the engine. */
export type PrintedError = {
  readonly reason: string;
  readonly message: string;
  /** The detail as M text; `null` when there is none. */
  readonly detail: string | null;
  readonly position: Position | undefined;
  readonly frames: readonly StackFrame[];
};

/** How a job ended. `rows` and `errors` count what was loaded; an error in a cell does not end a job. */
export type Outcome =
  | { readonly ok: true; readonly value: PrintedValue | undefined; readonly rows: number; readonly errors: number }
  | { readonly ok: false; readonly error: PrintedError };

/** A cell of a loaded row: JSON's values, texts for dates and times, or an error. */
export type LoadedCell = unknown;

/** What a worker asks of the main thread while it waits. */
export type Question =
  | { readonly kind: "http"; readonly request: HttpRequest }
  | { readonly kind: "parse"; readonly text: string; readonly document: string }
  | { readonly kind: "file" | "folder"; readonly path: string }
  | { readonly kind: "columns"; readonly columns: readonly LoadedColumn[] }
  | { readonly kind: "rows"; readonly rows: readonly (readonly LoadedCell[])[] };

/** The answer to a question of the same kind. */
export type Answer =
  | { readonly kind: "http"; readonly answer: HttpResponse | HttpFailure }
  | { readonly kind: "parse"; readonly tree: SyntaxTree | undefined; readonly error: string | undefined }
  | { readonly kind: "file"; readonly answer: Uint8Array | FileFailure }
  | { readonly kind: "folder"; readonly answer: readonly FolderEntry[] | FileFailure }
  | { readonly kind: "taken" };

/** What a worker tells without waiting. */
export type Notice =
  | { readonly kind: "trace"; readonly level: number; readonly message: string }
  | { readonly kind: "ready" }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: "question"; readonly question: Question };
