import type { Expression } from "../../engine/index.ts";
import type { Queries, Query } from "../queries.ts";
import { namesOf } from "./reach.ts";
import { walk, type Names } from "./walk.ts";

/** A place where a query asks a data source. */
export type SourceCall = {
  readonly query: Query;
  readonly functionName: string;
  /** Where the address stands, or the function where it is handed on. */
  readonly at: { readonly line: number; readonly column: number };
  /** Whether the address is known without running the query. */
  readonly isStatic: boolean;
  /** Whether the call sends an `Authorization` header of its own. */
  readonly hasOwnAuthorization: boolean;
};

/** Functions of the library whose first argument says where the data is. */
const librarySources: ReadonlySet<string> = new Set([
  "AnalysisServices.Database",
  "AzureStorage.Blobs",
  "File.Contents",
  "Folder.Contents",
  "Folder.Files",
  "OData.Feed",
  "Odbc.DataSource",
  "Odbc.Query",
  "OleDb.DataSource",
  "Sql.Database",
  "Sql.Databases",
  "SharePoint.Contents",
  "SharePoint.Files",
  "Web.BrowserContents",
  "Web.Contents",
  "Web.Headers",
]);

/**
 * Every place of a target's queries that asks a data source. `extensionSources` are the functions of extensions that do.
 *
 * An address is known when it is made of literals, parameters and names that stand for such; the Service needs that to know its
 * sources without running a query (Microsoft: "Data refresh", dynamic data sources). `RelativePath` and `Query` may be anything.
 */
export function findSourceCalls(queries: Queries, extensionSources: ReadonlySet<string>): readonly SourceCall[] {
  const all = namesOf(queries);
  return queries.all().flatMap((query) => {
    const calls: SourceCall[] = [];
    const isSource = (expression: Expression, names: Names): expression is Expression & { kind: "name" } =>
      expression.kind === "name" &&
      (librarySources.has(expression.name) || extensionSources.has(expression.name)) &&
      names.find(expression.name) === undefined;
    walk(query.expression, all, (expression, names, isCallee) => {
      if (expression.kind === "call" && isSource(expression.callee, names)) {
        const [address, options] = expression.args;
        calls.push({
          query,
          functionName: expression.callee.name,
          at: address?.at ?? expression.at,
          isStatic: address !== undefined && isKnown(address, names, new Set()),
          hasOwnAuthorization: options !== undefined && setsAuthorization(options, names),
        });
      } else if (!isCallee && isSource(expression, names)) {
        const { name: functionName, at } = expression;
        calls.push({ query, functionName, at, isStatic: false, hasOwnAuthorization: false });
      }
    });
    return calls;
  });
}

/** Whether a value is known before anything runs. */
function isKnown(expression: Expression, names: Names, seen: Set<Expression>): boolean {
  if (seen.has(expression)) return false;
  seen.add(expression);
  const known = (inner: Expression): boolean => isKnown(inner, names, seen);
  switch (expression.kind) {
    case "literal":
      return true;
    case "name": {
      const meaning = names.find(expression.name, expression);
      return typeof meaning === "object" && isKnown(meaning.expression, meaning.names, new Set(seen));
    }
    case "binary":
      return expression.operator === "meta"
        ? known(expression.left)
        : known(expression.left) && known(expression.right);
    case "lazy":
      return known(expression.left) && known(expression.right);
    case "as":
      return known(expression.value);
    case "let": {
      const inner = names.within(expression.bindings.map(({ name, value }) => [name, value]));
      return isKnown(expression.body, inner, seen);
    }
    case "field": {
      const { of, name } = expression;
      const meaning = of.kind === "name" ? names.find(of.name) : { expression: of, names };
      if (typeof meaning !== "object" || meaning.expression.kind !== "record") return false;
      const field = meaning.expression.fields.find((each) => each.name === name);
      return field !== undefined && isKnown(field.value, meaning.names, seen);
    }
    default:
      return false;
  }
}

function setsAuthorization(options: Expression, names: Names): boolean {
  let isSet = false;
  const resolved = options.kind === "name" ? names.find(options.name) : undefined;
  walk(typeof resolved === "object" ? resolved.expression : options, names, (expression) => {
    if (expression.kind !== "record") return;
    isSet ||= expression.fields.some(({ name }) => name.toLowerCase() === "authorization");
  });
  return isSet;
}
