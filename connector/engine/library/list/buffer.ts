import { Thunk, type Cell } from "../../values/cell.ts";
import { EvaluationError } from "../../values/errors.ts";

/** The value of a cell in place of its promise. A cell whose evaluation fails keeps its error, and buffering goes on. */
export function bufferCell(cell: Cell): Cell {
  if (!(cell instanceof Thunk)) return cell;
  try {
    return cell.force();
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return cell;
  }
}

/** Whether reading a cell raises an M error. */
export function hasError(cell: Cell): boolean {
  return bufferCell(cell) instanceof Thunk;
}
