import { Ascribed } from "../../values/ascribed.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { typeLabel } from "../../values/compare.ts";
import { EvaluationError, expressionError } from "../../values/errors.ts";
import type { TypeKind, TypeValue } from "../../types/type-value.ts";
import { kindOf, type Value } from "../../values/value.ts";
import type { Evaluation } from "../evaluation.ts";
import { findFunction } from "./library-function.ts";

/** Kinds that a column can be converted to, each by the `From` function of its name. */
const convertible = new Set<TypeKind>([
  "text",
  "number",
  "logical",
  "date",
  "time",
  "datetime",
  "datetimezone",
  "duration",
  "binary",
]);

/**
 * How the cells of a column become values of a type: by the type's own `From` function, or that of its kind, with a culture. A value
 * that is held is converted at once, a promise when it is read; an error stays in its cell.
 *
 * @throws EvaluationError for list, record, table, function and type types.
 */
export function cellConverter(type: TypeValue, culture: string | null, evaluation: Evaluation): (cell: Cell) => Cell {
  if (type.of === "any" || type.of === "anynonnull") return (cell) => cell;
  if (!convertible.has(type.of)) {
    throw expressionError(`A column can't be converted to type ${typeLabel(type.of)}.`, type);
  }
  const convert = valueConverter(type, culture, evaluation);
  const isDone = type.name === undefined ? (cell: Cell): boolean => isHeldOf(cell, type.of) : () => false;
  return (cell) => {
    if (isDone(cell)) return cell;
    // An empty field of a file is nothing, not a number that is written wrongly.
    if (cell === "") return null;
    if (cell instanceof Thunk) return new Thunk(() => convert(cell.force()));
    try {
      return convert(cell);
    } catch (error) {
      if (error instanceof EvaluationError) return failedCell(error);
      throw error;
    }
  };
}

function valueConverter(type: TypeValue, culture: string | null, evaluation: Evaluation): (value: Value) => Value {
  const own =
    type.name?.endsWith(".Type") === true ? findFunction(evaluation, `${type.name.slice(0, -5)}.From`) : undefined;
  const from = own ?? findFunction(evaluation, `${typeLabel(type.of)}.From`);
  if (!from) throw new Error(`the library has no function that converts to ${type.of}`);
  const takesCulture = (from.type.parameters?.length ?? 0) > 1 && from.type.parameters?.[1]?.name === "culture";
  return takesCulture ? (value) => from.invoke([value, culture]) : (value) => from.invoke([value]);
}

/** Whether a cell holds a bare value of the kind, which its `From` function would give back. */
function isHeldOf(cell: Cell, kind: TypeKind): boolean {
  return !(cell instanceof Thunk) && !(cell instanceof Ascribed) && (cell === null || kindOf(cell) === kind);
}

function failedCell(error: EvaluationError): Thunk {
  return new Thunk(() => {
    throw error;
  });
}
