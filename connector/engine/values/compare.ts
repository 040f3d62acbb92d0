import { formattedError, type EvaluationError } from "./errors.ts";
import { kindOf, plain, read, type Plain, type Value } from "./value.ts";
import type { ListValue } from "./list.ts";
import { RecordValue } from "./record.ts";
import type { TableValue } from "./table.ts";
import { DateTimeValue, DateTimeZoneValue, DateValue, DurationValue, TimeValue } from "./temporal.ts";

/**
 * M's `=`: values of different kinds are unequal, null equals null, NaN nothing, lists go by position, records by name, tables by
 * column name and row; metadata does not count. Functions and types are equal only to themselves, primitive types by what they are.
 */
export function equals(left: Value, right: Value): boolean {
  const a = plain(left);
  const b = plain(right);
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  switch (a.kind) {
    case "list":
      return b.kind === "list" && listsEqual(a, b);
    case "record":
      return b.kind === "record" && recordsEqual(a, b);
    case "table":
      return b.kind === "table" && tablesEqual(a, b);
    case "binary":
      return b.kind === "binary" && Buffer.compare(a.bytes(), b.bytes()) === 0;
    case "function":
      return false;
    case "type":
      return b.kind === "type" && a.isPrimitive && b.isPrimitive && a.of === b.of && a.nullable === b.nullable;
    default:
      return a.kind === b.kind && compareScalars(a, b) === 0;
  }
}

function listsEqual(left: ListValue, right: ListValue): boolean {
  const others = right.cells()[Symbol.iterator]();
  for (const cell of left.cells()) {
    const other = others.next();
    if (other.done === true || !equals(read(cell), read(other.value))) return false;
  }
  return others.next().done === true;
}

function recordsEqual(left: RecordValue, right: RecordValue): boolean {
  return (
    left.names.length === right.names.length &&
    left.entries().every(([name, cell]) => {
      const other = right.cell(name);
      return other !== undefined && equals(read(cell), read(other));
    })
  );
}

function tablesEqual(left: TableValue, right: TableValue): boolean {
  if (left.columns.length !== right.columns.length) return false;
  if (!left.columns.every((name) => right.shape.indexOf(name) !== undefined)) return false;
  const others = right.rows()[Symbol.iterator]();
  for (const row of left.rows()) {
    const other = others.next();
    if (other.done === true || !recordsEqual(left.record(row), right.record(other.value))) return false;
  }
  return others.next().done === true;
}

/**
 * The order of two values for sorting: negative, 0 or positive. Kinds stand in the order null, time, date, datetime,
 * datetimezone, duration, number, logical, text, binary; text goes by ordinal, NaN before all numbers.
 *
 * @throws EvaluationError for lists, records, tables, functions and types, which have no order.
 */
export function compareValues(left: Value, right: Value): number {
  const a = plain(left);
  const b = plain(right);
  const [first, second] = [rankOf(a), rankOf(b)];
  if (first === undefined || second === undefined) throw notOrdered(a, b);
  return first === second ? compareScalars(a, b) : first - second;
}

const ranks: Readonly<Record<string, number>> = {
  null: 0,
  time: 1,
  date: 2,
  datetime: 3,
  datetimezone: 4,
  duration: 5,
  number: 6,
  logical: 7,
  text: 8,
  binary: 9,
};

function rankOf(value: Plain): number | undefined {
  return ranks[kindOf(value)];
}

/** Sorting asks for `<`, and its error says so. */
function notOrdered(left: Plain, right: Plain): EvaluationError {
  return formattedError(
    "We cannot apply operator #{0} to types #{1} and #{2}.",
    ["<", typeLabel(kindOf(left)), typeLabel(kindOf(right))],
    RecordValue.from({ Operator: "<", Left: left, Right: right }),
  );
}

/** The order of two values of one kind: `<` and `>` of M are made of it. */
function compareScalars(a: Plain, b: Plain): number {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (a instanceof DateValue && b instanceof DateValue) return a.days - b.days;
  if (a instanceof TimeValue && b instanceof TimeValue) return a.ticks - b.ticks;
  if (a instanceof DateTimeValue && b instanceof DateTimeValue) return a.days - b.days || a.ticks - b.ticks;
  if (a instanceof DateTimeZoneValue && b instanceof DateTimeZoneValue) return compareScalars(a.utc, b.utc);
  if (a instanceof DurationValue && b instanceof DurationValue) return a.days - b.days || a.ticks - b.ticks;
  if (
    a !== null &&
    b !== null &&
    typeof a === "object" &&
    typeof b === "object" &&
    a.kind === "binary" &&
    b.kind === "binary"
  ) {
    return Buffer.compare(a.bytes(), b.bytes());
  }
  return 0;
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A kind as Microsoft's messages write it: `Number`, `DateTimeZone`. */
export function typeLabel(kind: string): string {
  switch (kind) {
    case "datetime":
      return "DateTime";
    case "datetimezone":
      return "DateTimeZone";
    default:
      return kind.charAt(0).toUpperCase() + kind.slice(1);
  }
}
