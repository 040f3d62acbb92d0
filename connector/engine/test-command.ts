import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { addEngineOptions, readEngineOptions, readText, type EngineFlags } from "./engine-options.ts";
import { Engine, type EngineOptions } from "./host/engine.ts";
import { readOutline } from "./host/outline.ts";
import { runFactSuite } from "./testing/fact-suite.ts";
import { runGoldenTest, type GoldenMode } from "./testing/golden-test.ts";
import { writeJunit } from "./testing/junit.ts";
import type { TestResult } from "./testing/test-result.ts";

type Flags = EngineFlags & { readonly json?: true; readonly junit?: string; readonly update?: true };

/** Adds `chime-bi test`: runs the tests that are written in M below a folder. */
export function defineTestCommand(program: Command): void {
  addEngineOptions(program.command("test"))
    .description("run the M tests of a folder: X.query.pq against X.query.pqout, and sections of facts")
    .argument("<folder>", "all *.query.pq files in it and below it are run")
    .option("--junit <file>", "also write a JUnit report")
    .option("--json", "print the results as JSON")
    .option("--update", "write every .query.pqout anew")
    .addHelpText(
      "after",
      "\nA missing .query.pqout is written, unless CI=true says that it has to be there.\n\nExample:\n  $ chime-bi test tests --extension Chime.mez --allow localhost --junit report.xml\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const mode = { isStrict: process.env["CI"] === "true", isUpdate: flags.update ?? false };
      const results = await runTests(folder, readEngineOptions(flags), mode);
      if (flags.junit !== undefined) writeFileSync(flags.junit, writeJunit(results));
      print(results, flags.json ?? false);
      if (results.some(({ status }) => status === "failed")) process.exitCode = 1;
    });
}

/** Runs all tests below a folder, in the order of their names. @throws Error when it has none or cannot be read. */
export async function runTests(folder: string, options: EngineOptions, mode: GoldenMode): Promise<TestResult[]> {
  const files = findTests(folder);
  if (files.length === 0) throw new Error(`could not test "${folder}": it holds no *.query.pq file`);
  const shared = new Engine(options);
  const results: TestResult[] = [];
  try {
    for (const file of files) {
      // What is no M is a golden test as well: its syntax error may be what is expected.
      const outline = await readOutline(readText(file), file).catch(() => undefined);
      if (outline) results.push(...(await runFactSuite(file, outline, options)));
      else results.push(await runGoldenTest(file, shared, mode));
    }
  } finally {
    await shared.close();
  }
  return results;
}

function findTests(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".query.pq"))
      .sort()
      .map((name) => join(folder, name));
  } catch (cause) {
    throw new Error(`could not test "${folder}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function print(results: readonly TestResult[], isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify(results, undefined, 2));
    return;
  }
  for (const { file, name, status, message } of results) {
    console.log(`${status.padEnd(7)} ${file}: ${name}`);
    if (status === "failed") console.log(message.replaceAll(/^/gmu, "        "));
  }
  const count = (status: TestResult["status"]): number => results.filter((result) => result.status === status).length;
  console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("written")} written`);
}
