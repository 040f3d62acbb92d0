import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The parts of a workbook with a visible sheet, a hidden one, a table and two names. */
const parts: Readonly<Record<string, string>> = {
  "_rels/.rels": relationships({ r1: ["officeDocument", "xl/workbook.xml"] }),
  "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>
    <sheet name="Chats" sheetId="1" r:id="r1"/><sheet name="It's old" sheetId="2" state="hidden" r:id="r2"/></sheets>
    <definedNames><definedName name="Waits">Chats!$C$2:$C$3</definedName>
    <definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">'It''s old'!$A$1</definedName>
    <definedName name="Rate">0.5</definedName></definedNames></workbook>`,
  "xl/_rels/workbook.xml.rels": relationships({
    r1: ["worksheet", "worksheets/sheet1.xml"],
    r2: ["worksheet", "/xl/worksheets/sheet2.xml"],
    r3: ["sharedStrings", "sharedStrings.xml"],
    r4: ["styles", "styles.xml"],
  }),
  "xl/sharedStrings.xml": `<sst xmlns="${main}"><si><t>Queue</t></si><si><r><t>V</t></r><r><t xml:space="preserve">PN </t></r>
    <rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000D_b</t></si></sst>`,
  "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[Red]yyyy\\-mm\\-dd;@"/>
    <numFmt numFmtId="165" formatCode="0.0 &quot;hours&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><dimension ref="A1:E4"/><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Began</t></is></c><c r="C1" t="str"><f>X</f><v>Wait</v></c></row>
    <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>44136.5</v></c><c r="C2" s="3"><v>2.5</v></c><c r="D2" t="b"><v>1</v></c></row>
    <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="2"><v>59</v></c><c r="C3"><v>3</v></c><c r="D3" t="b"><v>0</v></c></row>
    </sheetData></worksheet>`,
  "xl/worksheets/_rels/sheet1.xml.rels": relationships({ r1: ["table", "../tables/table1.xml"] }),
  "xl/tables/table1.xml": `<table xmlns="${main}" name="t" displayName="Waiting" ref="C1:D3" totalsRowCount="1">
    <tableColumns><tableColumn name="Wait"/><tableColumn name="Is answered"/></tableColumns></table>`,
  "xl/worksheets/sheet2.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="e"><x:v>#N/A</x:v></x:c>
    <x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
};

function relationships(all: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const entries = Object.entries(all).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${entries.join("")}</Relationships>`;
}

function workbook(changes: Readonly<Record<string, string>> = {}): string {
  const files = Object.entries({ ...parts, ...changes }).map(([path, text]) => [path, strToU8(text)] as const);
  return `Binary.FromText("${Buffer.from(zipSync(Object.fromEntries(files))).toString("base64")}")`;
}

const chats = '{[Item = "Chats", Kind = "Sheet"]}[Data]';

const cases: readonly (readonly [claim: string, query: (workbook: string) => string, result: string])[] = [
  [
    "lists sheets, tables and names of ranges",
    (book) => `Table.ToRows(Excel.Workbook(${book})[[Name], [Item], [Kind], [Hidden]])`,
    `{{"Chats", "Chats", "Sheet", false}, {"It's old", "It's old", "Sheet", true}, {"Waiting", "Waiting", "Table", false}, ` +
      `{"Waits", "Waits", "DefinedName", false}, {"_xlnm.Print_Area", "It's old!_xlnm.Print_Area", "DefinedName", true}}`,
  ],
  [
    "reads texts, dates, numbers and logicals over the range that the file says",
    (book) => `Excel.Workbook(${book}, null, true)${chats}`,
    '#table({"Column1", "Column2", "Column3", "Column4", "Column5"}, {{"Queue", "Began", "Wait", null, null}, ' +
      '{"VPN ", #datetime(2020, 11, 1, 12, 0, 0), 2.5, true, null}, ' +
      '{"a#(cr)b", #datetime(1900, 2, 28, 0, 0, 0), 3, false, null}, {null, null, null, null, null}})',
  ],
  [
    "infers the range from the cells when asked to",
    (book) => `Table.ColumnNames(Excel.Workbook(${book}, [InferSheetDimensions = true])${chats})`,
    '{"Column1", "Column2", "Column3", "Column4"}',
  ],
  [
    "types columns below headers unless told not to",
    (book) => `Value.Type(Excel.Workbook(${book}, [UseHeaders = true, InferSheetDimensions = true])${chats})`,
    "type table [Queue = nullable text, Began = nullable datetime, Wait = nullable number, Column4 = nullable logical]",
  ],
  [
    "leaves columns untyped when types are delayed",
    (book) => `Value.Type(Excel.Workbook(${book}, [UseHeaders = true, DelayTypes = true])${chats})`,
    "type table [Queue = any, Began = any, Wait = any, Column4 = any, Column5 = any]",
  ],
  [
    "gives a table under its own headers, without its totals",
    (book) => `Excel.Workbook(${book}, null, true){[Item = "Waiting", Kind = "Table"]}[Data]`,
    '#table({"Wait", "Is answered"}, {{2.5, true}})',
  ],
  [
    "gives a named range",
    (book) => `Excel.Workbook(${book}, null, true){[Item = "Waits", Kind = "DefinedName"]}[Data]`,
    '#table({"Column1"}, {{2.5}, {3}})',
  ],
  [
    "keeps an error in its cell",
    (book) => `Excel.Workbook(${book}, null, true){[Item = "It's old", Kind = "Sheet"]}[Data]`,
    `#table({"Column1", "Column2"}, {{error "Invalid cell value '#N/A'.", 7}})`,
  ],
  [
    "refuses options that it does not have",
    (book) => `Excel.Workbook(${book}, [Header = true])`,
    "Expression.Error: 'Header' isn't a valid Excel.Workbook option. Valid options are: UseHeaders, DelayTypes, InferSheetDimensions.",
  ],
];

