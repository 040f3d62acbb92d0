import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

describe("the type functions", () => {
  it.each([
    [
      "a record type is made of its fields",
      "Type.ForRecord([a = [Type = type number, Optional = true], b = [Type = type text]], true)",
      "type [optional a = number, b = text, ...]",
    ],
    [
      "a field needs a type",
      "Type.ForRecord([a = [Optional = true]], false)",
      "Expression.Error: The field 'Type' of the record wasn't found.",
    ],
    [
      "a field has nothing else",
      "Type.ForRecord([a = [Type = type text, Size = 1]], false)",
      "Expression.Error: 'Size' isn't a valid Type.ForRecord option. Valid options are: Type, Optional.",
    ],
    [
      "a function type is made of its signature",
      "Type.ForFunction([ReturnType = type text, Parameters = [x = type number, y = type any]], 1)",
      "type function (x as number, optional y as any) as text",
    ],
    [
      "an optional parameter is nullable",
      "Type.ForFunction([ReturnType = type text, Parameters = [x = type number, y = type date]], 1)",
      "type function (x as number, optional y as nullable date) as text",
    ],
    [
      "it requires no more than it has",
      "Type.ForFunction([ReturnType = type text, Parameters = []], 1)",
      "Expression.Error: The 'min' argument is out of range.",
    ],
    [
      "record fields come as records",
      "Type.RecordFields(type [A = text, optional B = time])[B]",
      "[Type = type time, Optional = true]",
    ],
    [
      "a table type has no record fields",
      "Type.RecordFields(type table [a = text])",
      "Expression.Error: The type must be a record type.",
    ],
    ["the primitive record type is open", "Type.IsOpenRecord(type record)", "true"],
    [
      "a row type is a closed record",
      "Type.TableRow(type table [X = number, Y = date])",
      "type [X = number, Y = date]",
    ],
    ["the row of any table is open", "Type.IsOpenRecord(Type.TableRow(type table))", "true"],
    ["items of any list are any", "Type.ListItem(type list)", "type any"],
    ["null without null is none", "Type.NonNullable(type null)", "type none"],
    ["any without null is anynonnull", "Type.NonNullable(type any)", "type anynonnull"],
    [
      "a key names columns of the table",
      'Type.AddTableKey(type table [a = text], {"z"}, true)',
      "Expression.Error: The column 'z' of the table wasn't found.",
    ],
    ["facets that are not set are null", "Type.Facets(type text)[MaxLength]", "null"],
    [
      "an unknown facet is refused",
      "Type.ReplaceFacets(type text, [Length = 1])",
      "Expression.Error: 'Length' isn't a facet of a type.",
    ],
    [
      "a facet has its kind",
      'Type.ReplaceFacets(type text, [MaxLength = "x"])',
      "Expression.Error: The facet 'MaxLength' must be a number value.",
    ],
    ["a schema tells nullability", "Type.TableSchema(type table [a = nullable text])[IsNullable]", "{true}"],
    [
      "a schema tells facets",
      "Type.TableSchema(type table [a = (Type.ReplaceFacets(type text, [MaxLength = 8]))])[MaxLength]",
      "{8}",
    ],
    ["enumerations are number types", "Type.Is(JoinKind.Type, type number)", "true"],
    [
      "a union of structures joins their fields",
      "Type.Union({type [a = number], type [a = text, b = date]})",
      "type [a = anynonnull, optional b = date]",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(shown(await engine.evaluate(text))).toBe(result);
  });
});
