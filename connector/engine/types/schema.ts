import { RecordValue, Shape } from "../values/record.ts";
import { expressionError } from "../values/errors.ts";
import { metadataOf } from "../values/metadata.ts";
import { TableValue } from "../values/table.ts";
import { read, type Plain } from "../values/value.ts";
import type { Cell } from "../values/cell.ts";
import { typeLabel } from "../values/compare.ts";
import { nullableOf, primitiveTypes, type Facets, type TypeValue } from "./type-value.ts";

/** The facets of a type, as the fields of `Type.Facets` and the columns of `Table.Schema`, each with its kind. */
const facetKinds = {
  NumericPrecisionBase: "number",
  NumericPrecision: "number",
  NumericScale: "number",
  DateTimePrecision: "number",
  MaxLength: "number",
  IsVariableLength: "logical",
  NativeTypeName: "text",
  NativeDefaultExpression: "text",
  NativeExpression: "text",
} as const;

const facetNames = Object.keys(facetKinds) as (keyof typeof facetKinds)[];
const facetShape = new Shape(facetNames);

/** The record of all facets; null for what is not set. */
export function facetRecord(type: TypeValue): RecordValue {
  return new RecordValue(facetShape, facetCells(type));
}

/** Reads a record of facets. @throws EvaluationError when a field is no facet or has a value of another kind. */
export function readFacets(record: RecordValue): Facets {
  const facets: Record<string, string | number | boolean> = {};
  for (const [name, cell] of record.entries()) {
    const kind = Object.hasOwn(facetKinds, name) ? facetKinds[name as keyof typeof facetKinds] : undefined;
    if (kind === undefined) throw expressionError(`'${name}' isn't a facet of a type.`, name);
    const value = read(cell);
    if (value === null) continue;
    if (!isOfKind(value, kind)) throw expressionError(`The facet '${name}' must be a ${kind} value.`, value);
    facets[name] = value;
  }
  return facets;
}

function isOfKind(value: Plain, kind: "number" | "logical" | "text"): value is number | boolean | string {
  switch (kind) {
    case "number":
      return typeof value === "number";
    case "logical":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string";
  }
}

function facetCells(type: TypeValue): Cell[] {
  return facetNames.map((name) => type.facets[name] ?? null);
}

const schemaColumns = [
  ...["Name", "Position", "TypeName", "Kind", "IsNullable"],
  ...facetNames,
  ...["Description", "IsWritable", "FieldCaption"],
];

/** The columns of a table type as a table, one row each (`Table.Schema`); whether they can be written to is not known. */
export function schemaOf(type: TypeValue): TableValue {
  const rows = (type.row?.fields ?? []).map((field, position): Cell[] => [
    field.name,
    position,
    typeNameOf(field.type),
    field.type.of,
    field.type.nullable,
    ...facetCells(field.type),
    metadataOf(field.type).cell("Documentation.FieldDescription") ?? null,
    null,
    metadataOf(field.type).cell("Documentation.FieldCaption") ?? null,
  ]);
  const { text, number, logical } = primitiveTypes;
  const facetTypes = facetNames.map((name) => nullableOf(primitiveTypes[facetKinds[name]]));
  return TableValue.from({
    columns: schemaColumns,
    types: [
      ...[text, number, text, text, logical],
      ...facetTypes,
      ...[nullableOf(text), nullableOf(logical), nullableOf(text)],
    ],
    rows,
  });
}

/** The published name of a type: `Int64.Type`, `Text.Type`; structured types go by their kind. */
function typeNameOf(type: TypeValue): string {
  return type.name ?? `${typeLabel(type.of)}.Type`;
}
