import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { BinaryValue } from "../../values/binary.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { readCount } from "../list/arguments.ts";
import { enumeration } from "../list/enumeration.ts";
import { readOffset } from "../text/characters.ts";
import { compress, compressions, decompress } from "./compression.ts";
import { binaryEncodings, bytesFromText, textFromBytes } from "./encoding.ts";
import { views } from "./view.ts";

/** Microsoft's group "Binary functions" without the binary formats. */
export const binary: Group = {
  name: "Binary functions",
  functions: [
    {
      signature: "#binary(value as any) as any",
      summary: "Makes a binary of a list of numbers from 0 to 255, or of text in base64.",
      examples: [
        { usage: `#binary({16, 255})`, output: `#binary("EP8=")` },
        { usage: `#binary({256})`, output: `error "The 'list' argument is out of range."` },
      ],
      call: (value: Value) => {
        const bare = plain(value);
        if (bare instanceof ListValue) return binaryOfList(bare);
        return binaryFrom(value, null);
      },
    },
    {
      signature: "Binary.ApproximateLength(binary as nullable binary) as nullable number",
      summary: "Gives about how many bytes a binary has; here exactly how many.",
      examples: [{ usage: `Binary.ApproximateLength(#binary({1, 2}))`, output: `2` }],
      call: (value: BinaryValue | null) => lengthOf(value),
    },
    {
      signature: "Binary.Buffer(binary as nullable binary) as nullable binary",
      summary: "Reads a binary once and holds its bytes; its metadata stays.",
      examples: [{ usage: `Binary.Buffer(#binary({1, 2}))`, output: `#binary({1, 2})` }],
      call: (value: BinaryValue | null) =>
        value === null ? null : new BinaryValue(value.bytes(), { type: value.type, meta: () => value.meta }),
    },
    {
      signature: "Binary.Combine(binaries as list) as binary",
      summary: "Joins binaries.",
      examples: [{ usage: `Binary.Combine({#binary({1, 2}), #binary({3})})`, output: `#binary({1, 2, 3})` }],
      call: (binaries: ListValue) =>
        new BinaryValue(Buffer.concat(Array.from(binaries.cells(), (cell) => bytesOf(read(cell))))),
    },
    {
      signature: "Binary.Compress(binary as nullable binary, compressionType as Compression.Type) as nullable binary",
      summary: "Compresses a binary.",
      examples: [
        {
          usage: `Binary.Decompress(Binary.Compress(#binary({1, 2}), Compression.GZip), Compression.GZip)`,
          output: `#binary({1, 2})`,
        },
      ],
      difference: "Snappy, LZ4 and Zstandard are not supported.",
      call: (value: BinaryValue | null, type: number) =>
        value === null ? null : new BinaryValue(compress(value.bytes(), type)),
    },
    {
      signature: "Binary.Decompress(binary as nullable binary, compressionType as Compression.Type) as nullable binary",
      summary: "Decompresses a binary.",
      examples: [
        {
          usage: `Text.FromBinary(Binary.Decompress(Binary.FromText("S85ILFFIhhEA"), Compression.Deflate))`,
          output: `"chat chat chat"`,
        },
      ],
      difference: "Snappy, LZ4 and Zstandard are not supported.",
      call: (value: BinaryValue | null, type: number) =>
        value === null ? null : new BinaryValue(decompress(value.bytes(), type)),
    },
    {
      signature: "Binary.From(value as any, optional encoding as nullable BinaryEncoding.Type) as nullable binary",
      summary: "Makes a binary from the text that encodes it; a binary stays as it is.",
      examples: [{ usage: `Binary.From("EP8=")`, output: `#binary({16, 255})` }],
      call: (value: Value, encoding: number | null) => binaryFrom(value, encoding),
    },
    {
      signature: "Binary.FromList(list as list) as binary",
      summary: "Makes a binary of numbers from 0 to 255.",
      examples: [{ usage: `Binary.FromList({16, 255})`, output: `#binary({16, 255})` }],
      call: (list: ListValue) => binaryOfList(list),
    },
    {
      signature:
        "Binary.FromText(text as nullable text, optional encoding as nullable BinaryEncoding.Type) as nullable binary",
      summary: "Makes a binary from text in base64 or hexadecimal.",
      examples: [
        { usage: `Binary.FromText("EP8=")`, output: `#binary({16, 255})` },
        { usage: `Binary.FromText("10FF", BinaryEncoding.Hex)`, output: `#binary({16, 255})` },
      ],
      call: (text: string | null, encoding: number | null) =>
        text === null ? null : new BinaryValue(bytesFromText(text, encoding)),
    },
    {
      signature: "Binary.Length(binary as nullable binary) as nullable number",
      summary: "Counts the bytes of a binary.",
      examples: [{ usage: `Binary.Length(#binary({1, 2}))`, output: `2` }],
      call: (value: BinaryValue | null) => lengthOf(value),
    },
    {
      signature: "Binary.Range(binary as binary, offset as number, optional count as nullable number) as binary",
      summary: "Gives the bytes from an offset on, at most so many.",
      examples: [
        { usage: `Binary.Range(#binary({0..10}), 6)`, output: `#binary({6, 7, 8, 9, 10})` },
        { usage: `Binary.Range(#binary({0..10}), 6, 2)`, output: `#binary({6, 7})` },
      ],
      call: (value: BinaryValue, offset: number, count: number | null) => {
        const bytes = value.bytes();
        const from = readOffset(offset, bytes.length, "offset");
        return new BinaryValue(bytes.subarray(from, count === null ? undefined : from + readCount(count, "count")));
      },
    },
    {
      signature: "Binary.Split(binary as binary, pageSize as number) as list",
      summary: "Cuts a binary into pages of so many bytes; the last may be shorter.",
      examples: [{ usage: `Binary.Split(#binary({1, 2, 3}), 2)`, output: `{#binary({1, 2}), #binary({3})}` }],
      call: (value: BinaryValue, pageSize: number) => {
        if (!Number.isInteger(pageSize) || pageSize < 1) throw argumentOutOfRange("pageSize", pageSize);
        return ListValue.stream(() => pagesOf(value.bytes(), pageSize));
      },
    },
    {
      signature: "Binary.ToList(binary as binary) as list",
      summary: "Gives the bytes of a binary as numbers.",
      examples: [{ usage: `Binary.ToList(#binary({16, 255}))`, output: `{16, 255}` }],
      call: (value: BinaryValue) => ListValue.stream(() => value.bytes()),
    },
    {
      signature:
        "Binary.ToText(binary as nullable binary, optional encoding as nullable BinaryEncoding.Type) as nullable text",
      summary: "Writes a binary as text in base64 or hexadecimal.",
      examples: [
        { usage: `Binary.ToText(#binary({16, 255}))`, output: `"EP8="` },
        { usage: `Binary.ToText(#binary({16, 255}), BinaryEncoding.Hex)`, output: `"10ff"` },
      ],
      call: (value: BinaryValue | null, encoding: number | null) =>
        value === null ? null : textFromBytes(value.bytes(), encoding),
    },
    ...views,
  ],
  constants: [
    { name: "Binary.Type", value: primitiveTypes.binary, summary: "The type of binaries." },
    ...enumeration("BinaryEncoding", "How bytes are written as text.", {
      Base64: [binaryEncodings.Base64, "Base64."],
      Hex: [binaryEncodings.Hex, "Hexadecimal."],
    }),
    ...enumeration("Compression", "How bytes are compressed.", {
      None: [compressions.None, "Not at all."],
      GZip: [compressions.GZip, "GZip."],
      Deflate: [compressions.Deflate, "Deflate without a header."],
      Snappy: [compressions.Snappy, "Snappy."],
      Brotli: [compressions.Brotli, "Brotli."],
      LZ4: [compressions.LZ4, "LZ4."],
      Zstandard: [compressions.Zstandard, "Zstandard."],
    }),
  ],
};

