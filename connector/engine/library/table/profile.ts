import { anyType, nullableOf, primitiveTypes, type TypeValue } from "../../types/type-value.ts";
import { isCompatible } from "../../types/compatibility.ts";
import { compareValues } from "../../values/compare.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import type { FunctionValue } from "../../values/function.ts";
import type { ListValue } from "../../values/list.ts";

import type { Row, TableValue } from "../../values/table.ts";
import { kindOf, read, type Kind, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { averageOf } from "../list/average.ts";
import { holds, readFunction, readList, readText } from "../list/arguments.ts";
import { hashKey } from "../list/hash.ts";
import { columnsOf, tableOf, type Column } from "./columns.ts";
import { columnAt } from "./conversions.ts";
import { partitionValuesOf } from "./partitions.ts";

/** Those of "Information" of Microsoft's table functions that read a table to tell about it. */
export const profiling: readonly FunctionDeclaration[] = [
  {
    signature: "Table.PartitionValues(table as table) as table",
    summary: "The values of the partition columns of a table, a row for each partition.",
    difference: "Only tables of Table.FromPartitions are partitioned; others have no partition columns.",
    examples: [
      {
        usage: 'Table.PartitionValues(Table.FromPartitions("y", {{1, #table({"a"}, {{5}})}, {2, #table({"a"}, {})}}))',
        output: '#table({"y"}, {{1}, {2}})',
      },
      { usage: 'Table.ColumnCount(Table.PartitionValues(#table({"a"}, {{1}})))', output: "0" },
    ],
    call: (table: TableValue) => partitionValuesOf(table) ?? tableOf([], []),
  },
  {
    signature: "Table.Profile(table as table, optional additionalAggregates as nullable list) as table",
    summary:
      "A row for each column, by name: least, greatest and average value, standard deviation, and how many rows, nulls and different values there are; further aggregates are `{name, function of the column's type, function of its values}`.",
    difference: "What suits a column of type any is told by its values.",
    examples: [
      {
        usage:
          'Table.Profile(#table({"n", "a"}, {{1, "x"}, {3, null}})){[Column = "n"]}[[Min], [Max], [Average], [Count], [NullCount]]',
        output: "[Min = 1, Max = 3, Average = 2, Count = 2, NullCount = 0]",
      },
      { usage: 'Table.Profile(#table({"n", "a"}, {{1, "x"}, {3, null}}))[Column]', output: '{"a", "n"}' },
      {
        usage:
          'Table.Profile(#table(type table [n = number], {{1}, {2}}), {{"Sum", each Type.Is(_, type number), List.Sum}})[Sum]',
        output: "{3}",
      },
    ],
    call: profile,
  },
];

/** An aggregate that a caller adds. */
type Aggregate = { readonly name: string; readonly suits: FunctionValue; readonly compute: FunctionValue };

const ordered: readonly Kind[] = ["number", "text", "logical", "date", "time", "datetime", "datetimezone", "duration"];
const averaged: readonly Kind[] = ["number", "date", "time", "datetime", "datetimezone", "duration"];

const { any, number, text } = primitiveTypes;
const fixedColumns: readonly Column[] = [
  { name: "Column", type: text },
  { name: "Min", type: any },
  { name: "Max", type: any },
  { name: "Average", type: any },
  { name: "StandardDeviation", type: any },
  { name: "Count", type: number },
  { name: "NullCount", type: number },
  { name: "DistinctCount", type: number },
];

function profile(table: TableValue, additionalAggregates: ListValue | null): TableValue {
  const aggregates = Array.from(additionalAggregates?.cells() ?? [], readAggregate);
  const columns = [...fixedColumns, ...aggregates.map(({ name }) => ({ name, type: anyType }))];
  return tableOf(columns, () =>
    columnsOf(table)
      .map((column, position) => ({ column, position }))
      .sort((left, right) => compareValues(left.column.name, right.column.name))
      .map(({ column, position }) => profileRow(table, column, position, aggregates)),
  );
}

function readAggregate(cell: Cell): Aggregate {
  const [name = null, suits = null, compute = null] = readList(cell).toArray();
  return { name: readText(name), suits: readFunction(suits), compute: readFunction(compute) };
}

function profileRow(table: TableValue, column: Column, position: number, aggregates: readonly Aggregate[]): Row {
  let found: ColumnProfile | undefined;
  const values = (): ColumnProfile => (found ??= readColumn(table, column.type, position));
  return [
    column.name,
    new Thunk(() => values().extreme(-1)),
    new Thunk(() => values().extreme(1)),
    new Thunk(() => values().average()),
    new Thunk(() => values().standardDeviation()),
    new Thunk(() => values().count),
    new Thunk(() => values().nullCount),
    new Thunk(() => values().distinctCount()),
    ...aggregates.map(
      ({ suits, compute }) =>
        new Thunk(() => (holds(suits, column.type) ? compute.invoke([columnAt(table, position)]) : null)),
    ),
  ];
}

function readColumn(table: TableValue, type: TypeValue, position: number): ColumnProfile {
  return new ColumnProfile(
    Array.from(table.rows(), (row) => read(row[position]!)),
    type,
  );
}

/** What can be told about the values of one column. */
class ColumnProfile {
  readonly count: number;
  readonly nullCount: number;
  readonly #values: readonly Plain[];
  readonly #present: readonly Plain[];
  /** The one kind of all values; `undefined` when there are several or none. */
  readonly #kind: Kind | undefined;

  constructor(values: readonly Plain[], type: TypeValue) {
    this.#values = values;
    this.#present = values.filter((value) => value !== null);
    this.count = values.length;
    this.nullCount = values.length - this.#present.length;
    const [first] = this.#present;
    const kind = first === undefined ? undefined : kindOf(first);
    const isOne = isCompatible(type, nullableOf(primitiveTypes[kind ?? "any"]));
    this.#kind = isOne || this.#present.every((value) => kindOf(value) === kind) ? kind : undefined;
  }

  /** The least value for -1, the greatest for 1; null where values have no order. */
  extreme(sign: -1 | 1): Value {
    if (this.#kind === undefined || !ordered.includes(this.#kind)) return null;
    return this.#present.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best));
  }

  average(): Value {
    return this.#kind !== undefined && averaged.includes(this.#kind) ? averageOf(this.#present) : null;
  }

  standardDeviation(): Value {
    if (this.#kind !== "number" || this.#present.length < 2) return null;
    const numbers = this.#present as readonly number[];
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return Math.sqrt(numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (numbers.length - 1));
  }

  distinctCount(): number {
    return new Set(this.#values.map(hashKey)).size;
  }
}
