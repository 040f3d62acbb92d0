import { basename } from "node:path";
import type { QueriesTarget, Connector } from "../target.ts";
import { daysIn, type Unit, type UnitResult } from "../run/load-unit.ts";
import type { RefreshOptions } from "../run/options.ts";
import type { TablePlan } from "../run/plan-units.ts";
import { callsOf } from "../run/sum-up.ts";
import type { CallRecord } from "../run/wire.ts";
import type { FilePlace, Query } from "../queries.ts";
import { findSourceCalls } from "./data-sources.ts";
import { asksDefaultWindow, findDateFilters } from "./date-filter.ts";
import { findBorderMistakes } from "./range-use.ts";
import { reachOf } from "./reach.ts";

/** What a warning is about; each has a heading of its name in the guide. */
export const warningCodes = [
  "dynamic-data-source",
  "filter-not-folded",
  "default-window",
  "range-border",
  "period-not-over",
  "repeated-request",
  "gateway-needed",
  "credentials-kind",
  "plain-http",
  "types-lost",
  "not-loaded",
] as const;

/** What a warning is about. */
type WarningCode = (typeof warningCodes)[number];

/** Something to know before publishing. */
export type Warning = {
  readonly code: WarningCode;
  readonly message: string;
  /** `undefined` where it is about the whole target. */
  readonly table: string | undefined;
  readonly place: FilePlace | undefined;
  /** Where the guide says more. */
  readonly docs: string;
};

/** What warnings are found in. */
export type Evidence = {
  readonly options: RefreshOptions;
  readonly connectors: readonly Connector[];
  readonly plans: readonly TablePlan[];
  readonly loaded: ReadonlyMap<Unit, UnitResult>;
  readonly calls: readonly CallRecord[];
  /** When the refresh began, by the engine's clock, in milliseconds since 1970. */
  readonly startedAt: number;
};

type Found = Omit<Warning, "code" | "docs">;

/** Every warning that a refresh gives reason for, in the order of the codes. */
export function findWarnings(evidence: Evidence): readonly Warning[] {
  return warningCodes.flatMap((code) =>
    finders[code](evidence).map((found) => ({ code, ...found, docs: `docs/guides/refresh.md#${code}` })),
  );
}

