import { asType, cannotConvert } from "../../types/convert.ts";
import { nullableOf, primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { argumentOutOfRange, expressionError, notWhole } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";

/** Whether a condition holds for a value. @throws EvaluationError when it answers anything but a logical. */
export function holds(condition: FunctionValue, value: Value): boolean {
  const answer = condition.invoke([value]);
  return typeof answer === "boolean" ? answer : (plain(asType(answer, primitiveTypes.logical)) as boolean);
}

/** As `holds`, but a condition may leave it open by null. */
export function holdsOrNull(condition: FunctionValue, value: Value): boolean | null {
  const answer = plain(condition.invoke([value]));
  return typeof answer === "boolean" ? answer : (plain(asType(answer, nullableOf(primitiveTypes.logical))) as null);
}

/** A number of items. @throws EvaluationError when it is negative or not whole. */
export function readCount(value: number, name: string): number {
  if (!Number.isInteger(value)) throw notWhole(value);
  if (value < 0) throw argumentOutOfRange(name, value);
  return value;
}

/** A "count or condition" argument: how many, or as long as a condition holds; `whenNull` when it is left out. */
export function readCountOrCondition(value: Value, whenNull: number): number | FunctionValue {
  const bare = plain(value);
  if (bare === null) return whenNull;
  if (bare instanceof FunctionValue) return bare;
  if (typeof bare === "number") return readCount(bare, "countOrCondition");
  throw cannotConvert(value, primitiveTypes.number);
}

/** The text in a cell. @throws EvaluationError when it is none. */
export function readText(cell: Cell): string {
  const value = read(cell);
  if (typeof value === "string") return value;
  throw cannotConvert(value, primitiveTypes.text);
}

/** The list in a cell. @throws EvaluationError when it is none. */
export function readList(cell: Cell): ListValue {
  const value = read(cell);
  if (value instanceof ListValue) return value;
  throw cannotConvert(value, primitiveTypes.list);
}

/** The function in a cell. @throws EvaluationError when it is none. */
export function readFunction(cell: Cell): FunctionValue {
  const value = read(cell);
  if (value instanceof FunctionValue) return value;
  throw cannotConvert(value, primitiveTypes.function);
}

/** Names given as one text or as a list of texts. */
export function readNames(value: Value): readonly string[] {
  const bare = plain(value);
  if (typeof bare === "string") return [bare];
  if (bare instanceof ListValue) return Array.from(bare.cells(), readText);
  throw cannotConvert(value, primitiveTypes.list);
}

/** A member of an enumeration. @throws EvaluationError when the number is none of its members. */
export function readMember<Member extends number>(
  value: Plain,
  members: readonly Member[],
  name: string,
  whenNull: Member,
): Member {
  if (value === null) return whenNull;
  const member = members.find((candidate) => candidate === value);
  if (member === undefined) throw argumentOutOfRange(name, value);
  return member;
}

/** Refuses options that a function does not have. */
export function checkOptions(options: RecordValue | null, names: readonly string[], functionName: string): void {
  const unknown = options?.names.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw expressionError(`'${unknown}' isn't a valid ${functionName} option. Valid options are: ${names.join(", ")}.`);
  }
}

/** The value of an option; null when it is not given. */
export function readOption(options: RecordValue | null, name: string): Plain {
  const cell = options?.cell(name);
  return cell === undefined ? null : read(cell);
}

/** The three ways of handling a field or column that is not there. */
export type MissingField = 0 | 1 | 2;

/** A `MissingField.Type` argument; Error when left out. */
export function readMissingField(value: Plain): MissingField {
  return readMember(value, [0, 1, 2], "missingField", 0);
}
