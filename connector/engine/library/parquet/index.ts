/**
 * The part of Microsoft's group "Accessing data functions" that reads Parquet files.
 *
 * | part | holds |
 * | --- | --- |
 * | `read-parquet.ts` | bytes → columns of raw cells; the only importer of hyparquet |
 * | `field.ts` | a field of the schema: its type in M, its cells as values |
 */
import type { BinaryValue } from "../../values/binary.ts";
import { EvaluationError, formatError, notSupported } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue } from "../../values/record.ts";
import { TableValue, type Row } from "../../values/table.ts";
import type { Plain } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { checkOptions, readOption } from "../list/arguments.ts";
import { typeOfField, valueOfCell } from "./field.ts";
import { readParquet, type ParquetFile } from "./read-parquet.ts";

const notRun = "it reads a file";

/** What reads Parquet files. */
export const parquet: Group = {
  name: "Accessing data functions",
  functions: [
    {
      signature: "Parquet.Document(binary as binary, optional options as nullable record) as any",
      summary: "The rows of a Parquet file as a table; nested columns come as lists and records.",
      examples: [
        {
          usage: 'Parquet.Document(File.Contents("/data/chats.parquet"))',
          output: '#table({"queue", "chats"}, {{"VPN", 3}})',
          notRun,
        },
      ],
      difference:
        "Microsoft documents no options: those that Power BI writes are taken with the values that it writes. Instants in UTC come as datetimezone; compression by LZ4, LZO and Zstandard is not supported.",
      call: (binary: BinaryValue, options: RecordValue | null) => {
        checkWrittenOptions(options);
        return tableOfFile(open(binary));
      },
    },
    {
      signature: "Parquet.Metadata(binary as binary, optional options as nullable record) as any",
      summary: "What a Parquet file says of itself: its writer, its number of rows, its row groups and its schema.",
      examples: [{ usage: 'Parquet.Metadata(File.Contents("/data/chats.parquet"))[RowCount]', output: "3", notRun }],
      difference: "Microsoft does not document the shape of the record.",
      call: (binary: BinaryValue, options: RecordValue | null) => {
        checkOptions(options, [], "Parquet.Metadata");
        const { metadata, fields } = open(binary);
        return RecordValue.from({
          Version: metadata.version,
          CreatedBy: metadata.created_by ?? null,
          RowCount: Number(metadata.num_rows),
          RowGroups: ListValue.of(metadata.row_groups.map((group) => Number(group.num_rows))),
          Schema: RecordValue.fromEntries(fields.map((field) => [field.element.name, typeOfField(field)])),
          KeyValueMetadata: RecordValue.fromEntries(
            (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? null]),
          ),
        });
      },
    },
  ],
};

/** What Power BI writes into each query; other values mean something that Microsoft does not say. */
const writtenOptions: Readonly<Record<string, Plain>> = {
  Compression: null,
  LegacyColumnNameEncoding: false,
  MaxDepth: null,
};

function checkWrittenOptions(options: RecordValue | null): void {
  checkOptions(options, Object.keys(writtenOptions), "Parquet.Document");
  for (const [name, written] of Object.entries(writtenOptions)) {
    const value = readOption(options, name);
    if (value !== null && value !== written) throw notSupported(`This value of the Parquet.Document option '${name}'`);
  }
}

function open(binary: BinaryValue): ParquetFile {
  const bytes = binary.bytes();
  try {
    return readParquet(bytes);
  } catch (error) {
    throw notRead(error);
  }
}

function tableOfFile({ fields, groups }: ParquetFile): TableValue {
  return TableValue.from({
    columns: fields.map(({ element }) => element.name),
    types: fields.map(typeOfField),
    rows: function* (): Iterable<Row> {
      const iterator = groups()[Symbol.iterator]();
      for (let next = nextGroup(iterator); next; next = nextGroup(iterator)) {
        const { count, columns } = next;
        for (let row = 0; row < count; row++) {
          yield fields.map((field, index) => valueOfCell(columns[index]![row], field));
        }
      }
    },
  });
}

function nextGroup<Group>(iterator: Iterator<Group>): Group | undefined {
  try {
    const next = iterator.next();
    return next.done === true ? undefined : next.value;
  } catch (error) {
    throw notRead(error);
  }
}

function notRead(error: unknown): Error {
  if (error instanceof EvaluationError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return Object.assign(formatError(`The input isn't a Parquet file that can be read: ${reason}.`), { cause: error });
}
