import type { TestResult } from "./test-result.ts";

/** Test results as a JUnit report, as build servers read it: a suite a file. */
export function writeJunit(results: readonly TestResult[]): string {
  const files = [...new Set(results.map(({ file }) => file))];
  const suites = files.map((file) =>
    writeSuite(
      file,
      results.filter((result) => result.file === file),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals(results)}>\n${suites.join("")}</testsuites>\n`;
}

function writeSuite(file: string, results: readonly TestResult[]): string {
  const cases = results.map((result) => {
    const head = `    <testcase classname="${escape(file)}" name="${escape(result.name)}" time="${seconds([result])}"`;
    if (result.status !== "failed") return `${head}/>\n`;
    const [first = ""] = result.message.split("\n");
    return `${head}>\n      <failure message="${escape(first)}">${escape(result.message)}</failure>\n    </testcase>\n`;
  });
  return `  <testsuite name="${escape(file)}" ${totals(results)}>\n${cases.join("")}  </testsuite>\n`;
}

function totals(results: readonly TestResult[]): string {
  const failed = results.filter(({ status }) => status === "failed").length;
  return `tests="${results.length}" failures="${failed}" errors="0" time="${seconds(results)}"`;
}

function seconds(results: readonly TestResult[]): string {
  return (results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(3);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text for XML; the control characters that XML 1.0 cannot hold at all are left out. */
function escape(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, "").replaceAll(/[&<>"\n]/gu, (found) => entities[found]!);
}
