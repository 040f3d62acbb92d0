import { asType, cannotConvert } from "../../types/convert.ts";
import { anyType, nullableOf, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { force, Thunk, type Cell } from "../../values/cell.ts";
import { argumentOutOfRange, columnNotFound } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import type { Evaluation } from "../evaluation.ts";
import {
  checkOptions,
  readCount,
  readFunction,
  readList,
  readMember,
  readMissingField,
  readOption,
  readText,
  type MissingField,
} from "../list/arguments.ts";
import { paged } from "../list/lazy.ts";
import { readOperations } from "../record/arrangement.ts";
import {
  columnsOf,
  keysWithout,
  mapRows,
  numberedColumns,
  readColumns,
  replaceColumn,
  tableOf,
  type Column,
} from "./columns.ts";
import { cellConverter } from "./convert-column.ts";
import { rowOfList } from "./rows.ts";
import { fillRow, partType, type ExtraValues } from "./splitting.ts";

/** Those of "Transformation" of Microsoft's table functions that change cells, types or the outline of a table. */
export const transforming: readonly FunctionDeclaration[] = [
  {
    signature: "Table.Split(table as table, pageSize as number) as list",
    summary: "The table cut into tables of so many rows, the last of which may be shorter.",
    examples: [
      {
        usage: 'Table.Split(#table({"a"}, {{1}, {2}, {3}}), 2)',
        output: '{#table({"a"}, {{1}, {2}}), #table({"a"}, {{3}})}',
      },
    ],
    call: (table: TableValue, pageSize: number) => {
      if (readCount(pageSize, "pageSize") === 0) throw argumentOutOfRange("pageSize", pageSize);
      return ListValue.stream(function* () {
        for (const page of paged(table.rows(), pageSize)) yield table.withRows(page);
      });
    },
  },
  {
    signature:
      "Table.SplitColumn(table as table, sourceColumn as text, splitter as function, optional columnNamesOrNumber as any, optional default as any, optional extraColumns as any) as table",
    summary:
      "The table with a column split into several by a splitter: into named ones, so many, or as many as the longest split gives.",
    examples: [
      {
        usage:
          'Table.SplitColumn(#table({"id", "name"}, {{1, "Ann Lee"}, {2, "Bo"}}), "name", Splitter.SplitTextByDelimiter(" "))',
        output: '#table({"id", "name.1", "name.2"}, {{1, "Ann", "Lee"}, {2, "Bo", null}})',
      },
      {
        usage:
          'Table.SplitColumn(#table({"name"}, {{"a b c"}}), "name", Splitter.SplitTextByDelimiter(" "), {"x", "y"}, null, ExtraValues.List)',
        output: '#table({"x", "y"}, {{"a", {"b", "c"}}})',
      },
    ],
    call: splitColumn,
  },
  {
    signature:
      "Table.TransformColumns(table as table, transformOperations as list, optional defaultTransformation as nullable function, optional missingField as nullable MissingField.Type) as table",
    summary:
      "The table with functions applied to the cells of columns, each given as `{column, function}` or `{column, function, type}`, and a function for all other columns.",
    examples: [
      {
        usage:
          'Table.TransformColumns(#table({"a", "b"}, {{"1", 2}}), {{"a", Number.FromText}, {"b", each _ + 1, type number}})',
        output: '#table({"a", "b"}, {{1, 3}})',
      },
      {
        usage: 'Table.TransformColumns(#table({"a"}, {{1}}), {"x", each _}, each _ * 2, MissingField.UseNull)',
        output: '#table({"a", "x"}, {{2, null}})',
      },
    ],
    call: transformColumns,
  },
  {
    signature:
      "Table.TransformColumnTypes(table as table, typeTransformations as list, optional culture as any) as table",
    summary:
      "The table with columns converted to types, each given as `{column, type}`; the third argument is a culture or a record of Culture and MissingField. What cannot be converted is an error in its cell.",
    examples: [
      {
        usage: 'Table.TransformColumnTypes(#table({"a", "b"}, {{"1", 2}}), {{"a", type number}, {"b", type text}})',
        output: '#table({"a", "b"}, {{1, "2"}})',
      },
      {
        usage: 'Table.TransformColumnTypes(#table({"on"}, {{"1/11/2020"}}), {"on", type date}, "en-GB")',
        output: '#table({"on"}, {{#date(2020, 11, 1)}})',
      },
    ],
    bind: (evaluation) => (table: TableValue, transformations: ListValue, culture: Value) =>
      transformTypes(table, transformations, culture, evaluation),
  },
  {
    signature: "Table.TransformRows(table as table, transform as function) as list",
    summary: "What a function makes of each row, given as a record.",
    examples: [{ usage: 'Table.TransformRows(#table({"a"}, {{1}, {2}}), each [a] * 2)', output: "{2, 4}" }],
    call: (table: TableValue, transform: FunctionValue) =>
      ListValue.stream(function* () {
        for (const row of table.rows()) yield new Thunk(() => transform.invoke([table.record(row)]));
      }),
  },
  {
    signature: "Table.Transpose(table as table, optional columns as any) as table",
    summary: "The table with its rows as columns and its columns as rows.",
    examples: [
      {
        usage: 'Table.Transpose(#table({"a", "b"}, {{1, 2}, {3, 4}, {5, 6}}))',
        output: '#table({"Column1", "Column2", "Column3"}, {{1, 3, 5}, {2, 4, 6}})',
      },
    ],
    call: (table: TableValue, columns: Value) => {
      const rows = table.toArray();
      const given = readColumns(columns) ?? numberedColumns(rows.length);
      const turned = table.columns.map((_, position) => rows.map((row) => row[position]!));
      return tableOf(given, () => turned.map((cells) => rowOfList(ListValue.of(cells), given.length)));
    },
  },
];

function splitColumn(
  table: TableValue,
  column: string,
  splitter: FunctionValue,
  namesOrNumber: Value,
  fill: Value,
  extraColumns: Value,
): TableValue {
  const position = table.position(column);
  const extra = readMember<ExtraValues>(plain(extraColumns), [0, 1, 2], "extraColumns", 2);
  const split = (row: Row): readonly Cell[] => readList(splitter.invoke([force(row[position]!)])).toArray();
  const type = partType(splitter);
  const added = splitNames(column, namesOrNumber, () => longestSplit(table, split)).map((name) => ({ name, type }));
  return tableOf(
    replaceColumn(columnsOf(table), position, added),
    () =>
      mapRows(table, (row) => {
        // One split serves all its cells, and is made when the first of them is read.
        let made: Row | undefined;
        const cells = (): Row => (made ??= fillRow(split(row), added.length, { fill, extra }));
        const parts = added.map((_, index) => new Thunk(() => force(cells()[index]!)));
        return [...row.slice(0, position), ...parts, ...row.slice(position + 1)];
      }),
    keysWithout(table, [column]),
  );
}

function splitNames(column: string, namesOrNumber: Value, longest: () => number): readonly string[] {
  const given = plain(namesOrNumber);
  if (given instanceof ListValue) return Array.from(given.cells(), readText);
  if (given !== null && typeof given !== "number") throw cannotConvert(given, primitiveTypes.list);
  const count = given === null ? longest() : readCount(given, "columnNamesOrNumber");
  return Array.from({ length: count }, (_, index) => `${column}.${index + 1}`);
}

function longestSplit(table: TableValue, split: (row: Row) => readonly Cell[]): number {
  let longest = 1;
  for (const row of table.rows()) longest = Math.max(longest, split(row).length);
  return longest;
}

function transformColumns(
  table: TableValue,
  operations: ListValue,
  otherwise: FunctionValue | null,
  missingField: Plain,
): TableValue {
  const missing = readMissingField(missingField);
  const transforms = new Map<number, FunctionValue>();
  const columns: Column[] = [...columnsOf(table)];
  const named = new Set<number>();
  for (const [nameCell = null, transformCell = null, typeCell = null] of readOperations(operations)) {
    const name = readText(nameCell);
    const transform = readFunction(transformCell);
    const position = positionIn(table, name, missing);
    if (position === undefined) {
      if (missing === 2) columns.push({ name, type: anyType });
      continue;
    }
    named.add(position);
    transforms.set(position, transform);
    columns[position] = { name, type: readType(read(typeCell)) ?? transform.type.result ?? anyType };
  }
  if (otherwise) {
    for (const position of table.columns.keys()) {
      if (named.has(position)) continue;
      transforms.set(position, otherwise);
      columns[position] = { name: table.columns[position]!, type: otherwise.type.result ?? anyType };
    }
  }
  return changeColumns(table, columns, new Map(Array.from(transforms, ([position, fn]) => [position, lazily(fn)])));
}

function lazily(transform: FunctionValue): (cell: Cell) => Cell {
  return (cell) => new Thunk(() => transform.invoke([force(cell)]));
}

function transformTypes(
  table: TableValue,
  transformations: ListValue,
  options: Value,
  evaluation: Evaluation,
): TableValue {
  const { culture, missing } = readTypeOptions(plain(options));
  const changes = new Map<number, (cell: Cell) => Cell>();
  const columns: Column[] = [...columnsOf(table)];
  for (const [nameCell = null, typeCell = null] of readOperations(transformations)) {
    const name = readText(nameCell);
    const type = readType(read(typeCell));
    if (!type) throw cannotConvert(null, primitiveTypes.type);
    const convert = cellConverter(type, culture, evaluation);
    const position = positionIn(table, name, missing);
    // Null stays null, whatever the type: the column takes it.
    const column = { name, type: nullableOf(type) };
    if (position === undefined) {
      if (missing === 2) columns.push(column);
      continue;
    }
    changes.set(position, convert);
    columns[position] = column;
  }
  return changeColumns(table, columns, changes);
}

function readTypeOptions(options: Plain): { readonly culture: string | null; readonly missing: MissingField } {
  if (!(options instanceof RecordValue)) return { culture: readCulture(options), missing: 0 };
  checkOptions(options, ["Culture", "MissingField"], "Table.TransformColumnTypes");
  return {
    culture: readCulture(readOption(options, "Culture")),
    missing: readMissingField(readOption(options, "MissingField")),
  };
}

function readCulture(value: Plain): string | null {
  return value === null ? null : (plain(asType(value, primitiveTypes.text)) as string);
}

/** The table with changes at positions. Columns beyond its own are null. */
function changeColumns(
  table: TableValue,
  columns: readonly Column[],
  changes: ReadonlyMap<number, (cell: Cell) => Cell>,
): TableValue {
  const steps = [...changes];
  const added = Array.from({ length: columns.length - table.columns.length }, (): Cell => null);
  const changed = steps.map(([position]) => table.columns[position]!);
  return tableOf(
    columns,
    () =>
      mapRows(table, (row) => {
        const next = added.length === 0 ? row.slice() : [...row, ...added];
        for (const [position, change] of steps) next[position] = change(row[position]!);
        return next;
      }),
    keysWithout(table, changed),
  );
}

function positionIn(table: TableValue, name: string, missing: MissingField): number | undefined {
  const position = table.shape.indexOf(name);
  if (position === undefined && missing === 0) throw columnNotFound(name);
  return position;
}

function readType(value: Plain): TypeValue | undefined {
  if (value === null) return undefined;
  if (value instanceof TypeValue) return value;
  throw cannotConvert(value, primitiveTypes.type);
}
