import { routeOf, type ColumnKind, type Directory } from "../../emulator/catalogue/index.ts";
import { createRowReader, type Field } from "./cell.ts";
import { readDocument, type Connection } from "./connection.ts";
import { ChimeAnswerError } from "./failures.ts";
import { withRetries } from "./retry.ts";

/** A group of reports that has a directory. */
export type Category = Directory["category"];

/** A report as a directory lists it. What a server knows beyond this product's catalogue is listed as well. */
export type ListedReport = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly scope: string;
  readonly route: string;
  /** The names of the query parameters that it uses. */
  readonly parameters: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    /** A kind of the catalogue, or a newer one. */
    readonly type: ColumnKind | (string & {});
    readonly unit: string | null;
    readonly description: string;
  }[];
};

const text = <N extends string>(name: N) => ({ name, kind: "text", nullable: false }) as const satisfies Field;

const reportFields = [
  text("name"),
  text("title"),
  text("description"),
  text("category"),
  text("scope"),
  text("route"),
] as const;

const columnFields = [
  text("name"),
  text("type"),
  { name: "unit", kind: "text", nullable: true },
  text("description"),
] as const satisfies readonly Field[];

/** The reports that a directory lists. Throws as every call of a client. */
export async function readDirectory(
  connection: Connection,
  route: string,
  signal: AbortSignal | undefined,
): Promise<readonly ListedReport[]> {
  const what = `the directory ${route}`;
  const request = { what, path: routeOf(route), search: {}, hasKey: true, signal };
  const entries = await withRetries(connection.retries, signal, () => readDocument(connection, request));
  const readReport = createRowReader(what, reportFields);
  const readColumn = createRowReader(what, columnFields);
  return readList(what, entries).map((entry) => {
    const report = readReport(entry);
    const { parameters, columns } = entry as { readonly parameters?: unknown; readonly columns?: unknown };
    return {
      ...report,
      parameters: readList(what, parameters).map(String),
      columns: readList(what, columns).map(readColumn),
    };
  });
}

/** A list inside an answer. Throws ChimeAnswerError for anything else. */
export function readList(what: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ChimeAnswerError(what, "a list is missing in the answer");
}
