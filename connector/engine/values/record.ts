import type { TypeValue } from "../types/type-value.ts";
import type { Ascription } from "./ascribed.ts";
import { force, type Cell } from "./cell.ts";
import { duplicateField, fieldNotFound } from "./errors.ts";
import type { Value } from "./value.ts";

/** The names of a record's fields, or of a table's columns, in order. Rows of one table share one shape. */
export class Shape {
  readonly names: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;

  /** @throws EvaluationError when a name comes twice. */
  constructor(names: readonly string[]) {
    const positions = new Map<string, number>();
    for (const [position, name] of names.entries()) {
      if (positions.has(name)) throw duplicateField(name, RecordValue.from({ Name: name, Value: null }));
      positions.set(name, position);
    }
    this.names = names;
    this.#positions = positions;
  }

  /** The position of a name from 0; `undefined` when there is none. */
  indexOf(name: string): number | undefined {
    return this.#positions.get(name);
  }
}

/** A record: a shape and one cell a name. */
export class RecordValue {
  readonly kind = "record";
  readonly shape: Shape;
  readonly cells: readonly Cell[];
  readonly type: TypeValue | undefined;
  readonly meta: RecordValue | undefined;

  constructor(shape: Shape, cells: readonly Cell[], ascription?: Ascription) {
    this.shape = shape;
    this.cells = cells;
    this.type = ascription?.type;
    this.meta = ascription?.meta;
  }

  /** A record of these fields, in the object's order. */
  static from(fields: Readonly<Record<string, Cell>>): RecordValue {
    return new RecordValue(new Shape(Object.keys(fields)), Object.values(fields));
  }

  /** A record of `[name, cell]` pairs. @throws EvaluationError when a name comes twice. */
  static fromEntries(entries: readonly (readonly [string, Cell])[]): RecordValue {
    return new RecordValue(
      new Shape(entries.map(([name]) => name)),
      entries.map(([, cell]) => cell),
    );
  }

  get names(): readonly string[] {
    return this.shape.names;
  }

  /** The cell of a field, unevaluated; `undefined` when there is no such field. */
  cell(name: string): Cell | undefined {
    const position = this.shape.indexOf(name);
    return position === undefined ? undefined : this.cells[position];
  }

  /** Whether the record has the field. */
  has(name: string): boolean {
    return this.shape.indexOf(name) !== undefined;
  }

  /** The value of a field. @throws EvaluationError when there is no such field. */
  get(name: string): Value {
    const position = this.shape.indexOf(name);
    if (position === undefined) throw fieldNotFound(name, this);
    return force(this.cells[position]!);
  }

  /** `[name, cell]` pairs in order; nothing is evaluated. */
  entries(): (readonly [string, Cell])[] {
    return this.names.map((name, position) => [name, this.cells[position]!] as const);
  }

  /** The same fields with another type or metadata. */
  ascribe(ascription: Ascription): RecordValue {
    return new RecordValue(this.shape, this.cells, ascription);
  }
}

/** The record without fields. */
export const emptyRecord = new RecordValue(new Shape([]), []);
