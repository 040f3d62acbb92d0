import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();
const evaluate = async (text: string): Promise<string> => shown(await engine.evaluate(text));

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

/** The data of the first table of a page. */
const dataOf = async (html: string): Promise<string> =>
  (await evaluate(`Table.DemoteHeaders(Web.Page("${html}"){0}[Data])`)).replace(/^#table\(\{.*?\}, (.*)\)$/su, "$1");

describe("Web.Page", () => {
  it("lists tables in the order of the page, inner ones after the one they stand in, and last the document", async () => {
    const html =
      "<table id='first'><tr></table><table id='waits' class='wide'><caption> Waits <b>today</b></caption><tr><td><table><tr><td>1</table></table><table></table>";
    expect(await evaluate(`Table.ToRows(Table.RemoveColumns(Web.Page("${html}"), "Data"))`)).toBe(
      '{{null, "Table", null, "first"}, {"Waits today", "Table", "wide", "waits"}, {null, "Table", null, null}, {"Document", "Service", null, null}}',
    );
  });

  it.each([
    ["names columns by headings", "<tr><th>A<th>B<tr><td>1<td>2", '{{"A", "B"}, {"1", "2"}}'],
    ["names them so in any part", "<thead><tr><th>A</thead><tbody><tr><td>1<tfoot><tr><td>2", '{{"A"}, {"1"}, {"2"}}'],
    ["numbers columns without them", "<tr><td>1<th>2<tr><td>3", '{{"Column1", "Column2"}, {"1", "2"}, {"3", null}}'],
    ["tells equal headings apart", "<tr><th><th>2<th><th>", '{{"", "2", "3", "4"}}'],
    ["fills a width", "<tr><td colspan=2>1<tr><td>2<td>3", '{{"Column1", "Column2"}, {"1", "1"}, {"2", "3"}}'],
    [
      "fills a height",
      "<tr><td>0<td rowspan=2>1<td>2<tr><td>3<td>4",
      '{{"Column1", "Column2", "Column3"}, {"0", "1", "2"}, {"3", "1", "4"}}',
    ],
    [
      "fills all rows that are left for a height of none",
      "<tr><td rowspan=0>1<td>2<tr><td>3",
      '{{"Column1", "Column2"}, {"1", "2"}, {"1", "3"}}',
    ],
    [
      "keeps what stands in a place already",
      "<tr><td>0<td rowspan=2>1<tr><td colspan=2>2",
      '{{"Column1", "Column2"}, {"0", "1"}, {"2", "1"}}',
    ],
    ["takes a row without cells for no headings", "<tr><tr><td>1", '{{"Column1"}, {null}, {"1"}}'],
    [
      "reads no span from what is no number",
      "<tr><td colspan=wide rowspan=-1>1<td colspan=0>2",
      '{{"Column1", "Column2"}, {"1", "2"}}',
    ],
    [
      "gives text as it is seen",
      "<tr><td> a\n <b>b&amp;</b> <br> c<script>x</script><style>y</style>",
      '{{"Column1"}, {"a b&#(lf)c"}}',
    ],
  ])("%s", async (_, rows, result) => {
    expect(await dataOf(`<table>${rows}</table>`)).toBe(result);
  });

  it("bounds the columns that a cell spans", async () => {
    expect(await evaluate('Table.ColumnCount(Web.Page("<table><tr><td colspan=9999>1</table>"){0}[Data])')).toBe(
      "1000",
    );
  });

  it("finds tables in a page that is nested deeply", async () => {
    const page = 'Text.Repeat("<div>", 20000) & "<table><tr><td>1</table>"';
    expect(await evaluate(`Web.Page(${page}){0}[Data][Column1]`)).toBe('{"1"}');
  });

  it("shows the document as elements and texts", async () => {
    const body = 'Table.Last(Web.Page("<p>a <i>b</i><!-- c --> </p>"))[Data]{0}[Children]{1}';
    expect(await evaluate(`${body}[[Kind], [Name], [Text]]`)).toBe('[Kind = "Element", Name = "BODY", Text = null]');
    expect(await evaluate(`Table.ToRows(${body}[Children]{0}[Children][[Kind], [Name], [Text]])`)).toBe(
      '{{"Text", null, "a "}, {"Element", "I", null}}',
    );
  });

  it.each([
    ["as UTF-8", "", "65001"],
    ["in the encoding that the page names", "<meta charset=windows-1252>", "1252"],
    ["in Windows's encoding for Latin-1", "<meta http-equiv=x content='text/html; charset=ISO-8859-1'>", "1252"],
    ["as UTF-8 for a name that is not known", "<meta charset=ebcdic>", "65001"],
    ["by their mark first", "<meta charset=windows-1252>", "65001, true"],
  ])("reads bytes %s", async (_claim, head, encoding) => {
    const page = `Text.ToBinary("${head}<table><tr><td>é€", ${encoding})`;
    expect(await evaluate(`Web.Page(${page}){0}[Data]{0}[Column1]`)).toBe('"é€"');
  });
});
