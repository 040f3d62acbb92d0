import { force, type Cell } from "../values/cell.ts";
import { EvaluationError } from "../values/errors.ts";
import type { RecordValue } from "../values/record.ts";
import type { TableValue } from "../values/table.ts";
import { calendarOf, ticksPerSecond, type DateTimeValue } from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";
import { durationParts } from "./duration.ts";
import { printIdentifier } from "./identifier.ts";
import { numberToText } from "./number-format.ts";
import { printType } from "./print-type.ts";
import { printTextLiteral } from "./text-literal.ts";

/** How a value is printed: how much of it, what is left out showing as `…`, and how columns are typed. */
type PrintStyle = {
  /** Levels of lists, records and tables within each other. */
  readonly depth?: number;
  /** Items of a list, rows of a table and bytes of a binary, each. */
  readonly items?: number;
  /** Whether columns show the bare kind of their type, `number` for `nullable Int64.Type`, as golden files of Microsoft's SDK do. */
  readonly hasKindsOnly?: boolean;
};

const ellipsis = "…";

/**
 * A value as M text that evaluates to it again; a function shows its type only. Metadata is left out. A cell that holds an error
 * shows `error "message"`.
 *
 * @throws EvaluationError when enumerating a list or a table itself fails.
 */
export function printValue(value: Value, style: PrintStyle = {}): string {
  const { depth = 64, items = Infinity, hasKindsOnly = false } = style;
  return print(value, depth, { items, hasKindsOnly });
}

type Style = { readonly items: number; readonly hasKindsOnly: boolean };

function print(value: Value, depth: number, style: Style): string {
  const bare = plain(value);
  if (bare === null) return "null";
  if (typeof bare === "string") return printTextLiteral(bare);
  if (typeof bare === "number") return printNumber(bare);
  if (typeof bare === "boolean") return String(bare);
  switch (bare.kind) {
    case "date":
      return `#date(${dateParts(bare.days)})`;
    case "time":
      return `#time(${timeParts(bare.ticks)})`;
    case "datetime":
      return `#datetime(${dateTimeParts(bare)})`;
    case "datetimezone": {
      const { local, offsetMinutes } = bare;
      const hours = Math.trunc(offsetMinutes / 60);
      return `#datetimezone(${dateTimeParts(local)}, ${whole(hours)}, ${whole(offsetMinutes - hours * 60)})`;
    }
    case "duration": {
      const parts = durationParts(bare);
      const sign = parts.isNegative ? "-" : "";
      const fields = [parts.days, parts.hours, parts.minutes].map((part) => (part === 0 ? "0" : sign + String(part)));
      const seconds = printSeconds(parts.seconds, parts.ticks);
      return `#duration(${fields.join(", ")}, ${seconds === "0" ? "0" : sign + seconds})`;
    }
    case "binary":
      return `#binary(${braces(limited(bare.bytes(), style.items, String))})`;
    case "list":
      return depth === 0
        ? ellipsis
        : braces(limited(bare.cells(), style.items, (cell) => printCell(cell, depth - 1, style)));
    case "record":
      return depth === 0 ? ellipsis : printRecord(bare, depth - 1, style);
    case "table":
      return depth === 0 ? ellipsis : printTable(bare, depth - 1, style);
    case "function":
    case "type":
      return bare.kind === "type" ? printType(bare) : printType(bare.type).replace(/^type /u, "");
  }
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return "#nan";
  if (!Number.isFinite(value)) return value > 0 ? "#infinity" : "-#infinity";
  return numberToText(value, null, "");
}

function printCell(cell: Cell, depth: number, style: Style): string {
  let value: Value;
  try {
    value = force(cell);
  } catch (error) {
    if (error instanceof EvaluationError) return `error ${printTextLiteral(error.message)}`;
    throw error;
  }
  return print(value, depth, style);
}

function printRecord(record: RecordValue, depth: number, style: Style): string {
  const fields = record.names.map(
    (name, at) => `${printIdentifier(name)} = ${printCell(record.cells[at]!, depth, style)}`,
  );
  return `[${fields.join(", ")}]`;
}

function printTable(table: TableValue, depth: number, style: Style): string {
  const rows = limited(table.rows(), style.items, (row) => braces(row.map((cell) => printCell(cell, depth, style))));
  if (style.hasKindsOnly) {
    const kinds = table.columnTypes.map(
      (type, position) => `${printIdentifier(table.columns[position]!)} = ${type.of}`,
    );
    return `#table(type table [${kinds.join(", ")}], ${braces(rows)})`;
  }
  const isTyped = table.columnTypes.some((type) => type.of !== "any" || type.name !== undefined);
  const columns = isTyped ? printType(table.type) : braces(table.columns.map(printTextLiteral));
  return `#table(${columns}, ${braces(rows)})`;
}

function limited<Item>(source: Iterable<Item>, most: number, show: (item: Item) => string): string[] {
  const texts: string[] = [];
  for (const item of source) {
    if (texts.length >= most) {
      texts.push(ellipsis);
      break;
    }
    texts.push(show(item));
  }
  return texts;
}

function braces(texts: readonly string[]): string {
  return `{${texts.join(", ")}}`;
}

function dateParts(days: number): string {
  const { year, month, day } = calendarOf(days);
  return `${year}, ${month}, ${day}`;
}

function timeParts(ticks: number): string {
  const seconds = Math.floor(ticks / ticksPerSecond);
  const clock = `${Math.floor(seconds / 3600)}, ${Math.floor(seconds / 60) % 60}`;
  return `${clock}, ${printSeconds(seconds % 60, ticks % ticksPerSecond)}`;
}

function dateTimeParts({ days, ticks }: DateTimeValue): string {
  return `${dateParts(days)}, ${timeParts(ticks)}`;
}

function printSeconds(seconds: number, ticks: number): string {
  return ticks === 0 ? String(seconds) : `${seconds}.${String(ticks).padStart(7, "0").replace(/0+$/u, "")}`;
}

/** A whole number without a negative zero. */
function whole(value: number): string {
  return String(value === 0 ? 0 : value);
}
