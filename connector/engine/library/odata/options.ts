import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { expressionError, notSupported } from "../../values/errors.ts";
import { RecordValue } from "../../values/record.ts";
import { plain, type Plain, type Value } from "../../values/value.ts";
import { checkOptions, readOption } from "../list/arguments.ts";
import { readWebOptions, type WebOptions } from "../web/options.ts";

/** The options of `OData.Feed`, read and checked. */
export type FeedOptions = {
  /** What each request is sent with. */
  readonly web: WebOptions;
  /** OData's own query options, `$filter` and so on: they are for the address that was asked for. */
  readonly systemQuery: readonly (readonly [string, string])[];
  readonly hasMoreColumns: boolean;
  readonly maxUriLength: number;
};

const functionName = "OData.Feed";
const defaultMaxUriLength = 2048;
const defaultTimeoutMilliseconds = 600_000;

/** Options that are handed on to the web. */
const webNames = ["Query", "Headers", "ExcludedFromCacheKey", "ApiKeyName", "Timeout"];

/** Options with the values that this engine honours; null is always one of them. */
const takenValues: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  Concurrent: [false, true],
  EnableBatch: [false],
  FunctionOverloads: [true],
  Implementation: ["2.0"],
  IncludeAnnotations: [],
  IncludeMetadataAnnotations: [],
  MoreColumns: [false, true],
  ODataVersion: [4],
  OmitValues: ["nulls"],
};

const names = [...webNames, ...Object.keys(takenValues), "MaxUriLength"];

/**
 * Reads the arguments `headers` and `options` of `OData.Feed`; a logical in the place of the record says whether requests may go out
 * together.
 *
 * @throws EvaluationError for an option that is unknown, of the wrong kind, or has a value that this engine does not carry.
 */
export function readFeedOptions(headers: RecordValue | null, given: Value, isExtension: boolean): FeedOptions {
  const bare = plain(given);
  if (bare !== null && typeof bare !== "boolean" && !(bare instanceof RecordValue)) {
    throw cannotConvert(given, primitiveTypes.record);
  }
  const options = bare instanceof RecordValue ? bare : null;
  checkOptions(options, names, functionName);
  for (const [name, taken] of Object.entries(takenValues)) {
    const value = readOption(options, name);
    if (value !== null && !taken.some((one) => one === value)) throw refusedValue(name, value, taken);
  }
  const handedOn = webNames.flatMap((name) => (options?.has(name) ? [[name, options.cell(name)!] as const] : []));
  const web = readWebOptions(RecordValue.fromEntries(handedOn), isExtension, functionName);
  const ownHeaders = readWebOptions(RecordValue.from({ Headers: headers }), isExtension, functionName).headers;
  const omits = readOption(options, "OmitValues") === null ? [] : [["Prefer", "omit-values=nulls"] as const];
  const isSystem = ([name]: readonly [string, string]): boolean => name.startsWith("$");
  return {
    web: {
      ...web,
      timeoutMilliseconds:
        readOption(options, "Timeout") === null ? defaultTimeoutMilliseconds : web.timeoutMilliseconds,
      query: web.query.filter((pair) => !isSystem(pair)),
      headers: [...ownHeaders, ...web.headers, ...omits],
    },
    systemQuery: web.query.filter(isSystem),
    hasMoreColumns: readOption(options, "MoreColumns") === true,
    maxUriLength: readMaxUriLength(options),
  };
}

function refusedValue(name: string, value: Plain, taken: readonly (string | number | boolean)[]): Error {
  const known = taken.map((one) => (typeof one === "string" ? `"${one}"` : String(one))).join(" or ");
  if (taken.length === 0) return notSupported(`The ${functionName} option '${name}'`);
  return expressionError(`The ${functionName} option '${name}' takes ${known} in this engine.`, value);
}

function readMaxUriLength(options: RecordValue | null): number {
  const value = readOption(options, "MaxUriLength");
  if (value === null) return defaultMaxUriLength;
  if (typeof value === "number") return value;
  throw cannotConvert(value, primitiveTypes.number);
}
