import { readPolicy, type RefreshPolicy } from "../policy/policy.ts";
import type { Model, ModelTable, SourceText } from "./model.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a model in JSON (`model.bim`, a TMSL database). Lines of its expressions count from the first one of each: JSON does not keep
 * the places of its texts.
 *
 * @throws Error that names the file and the object.
 */
export function readBimModel(text: string, file: string): Model {
  const model = objectOf(parseJson(text, file)["model"]);
  if (!model) throw new Error(`"${file}" has no "model"`);
  const read = listOf(model["tables"]).map((table) => ({ name: textOf(table["name"]), table: readTable(table, file) }));
  return {
    tables: read.flatMap(({ table }) => (table ? [table] : [])),
    otherTables: read.filter(({ table }) => !table).map(({ name }) => name),
    expressions: listOf(model["expressions"]).map((expression) => {
      const name = textOf(expression["name"]);
      return { name, source: sourceOf(expression["expression"], `${file}, expression ${name}`) };
    }),
  };
}

function parseJson(text: string, file: string): Json {
  try {
    const value = objectOf(JSON.parse(text.replace(/^\uFEFF/u, "")));
    if (value) return value;
  } catch (cause) {
    throw new Error(`could not read "${file}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  throw new Error(`could not read "${file}": it holds no object`);
}

function readTable(table: Json, file: string): ModelTable | undefined {
  const name = textOf(table["name"]);
  const queries = listOf(table["partitions"]).filter(({ source }) => objectOf(source)?.["type"] === "m");
  const [partition, second] = queries;
  if (partition === undefined) return undefined;
  if (second !== undefined) throw new Error(`"${file}": the table "${name}" has several partitions of M`);
  const policy = objectOf(table["refreshPolicy"]);
  return {
    name,
    source: sourceOf(objectOf(partition["source"])?.["expression"], `${file}, table ${name}`),
    mode: textOf(partition["mode"], "import"),
    columns: listOf(table["columns"]).flatMap((column) =>
      typeof column["sourceColumn"] === "string" && column["type"] !== "calculated"
        ? [
            {
              name: textOf(column["name"]),
              dataType: textOf(column["dataType"], "string"),
              sourceColumn: column["sourceColumn"],
            },
          ]
        : [],
    ),
    policy: policy && readBimPolicy(policy, `${file}, table ${name}`),
  };
}

function readBimPolicy(policy: Json, place: string): RefreshPolicy {
  const { sourceExpression, pollingExpression, ...rest } = policy;
  const properties = Object.entries(rest).filter(([, value]) => typeof value !== "object");
  try {
    return readPolicy(Object.fromEntries(properties.map(([name, value]) => [name, String(value)])), {
      ...(sourceExpression !== undefined && { source: sourceOf(sourceExpression, `${place}, refresh policy`) }),
      ...(pollingExpression !== undefined && { polling: sourceOf(pollingExpression, `${place}, polling expression`) }),
    });
  } catch (cause) {
    throw new Error(`"${place}": the refresh policy: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** An expression is one text or a list of lines. */
function sourceOf(value: unknown, place: string): SourceText {
  const text = Array.isArray(value) ? value.map(String).join("\n") : value;
  if (typeof text !== "string") throw new Error(`"${place}" has no expression`);
  return { text, file: place, line: 1, column: 1 };
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf).filter((item) => item !== undefined) : [];
}

function textOf(value: unknown, otherwise = ""): string {
  return typeof value === "string" ? value : otherwise;
}
