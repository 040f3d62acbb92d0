import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("the record functions", () => {
  it.each([
    ["no field is evaluated to rename another", 'Record.RenameFields([a = error "no", b = 2], {"b", "c"})[c]', "2"],
    ["a transformed field waits to be read", 'Record.TransformFields([a = 1, b = 2], {"a", each error "no"})[b]', "2"],
    ["a delayed field is computed when it is read", 'Record.AddField([a = 1], "b", () => error "no", true)[a]', "1"],
    [
      "a delayed field needs a function",
      'Record.AddField([], "b", 1, true)',
      "Expression.Error: We cannot convert the value 1 to type Function.",
    ],
    [
      "names are unique",
      'Record.AddField([a = 1], "a", 2)',
      "Expression.Error: The field 'a' already exists in the record.",
    ],
    [
      "a rename may not clash",
      'Record.RenameFields([a = 1, b = 2], {"a", "b"})',
      "Expression.Error: The field 'b' already exists in the record.",
    ],
    [
      "a clash of names shows the name",
      'try Record.AddField([a = 1], "a", 2) catch (e) => e[Detail]',
      '[Name = "a", Value = null]',
    ],
    [
      "a point may say that it has a measure only",
      'Geometry.FromWellKnownText("POINT M (1 2 3)")',
      '[Kind = "POINT", X = 1, Y = 2, M = 3, SRID = 0]',
    ],
    [
      "only points are read",
      'Geography.FromWellKnownText("LINESTRING(1 2, 3 4)")',
      "Expression.Error: Geography.FromWellKnownText's LINESTRING is not supported by this engine.",
    ],
    [
      "a point has two to four numbers",
      'Geography.FromWellKnownText("POINT(1)")',
      "DataFormat.Error: We couldn't parse the input provided as a Geography value.",
    ],
    ["names may be chained", 'Record.RenameFields([a = 1, b = 2], {{"a", "b"}, {"b", "c"}})', "[b = 1, c = 2]"],
    ["a missing field can be ignored", 'Record.RenameFields([a = 1], {"z", "y"}, MissingField.Ignore)', "[a = 1]"],
    [
      "a missing field can come as null",
      'Record.RenameFields([a = 1], {"z", "y"}, MissingField.UseNull)',
      "[a = 1, y = null]",
    ],
    [
      "an unknown way with missing fields is refused",
      'Record.SelectFields([a = 1], "a", 5)',
      "Expression.Error: The 'missingField' argument is out of range.",
    ],
    [
      "fields not named keep their place",
      'Record.FieldNames(Record.ReorderFields([a = 1, b = 2, c = 3, d = 4], {"d", "b"}))',
      '{"a", "d", "c", "b"}',
    ],
    [
      "a missing field that comes as null takes the next place",
      'Record.FieldNames(Record.ReorderFields([id = 3, first = "Paul", phone = "543", bought = "Rod"], {"bought", "last", "first"}, MissingField.UseNull))',
      '{"id", "bought", "phone", "last", "first"}',
    ],
    [
      "one text is no list of names",
      'Record.FromList({1}, "a")',
      'Expression.Error: We cannot convert the value "a" to type List.',
    ],
    ["a record of a type has that type", "Value.Type(Record.FromList({1}, type [a = number]))", "type [a = number]"],
    ["a later record wins", "Record.Combine({[a = 1], [a = 2, b = 3], [b = 4]})", "[a = 2, b = 4]"],
    [
      "values and names must be as many",
      'Record.FromList({1}, {"a", "b"})',
      "Expression.Error: 2 keys were specified, but 1 values were provided.",
    ],
    [
      "a record type without fields names none",
      "Record.FromList({1}, type record)",
      "Expression.Error: We cannot convert a value of type Type to type Record.",
    ],
    ["the error in a field stays there", 'Record.FieldNames([a = error "no"])', '{"a"}'],
    [
      "a table's values are read lazily",
      'Record.FromTable(#table({"Name", "Value"}, {{"a", error "no"}, {"b", 2}}))[b]',
      "2",
    ],
    ["a table has text names", 'Type.TableColumn(Value.Type(Record.ToTable([a = 1])), "Name") = type text', "true"],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
