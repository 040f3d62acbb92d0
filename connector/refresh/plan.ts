import { describeError, printTextLiteral, type Engine, type Outcome } from "../engine/index.ts";
import type { Target } from "./target.ts";

/** A table to load: its name for people, and the M expression that a Power BI query would hold. */
export type PlannedTable = { readonly name: string; readonly expression: string };

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
  target: Extract<Target, { kind: "connector" }>,
  url: string,
  options: string | undefined,
): Promise<readonly PlannedTable[]> {
  const source = `${target.entry}(${printTextLiteral(url)}${options === undefined ? "" : `, ${options}`})`;
  const leaves = read(await engine.evaluate(`(${walker})(${source})`, "navigation"), target.file);
  return (leaves as { Name: string; Path: string }[]).map(({ Name, Path }) => ({
    name: Name,
    expression: `${source}${Path}`,
  }));
}

/**
 * The tables of a template: its shared members but for parameters (metadata `IsParameterQuery`) and functions, which Power BI
 * does not load. One that cannot be evaluated counts as a table: the engine may be one without a network.
 */
export async function planTemplate(
  engine: Engine,
  target: Extract<Target, { kind: "template" }>,
): Promise<readonly PlannedTable[]> {
  const tables: PlannedTable[] = [];
  for (const name of target.members) {
    const expression = identifier(name);
    const isQuery = `try not (Value.Metadata(${expression})[IsParameterQuery]? ?? false) and not (${expression} is function) otherwise true`;
    if (read(await engine.evaluate(isQuery, name), target.file) === true) tables.push({ name, expression });
  }
  return tables;
}

function identifier(name: string): string {
  return /^[A-Za-z_][\w.]*$/u.test(name) ? name : `#${printTextLiteral(name)}`;
}

function read(outcome: Outcome, file: string): unknown {
  if (!outcome.ok) throw new Error(`could not list the tables of "${file}": ${describeError(outcome.error)}`);
  return outcome.value?.json;
}
