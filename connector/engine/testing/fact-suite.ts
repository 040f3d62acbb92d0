import { readFileSync } from "node:fs";
import { printIdentifier } from "../format/identifier.ts";
import { Engine, type EngineOptions } from "../host/engine.ts";
import type { Outline } from "../host/outline.ts";
import type { TestResult } from "./test-result.ts";

type FactRow = { readonly Result: string; readonly Notes: string; readonly Details: string };

/**
 * Runs a section document of facts, in the form of Microsoft's SDK: each shared member that is a table of `Result`, `Notes` and
 * `Details` is a suite, each of its rows a fact, which holds if its result begins with "Success". The first row sums up the others.
 */
export async function runFactSuite(file: string, outline: Outline, options: EngineOptions): Promise<TestResult[]> {
  const section = { document: file, text: readFileSync(file, "utf8") };
  const engine = new Engine({ ...options, sections: [...(options.sections ?? []), section] });
  try {
    const results: TestResult[] = [];
    for (const { name, isShared } of outline.members) {
      if (isShared) results.push(...(await runMember(file, name, engine)));
    }
    const none: TestResult = {
      file,
      name: outline.section,
      status: "failed",
      message: "no shared member is a table of facts with the columns Result, Notes and Details",
      milliseconds: 0,
    };
    return results.length > 0 ? results : [none];
  } finally {
    await engine.close();
  }
}

async function runMember(file: string, member: string, engine: Engine): Promise<TestResult[]> {
  const startedAt = performance.now();
  const outcome = await engine.evaluate(printIdentifier(member), file);
  const milliseconds = performance.now() - startedAt;
  if (!outcome.ok) {
    const { reason, message } = outcome.error;
    return [{ file, name: member, status: "failed", message: `${reason}: ${message}`, milliseconds }];
  }
  const rows = outcome.value?.json;
  if (!Array.isArray(rows) || !rows.every(isFactRow)) return [];
  const [, ...facts] = rows;
  return facts.map((fact): TestResult => {
    const isPassed = fact.Result.startsWith("Success");
    return {
      file,
      name: fact.Notes,
      status: isPassed ? "passed" : "failed",
      message: isPassed ? "" : `${fact.Result.trim()} ${fact.Details.trim()}`,
      milliseconds: milliseconds / facts.length,
    };
  });
}

function isFactRow(row: unknown): row is FactRow {
  return (
    typeof row === "object" &&
    row !== null &&
    ["Result", "Notes", "Details"].every((name) => typeof (row as Record<string, unknown>)[name] === "string")
  );
}
