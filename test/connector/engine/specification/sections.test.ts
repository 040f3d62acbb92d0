import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const documents = {
  "Chats.pq": `section Chats;
    A = 1;
    B = A + 1;
    shared C = B + 1;
    shared Both = "chats";
    shared Failing = error "no";
    shared Own = A & " is no text";
    Self = (n) => if n = 0 then 0 else @Self(n - 1);
    shared Counted = Self(3);`,
  "Guests.pq": `section Guests;
    A = "a guest";
    shared Both = "guests";
    shared FromOther = C + 10;
    shared FromClash = Both;
    shared FromPrivate = B;
    shared Local = A;`,
};

const engine = testEngine({
  sections: Object.entries(documents).map(([document, text]) => ({ document, text })),
});

/** Microsoft's page "m-spec-sections": two documents, and what expressions beside them see. */
describe("specification: sections", () => {
  it.each([
    ["C", "3"],
    ["FromOther", "13"],
    ["Local", '"a guest"'],
    ["Counted", "0"],
    ["A", "Expression.Error: The name 'A' wasn't recognized.  Make sure it's spelled correctly."],
    ["FromPrivate", "Expression.Error: The name 'B' wasn't recognized.  Make sure it's spelled correctly."],
    ["Both", "Expression.Error: The name 'Both' is shared by more than one section."],
    ["FromClash", '"guests"'],
    ["Own", "Expression.Error: We cannot apply operator & to types Number and Text."],
    ["Failing", "Expression.Error: no"],
    ["Record.FieldNames(#sections)", '{"Chats", "Guests"}'],
    ["#sections[Chats][B]", "2"],
    ["#sections[Guests][A]", '"a guest"'],
    ["Chats!B", "2"],
    ['Guests ! #"A" & " of " & Chats!Both', '"a guest of chats"'],
    ["Chats!Z", "Expression.Error: The field 'Z' of the record wasn't found."],
    ["#shared[C]", "3"],
    ['Record.HasFields(#shared, {"C", "Local", "Text.From"})', "true"],
    ['Record.HasFields(#shared, "A")', "false"],
    ["let C = 5 in C", "5"],
  ])("%s", async (expression, result) => {
    expect(shown(await engine.evaluate(expression))).toBe(result);
  });

  it("a section names a member once", async () => {
    const twice = testEngine({ sections: [{ document: "Twice.pq", text: "section Twice; A = 1; A = 2;" }] });
    expect(shown(await twice.evaluate("1"))).toBe("Expression.SyntaxError: the name 'A' is defined more than once");
  });

  it("a section's name is its own", async () => {
    const sections = ["One.pq", "Two.pq"].map((document) => ({ document, text: "section Same; A = 1;" }));
    const same = testEngine({ sections });
    expect(shown(await same.evaluate("1"))).toBe("Expression.Error: The section 'Same' is defined more than once.");
  });
});
