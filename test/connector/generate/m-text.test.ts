import { describe, expect, it } from "vitest";
import { assignment, block, identifier, indent, textLiteral } from "../../../connector/generate/m-text.ts";

describe("textLiteral", () => {
  it.each([
    { text: "plain", literal: '"plain"' },
    { text: 'say "hello"', literal: '"say ""hello"""' },
    { text: "two\r\nlines\tand a tab", literal: '"two#(cr)#(lf)lines#(tab)and a tab"' },
    { text: "not an escape: #(lf)", literal: '"not an escape: #(#)(lf)"' },
  ])("$literal", ({ text, literal }) => {
    expect(textLiteral(text)).toBe(literal);
  });
});

describe("identifier", () => {
  it.each([
    { name: "queueId", written: "queueId" },
    { name: "Chime.DateRange", written: "Chime.DateRange" },
    { name: "America/New_York", written: '#"America/New_York"' },
    { name: "each", written: '#"each"' },
    { name: "2020", written: '#"2020"' },
  ])("$name is written $written", ({ name, written }) => {
    expect(identifier(name)).toBe(written);
  });
});

it("a block has an item a line, and none for nothing", () => {
  expect(block("{", ["1", "2"], "}")).toBe("{\n    1,\n    2\n}");
  expect(block("{", [], "}")).toBe("{}");
});

it("indent leaves empty lines empty", () => {
  expect(indent("a\n\nb")).toBe("    a\n\n    b");
});

it("a let begins on a line of its own", () => {
  expect(assignment("x", "let\n    y = 1\nin\n    y")).toBe("x =\n    let\n        y = 1\n    in\n        y");
  expect(assignment("x", "1")).toBe("x = 1");
});
