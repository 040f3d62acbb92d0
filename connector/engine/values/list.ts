import type { TypeValue } from "../types/type-value.ts";
import type { Ascription } from "./ascribed.ts";
import type { Cell } from "./cell.ts";
import type { RecordValue } from "./record.ts";

/**
 * A list. `ListValue.of` holds its cells; `ListValue.stream` computes them anew on every enumeration and never holds more than
 * the one at hand (specification: "Streaming").
 */
export class ListValue {
  readonly kind = "list";
  readonly type: TypeValue | undefined;
  readonly meta: RecordValue | undefined;
  readonly #source: readonly Cell[] | (() => Iterable<Cell>);

  private constructor(source: readonly Cell[] | (() => Iterable<Cell>), ascription?: Ascription) {
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

  /** Enumerates the cells; no cell is evaluated by it. */
  cells(): Iterable<Cell> {
    return typeof this.#source === "function" ? this.#source() : this.#source;
  }

  /** All cells at once; a held list gives its own array. */
  toArray(): readonly Cell[] {
    return typeof this.#source === "function" ? Array.from(this.#source()) : this.#source;
  }

  /** How many cells; a stream is enumerated, its cells stay unevaluated. */
  count(): number {
    if (typeof this.#source !== "function") return this.#source.length;
    let count = 0;
    const cells = this.#source()[Symbol.iterator]();
    while (cells.next().done !== true) count++;
    return count;
  }

  /** The cell at a position from 0; `undefined` beyond the end. A stream is enumerated only that far. */
  at(position: number): Cell | undefined {
    if (typeof this.#source !== "function") return this.#source[position];
    let index = 0;
    for (const cell of this.#source()) if (index++ === position) return cell;
    return undefined;
  }

  /** Whether the cells are held, so that enumerating twice costs nothing. */
  get isHeld(): boolean {
    return typeof this.#source !== "function";
  }

  /** The same cells with another type or metadata. */
  ascribe(ascription: Ascription): ListValue {
    return new ListValue(this.#source, ascription);
  }
}

/** The list without items. */
export const emptyList = ListValue.of([]);
