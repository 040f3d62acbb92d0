import { TypeValue, primitiveTypes } from "../../types/type-value.ts";
import { notSupported } from "../../values/errors.ts";
import type { Group } from "../declaration.ts";
import { notCarried } from "./not-carried.ts";

const enumerated = (name: string, kind: "number" | "text" | "record"): TypeValue => new TypeValue(kind, { name });

/** What Microsoft publishes about actions, cubes and the inside of its own engine: known by name only. */
export const actions: Group = {
  name: "Functions that are known by name only",
  functions: [
    ...notCarried("the engine only reads; it runs no actions", [
      "Action.Return(value as any) as any",
      "Action.Sequence(actions as list) as any",
      "Action.Try(action as any) as any",
      "Action.View(action as any, handlers as record) as any",
      "Action.ViewError(errorRecord as record) as record",
      "Action.ViewFunction(function as function) as function",
      "Action.WithErrorContext(action as any, context as text) as any",
      "TableAction.DeleteRows(table as table) as any",
      "TableAction.InsertRows(table as table, rowsToInsert as table) as any",
      "TableAction.Tee(table as table, actions as list) as any",
      "TableAction.UpdateRows(table as table, columnUpdates as list) as any",
      "ValueAction.BeginTransaction(values as record) as any",
      "ValueAction.CommitTransaction(values as record) as any",
      "ValueAction.NativeStatement(target as any, statement as text, optional parameters as any, optional options as nullable record) as any",
      "ValueAction.Replace(target as any, source as any) as any",
      "WebAction.Request(method as text, url as text, optional options as nullable record) as any",
    ]),
    ...notCarried("there are no cubes to ask", [
      "Cube.AddAndExpandDimensionColumn(cube as table, dimensionSelector as any, attributeNames as list, optional newColumnNames as any) as table",
      "Cube.AddMeasureColumn(cube as table, column as text, measureSelector as any) as table",
      "Cube.ApplyParameter(cube as table, parameter as any, optional arguments as nullable list) as table",
      "Cube.AttributeMemberId(attribute as any) as any",
      "Cube.AttributeMemberProperty(attribute as any, propertyName as text) as any",
      "Cube.CollapseAndRemoveColumns(cube as table, columnNames as list) as table",
      "Cube.Dimensions(cube as table) as table",
      "Cube.DisplayFolders(cube as table) as table",
      "Cube.MeasureProperties(cube as table) as table",
      "Cube.MeasureProperty(measure as any, propertyName as text) as any",
      "Cube.Measures(cube as any) as table",
      "Cube.Parameters(cube as table) as table",
      "Cube.Properties(cube as table) as table",
      "Cube.PropertyKey(property as any) as any",
      "Cube.ReplaceDimensions(cube as table, dimensions as any) as table",
      "Cube.Transform(cube as table, transforms as list) as table",
    ]),
    ...notCarried("it belongs to the inside of Microsoft's engine and is not documented", [
      "Binary.End(binary as binary) as binary",
      "Binary.InferContentType(source as binary) as record",
      "DirectQueryCapabilities.From(value as any) as table",
      "Embedded.Value(value as any, path as text) as any",
      "Excel.ShapeTable(table as table, optional options as nullable record) as any",
      "Function.InvokeWithErrorContext(function as function, context as text) as any",
      "Graph.Nodes(graph as record) as list",
      "List.ConformToPageReader(list as list, optional options as nullable record) as table",
      "Module.Versions() as record",
      "Progress.DataSourceProgress() as any",
      "SqlExpression.SchemaFrom(schema as any) as any",
      "SqlExpression.ToExpression(sql as text, environment as record) as text",
      "Table.ConformToPageReader(table as table, shapingFunction as function) as table",
      "Table.FilterWithDataTable(table as table, dataTableIdentifier as text) as any",
      "Table.WithErrorContext(value as any, context as text) as any",
      "Value.Firewall(key as text) as any",
      "Value.Expression(value as any) as nullable record",
      "Value.Lineage(value as any) as any",
      "Value.Traits(value as any) as table",
      "Variable.Value(identifier as text) as any",
    ]),
    ...notCarried("no source of this engine tells how its tables are related", [
      "Tables.GetRelationships(tables as table, optional dataColumn as nullable text) as table",
    ]),
    ...notCarried("no source of this engine keeps versions", [
      "Value.VersionIdentity(value as any) as any",
      "Value.Versions(value as any) as table",
    ]),
  ],
  constants: [
    { name: "Action.Type", value: primitiveTypes.action, summary: "The type of actions, of which there are none." },
    {
      name: "Action.DoNothing",
      bind: () => {
        throw notSupported("Action.DoNothing");
      },
      summary: "Not supported: the engine only reads.",
    },
    {
      name: "AccessControlEntry.Type",
      value: enumerated("AccessControlEntry.Type", "record"),
      summary: "The type of access control entries.",
    },
    {
      name: "AccessControlEntry.ConditionContextType",
      value: enumerated("AccessControlEntry.ConditionContextType", "record"),
      summary: "The type of what the condition of an access control entry is asked about.",
    },
    { name: "Identity.Type", value: enumerated("Identity.Type", "record"), summary: "The type of identities." },
    {
      name: "IdentityProvider.Type",
      value: new TypeValue("function", { name: "IdentityProvider.Type" }),
      summary: "The type of identity providers.",
    },
    { name: "ODataOmitValues.Nulls", value: "nulls", summary: "An OData service may leave out nulls." },
    {
      name: "ODataOmitValues.Type",
      value: enumerated("ODataOmitValues.Type", "text"),
      summary: "What an OData service may leave out.",
    },
  ],
};