const finders: Readonly<Record<WarningCode, (evidence: Evidence) => readonly Found[]>> = {
  "dynamic-data-source": (evidence) =>
    sourceCallsOf(evidence)
      .filter(({ isStatic }) => !isStatic)
      .map(({ query, functionName, at }) => ({
        message: `the address that ${functionName} gets is known only when the query runs, so the Service cannot refresh the model: "You can't schedule refresh for this semantic model because the following data sources currently don't support refresh"; make it a text or a parameter, and put what changes into RelativePath and Query`,
        table: query.name,
        place: placeOf(evidence, query, at),
      })),

  "filter-not-folded": ({ plans, calls }) =>
    plans.flatMap(({ table, units }) => {
      const asked = units
        .filter(({ range }) => range !== undefined)
        .map((unit) => callsOf(unit, calls).filter(({ pass }) => pass === "data"))
        .filter((each) => each.length > 0);
      if (asked.length < 2) return [];
      const days = asked.map((each) => JSON.stringify(each.map(({ url }) => [url.split("?")[0], daysIn(url)]).sort()));
      if (new Set(days).size > 1) return [];
      const message = `the filter on RangeStart and RangeEnd does not reach the server: all ${asked.length} partitions asked for the same, ${asked[0]!.length} request${asked[0]!.length === 1 ? "" : "s"} each, and threw away what was not theirs; filter right after the source, on a column that folds, or put the range into the request`;
      return [{ message, table: table.name, place: undefined }];
    }),

  "default-window": (evidence) =>
    ofQueries(evidence, ({ queries }) =>
      evidence.plans.flatMap(({ table }) => {
        const asked = evidence.calls.some(
          (call) =>
            call.table === table.name &&
            // A query reads the clock before it asks; the calls count from the beginning of the refresh.
            asksDefaultWindow(call.url, evidence.startedAt, evidence.startedAt + call.startedAt + clockSlack),
        );
        const query = asked ? queries.find(table.name) : undefined;
        const [filter] = query ? findDateFilters(reachOf(query, queries).queries) : [];
        if (!filter) return [];
        const message = `the filter by dates does not reach the server, which was asked for the last 30 days, as when no Range is named: rows from before them are missing; filter right after the source, on the column that dates the rows, or name the Range that is meant`;
        return [{ message, table: table.name, place: placeOf(evidence, filter.query, filter.at) }];
      }),
    ),

  "range-border": (evidence) =>
    ofQueries(evidence, ({ queries }) =>
      findBorderMistakes(queries.all()).map(({ query, at, rows }) => ({
        message:
          rows === "twice"
            ? "the filter has both RangeStart and RangeEnd in: a row on the border of two partitions is loaded twice; write >= RangeStart and < RangeEnd"
            : "the filter has both RangeStart and RangeEnd out: a row on the border of two partitions is never loaded; write >= RangeStart and < RangeEnd",
        table: query.name,
        place: placeOf(evidence, query, at),
      })),
    ),

  "period-not-over": ({ plans }) =>
    plans.flatMap(({ table, partitions }) => {
      const again = partitions?.partitions
        .flatMap(({ parts }) => parts)
        .flatMap((part) => (part.kind === "load" && part.why === "wasIncomplete" ? [part.range.name] : []));
      if (!again || again.length === 0) return [];
      const message = `${again.join(", ")} left the refresh window, and may not have been over when it was loaded last, so it was loaded once more. Microsoft documents that only the refresh window is refreshed: the Service may miss such rows; refresh one period more, or only complete ones`;
      return [{ message, table: table.name, place: undefined }];
    }),

  "repeated-request": ({ calls }) => {
    const counts = new Map<string, number>();
    for (const { method, url, isRetry } of calls) {
      if (!isRetry) counts.set(`${method} ${url}`, (counts.get(`${method} ${url}`) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count > mostEqualRequests)
      .sort(([, left], [, right]) => right - left)
      .slice(0, mostShown)
      .map(([request, count]) => ({
        message: `the same request was sent ${count} times: ${request}`,
        table: undefined,
        place: undefined,
      }));
  },

  "gateway-needed": ({ options: { target }, connectors, plans }) => {
    const used = target.kind === "connector" ? [target.connector] : connectors;
    if (used.length === 0 || plans.length === 0) return [];
    const files = used.map(({ file }) => basename(file)).join(", ");
    const message = `${files} is a custom connector: a scheduled refresh needs a gateway that has it, unless it is certified`;
    return [{ message, table: undefined, place: undefined }];
  },

  "credentials-kind": (evidence) =>
    sourceCallsOf(evidence)
      .filter(({ functionName, hasOwnAuthorization }) => functionName.startsWith("Web.") && hasOwnAuthorization)
      .slice(0, 1)
      .map(({ query, at }) => ({
        message:
          "the queries send an Authorization header of their own: in the Service choose the credentials kind Anonymous for the web source, and know that the key is in the model, where all who may edit it can read it",
        table: query.name,
        place: placeOf(evidence, query, at),
      })),

  "plain-http": ({ calls }) => {
    const asked = calls.map(({ url }) => url).filter((url) => URL.canParse(url));
    const hosts = new Set(
      asked
        .map((url) => new URL(url))
        .filter(({ protocol, hostname }) => protocol === "http:" && !isLoopback(hostname))
        .map(({ host }) => host),
    );
    return [...hosts].map((host) => ({
      message: `the calls to ${host} go over plain http: everybody on the way can read the key; use https`,
      table: undefined,
      place: undefined,
    }));
  },

  "types-lost": ({ plans, loaded }) =>
    plans.flatMap(({ table, units }) => {
      const untyped = units.map((unit) => loaded.get(unit)?.shape?.untyped).find((each) => each !== undefined) ?? [];
      if (untyped.length === 0) return [];
      const columns = untyped.map(({ name, declared, m }) =>
        declared === undefined ? `"${name}" (${m})` : `"${name}" (declared ${declared}, and ${m} in M)`,
      );
      const message = `the query does not say the type of ${columns.join(", ")}: it is lost between the steps, and every value is converted, or loaded as text; give the columns a type in the last step`;
      return [{ message, table: table.name, place: undefined }];
    }),

  "not-loaded": ({ options: { target }, plans }) => {
    const hybrid = plans
      .filter(({ policy }) => policy?.mode === "hybrid")
      .map(({ table }) => ({
        message: "the newest range of this table is read by DirectQuery, which a refresh does not load",
        table: table.name,
        place: undefined,
      }));
    const others = target.kind === "queries" ? target.otherTables : [];
    const message = `${others.join(", ")}: no query of M fills ${others.length === 1 ? "this table" : "these tables"}, so nothing was loaded`;
    return others.length === 0 ? hybrid : [...hybrid, { message, table: undefined, place: undefined }];
  },
};

/** A schema pass and a data pass are twice the same. */
const mostEqualRequests = 2;
const mostShown = 10;
/** How much later than its call a query may seem to have read the clock, in milliseconds. */
const clockSlack = 1000;

function sourceCallsOf({ options: { target }, connectors, plans }: Evidence): ReturnType<typeof findSourceCalls> {
  if (target.kind !== "queries") return [];
  const { queries } = target;
  const used = new Set(
    plans.flatMap(({ table }) => {
      const query = queries.find(table.name);
      return query ? reachOf(query, queries).queries.map(({ name }) => name) : [];
    }),
  );
  const extensionSources = new Set(connectors.flatMap(({ sourceFunctions }) => sourceFunctions));
  return findSourceCalls(queries, extensionSources).filter(({ query }) => used.has(query.name));
}

function ofQueries<Item>(
  { options: { target } }: Evidence,
  find: (target: QueriesTarget) => readonly Item[],
): readonly Item[] {
  return target.kind === "queries" ? find(target) : [];
}

function placeOf(
  { options: { target } }: Evidence,
  { document }: Query,
  at: { line: number; column: number },
): FilePlace | undefined {
  return target.kind === "queries" ? target.queries.placeOf(document, at.line, at.column) : undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}
