import type { RecordValue } from "../values/record.ts";

/** The primitive types of the specification ("Primitive types"). */
export type TypeKind =
  | "any"
  | "anynonnull"
  | "none"
  | "null"
  | "logical"
  | "number"
  | "text"
  | "date"
  | "time"
  | "datetime"
  | "datetimezone"
  | "duration"
  | "binary"
  | "list"
  | "record"
  | "table"
  | "function"
  | "type"
  | "action";

/** A field of a record type or a column of a table type. */
export type FieldType = { readonly name: string; readonly type: TypeValue; readonly optional: boolean };

/** A parameter of a function type. */
export type ParameterType = { readonly name: string; readonly type: TypeValue };

/** A key of a table type. */
export type TableKey = { readonly columns: readonly string[]; readonly primary: boolean };

/** Facets of a type (`Type.Facets`): only those that are set. */
export type Facets = Readonly<Record<string, string | number | boolean>>;

type Parts = {
  readonly nullable?: boolean;
  /** `Int64.Type`, `Uri.Type` …: an ascribed type is compared and printed by its name. */
  readonly name?: string | undefined;
  readonly item?: TypeValue | undefined;
  readonly fields?: readonly FieldType[] | undefined;
  readonly open?: boolean;
  readonly row?: TypeValue | undefined;
  readonly keys?: readonly TableKey[] | undefined;
  readonly parameters?: readonly ParameterType[] | undefined;
  readonly required?: number;
  readonly result?: TypeValue | undefined;
  readonly facets?: Facets | undefined;
  readonly meta?: RecordValue | undefined;
};

/**
 * A type as a value. Which parts are there depends on `kind`: a list type has `item`, a record type `fields` and `open`, a table
 * type `row` and `keys`, a function type `parameters`, `required` and `result`. A primitive `type list`, `type record`,
 * `type table`, `type function` has none of them.
 */
export class TypeValue {
  /** Values tell themselves apart by `kind`; a type's own kind is `of`. */
  readonly kind = "type";
  readonly of: TypeKind;
  readonly nullable: boolean;
  readonly name: string | undefined;
  readonly item: TypeValue | undefined;
  readonly fields: readonly FieldType[] | undefined;
  readonly open: boolean;
  readonly row: TypeValue | undefined;
  readonly keys: readonly TableKey[];
  readonly parameters: readonly ParameterType[] | undefined;
  /** How many of the parameters a call must give. */
  readonly required: number;
  readonly result: TypeValue | undefined;
  readonly facets: Facets;
  readonly meta: RecordValue | undefined;
  readonly #parts: Parts;

  constructor(of: TypeKind, parts: Parts = {}) {
    this.#parts = parts;
    this.of = of;
    this.nullable = parts.nullable ?? (of === "any" || of === "null");
    this.name = parts.name;
    this.item = parts.item;
    this.fields = parts.fields;
    this.open = parts.open ?? false;
    this.row = parts.row;
    this.keys = parts.keys ?? [];
    this.parameters = parts.parameters;
    this.required = parts.required ?? parts.parameters?.length ?? 0;
    this.result = parts.result;
    this.facets = parts.facets ?? {};
    this.meta = parts.meta;
  }

  /** The same type with some parts replaced. */
  with(parts: Parts): TypeValue {
    return new TypeValue(this.of, { ...this.#parts, ...parts });
  }

  /** Whether it is one of the specification's primitive types, nullable or not. */
  get isPrimitive(): boolean {
    return !this.name && !this.item && !this.fields && !this.row && !this.parameters;
  }
}

/** Every primitive type, not nullable but for `any` and `null`. */
export const primitiveTypes: Readonly<Record<TypeKind, TypeValue>> = {
  any: new TypeValue("any"),
  anynonnull: new TypeValue("anynonnull"),
  none: new TypeValue("none"),
  null: new TypeValue("null"),
  logical: new TypeValue("logical"),
  number: new TypeValue("number"),
  text: new TypeValue("text"),
  date: new TypeValue("date"),
  time: new TypeValue("time"),
  datetime: new TypeValue("datetime"),
  datetimezone: new TypeValue("datetimezone"),
  duration: new TypeValue("duration"),
  binary: new TypeValue("binary"),
  list: new TypeValue("list"),
  record: new TypeValue("record"),
  table: new TypeValue("table"),
  function: new TypeValue("function"),
  type: new TypeValue("type"),
  action: new TypeValue("action"),
};

/** The type of everything. */
export const anyType = primitiveTypes.any;

/** The type that also takes null: `nullable T`. */
export function nullableOf(type: TypeValue): TypeValue {
  if (type.nullable) return type;
  if (type.of === "none") return primitiveTypes.null;
  return type.of === "anynonnull" ? anyType : type.with({ nullable: true });
}

/** The type without null. `any` becomes `anynonnull`. */
export function nonNullableOf(type: TypeValue): TypeValue {
  if (type.of === "any") return primitiveTypes.anynonnull;
  return type.nullable && type.of !== "null" ? type.with({ nullable: false }) : type;
}

/** The type of lists of these items. */
export function listTypeOf(item: TypeValue): TypeValue {
  return new TypeValue("list", { item });
}

/** The type of records with these fields. */
export function recordTypeOf(fields: readonly FieldType[], open: boolean): TypeValue {
  return new TypeValue("record", { fields, open });
}

/** The type of tables with rows of this record type. */
export function tableTypeOf(row: TypeValue, keys: readonly TableKey[] = []): TypeValue {
  return new TypeValue("table", { row, keys });
}

/** The type of a function of `count` parameters of type any. */
export function functionTypeOf(count: number): TypeValue {
  const parameters = Array.from({ length: count }, (_, index) => ({ name: `arg${index + 1}`, type: anyType }));
  return new TypeValue("function", { parameters, result: anyType });
}
