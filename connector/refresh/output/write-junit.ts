import { writeJunit, type TestResult } from "../../engine/index.ts";
import type { PartitionResult, RefreshResult, TableResult } from "../run/result.ts";

/** A refresh as a JUnit report: a test for each table, and for each partition of one with a policy. */
export function refreshAsJunit({ target, tables }: RefreshResult): string {
  return writeJunit(
    tables.flatMap((table) =>
      table.policy === undefined || table.partitions.length === 0
        ? [toTest(target, table.name, table)]
        : table.partitions.map((partition) => toTest(target, `${table.name} / ${partition.name}`, partition)),
    ),
  );
}

function toTest(
  file: string,
  name: string,
  { error, milliseconds }: Pick<TableResult & PartitionResult, "error" | "milliseconds">,
): TestResult {
  return { file, name, status: error ? "failed" : "passed", message: error?.shown ?? "", milliseconds };
}
