import { force, Thunk, type Cell } from "../../values/cell.ts";
import { ListValue } from "../../values/list.ts";
import { plain, type Value } from "../../values/value.ts";

/** Up to so many items a held list is transformed into a held one, so that asking for one item by position stays quick. */
const heldItems = 10_000;

/** A list of lazily transformed items; nothing is evaluated before it is asked for. */
export function mapLazily(list: ListValue, transform: (item: Value) => Value): ListValue {
  const lazily = (cell: Cell): Cell => new Thunk(() => transform(force(cell)));
  if (list.isHeld && list.count() <= heldItems) return ListValue.of(list.toArray().map(lazily));
  return ListValue.stream(function* () {
    for (const cell of list.cells()) yield lazily(cell);
  });
}

/** The cells from a position on, at most `count` of them. */
export function slice(list: ListValue, from: number, count = Infinity): ListValue {
  if (list.isHeld) return ListValue.of(list.toArray().slice(from, from + count));
  return ListValue.stream(() => sliced(list.cells(), from, count));
}

/** `slice` over anything that can be enumerated; it is not enumerated beyond the last item taken. */
export function* sliced<Item>(items: Iterable<Item>, from: number, count = Infinity): Iterable<Item> {
  if (count <= 0) return;
  let position = 0;
  for (const item of items) {
    if (position++ < from) continue;
    yield item;
    if (position - from >= count) return;
  }
}

/** The items as long as a condition holds. */
export function* takenWhile<Item>(items: Iterable<Item>, isTaken: (item: Item) => boolean): Iterable<Item> {
  for (const item of items) {
    if (!isTaken(item)) return;
    yield item;
  }
}

/** The items from the first for which the condition does not hold. */
export function* skippedWhile<Item>(items: Iterable<Item>, isSkipped: (item: Item) => boolean): Iterable<Item> {
  let isSkipping = true;
  for (const item of items) {
    isSkipping &&= isSkipped(item);
    if (!isSkipping) yield item;
  }
}

/** Keeps `offset` items, then leaves out `skip` and keeps `take` in turn; without `take` all that follows the first gap. */
export function* alternated<Item>(
  items: Iterable<Item>,
  offset: number,
  skip: number,
  take: number | null,
): Iterable<Item> {
  let position = -offset;
  for (const item of items) {
    const isKept = position < 0 || (take === null ? position >= skip : position % (skip + take) >= skip);
    position++;
    if (isKept) yield item;
  }
}

/** Where the items that end a list and all meet a condition begin. */
export function startOfTail<Item>(items: readonly Item[], isTaken: (item: Item) => boolean): number {
  let start = items.length;
  while (start > 0 && isTaken(items[start - 1]!)) start--;
  return start;
}

/** The items in pages of so many, the last of which may be shorter. */
export function* paged<Item>(items: Iterable<Item>, size: number): Iterable<Item[]> {
  let page: Item[] = [];
  for (const item of items) {
    page.push(item);
    if (page.length === size) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** The values of all cells that are not null. */
export function nonNull(list: ListValue): Value[] {
  const values: Value[] = [];
  for (const cell of list.cells()) {
    const value = force(cell);
    if (plain(value) !== null) values.push(value);
  }
  return values;
}
