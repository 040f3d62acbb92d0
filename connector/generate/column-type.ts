import type { Column, ColumnKind } from "../../emulator/catalogue/index.ts";
import { block } from "./m-text.ts";

/** The M type of each column kind, as it stands after `nullable`. */
const typeNames: Readonly<Record<ColumnKind, string>> = {
  text: "text",
  guid: "text",
  integer: "Int64.Type",
  decimal: "number",
  seconds: "number",
  ratio: "number",
  logical: "logical",
  instant: "datetimezone",
  date: "date",
};

/** The M type of a column inside a table type: `nullable Int64.Type`. */
export function fieldType(column: Column): string {
  return (column.nullable ? "nullable " : "") + typeNames[column.kind];
}

/** The M type that the values of a column are converted to, as an expression: `type date`, `Int64.Type`. */
export function conversionType(column: Column): string {
  const name = typeNames[column.kind];
  return name.includes(".") ? name : `type ${name}`;
}

/** The record `Chime.Kinds`: each column kind with its type, and its type where a cell may be empty. */
export function kindsExpression(): string {
  const fields = Object.entries(typeNames).map(
    ([kind, name]) => `${kind} = {${name.includes(".") ? name : `type ${name}`}, type nullable ${name}}`,
  );
  return block("[", fields, "]");
}
