import { nullableOf } from "../../types/type-value.ts";
import { Thunk, type Cell } from "../../values/cell.ts";
import { expressionError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import type { Row, TableValue } from "../../values/table.ts";
import type { Plain, Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readMember } from "../list/arguments.ts";
import { fold } from "./folding.ts";
import { columnsOf, tableOf, type Column } from "./columns.ts";
import { RowIndex, readKeyPair, type KeyPair } from "./row-index.ts";
import { readTable } from "./row-editing.ts";

/** `JoinKind.Type`. */
type JoinKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const joinKinds: readonly JoinKind[] = [0, 1, 2, 3, 4, 5, 6, 7];

/** What each kind of join gives: pairs of matching rows, rows of one side that match, rows of a side that do not. */
const keptBy: Readonly<
  Record<JoinKind, { pairs?: true; left?: "matched" | "unmatched"; right?: "matched" | "unmatched" }>
> = {
  0: { pairs: true },
  1: { pairs: true, left: "unmatched" },
  2: { pairs: true, right: "unmatched" },
  3: { pairs: true, left: "unmatched", right: "unmatched" },
  4: { left: "unmatched" },
  5: { right: "unmatched" },
  6: { left: "matched" },
  7: { right: "matched" },
};

/** Those of "Transformation" of Microsoft's table functions that join two tables. */
export const joining: readonly FunctionDeclaration[] = [
  {
    signature:
      "Table.AddJoinColumn(table1 as table, key1 as any, table2 as any, key2 as any, newColumnName as text) as table",
    summary: "The table with a column that holds, for each row, the table of the other table's rows with an equal key.",
    examples: [
      {
        usage:
          'Table.AddJoinColumn(#table({"id"}, {{1}, {2}}), "id", #table({"chat", "n"}, {{1, 5}}), "chat", "chats")',
        output: '#table({"id", "chats"}, {{1, #table({"chat", "n"}, {{1, 5}})}, {2, #table({"chat", "n"}, {})}})',
      },
    ],
    call: (left: TableValue, leftKey: Value, right: Value, rightKey: Value, name: string) =>
      nestedJoin(left, readTable(right), readKeyPair(left, leftKey, readTable(right), rightKey, null), name, 1),
  },
  {
    signature:
      "Table.Join(table1 as table, key1 as any, table2 as table, key2 as any, optional joinKind as nullable JoinKind.Type, optional joinAlgorithm as nullable JoinAlgorithm.Type, optional keyEqualityComparers as nullable list) as table",
    summary:
      "The rows of two tables side by side where their keys are equal; for an outer join those without a match as well.",
    difference:
      "The algorithm makes no difference. Rows come in the order of the first table, then what only the second has; the columns of the side that takes no part in an anti or semi join are null.",
    examples: [
      {
        usage:
          'Table.Join(#table({"id", "q"}, {{1, "a"}, {2, "b"}}), "id", #table({"id", "n"}, {{1, 5}, {1, 6}}), "id")',
        output: '#table({"id", "q", "n"}, {{1, "a", 5}, {1, "a", 6}})',
      },
      {
        usage: 'Table.Join(#table({"id"}, {{1}, {2}}), "id", #table({"chat"}, {{2}, {3}}), "chat", JoinKind.FullOuter)',
        output: '#table({"id", "chat"}, {{1, null}, {2, 2}, {null, 3}})',
      },
      {
        usage: 'Table.Join(#table({"id"}, {{1}}), "id", #table({"id"}, {{1}}), "id", JoinKind.LeftOuter)',
        output: `error "A join operation cannot result in a table with duplicate column names (""id"")."`,
      },
    ],
    call: (
      left: TableValue,
      leftKey: Value,
      right: TableValue,
      rightKey: Value,
      kind: Plain,
      algorithm: Plain,
      comparers: ListValue | null,
    ) => {
      readMember(algorithm, [0, 1, 2, 3, 4, 5, 6], "joinAlgorithm", 0);
      const keys = readKeyPair(left, leftKey, right, rightKey, comparers);
      const joinKind = readMember(kind, joinKinds, "joinKind", 0);
      const folded = comparers === null ? foldJoin(left, right, keys, joinKind) : undefined;
      return folded ?? join(left, right, keys, joinKind);
    },
  },
  {
    signature:
      "Table.NestedJoin(table1 as table, key1 as any, table2 as any, key2 as any, newColumnName as text, optional joinKind as nullable JoinKind.Type, optional keyEqualityComparers as nullable list) as table",
    summary: "The rows of a table with, in one more column, the table of the other table's rows with an equal key.",
    difference: "Rows of the second table without a match come together, as one last row.",
    examples: [
      {
        usage:
          'Table.NestedJoin(#table({"id"}, {{1}, {2}}), "id", #table({"chat"}, {{1}}), "chat", "chats", JoinKind.Inner)',
        output: '#table({"id", "chats"}, {{1, #table({"chat"}, {{1}})}})',
      },
      {
        usage:
          'Table.NestedJoin(#table({"id"}, {{1}}), {"id"}, #table({"chat"}, {{1}, {3}}), {"chat"}, "chats", JoinKind.RightAnti)',
        output: '#table({"id", "chats"}, {{null, #table({"chat"}, {{3}})}})',
      },
    ],
    call: (
      left: TableValue,
      leftKey: Value,
      right: Value,
      rightKey: Value,
      name: string,
      kind: Plain,
      comparers: ListValue | null,
    ) => {
      const other = readTable(right);
      const keys = readKeyPair(left, leftKey, other, rightKey, comparers);
      return nestedJoin(left, other, keys, name, readMember(kind, joinKinds, "joinKind", 1));
    },
  },
];

/** Asks the left table's view, then the right one's; the keys are records of `Left` and `Right`. */
function foldJoin(left: TableValue, right: TableValue, keys: KeyPair, kind: JoinKind): TableValue | undefined {
  const argsOf = (side: 0 | 1) => (): Value[] => {
    const pairs = keys.left.map((position, index) =>
      RecordValue.from({ Left: left.columns[position]!, Right: right.columns[keys.right[index]!]! }),
    );
    return [side, left, right, ListValue.of(pairs), kind];
  };
  return fold(left, "OnJoin", argsOf(0)) ?? fold(right, "OnJoin", argsOf(1));
}

function join(left: TableValue, right: TableValue, keys: KeyPair, kind: JoinKind): TableValue {
  const taken = takenColumns(left, right, keys, kind);
  const rightColumns = columnsOf(right);
  const kept = keptBy[kind];
  const nullable = (columns: readonly Column[]): Column[] =>
    columns.map(({ name, type }) => ({ name, type: nullableOf(type) }));
  const columns = [
    ...(kept.right ? nullable(columnsOf(left)) : columnsOf(left)),
    ...(kept.left ? nullable : (same: Column[]) => same)(taken.map((position) => rightColumns[position]!)),
  ];
  const noLeft: Row = left.columns.map(() => null);
  const noRight: Row = taken.map(() => null);
  const rightCells = (row: Row): Row => taken.map((position) => row[position]!);
  return tableOf(columns, function* (): Iterable<Row> {
    const index = new RowIndex(right, keys);
    for (const row of left.rows()) {
      const found = index.find(row);
      if (kept.pairs) for (const other of found) yield [...row, ...rightCells(other)];
      if (kept.left === (found.length > 0 ? "matched" : "unmatched")) yield [...row, ...noRight];
    }
    if (kept.right) for (const row of index.rightRows(kept.right)) yield [...noLeft, ...rightCells(row)];
  });
}

/** The right table's columns in the result: all but the keys that an inner join shares by name. */
function takenColumns(left: TableValue, right: TableValue, keys: KeyPair, kind: JoinKind): readonly number[] {
  const isShared = (position: number): boolean =>
    kind === 0 &&
    keys.right.some((key, index) => key === position && left.columns[keys.left[index]!] === right.columns[position]);
  const taken = [...right.columns.keys()].filter((position) => !isShared(position));
  const clash = taken
    .map((position) => right.columns[position]!)
    .find((name) => left.shape.indexOf(name) !== undefined);
  if (clash !== undefined) {
    throw expressionError(`A join operation cannot result in a table with duplicate column names ("${clash}").`, clash);
  }
  return taken;
}

function nestedJoin(left: TableValue, right: TableValue, keys: KeyPair, name: string, kind: JoinKind): TableValue {
  const kept = keptBy[kind];
  const given = columnsOf(left);
  const columns = [
    ...(kept.right ? given.map((column) => ({ name: column.name, type: nullableOf(column.type) })) : given),
    { name, type: right.type },
  ];
  const isPlainLookUp = kind === 1;
  return tableOf(columns, function* (): Iterable<Row> {
    // Without a need to know which rows match, the other table is read only when a nested table is.
    const index = new Once(() => new RowIndex(right, keys));
    for (const row of left.rows()) {
      if (isPlainLookUp) {
        yield [...row, new Thunk(() => right.withRows(index.get().find(row)))];
        continue;
      }
      const found = index.get().find(row);
      const isMatched = found.length > 0;
      if ((isMatched && kept.pairs) || kept.left === (isMatched ? "matched" : "unmatched")) {
        yield [...row, right.withRows(found)];
      }
    }
    if (!kept.right) return;
    const rest = index.get().rightRows(kept.right);
    if (rest.length > 0) yield [...given.map((): Cell => null), right.withRows(rest)];
  });
}

/** A value made when first asked for. */
class Once<Result> {
  readonly #make: () => Result;
  #made: { readonly value: Result } | undefined;

  constructor(make: () => Result) {
    this.#make = make;
  }

  get(): Result {
    this.#made ??= { value: this.#make() };
    return this.#made.value;
  }
}
