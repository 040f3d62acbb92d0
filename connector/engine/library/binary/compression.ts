import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
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

/** As .NET's streams do, what is cut short gives the bytes that it has. */
const asFarAsItGoes = { finishFlush: constants.Z_SYNC_FLUSH } as const;

const codecs: Readonly<Record<number, Codec>> = {
  [compressions.None]: { compress: (bytes) => bytes, decompress: (bytes) => bytes },
  [compressions.GZip]: {
    compress: gzip,
    decompress: (bytes) => gunzipSync(bytes, asFarAsItGoes),
  },
  [compressions.Deflate]: {
    compress: (bytes) => deflateRawSync(bytes),
    decompress: (bytes) => inflateRawSync(bytes, asFarAsItGoes),
  },
  [compressions.Brotli]: {
    compress: (bytes) => brotliCompressSync(bytes),
    decompress: (bytes) => brotliDecompressSync(bytes),
  },
};

/** In the header .NET's stream names no system and the fastest way, whatever it was. */
function gzip(bytes: Uint8Array): Uint8Array {
  const compressed = gzipSync(bytes);
  compressed.set([4, 0], 8);
  return compressed;
}

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
  } catch (error) {
    throw formatError(messages.find(([found]) => String(error).includes(found))![1], type);
  }
}

/** What zlib finds, and how .NET says it. */
const messages = [
  [
    "incorrect header check",
    "The magic number in GZip header is not correct. Make sure you are passing in a GZip stream.",
  ],
  ["invalid stored block lengths", "Block length does not match with its complement."],
  ["invalid block type", "Unknown block type. Stream might be corrupted."],
  ["", "Found invalid data while decoding."],
] as const;
