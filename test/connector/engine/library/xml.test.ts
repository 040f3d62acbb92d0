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
  ])("%s", async (_, text, result) => {
    expect(await evaluate(text)).toBe(result);
  });

  it("refuses what is not well-formed", async () => {
    expect(await evaluate('Xml.Document("<a><b></a>")')).toMatch(/^DataFormat\.Error: Xml processing failed\./u);
    expect(await evaluate('Xml.Document("")')).toMatch(/^DataFormat\.Error: Xml processing failed\./u);
  });
});

describe("Xml.Tables", () => {
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

describe("Html.Table", () => {
  it.each([
    [
      "gives what follows a row's start to that row",
      `Html.Table("<p class=n>Jo</p><b>Agent</b><p class=n>Al</p>", {{"n", ".n"}, {"b", "b"}}, [RowSelector = ".n"])`,
      '#table({"n", "b"}, {{"Jo", "Agent"}, {"Al", null}})',
    ],
    [
      "pairs what is found when nothing begins a row",
      `Html.Table("<b>1</b><i>x</i><b>2</b>", {{"b", "b"}, {"i", "i"}})`,
      '#table({"b", "i"}, {{"1", "x"}, {"2", null}})',
    ],
    ["finds nothing", `Html.Table("", {{"b", "b"}})`, '#table({"b"}, {})'],
  ])("%s", async (_, text, result) => {
    expect(await evaluate(text)).toBe(result);
  });

  it("refuses a selector that is none", async () => {
    expect(await evaluate('Html.Table("", {{"b", "a["}})')).toMatch(
      /^Expression\.Error: The selector 'a\[' can't be read/u,
    );
  });
});
