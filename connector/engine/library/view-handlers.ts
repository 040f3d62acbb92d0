import { cannotConvert } from "../types/convert.ts";
import { primitiveTypes } from "../types/type-value.ts";
import { BinaryValue } from "../values/binary.ts";
import { force, type Cell } from "../values/cell.ts";
import { EvaluationError } from "../values/errors.ts";
import { FunctionValue } from "../values/function.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { TableValue } from "../values/table.ts";
import { plain, type Value } from "../values/value.ts";
import { finalErrorMark } from "../values/view.ts";

/** Calls a handler of a view. @throws EvaluationError when it is no function, and whatever it raises. */
export function callHandler(cell: Cell, args: readonly Value[]): Value {
  const handler = plain(force(cell));
  if (!(handler instanceof FunctionValue)) throw cannotConvert(handler, primitiveTypes.function);
  return handler.invoke(args);
}

/** Whether the engine steps in for a handler that failed so: not for an error that is final, and not for limits of the engine. */
export function isPassedOver(error: unknown): boolean {
  return error instanceof EvaluationError && error.reason !== "Engine.Limit" && error.parts.isFinal !== true;
}

const finalMark = RecordValue.from({ [finalErrorMark]: true });

/** The error record that no view passes over (`Table.ViewError` and its like). */
export function markFinal(errorRecord: RecordValue): RecordValue {
  return errorRecord.ascribe({ type: undefined, meta: finalMark });
}

/** The function that a view among its arguments may answer itself (`Table.ViewFunction` and its like). */
export function interceptable(implementation: FunctionValue): FunctionValue {
  const call = (args: readonly Value[]): Value => invokeOnView(viewFunction, args) ?? implementation.invoke(args);
  const viewFunction = new FunctionValue(implementation.type, call, undefined, implementation.meta);
  return viewFunction;
}

/** Asks the views among the arguments, in order, until one answers. */
function invokeOnView(viewFunction: FunctionValue, args: readonly Value[]): Value | undefined {
  for (const [index, arg] of args.entries()) {
    const view = arg instanceof TableValue || arg instanceof BinaryValue ? arg.view : undefined;
    const answer = view?.ask("OnInvoke", [viewFunction, ListValue.of(args), index]);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
