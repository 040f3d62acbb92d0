import { findWarnings } from "./analysis/warnings.ts";
import { planConnector, planQueries, type PlannedTable } from "./plan.ts";
import { reachOf } from "./analysis/reach.ts";
import { Evaluations, secretsOf, type Slot } from "./run/evaluations.ts";
import { failedUnit, loadUnit, type Unit, type UnitResult } from "./run/load-unit.ts";
import type { RefreshOptions } from "./run/options.ts";
import { resolveParameters } from "./run/parameters.ts";
import { checkPolicies, planTable } from "./run/plan-units.ts";
import { nextState, spentOn, sumUp, unitOutcome } from "./run/sum-up.ts";
import type { RefreshResult } from "./run/result.ts";
import { createRedactor, Wire } from "./run/wire.ts";
import { cancelled, timeLimit, type Look, type RefreshError } from "./run/words.ts";
import { readConnector, shippedConnector, type Connector, type QueriesTarget } from "./target.ts";

const hour = 3_600_000;
/** How long the Service lets a refresh run, in hours (Microsoft: "Data refresh"). */
const limits = { shared: 2, premium: 5 } as const;

/**
 * Refreshes every table of a target as Desktop or the Service would, and counts what each asked of the server. A table that fails does
 * not stop the others; the refresh has failed then.
 *
 * @throws Error when the tables cannot be listed, a parameter has no value, a policy is of no table, or `openRows` throws.
 */
export async function runRefresh(options: RefreshOptions): Promise<RefreshResult> {
  const began = performance.now();
  const { target, as } = options;
  const startedAt = options.now ?? Date.now();
  const connectors = target.kind === "connector" ? (options.connectors ?? []) : await connectorsFor(target, options);
  const parameters = target.kind === "connector" ? {} : resolveParameters(target.queries, options);
  const redact = createRedactor(secretsOf(target, options));
  const wire = new Wire(as === "desktop", redact);
  const evaluations = new Evaluations(options, connectors, parameters, wire);
  const look: Look = {
    placeOf: (document, line, column) =>
      target.kind === "queries" ? target.queries.placeOf(document, line, column) : undefined,
    redact,
  };
  try {
    const all = await plan(evaluations, options);
    checkPolicies(all, options);
    const tables = choose(all, options);
    const planning = spentOn(wire.calls, performance.now() - began);
    const plans = tables.map((table) => planTable(table, options, parameters));
    const units = plans.flatMap((each) => each.units);
    options.onPlan?.(units.map(({ item }) => item));
    const loaded = await loadAll(units, { evaluations, wire, look }, options);
    const summed = plans.map((each) => sumUp(each, loaded, wire.calls, options));
    const results = summed.map(({ result }) => result);
    for (const result of results) options.onTable?.(result);
    return {
      ok: results.every(({ ok }) => ok),
      as,
      target: target.file,
      startedAt: new Date(startedAt).toISOString(),
      tables: results,
      warnings: findWarnings({ options, connectors, plans, loaded, calls: wire.calls, startedAt }),
      planning,
      milliseconds: performance.now() - began,
      calls: wire.calls.toSorted((left, right) => left.startedAt - right.startedAt),
      state: nextState(summed, options.state),
    };
  } finally {
    await evaluations.close();
  }
}

/** The extensions that the queries of a target need: the given ones, or the shipped one when they use what only it has. */
async function connectorsFor(
  { queries }: QueriesTarget,
  { connectors }: RefreshOptions,
): Promise<readonly Connector[]> {
  if (connectors !== undefined && connectors.length > 0) return connectors;
  const shipped = await readConnector(shippedConnector());
  const isUsed = queries.all().some((query) => shipped.shared.some((name) => reachOf(query, queries).names.has(name)));
  return isUsed ? [shipped] : [];
}

async function plan(evaluations: Evaluations, options: RefreshOptions): Promise<readonly PlannedTable[]> {
  const { target, url } = options;
  if (target.kind === "connector") {
    if (url === undefined) throw new Error("a connector needs the address of its source");
    return planConnector(evaluations.open().engine, target, url, options.options);
  }
  // What a query is, is asked without a network: one that would need it is a table.
  return planQueries(evaluations.openOffline(), target);
}

/** The tables whose names fit one of the patterns. @throws Error for a pattern that none fits. */
function choose(tables: readonly PlannedTable[], { only = [] }: RefreshOptions): readonly PlannedTable[] {
  if (only.length === 0) return tables;
  const patterns = only.map((text) => ({
    text,
    form: new RegExp(`^${text.replaceAll(/[.+?^${}()|[\]\\]/gu, "\\$&").replaceAll("*", ".*")}$`, "iu"),
  }));
  for (const { text, form } of patterns) {
    if (tables.some(({ name }) => form.test(name))) continue;
    const names = tables.slice(0, 10).map(({ name }) => `"${name}"`);
    const more = tables.length > 10 ? ` and ${tables.length - 10} more` : "";
    throw new Error(`no table is called "${text}"; there are ${names.join(", ")}${more}`);
  }
  return tables.filter(({ name }) => patterns.some(({ form }) => form.test(name)));
}

/** Loads the units, several at a time, until all are done or the refresh is cut off. */
async function loadAll(
  units: readonly Unit[],
  { evaluations, wire, look }: { readonly evaluations: Evaluations; readonly wire: Wire; readonly look: Look },
  options: RefreshOptions,
): Promise<ReadonlyMap<Unit, UnitResult>> {
  const results = new Map<Unit, UnitResult>();
  const waiting = units.values();
  let cut: ((unit: Unit) => RefreshError) | undefined;
  const cutOff = (reason: (unit: Unit) => RefreshError): void => {
    cut ??= reason;
    void evaluations.close();
  };
  const hours = limits[options.capacity ?? "shared"];
  const limit = options.limitMilliseconds ?? (options.as === "service" ? hours * hour : undefined);
  const timer =
    limit === undefined
      ? undefined
      : setTimeout(() => {
          cutOff(({ item }) => timeLimit(item.table, hours));
        }, limit);
  const abort = (): void => {
    cutOff(() => cancelled);
  };
  options.signal?.addEventListener("abort", abort);
  if (options.signal?.aborted) abort();
  const work = async (slot: Slot): Promise<void> => {
    for (const unit of waiting) {
      options.onBegin?.(unit.item);
      const loaded = cut ? failedUnit(cut(unit)) : await loadUnit(unit, slot, options, look);
      results.set(unit, loaded.fate === "failed" && cut ? failedUnit(cut(unit), loaded.milliseconds) : loaded);
      options.onEnd?.(unit.item, unitOutcome(unit, results.get(unit)!, wire.calls));
    }
  };
  try {
    const slots = Math.max(1, Math.min(options.parallel ?? 2, units.length));
    await Promise.all(Array.from({ length: slots }, () => work(evaluations.open())));
    return results;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
  }
}
