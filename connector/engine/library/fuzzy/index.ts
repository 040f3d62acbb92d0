/**
 * The fuzzy ones of Microsoft's table functions. Microsoft does not publish its measure of likeness; this one agrees with the
 * figures on its pages ("Grapes" and "Graes" are like at 0.8 and not at 0.9).
 *
 * | part | holds |
 * | --- | --- |
 * | `index.ts` | the functions |
 * | `similarity.ts` | options, and how alike two texts are |
 * | `clusters.ts` | texts that stand for others |
 * | `join.ts` | rows of one table that are like rows of another |
 */
import { nullableOf, primitiveTypes } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import type { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import type { Plain, Value } from "../../values/value.ts";
import type { FunctionDeclaration, Group } from "../declaration.ts";
import { readMember, readNames } from "../list/arguments.ts";
import { columnsOf, tableOf, type Column } from "../table/columns.ts";
import { libraryFunction } from "../table/library-function.ts";
import { clusterTexts } from "./clusters.ts";
import { FuzzyIndex, readFuzzyKeys, readKeyText, similarityType, type FuzzyKeys } from "./join.ts";
import { readFuzzyOptions, type FuzzyOptions } from "./similarity.ts";

const difference =
  "The measure of likeness is our own: the share of the longer text's characters that need no edit, words in any order.";

const joinOptions = ["ConcurrentRequests", "NumberOfMatches", "SimilarityColumnName"];

const fuzzyFunctions: readonly FunctionDeclaration[] = [
  {
    signature:
      "Table.AddFuzzyClusterColumn(table as table, columnName as text, newColumnName as text, optional options as nullable record) as table",
    summary:
      "The table with a column that holds, for each text of a column, the one that stands for all that are like it.",
    difference,
    examples: [
      {
        usage:
          'Table.AddFuzzyClusterColumn(#table({"q"}, {{"Billing"}, {"Biling"}, {"Billing"}, {"Sales"}}), "q", "r")[r]',
        output: '{"Billing", "Billing", "Billing", "Sales"}',
      },
    ],
    call: (table: TableValue, column: string, newColumn: string, options: RecordValue | null) => {
      const read = readFuzzyOptions(options, "Table.AddFuzzyClusterColumn", ["SimilarityColumnName"]);
      return addClusters(table, table.position(column), newColumn, read);
    },
  },
  {
    signature:
      "Table.FuzzyGroup(table as table, key as any, aggregatedColumns as list, optional options as nullable record) as table",
    summary: "Groups the rows of a table by keys that are like one another; each group has the key that stands for it.",
    difference,
    examples: [
      {
        usage: 'Table.FuzzyGroup(#table({"q"}, {{"Billing"}, {"Biling"}, {"Sales"}}), "q", {"n", Table.RowCount})',
        output: '#table({"q", "n"}, {{"Billing", 2}, {"Sales", 1}})',
      },
    ],
    bind:
      (evaluation) => (table: TableValue, key: Value, aggregatedColumns: ListValue, options: RecordValue | null) => {
        const read = readFuzzyOptions(options, "Table.FuzzyGroup", []);
        const clustered = readNames(key).reduce(
          (done, name) => replaceByClusters(done, done.position(name), read),
          table,
        );
        return libraryFunction(evaluation, "Table.Group").invoke([clustered, key, aggregatedColumns]);
      },
  },
  {
    signature:
      "Table.FuzzyJoin(table1 as table, key1 as any, table2 as table, key2 as any, optional joinKind as nullable JoinKind.Type, optional joinOptions as nullable record) as table",
    summary: "The rows of two tables side by side where the texts of their keys are alike.",
    difference,
    examples: [
      {
        usage:
          'Table.FuzzyJoin(#table({"q"}, {{"Billing"}, {"Sales"}}), "q", #table({"queue", "n"}, {{"BILING", 5}}), "queue", JoinKind.LeftOuter)',
        output: '#table({"q", "queue", "n"}, {{"Billing", "BILING", 5}, {"Sales", null, null}})',
      },
    ],
    call: (
      left: TableValue,
      leftKey: Value,
      right: TableValue,
      rightKey: Value,
      kind: Plain,
      options: RecordValue | null,
    ) => {
      const read = readFuzzyOptions(options, "Table.FuzzyJoin", joinOptions);
      return joinFuzzily(left, right, readFuzzyKeys(left, leftKey, right, rightKey), readKind(kind, 0), read);
    },
  },
  {
    signature:
      "Table.FuzzyNestedJoin(table1 as table, key1 as any, table2 as table, key2 as any, newColumnName as text, optional joinKind as nullable JoinKind.Type, optional joinOptions as nullable record) as table",
    summary:
      "The rows of a table with, in one more column, the table of the other table's rows whose keys are like the row's.",
    difference,
    examples: [
      {
        usage:
          'Table.FuzzyNestedJoin(#table({"q"}, {{"Billing"}, {"Sales"}}), "q", #table({"n"}, {{"BILING"}}), "n", "rows")[rows]',
        output: '{#table({"n"}, {{"BILING"}}), #table({"n"}, {})}',
      },
    ],
    call: (
      left: TableValue,
      leftKey: Value,
      right: TableValue,
      rightKey: Value,
      name: string,
      kind: Plain,
      options: RecordValue | null,
    ) => {
      const read = readFuzzyOptions(options, "Table.FuzzyNestedJoin", joinOptions);
      return nestFuzzily(left, right, readFuzzyKeys(left, leftKey, right, rightKey), name, readKind(kind, 1), read);
    },
  },
];

/** The fuzzy table functions. */
export const fuzzy: Group = { name: "Table functions", functions: fuzzyFunctions };

type JoinKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

function readKind(kind: Plain, whenNull: JoinKind): JoinKind {
  return readMember<JoinKind>(kind, [0, 1, 2, 3, 4, 5, 6, 7], "joinKind", whenNull);
}

/** By the member's number: inner, left outer, right outer, full outer, left anti, right anti, left semi, right semi. */
const givesPairs = [true, true, true, true, false, false, false, false];
const givesLeftAlone = [false, true, false, true, true, false, false, false];
const givesRightAlone = [false, false, true, true, false, true, false, false];

function addClusters(table: TableValue, position: number, newColumn: string, options: FuzzyOptions): TableValue {
  const added: Column[] = [{ name: newColumn, type: nullableOf(primitiveTypes.text) }];
  if (options.similarityColumn !== null) added.push({ name: options.similarityColumn, type: similarityType });
  return tableOf([...columnsOf(table), ...added], () => {
    const rows = table.toArray();
    const texts = rows.map((row) => readKeyText(row[position]!));
    const clusters = clusterTexts(
      texts.filter((text) => text !== null),
      options,
    );
    return rows.map((row, index): Row => {
      const text = texts[index] ?? null;
      const found = text === null ? undefined : clusters.get(text);
      const cells: Cell[] = [found?.text ?? null];
      if (options.similarityColumn !== null) cells.push(found?.similarity ?? null);
      return [...row, ...cells];
    });
  });
}

function replaceByClusters(table: TableValue, position: number, options: FuzzyOptions): TableValue {
  return table.withRows(() => {
    const added = addClusters(table, position, "", { ...options, similarityColumn: null });
    return added.toArray().map((row) => row.slice(0, -1).with(position, row.at(-1)!));
  });
}

function joinFuzzily(
  left: TableValue,
  right: TableValue,
  keys: FuzzyKeys,
  kind: JoinKind,
  options: FuzzyOptions,
): TableValue {
  const nullable = ({ name, type }: Column): Column => ({ name, type: nullableOf(type) });
  const similarity = options.similarityColumn;
  const columns = [
    ...(givesRightAlone[kind] || kind === 7 ? columnsOf(left).map(nullable) : columnsOf(left)),
    ...(givesLeftAlone[kind] || kind === 6 ? columnsOf(right).map(nullable) : columnsOf(right)),
    ...(similarity === null ? [] : [{ name: similarity, type: similarityType }]),
  ];
  const noLeft: Row = left.columns.map(() => null);
  const noRight: Row = right.columns.map(() => null);
  const row = (leftRow: Row, rightRow: Row, value: number | null): Row =>
    similarity === null ? [...leftRow, ...rightRow] : [...leftRow, ...rightRow, value];
  return tableOf(columns, function* (): Iterable<Row> {
    const index = new FuzzyIndex(right, keys, options);
    const matched = new Set<number>();
    for (const leftRow of left.rows()) {
      const found = index.find(leftRow);
      for (const match of found) {
        matched.add(match.index);
        if (givesPairs[kind]) yield row(leftRow, match.row, match.similarity);
      }
      if (found.length === 0 ? givesLeftAlone[kind] : kind === 6) yield row(leftRow, noRight, null);
    }
    for (const [position, rightRow] of index.rows.entries()) {
      if (matched.has(position) ? kind === 7 : givesRightAlone[kind]) yield row(noLeft, rightRow, null);
    }
  });
}

function nestFuzzily(
  left: TableValue,
  right: TableValue,
  keys: FuzzyKeys,
  name: string,
  kind: JoinKind,
  options: FuzzyOptions,
): TableValue {
  const similarity = options.similarityColumn;
  const inner = [...columnsOf(right), ...(similarity === null ? [] : [{ name: similarity, type: similarityType }])];
  const empty = tableOf(inner, []);
  const columns = [...columnsOf(left), { name, type: empty.type }];
  const nest = (rows: readonly { readonly row: Row; readonly similarity: number | null }[]): TableValue =>
    tableOf(
      inner,
      rows.map((match) => (similarity === null ? match.row : [...match.row, match.similarity])),
    );
  return tableOf(columns, function* (): Iterable<Row> {
    const index = new FuzzyIndex(right, keys, options);
    const matched = new Set<number>();
    for (const leftRow of left.rows()) {
      const found = index.find(leftRow);
      for (const match of found) matched.add(match.index);
      const isGiven = found.length > 0 ? kind === 6 || givesPairs[kind] === true : givesLeftAlone[kind];
      if (isGiven) yield [...leftRow, nest(found)];
    }
    const rest = index.rows
      .map((row, position) => ({ row, position, similarity: null }))
      .filter(({ position }) => (matched.has(position) ? kind === 7 : givesRightAlone[kind]));
    if (rest.length > 0) yield [...left.columns.map((): Cell => null), nest(rest)];
  });
}
