import { describe, expect, it } from "vitest";
import { parse, type Expression } from "../../../../connector/engine/syntax/index.ts";

/** An expression in a form that shows its nesting. */
function outline(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return JSON.stringify(expression.value);
    case "name":
      return expression.name;
    case "binary":
    case "lazy":
      return `(${outline(expression.left)} ${expression.operator} ${outline(expression.right)})`;
    case "unary":
      return `${expression.operator}(${outline(expression.operand)})`;
    case "field":
      return `${outline(expression.of)}[${expression.name}]`;
    case "call":
      return `${outline(expression.callee)}(${expression.args.map(outline).join(", ")})`;
    case "function":
      return `(${expression.parameters.map((parameter) => parameter.name).join(", ")}) => ${outline(expression.body)}`;
    default:
      return expression.kind;
  }
}

async function parsed(text: string): Promise<string> {
  const { root } = await parse(text, "test");
  return root.kind === "expression" ? outline(root.value) : root.kind;
}

describe("parse", () => {
  it.each([
    ["1 * 2 + 3", "((1 * 2) + 3)"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["1 + 2 * 3 = 7 and true", "(((1 + (2 * 3)) = 7) and true)"],
    ["a ?? b ?? c", "(a ?? (b ?? c))"],
    ["- not x", "-(not(x))"],
    ["each [A] + 1", "(_) => (_[A] + 1)"],
    ["f(1)(2)[x]", "f(1)(2)[x]"],
    ["(((x)))", "x"],
    ["\uFEFF1", "1"],
    ["{1..05} & f(.05, -.0)", "(list & f(0.05, -(0)))"],
    ['".05" & #".0" // .0', '(".05" & .0)'],
    ['null[a] & #"b"[c] & "(d[" // 1[e]', '((null[a] & b[c]) & "(d[")'],
    ['"a""b"(1.5[c], x2[d])', '"a\\"b"(1.5[c], x2[d])'],
  ])("nests %s as %s", async (text, expected) => {
    expect(await parsed(text)).toBe(expected);
  });

  it.each([
    ['"a""b"', 'a"b'],
    ['"#(lf)"', "\n"],
    ['"#(cr,lf)"', "\r\n"],
    ['"#(000D)"', "\r"],
    ['"#(0001F600)"', "😀"],
    ['"#(#)(lf)"', "#(lf)"],
    ['"#(tab)x"', "\tx"],
  ])("reads the text literal %s", async (text, expected) => {
    expect(await parsed(text)).toBe(JSON.stringify(expected));
  });

  it.each([
    ["0xff", 255],
    ["1e3", 1000],
    [".5", 0.5],
  ])("reads the number literal %s", async (text, expected) => {
    expect(await parsed(text)).toBe(String(expected));
  });

  it.each([
    ["let a = 1, a = 2 in a", "the name 'a' is defined more than once", 1, 1],
    ["[a = 1, a = 2]", "the name 'a' is defined more than once", 1, 1],
    ["(x, x) => x", "the name 'x' is defined more than once", 1, 1],
    ["1 +\n  )", "right parenthesis", 2, 3],
  ])("refuses %s and says where", async (text, message, line, column) => {
    await expect(parse(text, "test")).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
      place: { line, column },
      document: "test",
    });
  });

  it("refuses an escape that the specification does not have", async () => {
    await expect(parse('"#(nl)"', "test")).rejects.toThrow('the escape "#(nl)" is not known');
  });
});
