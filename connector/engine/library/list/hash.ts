import type { FunctionValue } from "../../values/function.ts";
import { read, type Plain } from "../../values/value.ts";
import type { TypeValue } from "../../types/type-value.ts";

/** What stands for a value in a `Map`: two values that `=` calls equal have one key. NaN equals itself here, unlike in `=`. */
export type HashKey = string | number | boolean | null;

/** The key of a value. Scalars that JavaScript compares by value are their own key; all others are texts that begin with U+0000. */
export function hashKey(value: Plain): HashKey {
  switch (typeof value) {
    case "number":
    case "boolean":
      return value;
    case "string":
      return value.startsWith("\0") ? `\0'${value}` : value;
    default:
      return value === null ? null : hashObject(value);
  }
}

/** One key for several values. */
export function hashKeys(values: readonly Plain[]): HashKey {
  return values.length === 1 ? hashKey(values[0]!) : joinKeys(values.map(hashKey));
}

/** One key of several keys. */
export function joinKeys(keys: readonly HashKey[]): HashKey {
  if (keys.length === 1) return keys[0]!;
  let joined = "";
  for (const key of keys) joined += delimited(key);
  return joined;
}

/** A key as text that ends where it ends, so that joined keys cannot run into each other. */
function delimited(key: HashKey): string {
  return typeof key === "string" ? `${key.length}:${key}` : `${String(key === 0 ? 0 : key)};`;
}

function hashObject(value: Exclude<Plain, null | string | number | boolean>): string {
  switch (value.kind) {
    case "date":
      return `\0d${value.days}`;
    case "time":
      return `\0t${value.ticks}`;
    case "datetime":
      return `\0D${value.days}.${value.ticks}`;
    case "datetimezone":
      return `\0Z${value.utc.days}.${value.utc.ticks}`;
    case "duration":
      return `\0u${value.days}.${value.ticks}`;
    case "binary":
      return `\0b${Buffer.from(value.bytes()).toString("latin1")}`;
    case "list":
      return `\0[${Array.from(value.cells(), (cell) => delimited(hashKey(read(cell)))).join("")}`;
    case "record":
      return `\0{${hashFields(value.names, (name) => read(value.cell(name)!))}`;
    case "table": {
      const rows = Array.from(value.rows(), (row) =>
        hashFields(value.columns, (name) => read(row[value.position(name)]!)),
      );
      return `\0#${rows.map(delimited).join("")}`;
    }
    case "function":
    case "type":
      return `\0f${identityOf(value)}`;
  }
}

function hashFields(names: readonly string[], valueOf: (name: string) => Plain): string {
  return names
    .toSorted()
    .map((name) => delimited(name) + delimited(hashKey(valueOf(name))))
    .join("");
}

const identities = new WeakMap<FunctionValue | TypeValue, number>();
let identityCount = 0;

function identityOf(value: FunctionValue | TypeValue): number {
  const known = identities.get(value);
  if (known !== undefined) return known;
  identities.set(value, ++identityCount);
  return identityCount;
}
