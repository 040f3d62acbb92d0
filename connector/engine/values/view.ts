import type { TypeValue } from "../types/type-value.ts";
import type { Row } from "./table.ts";
import type { Value } from "./value.ts";

/** The operations that a view may answer itself, by the names of their handlers (`Table.View`). */
export type ViewHandler =
  | "GetRowCount"
  | "OnTake"
  | "OnSkip"
  | "OnSelectColumns"
  | "OnRenameColumns"
  | "OnSort"
  | "OnDistinct"
  | "OnSelectRows"
  | "OnAddColumns"
  | "OnGroup"
  | "OnJoin"
  | "OnInvoke";

/** A source that may do an operation on its table itself, so that its rows need not be read for it. */
export type TableView = {
  /** The table type. Asked for at most once, when a column is first needed. */
  readonly type: () => TypeValue;
  /** The rows, in the columns of the type; every enumeration fetches them anew. */
  readonly rows: () => Iterable<Row>;
  /** What the handler of an operation answers; `undefined` when there is none or when it leaves the operation to the engine. */
  readonly ask: (handler: ViewHandler, args: readonly Value[]) => Value | undefined;
};

/** A source of bytes that may do an operation on them itself (`Binary.View`). */
export type BinaryView = {
  /** What the handler of an operation answers; `undefined` when there is none or when it leaves the operation to the engine. */
  readonly ask: (handler: "GetLength" | "OnInvoke", args: readonly Value[]) => Value | undefined;
};

/** The metadata field of an error record that a view's handler raises for good (`Table.ViewError`). */
export const finalErrorMark = "Table.ViewError";
