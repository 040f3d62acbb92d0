import { printValue } from "../format/index.ts";
import { typeLabel } from "../values/compare.ts";
import { formattedError, type EvaluationError } from "../values/errors.ts";
import { ListValue } from "../values/list.ts";
import { RecordValue } from "../values/record.ts";
import { kindOf, plain, type Value } from "../values/value.ts";
import type { ParameterType, TypeValue } from "./type-value.ts";

/** Whether a value is of a primitive type: what `is` and parameter types ask. Items, fields and columns are not looked at. */
export function isOf(value: Value, type: TypeValue): boolean {
  switch (type.of) {
    case "any":
      return true;
    case "anynonnull":
      return plain(value) !== null;
    case "none":
      return false;
    default: {
      const kind = kindOf(value);
      return kind === type.of || (kind === "null" && type.nullable);
    }
  }
}

/**
 * A value as a primitive type (specification: "as").
 *
 * @throws EvaluationError "We cannot convert …" when it is not of that type.
 */
export function asType(value: Value, type: TypeValue): Value {
  if (isOf(value, type)) return value;
  throw cannotConvert(value, type);
}

/** An argument of a library function: checked against its parameter, and unwrapped unless the parameter takes anything. */
export function convertArgument(value: Value, parameter: ParameterType): Value {
  const { type } = parameter;
  if (type.of === "any") return value;
  if (isOf(value, type)) return plain(value);
  throw cannotConvert(value, type);
}

/** The kinds of value that no message shows: it names the kind. */
const unshown = new Set(["binary", "list", "record", "table", "function", "type"]);

/** The error of a conversion that cannot be, in Microsoft's words: `We cannot convert the value #date(2020, 11, 1) to type Text.` */
export function cannotConvert(value: Value, type: TypeValue): EvaluationError {
  const kind = kindOf(value);
  const detail = RecordValue.from({ Value: value, Type: type });
  const label = typeLabel(type.of);
  return unshown.has(kind)
    ? formattedError("We cannot convert a value of type #{0} to type #{1}.", [typeLabel(kind), label], detail)
    : formattedError("We cannot convert the value #{0} to type #{1}.", [printValue(value), label], detail);
}

/**
 * Checks how many arguments a call gives.
 *
 * @throws EvaluationError that says how many were given and how many the function expects.
 */
export function checkCount(args: readonly Value[], type: TypeValue): void {
  const most = type.parameters?.length ?? 0;
  if (args.length <= most && args.length >= type.required) return;
  const expected = most === type.required ? most : `between ${type.required} and ${most}`;
  throw formattedError(
    "#{0} arguments were passed to a function which expects #{1}.",
    [args.length, expected],
    RecordValue.from({ Pattern: null, Arguments: ListValue.of(args) }),
  );
}
