import type { DataSource } from "../library/evaluation.ts";
import { FunctionValue } from "../values/function.ts";
import { plain, read, type Value } from "../values/value.ts";
import { toJson } from "../format/index.ts";

/**
 * Ties a function of an extension to its data source kind: while it runs, and whatever it makes runs, credentials are looked up
 * by kind and path (Microsoft: "Handling resource path").
 */
export function bindDataSource(
  value: Value,
  { extension, kind, isAnonymous }: Omit<DataSource, "path">,
  within: <T>(source: DataSource, work: () => T) => T,
): Value {
  const implementation = plain(value);
  if (!(implementation instanceof FunctionValue)) return value;
  const call = (args: readonly Value[]): Value =>
    within({ extension, kind, path: pathOf(implementation, args, kind), isAnonymous }, () =>
      implementation.invoke(args),
    );
  return new FunctionValue(implementation.type, call, undefined, implementation.meta);
}

/**
 * The data source path of a call: the kind's name without required parameters, the URL itself for one `Uri.Type` parameter, and
 * otherwise a JSON text of the required arguments. Parameters whose type says `DataSource.Path = false` do not count.
 */
function pathOf(implementation: FunctionValue, args: readonly Value[], kind: string): string {
  const { type } = implementation;
  const counted = (type.parameters ?? [])
    .slice(0, type.required)
    .map((parameter, index) => ({ parameter, value: args[index] ?? null }))
    .filter(({ parameter }) => read(parameter.type.meta?.cell("DataSource.Path") ?? null) !== false);
  const [only] = counted;
  if (only === undefined) return kind;
  const bare = plain(only.value);
  if (counted.length === 1 && only.parameter.type.name === "Uri.Type" && typeof bare === "string") return bare;
  return JSON.stringify(Object.fromEntries(counted.map(({ parameter, value }) => [parameter.name, toJson(value)])));
}
