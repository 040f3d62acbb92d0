import type { Value } from "./value.ts";
import { cyclicReference } from "./errors.ts";

/** A place that holds a value or the promise of one: a list's item, a record's field, a table's cell, a `let` variable. */
export type Cell = Value | Thunk;

/**
 * A value that is computed when first asked for, at most once. Its error is kept too and raised again at every access
 * (specification: "Lazy and eager evaluation", "Error handling").
 */
export class Thunk {
  #compute: (() => Value) | undefined;
  #state: "fresh" | "running" | "done" | "failed" = "fresh";
  #result: unknown;

  constructor(compute: () => Value) {
    this.#compute = compute;
  }

  /** The value; computed now if it has not been. */
  force(): Value {
    switch (this.#state) {
      case "done":
        return this.#result as Value;
      case "failed":
        throw this.#result;
      case "running":
        throw cyclicReference();
      case "fresh":
        return this.#run();
    }
  }

  #run(): Value {
    this.#state = "running";
    try {
      this.#result = this.#compute!();
      this.#state = "done";
      return this.#result as Value;
    } catch (error) {
      this.#result = error;
      this.#state = "failed";
      throw error;
    } finally {
      // Lets go of the frame that the computation closed over.
      this.#compute = undefined;
    }
  }
}

/** The value in a cell, computed if need be. */
export function force(cell: Cell): Value {
  return cell instanceof Thunk ? cell.force() : cell;
}
