import {
  anyType,
  recordTypeOf,
  tableTypeOf,
  type FieldType,
  type TableKey,
  type TypeValue,
} from "../types/type-value.ts";
import type { Ascription } from "./ascribed.ts";
import type { Cell } from "./cell.ts";
import { columnNotFound } from "./errors.ts";
import { RecordValue, Shape } from "./record.ts";
import type { TableView } from "./view.ts";

/** A row of a table: one cell a column, in column order. Never changed once handed out. */
export type Row = readonly Cell[];

/** What a table is made of. `rows` is called on every enumeration; a held array serves as well. */
export type TableSource = {
  readonly columns: readonly string[];
  /** The type of each column; `any` for all when left out. */
  readonly types?: readonly TypeValue[];
  readonly keys?: readonly TableKey[];
  readonly rows: readonly Row[] | (() => Iterable<Row>);
};

/** A table: named, typed columns and a stream of rows. Enumerating again may do the work again; `Table.Buffer` holds it. */
export class TableValue {
  readonly kind = "table";
  readonly meta: RecordValue | undefined;
  /** The source that may do operations on this very table itself; `undefined` for nearly all tables. */
  readonly view: TableView | undefined;
  readonly #rows: readonly Row[] | (() => Iterable<Row>);
  #shape: Shape | undefined;
  #type: TypeValue | undefined;

  private constructor(parts: {
    readonly shape?: Shape;
    readonly type?: TypeValue;
    readonly rows: readonly Row[] | (() => Iterable<Row>);
    readonly meta?: RecordValue | undefined;
    readonly view?: TableView | undefined;
  }) {
    this.#shape = parts.shape;
    this.#type = parts.type;
    this.#rows = parts.rows;
    this.meta = parts.meta;
    this.view = parts.view;
  }

  /** A table of these columns and rows. @throws EvaluationError when a column's name comes twice. */
  static from(source: TableSource): TableValue {
    const shape = new Shape(source.columns);
    const fields = source.columns.map((name, position): FieldType => ({
      name,
      type: source.types?.[position] ?? anyType,
      optional: false,
    }));
    return new TableValue({ shape, type: tableTypeOf(recordTypeOf(fields, false), source.keys), rows: source.rows });
  }

  /** A table with the columns of a table type. */
  static ofType(type: TypeValue, rows: readonly Row[] | (() => Iterable<Row>)): TableValue {
    return new TableValue({ shape: shapeOf(type), type, rows });
  }

  /** The table that a view shows; its type is asked for when it is first needed. */
  static ofView(view: TableView): TableValue {
    return new TableValue({ rows: () => view.rows(), view });
  }

  /** A table type; its row type says each column's type. */
  get type(): TypeValue {
    // Only a view's table is made without a type.
    return (this.#type ??= this.view!.type());
  }

  get shape(): Shape {
    return (this.#shape ??= shapeOf(this.type));
  }

  get columns(): readonly string[] {
    return this.shape.names;
  }

  /** The type of each column, in order. */
  get columnTypes(): readonly TypeValue[] {
    return (this.type.row?.fields ?? []).map((field) => field.type);
  }

  /** Enumerates the rows; no cell is evaluated by it. */
  rows(): Iterable<Row> {
    return typeof this.#rows === "function" ? this.#rows() : this.#rows;
  }

  /** All rows at once. */
  toArray(): readonly Row[] {
    return typeof this.#rows === "function" ? Array.from(this.#rows()) : this.#rows;
  }

  /** A row as a record that shares the table's shape. */
  record(row: Row): RecordValue {
    return new RecordValue(this.shape, row);
  }

  /** The position of a column from 0. @throws EvaluationError when there is no such column. */
  position(column: string): number {
    const position = this.shape.indexOf(column);
    if (position === undefined) throw columnNotFound(column);
    return position;
  }

  /** The same columns and types over other rows. */
  withRows(rows: readonly Row[] | (() => Iterable<Row>)): TableValue {
    return new TableValue({ shape: this.shape, type: this.type, rows });
  }

  /** The same rows with another table type (columns are renamed by position) or metadata; with another type it is no view any more. */
  ascribe(ascription: Ascription): TableValue {
    const { meta } = ascription;
    const type = ascription.type ?? this.type;
    if (type === this.type) return new TableValue({ shape: this.shape, type, rows: this.#rows, meta, view: this.view });
    const names = type.row?.fields?.map((field) => field.name);
    const isSame = names === undefined || names.every((name, position) => name === this.columns[position]);
    return new TableValue({ shape: isSame ? this.shape : new Shape(names), type, rows: this.#rows, meta });
  }
}

function shapeOf(type: TypeValue): Shape {
  return new Shape((type.row?.fields ?? []).map((field) => field.name));
}
