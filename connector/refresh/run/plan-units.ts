import { createHash } from "node:crypto";
import { reachOf } from "../analysis/reach.ts";
import { planPartitions, type KnownPartition, type PartitionPlan } from "../policy/partition-plan.ts";
import { clockIn } from "../policy/period.ts";
import type { RefreshPolicy } from "../policy/policy.ts";
import type { PlannedTable } from "../plan.ts";
import type { Query } from "../queries.ts";
import type { Target } from "../target.ts";
import { isSecretName } from "./evaluations.ts";
import type { Unit } from "./load-unit.ts";
import type { RefreshOptions } from "./options.ts";
import type { RefreshError } from "./words.ts";

/** What is done for one table. */
export type TablePlan = {
  readonly table: PlannedTable;
  readonly policy: RefreshPolicy | undefined;
  readonly partitions: PartitionPlan | undefined;
  readonly units: readonly Unit[];
  /** Says whether the next refresh may go on from this one. */
  readonly fingerprint: string;
  /** Why nothing can be loaded. */
  readonly error: RefreshError | undefined;
};

/** Plans the loading of a table: whole, or by the partitions of its policy as the Service has them. */
export function planTable(
  table: PlannedTable,
  options: RefreshOptions,
  parameters: Readonly<Record<string, string>>,
): TablePlan {
  const { target } = options;
  const policy = policyOf(table, options);
  // The table's own expression is a name, or what the walk over a navigation table found: no text of the user's.
  const source = { text: policy?.source?.text ?? table.expression, document: "refresh" };
  if (policy?.source && target.kind === "queries") {
    source.document = `refresh policy of ${table.name}`;
    target.queries.addText(source.document, policy.source);
  }
  const fingerprint = markOf(table, policy, options, parameters);
  const planned = { table, policy, fingerprint, error: undefined };
  const unit = { table, source, polling: undefined, known: undefined };
  if (!policy) {
    const item = { table: table.name, partition: undefined };
    return { ...planned, partitions: undefined, units: [{ ...unit, item, range: undefined }] };
  }
  const error = rangeError(table.name, target);
  if (error) return { ...planned, partitions: undefined, units: [], error };
  const polling = policy.polling && { text: policy.polling.text, document: `polling expression of ${table.name}` };
  if (polling && target.kind === "queries") target.queries.addText(polling.document, policy.polling);
  const known = knownPartitions(table.name, fingerprint, options);
  const today = clockIn(options.zone ?? "UTC", options.now ?? Date.now());
  const partitions = planPartitions(policy, today, known);
  const units = partitions.partitions.flatMap(({ parts }) =>
    parts.flatMap((part): Unit[] => {
      if (part.kind === "kept") return [];
      const { range, why } = part;
      const before = known
        .flatMap((each) => each.parts)
        .find(({ start, end }) => start === range.start && end === range.end);
      const polled = why === "refreshed" ? { polling, known: before } : {};
      return [{ ...unit, item: { table: table.name, partition: range.name }, range, ...polled }];
    }),
  );
  return { ...planned, partitions, units };
}

/** The Service alone plays policies: Desktop loads what the parameters in the file say. */
function policyOf(table: PlannedTable, { as, policies = {}, target }: RefreshOptions): RefreshPolicy | undefined {
  if (as === "desktop") return undefined;
  const given = policies[table.name];
  if (given) return given;
  const general = policies["*"];
  return general && rangeError(table.name, target) === undefined ? general : table.policy;
}

/** @throws Error for a policy of a table that is not there, and for one of every table that none can have. */
export function checkPolicies(
  tables: readonly PlannedTable[],
  { as, policies = {}, target }: Pick<RefreshOptions, "as" | "policies" | "target">,
): void {
  for (const name of Object.keys(policies)) {
    if (name !== "*" && !tables.some((table) => table.name === name)) {
      throw new Error(`there is a policy for the table "${name}", which is not there`);
    }
  }
  const isOfNone = policies["*"] !== undefined && tables.every(({ name }) => rangeError(name, target) !== undefined);
  if (isOfNone && as === "service") {
    throw new Error("the policy is of no table: none uses the parameters RangeStart and RangeEnd, as shared queries");
  }
}

/** What keeps a table from being loaded by a policy. */
function rangeError(name: string, target: Target): RefreshError | undefined {
  const query = target.kind === "queries" ? target.queries.find(name) : undefined;
  const reached = query && target.kind === "queries" ? reachOf(query, target.queries).queries : [];
  const isUsed = (parameter: string): boolean => reached.some((each: Query) => each.name === parameter);
  const unused = ["RangeStart", "RangeEnd"].filter((parameter) => !isUsed(parameter));
  const unshared = reached.filter((each) => ["RangeStart", "RangeEnd"].includes(each.name) && !each.isShared);
  if (unused.length === 0 && unshared.length === 0) return undefined;
  const message =
    unused.length > 0
      ? `the table has a refresh policy, but its query does not use the parameter${unused.length === 1 ? "" : "s"} ${unused.join(" and ")}: every partition would hold the same rows`
      : `the table has a refresh policy, but its section does not share ${unshared.map(({ name }) => name).join(" and ")}: every partition would hold the same rows; write shared before the name`;
  return { reason: "Policy.Error", message, detail: null, place: undefined, shown: message };
}

/** What the state knows of a table, without what has no file any more and what another query or other parameters filled. */
function knownPartitions(name: string, fingerprint: string, options: RefreshOptions): readonly KnownPartition[] {
  const known = options.state?.tables[name];
  if (known?.fingerprint !== fingerprint) return [];
  const hasFile = options.hasFile ?? (() => true);
  return known.partitions.filter(({ parts }) => parts.every(({ file }) => hasFile(name, file)));
}

function markOf(
  { name, columns }: PlannedTable,
  policy: RefreshPolicy | undefined,
  { target, url }: RefreshOptions,
  parameters: Readonly<Record<string, string>>,
): string {
  const query = target.kind === "queries" ? target.queries.find(name) : undefined;
  const reached = query && target.kind === "queries" ? reachOf(query, target.queries).queries : [];
  const own = reached.filter((each) => !["RangeStart", "RangeEnd"].includes(each.name) && !isSecretName(each.name));
  const given = own.map((each) => [each.name, parameters[each.name] ?? each.expression]);
  // Where an expression stands does not matter, nor on which port a server of this machine listens.
  const what = JSON.stringify([columns, policy?.source?.text, url, given], (name, value: unknown) =>
    name === "at" ? undefined : value,
  ).replaceAll(/(\bhttps?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])):\d+/gu, "$1");
  return createHash("sha256").update(what).digest("base64url").slice(0, 22);
}
