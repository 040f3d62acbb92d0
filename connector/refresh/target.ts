import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { PlacedSyntaxError, readExtension, readOutline, type Extension, type Outline } from "../engine/index.ts";
import type { Model, ModelColumn } from "./model/model.ts";
import { readProject } from "./model/read-project.ts";
import type { RefreshPolicy } from "./policy/policy.ts";
import { Queries } from "./queries.ts";

/** A table of a project, or a query that is loaded as one. */
export type TargetTable = {
  readonly name: string;
  /** What the model declares; `undefined` where there is no model and the query's own columns count. */
  readonly columns: readonly ModelColumn[] | undefined;
  /** `import`, or another mode, which no refresh loads. */
  readonly mode: string;
  readonly policy: RefreshPolicy | undefined;
};

/** A connector, as a refresh of all its tables sees it. */
export type ConnectorTarget = {
  readonly kind: "connector";
  readonly file: string;
  readonly connector: Connector;
  /** The function that gives the navigation table: the first published one. */
  readonly entry: string;
};

/** A template, a file of queries, or a project. */
export type QueriesTarget = {
  readonly kind: "queries";
  readonly file: string;
  readonly queries: Queries;
  /** `undefined` for a section, of which only the engine can tell which members are tables. */
  readonly tables: readonly TargetTable[] | undefined;
  /** Members of a section that may be tables. */
  readonly members: readonly string[];
  /** Tables of a project that no query fills. */
  readonly otherTables: readonly string[];
};

/** Something that can be refreshed. */
export type Target = ConnectorTarget | QueriesTarget;

/** An extension with what its outline says. */
export type Connector = {
  readonly file: string;
  readonly extension: Extension;
  /** The data source kind of its first function, as credentials are stored by it. */
  readonly dataSourceKind: string | undefined;
  /** The functions that have a data source kind. */
  readonly sourceFunctions: readonly string[];
  readonly shared: readonly string[];
};

/** The connector that the program ships, as `npm run generate` emitted it. */
export function shippedConnector(): string {
  return createRequire(import.meta.url).resolve("#generated/Chime.mez");
}

/**
 * Reads what a path names: a connector (`.mez`, or a `.pq` whose members have a data source kind), a file of queries (a `.pq` of one
 * expression, or a section), or a Power BI project.
 *
 * @throws Error that says what was found instead and what a refresh takes, with file and line for what cannot be read.
 */
export async function readTarget(path: string): Promise<Target> {
  if (isProject(path)) return projectTarget(path, readProject(path));
  const extension = readExtension(path, readBytes(path));
  const outline = await readPlaced(extension);
  if (!outline) return oneQuery(path, extension.text);
  const connector = describeConnector(path, extension, outline);
  const entry = outline.members.find(
    ({ attributes }) => attributes["DataSource.Kind"] !== undefined && attributes["Publish"] !== undefined,
  );
  if (entry) return { kind: "connector", file: path, connector, entry: entry.name };
  if (connector.shared.length === 0) throw new Error(`could not refresh "${path}": its section shares no member`);
  const queries = new Queries();
  await queries.addSection(extension.document, extension.text);
  return { kind: "queries", file: path, queries, tables: undefined, members: connector.shared, otherTables: [] };
}

/** Reads an extension that queries use. @throws Error that names the file. */
export async function readConnector(file: string): Promise<Connector> {
  const extension = readExtension(file, readBytes(file));
  const outline = await readPlaced(extension);
  if (!outline) throw new Error(`"${file}" is no connector: it is one expression, not a section document`);
  return describeConnector(file, extension, outline);
}

function describeConnector(file: string, extension: Extension, { members }: Outline): Connector {
  const kinds = members.flatMap(({ name, attributes }) => {
    const kind = attributes["DataSource.Kind"];
    return typeof kind === "string" ? [{ name, kind }] : [];
  });
  return {
    file,
    extension,
    dataSourceKind: kinds[0]?.kind,
    sourceFunctions: kinds.map(({ name }) => name),
    shared: members.filter(({ isShared }) => isShared).map(({ name }) => name),
  };
}

async function readPlaced(extension: Extension): Promise<Outline | undefined> {
  try {
    return await readOutline(extension.text, extension.document);
  } catch (cause) {
    if (!(cause instanceof PlacedSyntaxError)) throw cause;
    const place = cause.place ? `, line ${cause.place.line}, column ${cause.place.column}` : "";
    throw new Error(`could not read "${extension.document}"${place}: ${cause.message}`, { cause });
  }
}

async function oneQuery(file: string, text: string): Promise<QueriesTarget> {
  const name = basename(file).replace(/(?:\.query)?\.(?:pqm?|m|txt)$/iu, "");
  const queries = new Queries();
  await queries.addQuery(name, { text: text.replace(/^\uFEFF/u, ""), file, line: 1, column: 1 });
  const tables = [{ name, columns: undefined, mode: "import", policy: undefined }];
  return { kind: "queries", file, queries, tables, members: [], otherTables: [] };
}

async function projectTarget(file: string, model: Model): Promise<QueriesTarget> {
  const queries = new Queries();
  for (const { name, source } of model.expressions) await queries.addQuery(name, source);
  for (const { name, source } of model.tables) await queries.addQuery(name, source);
  // A table whose columns nobody has declared gets those of its query.
  const tables = model.tables.map((table) => ({
    ...table,
    columns: table.columns.length > 0 ? table.columns : undefined,
  }));
  return { kind: "queries", file, queries, tables, members: [], otherTables: model.otherTables };
}

function isProject(path: string): boolean {
  return /\.(?:pbip|bim)$/iu.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readBytes(file: string): Uint8Array {
  if (/\.pbi[xt]$/iu.test(file)) {
    throw new Error(
      `could not refresh "${file}": save it as a Power BI project (.pbip), whose folder can be refreshed`,
    );
  }
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`could not read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
