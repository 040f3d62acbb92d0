import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Engine, type EngineOptions } from "../../../../connector/engine/index.ts";
import { shown } from "../evaluating.ts";
import { serveOData, type Asked } from "../odata-service.ts";

const asked: Asked[] = [];
const server = serveOData(asked);
let address = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
});

async function evaluated(text: string, options: EngineOptions = {}): Promise<string> {
  const engine = new Engine({ allowedHosts: ["127.0.0.1", "localhost"], timeoutMilliseconds: 20_000, ...options });
  try {
    return shown(await engine.evaluate(text.replaceAll("URL", address)));
  } finally {
    await engine.close();
  }
}

const askedUrls = (): string[] => asked.map(({ url }) => url);
const queue = 'OData.Feed("URL/desk/Queues"){0}';

describe("OData.Feed", () => {
  it.each([
    [
      "lists sets, singletons and functions",
      'Table.ToRows(Table.RemoveColumns(OData.Feed("URL/desk/"), "Data"))',
      '{{"Queues", "table"}, {"Agents", "table"}, {"Me", "record"}, {"Busiest", "function (day as date, city as nullable text) as record"}}',
    ],
    [
      "reads all pages of a set",
      'List.Sum(OData.Feed("URL/desk/"){[Name = "Queues", Signature = "table"]}[Data][Id])',
      "15",
    ],
    [
      "has the key of a set and the types of its columns",
      'let t = OData.Feed("URL/desk/Queues") in {Type.TableKeys(Value.Type(t)), Table.ToRows(Table.SelectColumns(Table.FirstN(Table.Schema(t), 3), {"Name", "TypeName", "IsNullable"}))}',
      '{{[Columns = {"Id"}, Primary = true]}, {{"Id", "Int32.Type", false}, {"Name", "Text.Type", true}, {"Level", "Text.Type", true}}}',
    ],
    [
      "reads values by their types",
      `Record.RemoveFields(${queue}, {"Chats", "Lead"})`,
      '[Id = 1, Name = "Queue 1", Level = "High", Goal = 15, Opens = #time(8, 30, 0), Since = #date(2020, 11, 1), Changed = #datetimezone(2020, 11, 1, 1, 30, 0, -4, 0), Pause = #duration(0, 1, 30, 0), Load = #infinity, Token = "0f8fad5b-d9cb-469f-a165-70867728950e", Secret = #binary({251, 255}), Place = [City = "Boise", Floor = null], Doors = #table(type table [City = text, Floor = nullable number], {{"Boise", 2}}), Tags = {"vpn", "mail"}]',
    ],
    ["gives related entities as a table", `${queue}[Chats]{0}[Number]`, "7"],
    ["takes what was sent along", `${queue}[Chats]{0}[Agent][Login]`, '"ann"'],
    ["finds an entity by a key of two parts", 'OData.Feed("URL/desk/Queues"){1}[Chats]{0}[Agent][Login]', '"ann"'],
    ["gives a related entity as a record", `${queue}[Lead][Login]`, '"ann"'],
    ["gives null where there is none", 'OData.Feed("URL/desk/Queues"){1}[Lead]', "null"],
    ["reads a stream when it is asked for", `Text.FromBinary(${queue}[Lead][Photo])`, '"picture"'],
    ["reads a list of primitives", 'OData.Feed("URL/desk/Queues(1)/Tags")', '{"vpn"}'],
    ["reads one property", 'OData.Feed("URL/desk/Queues(1)/Since")', "#date(2020, 11, 1)"],
    ["reads a singleton", 'OData.Feed("URL/desk/"){[Name = "Me"]}[Data][Login]', '"ann"'],
    [
      "calls a function with its arguments escaped",
      `OData.Feed("URL/desk/"){[Name = "Busiest"]}[Data](#date(2020, 11, 1), "O'Hare")[Id]`,
      "4",
    ],
    [
      "leaves out what the metadata does not declare",
      'Table.ColumnNames(OData.Feed("URL/desk/Agents"))',
      '{"Login", "Photo"}',
    ],
    [
      "shows what is not declared when it is asked for",
      'OData.Feed("URL/desk/Agents", null, [MoreColumns = true])[More Columns]',
      '{[Nick = "A", Grade = 3], [Hours = 40]}',
    ],
    [
      "passes the service's query options on",
      'Table.ColumnNames(Table.RemoveColumns(OData.Feed("URL/desk/Queues", null, [Query = [#"$select" = "Id,Name", #"$top" = "1"]]), {"Chats", "Lead"}))',
      '{"Id", "Name"}',
    ],
  ])("%s", async (_claim, text, result) => {
    expect(await evaluated(text)).toBe(result);
  });

  it("sends the service's query options with the first address alone", async () => {
    await evaluated('Table.RowCount(OData.Feed("URL/desk/Agents", null, [Query = [#"$top" = "1", tenant = "t"]]))');
    expect(askedUrls()).toEqual(["/desk/Agents?%24top=1&tenant=t", "/desk/$metadata?tenant=t"]);
  });

  it("adds no query to a link that has it", async () => {
    await evaluated('Table.RowCount(OData.Feed("URL/desk/Queues", null, [Query = [tenant = "t"]]))');
    expect(askedUrls().slice(2)).toEqual([
      "/desk/Queues?tenant=t&%24skiptoken=2",
      "/desk/Queues?tenant=t&%24skiptoken=4",
    ]);
  });

  it("asks for a page when its rows are read, and for nothing twice", async () => {
    expect(
      await evaluated(
        'let t = OData.Feed("URL/desk/"){[Name = "Queues"]}[Data] in Table.RowCount(t) + Table.RowCount(Table.Distinct(t, "Id"))',
      ),
    ).toBe("10");
    expect(askedUrls()).toEqual([
      "/desk/",
      "/desk/$metadata",
      "/desk/Queues",
      "/desk/Queues?$skiptoken=2".replace("$", "%24"),
      "/desk/Queues?$skiptoken=4".replace("$", "%24"),
    ]);
  });

  it.each([
    [
      'Table.SelectColumns(q, {"Name", "Id"})',
      "/desk/Queues?$select=Name%2CId",
      '{{"Queue 1", 1}, {"Queue 2", 2}, {"Queue 3", 3}, {"Queue 4", 4}, {null, 5}}',
    ],
    ['Table.SelectColumns(Table.FirstN(q, 1), {"Id"})', "/desk/Queues?$select=Id&$top=1", "{{1}}"],
    ['Table.FirstN(Table.SelectColumns(q, {"Id"}), 1)', "/desk/Queues?$select=Id&$top=1", "{{1}}"],
    [
      'Table.SelectColumns(Table.FirstN(q, 2), {"Id", "Lead"})',
      "/desk/Queues?$top=2",
      '{{1, [Login = "ann", Photo = #binary({112, 105, 99, 116, 117, 114, 101})]}, {2, null}}',
    ],
    ["Table.FirstN(Table.Skip(q[[Id]], 1), 1)", "/desk/Queues?$select=Id", "{{2}}"],
  ])("%s asks for %s", async (text, url, result) => {
    const shownResult = await evaluated(
      `let q = OData.Feed("URL/desk/"){[Name = "Queues"]}[Data] in Table.ToRows(${text})`,
    );
    expect(shownResult).toBe(result);
    expect(askedUrls()[2]).toBe(url);
  });

  it("sends headers, queries and keys, but not to another host", async () => {
    const text =
      'Table.RowCount(OData.Feed("URL/odd/", [#"X-First" = "1"], [Headers = [#"X-Second" = "2"], Query = [tenant = "a b"], ApiKeyName = "key", OmitValues = ODataOmitValues.Nulls]))';
    const credentials = [
      { dataSourceKind: "Web", path: address, fields: { AuthenticationKind: "Key", Key: "secret" } as const },
    ];
    expect(await evaluated(text, { credentials })).toBe("1");
    const [first, , last] = asked;
    expect(first).toMatchObject({
      url: "/odd/?tenant=a%20b&key=secret",
      headers: { "x-first": "1", "x-second": "2", prefer: "omit-values=nulls", "odata-maxversion": "4.0" },
    });
    expect(last?.url).toBe("/odd/last");
    expect(last?.headers["x-first"]).toBeUndefined();
  });

  it("keeps an extension's credential from another host", async () => {
    const text = `section Own; Own = [Authentication = [Key = []]];
      [DataSource.Kind = "Own"] shared Own.Feed = () => OData.Feed("${address}/odd/", [Accept = "application/json"]);`;
    const options: EngineOptions = {
      extensions: [{ document: "Own.pq", text, files: {} }],
      credentials: [{ dataSourceKind: "Own", path: "Own", fields: { AuthenticationKind: "Key", Key: "secret" } }],
    };
    expect(await evaluated("Table.RowCount(Own.Feed())", options)).toBe("1");
    expect(asked.map(({ url, headers }) => [url, headers.authorization !== undefined, headers.accept])).toEqual([
      ["/odd/", true, "application/json"],
      ["/desk/$metadata", true, "application/json"],
      ["/odd/last", false, "application/json;odata.metadata=minimal"],
      ["/desk/$metadata", false, "application/xml"],
    ]);
  });

  it.each([
    ["of version 2", "v2", "an older version of OData"],
    ["of version 3", "v3", "an older version of OData"],
    ["in Atom", "atom", "XML, as Atom feeds of older versions are"],
    ["that is none", "bare", "JSON without '@odata.context'"],
  ])("refuses a service %s", async (_name, path, why) => {
    expect(await evaluated(`OData.Feed("URL/${path}/")`)).toBe(
      `DataSource.Error: OData.Feed reads services of OData version 4 in JSON; '${address}/${path}/' answered ${why}.`,
    );
  });

  it("refuses metadata of an older version", async () => {
    expect(await evaluated('OData.Feed("URL/old/")')).toBe(
      `DataSource.Error: OData.Feed reads services of OData version 4; the metadata at '${address}/old/$metadata' is version 1.0.`,
    );
  });

  it("refuses a page that names itself as the next", async () => {
    expect(await evaluated('Table.RowCount(OData.Feed("URL/odd/self"))')).toBe(
      `DataFormat.Error: The OData page '${address}/odd/self' names itself as the next.`,
    );
  });

  it.each([
    ["[ODataVersion = 3]", "Expression.Error: The OData.Feed option 'ODataVersion' takes 4 in this engine."],
    ["[EnableBatch = true]", "Expression.Error: The OData.Feed option 'EnableBatch' takes false in this engine."],
    [
      "[FunctionOverloads = false]",
      "Expression.Error: The OData.Feed option 'FunctionOverloads' takes true in this engine.",
    ],
    [
      '[Implementation = "1.0"]',
      "Expression.Error: The OData.Feed option 'Implementation' takes \"2.0\" in this engine.",
    ],
    [
      '[IncludeAnnotations = "*"]',
      "Expression.Error: The OData.Feed option 'IncludeAnnotations' is not supported by this engine.",
    ],
    ["[Other = 1]", "Expression.Error: 'Other' isn't a valid OData.Feed option."],
    ["[MaxUriLength = 10]", "DataSource.Error: OData.Feed would ask an address of"],
    ['[MaxUriLength = "10"]', 'Expression.Error: We cannot convert the value "10" to type Number.'],
    ['[Query = [x = Text.Repeat("a", 2048)]]', "DataSource.Error: OData.Feed would ask an address of"],
    ["1", "Expression.Error: We cannot convert the value 1 to type Record."],
  ])("with the options %s is refused", async (options, message) => {
    expect((await evaluated(`OData.Feed("URL/desk/", null, ${options})`)).startsWith(message)).toBe(true);
  });

  it.each([
    '[Implementation = "2.0", Concurrent = true, ODataVersion = 4, Timeout = #duration(0, 0, 1, 0)]',
    "true",
    "null",
  ])("takes the options %s", async (options) => {
    expect(await evaluated(`Table.RowCount(OData.Feed("URL/desk/", null, ${options}))`)).toBe("4");
  });
});
