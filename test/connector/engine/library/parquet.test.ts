import { parquetWriteBuffer, type ColumnSource, type SchemaElement } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { shown, testEngine } from "../evaluating.ts";

const engine = testEngine();

function file(
  columnData: ColumnSource[],
  options: { readonly rowGroupSize?: number; schema?: SchemaElement[] } = {},
): string {
  const buffer = parquetWriteBuffer({ columnData, ...options });
  return `Binary.FromText("${Buffer.from(buffer).toString("base64")}")`;
}

async function evaluated(query: string): Promise<string> {
  return shown(await engine.evaluate(query));
}

const instant = new Date("2020-11-01T12:30:00.250Z");

describe("Parquet.Document", () => {
  it("gives columns of every kind with their types", async () => {
    const binary = file([
      { name: "text", data: ["VPN", null, "é"], type: "STRING" },
      { name: "whole", data: [1n, 2n, 3n], type: "INT64" },
      { name: "small", data: [1, 2, 3], type: "INT32" },
      { name: "double", data: [0.5, 1.5, 2.5], type: "DOUBLE" },
      { name: "logical", data: [true, false, true], type: "BOOLEAN" },
      { name: "instant", data: [instant, instant, instant], type: "TIMESTAMP" },
    ]);
    expect(await evaluated(`Table.First(Parquet.Document(${binary}))`)).toBe(
      '[text = "VPN", whole = 1, small = 1, double = 0.5, logical = true, instant = #datetime(2020, 11, 1, 12, 30, 0.25)]',
    );
    expect(await evaluated(`Table.Column(Parquet.Document(${binary}), "text")`)).toBe('{"VPN", null, "é"}');
    expect(await evaluated(`Value.Type(Parquet.Document(${binary}))`)).toBe(
      "type table [text = nullable text, whole = nullable number, small = nullable number, double = nullable number, " +
        "logical = nullable logical, instant = nullable datetime]",
    );
  });

  it("follows what the schema says of instants, decimals and days", async () => {
    const binary = file(
      [
        { name: "began", data: [instant] },
        { name: "price", data: [12.3] },
        { name: "day", data: [new Date("2020-11-01")] },
      ],
      {
        schema: [
          { name: "root", num_children: 3 },
          {
            name: "began",
            type: "INT64",
            repetition_type: "REQUIRED",
            converted_type: "TIMESTAMP_MILLIS",
            logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
          },
          {
            name: "price",
            type: "INT32",
            repetition_type: "REQUIRED",
            converted_type: "DECIMAL",
            scale: 2,
            precision: 9,
          },
          { name: "day", type: "INT32", repetition_type: "OPTIONAL", converted_type: "DATE" },
        ],
      },
    );
    expect(await evaluated(`Parquet.Document(${binary})`)).toBe(
      "#table(type table [began = datetimezone, price = Decimal.Type, day = nullable date], " +
        "{{#datetimezone(2020, 11, 1, 12, 30, 0.25, 0, 0), 12.3, #date(2020, 11, 1)}})",
    );
  });

  it("reads all groups of rows", async () => {
    const binary = file([{ name: "n", data: Array.from({ length: 1000 }, (_, index) => index), type: "INT32" }], {
      rowGroupSize: 300,
    });
    expect(await evaluated(`List.Sum(Parquet.Document(${binary})[n])`)).toBe("499500");
    expect(await evaluated(`Parquet.Metadata(${binary})[[RowCount], [RowGroups]]`)).toBe(
      "[RowCount = 1000, RowGroups = {300, 300, 300, 100}]",
    );
  });

  it("takes the options that Power BI writes", async () => {
    const binary = file([{ name: "n", data: [1, 2], type: "INT32" }]);
    const options = "[Compression = null, LegacyColumnNameEncoding = false, MaxDepth = null]";
    expect(await evaluated(`Parquet.Document(${binary}, ${options})[n]`)).toBe("{1, 2}");
  });

  it.each([
    ["Parquet.Document(#binary({}), [MaxDepth = 3])", /^Expression.Error: .* option 'MaxDepth' is not supported/u],
    ['Parquet.Document(Text.ToBinary("chats and more chats"))', /^DataFormat.Error: The input isn't a Parquet file/u],
    ["Parquet.Document(#binary({}), [TypeMapping = 1])", /'TypeMapping' isn't a valid Parquet.Document option/u],
  ])("refuses %s", async (query, message) => {
    expect(await evaluated(query)).toMatch(message);
  });
});
