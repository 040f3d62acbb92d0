import { unionOfTables } from "../types/compatibility.ts";
import { emptyRecord, RecordValue } from "../values/record.ts";
import { ListValue } from "../values/list.ts";
import { TableValue, type Row } from "../values/table.ts";
import { addTicks, DateTimeValue, DateValue, TimeValue } from "../values/temporal.ts";
import { plain, type Value } from "../values/value.ts";

/** `&` (specification: "Concatenation"): texts, lists, records, tables, a date and a time; `undefined` for other kinds. */
export function combine(left: Value, right: Value): Value | undefined {
  const a = plain(left);
  const b = plain(right);
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (a === null || b === null) return isCombinable(a) && isCombinable(b) ? null : undefined;
  if (a instanceof ListValue && b instanceof ListValue) return ListValue.joined(a, b);
  if (a instanceof RecordValue && b instanceof RecordValue) return mergeRecords(a, b);
  if (a instanceof TableValue && b instanceof TableValue) return appendTables(a, b);
  if (a instanceof DateValue && b instanceof TimeValue) return addTicks(new DateTimeValue(a.days, 0), 0, b.ticks);
  return undefined;
}

function isCombinable(value: Value): boolean {
  return (
    value === null ||
    typeof value === "string" ||
    (typeof value === "object" &&
      ["list", "record", "table", "date", "time"].includes("kind" in value ? value.kind : ""))
  );
}

/** The fields of both: the right one's value where both have a field, in the left one's order, then what only the right has. */
export function mergeRecords(left: RecordValue, right: RecordValue): RecordValue {
  if (left === emptyRecord) return right.meta || right.type ? new RecordValue(right.shape, right.cells) : right;
  const merged = new Map(left.entries());
  for (const [name, cell] of right.entries()) merged.set(name, cell);
  return RecordValue.fromEntries([...merged]);
}

/** The rows of both under the union of their columns; what a table has no column for is null. */
function appendTables(left: TableValue, right: TableValue): TableValue {
  const added = right.columns.filter((name) => left.shape.indexOf(name) === undefined);
  const sources = [...left.columns, ...added].map((name) => right.shape.indexOf(name));
  return TableValue.ofType(unionOfTables([left.type, right.type]), function* (): Iterable<Row> {
    const padding = added.map(() => null);
    for (const row of left.rows()) yield added.length === 0 ? row : [...row, ...padding];
    for (const row of right.rows()) yield sources.map((source) => (source === undefined ? null : row[source]!));
  });
}
