import { FunctionValue } from "../../values/function.ts";
import { read } from "../../values/value.ts";
import type { Evaluation } from "../evaluation.ts";

/** A function of the library by its name, for work that Microsoft's pages define in terms of it; `undefined` when there is none. */
export function findFunction(evaluation: Evaluation, name: string): FunctionValue | undefined {
  const cell = evaluation.findInLibrary(name);
  const value = cell === undefined ? undefined : read(cell);
  return value instanceof FunctionValue ? value : undefined;
}

/** As `findFunction`, for a function that the library always has. */
export function libraryFunction(evaluation: Evaluation, name: string): FunctionValue {
  const result = findFunction(evaluation, name);
  if (!result) throw new Error(`the library has no function "${name}"`);
  return result;
}
