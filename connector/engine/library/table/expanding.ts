import { cannotConvert } from "../../types/convert.ts";
import { anyType, nullableOf, primitiveTypes, type TypeValue } from "../../types/type-value.ts";
import { force, Thunk, type Cell } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import type { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { read } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readFunction, readList, readNames, readText } from "../list/arguments.ts";
import { readOperations } from "../record/arrangement.ts";
import { columnsOf, keysWithout, mapRows, replaceColumn, tableOf, type Column } from "./columns.ts";
import { columnAt } from "./conversions.ts";
import { readTable } from "./row-editing.ts";

/** Those of "Transformation" of Microsoft's table functions that take apart columns of records, lists and tables. */
export const expanding: readonly FunctionDeclaration[] = [
  {
    signature: "Table.AggregateTableColumn(table as table, column as text, aggregations as list) as table",
    summary:
      "The table with a column of tables replaced by aggregates of their columns, each given as `{column, function, new name}`.",
    examples: [
      {
        usage:
          'Table.AggregateTableColumn(#table({"t", "b"}, {{#table({"a"}, {{1}, {2}}), 5}}), "t", {{"a", List.Sum, "sum"}, {"a", List.Count, "count"}})',
        output: '#table({"sum", "count", "b"}, {{3, 2, 5}})',
      },
    ],
    call: aggregateTables,
  },
  {
    signature: "Table.ExpandListColumn(table as table, column as text) as table",
    summary:
      "The table with a row for each item of a column of lists, or each row of a column of tables; none gives null.",
    examples: [
      {
        usage: 'Table.ExpandListColumn(#table({"tag", "n"}, {{{"a", "b"}, 1}, {{}, 2}}), "tag")',
        output: '#table({"tag", "n"}, {{"a", 1}, {"b", 1}, {null, 2}})',
      },
    ],
    call: expandLists,
  },
  {
    signature:
      "Table.ExpandRecordColumn(table as table, column as text, fieldNames as list, optional newColumnNames as nullable list) as table",
    summary:
      "The table with a column of records replaced by some of their fields; a field that a record lacks is null.",
    examples: [
      {
        usage: 'Table.ExpandRecordColumn(#table({"r", "c"}, {{[a = 1, b = 2], 3}, {null, 4}}), "r", {"a"}, {"r.a"})',
        output: '#table({"r.a", "c"}, {{1, 3}, {null, 4}})',
      },
    ],
    call: expandRecords,
  },
  {
    signature:
      "Table.ExpandTableColumn(table as table, column as text, columnNames as list, optional newColumnNames as nullable list) as table",
    summary:
      "The table with a row for each row of the tables in a column, which gives way to some of their columns; no rows give nulls.",
    examples: [
      {
        usage:
          'Table.ExpandTableColumn(#table({"t", "b"}, {{#table({"a"}, {{1}, {2}}), 5}, {null, 6}}), "t", {"a"}, {"t.a"})',
        output: '#table({"t.a", "b"}, {{1, 5}, {2, 5}, {null, 6}})',
      },
    ],
    call: expandTables,
  },
];

function aggregateTables(table: TableValue, column: string, aggregations: ListValue): TableValue {
  const position = table.position(column);
  const parts = readOperations(aggregations).map(([inner = null, aggregate = null, name = null]) => ({
    inner: readText(inner),
    aggregate: readFunction(aggregate),
    name: readText(name),
  }));
  const added = parts.map(({ name, aggregate }) => ({ name, type: aggregate.type.result ?? anyType }));
  const aggregateCell = (cell: Cell, part: (typeof parts)[number]): Cell =>
    new Thunk(() => {
      const nested = readTable(cell);
      return part.aggregate.invoke([columnAt(nested, nested.position(part.inner))]);
    });
  return tableOf(
    replaceColumn(columnsOf(table), position, added),
    () =>
      mapRows(table, (row) =>
        spliced(
          row,
          position,
          parts.map((part) => aggregateCell(row[position]!, part)),
        ),
      ),
    keysWithout(table, [column]),
  );
}

