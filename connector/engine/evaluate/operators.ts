import { primitiveTypes } from "../types/type-value.ts";
import { cannotConvert } from "../types/convert.ts";
import { compareValues, equals, typeLabel } from "../values/compare.ts";
import { formattedError } from "../values/errors.ts";
import { metadataOf, withMetadata } from "../values/metadata.ts";
import { RecordValue } from "../values/record.ts";
import { kindOf, plain, type Value } from "../values/value.ts";
import type { BinaryOperator } from "../syntax/index.ts";
import { combine, mergeRecords } from "./combine.ts";
import {
  addTemporal,
  divideTemporal,
  multiplyTemporal,
  negateTemporal,
  subtractTemporal,
} from "./temporal-operators.ts";

/**
 * Every operator that evaluates both sides (specification: "Operators"). Metadata of the operands is dropped; arithmetic with
 * null is null.
 */
export const operators: Readonly<Record<BinaryOperator, (left: Value, right: Value) => Value>> = {
  "+": (left, right) =>
    typeof left === "number" && typeof right === "number" ? left + right : arithmetic("+", left, right),
  "-": (left, right) =>
    typeof left === "number" && typeof right === "number" ? left - right : arithmetic("-", left, right),
  "*": (left, right) =>
    typeof left === "number" && typeof right === "number" ? left * right : arithmetic("*", left, right),
  "/": (left, right) =>
    typeof left === "number" && typeof right === "number" ? left / right : arithmetic("/", left, right),
  "&": (left, right) => {
    const combined = combine(left, right);
    return combined === undefined ? refuse("&", left, right) : combined;
  },
  "=": equals,
  "<>": (left, right) => !equals(left, right),
  "<": (left, right) => relate("<", left, right, (order) => order < 0),
  "<=": (left, right) => relate("<=", left, right, (order) => order <= 0),
  // Power Query's error of `>` is that of `<` with the sides exchanged.
  ">": (left, right) => relate("<", right, left, (order) => order < 0),
  ">=": (left, right) => relate(">=", left, right, (order) => order >= 0),
  meta: (left, right) => {
    const added = plain(right);
    if (!(added instanceof RecordValue)) throw cannotConvert(right, primitiveTypes.record);
    return withMetadata(left, mergeRecords(metadataOf(left), added));
  },
};

type Arithmetic = "+" | "-" | "*" | "/";

const onNumbers: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

const onTemporal = { "+": addTemporal, "-": subtractTemporal, "*": multiplyTemporal, "/": divideTemporal };

function arithmetic(operator: Arithmetic, left: Value, right: Value): Value {
  const a = plain(left);
  const b = plain(right);
  if (typeof a === "number" && typeof b === "number") return onNumbers[operator](a, b);
  if (a === null || b === null) {
    return nullable[operator].has(kindOf(a ?? b)) ? null : refuse(operator, left, right);
  }
  return onTemporal[operator](a, b) ?? refuse(operator, left, right);
}

const scalable = new Set(["null", "number", "duration"]);
const movable = new Set([...scalable, "date", "time", "datetime", "datetimezone"]);

/** The kinds whose arithmetic with null is null. */
const nullable = { "+": movable, "-": movable, "*": scalable, "/": scalable };

const ordered = new Set([
  "binary",
  "date",
  "datetime",
  "datetimezone",
  "duration",
  "logical",
  "number",
  "text",
  "time",
]);

function relate(operator: string, left: Value, right: Value, holds: (order: number) => boolean): Value {
  const a = plain(left);
  const b = plain(right);
  if (typeof a === "number" && typeof b === "number") {
    // NaN stands in no order: every comparison with it is false.
    return Number.isNaN(a) || Number.isNaN(b) ? false : holds(a - b || (a < b ? -1 : a > b ? 1 : 0));
  }
  const kind = kindOf(a ?? b);
  if (a === null || b === null) return kind === "null" || ordered.has(kind) ? null : refuse(operator, left, right);
  if (kind !== kindOf(b) || !ordered.has(kind)) return refuse(operator, left, right);
  return holds(compareValues(a, b));
}

/** Unary minus. @throws EvaluationError for what is neither a number, a duration nor null. */
export function negate(operand: Value): Value {
  const value = plain(operand);
  if (typeof value === "number") return -value;
  if (value === null) return null;
  return negateTemporal(value) ?? refuseUnary("-", operand);
}

/** Unary plus: the value itself, without metadata. @throws EvaluationError as `negate`. */
export function affirm(operand: Value): Value {
  const value = plain(operand);
  return value === null || typeof value === "number" || kindOf(value) === "duration"
    ? value
    : refuseUnary("+", operand);
}

function refuse(operator: string, left: Value, right: Value): never {
  throw formattedError(
    "We cannot apply operator #{0} to types #{1} and #{2}.",
    [operator, typeLabel(kindOf(left)), typeLabel(kindOf(right))],
    RecordValue.from({ Operator: operator, Left: left, Right: right }),
  );
}

function refuseUnary(operator: string, operand: Value): never {
  throw formattedError(
    "We cannot apply operator #{0} to type #{1}.",
    [operator, typeLabel(kindOf(operand))],
    RecordValue.from({ Operator: operator, Right: operand }),
  );
}
