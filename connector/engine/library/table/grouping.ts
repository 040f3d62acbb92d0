import { cannotConvert } from "../../types/convert.ts";
import { anyType, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { Thunk } from "../../values/cell.ts";
import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import type { Row, TableValue } from "../../values/table.ts";
import { plain, read, type Plain, type Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readFunction, readMember, readNames, readText } from "../list/arguments.ts";
import { isBuiltIn, isSame, MatchMap, matches, type Matcher } from "../list/equation.ts";
import { readOperations } from "../record/arrangement.ts";
import { columnsOf, tableOf } from "./columns.ts";
import { describeColumns, fold } from "./folding.ts";
import { matcherOfColumns, readRowEquation } from "./row-equation.ts";

/** `Table.Group`. */
export const grouping: readonly FunctionDeclaration[] = [
  {
    signature:
      "Table.Group(table as table, key as any, aggregatedColumns as list, optional groupKind as nullable GroupKind.Type, optional comparer as nullable function) as table",
    summary:
      "A row for each group of rows with equal keys: the key columns, and aggregates given as `{name, function of the group's table, type}`.",
    examples: [
      {
        usage:
          'Table.Group(#table({"q", "n"}, {{"a", 2}, {"b", 1}, {"a", 3}}), "q", {"total", each List.Sum([n]), type number})',
        output: '#table({"q", "total"}, {{"a", 5}, {"b", 1}})',
      },
      {
        usage:
          'Table.Group(#table({"q"}, {{"a"}, {"a"}, {"b"}, {"a"}}), {"q"}, {{"rows", Table.RowCount}}, GroupKind.Local)',
        output: '#table({"q", "rows"}, {{"a", 2}, {"b", 1}, {"a", 1}})',
      },
      {
        usage:
          'Table.Group(#table({"q"}, {{"a"}, {"A"}}), "q", {{"rows", Table.RowCount}}, null, Comparer.OrdinalIgnoreCase)',
        output: '#table({"q", "rows"}, {{"a", 2}})',
      },
    ],
    call: group,
  },
];

function group(
  table: TableValue,
  key: Value,
  aggregatedColumns: ListValue,
  groupKind: Plain,
  comparer: FunctionValue | null,
): TableValue {
  const kind = readMember(groupKind, [0, 1], "groupKind", 1);
  const keys = readNames(key).map((name) => table.position(name));
  const matcher = keyMatcher(table, key, comparer);
  const aggregates = readOperations(aggregatedColumns).map(([name = null, aggregate = null, type = null]) => {
    const fn = readFunction(aggregate);
    return { name: readText(name), fn, type: readType(read(type)) ?? fn.type.result ?? anyType };
  });
  const folded =
    kind === 1 && comparer === null
      ? fold(table, "OnGroup", () => [ListValue.of(readNames(key)), describeColumns(aggregates)])
      : undefined;
  if (folded) return folded;
  const columns = columnsOf(table);
  return tableOf([...keys.map((position) => columns[position]!), ...aggregates], function* () {
    for (const rows of kind === 0 ? localGroups(table, matcher) : globalGroups(table, matcher)) {
      const first = rows[0]!;
      const group = table.withRows(rows);
      yield [
        ...keys.map((position) => first[position]!),
        ...aggregates.map(({ fn }) => new Thunk(() => fn.invoke([group]))),
      ];
    }
  });
}

/**
 * What makes rows one group. A comparer of the library compares each key column; one written in M is given the keys: values where
 * `key` is one name, records where it is a list.
 */
function keyMatcher(table: TableValue, key: Value, comparer: FunctionValue | null): Matcher<Row> {
  const names = readNames(key);
  const positions = names.map((name) => table.position(name));
  if (comparer === null) return matcherOfColumns(positions);
  if (isBuiltIn(comparer)) {
    return readRowEquation(table, ListValue.of(names.map((name) => ListValue.of([name, comparer]))));
  }
  if (typeof plain(key) === "string") {
    const at = positions[0]!;
    return { kind: "pairwise", same: (left, right) => isSame(comparer, read(left[at]!), read(right[at]!)) };
  }
  const keys = tableOf(
    positions.map((position) => columnsOf(table)[position]!),
    [],
  );
  const keyOf = (row: Row): Value => keys.record(positions.map((position) => row[position]!));
  return { kind: "pairwise", same: (left, right) => isSame(comparer, keyOf(left), keyOf(right)) };
}

/** Runs of rows that match the first of the run. */
function* localGroups(table: TableValue, matcher: Matcher<Row>): Iterable<Row[]> {
  let rows: Row[] = [];
  for (const row of table.rows()) {
    if (rows.length > 0 && !matches(matcher, rows[0]!, row)) {
      yield rows;
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield rows;
}

function globalGroups(table: TableValue, matcher: Matcher<Row>): Iterable<Row[]> {
  const groups = new MatchMap<Row, Row[]>(matcher);
  for (const row of table.rows()) groups.take(row, () => []).push(row);
  return groups.entries();
}

function readType(value: Plain): TypeValue | undefined {
  if (value === null) return undefined;
  if (value instanceof TypeValue) return value;
  throw cannotConvert(value, primitiveTypes.type);
}
