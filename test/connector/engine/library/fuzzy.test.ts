import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();
const like = (left: string, right: string, options: string): string =>
  `not Table.IsEmpty(Table.FuzzyJoin(#table({"a"}, {{"${left}"}}), "a", #table({"b"}, {{"${right}"}}), "b", null, ${options}))`;

describe("fuzzy joins", () => {
  it.each([
    ["a letter left out is like at the default", "Grapes", "Graes", "[]", "true"],
    ["and not at 0.9", "Grapes", "Graes", "[Threshold = 0.9]", "false"],
    ["letter case may count", "Grapes", "GRAPES", "[IgnoreCase = false]", "false"],
    ["spaces do not count", "Gra pes", "Grapes", "[Threshold = 1]", "true"],
    ["spaces may count", "Gra pes", "Grapes", "[Threshold = 1, IgnoreSpace = false]", "false"],
    ["words in another order are equal", "help desk", "Desk, Help", "[Threshold = 1, IgnoreSpace = false]", "true"],
    [
      "a transformation table maps words",
      "Grapes are sweet",
      "Raisins are sweet",
      '[Threshold = 1, TransformationTable = #table({"From", "To"}, {{"Grapes", "Raisins"}})]',
      "true",
    ],
  ])("%s", async (_, left, right, options, result) => {
    expect(shown(await engine.evaluate(like(left, right, options)))).toBe(result);
  });

  it.each([
    ["JoinKind.LeftAnti", '{{"Sales", null}}'],
    ["JoinKind.RightAnti", '{{null, "Other"}}'],
    ["JoinKind.LeftSemi", '{{"Mail", null}}'],
    ["JoinKind.RightSemi", '{{null, "MAIL"}}'],
    ["JoinKind.FullOuter", '{{"Mail", "MAIL"}, {"Sales", null}, {null, "Other"}}'],
  ])("%s gives the rows of its kind", async (kind, rows) => {
    const join = `Table.FuzzyJoin(#table({"a"}, {{"Mail"}, {"Sales"}}), "a", #table({"b"}, {{"MAIL"}, {"Other"}}), "b", ${kind})`;
    expect(shown(await engine.evaluate(join))).toBe(`#table({"a", "b"}, ${rows})`);
  });

  it("gives the best matches and how alike they are", async () => {
    const join =
      'Table.FuzzyJoin(#table({"a"}, {{"Grapes"}}), "a", #table({"b"}, {{"Graes"}, {"grapes"}}), "b", null, [NumberOfMatches = 1, SimilarityColumnName = "s"])';
    expect(shown(await engine.evaluate(`Table.ToRows(${join})`))).toBe('{{"Grapes", "grapes", 1}}');
  });

  it("refuses an option that it does not have", async () => {
    expect(shown(await engine.evaluate(like("a", "b", "[Treshold = 1]")))).toMatch(
      /^Expression\.Error: 'Treshold' isn't/u,
    );
  });
});
