import { equals } from "../../values/compare.ts";
import { formatError } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import { readFunction, readList, readMember } from "../list/arguments.ts";
import { readFormat, type Input, type Reading } from "./format.ts";

/** An item that a group knows: what follows its key, and how often. */
type Item = {
  readonly key: Plain;
  readonly format: Reading;
  readonly occurrence: 0 | 1 | 2;
  readonly whenMissing: Plain;
  readonly transform: FunctionValue | undefined;
};

const [required, repeating] = [1, 2];

/** How a group of keyed items is read (`BinaryFormat.Group`): the values in the order of the definitions. */
export function groupReading(
  keyFormat: Reading,
  definitions: ListValue,
  extra: FunctionValue | null,
  lastKey: Plain,
): Reading {
  const items = Array.from(definitions.cells(), (cell) => readItem(readList(cell)));
  return (input) => {
    const found = items.map((): Value[] => []);
    while (!input.isAtEnd) {
      const key = plain(keyFormat(input));
      readKeyed(input, key, { items, found, extra });
      if (lastKey !== null && equals(key, lastKey)) break;
    }
    return ListValue.of(items.map((item, index) => resultOf(item, found[index]!)));
  };
}

function readItem(definition: ListValue): Item {
  const [key = null, format = null, occurrence = null, whenMissing = null, transform = null] = definition.toArray();
  const fn = read(transform);
  return {
    key: read(key),
    format: readFormat(format),
    occurrence: readMember(read(occurrence), [0, 1, 2], "occurrence", 1),
    whenMissing: read(whenMissing),
    transform: fn === null ? undefined : readFunction(fn),
  };
}

type State = {
  readonly items: readonly Item[];
  readonly found: readonly Value[][];
  readonly extra: FunctionValue | null;
};

/** Reads what follows a key; an item too many counts as unexpected. */
function readKeyed(input: Input, key: Plain, { items, found, extra }: State): void {
  const index = items.findIndex((item) => equals(item.key, key));
  const item = items[index];
  if (item && (item.occurrence === repeating || found[index]!.length === 0)) {
    found[index]!.push(item.format(input));
    return;
  }
  if (!extra) throw formatError("The group has a key that isn't expected.", key);
  readFormat(extra.invoke([key]))(input);
}

function resultOf({ key, occurrence, whenMissing, transform }: Item, found: readonly Value[]): Value {
  if (found.length === 0) {
    if (occurrence === required) throw formatError("The group has no item with a key that is required.", key);
    return whenMissing ?? (occurrence === repeating ? ListValue.of([]) : null);
  }
  const value = occurrence === repeating ? ListValue.of(found) : found[0]!;
  return transform ? transform.invoke([value]) : value;
}
