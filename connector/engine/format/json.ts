import { force } from "../values/cell.ts";
import { expressionError } from "../values/errors.ts";
import type { RecordValue } from "../values/record.ts";
import { calendarOf, type DateTimeValue, type TimeValue } from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";
import { durationToIso } from "./duration.ts";
import { numberToText } from "./number-format.ts";

/** What JSON can hold. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * A value as JSON holds it: dates, times and durations as ISO 8601, binaries as base64, tables as arrays of objects, infinities and
 * NaN as null (Json.FromValue). Fields whose names are whole numbers come first: JavaScript orders them so; `writeJson` does not.
 *
 * @throws EvaluationError for a function or a type, and the error of any cell.
 */
export function toJson(value: Value): Json {
  return JSON.parse(writeJson(value)) as Json;
}

/** The same as JSON text without spaces, with all fields in their order. */
export function writeJson(value: Value): string {
  return write(value, 0);
}

/** Readers of JSON give up on deeper nesting, and a list that holds itself would have no end. */
const deepest = 1_000;

function write(value: Value, depth: number): string {
  if (depth > deepest) throw expressionError(`JSON cannot hold more than ${deepest} levels of lists and records.`);
  const bare = plain(value);
  if (bare === null) return "null";
  if (typeof bare === "string") return JSON.stringify(bare);
  if (typeof bare === "number") return Number.isFinite(bare) ? numberToText(bare, null, "") : "null";
  if (typeof bare === "boolean") return String(bare);
  switch (bare.kind) {
    case "date":
      return `"${isoDate(bare.days)}"`;
    case "time":
      return `"${isoTime(bare)}"`;
    case "datetime":
      return `"${isoDateTime(bare)}"`;
    case "datetimezone":
      return `"${isoDateTime(bare.local)}${isoOffset(bare.offsetMinutes)}"`;
    case "duration":
      return `"${durationToIso(bare)}"`;
    case "binary":
      return `"${Buffer.from(bare.bytes()).toString("base64")}"`;
    case "list":
      return writeArray(bare.cells(), (cell) => write(force(cell), depth + 1));
    case "table":
      return writeArray(bare.rows(), (row) => writeObject(bare.record(row), depth + 1));
    case "record":
      return writeObject(bare, depth);
    case "function":
    case "type":
      throw expressionError(`We cannot represent a ${bare.kind} value as JSON.`, bare);
  }
}

function writeArray<Item>(items: Iterable<Item>, write: (item: Item) => string): string {
  const texts: string[] = [];
  for (const item of items) texts.push(write(item));
  return `[${texts.join(",")}]`;
}

function writeObject(record: RecordValue, depth: number): string {
  const fields = record.names.map(
    (name, at) => `${JSON.stringify(name)}:${write(force(record.cells[at]!), depth + 1)}`,
  );
  return `{${fields.join(",")}}`;
}

function isoDate(days: number): string {
  const { year, month, day } = calendarOf(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function isoTime({ ticks }: TimeValue | DateTimeValue): string {
  const seconds = Math.floor(ticks / 10_000_000);
  const fraction = ticks % 10_000_000;
  const clock = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  return fraction === 0 ? clock : `${clock}.${pad(fraction, 7).replace(/0+$/u, "")}`;
}

function isoDateTime(value: DateTimeValue): string {
  return `${isoDate(value.days)}T${isoTime(value)}`;
}

function isoOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
