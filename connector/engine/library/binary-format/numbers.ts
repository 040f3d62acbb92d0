import type { BinaryValue } from "../../values/binary.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { nameReading, readWhole, type Input, type Reading } from "./format.ts";

type NumberFormat = {
  readonly name: string;
  readonly reads: string;
  readonly bytes: string;
  readonly value: string;
  readonly reading: Reading;
};

/** A number of a fixed width, read by a `DataView` in the order of the input. */
function fixed(width: number, get: (view: DataView, isLittleEndian: boolean) => number): Reading {
  return (input) => get(input.view(width), !input.isBigEndian);
}

const formats: readonly NumberFormat[] = [
  {
    name: "7BitEncodedSignedInteger",
    reads: "a signed integer of 64 bits, seven of them a byte",
    bytes: "255, 255, 255, 255, 255, 255, 255, 255, 255, 1",
    value: "-1",
    reading: (input) => Number(BigInt.asIntN(64, readSevenBits(input))),
  },
  {
    name: "7BitEncodedUnsignedInteger",
    reads: "an unsigned integer of 64 bits, seven of them a byte",
    bytes: "172, 2",
    value: "300",
    reading: (input) => Number(readSevenBits(input)),
  },
  {
    name: "Byte",
    reads: "an unsigned integer of 8 bits",
    bytes: "200, 1",
    value: "200",
    reading: (input) => input.take(1)[0]!,
  },
  {
    name: "Decimal",
    reads: "a .NET decimal of 16 bytes",
    bytes: "0, 0, 0, 125, 0, 0, 0, 0, 0, 0, 0, 0, 128, 2, 0, 0",
    value: "-1.25",
    reading: readDecimal,
  },
  {
    name: "Double",
    reads: "an IEEE number of 8 bytes",
    bytes: "63, 248, 0, 0, 0, 0, 0, 0",
    value: "1.5",
    reading: fixed(8, (view, little) => view.getFloat64(0, little)),
  },
  {
    name: "SignedInteger16",
    reads: "a signed integer of 16 bits",
    bytes: "255, 254",
    value: "-2",
    reading: fixed(2, (view, little) => view.getInt16(0, little)),
  },
  {
    name: "SignedInteger32",
    reads: "a signed integer of 32 bits",
    bytes: "255, 255, 255, 254",
    value: "-2",
    reading: fixed(4, (view, little) => view.getInt32(0, little)),
  },
  {
    name: "SignedInteger64",
    reads: "a signed integer of 64 bits",
    bytes: "255, 255, 255, 255, 255, 255, 255, 254",
    value: "-2",
    reading: fixed(8, (view, little) => Number(view.getBigInt64(0, little))),
  },
  {
    name: "Single",
    reads: "an IEEE number of 4 bytes",
    bytes: "63, 192, 0, 0",
    value: "1.5",
    reading: fixed(4, (view, little) => view.getFloat32(0, little)),
  },
  {
    name: "UnsignedInteger16",
    reads: "an unsigned integer of 16 bits",
    bytes: "1, 2",
    value: "258",
    reading: fixed(2, (view, little) => view.getUint16(0, little)),
  },
  {
    name: "UnsignedInteger32",
    reads: "an unsigned integer of 32 bits",
    bytes: "0, 0, 1, 2",
    value: "258",
    reading: fixed(4, (view, little) => view.getUint32(0, little)),
  },
  {
    name: "UnsignedInteger64",
    reads: "an unsigned integer of 64 bits",
    bytes: "0, 0, 0, 0, 0, 0, 1, 2",
    value: "258",
    reading: fixed(8, (view, little) => Number(view.getBigUint64(0, little))),
  },
];

/** "Reading numbers" of Microsoft's binary formats: each is a format and a function at once. */
export const numbers: readonly FunctionDeclaration[] = formats.map(({ name, reads, bytes, value, reading }) => {
  nameReading(`BinaryFormat.${name}`, reading);
  return {
    signature: `BinaryFormat.${name}(binary as binary) as any`,
    summary: `A binary format that reads ${reads}.`,
    examples: [{ usage: `BinaryFormat.${name}(#binary({${bytes}}))`, output: value }],
    call: (binary: BinaryValue) => readWhole(binary, reading),
  };
});

/** The lowest seven bits come first; a byte's highest bit says whether another follows. */
function readSevenBits(input: Input): bigint {
  let value = 0n;
  for (let shift = 0n; ; shift += 7n) {
    const byte = input.take(1)[0]!;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
}

/** Four words: the low, middle and high part of 96 bits, then sign and scale. */
function readDecimal(input: Input): number {
  const view = input.view(16);
  const word = (index: number): bigint => BigInt(view.getUint32(index * 4, !input.isBigEndian));
  const digits = (word(2) << 64n) | (word(1) << 32n) | word(0);
  const flags = Number(word(3));
  const scale = (flags >>> 16) & 0xff;
  return Number(`${flags >>> 31 === 1 ? "-" : ""}${digits}e-${scale}`);
}