describe("Excel.Workbook", () => {
  it.each(cases)("%s", async (_claim, query, result) => {
    const [found, expected] = [await engine.evaluate(query(workbook())), await engine.evaluate(result)];
    expect(shown(found)).toBe(expected.ok ? shown(expected) : result);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const book = parts["xl/workbook.xml"]!.replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const found = await engine.evaluate(
      `Excel.Workbook(${workbook({ "xl/workbook.xml": book })}, null, true)${chats}{2}[Column2]`,
    );
    expect(shown(found)).toBe("#datetime(1904, 2, 29, 0, 0, 0)");
  });

  it.each([
    ["begins where a dimension of one cell says", "B2", '{"Column1", "Column2", "Column3"}', "2"],
    ["takes a dimension of one row for what it says", "B2:C2", '{"Column1", "Column2"}', "1"],
    ["has no cells beyond those of a sheet that ends before it", "F9", '{"Column1"}', "1"],
  ])("%s", async (_claim, dimension, columns, rows) => {
    const sheet = parts["xl/worksheets/sheet1.xml"]!.replace("A1:E4", dimension);
    const data = `Excel.Workbook(${workbook({ "xl/worksheets/sheet1.xml": sheet })}, null, true)${chats}`;
    expect(shown(await engine.evaluate(`Table.ColumnNames(${data})`))).toBe(columns);
    expect(shown(await engine.evaluate(`Table.RowCount(${data})`))).toBe(rows);
  });

  it("has nothing of a sheet without cells", async () => {
    const sheet = `<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData/></worksheet>`;
    const book = workbook({ "xl/worksheets/sheet1.xml": sheet });
    expect(shown(await engine.evaluate(`Excel.Workbook(${book})${chats}`))).toBe("#table({}, {})");
  });

  it.each([
    ['Text.ToBinary("chats")', "DataFormat.Error: The input couldn't be recognized as a valid Excel document."],
    ["#binary({0x50, 0x4b, 3, 4})", "DataFormat.Error: The input couldn't be recognized as a valid Excel document."],
    [
      "#binary({0xd0, 0xcf, 0x11, 0xe0})",
      "Expression.Error: Excel.Workbook's reading of .xls and of protected workbooks is not supported by this engine.",
    ],
  ])("refuses %s", async (binary, message) => {
    expect(shown(await engine.evaluate(`Excel.Workbook(${binary})`))).toBe(message);
  });
});
