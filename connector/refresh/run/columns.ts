import type { LoadedCell, LoadedColumn } from "../../engine/index.ts";
import type { ModelColumn } from "../model/model.ts";

/** What a column of a loaded table holds, as files keep it. */
type LoadedKind = "text" | "integer" | "decimal" | "logical" | "instant" | "date";

/** A column as it is loaded: under the model's name where there is a model. */
export type TableColumn = { readonly name: string; readonly kind: LoadedKind; readonly m: string };

/** How rows of a query become rows of a table. */
export type Shape = {
  readonly columns: readonly TableColumn[];
  /** The model's columns that the query does not have. */
  readonly missing: readonly ModelColumn[];
  /** Columns whose type is not the one that the model declares, or none at all. */
  readonly untyped: readonly { readonly name: string; readonly declared: string | undefined; readonly m: string }[];
  /** Takes a row apart; counts cells that hold no value. */
  readonly take: (row: readonly LoadedCell[]) => { readonly row: readonly LoadedCell[]; readonly errors: number };
};

/** M types that each type of a model may come from without a conversion that can go wrong. */
const sources: Readonly<Record<string, readonly string[]>> = {
  string: ["text"],
  int64: ["number"],
  double: ["number"],
  decimal: ["number"],
  datetime: ["date", "datetime", "datetimezone", "time"],
  boolean: ["logical"],
  binary: ["binary"],
};

/** Puts a query's columns beside those that the model declares. Without a model all are loaded as they are. */
export function shapeOf(loaded: readonly LoadedColumn[], declared: readonly ModelColumn[] | undefined): Shape {
  const wanted = declared ?? loaded.map(({ name }) => ({ name, sourceColumn: name, dataType: undefined }));
  const places = wanted.map((column) => loaded.findIndex(({ name }) => name === column.sourceColumn));
  const found = wanted.flatMap((column, index) => {
    const source = loaded[places[index]!];
    return source ? [{ column, source, at: places[index]! }] : [];
  });
  const columns = found.map(({ column, source }) => ({ name: column.name, kind: kindOf(source), m: source.m }));
  return {
    columns,
    missing: (declared ?? []).filter((_column, index) => places[index] === -1),
    untyped: found.flatMap(({ column, source }) => {
      const fitting = column.dataType === undefined ? undefined : sources[column.dataType.toLowerCase()];
      const fits = fitting === undefined ? source.type !== "any" : fitting.includes(source.type);
      return fits ? [] : [{ name: column.name, declared: column.dataType, m: source.m }];
    }),
    take: (row) => {
      let errors = 0;
      const taken = found.map(({ at }, index) => {
        const cell = row[at];
        const isError =
          isErrorCell(cell) ||
          (columns[index]!.kind === "integer" && typeof cell === "number" && !Number.isSafeInteger(cell));
        if (isError) errors++;
        return isError ? null : cell;
      });
      return { row: taken, errors };
    },
  };
}

function isErrorCell(cell: LoadedCell): boolean {
  return typeof cell === "object" && cell !== null;
}

/** Files know no date and time without a zone, no duration and no column of any type: these are texts, as M writes them in JSON. */
function kindOf({ type, m }: LoadedColumn): LoadedKind {
  switch (type) {
    case "number":
      return /\bInt(?:8|16|32|64)\.Type\b/u.test(m) ? "integer" : "decimal";
    case "logical":
    case "date":
      return type;
    case "datetimezone":
      return "instant";
    default:
      return "text";
  }
}
