import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes, TypeValue } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import type { Cell } from "../../values/cell.ts";
import { formatError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import { plain, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { enumeration } from "../list/enumeration.ts";
import { decodeText } from "../text/encoding.ts";
import { readCsvOptions, type CsvOptions } from "./options.ts";
import { RowReader } from "./row-reader.ts";

/** The CSV part of Microsoft's group "Accessing data functions". */
export const csv: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature:
        "Csv.Document(source as any, optional columns as any, optional delimiter as any, optional extraValues as nullable ExtraValues.Type, optional encoding as nullable TextEncoding.Type) as table",
      summary: "Reads separated text as a table whose cells are texts.",
      examples: [
        {
          usage: `Csv.Document("id,agent#(cr,lf)1,""Doe, Jo""")`,
          output: `#table({"Column1", "Column2"}, {{"id", "agent"}, {"1", "Doe, Jo"}})`,
        },
        {
          usage: `Csv.Document("1;2;3#(lf)4", [Delimiter = ";", Columns = {"a", "b"}])`,
          output: `#table({"a", "b"}, {{"1", "2"}, {"4", null}})`,
        },
      ],
      call: (source: Value, columns: Value, delimiter: Value, extraValues: number | null, encoding: number | null) =>
        readTable(plain(source), readCsvOptions(plain(columns), delimiter, extraValues, encoding)),
    },
  ],
  constants: enumeration("CsvStyle", "Where quotes count in CSV.", {
    QuoteAfterDelimiter: [0, "Only right after a delimiter."],
    QuoteAlways: [1, "Everywhere in a field."],
  }),
};

function readTable(source: Value, options: CsvOptions): TableValue {
  const openText = textOf(source, options.encoding);
  const { columns } = options;
  if (columns instanceof TypeValue) {
    const width = columns.row!.fields!.length;
    return TableValue.ofType(columns, () => rowsOf(openText(), options, width));
  }
  const names =
    columns === undefined || typeof columns === "number"
      ? defaultNames(columns ?? widestRow(openText(), options))
      : columns;
  return TableValue.from({
    columns: names,
    types: names.map(() => primitiveTypes.text),
    rows: () => rowsOf(openText(), options, names.length),
  });
}

/** Gives the text anew for each enumeration, so that a binary's text is not held between them. */
function textOf(source: Value, encoding: number | null): () => string {
  if (typeof source === "string") return () => source;
  if (source instanceof BinaryValue) return () => decodeText(source.bytes(), encoding);
  throw cannotConvert(source, primitiveTypes.binary);
}

function defaultNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Column${index + 1}`);
}

/** How many fields the widest row has: that many columns are "found in the input". */
function widestRow(text: string, { style }: CsvOptions): number {
  const reader = new RowReader(text, style);
  let widest = 0;
  for (let count = reader.next(undefined); count !== undefined; count = reader.next(undefined)) {
    if (count > widest) widest = count;
  }
  return widest;
}

function* rowsOf(text: string, { style, extraValues }: CsvOptions, width: number): Generator<Row> {
  const reader = new RowReader(text, style);
  for (;;) {
    const fields: string[] = [];
    const count = reader.next(fields);
    if (count === undefined) return;
    yield count === width ? fields : fit(fields, width, extraValues);
  }
}

function fit(fields: string[], width: number, extraValues: CsvOptions["extraValues"]): Row {
  if (fields.length < width) return [...fields, ...Array.from({ length: width - fields.length }, () => null)];
  switch (extraValues) {
    case "ignore":
      return fields.slice(0, width);
    case "error":
      throw formatError(
        "There were more columns in the result than expected.",
        RecordValue.from({ Count: fields.length }),
      );
    case "list": {
      const cells: Cell[] = fields.slice(0, width - 1);
      cells.push(ListValue.of(fields.slice(width - 1)));
      return cells;
    }
  }
}
