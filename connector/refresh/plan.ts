import { describeError, printIdentifier, printTextLiteral, type Engine, type Outcome } from "../engine/index.ts";
import type { ConnectorTarget, QueriesTarget, TargetTable } from "./target.ts";

/** A table to load, with the M expression that gives it. */
export type PlannedTable = TargetTable & { readonly expression: string };

/**
 * Walks a navigation table down to its leaves, reading columns and keys from the metadata that Microsoft defines, and gives each
 * leaf's path as Power BI writes it: by key, never by position.
 */
const walker = `(source as table) as list =>
  let
    walk = (navigation as table, path as text, title as text) as list =>
      let
        marks = Value.Metadata(Value.Type(navigation)),
        keys = Type.TableKeys(Value.Type(navigation)){0}[Columns],
        visit = (row as record) as list =>
          let
            pairs = List.Transform(keys, (key) => Expression.Identifier(key) & " = " & Expression.Constant(Record.Field(row, key))),
            dataColumn = Record.Field(marks, "NavigationTable.DataColumn"),
            next = path & "{[" & Text.Combine(pairs, ", ") & "]}[" & Expression.Identifier(dataColumn) & "]",
            name = title & Record.Field(row, Record.Field(marks, "NavigationTable.NameColumn"))
          in
            if Record.Field(row, Record.Field(marks, "NavigationTable.IsLeafColumn")) then
              {[Name = name, Path = next]}
            else
              @walk(Record.Field(row, dataColumn), next, name & " / ")
      in
        List.Combine(List.Transform(Table.ToRecords(navigation), visit))
  in
    walk(source, "", "")`;

/** The tables of a connector: every leaf of its navigation table. @throws Error with the M error when it cannot be opened. */
export async function planConnector(
  engine: Engine,
  target: ConnectorTarget,
  url: string,
  options: string | undefined,
): Promise<readonly PlannedTable[]> {
  const source = `${target.entry}(${printTextLiteral(url)}${options === undefined ? "" : `, ${options}`})`;
  const leaves = read(await engine.evaluate(`(${walker})(${source})`, "navigation"), target.file);
  return (leaves as { Name: string; Path: string }[]).map(({ Name, Path }) => ({
    ...plainTable(Name),
    expression: `${source}${Path}`,
  }));
}

/**
 * The tables of a template or a project. Of a section, its shared members but for parameters and functions, which Power BI does not
 * load; a member that cannot be evaluated counts as a table, since the engine may be one without a network.
 */
export async function planQueries(engine: Engine, target: QueriesTarget): Promise<readonly PlannedTable[]> {
  const tables = target.tables ?? (await findTables(engine, target)).map(plainTable);
  return tables.map((table) => ({ ...table, expression: printIdentifier(table.name) }));
}

async function findTables(engine: Engine, { members, queries, file }: QueriesTarget): Promise<readonly string[]> {
  const tables: string[] = [];
  for (const name of members) {
    if (queries.find(name)?.parameter) continue;
    const isTable = `try not (${printIdentifier(name)} is function) otherwise true`;
    if (read(await engine.evaluate(isTable, name), file) === true) tables.push(name);
  }
  return tables;
}

function plainTable(name: string): TargetTable {
  return { name, columns: undefined, mode: "import", policy: undefined };
}

function read(outcome: Outcome, file: string): unknown {
  if (!outcome.ok) throw new Error(`could not list the tables of "${file}": ${describeError(outcome.error)}`);
  return outcome.value?.json;
}
