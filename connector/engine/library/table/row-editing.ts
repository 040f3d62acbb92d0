import { asType, cannotConvert } from "../../types/convert.ts";
import { anyType, primitiveTypes, type TypeValue } from "../../types/type-value.ts";
import { unionOfTables } from "../../types/compatibility.ts";
import { force, type Cell } from "../../values/cell.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { plain, read, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { partitionValues, withPartitions } from "./partitions.ts";
import { readCount, readList } from "../list/arguments.ts";
import { sliced } from "../list/lazy.ts";
import { columnsOf, readColumns, tableOf, type Column } from "./columns.ts";
import { rowsOfRecords } from "./rows.ts";

/** Those of "Row operations" of Microsoft's table functions that combine, cut or change tables by rows. */
export const rowEditing: readonly FunctionDeclaration[] = [
  {
    signature: "Table.Combine(tables as list, optional columns as any) as table",
    summary:
      "The rows of several tables under the union of their columns, or under given columns; what a table lacks is null.",
    examples: [
      {
        usage: 'Table.Combine({#table({"a"}, {{1}}), #table({"b", "a"}, {{2, 3}})})',
        output: '#table({"a", "b"}, {{1, null}, {3, 2}})',
      },
      { usage: 'Table.Combine({#table({"a", "b"}, {{1, 2}})}, {"b"})', output: '#table({"b"}, {{2}})' },
    ],
    call: (tables: ListValue, columns: Value) => combineTables(Array.from(tables.cells(), readTable), columns),
  },
  {
    signature:
      "Table.FromPartitions(partitionColumn as text, partitions as list, optional partitionColumnType as nullable type) as table",
    summary: "The rows of tables given as pairs of a value and a table, with that value in one more column.",
    examples: [
      {
        usage: 'Table.FromPartitions("year", {{2019, #table({"a"}, {{1}})}, {2020, #table({"a"}, {{2}})}})',
        output: '#table({"a", "year"}, {{1, 2019}, {2, 2020}})',
      },
    ],
    call: (column: string, partitions: ListValue, type: TypeValue | null) => {
      const parts = Array.from(partitions.cells(), (cell) => {
        const [value = null, table = null] = readList(cell).toArray();
        return withColumn(readTable(table), { name: column, type: type ?? anyType }, value);
      });
      return withPartitions(combineTables(parts, null), partitionValues(column, partitions, type));
    },
  },
  {
    signature: "Table.InsertRows(table as table, offset as number, rows as list) as table",
    summary: "The table with records inserted as rows at a position.",
    examples: [
      {
        usage: 'Table.InsertRows(#table({"a"}, {{1}, {3}}), 1, {[a = 2]})',
        output: '#table({"a"}, {{1}, {2}, {3}})',
      },
    ],
    call: (table: TableValue, offset: number, rows: ListValue) => replaceRows(table, offset, 0, rows),
  },
  {
    signature: "Table.Partition(table as table, column as text, groups as number, hash as function) as list",
    summary: "The table cut into so many tables by a hash of a column's value, modulo their number.",
    examples: [
      {
        usage: 'Table.Partition(#table({"a"}, {{2}, {1}, {4}}), "a", 2, each _)',
        output: '{#table({"a"}, {{2}, {4}}), #table({"a"}, {{1}})}',
      },
    ],
    call: partition,
  },
  {
    signature: "Table.Repeat(table as table, count as number) as table",
    summary: "The rows so many times over.",
    examples: [{ usage: 'Table.Repeat(#table({"a"}, {{1}, {2}}), 2)', output: '#table({"a"}, {{1}, {2}, {1}, {2}})' }],
    call: (table: TableValue, count: number) => {
      readCount(count, "count");
      return table.withRows(function* () {
        for (let time = 0; time < count; time++) yield* table.rows();
      });
    },
  },
  {
    signature: "Table.ReplaceRows(table as table, offset as number, count as number, rows as list) as table",
    summary: "The table with so many rows from a position on replaced by records.",
    examples: [
      {
        usage: 'Table.ReplaceRows(#table({"a"}, {{1}, {8}, {9}, {4}}), 1, 2, {[a = 2], [a = 3]})',
        output: '#table({"a"}, {{1}, {2}, {3}, {4}})',
      },
    ],
    call: replaceRows,
  },
  {
    signature: "Table.ReverseRows(table as table) as table",
    summary: "The rows from the last to the first.",
    examples: [{ usage: 'Table.ReverseRows(#table({"a"}, {{1}, {2}}))', output: '#table({"a"}, {{2}, {1}})' }],
    call: (table: TableValue) => table.withRows(() => table.toArray().toReversed()),
  },
  {
    signature: "Table.SplitAt(table as table, count as number) as list",
    summary: "Two tables: the first rows, so many, and all that follow.",
    examples: [
      {
        usage: 'Table.SplitAt(#table({"a"}, {{1}, {2}, {3}}), 2)',
        output: '{#table({"a"}, {{1}, {2}}), #table({"a"}, {{3}})}',
      },
    ],
    call: (table: TableValue, count: number) => {
      readCount(count, "count");
      return ListValue.of([
        table.withRows(() => sliced(table.rows(), 0, count)),
        table.withRows(() => sliced(table.rows(), count)),
      ]);
    },
  },
];

/** The table in a cell. @throws EvaluationError when it is none. */
export function readTable(cell: Cell): TableValue {
  const value = read(cell);
  if (value instanceof TableValue) return value;
  throw cannotConvert(value, primitiveTypes.table);
}

function withColumn(table: TableValue, column: Column, cell: Cell): TableValue {
  return tableOf([...columnsOf(table), column], function* () {
    for (const row of table.rows()) yield [...row, cell];
  });
}

function combineTables(tables: readonly TableValue[], columns: Value): TableValue {
  const given = readColumns(columns);
  const type = given ? tableOf(given, []).type : unionOfTables(tables.map((table) => table.type));
  const combined = type.row?.fields ?? [];
  return TableValue.ofType(type, function* (): Iterable<Row> {
    for (const table of tables) {
      const sources = combined.map(({ name }) => table.shape.indexOf(name));
      const isSame =
        sources.length === table.columns.length && sources.every((source, position) => source === position);
      for (const row of table.rows()) {
        yield isSame ? row : sources.map((source) => (source === undefined ? null : row[source]!));
      }
    }
  });
}

function replaceRows(table: TableValue, offset: number, count: number, records: ListValue): TableValue {
  const from = readCount(offset, "offset");
  const end = from + readCount(count, "count");
  return table.withRows(function* () {
    let position = 0;
    for (const row of table.rows()) {
      if (position === from) yield* rowsOfRecords(table, records.cells());
      if (position < from || position >= end) yield row;
      position++;
    }
    if (position < from) throw argumentOutOfRange("offset", offset);
    if (position < end) throw argumentOutOfRange("count", count);
    if (position === from) yield* rowsOfRecords(table, records.cells());
  });
}

function partition(table: TableValue, column: string, groups: number, hash: FunctionValue): ListValue {
  if (readCount(groups, "groups") === 0) throw argumentOutOfRange("groups", groups);
  const position = table.position(column);
  const parts = Array.from({ length: groups }, (): Row[] => []);
  for (const row of table.rows()) {
    const value = plain(asType(hash.invoke([force(row[position]!)]), primitiveTypes.number)) as number;
    const part = parts[((value % groups) + groups) % groups];
    if (part === undefined) throw argumentOutOfRange("hash", value);
    part.push(row);
  }
  return ListValue.of(parts.map((rows) => table.withRows(rows)));
}
