import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { printTextLiteral } from "../format/text-literal.ts";
import type { Engine } from "../host/engine.ts";
import type { Outcome, PrintedError } from "../host/protocol.ts";
import type { TestResult } from "./test-result.ts";

/** How golden tests are run. */
export type GoldenMode = {
  /** Whether a missing golden file is a failure; it is written otherwise. */
  readonly isStrict: boolean;
  /** Whether every golden file is written anew. */
  readonly isUpdate: boolean;
  /** M whose value each test, a function then, is called with (the SDK's parameter query). */
  readonly parameterQuery?: string | undefined;
};

/**
 * Compares the value of `X.query.pq` with the M in `X.query.pqout`. Both are evaluated and printed alike, so that layout does not
 * count, and of a column's type its kind alone, since Microsoft's golden files tell no more; an expected failure is an `error`
 * expression with the same reason, message and detail.
 */
export async function runGoldenTest(file: string, engine: Engine, mode: GoldenMode): Promise<TestResult> {
  const startedAt = performance.now();
  const goldenFile = `${file}out`;
  const query = readFileSync(file, "utf8");
  const { parameterQuery } = mode;
  const text = parameterQuery === undefined ? query : `(${query}\n)(\n${parameterQuery}\n)`;
  const actual = printOutcome(await engine.evaluateGolden(text, file));
  const result = (status: TestResult["status"], message: string): TestResult => ({
    file,
    name: "value",
    status,
    message,
    milliseconds: performance.now() - startedAt,
  });
  if (mode.isUpdate || (!existsSync(goldenFile) && !mode.isStrict)) {
    writeFileSync(goldenFile, `${actual}\n`);
    return result("written", `wrote "${goldenFile}"`);
  }
  if (!existsSync(goldenFile)) return result("failed", `"${goldenFile}" is missing, the value is\n${actual}`);
  const expected = printOutcome(await engine.evaluateGolden(readFileSync(goldenFile, "utf8"), goldenFile));
  return expected === actual ? result("passed", "") : result("failed", `expected\n${expected}\nbut got\n${actual}`);
}

function printOutcome(outcome: Outcome): string {
  return outcome.ok ? (outcome.value?.m ?? "") : printError(outcome.error);
}

function printError({ reason, message, detail }: PrintedError): string {
  const fields = [`Reason = ${printTextLiteral(reason)}`, `Message = ${printTextLiteral(message)}`];
  // A detail that M cannot read back, such as a function, would make the golden file no M.
  if (detail !== null && !detail.includes("function (")) fields.push(`Detail = ${detail}`);
  return `error [${fields.join(", ")}]`;
}
