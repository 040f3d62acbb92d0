import type { Column, ColumnKind } from "../../emulator/catalogue/index.ts";
import { ChimeAnswerError } from "./failures.ts";

/**
 * What a cell of each kind is to a caller. An instant stays the text of the answer, `2020-11-01T00:00:00.000-04:00`, so that the
 * asked zone's clock is not lost; `new Date(text)` and `Date.parse(text)` read it. A date is a local day of the asked zone.
 */
export type CellOf = {
  text: string;
  guid: string;
  integer: number;
  decimal: number;
  seconds: number;
  ratio: number;
  logical: boolean;
  instant: string;
  date: string;
};

/** The parts of a column that a reader needs. */
export type Field = Pick<Column, "name" | "kind" | "nullable">;

type CellFor<F extends Field> = F["nullable"] extends false ? CellOf[F["kind"]] : CellOf[F["kind"]] | null;

/** A row with these columns: a cell under the name of each. */
export type RowOfFields<F extends readonly Field[]> = { readonly [C in F[number] as C["name"]]: CellFor<C> };

/** A row of any report. */
export type Row = Readonly<Record<string, CellOf[ColumnKind] | null>>;

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const dateForm = /^\d{4}-\d\d-\d\d$/;
const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => Number.isFinite(value);

const isOfKind: { readonly [K in ColumnKind]: (value: unknown) => value is CellOf[K] } = {
  text: isText,
  guid: (value): value is string => isText(value) && guidForm.test(value),
  integer: (value): value is number => Number.isSafeInteger(value),
  decimal: isNumber,
  seconds: isNumber,
  ratio: isNumber,
  logical: (value): value is boolean => typeof value === "boolean",
  instant: (value): value is string => isText(value) && instantForm.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value): value is string => isText(value) && dateForm.test(value) && !Number.isNaN(Date.parse(value)),
};

/**
 * Reads objects of an answer as rows: every column of the catalogue, in its order. Members that the catalogue does not know are
 * left out. Throws ChimeAnswerError for what is no object, a column that is missing, and a cell of another kind.
 */
export function createRowReader<const F extends readonly Field[]>(
  what: string,
  fields: F,
): (value: unknown) => RowOfFields<F> {
  return (value) => {
    if (typeof value !== "object" || value === null) {
      throw new ChimeAnswerError(what, `a row is no object but ${describe(value)}`);
    }
    const members = value as Readonly<Record<string, unknown>>;
    const row: Record<string, CellOf[ColumnKind] | null> = {};
    for (const { name, kind, nullable } of fields) {
      const cell = members[name];
      if (cell === null && nullable) row[name] = null;
      else if (isOfKind[kind](cell)) row[name] = cell;
      else throw new ChimeAnswerError(what, `the column ${name} should be ${kind}, and is ${describe(cell)}`);
    }
    return row as RowOfFields<F>;
  };
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
