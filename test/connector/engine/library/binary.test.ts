import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binary } from "../../../../connector/engine/library/binary/index.ts";
import { BinaryValue } from "../../../../connector/engine/values/binary.ts";
import { RecordValue } from "../../../../connector/engine/values/record.ts";
import type { Value } from "../../../../connector/engine/values/value.ts";
import { call, listOf, shownCall } from "./calling.ts";

const bytes = (...values: number[]): BinaryValue => new BinaryValue(Uint8Array.from(values));

describe("binary functions", () => {
  it.each<[string, Value[], string]>([
    ["#binary", [null], "null"],
    ["#binary", [1], "Expression.Error: We cannot convert the value 1 to type Binary."],
    ["Binary.From", [bytes(1)], "#binary({1})"],
    ["Binary.From", ["10", 1], "#binary({16})"],
    ["Binary.FromText", ["E P8\n="], "#binary({16, 255})"],
    ["Binary.FromText", ["EP8"], "DataFormat.Error: The text isn't a valid encoding of a binary."],
    ["Binary.FromText", ["1", 1], "DataFormat.Error: The text isn't a valid encoding of a binary."],
    ["Binary.FromText", ["", 2], "Expression.Error: The 'encoding' argument is out of range."],
    ["Binary.FromList", [listOf(1.5)], "Expression.Error: The 'list' argument is out of range."],
    ["Binary.FromList", [listOf("a")], 'Expression.Error: We cannot convert the value "a" to type Number.'],
    ["Binary.Range", [bytes(1, 2, 3), 1, 9], "#binary({2, 3})"],
    ["Binary.Range", [bytes(1), 2], "Expression.Error: The 'offset' argument is out of range."],
    ["Binary.Split", [bytes(), 2], "{}"],
    ["Binary.Split", [bytes(1), 0], "Expression.Error: The 'pageSize' argument is out of range."],
    ["Binary.Combine", [listOf("a")], 'Expression.Error: We cannot convert the value "a" to type Binary.'],
    ["Binary.Length", [null], "null"],
    ["Binary.Compress", [bytes(1), 4], "Expression.Error: Compression.LZ4 is not supported by this engine."],
    ["Binary.Compress", [bytes(1), 9], "Expression.Error: The 'compressionType' argument is out of range."],
    // What .NET's streams say of bytes that they cannot read; what is cut short gives the bytes that it has.
    [
      "Binary.Decompress",
      [bytes(1, 2), 0],
      "DataFormat.Error: The magic number in GZip header is not correct. Make sure you are passing in a GZip stream.",
    ],
    [
      "Binary.Decompress",
      [bytes(1, 2, 3, 4, 5), 1],
      "DataFormat.Error: Block length does not match with its complement.",
    ],
    ["Binary.Decompress", [bytes(7), 1], "DataFormat.Error: Unknown block type. Stream might be corrupted."],
    ["Binary.Decompress", [bytes(1, 2, 3), 3], "DataFormat.Error: Found invalid data while decoding."],
    ["Binary.Decompress", [bytes(), 0], "#binary({})"],
    ["Binary.Decompress", [bytes(75, 76, 74, 6, 0, 9, 9), 1], "#binary({97, 98, 99})"],
    ["Binary.Decompress", [bytes(1, 3, 0, 252, 255, 97), 1], "#binary({97})"],
    [
      "Binary.Compress",
      [bytes(97), 0],
      "#binary({31, 139, 8, 0, 0, 0, 0, 0, 4, 0, 75, 4, 0, 67, 190, 183, 232, 1, 0, 0, 0})",
    ],
    ["Binary.ToText", [new BinaryValue(Uint8Array.from([1, 16, 255]).subarray(1))], '"EP8="'],
  ])("%s(%j) is %s", (name, args, shown) => {
    expect(shownCall(binary, name, ...args)).toBe(shown);
  });

  it.each([[-1], [0], [1], [3]])("decompresses what it compressed, type %i", (type) => {
    fc.assert(
      fc.property(fc.uint8Array(), (content) => {
        const compressed = call(binary, "Binary.Compress", new BinaryValue(content), type);
        const restored = call(binary, "Binary.Decompress", compressed, type) as BinaryValue;
        expect(Buffer.compare(restored.bytes(), content)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it("buffers the bytes once and keeps the metadata", () => {
    let reads = 0;
    const source = new BinaryValue(
      () => {
        reads++;
        return Uint8Array.from([1]);
      },
      { type: undefined, meta: () => RecordValue.from({ "Response.Status": 200 }) },
    );
    const buffered = call(binary, "Binary.Buffer", source) as BinaryValue;
    buffered.bytes();
    buffered.bytes();
    expect(reads).toBe(1);
    expect(buffered.meta?.get("Response.Status")).toBe(200);
  });
});
