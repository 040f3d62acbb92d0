import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readFeedOptions } from "../../../../connector/engine/library/odata/options.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import { shown, testEngine } from "../evaluating.ts";
import { serveOData, type Asked } from "../odata-service.ts";

const asked: Asked[] = [];
const server = serveOData(asked);
let address = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/edge/`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
});

const engine = testEngine({ allowedHosts: ["127.0.0.1"] });
const evaluated = async (text: string): Promise<string> =>
  shown(
    await engine.evaluate(
      `let Url = "${address}", Feed = (path as text) => OData.Feed(Url & path), Nav = Feed(""), ` +
        `Data = (name as text) => Nav{[Name = name]}[Data], Things = Data("Things"), Parts = Data("Parts") in ${text}`,
    ),
  );

describe("what an OData service may send", () => {
  it.each([
    ["a set elsewhere than its name", "Table.RowCount(Things)", "5"],
    ["marks of a navigation table", "Value.Metadata(Value.Type(Nav))[NavigationTable.NameColumn]", '"Name"'],
    [
      "a function of an entity with the name of one that is none",
      'List.Count(List.Select(Nav[Name], each _ = "Span"))',
      "1",
    ],
    ["a shape on the globe", "Things{0}[Spot]", '[#"type" = "Point", coordinates = {1, 2}]'],
    ["a number that JSON cannot write", "Things{0}[Load]", "-#infinity"],
    [
      "bytes that are none",
      'Feed("broken")[Code]',
      "DataFormat.Error: We couldn't convert to a binary: the text isn't base64url.",
    ],
    ["a part of the related entities", "Things{0}[Parts][Id]", "{1, 2, 3}"],
    ["a link to a related entity", "Things{0}[Owner][Id]", "3"],
    ["a link to a stream", "Text.FromBinary(Things{0}[Icon])", '"icon"'],
    [
      "a link to no address of the web",
      'Feed("linked")[Owner]',
      "DataFormat.Error: The OData service gave the link 'file:///etc/passwd', which is no address.",
    ],
    ["an address for changes", "Things{1}[Parts][Id]", "{2, 3}"],
    ["an address for reading", "Things{2}[Parts][Id]", "{3}"],
    ["a name that goes before both", "Things{3}[Parts][Id]", "{}"],
    ["annotations without their prefix", "Things{4}[Parts][Id]", "{3}"],
    ["the related entities of a singleton", 'Data("Home")[Parts][Id]', "{1, 2}"],
    ["no content for a set", 'Table.RowCount(Data("Lones"))', "0"],
    [
      "a derived type with the key and the properties of its base",
      'Type.TableKeys(Value.Type(Data("Boxes"))){0}[Columns] & Table.ColumnNames(Data("Boxes"))',
      '{"Level", "Level", "Spot", "Load", "Icon", "Parts", "Owner", "Other", "Width"}',
    ],
    ["a type without a key", 'Type.TableKeys(Value.Type(Data("Lones")))', "{}"],
    [
      "a related entity that has to be there",
      'Table.ToRows(Table.SelectRows(Table.Schema(Things), each [Kind] = "record")[[Name], [IsNullable]])',
      '{{"Spot", true}, {"Owner", false}, {"Other", true}}',
    ],
    ["a context with a key in quotes", 'Feed("quoted")[Id]', "{1, 2, 3}"],
    ["a context of a derived type", 'Feed("Parts/Edge.Screw")[Size]', "{8}"],
    ["a context of one entity of a derived type", 'Feed("cast")[Size]', "8"],
    ["a context of all properties", 'Table.ColumnNames(Feed("starred"))', '{"Id", "Label", "Code"}'],
    ["a context of some properties", 'Table.ColumnNames(Feed("expanded"))', '{"Id", "Label"}'],
    ["more rows than asked for", "Table.FirstN(Parts, 2)[Id]", "{1, 2}"],
    [
      "a function's arguments of every kind",
      'Data("Span")(#duration(0, 1, 0, 0), #binary({251, 255}), "High")',
      '"spanned"',
    ],
    [
      "a function of a list",
      'Data("Pick")({1})',
      "Expression.Error: The parameter 'ids' of the OData function 'Pick' is not supported by this engine.",
    ],
  ])("%s", async (_claim, text, result) => {
    expect(await evaluated(text)).toBe(result);
  });

  it.each([
    ["open types by their base", "Boxes", '{[Colour = "red"]}'],
    ["types that others derive from", "Parts", "{[], [], []}"],
  ])("has more columns of %s", async (_claim, name, result) => {
    expect(await evaluated(`OData.Feed(Url & "${name}", null, [MoreColumns = true])[More Columns]`)).toBe(result);
  });

  it("has no more columns of a closed type that nothing derives from", async () => {
    const text = 'OData.Feed(Url & "Parts/Edge.Screw", null, [MoreColumns = true])';
    expect(await evaluated(`Table.HasColumns(${text}, "More Columns")`)).toBe("false");
  });

  it.each([
    [
      "the fewer rows of two wishes",
      "Table.FirstN(Table.FirstN(Parts, 1), 2)[Id]",
      "{1}",
      "/edge/Parts?$select=Id&$top=1",
    ],
    ["no rows at all", "Table.RowCount(Table.FirstN(Parts, 0))", "0", undefined],
    ["what an address says already", 'Table.FirstN(Feed("Parts?x=1"), 1)[Id]', "{1}", "/edge/Parts?x=1"],
  ])("is asked for %s", async (_claim, text, result, url) => {
    expect(await evaluated(text)).toBe(result);
    const urls = asked.map((one) => one.url).filter((one) => one.startsWith("/edge/Parts"));
    expect(new Set(urls)).toEqual(new Set(url === undefined ? [] : [url]));
  });

  it.each([
    ["keeps the key with its columns", "Id", '{[Columns = {"Id"}, Primary = true]}'],
    ["has no key without them", "Label", "{}"],
  ])("%s", async (_claim, column, result) => {
    expect(await evaluated(`Type.TableKeys(Value.Type(Table.SelectColumns(Parts, {"${column}"})))`)).toBe(result);
  });

  it("waits as long as Microsoft documents, and sends the headers of both arguments", () => {
    const options = RecordValue.from({ Headers: RecordValue.from({ Second: "2" }) });
    const { web } = readFeedOptions(RecordValue.from({ First: "1" }), options, false);
    expect(web.timeoutMilliseconds).toBe(600_000);
    expect(web.headers).toEqual([
      ["First", "1"],
      ["Second", "2"],
    ]);
  });
});
