import {
  listTypeOf,
  nullableOf,
  primitiveTypes,
  recordTypeOf,
  tableTypeOf,
  type TypeValue,
} from "../../types/type-value.ts";
import { cannotConvert } from "../../types/convert.ts";
import { force, Thunk, type Cell } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue, Shape } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { read, type Plain, type Value } from "../../values/value.ts";
import { edmTypeOf, printLiteral } from "./edm.ts";
import type { Model, Property, StructuredType, TypeUse } from "./metadata.ts";
import { annotationOf, resolve, type Origin, type Service } from "./service.ts";

/** The column for what the metadata does not declare (`MoreColumns`). */
const moreColumns = "More Columns";

/** What fetches that to which an entity is related. */
export type Related = {
  readonly one: (url: string) => Value;
  readonly many: (url: string, use: TypeUse, origin: Origin) => TableValue;
};

/** Makes M values of a service's JSON, by its metadata. */
export class EntityReader {
  readonly #service: Service;
  readonly #related: Related;

  constructor(service: Service, related: Related) {
    this.#service = service;
    this.#related = related;
  }

  /** The table type of entities or complex values. */
  tableType(type: StructuredType, model: Model, selected?: readonly string[]): TypeValue {
    const fields = this.#columns(type, model, selected).map(({ name, type: columnType }) => ({
      name,
      type: columnType,
      optional: false,
    }));
    const hasKey = type.key.length > 0 && type.key.every((name) => fields.some((field) => field.name === name));
    return tableTypeOf(recordTypeOf(fields, false), hasKey ? [{ columns: type.key, primary: true }] : []);
  }

  /** The value of an answer's JSON; that of an entity has its related entities fetched when they are asked for. */
  value(json: Plain, use: TypeUse, origin: Origin): Value {
    if (json === null) return null;
    const { model } = origin;
    const structured = model.structured(use.name);
    if (use.isCollection) {
      if (!(json instanceof ListValue)) throw cannotConvert(json, primitiveTypes.list);
      if (structured) {
        const rows = (): Iterable<Row> => this.rows(json, structured, origin);
        return TableValue.ofType(this.tableType(structured, model), rows);
      }
      const item = { ...use, isCollection: false };
      return ListValue.of(json.toArray().map((cell) => this.value(read(cell), item, origin)));
    }
    if (!structured) return edmTypeOf(model.primitiveName(use.name)).read(json);
    if (!(json instanceof RecordValue)) throw cannotConvert(json, primitiveTypes.record);
    const columns = this.#columns(structured, model, origin.context?.selected);
    return new RecordValue(new Shape(columns.map(({ name }) => name)), this.#cells(json, structured, origin, columns));
  }

  /** The rows of a list of entities or complex values, with the columns of `tableType`. */
  *rows(list: ListValue, type: StructuredType, origin: Origin, selected?: readonly string[]): Iterable<Row> {
    const columns = this.#columns(type, origin.model, selected);
    for (const cell of list.cells()) {
      const json = read(cell);
      if (!(json instanceof RecordValue)) throw cannotConvert(json, primitiveTypes.record);
      yield this.#cells(json, type, origin, columns);
    }
  }

  #columns(type: StructuredType, model: Model, selected?: readonly string[]): readonly Column[] {
    const columns = type.properties
      .filter(({ name, isNavigation }) => isNavigation || !selected || selected.includes(name))
      .map((property): Column => ({ name: property.name, property, type: columnType(property, model) }));
    const hasMore = this.#service.options.hasMoreColumns && (type.isOpen || model.isPolymorphic(type.name));
    return hasMore ? [...columns, { name: moreColumns, property: undefined, type: primitiveTypes.record }] : columns;
  }

  #cells(json: RecordValue, type: StructuredType, origin: Origin, columns: readonly Column[]): Cell[] {
    return columns.map(({ property }) => {
      if (!property) return new Thunk(() => this.#undeclared(json, type, origin));
      const { name, use } = property;
      if (property.isNavigation) return this.#relatedCell(json, property, type, origin);
      if (use.name === "Edm.Stream") {
        return new Thunk(() => this.#service.contents(addressOf(json, property, type, origin), "*/*"));
      }
      const cell = json.cell(name);
      return cell === undefined ? null : new Thunk(() => this.value(read(cell), use, within(origin)));
    });
  }

  #relatedCell(json: RecordValue, property: Property, type: StructuredType, origin: Origin): Cell {
    const { name, use } = property;
    const cell = json.cell(name);
    const isWhole = annotationOf(json, "nextLink", name) === null;
    if (cell !== undefined && isWhole) return new Thunk(() => this.value(read(cell), use, within(origin)));
    return new Thunk(() => {
      const url = addressOf(json, property, type, origin);
      return use.isCollection ? this.#related.many(url, use, origin) : this.#related.one(url);
    });
  }

  /** The properties that the declared type does not have: those of an open type, and of a type derived from it. */
  #undeclared(json: RecordValue, type: StructuredType, origin: Origin): RecordValue {
    const { model } = origin;
    const actual = annotationOf(json, "type");
    const derived =
      typeof actual === "string" ? model.structured(model.parseUse(actual.replace("#", "")).name) : undefined;
    const entries = json.entries().flatMap(([name, cell]): [string, Cell][] => {
      if (name.includes("@") || type.properties.some((property) => property.name === name)) return [];
      const declared = derived?.properties.find((property) => property.name === name)?.use;
      const use = declared ?? annotatedUse(annotationOf(json, "type", name), model);
      return [[name, use ? new Thunk(() => this.value(read(cell), use, within(origin))) : force(cell)]];
    });
    return RecordValue.fromEntries(entries);
  }
}

