import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runTests } from "../../../connector/engine/test-command.ts";
import { writeJunit } from "../../../connector/engine/testing/junit.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-test-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const facts = `
section ChatTests;
shared Chat.UnitTest = Facts.Summarize({
  Fact("adds", 3, 1 + 2), Fact("fails <here>", 3, 1 + 1), Fact("raises", 1, error "no")});
shared Unrelated = 5;
Fact = (subject as text, expected, actual) as record =>
  [Result = (if expected = actual then "Success" else "Failure") & " ", Notes = subject, Details = "(" & Text.From(expected) & " and " & Text.From(actual) & ")"];
Facts.Summarize = (facts as list) as table =>
  Table.FromRecords({[Result = "-", Notes = Text.From(List.Count(facts)) & " facts", Details = "all"]} & facts);
`;

/** A folder with these files. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

const lenient = { isStrict: false, isUpdate: false };
const strict = { isStrict: true, isUpdate: false };

async function shown(path: string, mode = strict): Promise<string[]> {
  const results = await runTests(path, {}, mode);
  return results.map(({ name, status, message }) => `${status} ${name}${message === "" ? "" : `: ${message}`}`);
}

describe("a golden pair", () => {
  it("may be named by its file", async () => {
    const path = folderOf("named", { "a.query.pq": "1", "a.query.pqout": "1", "b.query.pq": "2" });
    expect(await shown(join(path, "a.query.pq"))).toEqual(["passed value"]);
  });

  it("is compared by value, not by layout", async () => {
    const path = folderOf("layout", { "a.query.pq": "{1, 2 + 1}", "a.query.pqout": "{ 1,\n  3 }\n" });
    expect(await shown(path)).toEqual(["passed value"]);
  });

  it("tells columns by the kinds of their types, as the SDK writes them", async () => {
    const path = folderOf("kinds", {
      "a.query.pq": "#table(type table [id = nullable Int64.Type, tag = any], {{1, 2}})",
      "a.query.pqout": "#table( type table [id = number, tag = any] , {{1, 2} } ) ",
      "b.query.pq": "#table(type table [id = text], {})",
      "b.query.pqout": "#table(type table [id = number], {})",
    });
    expect(await shown(path)).toEqual([
      "passed value",
      "failed value: expected\n#table(type table [id = number], {})\nbut got\n#table(type table [id = text], {})",
    ]);
  });

  it("that differs shows both", async () => {
    const path = folderOf("differs", { "a.query.pq": "1", "a.query.pqout": "2" });
    expect(await shown(path)).toEqual(["failed value: expected\n2\nbut got\n1"]);
  });

  it("may expect an error", async () => {
    const path = folderOf("error", { "a.query.pq": "[a = 1][b]" });
    expect(await shown(path, lenient)).toEqual([expect.stringMatching(/^written value/u)]);
    expect(readFileSync(join(path, "a.query.pqout"), "utf8")).toBe(
      'error [Reason = "Expression.Error", Message = "The field \'b\' of the record wasn\'t found.", Detail = [a = 1]]\n',
    );
    expect(await shown(path)).toEqual(["passed value"]);
  });

  it("without its output fails where outputs must be there", async () => {
    const path = folderOf("missing", { "a.query.pq": "1" });
    expect(await shown(path)).toEqual([expect.stringMatching(/^failed value: .*is missing, the value is\n1$/u)]);
    expect(existsSync(join(path, "a.query.pqout"))).toBe(false);
  });

  it("is written anew on demand", async () => {
    const path = folderOf("update", { "a.query.pq": "1", "a.query.pqout": "2" });
    await runTests(path, {}, { isStrict: true, isUpdate: true });
    expect(readFileSync(join(path, "a.query.pqout"), "utf8")).toBe("1\n");
  });
});

describe("a parameter query", () => {
  it("is what every query is called with", async () => {
    const path = folderOf("parameter", {
      "a.query.pq": "(chats) => List.Count(chats) // counts",
      "a.query.pqout": "3",
    });
    const results = await runTests(path, {}, { ...strict, parameterQuery: "{1..3} // chats" });
    expect(results.map(({ status }) => status)).toEqual(["passed"]);
  });
});

describe("a suite of facts", () => {
  it("gives a result a fact", async () => {
    const path = folderOf("facts", { "facts.query.pq": facts.replace(', Fact("raises", 1, error "no")', "") });
    expect(await shown(path)).toEqual(["passed adds", "failed fails <here>: Failure (3 and 2)"]);
  });

  it("whose table cannot be made fails as a whole", async () => {
    const path = folderOf("raising", { "facts.query.pq": facts });
    expect(await shown(path)).toEqual(["failed Chat.UnitTest: Expression.Error: no"]);
  });

  it("without a table of facts fails", async () => {
    const path = folderOf("none", { "facts.query.pq": "section S; shared a = 1;" });
    expect(await shown(path)).toEqual([expect.stringMatching(/^failed S: no shared member/u)]);
  });
});

it("a folder without tests is an error", async () => {
  await expect(runTests(folderOf("empty", {}), {}, strict)).rejects.toThrow("it holds no *.query.pq file");
});

it("a JUnit report has a suite a file and a failure's message", () => {
  const results = [
    { file: "a.query.pq", name: "value", status: "passed", message: "", milliseconds: 12 },
    { file: "b.query.pq", name: "x < y & z", status: "failed", message: 'got "1"\nnot 2\u0001', milliseconds: 1 },
  ] as const;
  expect(writeJunit(results)).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="2" failures="1" errors="0" time="0.013">
  <testsuite name="a.query.pq" tests="1" failures="0" errors="0" time="0.012">
    <testcase classname="a.query.pq" name="value" time="0.012"/>
  </testsuite>
  <testsuite name="b.query.pq" tests="1" failures="1" errors="0" time="0.001">
    <testcase classname="b.query.pq" name="x &lt; y &amp; z" time="0.001">
      <failure message="got &quot;1&quot;">got &quot;1&quot;&#10;not 2</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});
