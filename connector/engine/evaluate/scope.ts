import type { Cell } from "../values/cell.ts";

/** Counts the cells that one frame needs while its function is compiled. */
export class Layout {
  size = 0;

  /** A place for one more variable. */
  take(): number {
    return this.size++;
  }
}

/** What a name means where it stands. */
export type Meaning =
  /** A cell of the frame that lies `depth` functions out. */
  | { readonly kind: "variable"; readonly depth: number; readonly slot: number }
  /** A cell known when compiling: a section's member, the library, an environment. */
  | { readonly kind: "known"; readonly cell: Cell };

/**
 * The names in reach of an expression, innermost first (specification: "Environments and variables"). A binding sees its
 * neighbours but not itself, unless it says `@`.
 */
export class Scope {
  readonly layout: Layout;
  readonly #look: (name: string, isInclusive: boolean) => Meaning | undefined;

  private constructor(layout: Layout, look: (name: string, isInclusive: boolean) => Meaning | undefined) {
    this.layout = layout;
    this.#look = look;
  }

  /** The scope of a whole document: names come from `find`. */
  static root(find: (name: string, isInclusive: boolean) => Cell | undefined): Scope {
    return new Scope(new Layout(), (name, isInclusive) => {
      const cell = find(name, isInclusive);
      return cell === undefined ? undefined : { kind: "known", cell };
    });
  }

  /** What a name means; `undefined` when nothing in reach has it. */
  find(name: string, isInclusive: boolean): Meaning | undefined {
    return this.#look(name, isInclusive);
  }

  /** Adds variables of the same frame: those of a `let`, the fields of a record. Gives their slots, and a scope for each to be defined in. */
  block(names: readonly string[]): {
    readonly inside: Scope;
    readonly slots: readonly number[];
    readonly defining: (name: string) => Scope;
  } {
    const slots = names.map(() => this.layout.take());
    const slotOf = new Map(names.map((name, index) => [name, slots[index]!]));
    const look =
      (defined: string | undefined) =>
      (name: string, isInclusive: boolean): Meaning | undefined => {
        const slot = name === defined && !isInclusive ? undefined : slotOf.get(name);
        return slot === undefined ? this.#look(name, isInclusive) : { kind: "variable", depth: 0, slot };
      };
    return {
      inside: new Scope(this.layout, look(undefined)),
      slots,
      defining: (name) => new Scope(this.layout, look(name)),
    };
  }

  /** The scope of a function's body: a frame of its own whose first cells are the parameters. */
  enter(parameters: readonly string[]): Scope {
    const layout = new Layout();
    const slotOf = new Map(parameters.map((name) => [name, layout.take()]));
    return new Scope(layout, (name, isInclusive) => {
      const slot = slotOf.get(name);
      if (slot !== undefined) return { kind: "variable", depth: 0, slot };
      const meaning = this.#look(name, isInclusive);
      return meaning?.kind === "variable" ? { ...meaning, depth: meaning.depth + 1 } : meaning;
    });
  }
}
