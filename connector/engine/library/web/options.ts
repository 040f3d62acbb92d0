import { primitiveTypes } from "../../types/type-value.ts";
import { cannotConvert } from "../../types/convert.ts";
import type { BinaryValue } from "../../values/binary.ts";
import { expressionError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import type { RecordValue } from "../../values/record.ts";
import type { DurationValue } from "../../values/temporal.ts";
import { kindOf, read, type Kind, type Plain } from "../../values/value.ts";
import { checkOptions } from "../list/arguments.ts";

/** A function that takes these options. */
export type WebFunction = "Web.Contents" | "Web.Headers" | "OData.Feed";

/** The options of `Web.Contents`, read and checked. */
export type WebOptions = {
  readonly query: readonly (readonly [string, string])[];
  readonly relativePath: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly content: BinaryValue | undefined;
  readonly timeoutMilliseconds: number;
  readonly manualStatuses: ReadonlySet<number>;
  readonly isRetry: boolean;
  readonly excludedFromCacheKey: ReadonlySet<string>;
  readonly apiKeyName: string | undefined;
  readonly manualCredentials: boolean;
  readonly credentialQuery: readonly (readonly [string, string])[];
};

/** What each option must be. */
const kinds: Readonly<Record<string, Kind>> = {
  ApiKeyName: "text",
  Content: "binary",
  CredentialQuery: "record",
  ExcludedFromCacheKey: "list",
  Headers: "record",
  IsRetry: "logical",
  ManualCredentials: "logical",
  ManualStatusHandling: "list",
  Query: "record",
  RelativePath: "text",
  Timeout: "duration",
};

/** Options that only an extension may use. */
const extensionOnly: readonly string[] = ["ManualCredentials", "CredentialQuery"];

/** Power Query's time-out of one request. */
const defaultTimeoutMilliseconds = 100_000;

/**
 * Reads the options record of `Web.Contents`, and of a function that takes them too; `Web.Headers` sends no content.
 *
 * @throws EvaluationError for an option that is unknown, of the wrong kind, or reserved to extensions.
 */
export function readWebOptions(
  options: RecordValue | null,
  isExtension: boolean,
  functionName: WebFunction,
): WebOptions {
  const names = Object.keys(kinds).filter((name) => name !== "Content" || functionName !== "Web.Headers");
  checkOptions(options, names, functionName);
  const values = new Map<string, Plain>();
  for (const [name, cell] of options?.entries() ?? []) {
    const kind = kinds[name]!;
    if (extensionOnly.includes(name) && !isExtension) {
      throw expressionError(`The ${functionName} option '${name}' can only be used in an extension.`, name);
    }
    const value = read(cell);
    if (value === null) continue;
    if (kindOf(value) !== kind) throw cannotConvert(value, primitiveTypes[kind]);
    values.set(name, value);
  }
  const record = (name: string): RecordValue | undefined => values.get(name) as RecordValue | undefined;
  const list = (name: string): Plain[] => [...((values.get(name) as ListValue | undefined)?.cells() ?? [])].map(read);
  const timeout = values.get("Timeout") as DurationValue | undefined;
  return {
    query: pairsOf(record("Query")),
    relativePath: (values.get("RelativePath") as string | undefined) ?? "",
    headers: pairsOf(record("Headers")),
    content: values.get("Content") as BinaryValue | undefined,
    timeoutMilliseconds: timeout ? timeout.totalDays * 86_400_000 : defaultTimeoutMilliseconds,
    manualStatuses: new Set(list("ManualStatusHandling").map(Number)),
    isRetry: values.get("IsRetry") === true,
    excludedFromCacheKey: new Set(list("ExcludedFromCacheKey").map((name) => (name as string).toLowerCase())),
    apiKeyName: values.get("ApiKeyName") as string | undefined,
    manualCredentials: values.get("ManualCredentials") === true,
    credentialQuery: pairsOf(record("CredentialQuery")),
  };
}

/** A record's texts as pairs; a list of texts gives a name several times. */
function pairsOf(record: RecordValue | undefined): (readonly [string, string])[] {
  return (record?.entries() ?? []).flatMap(([name, cell]) => {
    const value = read(cell);
    const items = value instanceof ListValue ? [...value.cells()].map(read) : [value];
    return items
      .filter((item) => item !== null)
      .map((item) => {
        if (typeof item !== "string") throw cannotConvert(item, primitiveTypes.text);
        return [name, item] as const;
      });
  });
}

/** The URL that a call asks: base, relative path with one slash between, and the query, escaped. */
export function urlOf(base: string, options: WebOptions): string {
  const [beforeFragment = ""] = base.split("#");
  // A query may hold question marks itself.
  const [path = "", ...baseQuery] = beforeFragment.split("?");
  const joined =
    options.relativePath === "" ? path : `${path.replace(/\/+$/u, "")}/${options.relativePath.replace(/^\/+/u, "")}`;
  const added = [...options.query, ...options.credentialQuery]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const query = [baseQuery.join("?"), added].filter((part) => part !== "").join("&");
  const separator = joined.includes("?") ? "&" : "?";
  return query === "" ? joined : `${joined}${separator}${query}`;
}
