import { printTextLiteral } from "../../engine/index.ts";
import type { Queries, Query } from "../queries.ts";

/** The names by which templates and projects ask for the address and the key. */
const addressNames = ["ChimeAddress", "ServerUrl"];
const keyNames = ["ChimeKey"];

/** What a caller gives for parameters. */
type Given = {
  readonly url?: string;
  readonly key?: string;
  /** By name, as M. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** By name, as text. */
  readonly values?: Readonly<Record<string, string>>;
};

/**
 * The M of every parameter that is given a value. M wins over text, and either over what `url` and `key` fill.
 *
 * @throws Error for a name that no query has or that its section does not share, a text that is not of the parameter's type, and a
 * required parameter without a value.
 */
export function resolveParameters(queries: Queries, given: Given): Readonly<Record<string, string>> {
  const filled = (names: readonly string[], value: string | undefined): (readonly [string, string])[] =>
    value === undefined
      ? []
      : names.filter((name) => queries.find(name)).map((name) => [name, printTextLiteral(value)] as const);
  const texts = Object.entries(given.values ?? {}).map(
    ([name, text]) => [name, toLiteral(name, text, findQuery(queries, name))] as const,
  );
  for (const name of Object.keys(given.parameters ?? {})) findQuery(queries, name);
  const resolved = Object.fromEntries([
    ...filled(addressNames, given.url),
    ...filled(keyNames, given.key),
    ...texts,
    ...Object.entries(given.parameters ?? {}),
  ]);
  for (const name of Object.keys(resolved)) {
    if (queries.find(name)?.isShared) continue;
    throw new Error(
      `the parameter "${name}" takes no value, since its section does not share it: write shared ${name} =`,
    );
  }
  for (const { name, parameter, expression } of queries.all()) {
    if (!parameter?.isRequired || resolved[name] !== undefined) continue;
    const isEmpty =
      expression.kind === "binary" && expression.left.kind === "literal" && expression.left.value === null;
    if (isEmpty) throw new Error(`the parameter "${name}" has no value: give it by --parameter ${name}=VALUE`);
  }
  return resolved;
}

function findQuery(queries: Queries, name: string): Query {
  const query = queries.find(name);
  if (query) return query;
  const known = queries.all().flatMap((each) => (each.parameter ? [each.name] : []));
  throw new Error(
    `there is no parameter "${name}"; ${known.length === 0 ? "the queries have none" : `there are ${known.join(", ")}`}`,
  );
}

const temporal = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|([+-]\d\d):(\d\d))?$/u;

/** A text as the literal that the parameter's type asks for. */
function toLiteral(name: string, text: string, { parameter }: Query): string {
  const type = parameter?.type ?? "Text";
  const wrong = (): Error => new Error(`the parameter "${name}" is of type ${type}, which its value is not`);
  switch (type) {
    case "Number":
      if (!Number.isFinite(Number(text)) || text.trim() === "") throw wrong();
      return String(Number(text));
    case "Logical":
      if (!/^(?:true|false)$/iu.test(text)) throw wrong();
      return text.toLowerCase();
    case "Date":
    case "DateTime":
    case "DateTimeZone": {
      const [, year, month, day, hour = "0", minute = "0", second = "0", zoneHour = "0", zoneMinute = "0"] =
        temporal.exec(text) ?? [];
      if (year === undefined) throw wrong();
      const date = [year, month, day].map(Number);
      const time = [hour, minute, second].map(Number);
      if (type === "Date") return `#date(${date.join(", ")})`;
      if (type === "DateTime") return `#datetime(${[...date, ...time].join(", ")})`;
      const zone = [Number(zoneHour), Number(zoneMinute) * (zoneHour.startsWith("-") ? -1 : 1)];
      return `#datetimezone(${[...date, ...time, ...zone].join(", ")})`;
    }
    default:
      return printTextLiteral(text);
  }
}