type Column = {
  readonly name: string;
  /** `undefined` for the column of what is not declared. */
  readonly property: Property | undefined;
  readonly type: TypeValue;
};

function columnType({ use, isNavigation }: Property, model: Model): TypeValue {
  const isStructured = model.structured(use.name) !== undefined;
  if (use.isCollection && isStructured) return primitiveTypes.table;
  if (isNavigation || isStructured) return use.nullable ? nullableOf(primitiveTypes.record) : primitiveTypes.record;
  if (use.name === "Edm.Stream") return primitiveTypes.binary;
  const { type } = edmTypeOf(model.primitiveName(use.name));
  if (use.isCollection) return listTypeOf(use.nullable ? nullableOf(type) : type);
  return use.nullable ? nullableOf(type) : type;
}

/** `#Int64`, `#Chime.Offer`, `#Collection(String)`: the type of a property that is not declared. */
function annotatedUse(annotation: Plain, model: Model): TypeUse | undefined {
  if (typeof annotation !== "string") return undefined;
  const use = model.parseUse(annotation.replace("#", ""));
  return use.name.includes(".") ? use : { ...use, name: `Edm.${use.name}` };
}

/** What stands inside an answer has no address of its own. */
function within({ root, model }: Origin): Origin {
  return { root, model, context: undefined };
}

/** Where a property is fetched from: the link that the service gives, or the entity's own address and the property's name. */
function addressOf(json: RecordValue, { name }: Property, type: StructuredType, origin: Origin): string {
  for (const link of ["navigationLink", "mediaReadLink"]) {
    const given = annotationOf(json, link, name);
    if (typeof given === "string") return resolve(given, origin.root).href;
  }
  return `${entityAddress(json, type, origin)}/${name}`;
}

function entityAddress(json: RecordValue, type: StructuredType, { root, model, context }: Origin): string {
  const given = annotationOf(json, "id") ?? annotationOf(json, "editLink") ?? annotationOf(json, "readLink");
  if (typeof given === "string") return resolve(given, root).href;
  if (context?.path === undefined) throw expressionError("The OData service does not tell the entity's address.", json);
  if (!context.isKeyed) return root + context.path;
  const literals = type.key.map((name) => {
    const use = type.properties.find((property) => property.name === name)?.use.name ?? "Edm.String";
    const literal = printLiteral(json.get(name), model.primitiveName(use));
    return [name, encodeURIComponent(model.isEnumeration(use) ? use + literal : literal)] as const;
  });
  const [only] = literals;
  const key = literals.length === 1 ? only![1] : literals.map(([name, literal]) => `${name}=${literal}`).join(",");
  return `${root}${context.path}(${key})`;
}
