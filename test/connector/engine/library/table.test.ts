import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("making tables", () => {
  it.each([
    ["a field that a record lacks is an error in its cell", "Table.FromRecords({[a = 1, b = 2], [a = 3]}){1}[a]", "3"],
    [
      "and only there",
      "Table.FromRecords({[a = 1, b = 2], [a = 3]}){1}[b]",
      "Expression.Error: The field 'b' of the record wasn't found.",
    ],
    [
      "records are read by name",
      "Table.FromRecords({[a = 1, b = 2], [b = 4, a = 3]})",
      '#table({"a", "b"}, {{1, 2}, {3, 4}})',
    ],
    [
      "missing fields cannot be ignored",
      'Table.FromRecords({[a = 1]}, {"a", "b"}, MissingField.Ignore)',
      "Expression.Error: The 'missingField' argument is out of range.",
    ],
    [
      "a row has as many cells as columns",
      '#table({"a"}, {{1, 2}})',
      "Expression.Error: 1 keys were specified, but 2 values were provided.",
    ],
    [
      "column names are unique",
      '#table({"a", "a"}, {})',
      "Expression.Error: The field 'a' already exists in the record.",
    ],
    [
      "a table type brings types and keys",
      'Table.Keys(Table.FromRows({{1}}, Type.AddTableKey(type table [a = number], {"a"}, true)))',
      '{[Columns = {"a"}, Primary = true]}',
    ],
    ["columns are numbered without names", "Table.ColumnNames(#table(null, {{1, 2}}))", '{"Column1", "Column2"}'],
    [
      "a table of lists is as long as the longest",
      'Table.FromColumns({{1, 2, 3}, {}}, {"a", "b"})',
      '#table({"a", "b"}, {{1, null}, {2, null}, {3, null}})',
    ],
    [
      "too few values are filled up",
      'Table.FromList({"a"}, null, {"x", "y"}, "none")',
      '#table(type table [x = nullable text, y = nullable text], {{"a", "none"}})',
    ],
    [
      "too many values are an error",
      'Table.FromList({"a,b,c"}, null, {"x", "y"})',
      "DataFormat.Error: There were more columns in the result than expected.",
    ],
    [
      "or left out",
      'Table.FromList({"a,b,c"}, null, {"x", "y"}, null, ExtraValues.Ignore)',
      '#table(type table [x = nullable text, y = nullable text], {{"a", "b"}})',
    ],
    [
      "or gathered",
      'Table.FromList({"a,b,c"}, null, {"x", "y"}, null, ExtraValues.List)',
      '#table(type table [x = nullable text, y = nullable text], {{"a", {"b", "c"}}})',
    ],
    [
      "a record's value has names and values",
      "Table.FromValue([a = 1])",
      '#table(type table [Name = text, Value = any], {{"a", 1}})',
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

describe("laziness of tables", () => {
  it.each([
    [
      "counting rows evaluates no cell",
      'Table.RowCount(Table.AddColumn(#table({"a"}, {{1}}), "b", each error "no"))',
      "1",
    ],
    ["an added column waits to be read", 'Table.AddColumn(#table({"a"}, {{1}}), "b", each error "no"){0}[a]', "1"],
    [
      "a converted column keeps its errors in cells",
      'Table.TransformColumnTypes(#table({"a"}, {{"x"}, {"7"}}), {"a", type number})[a]{1}',
      "7",
    ],
    [
      "a converted cell raises when read",
      'Table.TransformColumnTypes(#table({"a"}, {{"x"}}), {"a", type number})[a]{0}',
      "DataFormat.Error: We couldn't convert to Number.",
    ],
    [
      "removing a column never evaluates it",
      'Table.RemoveColumns(#table({"a", "b"}, {{1, error "no"}}), "b")',
      '#table({"a"}, {{1}})',
    ],
    [
      "a join reads the other table only for a nested table",
      'Table.RowCount(Table.NestedJoin(#table({"a"}, {{1}}), "a", Table.SelectRows(#table({"b"}, {{1}}), each error "no"), "b", "c"))',
      "1",
    ],
    [
      "an expanded record may be an error in its cells",
      'Table.ExpandRecordColumn(#table({"r", "a"}, {{error "no", 1}}), "r", {"x"})[a]',
      "{1}",
    ],
    [
      "the first row needs no other",
      'Table.First(Table.SelectRows(#table({"a"}, {{1}, {2}}), each if [a] = 1 then true else error "no"))',
      "[a = 1]",
    ],
    ["a buffer keeps errors in their cells", 'Table.Buffer(#table({"a"}, {{error "no"}, {1}})){1}', "[a = 1]"],
    ["aggregates wait to be read", 'Table.Group(#table({"a"}, {{1}}), "a", {"x", each error "no"})[a]', "{1}"],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

describe("changing tables", () => {
  it.each([
    [
      "a culture reads dates",
      'Table.TransformColumnTypes(#table({"a"}, {{"2/1/2020"}}), {"a", type date}, "en-GB")[a]',
      "{#date(2020, 1, 2)}",
    ],
    [
      "the options may be a record",
      'Table.TransformColumnTypes(#table({"a"}, {{"1"}}), {{"a", type number}, {"z", type text}}, [MissingField = MissingField.Ignore])[a]',
      "{1}",
    ],
    [
      "a column of tables cannot be converted to",
      'Table.TransformColumnTypes(#table({"a"}, {}), {"a", type table})',
      "Expression.Error: A column can't be converted to type Table.",
    ],
    [
      "whole numbers are rounded",
      'Table.TransformColumnTypes(#table({"a"}, {{"2.5"}, {null}}), {"a", Int64.Type})[a]',
      "{2, null}",
    ],
    [
      "a column that is not there is an error",
      'Table.TransformColumnTypes(#table({"a"}, {}), {"z", type text})',
      "Expression.Error: The column 'z' of the table wasn't found.",
    ],
    [
      "headers are made unique",
      'Table.ColumnNames(Table.PromoteHeaders(#table(3, {{"a", "a", null}})))',
      '{"a", "a_1", "Column3"}',
    ],
    ["a table without rows keeps its headers", "Table.ColumnNames(Table.PromoteHeaders(#table(1, {})))", '{"Column1"}'],
    [
      "an unknown option is refused",
      "Table.PromoteHeaders(#table(1, {}), [All = true])",
      "Expression.Error: 'All' isn't a valid Table.PromoteHeaders option. Valid options are: PromoteAllScalars, Culture.",
    ],
    [
      "several values for one pivoted cell are an error there",
      'Table.Pivot(#table({"k", "a", "v"}, {{1, "p", 1}, {1, "p", 2}}), {"p"}, "a", "v")[p]{0}',
      "Expression.Error: There were too many elements in the enumeration to complete the operation.",
    ],
    [
      "an error survives an unpivot in its cell",
      'Table.Unpivot(#table({"k", "p"}, {{1, error "no"}}), {"p"}, "a", "v")[a]',
      '{"p"}',
    ],
    [
      "errors fill down like values",
      'Table.RowCount(Table.SelectRowsWithErrors(Table.FillDown(#table({"a"}, {{error "no"}, {null}}), {"a"})))',
      "2",
    ],
    [
      "one replacement a column",
      'Table.ReplaceErrorValues(#table({"a"}, {}), {{"a", 1}, {"a", 2}})',
      "Expression.Error: The column 'a' has more than one replacement.",
    ],
    [
      "a split gives as many columns as the longest needs",
      'Table.ColumnNames(Table.SplitColumn(#table({"a"}, {{"x"}, {"x y"}}), "a", Splitter.SplitTextByDelimiter(" ")))',
      '{"a.1", "a.2"}',
    ],
    [
      "a run of rows is a local group",
      'Table.Group(#table({"d"}, {{1}, {null}, {3}}), "d", {{"n", Table.RowCount}}, GroupKind.Local, (first, each_) => Number.From(each_ <> null))[n]',
      "{2, 1}",
    ],
    [
      "a comparer of M gets records for a list of keys",
      'Table.Group(#table({"d"}, {{1}, {2}, {11}}), {"d"}, {{"n", Table.RowCount}}, GroupKind.Global, (x, y) => Number.Mod(x[d], 10) - Number.Mod(y[d], 10))[n]',
      "{2, 1}",
    ],
    [
      "nothing expands to a row of null",
      'Table.ExpandListColumn(#table({"a"}, {{null}, {{}}}), "a")[a]',
      "{null, null}",
    ],
    [
      "a number does not expand",
      'Table.ExpandListColumn(#table({"a"}, {{1}}), "a")',
      "Expression.Error: We cannot convert the value 1 to type List.",
    ],
    [
      "rows are inserted by name",
      'Table.InsertRows(#table({"a", "b"}, {}), 0, {[b = 2, a = 1]})',
      '#table({"a", "b"}, {{1, 2}})',
    ],
    [
      "rows beyond the end have no place",
      'Table.InsertRows(#table({"a"}, {}), 1, {[a = 1]})',
      "Expression.Error: The 'offset' argument is out of range.",
    ],
    [
      "a row needs every column",
      'Table.InsertRows(#table({"a", "b"}, {}), 0, {[a = 1]})',
      "Expression.Error: The field 'b' of the record wasn't found.",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

describe("joins", () => {
  const left = '#table({"a", "x"}, {{1, "l1"}, {2, "l2"}, {null, "l0"}})';
  const right = '#table({"b", "y"}, {{2, "r2"}, {2, "r3"}, {4, "r4"}, {null, "r0"}})';
  it.each([
    ["Inner", '{{"l2", "r2"}, {"l2", "r3"}, {"l0", "r0"}}'],
    ["LeftOuter", '{{"l1", null}, {"l2", "r2"}, {"l2", "r3"}, {"l0", "r0"}}'],
    ["RightOuter", '{{"l2", "r2"}, {"l2", "r3"}, {"l0", "r0"}, {null, "r4"}}'],
    ["FullOuter", '{{"l1", null}, {"l2", "r2"}, {"l2", "r3"}, {"l0", "r0"}, {null, "r4"}}'],
    ["LeftAnti", '{{"l1", null}}'],
    ["RightAnti", '{{null, "r4"}}'],
    ["LeftSemi", '{{"l2", null}, {"l0", null}}'],
    ["RightSemi", '{{null, "r2"}, {null, "r3"}, {null, "r0"}}'],
  ])("a join of kind %s gives its rows, null keys matching null", async (kind, rows) => {
    const joined = `Table.Join(${left}, "a", ${right}, "b", JoinKind.${kind})`;
    expect(shown(await engine.evaluate(`Table.ToRows(Table.SelectColumns(${joined}, {"x", "y"}))`))).toBe(rows);
    const nested = `Table.ExpandTableColumn(Table.NestedJoin(${left}, "a", ${right}, "b", "n", JoinKind.${kind}), "n", {"y"})`;
    if (kind === "LeftSemi") return;
    expect(shown(await engine.evaluate(`Table.ToRows(Table.SelectColumns(${nested}, {"x", "y"}))`))).toBe(rows);
  });

  it.each([
    [
      "keys of several columns match together",
      'Table.RowCount(Table.Join(#table({"a", "b"}, {{1, "2"}, {12, ""}}), {"a", "b"}, #table({"c", "d"}, {{1, "2"}}), {"c", "d"}))',
      "1",
    ],
    [
      "keys must be as many",
      'Table.Join(#table({"a"}, {}), {"a"}, #table({"b", "c"}, {}), {"b", "c"})',
      "Expression.Error: A join needs as many key columns of one table as of the other: 1 and 2 were given.",
    ],
    [
      "a comparer decides about keys",
      'Table.RowCount(Table.Join(#table({"a"}, {{"x"}}), "a", #table({"b"}, {{"X"}}), "b", JoinKind.Inner, null, {Comparer.OrdinalIgnoreCase}))',
      "1",
    ],
    [
      "a comparer of M is asked for every pair",
      'Table.RowCount(Table.Join(#table({"a"}, {{1}, {5}}), "a", #table({"b"}, {{2}}), "b", JoinKind.Inner, null, {(x, y) => Number.Abs(x - y) <= 1}))',
      "1",
    ],
    [
      "an unknown algorithm is refused",
      'Table.Join(#table({"a"}, {}), "a", #table({"b"}, {}), "b", JoinKind.Inner, 9)',
      "Expression.Error: The 'joinAlgorithm' argument is out of range.",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});

describe("rows as members of a table", () => {
  it.each([
    ["a record is compared by the fields it has", 'Table.Contains(#table({"a", "b"}, {{1, 2}}), [b = 2])', "true"],
    [
      "a record with a field of its own is an error",
      'Table.Contains(#table({"a"}, {{1}}), [z = 2])',
      "Expression.Error: The column 'z' of the table wasn't found.",
    ],
    [
      "columns may be compared each in its way",
      'Table.RowCount(Table.Distinct(#table({"a", "b"}, {{"x", 1}, {"X", 1}, {"X", 2}}), {{"a", Comparer.OrdinalIgnoreCase}, "b"}))',
      "2",
    ],
    [
      "a comparer applies to every column",
      'Table.RowCount(Table.Distinct(#table({"a", "b"}, {{"x", "y"}, {"X", "Y"}}), Comparer.OrdinalIgnoreCase))',
      "1",
    ],
    [
      "a key may be computed",
      'Table.RowCount(Table.Distinct(#table({"a"}, {{1}, {11}, {2}}), each Number.Mod([a], 10)))',
      "2",
    ],
    [
      "of duplicates the first in the source stays, though sorted",
      'Table.Distinct(Table.Sort(#table({"k", "n"}, {{"a", 1}, {"a", 3}, {"b", 2}}), {"n", Order.Descending}), {"k"})[n]',
      "{2, 1}",
    ],
    [
      "a buffered sort keeps the first in order",
      'Table.Distinct(Table.Buffer(Table.Sort(#table({"k", "n"}, {{"a", 1}, {"a", 3}, {"b", 2}}), {"n", Order.Descending})), {"k"})[n]',
      "{3, 2}",
    ],
    ["the last position", 'Table.PositionOf(#table({"a"}, {{1}, {2}, {1}}), [a = 1], Occurrence.Last)', "2"],
    [
      "sorted by a column that is not there",
      'Table.Sort(#table({"a"}, {}), "z")',
      "Expression.Error: The column 'z' of the table wasn't found.",
    ],
    ["nulls sort first", 'Table.Sort(#table({"a"}, {{2}, {null}, {1}}), "a")[a]', "{null, 1, 2}"],
    [
      "ranks without gaps or shared ranks",
      'Table.AddRankColumn(#table({"a"}, {{5}, {5}, {7}}), "r", "a", [RankKind = RankKind.Ordinal])[r]',
      "{1, 2, 3}",
    ],
    [
      "an unknown way of buffering is refused",
      "Table.Buffer(#table({}, {}), [BufferMode = 7])",
      "Expression.Error: The 'BufferMode' argument is out of range.",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