function binaryFrom(value: Value, encoding: number | null): BinaryValue | null {
  const bare = plain(value);
  if (bare === null || bare instanceof BinaryValue) return bare;
  if (typeof bare !== "string") throw cannotConvert(value, primitiveTypes.binary);
  return new BinaryValue(bytesFromText(bare, encoding));
}

function binaryOfList(list: ListValue): BinaryValue {
  return new BinaryValue(Uint8Array.from(list.cells(), (cell) => readByte(read(cell))));
}

function bytesOf(value: Value): Uint8Array {
  const bare = plain(value);
  if (bare instanceof BinaryValue) return bare.bytes();
  throw cannotConvert(value, primitiveTypes.binary);
}

function readByte(value: Value): number {
  const bare = plain(value);
  if (typeof bare !== "number") throw cannotConvert(value, primitiveTypes.number);
  if (!Number.isInteger(bare) || bare < 0 || bare > 255) throw argumentOutOfRange("list", bare);
  return bare;
}

function* pagesOf(bytes: Uint8Array, size: number): Generator<BinaryValue> {
  for (let at = 0; at < bytes.length; at += size) yield new BinaryValue(bytes.subarray(at, at + size));
}

function lengthOf(value: BinaryValue | null): Value {
  return value === null ? null : (value.view?.ask("GetLength", []) ?? value.bytes().length);
}
