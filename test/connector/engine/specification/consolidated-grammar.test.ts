import { describe, expect, it } from "vitest";
import { parse } from "../../../../connector/engine/syntax/index.ts";

/** What of the grammar's page stands in a rule: texts that are of it and texts that are not. */
type Rule = readonly [rule: string, accepted: readonly string[], refused: readonly string[]];

async function kindOf(text: string): Promise<string> {
  return parse(text, "grammar.pq").then(
    ({ root }) => root.kind,
    () => "refused",
  );
}

/** Every text on a line of its own with what became of it, so that a failure shows all of a rule at once. */
async function judged(texts: readonly string[], kind?: string): Promise<string[]> {
  return Promise.all(texts.map(async (text) => `${kind ?? (await kindOf(text))}: ${JSON.stringify(text)}`));
}

function follow(kind: "expression" | "section", rules: readonly Rule[]): void {
  it.each(rules)("%s", async (_rule, accepted, refused) => {
    expect(await judged(accepted)).toEqual(await judged(accepted, kind));
    expect(await judged(refused)).toEqual(await judged(refused, "refused"));
  });
}

/** Microsoft's page "m-spec-consolidated-grammar", production by production, in its order. */
describe("specification: consolidated grammar", () => {
  describe("lexical grammar", () => {
    follow("expression", [
      ["lexical-unit", ["1", "1 // end"], ["", "// only a comment"]],
      ["whitespace", ["1\u00A0+\u30001", "1\t+\v\f1", "1\r\n+\r\n1"], ["1\u200B+ 1"]],
      [
        "new-line-character",
        ["1 // a\r+ 1", "1 // a\n+ 1", "1 // a\u0085+ 1", "1 // a\u2028+ 1", "1 // a\u2029+ 1"],
        ["+ // 1"],
      ],
      ["single-line-comment", ["//\n1", "1 ////"], ["/ / 1"]],
      ["delimited-comment", ["/**/1", "/* / * */1", "/***/1", "/* a\n b */1", "/*/*/1"], ["/* 1", "/* /* */ */ 1"]],
      [
        "character-escape-sequence",
        ['"#(cr)"', '"#(cr,lf,tab)"', '"#(000D)"', '"#(0000000d)"', '"#(#)(cr)"', '"#(000D,lf,#)"'],
        ['"#(nl)"', '"#()"', '"#(cr lf)"', '"#(cr, lf)"', '"#(00D)"', '"#(cr"', '"#(cr,)"'],
      ],
      ["logical-literal", ["true", "false"], ["true false"]],
      [
        "decimal-number-literal",
        ["0", "007", "1.5", ".5", ".05", "1e3", "1.5E-3", ".5e+3"],
        ["1.", "1.e3", "1e", "1 .5.", "1_000"],
      ],
      ["hexadecimal-number-literal", ["0x0", "0XfF"], ["0x", "0xg"]],
      ["text-literal", ['""', '"a""b"', '"#"', '"# ("', '"a\nb"'], ['"a', '"a"b"', "'a'"]],
      ["null-literal", ["null"], ["null null"]],
      ["verbatim-literal", ['#!"let x"', '#!"a""b"', '#!""'], ['#!"let x', "#!x", '# !"x"']],
      [
        "regular-identifier",
        ["a", "_", "a1", "é", "Ⅷ", "a.b", "a_b", "a\u200Db", "a\u0301", "a\u203Fb"],
        ["1a", ".a", "a-b c", "a..b", "€", "a b"],
      ],
      ["available-identifier", ["android", "IF", "True"], ["let and = 1 in 1", "(each) => 1", "section"]],
      [
        "generalized-identifier",
        ["[a b = 1]", "[1st = 1]", "[a.b c = 1]", "[if then = 1]", "[type = 1]", "[a 1 = 1]", "x[a b]"],
        ["[a-b = 1]", "[a, b]", "[ = 1]", "[a\u00A0+ = 1]", "let a b = 1 in 1"],
      ],
      ["quoted-identifier", ['#"a b"', '#"a""b"', '#""', '#"#(lf)"', '[#"1.5 %" = 1]'], ['#"a', '# "a"', '#"#(nl)"']],
      [
        "keyword",
        ["#shared", "#sections", "#infinity", "#nan", "#binary({})", "#table({}, {})"],
        ["let #date = 1 in 1", "#foo", "and", "let try = 1 in 1"],
      ],
      [
        "operator-or-punctuator",
        ["{1, 2}", "a <= b", "a <> b", "a ?? b", "(x) => x", "{1..2}", "...", "@a", "a & b"],
        ["a == b", "a != b", "a % b", "a ? b", "a -> b", "a; b", "`a`"],
      ],
    ]);
  });

  describe("documents", () => {
    follow("section", [
      ["section", ["section S;", "[a = 1] section S;", 'section #"a b";'], ["section S", "section 1;", "section S; 1"]],
      [
        "section-member",
        [
          "section S; a = 1;",
          "section S; shared a = 1;",
          "section S; [b = 1] shared a = 1;",
          'section S; #"a b" = 1; c = 2;',
        ],
        [
          "section S; a = 1",
          "section S; a;",
          "section S; shared = 1;",
          "section S; a b = 1;",
          "section S; shared [b = 1] a = 1;",
        ],
      ],
      [
        "literal-attributes",
        ['[a = "b", c = {1, [d = null]}, e = true] section S;', "[] section S;", "[a b = 1] section S;"],
        [
          "[a = 1 + 1] section S;",
          "[a = b] section S;",
          "[a = -1] section S;",
          "{1} section S;",
          "[a = each 1] section S;",
        ],
      ],
    ]);

    follow("expression", [
      ["expression-document", ["1", "let a = 1 in a", "\uFEFF1"], ["1;", "1 2", "a = 1;", "1 in"]],
    ]);
  });

  describe("expressions", () => {
    follow("expression", [
      [
        "expression",
        ["a or b", "each 1", "() => 1", "let a = 1 in a", "if a then b else c", "error a", "try a"],
        [")", "in", "else a"],
      ],
      ["logical-or-expression", ["a or b or c"], ["or b", "a or", "a or or b", "a || b"]],
      ["logical-and-expression", ["a and b and c", "a and b or c"], ["and b", "a and", "a && b"]],
      [
        "is-expression",
        ["a is number", "a is nullable number", "a is text is logical"],
        ["a is", "a is b", "a is {number}", "a is type number", "a is [a = number]"],
      ],
      [
        "nullable-primitive-type",
        ["a is null", "a as nullable any", "a is none", "a is type"],
        ["a as nullable nullable number", "a is int"],
      ],
      [
        "as-expression",
        ["a as text", "a as text as text", "a as text is text"],
        ["a as", "a as T.b", "a as table [b = text]"],
      ],
      ["equality-expression", ["a = b", "a = b <> c", "a <> b = c"], ["= a", "a =", "a =! b"]],
      ["relational-expression", ["a < b", "a < b < c", "a >= b <= c"], ["a >", "< b", "a => b", "a =< b"]],
      ["additive-expression", ["a + b - c & d", "a - -b"], ["a +", "& a", "a ++"]],
      ["multiplicative-expression", ["a * b / c", "a * -b"], ["* a", "a /", "a ** b"]],
      [
        "metadata-expression",
        ["a meta [b = 1]", "-a meta [b = 1]", "a meta b * c"],
        ["meta [a = 1]", "a meta", "a meta b meta c"],
      ],
      ["unary-expression", ["+a", "-a", "not a", "- - + not a", "not not true"], ["-", "not", "!a", "~a"]],
      [
        "primary-expression",
        ["1", "{}", "[]", "a", "(a)", "a[b]", "a{0}", "a()", "...", "null[a]?", '"a"{0}', "1(2)"],
        ["()", "a[]", "a{}", "1 a", '"a" b'],
      ],
      ["identifier-expression", ["a", "@a", '@#"a b"', "Text.From"], ["@", "@1", "@@a", "@each"]],
      [
        "section-access-expression",
        ["A!B", 'A.B ! #"C d"', "A!B[c]", "{A!B}", '"A!B"'],
        ["A!", "!B", "A!1", "not!B", "A!let", "A!=B"],
      ],
      ["parenthesized-expression", ["(1)", "((a))", "(each _)"], ["(", "(1", "(1))", "(1, 2)"]],
      ["not-implemented-expression", ["...", "{...}", "f(...)", "if ... then ... else ..."], ["....", ".. ."]],
      [
        "invoke-expression",
        ["f()", "f(1)", "f(1, each _)", "f()()", "f (1)", "(x) => x(1)"],
        ["f(", "f(1,)", "f(,1)", "f(1 2)"],
      ],
      [
        "list-expression",
        ["{}", "{1}", "{1, 2}", "{1..2}", "{1..2, 5, 7..9}", "{each _, {1}}", '{"a".."z"}'],
        ["{", "{1,}", "{,}", "{1 2}", "{1...2}", "{1..}"],
      ],
      [
        "record-expression",
        ["[]", "[a = 1]", "[a = 1, b = a]", '[a = each _, #"b c" = [d = 1]]'],
        ["[", "[a = 1,]", "[a = ]", "[a: 1]", "[a = 1; b = 2]", '["a" = 1]'],
      ],
      [
        "item-access-expression",
        ["a{0}", "a{0}?", "a{[b = 1]}", "a{0}{1}?[c]", "{1}{0}", "a{0} ?"],
        ["a{", "a{0, 1}", "a{}?", "a{0}??"],
      ],
      [
        "field-selector",
        ["a[b]", "a[b]?", "a[b c]", 'a[#"b"]', "[b]", "[b]?", "a[b] ?", "[a = 1][a]"],
        ["a[b", "a[1 + 1]", 'a["b"]', "a[b]??"],
      ],
      [
        "projection",
        ["a[[b]]", "a[[b], [c]]", "a[[b], [c]]?", "[[b]]", "[[b], [c]]?"],
        ["a[[b],]", "a[[b], c]", "a[b, c]", "a[[b]?]"],
      ],
      ["implicit target", ["each [a]", "each [a][b]", "each [[a], [b]]?"], ["each [a] b", "each [[a] [b]]"]],
      [
        "function-expression",
        [
          "() => 1",
          "(a) => a",
          "(a, b) => a",
          "(a as text) as text => a",
          "(a) => (b) => a",
          "(a as nullable text, optional b) => a",
        ],
        [
          "a => a",
          "(a) -> a",
          "(a =>",
          "(1) => 1",
          "(a) =>",
          "(a,) => a",
          "(a as T) => a",
          "(a as {text}) => a",
          "(a) as T.b => a",
        ],
      ],
      [
        "optional-parameter-list",
        ["(optional a) => a", "(a, optional b, optional c as text) => a"],
        ["(optional a, b) => a", "(optional) => 1", "(optional optional a) => a"],
      ],
      [
        "each-expression",
        ["each _", "each each _", "each [a] + 1", "each if _ then 1 else 2"],
        ["each", "each)", "each in"],
      ],
      [
        "let-expression",
        ["let a = 1 in a", "let a = 1, b = a in b", 'let #"a b" = 1 in 1', "let a = let b = 1 in b in a"],
        ["let in 1", "let a = 1", "let a = 1, in a", "let a in 1", "let a = 1 b = 2 in a", "let a.b c = 1 in 1"],
      ],
      [
        "if-expression",
        ["if a then b else c", "if a then if b then c else d else e", "1 + (if a then b else c)"],
        ["if a then b", "if a b else c", "if then b else c", "if a then else c"],
      ],
      [
        "error-raising-expression",
        ["error a", 'error [Message = "a"]', "error error a", "a + (error b)"],
        ["error", "error)", "1 + error"],
      ],
      [
        "error-handling-expression",
        [
          "try a",
          "try a otherwise b",
          "try a catch () => b",
          "try a catch (e) => b",
          "try try a otherwise b otherwise c",
        ],
        [
          "try",
          "try a otherwise",
          "try a catch",
          "try a catch b",
          "try a catch (e, f) => b",
          "otherwise a",
          "try a otherwise b catch () => c",
        ],
      ],
      [
        "catch-function",
        ['try a catch (#"e f") => 1'],
        [
          "try a catch each 1",
          "try a catch (e as any) => 1",
          "try a catch (optional e) => 1",
          "try a catch (e) as any => 1",
        ],
      ],
    ]);
  });

  describe("type expressions", () => {
    const primitives =
      "any anynonnull binary date datetime datetimezone duration function list logical none null number record table text time type";
    follow("expression", [
      [
        "type-expression",
        ["type number", "type type", "{type text}", "type text meta [a = 1]"],
        ["type", "type 1", "type number text", "type a"],
      ],
      [
        "primitive-type",
        primitives.split(" ").map((name) => `type ${name}`),
        ["type int", "type Number", "type currency"],
      ],
      [
        "type",
        [
          "type {a}",
          "type {(a)}",
          "type {a[b]}",
          "type {f(1)}",
          "type {a.b}",
          "type nullable (a)",
          "type [a = (b)]",
          "type [a = b.c]",
        ],
        ["type {}", "type {1 + 1}", "type [a = -1]", "type {each 1}"],
      ],
      [
        "record-type",
        ["type []", "type [...]", "type [a]", "type [a, b = text]", "type [a = text, ...]", "type [a b = text]"],
        ["type [..., a]", "type [a,]", "type [a = ]", "type [a ...]", "type ["],
      ],
      [
        "field-specification",
        ["type [optional a]", "type [optional a = text, b]"],
        ["type [a = = text]", "type [optional a,]"],
      ],
      [
        "list-type",
        ["type {text}", "type {{text}}", "type {[a = text]}", "type {nullable text}"],
        ["type {text", "type {text, text}", "type {text..}"],
      ],
      [
        "function-type",
        [
          "type function () as any",
          "type function (a as text) as text",
          "type function (a as text, optional b as [c = text]) as {text}",
          "type function (a as a.b) as nullable (c)",
        ],
        [
          "type function (a) as any",
          "type function () ",
          "type function (a as text)",
          "type function (optional a as any, b as any) as any",
          "type function (as text) as any",
        ],
      ],
      [
        "table-type",
        [
          "type table",
          "type table []",
          "type table [a = text]",
          "type table [a, b = text]",
          "type table a",
          "type table (a)",
        ],
        ["type table {text}", "type table [a,]", "type table [a = text, ...]"],
      ],
      [
        "nullable-type",
        [
          "type nullable text",
          "type nullable nullable text",
          "type nullable {text}",
          "type nullable [a]",
          "type nullable a",
        ],
        ["type nullable", "nullable text", "type text nullable"],
      ],
    ]);
  });
});
