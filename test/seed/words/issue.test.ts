import { describe, expect, it } from "vitest";
import { readIssues } from "../../../seed/words/issue.ts";

const whole = `
  b Common advice. | no
  a What is it? | this
  = problem: first
  ? It is broken
  f Done. | thanks
  = info: second
  ? How?
  b Own advice.
  f So. | ok`;

describe("readIssues", () => {
  it("gives an issue the common lines of the kinds that it has none of", () => {
    const [first, second] = readIssues("en", whole);
    expect(first).toMatchObject({
      kind: "problem",
      title: "first",
      articles: [{ say: ["Common advice."], answers: [["no"]] }],
    });
    expect(second).toMatchObject({ kind: "info", articles: [{ say: ["Own advice."], answers: [] }] });
    expect(second?.asks).toEqual(first?.asks);
  });

  it("knows the season of an issue", () => {
    const seasonOf = (title: string) => readIssues("en", whole.replace("second", title))[1]?.season;
    expect([seasonOf("x"), seasonOf("x @winter"), seasonOf("x @summer")]).toEqual([null, "winter", "summer"]);
  });

  it.each([
    { script: "= trouble: x", message: 'no kind of issue in "= trouble: x"' },
    { script: "= problem", message: 'no kind of issue in "= problem"' },
    { script: "x what", message: 'an issue has no line such as "x what"' },
    { script: "= problem: x\n? why", message: 'the issue "x" has no articles' },
    { script: whole.replace("? How?", ""), message: 'the issue "second" has no questions' },
  ])("refuses $script: $message", ({ script, message }) => {
    expect(() => readIssues("en", script)).toThrow(message);
  });
});
