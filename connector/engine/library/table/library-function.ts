import { FunctionValue } from "../../values/function.ts";
import { read } from "../../values/value.ts";
import type { Evaluation } from "../evaluation.ts";

const found = new WeakMap<Evaluation, Map<string, FunctionValue | undefined>>();

/** A function of the library by its name, for work that Microsoft's pages define in terms of it; `undefined` when there is none. */
export function findFunction(evaluation: Evaluation, name: string): FunctionValue | undefined {
  let known = found.get(evaluation);
  if (!known) {
    known = new Map();
    found.set(evaluation, known);
  }
  if (known.has(name)) return known.get(name);
  const cell = evaluation.shared().cell(name);
  const value = cell === undefined ? undefined : read(cell);
  const result = value instanceof FunctionValue ? value : undefined;
  known.set(name, result);
  return result;
}

/** As `findFunction`, for a function that the library always has. */
export function libraryFunction(evaluation: Evaluation, name: string): FunctionValue {
  const result = findFunction(evaluation, name);
  if (!result) throw new Error(`the library has no function "${name}"`);
  return result;
}
