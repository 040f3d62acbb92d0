import { numberToText } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { formatError, notSupported } from "../../values/errors.ts";
import { RecordValue } from "../../values/record.ts";
import { read } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";

/** How points of a kind are named: their first two coordinates, and the reference system that goes without saying. */
type Space = { readonly name: string; readonly axes: readonly [string, string]; readonly srid: number };

const geography: Space = { name: "Geography", axes: ["Longitude", "Latitude"], srid: 4326 };
const geometry: Space = { name: "Geometry", axes: ["X", "Y"], srid: 0 };

const difference = "Microsoft does not document the fields of the record. Only points are read and written.";

/** Those of "Serialization" of Microsoft's record functions that are about places. */
export const spatial: readonly FunctionDeclaration[] = [
  {
    signature: "Geography.FromWellKnownText(input as nullable text) as nullable record",
    summary: "A place on the earth, from Well-Known Text.",
    difference,
    examples: [
      {
        usage: 'Geography.FromWellKnownText("POINT(-122.3 47.6)")',
        output: '[Kind = "POINT", Longitude = -122.3, Latitude = 47.6, SRID = 4326]',
      },
    ],
    call: (input: string | null) => (input === null ? null : readPoint(input, geography)),
  },
  {
    signature:
      "Geography.ToWellKnownText(input as nullable record, optional omitSRID as nullable logical) as nullable text",
    summary: "A place on the earth as Well-Known Text.",
    difference,
    examples: [
      {
        usage: "Geography.ToWellKnownText(GeographyPoint.From(-122.3, 47.6))",
        output: '"SRID=4326;POINT(-122.3 47.6)"',
      },
      { usage: "Geography.ToWellKnownText(GeographyPoint.From(-122.3, 47.6), true)", output: '"POINT(-122.3 47.6)"' },
    ],
    call: (input: RecordValue | null, omits: boolean | null) => writePoint(input, omits, geography),
  },
  {
    signature:
      "GeographyPoint.From(longitude as number, latitude as number, optional z as nullable number, optional m as nullable number, optional srid as nullable number) as record",
    summary: "The record of a point on the earth.",
    difference,
    examples: [
      {
        usage: "GeographyPoint.From(-122.3, 47.6)",
        output: '[Kind = "POINT", Longitude = -122.3, Latitude = 47.6, SRID = 4326]',
      },
    ],
    call: (x: number, y: number, z: number | null, m: number | null, srid: number | null) =>
      pointOf(geography, [x, y, z, m], srid),
  },
  {
    signature: "Geometry.FromWellKnownText(input as nullable text) as nullable record",
    summary: "A place on a plane, from Well-Known Text.",
    difference,
    examples: [
      {
        usage: 'Geometry.FromWellKnownText("SRID=7;POINT(1 2 3)")',
        output: '[Kind = "POINT", X = 1, Y = 2, Z = 3, SRID = 7]',
      },
    ],
    call: (input: string | null) => (input === null ? null : readPoint(input, geometry)),
  },
  {
    signature:
      "Geometry.ToWellKnownText(input as nullable record, optional omitSRID as nullable logical) as nullable text",
    summary: "A place on a plane as Well-Known Text.",
    difference,
    examples: [{ usage: "Geometry.ToWellKnownText(GeometryPoint.From(1, 2), true)", output: '"POINT(1 2)"' }],
    call: (input: RecordValue | null, omits: boolean | null) => writePoint(input, omits, geometry),
  },
  {
    signature:
      "GeometryPoint.From(x as number, y as number, optional z as nullable number, optional m as nullable number, optional srid as nullable number) as record",
    summary: "The record of a point on a plane.",
    difference,
    examples: [{ usage: "GeometryPoint.From(1, 2)", output: '[Kind = "POINT", X = 1, Y = 2, SRID = 0]' }],
    call: (x: number, y: number, z: number | null, m: number | null, srid: number | null) =>
      pointOf(geometry, [x, y, z, m], srid),
  },
];

function pointOf(space: Space, coordinates: readonly (number | null)[], srid: number | null): RecordValue {
  const named = [...space.axes, "Z", "M"].flatMap((name, index): (readonly [string, Cell])[] => {
    const value = coordinates[index] ?? null;
    return value === null ? [] : [[name, value]];
  });
  return RecordValue.fromEntries([["Kind", "POINT"], ...named, ["SRID", srid ?? space.srid]]);
}

function readPoint(text: string, space: Space): RecordValue {
  const [, srid, kind, flags, body] =
    /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+?)\s*(ZM|Z|M)?\s*\((.*)\)\s*$/isu.exec(text) ?? [];
  if (kind === undefined || body === undefined) {
    throw formatError(`We couldn't parse the input provided as a ${space.name} value.`, text);
  }
  if (kind.toUpperCase() !== "POINT") throw notSupported(`${space.name}.FromWellKnownText's ${kind.toUpperCase()}`);
  const numbers = body.trim().split(/\s+/u).map(Number);
  if (numbers.some((number) => Number.isNaN(number)) || numbers.length < 2 || numbers.length > 4) {
    throw formatError(`We couldn't parse the input provided as a ${space.name} value.`, text);
  }
  const [x = null, y = null, third = null, fourth = null] = numbers;
  const coordinates = flags?.toUpperCase() === "M" ? [x, y, null, third] : [x, y, third, fourth];
  return pointOf(space, coordinates, srid === undefined ? null : Number(srid));
}

function writePoint(record: RecordValue | null, omitsSrid: boolean | null, space: Space): string | null {
  if (record === null) return null;
  const kind = read(record.cell("Kind") ?? null);
  if (kind !== "POINT") {
    throw notSupported(`${space.name}.ToWellKnownText's ${typeof kind === "string" ? kind : "record without a Kind"}`);
  }
  const numbers = [...space.axes, "Z", "M"].flatMap((name, index) => {
    const value = read(record.cell(name) ?? null);
    if (value === null && index > 1) return [];
    if (typeof value !== "number") throw cannotConvert(value, primitiveTypes.number);
    return [numberToText(value, null, "")];
  });
  const srid = read(record.cell("SRID") ?? null);
  const prefix = omitsSrid === true || typeof srid !== "number" ? "" : `SRID=${srid};`;
  return `${prefix}POINT(${numbers.join(" ")})`;
}
