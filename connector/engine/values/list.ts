import type { TypeValue } from "../types/type-value.ts";
import type { Ascription } from "./ascribed.ts";
import type { Cell } from "./cell.ts";
import type { RecordValue } from "./record.ts";

/**
 * Lists one after the other. It is enumerated without recursion, however deep chains stand in chains, as in a list that grows by
 * `&` item by item.
 */
class Chain {
  #lists: (() => Iterable<ListValue>) | undefined;
  #cells: readonly Cell[] | undefined;
  readonly isHeld: boolean;

  constructor(lists: () => Iterable<ListValue>, isHeld: boolean) {
    this.#lists = lists;
    this.isHeld = isHeld;
  }

  /** The cells. Those of held lists are put into one array, and the lists let go. */
  cells(): Iterable<Cell> {
    return this.isHeld ? this.toArray() : this.#stream();
  }

  toArray(): readonly Cell[] {
    if (this.#cells) return this.#cells;
    const cells: Cell[] = [];
    for (const leaf of this.#leaves()) for (const cell of leaf.cells()) cells.push(cell);
    if (this.isHeld) {
      this.#cells = cells;
      this.#lists = undefined;
    }
    return cells;
  }

  *#stream(): Iterable<Cell> {
    for (const leaf of this.#leaves()) yield* leaf.cells();
  }

  /** The lists in it that are no chains themselves. */
  *#leaves(): Iterable<ListValue> {
    const open: Iterator<ListValue>[] = [this.#iterate()];
    try {
      for (let innermost = open.at(-1); innermost !== undefined; innermost = open.at(-1)) {
        const step = innermost.next();
        if (step.done === true) {
          open.pop();
          continue;
        }
        const chain = step.value.chain;
        if (chain && chain.#cells === undefined) open.push(chain.#iterate());
        else yield step.value;
      }
    } finally {
      for (const lists of open) lists.return?.();
    }
  }

  #iterate(): Iterator<ListValue> {
    return (this.#lists?.() ?? [])[Symbol.iterator]();
  }
}

/**
 * A list. `ListValue.of` holds its cells; `ListValue.stream` computes them anew on every enumeration and never holds more than
 * the one at hand (specification: "Streaming"); `ListValue.joined` and `ListValue.chained` are other lists one after the other.
 */
export class ListValue {
  readonly kind = "list";
  readonly type: TypeValue | undefined;
  readonly meta: RecordValue | undefined;
  readonly #source: readonly Cell[] | (() => Iterable<Cell>) | Chain;

  private constructor(source: readonly Cell[] | (() => Iterable<Cell>) | Chain, ascription?: Ascription) {
    this.#source = source;
    this.type = ascription?.type;
    this.meta = ascription?.meta;
  }

  /** A list of these cells. The array must not be changed afterwards. */
  static of(cells: readonly Cell[]): ListValue {
    return new ListValue(cells);
  }

  /** A list whose cells are produced by every enumeration. */
  static stream(enumerate: () => Iterable<Cell>): ListValue {
    return new ListValue(enumerate);
  }

  /** The items of both; held when both are. */
  static joined(left: ListValue, right: ListValue): ListValue {
    return new ListValue(new Chain(() => [left, right], left.isHeld && right.isHeld));
  }

  /** The items of lists that are produced by every enumeration. */
  static chained(lists: () => Iterable<ListValue>): ListValue {
    return new ListValue(new Chain(lists, false));
  }

  /** Enumerates the cells; no cell is evaluated by it. */
  cells(): Iterable<Cell> {
    const source = this.#source;
    if (source instanceof Chain) return source.cells();
    return typeof source === "function" ? source() : source;
  }

  /** All cells at once; a held list gives its own array. */
  toArray(): readonly Cell[] {
    const source = this.#source;
    if (source instanceof Chain) return source.toArray();
    return typeof source === "function" ? Array.from(source()) : source;
  }

  /** How many cells; a stream is enumerated, its cells stay unevaluated. */
  count(): number {
    if (this.isHeld) return this.toArray().length;
    let count = 0;
    const cells = this.cells()[Symbol.iterator]();
    while (cells.next().done !== true) count++;
    return count;
  }

  /** The cell at a position from 0; `undefined` beyond the end. A stream is enumerated only that far. */
  at(position: number): Cell | undefined {
    if (this.isHeld) return this.toArray()[position];
    let index = 0;
    for (const cell of this.cells()) if (index++ === position) return cell;
    return undefined;
  }

  /** Whether the cells are held, so that enumerating twice costs nothing. */
  get isHeld(): boolean {
    const source = this.#source;
    return source instanceof Chain ? source.isHeld : typeof source !== "function";
  }

  /** The chain that the list is, when it is one. */
  get chain(): Chain | undefined {
    return this.#source instanceof Chain ? this.#source : undefined;
  }

  /** The same cells with another type or metadata. */
  ascribe(ascription: Ascription): ListValue {
    return new ListValue(this.#source, ascription);
  }
}

/** The list without items. */
export const emptyList = ListValue.of([]);