function expandLists(table: TableValue, column: string): TableValue {
  const position = table.position(column);
  const given = columnsOf(table)[position]!;
  const item = given.type.item ?? given.type.row ?? anyType;
  return tableOf(replaceColumn(columnsOf(table), position, [{ name: column, type: nullableOf(item) }]), function* () {
    for (const row of table.rows()) {
      let isEmpty = true;
      for (const cell of itemsOf(row[position]!)) {
        isEmpty = false;
        yield spliced(row, position, [cell]);
      }
      if (isEmpty) yield spliced(row, position, [null]);
    }
  });
}

function* itemsOf(cell: Cell): Iterable<Cell> {
  const value = read(cell);
  if (value === null) return;
  if (value instanceof TableValue) for (const row of value.rows()) yield value.record(row);
  else yield* readList(value).cells();
}

function expandRecords(
  table: TableValue,
  column: string,
  fieldNames: ListValue,
  newColumnNames: ListValue | null,
): TableValue {
  const position = table.position(column);
  const names = readNames(fieldNames);
  const columns = columnsOf(table);
  const added = expandedColumns(columns[position]!.type, names, newColumnNames);
  return tableOf(
    replaceColumn(columns, position, added),
    () => mapRows(table, (row) => spliced(row, position, fieldCells(row[position]!, names))),
    keysWithout(table, [column]),
  );
}

/** The cells of a record's fields. A record that is not evaluated yet is left so until one of the cells is read. */
function fieldCells(cell: Cell, names: readonly string[]): Cell[] {
  if (cell instanceof RecordValue) return names.map((name) => cell.cell(name) ?? null);
  if (!(cell instanceof Thunk)) return names.map((name) => fieldOf(cell, name));
  return names.map((name) => new Thunk(() => force(fieldOf(cell, name))));
}

function fieldOf(cell: Cell, name: string): Cell {
  const value = read(cell);
  if (value === null) return null;
  if (!(value instanceof RecordValue)) {
    return new Thunk(() => {
      throw cannotConvert(value, primitiveTypes.record);
    });
  }
  return value.cell(name) ?? null;
}

function expandTables(
  table: TableValue,
  column: string,
  columnNames: ListValue,
  newColumnNames: ListValue | null,
): TableValue {
  const position = table.position(column);
  const names = readNames(columnNames);
  const columns = columnsOf(table);
  const nestedType = columns[position]!.type;
  const added = expandedColumns(nestedType.row ?? nestedType, names, newColumnNames);
  const empty: Row = names.map(() => null);
  return tableOf(replaceColumn(columns, position, added), function* () {
    for (const row of table.rows()) {
      let isEmpty = true;
      for (const cells of nestedRows(row[position]!, names)) {
        isEmpty = false;
        yield spliced(row, position, cells);
      }
      if (isEmpty) yield spliced(row, position, empty);
    }
  });
}

function* nestedRows(cell: Cell, names: readonly string[]): Iterable<Row> {
  const value = read(cell);
  if (value === null) return;
  if (value instanceof RecordValue) {
    yield fieldCells(value, names);
    return;
  }
  const nested = readTable(value);
  const positions = names.map((name) => nested.shape.indexOf(name));
  for (const row of nested.rows()) yield positions.map((at) => (at === undefined ? null : row[at]!));
}

function expandedColumns(type: TypeValue, names: readonly string[], newNames: ListValue | null): readonly Column[] {
  const given = newNames === null ? names : readNames(newNames);
  if (given.length !== names.length) {
    throw expressionError(`${names.length} columns are expanded, but ${given.length} new names were given.`, newNames);
  }
  const types = new Map(type.fields?.map((field) => [field.name, field.type]));
  return given.map((name, index) => ({ name, type: nullableOf(types.get(names[index]!) ?? anyType) }));
}

/** The row with several cells in place of the one at a position. */
function spliced(row: Row, position: number, cells: readonly Cell[]): Row {
  return [...row.slice(0, position), ...cells, ...row.slice(position + 1)];
}
