import type { SourceText } from "../model/model.ts";
import { granularities, type Granularity } from "./period.ts";

/** So many periods. */
type Span = { readonly granularity: Granularity; readonly periods: number };

/** An incremental refresh policy of a table (MS-SSAS-T 2.2.5.34, RefreshPolicy). */
export type RefreshPolicy = {
  /** Whole periods that are stored beside the current one. */
  readonly stored: Span;
  /** The latest periods, which every refresh loads anew. */
  readonly refreshed: Span;
  /** -1 leaves the current period out ("only refresh complete days"); 0 has it in. */
  readonly offset: number;
  /** `hybrid` reads what is newer by DirectQuery, which no refresh loads. */
  readonly mode: "import" | "hybrid";
  /** The M of the partitions; the table's own when left out. */
  readonly source: SourceText | undefined;
  /** Its value says whether a period has changed ("detect data changes"). */
  readonly polling: SourceText | undefined;
};

/** The properties of a policy as a model's file has them, names in any case. */
export type PolicyProperties = Readonly<Record<string, string>>;

const knownProperties = [
  "policyType",
  "rollingWindowGranularity",
  "rollingWindowPeriods",
  "incrementalGranularity",
  "incrementalPeriods",
  "incrementalPeriodsOffset",
  "mode",
] as const;

/** Makes a policy of its properties. @throws Error that names the property and what was wrong with it. */
export function readPolicy(
  properties: PolicyProperties,
  { source, polling }: Partial<Pick<RefreshPolicy, "source" | "polling">> = {},
): RefreshPolicy {
  const values = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
  for (const name of Object.keys(properties)) {
    if (!knownProperties.some((known) => known.toLowerCase() === name.toLowerCase())) {
      throw new Error(`a refresh policy has no property "${name}"; it has ${knownProperties.join(", ")}`);
    }
  }
  const one = (name: (typeof knownProperties)[number]): string | undefined => values.get(name.toLowerCase());
  const type = one("policyType") ?? "basic";
  if (type.toLowerCase() !== "basic") throw new Error(`policyType is "${type}", where only "basic" is known`);
  const span = (prefix: "rollingWindow" | "incremental"): Span => ({
    granularity: readChoice(`${prefix}Granularity`, one(`${prefix}Granularity`), granularities),
    periods: readCount(`${prefix}Periods`, one(`${prefix}Periods`), 1),
  });
  return {
    stored: span("rollingWindow"),
    refreshed: span("incremental"),
    offset: readCount("incrementalPeriodsOffset", one("incrementalPeriodsOffset") ?? "0", -1, 0),
    mode: readChoice("mode", one("mode") ?? "import", ["import", "hybrid"]),
    source,
    polling,
  };
}

/**
 * Reads a policy in short: `store 3 years, refresh 10 days`, with `, complete` for complete periods only.
 *
 * @throws Error that shows the form.
 */
export function parsePolicy(text: string): RefreshPolicy {
  const form =
    /^\s*store\s+(\d+)\s+(day|month|quarter|year)s?\s*,\s*refresh\s+(\d+)\s+(day|month|quarter|year)s?\s*(,\s*complete\s*)?$/iu;
  const [, stored, storedIn, refreshed, refreshedIn, complete] = form.exec(text) ?? [];
  if (stored === undefined) {
    throw new Error(
      `"${text}" is no refresh policy; write it as "store 3 years, refresh 10 days" (day, month, quarter, year), with ", complete" for complete periods only`,
    );
  }
  return readPolicy({
    rollingWindowPeriods: stored,
    rollingWindowGranularity: storedIn!,
    incrementalPeriods: refreshed!,
    incrementalGranularity: refreshedIn!,
    incrementalPeriodsOffset: complete === undefined ? "0" : "-1",
  });
}

/** A policy for people: `store 3 years, refresh 10 days, complete`. */
export function printPolicy({ stored, refreshed, offset }: RefreshPolicy): string {
  const span = ({ periods, granularity }: Span): string => `${periods} ${granularity}${periods === 1 ? "" : "s"}`;
  return `store ${span(stored)}, refresh ${span(refreshed)}${offset === -1 ? ", complete" : ""}`;
}

function readChoice<Choice extends string>(
  name: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((known) => known === value?.toLowerCase());
  if (choice !== undefined) return choice;
  throw new Error(`${name} is ${value === undefined ? "missing" : `"${value}"`}; it is one of ${choices.join(", ")}`);
}

/** Periods further back than this begin before the year 1900. */
const mostPeriods = 40_000;

function readCount(name: string, value: string | undefined, least: number, most = mostPeriods): number {
  const count = Number(value);
  if (value !== undefined && Number.isInteger(count) && count >= least && count <= most) return count;
  throw new Error(
    `${name} is ${value === undefined ? "missing" : `"${value}"`}; it is a whole number from ${least} to ${most}`,
  );
}
