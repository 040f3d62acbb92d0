import { readPolicy, type RefreshPolicy } from "../policy/policy.ts";
import type { Model, ModelColumn, ModelTable, SourceText } from "./model.ts";
import { readTmdl, type TmdlObject } from "./tmdl-tree.ts";

/** A file of a model's definition. */
export type ModelFile = { readonly file: string; readonly text: string };

/**
 * Reads the files of a model's `definition` folder. An object may be spread over several files.
 *
 * @throws Error with file and line.
 */
export function readTmdlModel(files: readonly ModelFile[]): Model {
  const declared = files.flatMap(({ file, text }) => readTmdl(text, file).map((object) => ({ file, object })));
  const tables = new Map<string, { readonly file: string; readonly object: TmdlObject }[]>();
  for (const each of declared) {
    if (each.object.type !== "table") continue;
    const key = each.object.name;
    tables.set(key, [...(tables.get(key) ?? []), each]);
  }
  const read = [...tables].map(([name, parts]) => ({ name, table: readTable(name, parts) }));
  return {
    tables: read.flatMap(({ table }) => (table ? [table] : [])),
    otherTables: read.filter(({ table }) => !table).map(({ name }) => name),
    expressions: declared
      .filter(({ object }) => object.type === "expression")
      .map(({ file, object }) => {
        if (!object.expression) throw placed(file, object, `the expression "${object.name}" has no text behind "="`);
        return { name: object.name, source: object.expression };
      }),
  };
}

type Part = { readonly file: string; readonly object: TmdlObject };

/** A table that a query of M fills; `undefined` for one that DAX, or an entity of elsewhere, does. */
function readTable(name: string, parts: readonly Part[]): ModelTable | undefined {
  const children = (type: string): Part[] =>
    parts.flatMap(({ file, object }) =>
      object.children.filter((child) => child.type === type).map((child) => ({ file, object: child })),
    );
  const partitions = children("partition");
  const queries = partitions.filter(({ object }) => object.expression?.text.trim().toLowerCase() === "m");
  const [partition, second] = queries;
  if (partition === undefined) return undefined;
  if (second !== undefined) {
    throw placed(
      second.file,
      second.object,
      `the table "${name}" has several partitions of M; a project has one, and a refresh policy makes the others`,
    );
  }
  const source = partition.object.expressions.get("source");
  if (!source) throw placed(partition.file, partition.object, `the partition of "${name}" has no source`);
  const [policy] = children("refreshpolicy");
  return {
    name,
    source,
    mode: partition.object.properties.get("mode")?.text ?? "import",
    columns: children("column").flatMap(readColumn),
    policy: policy && readTablePolicy(name, policy),
  };
}

function readColumn({ object }: Part): readonly ModelColumn[] {
  const sourceColumn = object.properties.get("sourcecolumn")?.text;
  if (object.expression || sourceColumn === undefined) return [];
  return [{ name: object.name, dataType: object.properties.get("datatype")?.text ?? "string", sourceColumn }];
}

const policyExpressions: Readonly<Record<string, "source" | "polling">> = {
  sourceexpression: "source",
  pollingexpression: "polling",
};

function readTablePolicy(table: string, { file, object }: Part): RefreshPolicy {
  const texts: Partial<Record<"source" | "polling", SourceText>> = {};
  for (const [name, text] of object.expressions) {
    const known = policyExpressions[name];
    if (known === undefined) throw placed(file, object, `the refresh policy of "${table}" has an unknown "${name}"`);
    texts[known] = text;
  }
  try {
    return readPolicy(Object.fromEntries([...object.properties].map(([name, { text }]) => [name, text])), texts);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw placed(file, object, `the refresh policy of "${table}": ${why}`);
  }
}

function placed(file: string, { line }: TmdlObject, why: string): Error {
  return new Error(`"${file}", line ${line}: ${why}`);
}
