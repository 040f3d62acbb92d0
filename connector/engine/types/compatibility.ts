import {
  anyType,
  listTypeOf,
  nullableOf,
  primitiveTypes,
  recordTypeOf,
  tableTypeOf,
  type FieldType,
  type TypeValue,
} from "./type-value.ts";

/**
 * Whether every value of one type is also one of another (specification: "Types"). The second is meant to be a nullable primitive
 * type; of a custom one only the kind and the nullability count.
 */
export function isCompatible(type: TypeValue, target: TypeValue): boolean {
  if (target.of === "any" || type.of === "none") return true;
  if (type.nullable && !target.nullable) return false;
  return target.of === "anynonnull" || type.of === "null" || type.of === target.of;
}

/** The narrowest type that this engine can name for the values of all of the types: `none` for no types. */
export function unionOf(types: readonly TypeValue[]): TypeValue {
  return types.reduce(unionOfTwo, primitiveTypes.none);
}

function unionOfTwo(left: TypeValue, right: TypeValue): TypeValue {
  if (left === right || right.of === "none") return left;
  if (left.of === "none") return right;
  if (left.of === "null") return nullableOf(right);
  if (right.of === "null") return nullableOf(left);
  const isNullable = left.nullable || right.nullable;
  if (left.of !== right.of) return isNullable ? anyType : primitiveTypes.anynonnull;
  const union = unionOfKind(left, right);
  return isNullable ? nullableOf(union) : union;
}

/**
 * The type of the rows of several tables together: every column of any of them, in order of appearance; where a table lacks a
 * column, its rows have null.
 */
export function unionOfTables(types: readonly TypeValue[]): TypeValue {
  const found = new Map<string, TypeValue[]>();
  for (const { name, type } of types.flatMap((table) => table.row?.fields ?? [])) {
    const known = found.get(name);
    if (known) known.push(type);
    else found.set(name, [type]);
  }
  const fields = Array.from(found, ([name, columns]): FieldType => {
    const type = unionOf(columns);
    return { name, type: columns.length < types.length ? nullableOf(type) : type, optional: false };
  });
  return tableTypeOf(recordTypeOf(fields, false));
}

/** The union of two types of one kind, nullability apart. */
function unionOfKind(left: TypeValue, right: TypeValue): TypeValue {
  if (left.name !== undefined && left.name === right.name) return left;
  if (left.item && right.item) return listTypeOf(unionOfTwo(left.item, right.item));
  if (left.fields && right.fields)
    return recordTypeOf(unionOfFields(left.fields, right.fields), left.open || right.open);
  if (left.row && right.row) return unionOfTables([left, right]);
  return primitiveTypes[left.of];
}

function unionOfFields(left: readonly FieldType[], right: readonly FieldType[]): FieldType[] {
  const others = new Map(right.map((field) => [field.name, field]));
  const merged = left.map((field): FieldType => {
    const other = others.get(field.name);
    if (!other) return { ...field, optional: true };
    return { name: field.name, type: unionOfTwo(field.type, other.type), optional: field.optional || other.optional };
  });
  const names = new Set(left.map((field) => field.name));
  return [...merged, ...right.filter((field) => !names.has(field.name)).map((field) => ({ ...field, optional: true }))];
}
