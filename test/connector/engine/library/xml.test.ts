import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();
const evaluate = async (text: string): Promise<string> => shown(await engine.evaluate(text));

describe("Xml.Document", () => {
  it.each([
    [
      "namespaces are taken apart from names",
      `Xml.Document("<x:a xmlns:x='urn:q'/>"){0}[[Name], [Namespace]]`,
      '[Name = "a", Namespace = "urn:q"]',
    ],
    ["entities and CDATA are text", `Xml.Document("<a>1 &lt; <![CDATA[<2>]]></a>"){0}[Value]`, '"1 < <2>"'],
    [
      "bytes are read in their encoding",
      `Xml.Document(Text.ToBinary("<a>é</a>", TextEncoding.Utf16), TextEncoding.Utf16){0}[Value]`,
      '"é"',
    ],
    [
      "text beside elements is kept with them as it is written",
      `Xml.Document("<a><b>Hello <i x='1'>wor&amp;ld</i>!</b><c> <d/> </c></a>"){0}[Value][Value]{0}`,
      `"Hello <i x='1'>wor&amp;ld</i>!"`,
    ],
    [
      "white space beside elements is none",
      `Xml.Document("\uFEFF<?xml version='1.0'?><!-- 😀 --><a> <d>é</d>#(cr,lf) <b/></a>"){0}[Value][Name]`,
      '{"d", "b"}',
    ],
    [
      "characters of two units before it move nothing",
      `Xml.Document("#(FEFF)<?xml version='1.0'?><!-- 😀#(cr,lf) --><a>😀 <d>é</d>#(cr,lf)</a>"){0}[Value]`,
      '"😀 <d>é</d>#(lf)"',
    ],
    [
      "bytes are read in the encoding that they declare",
      `Xml.Document(Text.ToBinary("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>", 1252)){0}[Value]`,
      '"é"',
    ],
    [
      "an encoding that is given goes before",
      `Xml.Document(Text.ToBinary("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>"), 65001){0}[Value]`,
      '"é"',
    ],
    [
      "characters of two bytes need no mark",
      `{Xml.Document(Text.ToBinary("<a>é</a>", 1200)){0}[Value], Xml.Document(Text.ToBinary("<a>é</a>", 1201)){0}[Value]}`,
      '{"é", "é"}',
    ],
    [
      "UTF-8 that calls itself UTF-16 is UTF-8",
      `Xml.Document(Text.ToBinary("<?xml version='1.0' encoding='utf-16'?><a>é</a>")){0}[Value]`,
      '"é"',
    ],
  ])("%s", async (_, text, result) => {
    expect(await evaluate(text)).toBe(result);
  });

  it("refuses what is not well-formed", async () => {
    expect(await evaluate(`Xml.Document(Text.ToBinary("<?xml version='1.0' encoding='ebcdic'?><a/>"))`)).toBe(
      "DataFormat.Error: Xml processing failed. Either the input is invalid or it isn't supported. (Internal error: the encoding 'ebcdic' is not known)",
    );
    expect(await evaluate('Xml.Document("<a><b></a>")')).toMatch(/^DataFormat\.Error: Xml processing failed\./u);
    expect(await evaluate('Xml.Document("")')).toMatch(/^DataFormat\.Error: Xml processing failed\./u);
  });
});

describe("Xml.Tables", () => {
  it.each([
    [
      "puts text first and attributes last",
      "<r a='1'><x i='2'>t<!-- --></x><x><y>3</y></x></r>",
      '{{"x", "Attribute:a"}, {"Element:Text", "y", "Attribute:i"}}',
    ],
    ["lists what comes more than once", "<r><x>1</x><x>2</x></r>", '{{"Name", "Table"}, {"Element:Text"}}'],
    ["lists the elements of a root by name", "<r><x><y/></x><z><y/></z></r>", '{{"Name", "Table"}, {"y"}}'],
  ])("%s", async (_, text, result) => {
    const query = `let t = Xml.Tables("${text}"), inner = try t[Table]{0} otherwise t[x]{0} in {Table.ColumnNames(t), Table.ColumnNames(inner)}`;
    expect(await evaluate(query)).toBe(result);
  });

  it("nests what comes more than once", async () => {
    const feed = "<rss version='2'><channel><title>x</title><item><a>1</a></item><item><a>2</a></item></channel></rss>";
    expect(await evaluate(`Xml.Tables("${feed}"){0}[channel]{0}[item]`)).toBe(
      '#table(type table [a = nullable text], {{"1"}, {"2"}})',
    );
  });

  it("refuses options", async () => {
    expect(await evaluate('Xml.Tables("<a/>", [X = 1])')).toMatch(
      /^Expression\.Error: 'X' isn't a valid Xml.Tables option/u,
    );
  });
});
