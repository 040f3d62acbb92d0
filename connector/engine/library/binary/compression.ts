import {
  brotliCompressSync,
  brotliDecompressSync,
  deflateRawSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
} from "node:zlib";
import { formatError, notSupported } from "../../values/errors.ts";
import { readMember } from "../list/arguments.ts";

/** The members of `Compression.Type`. */
export const compressions = {
  None: -1,
  GZip: 0,
  Deflate: 1,
  Snappy: 2,
  Brotli: 3,
  LZ4: 4,
  Zstandard: 5,
} as const;

type Codec = {
  readonly compress: (bytes: Uint8Array) => Uint8Array;
  readonly decompress: (bytes: Uint8Array) => Uint8Array;
};

const codecs: Readonly<Record<number, Codec>> = {
  [compressions.None]: { compress: (bytes) => bytes, decompress: (bytes) => bytes },
  [compressions.GZip]: { compress: (bytes) => gzipSync(bytes), decompress: (bytes) => gunzipSync(bytes) },
  [compressions.Deflate]: { compress: (bytes) => deflateRawSync(bytes), decompress: (bytes) => inflateRawSync(bytes) },
  [compressions.Brotli]: {
    compress: (bytes) => brotliCompressSync(bytes),
    decompress: (bytes) => brotliDecompressSync(bytes),
  },
};

function codecOf(type: number): Codec {
  const codec = codecs[readMember(type, Object.values(compressions), "compressionType", compressions.None)];
  if (codec) return codec;
  const name = Object.entries(compressions).find(([, value]) => value === type)?.[0] ?? "";
  throw notSupported(`Compression.${name}`);
}

/** Compresses bytes. @throws EvaluationError for a compression that this engine does not have. */
export function compress(bytes: Uint8Array, type: number): Uint8Array {
  return codecOf(type).compress(bytes);
}

/** Decompresses bytes. @throws EvaluationError for a compression that this engine does not have, and for bytes that are not so compressed. */
export function decompress(bytes: Uint8Array, type: number): Uint8Array {
  const codec = codecOf(type);
  try {
    return codec.decompress(bytes);
  } catch {
    // The decompressor's own message is about its internals; the fact is all that M can use.
    throw formatError("The binary isn't compressed in the way that was given.", type);
  }
}
