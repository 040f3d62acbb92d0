import {
  parametersOf,
  reportNames,
  reports,
  routeOf,
  type Column,
  type Directory,
  type ParameterName,
} from "../catalogue/index.ts";

/** A report as a directory lists it. */
export type Entry = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly scope: string;
  readonly route: string;
  /** The names of the query parameters that it uses. */
  readonly parameters: readonly ParameterName[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: Column["kind"];
    readonly unit: string | null;
    readonly description: string;
  }[];
};

/** The reports of a directory, in catalogue order. */
export function listReports(directory: Directory): readonly Entry[] {
  return reportNames
    .map((name) => reports[name])
    .filter(({ category }) => category === directory.category)
    .map((report) => ({
      name: report.name,
      title: report.title,
      description: report.description,
      category: report.category,
      scope: report.scope,
      route: routeOf(report.name),
      parameters: parametersOf(report),
      columns: report.columns.map((column: Column) => ({
        name: column.name,
        type: column.kind,
        unit: column.unit ?? null,
        description: column.description,
      })),
    }));
}

const textColumns = ["name", "title", "description", "category", "scope", "route"] as const;

/** The columns of a directory as CSV: a row a report, without its columns; `parameters` are joined by spaces. */
export const directoryColumns: readonly Column[] = [...textColumns, "parameters"].map((name) => ({
  name,
  kind: "text",
  nullable: false,
  additivity: "none",
  description: `The report's ${name}.`,
}));

/** An entry as a row of `directoryColumns`. */
export function toDirectoryRow(entry: Entry): Readonly<Record<string, string>> {
  const texts = textColumns.map((name) => [name, entry[name]] as const);
  return { ...Object.fromEntries(texts), parameters: entry.parameters.join(" ") };
}
