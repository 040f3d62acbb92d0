import { createRequire } from "node:module";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Compressors, DecodedArray, FileMetaData, ParquetParsers, SchemaTree } from "hyparquet";
import type * as Assemble from "hyparquet/src/assemble.js";
import type * as ColumnReader from "hyparquet/src/column.js";
import type * as Convert from "hyparquet/src/convert.js";
import type * as Metadata from "hyparquet/src/metadata.js";
import type * as Schema from "hyparquet/src/schema.js";
import { notSupported } from "../../values/errors.ts";
import {
  addTicks,
  DateValue,
  daysOf,
  fromUnixMilliseconds,
  ticksPerDay,
  ticksPerMillisecond,
} from "../../values/temporal.ts";

/** A Parquet file: its schema below the root, and its rows, a group of columns at a time. */
export type ParquetFile = {
  readonly fields: readonly SchemaTree[];
  readonly metadata: FileMetaData;
  /** The cells of every field in order, for each group of rows. */
  readonly groups: () => Iterable<{ readonly count: number; readonly columns: readonly DecodedArray[] }>;
};

/**
 * Reads a Parquet file. The package's door answers by promises, for which an evaluation cannot wait: its parts that do not are
 * used, and loaded when first needed.
 *
 * @throws Error when the bytes are no such file or one of a kind that is not read.
 */
export function readParquet(bytes: Uint8Array): ParquetFile {
  const require = createRequire(import.meta.url);
  const { parquetMetadata, parquetSchema } = require("hyparquet/src/metadata.js") as typeof Metadata;
  const metadata = parquetMetadata(Uint8Array.from(bytes), { geoparquet: false });
  const tree = parquetSchema(metadata);
  return {
    fields: tree.children,
    metadata,
    groups: function* () {
      for (const group of metadata.row_groups) {
        const count = Number(group.num_rows);
        const read = new Map<string, DecodedArray>();
        for (const { meta_data: chunk } of group.columns) {
          if (chunk === undefined) throw new Error("a column has no metadata");
          const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
          const data = bytes.slice(start, start + Number(chunk.total_compressed_size));
          read.set(chunk.path_in_schema.join("."), readChunk(require, data, count, decoderOf(require, tree, chunk)));
        }
        yield { count, columns: tree.children.map((field) => assemble(require, read, field)) };
      }
    },
  };
}

type Require = ReturnType<typeof createRequire>;

type ColumnDecoder = Parameters<typeof ColumnReader.readColumn>[2];

function decoderOf(
  require: Require,
  tree: SchemaTree,
  chunk: {
    readonly path_in_schema: string[];
    readonly type: ColumnDecoder["type"];
    readonly codec: ColumnDecoder["codec"];
  },
): ColumnDecoder {
  const { getTreePath } = require("hyparquet/src/schema.js") as typeof Schema;
  const schemaPath = getTreePath(tree, chunk.path_in_schema);
  return {
    pathInSchema: chunk.path_in_schema,
    type: chunk.type,
    codec: chunk.codec,
    element: schemaPath.at(-1)!.element,
    schemaPath,
    compressors,
    parsers: parsersOf(require),
    utf8: false,
  };
}

function readChunk(require: Require, data: Uint8Array, count: number, decoder: ColumnDecoder): DecodedArray {
  const { readColumn } = require("hyparquet/src/column.js") as typeof ColumnReader;
  const reader = { view: new DataView(data.buffer, data.byteOffset, data.byteLength), offset: 0 };
  const group = { groupStart: 0, selectStart: 0, selectEnd: count, groupRows: count };
  const { data: pages } = readColumn(reader, group, decoder);
  return pages.length === 1 ? pages[0]! : pages.flatMap((page) => Array.from(page as ArrayLike<unknown>));
}

function assemble(require: Require, read: Map<string, DecodedArray>, field: SchemaTree): DecodedArray {
  const { assembleNested } = require("hyparquet/src/assemble.js") as typeof Assemble;
  assembleNested(read, field, parsersOf(require));
  return read.get(field.element.name) ?? [];
}

/** Instants and days as M has them; texts of JSON and shapes of geography as they stand in the file. */
function parsersOf(require: Require): ParquetParsers {
  const { DEFAULT_PARSERS } = require("hyparquet/src/convert.js") as typeof Convert;
  return {
    ...DEFAULT_PARSERS,
    timestampFromMilliseconds: (value) => fromTicks(value * BigInt(ticksPerMillisecond)),
    timestampFromMicroseconds: (value) => fromTicks(value * 10n),
    timestampFromNanoseconds: (value) => fromTicks(value / 100n),
    dateFromDays: (days) => new DateValue(daysOf(1970, 1, 1) + days),
    jsonFromBytes: (bytes) => DEFAULT_PARSERS.stringFromBytes(bytes) as unknown,
    geometryFromBytes: (bytes) => bytes,
    geographyFromBytes: (bytes) => bytes,
  };
}

function fromTicks(ticks: bigint): unknown {
  const perDay = BigInt(ticksPerDay);
  const days = ticks / perDay - (ticks % perDay < 0n ? 1n : 0n);
  return addTicks(fromUnixMilliseconds(0), Number(days), Number(ticks - days * perDay));
}

const refuse = (name: string) => (): never => {
  throw notSupported(`Parquet's compression ${name}`);
};

const compressors: Compressors = {
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
  ZSTD: refuse("ZSTD"),
  LZ4: refuse("LZ4"),
  LZ4_RAW: refuse("LZ4_RAW"),
  LZO: refuse("LZO"),
};
