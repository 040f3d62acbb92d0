import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("types and keys of tables", () => {
  const typeOf = (text: string): string => `Value.Type(${text})`;
  it.each([
    [
      "an added column has the type asked for",
      'Table.AddColumn(#table({}, {}), "b", each 1, Int64.Type)',
      "type table [b = Int64.Type]",
    ],
    ["or the function's", 'Table.AddColumn(#table({}, {}), "b", each Text.From(1))', "type table [b = any]"],
    [
      "a converted column has the new type, nullable",
      'Table.TransformColumnTypes(#table(type table [a = number, b = text], {}), {"a", type text})',
      "type table [a = nullable text, b = text]",
    ],
    [
      "columns that a splitter fills are those of its parts",
      'Table.SplitColumn(#table({"a", "b"}, {}), "a", Splitter.SplitTextByDelimiter(","), {"x", "y"})',
      "type table [x = nullable text, y = nullable text, b = any]",
    ],
    ["or any, where it promises none", 'Table.FromList({1}, Splitter.SplitByNothing(), {"x"})', "type table [x = any]"],
    [
      "a table type is what a list becomes",
      'Table.FromList({"a"}, null, type table [x = any])',
      "type table [x = any]",
    ],
    ["a value's column has its type", "Table.FromValue(5)", "type table [Value = number]"],
    [
      "replaced values leave the type when they are of it",
      'Table.ReplaceValue(#table(type table [a = text], {}), "x", "y", Replacer.ReplaceValue, {"a"})',
      "type table [a = text]",
    ],
    [
      "and widen it when they are not",
      'Table.ReplaceValue(#table(type table [a = text], {}), "x", null, Replacer.ReplaceValue, {"a"})',
      "type table [a = nullable text]",
    ],
    [
      "a function for the new value may give anything",
      'Table.ReplaceValue(#table(type table [a = text], {}), "x", each "y", Replacer.ReplaceValue, {"a"})',
      "type table [a = any]",
    ],
    [
      "any other replacer gives what it promises",
      'Table.ReplaceValue(#table({"a", "b"}, {}), "x", "y", Replacer.ReplaceText, {"a"})',
      "type table [a = nullable text, b = any]",
    ],
    [
      "tables put together by & take null where one lacks a column",
      "#table(type table [a = number], {}) & #table(type table [b = text], {})",
      "type table [a = nullable number, b = nullable text]",
    ],
    [
      "a transformed column has the function's type",
      'Table.TransformColumns(#table(type table [a = number], {}), {"a", Text.From})',
      "type table [a = nullable text]",
    ],
    [
      "selected columns keep theirs",
      'Table.SelectColumns(#table(type table [a = number, b = text], {}), {"b", "a"})',
      "type table [b = text, a = number]",
    ],
    [
      "a missing column is any",
      'Table.SelectColumns(#table(type table [a = number], {}), {"z"}, MissingField.UseNull)',
      "type table [z = any]",
    ],
    [
      "a group has the types of its keys and aggregates",
      'Table.Group(#table(type table [a = text], {}), "a", {{"n", Table.RowCount, Int64.Type}})',
      "type table [a = text, n = Int64.Type]",
    ],
    [
      "a combined column takes what both take",
      "Table.Combine({#table(type table [a = number], {}), #table(type table [a = nullable number, b = text], {})})",
      "type table [a = nullable number, b = nullable text]",
    ],
    [
      "an expanded column comes from the nested type",
      'Table.ExpandTableColumn(#table(type table [t = table [x = number]], {}), "t", {"x"})',
      "type table [x = nullable number]",
    ],
    ["an index is a number", 'Table.AddIndexColumn(#table({}, {}), "i")', "type table [i = number]"],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(typeOf(text)))).toBe(result);
  });

  it.each([
    ["a rename takes the key along", 'Table.RenameColumns(keyed, {"a", "id"})', '{[Columns = {"id"}, Primary = true]}'],
    ["a removed column takes its key with it", 'Table.RemoveColumns(keyed, "a")', "{}"],
    ["fewer rows keep the key", "Table.FirstN(keyed, 1)", '{[Columns = {"a"}, Primary = true]}'],
    ["a changed column loses it", 'Table.TransformColumns(keyed, {"a", each 1})', "{}"],
    [
      "a key names columns of the table",
      'Table.AddKey(keyed, {"z"}, false)',
      "Expression.Error: The column 'z' of the table wasn't found.",
    ],
  ])("%s", async (_claim, text, result) => {
    const query = `let keyed = Table.AddKey(#table({"a", "b"}, {{1, 2}}), {"a"}, true) in Table.Keys(${text})`;
    expect(shown(await engine.evaluate(query))).toBe(result);
  });
});

describe("what a table tells about itself", () => {
  const typed = "#table(type table [a = number, b = nullable text, c = any, d = Int64.Type], {})";
  it.each([
    [
      "columns of a type are those compatible with it",
      `Table.ColumnsOfType(${typed}, {type nullable number})`,
      '{"a", "d"}',
    ],
    ["null is not compatible with text", `Table.ColumnsOfType(${typed}, {type text})`, "{}"],
    ["all are compatible with any", `Table.ColumnsOfType(${typed}, {type any})`, '{"a", "b", "c", "d"}'],
    [
      "a converted column still goes by its type's name",
      'Table.Schema(Table.TransformColumnTypes(#table({"a"}, {}), {"a", Int64.Type}))[TypeName]',
      '{"Int64.Type"}',
    ],
    ["a partition key is told", `Table.PartitionKey(Table.ReplacePartitionKey(${typed}, {"a"}))`, '{"a"}'],
    [
      "and taken away",
      `Table.PartitionKey(Table.ReplacePartitionKey(Table.ReplacePartitionKey(${typed}, {"a"}), null))`,
      "null",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
