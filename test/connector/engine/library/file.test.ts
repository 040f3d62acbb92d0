import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const folder = mkdtempSync(join(tmpdir(), "chime-bi-files-"));
mkdirSync(join(folder, "old"));
writeFileSync(join(folder, "chats.csv"), "id\n1");
writeFileSync(join(folder, "old", "2019.csv"), "id\n2");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const engine = testEngine({ grantedFolders: [folder] });
const strict = testEngine();
const text = (path: string): string => JSON.stringify(path).replaceAll("\\\\", "\\");

describe("files of a granted folder", () => {
  it.each([
    ["a file", `Text.FromBinary(File.Contents(${text(join(folder, "chats.csv"))}))`, '"id#(lf)1"'],
    [
      "the entries of a folder",
      `Folder.Contents(${text(folder)})[[Name], [Extension]]`,
      '#table(type table [Name = text, Extension = text], {{"chats.csv", ".csv"}, {"old", ""}})',
    ],
    ["a folder in a folder", `Folder.Contents(${text(folder)}){[Name = "old"]}[Content][Name]`, '{"2019.csv"}'],
    ["the files below a folder", `Folder.Files(${text(folder)})[Name]`, '{"chats.csv", "2019.csv"}'],
    [
      "the content of a row",
      `Text.FromBinary(Folder.Files(${text(folder)}){[Name = "2019.csv"]}[Content])`,
      '"id#(lf)2"',
    ],
  ])("are read: %s", async (_, query, result) => {
    expect(shown(await engine.evaluate(query))).toBe(result);
  });

  it.each([
    ["File.Contents", "Binary.Length", /^DataSource\.Error: Could not find file '.*none'\.$/u],
    [
      "Folder.Files",
      "Table.RowCount",
      /^DataSource\.NotFound: File or Folder: We couldn't find the folder '.*none'\.$/u,
    ],
  ])("are not found by %s when they are not there", async (name, count, message) => {
    const outcome = await engine.evaluate(`${count}(${name}(${text(join(folder, "none"))}))`);
    expect(shown(outcome)).toMatch(message);
  });

  it("need an absolute path", async () => {
    expect(shown(await engine.evaluate('File.Contents("chats.csv")'))).toBe(
      "DataFormat.Error: The supplied file path must be a valid absolute path.",
    );
  });

  it.each([
    ["false", "2"],
    ["null", "2"],
    ["true", "Expression.Error: The Folder.Files option 'PreserveLastAccessTimes' is not supported by this engine."],
    ["1", "Expression.Error: We cannot convert the value 1 to type Logical."],
  ])("with PreserveLastAccessTimes = %s give %s", async (value, result) => {
    const query = `Table.RowCount(Folder.Files(${text(folder)}, [PreserveLastAccessTimes = ${value}]))`;
    expect(shown(await engine.evaluate(query))).toBe(result);
  });

  it("stay closed to an evaluation that was granted nothing", async () => {
    const outcome = await strict.evaluate(`Folder.Files(${text(folder)})[Name]`);
    expect(shown(outcome)).toMatch(/^DataSource\.Error: .*granted/u);
  });
});
