import type { KnownPartition, LoadedPart, PlannedPart, PlannedPartition } from "../policy/partition-plan.ts";
import type { Partition } from "../policy/partitions.ts";
import { printPolicy } from "../policy/policy.ts";
import type { ModelState, TableState } from "../policy/state.ts";
import { wasOver, type Unit, type UnitResult } from "./load-unit.ts";
import type { RefreshOptions } from "./options.ts";
import type { TablePlan } from "./plan-units.ts";
import type { Fate, PartitionResult, Spent, TableResult } from "./result.ts";
import type { CallRecord } from "./wire.ts";

/** A table's result, and what the next refresh has to know of it. */
export type Summed = { readonly result: TableResult; readonly state: TableState | undefined };

type Loaded = ReadonlyMap<Unit, UnitResult>;

/** Adds up what became of a table. */
export function sumUp(
  plan: TablePlan,
  loaded: Loaded,
  calls: readonly CallRecord[],
  { zone = "UTC" }: RefreshOptions,
): Summed {
  const { table, policy, partitions, units, fingerprint } = plan;
  const outcomes = partitions
    ? partitions.partitions.map((partition) => sumUpPartition(partition, units, loaded, calls, zone))
    : units.map((unit) => ({ result: unitOutcome(unit, loaded.get(unit)!, calls), known: undefined }));
  const results = [...outcomes.map(({ result }) => result), ...directQuery(plan)];
  const error = plan.error ?? results.find((each) => each.error)?.error;
  const known = outcomes.flatMap((each) => each.known ?? []);
  const shape = units.map((unit) => loaded.get(unit)?.shape).find((each) => each !== undefined);
  return {
    result: {
      name: table.name,
      ok: error === undefined,
      policy: policy && printPolicy(policy),
      columns: shape?.columns ?? [],
      rows: results.reduce((sum, { rows }) => sum + rows, 0),
      errors: results.reduce((sum, { errors }) => sum + errors, 0),
      ...addUp(results),
      error,
      partitions: results,
      dropped: partitions?.dropped.map(({ name }) => name) ?? [],
    },
    state: policy && { fingerprint, partitions: known },
  };
}

/** What the next refresh begins with: tables that were not refreshed this time stay as they were. */
export function nextState(summed: readonly Summed[], before: ModelState = { tables: {} }): ModelState {
  const now = summed.flatMap(({ result, state }) => (state ? [[result.name, state] as const] : []));
  return { tables: { ...before.tables, ...Object.fromEntries(now) } };
}

/** One unit as the result of a partition. */
export function unitOutcome(unit: Unit, loaded: UnitResult, calls: readonly CallRecord[]): PartitionResult {
  const { fate, rows, errors, error } = loaded;
  const spent = spentOn(callsOf(unit, calls), loaded.milliseconds);
  return { name: unit.range?.name ?? unit.table.name, ...stretchOf(unit.range), fate, rows, errors, ...spent, error };
}

/** What calls cost. */
export function spentOn(calls: readonly CallRecord[], milliseconds: number): Spent {
  return {
    requests: calls.length,
    retries: calls.filter(({ isRetry }) => isRetry).length,
    bytes: calls.reduce((sum, { bytes }) => sum + bytes, 0),
    milliseconds,
  };
}

function sumUpPartition(
  partition: PlannedPartition,
  units: readonly Unit[],
  loaded: Loaded,
  calls: readonly CallRecord[],
  zone: string,
): { readonly result: PartitionResult; readonly known: KnownPartition | undefined } {
  const parts = partition.parts.map((part) => {
    if (part.kind === "kept") return { part: part.part, result: undefined };
    const unit = units.find(({ range }) => range === part.range)!;
    const outcome = loaded.get(unit)!;
    return { part: toPart(part.range, outcome, callsOf(unit, calls), zone), result: unitOutcome(unit, outcome, calls) };
  });
  const results = parts.flatMap(({ result }) => result ?? []);
  const error = results.find((each) => each.error)?.error;
  const { name, start, end } = partition;
  return {
    result: {
      name,
      ...stretchOf(partition),
      fate: error ? "failed" : fateOf(partition, results),
      rows: parts.reduce((sum, { part }) => sum + part.rows, 0),
      errors: results.reduce((sum, { errors }) => sum + errors, 0),
      ...addUp(results),
      error,
    },
    known: error ? undefined : { name, start, end, parts: parts.map(({ part }) => part) },
  };
}

function fateOf({ mergedFrom, parts }: PlannedPartition, results: readonly PartitionResult[]): Fate {
  if (mergedFrom > 1) return "merged";
  if (parts.every(({ kind }: PlannedPart) => kind === "kept")) return "kept";
  return results.every(({ fate }) => fate === "unchanged") ? "unchanged" : "loaded";
}

function toPart(
  { name, start, end }: Partition,
  { rows, at, bookmark, file }: UnitResult,
  calls: readonly CallRecord[],
  zone: string,
): LoadedPart {
  return {
    name,
    start,
    end,
    isComplete: wasOver({ name, start, end }, at, zone, calls),
    rows,
    ...(bookmark !== undefined && { bookmark }),
    ...(file !== undefined && { file }),
  };
}

/** The newest range of a hybrid table, which is asked for with every visual and never loaded. */
function directQuery({ policy, partitions }: TablePlan): readonly PartitionResult[] {
  const last = partitions?.partitions.at(-1);
  if (policy?.mode !== "hybrid" || !last) return [];
  const { start } = stretchOf({ ...last, start: last.end });
  return [
    {
      name: "DirectQuery",
      start,
      end: undefined,
      fate: "directQuery",
      rows: 0,
      errors: 0,
      ...addUp([]),
      error: undefined,
    },
  ];
}

function stretchOf(range: Partition | undefined): Pick<PartitionResult, "start" | "end"> {
  const toText = (moment: number): string => new Date(moment).toISOString().slice(0, 19);
  return { start: range && toText(range.start), end: range && toText(range.end) };
}

function addUp(results: readonly Spent[]): Spent {
  const sum = (of: (spent: Spent) => number): number => results.reduce((so, spent) => so + of(spent), 0);
  return {
    requests: sum(({ requests }) => requests),
    retries: sum(({ retries }) => retries),
    bytes: sum(({ bytes }) => bytes),
    milliseconds: sum(({ milliseconds }) => milliseconds),
  };
}

/** The calls that were made for a unit. */
export function callsOf({ item }: Pick<Unit, "item">, calls: readonly CallRecord[]): readonly CallRecord[] {
  return calls.filter(({ table, partition }) => table === item.table && partition === item.partition);
}
