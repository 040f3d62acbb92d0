import { readList, readText, type MissingField } from "../list/arguments.ts";
import { force, type Cell } from "../../values/cell.ts";
import type { ListValue } from "../../values/list.ts";
import type { Shape } from "../../values/record.ts";

/** Fields of a new record, or columns of a new table: a name, and the position it comes from; `undefined` for one that is all null. */
export type Arrangement = readonly { readonly name: string; readonly source: number | undefined }[];

/** Says what is wrong when a name is not there: a record's field or a table's column. */
export type NotFound = (name: string) => Error;

/** The named ones, in the order of the names. */
export function selectNames(
  shape: Shape,
  names: readonly string[],
  missing: MissingField,
  notFound: NotFound,
): Arrangement {
  const known = (name: string): boolean => isKept(shape, name, missing, notFound);
  return names.filter(known).map((name) => ({ name, source: shape.indexOf(name) }));
}

/** All but the named ones. */
export function removeNames(
  shape: Shape,
  names: readonly string[],
  missing: MissingField,
  notFound: NotFound,
): Arrangement {
  const removed = new Set(names.filter((name) => isKept(shape, name, missing, notFound)));
  return arrange(shape).filter(({ name }) => !removed.has(name));
}

/** All, some under new names. Every pair names the old names, so that two can be swapped. A missing one that is to be null comes last. */
export function renameNames(
  shape: Shape,
  renames: readonly (readonly [from: string, to: string])[],
  missing: MissingField,
  notFound: NotFound,
): Arrangement {
  const kept = renames.filter(([from]) => isKept(shape, from, missing, notFound));
  const newNames = new Map(kept);
  const added = kept.filter(([from]) => shape.indexOf(from) === undefined);
  return [
    ...arrange(shape).map(({ name, source }) => ({ name: newNames.get(name) ?? name, source })),
    ...added.map(([, to]) => ({ name: to, source: undefined })),
  ];
}

/**
 * All, the named ones in the order of the names on the places that they have together; the place of a missing one that is to be
 * null is behind all others.
 */
export function reorderNames(
  shape: Shape,
  names: readonly string[],
  missing: MissingField,
  notFound: NotFound,
): Arrangement {
  const moved = names.filter((name) => isKept(shape, name, missing, notFound));
  const added = moved.filter((name) => shape.indexOf(name) === undefined);
  const places = new Set(moved);
  const order = moved.values();
  return [...shape.names, ...added].map((place) => {
    const name = places.has(place) ? (order.next().value ?? place) : place;
    return { name, source: shape.indexOf(name) };
  });
}

/** The cells of an arrangement, taken from a record's or a row's. */
export function takeCells(arrangement: Arrangement, cells: readonly Cell[]): Cell[] {
  return arrangement.map(({ source }) => (source === undefined ? null : cells[source]!));
}

/** Whether the arrangement is that of the shape itself, so that cells need not be moved. */
export function isInPlace(arrangement: Arrangement, shape: Shape): boolean {
  return arrangement.length === shape.names.length && arrangement.every(({ source }, position) => source === position);
}

function arrange(shape: Shape): Arrangement {
  return shape.names.map((name, source) => ({ name, source }));
}

/** Whether a name takes part: it is there, or it is missing and becomes null. */
function isKept(shape: Shape, name: string, missing: MissingField, notFound: NotFound): boolean {
  if (shape.indexOf(name) !== undefined) return true;
  if (missing === 0) throw notFound(name);
  return missing === 2;
}

/** Reads one operation such as `{"A", fn}`, or a list of them. */
export function readOperations(operations: ListValue): readonly (readonly Cell[])[] {
  const cells = operations.toArray();
  const first = cells[0];
  if (first === undefined) return [];
  return typeof force(first) === "string" ? [cells] : cells.map((cell) => readList(cell).toArray());
}

/** Reads `{old, new}`, or a list of such pairs. */
export function readRenames(renames: ListValue): (readonly [string, string])[] {
  return readOperations(renames).map(([from = null, to = null]) => [readText(from), readText(to)]);
}
