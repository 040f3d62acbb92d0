import type { Cell } from "../values/cell.ts";
import type { Value } from "../values/value.ts";

/**
 * The variables of one call of a function, or of one document: its parameters and every `let` variable and record field inside
 * it. One frame a call is enough, because each expression inside runs at most once in it.
 */
export class Frame {
  readonly cells: Cell[];
  /** The frame of the function around; `undefined` for a document. */
  readonly outer: Frame | undefined;

  constructor(size: number, outer: Frame | undefined) {
    this.cells = new Array<Cell>(size);
    this.outer = outer;
  }
}

/** A compiled expression: its value in a frame. */
export type Code = (frame: Frame) => Value;
