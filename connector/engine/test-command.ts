import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { addEngineOptions, readEngineOptions, readText, type EngineFlags } from "./engine-options.ts";
import { Engine, type EngineOptions } from "./host/engine.ts";
import { readOutline } from "./host/outline.ts";
import { runFactSuite } from "./testing/fact-suite.ts";
import { runGoldenTest, type GoldenMode } from "./testing/golden-test.ts";
import { writeJunit } from "./testing/junit.ts";
import { readTestSettings, type TestSettings } from "./testing/settings-file.ts";
import type { TestResult } from "./testing/test-result.ts";

type Flags = EngineFlags & {
  readonly json?: true;
  readonly junit?: string;
  readonly parameterQuery?: string;
  readonly settings?: string;
  readonly update?: true;
};

/** Adds `chime-bi test`: runs the tests that are written in M below a folder. */
export function defineTestCommand(program: Command): void {
  addEngineOptions(program.command("test"))
    .description("run the M tests of a folder: X.query.pq against X.query.pqout, and sections of facts")
    .argument("[folder]", "all *.query.pq files in it and below it are run; it may be one such file")
    .option("--parameter-query <file>", "M whose value each query, a function then, is called with")
    .option("--settings <file>", "a settings file of Microsoft's SDK; what the command line says counts more")
    .option("--junit <file>", "also write a JUnit report")
    .option("--json", "print the results as JSON")
    .option("--update", "write every .query.pqout anew")
    .addHelpText(
      "after",
      "\nA missing .query.pqout is written, unless CI=true says that it has to be there.\n\nExample:\n  $ chime-bi test tests --extension Chime.mez --allow localhost --junit report.xml\n",
    )
    .action(async (folder: string | undefined, flags: Flags) => {
      const settings =
        flags.settings === undefined ? undefined : readTestSettings(readText(flags.settings), flags.settings);
      const tests = folder ?? settings?.query;
      if (tests === undefined) throw new Error("could not test: name a folder, or settings with a QueryFilePath");
      const results = await runTests(tests, engineOptions(flags, settings), await readMode(flags, settings));
      if (flags.junit !== undefined) writeReport(flags.junit, writeJunit(results));
      print(results, flags.json ?? false);
      if (results.some(({ status }) => status === "failed")) process.exitCode = 1;
    });
}

function writeReport(file: string, report: string): void {
  try {
    writeFileSync(file, report);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`could not write the JUnit report "${file}": ${why}`, { cause });
  }
}

function engineOptions(flags: Flags, settings: TestSettings | undefined): EngineOptions {
  if (!settings) return readEngineOptions(flags);
  const extension = flags.extension.length > 0 ? flags.extension : settings.extensions;
  const options = readEngineOptions({ ...flags, extension });
  return { ...options, failsOnFoldingFailure: flags.failOnFoldingFailure ?? settings.failsOnFoldingFailure };
}

async function readMode(flags: Flags, settings: TestSettings | undefined): Promise<GoldenMode> {
  const isStrict = process.env["CI"] === "true" || settings?.isStrict === true;
  const file = flags.parameterQuery ?? settings?.parameterQuery;
  const parameterQuery = file === undefined ? undefined : readText(file);
  if (parameterQuery !== undefined) {
    // A mistake in it is told once, by its own name, rather than as a failure of every test.
    const isSection = await readOutline(parameterQuery, file!).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`could not read the parameter query "${file!}": ${why}`, { cause });
    });
    if (isSection) throw new Error(`could not read the parameter query "${file!}": it is a section, not an expression`);
  }
  return { isStrict, isUpdate: flags.update ?? false, parameterQuery };
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
    if (statSync(folder).isFile()) return [folder];
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
