import { formatError } from "../../values/errors.ts";
import type { Plain } from "../../values/value.ts";
import { readMember } from "../list/arguments.ts";

/** The members of `BinaryEncoding.Type`. */
export const binaryEncodings = { Base64: 0, Hex: 1 } as const;

function isHex(encoding: Plain): boolean {
  return readMember(encoding, [0, 1], "encoding", 0) === binaryEncodings.Hex;
}

/** The bytes that a text encodes; base64 when no encoding is given. @throws EvaluationError when it encodes none. */
export function bytesFromText(text: string, encoding: Plain): Uint8Array {
  const bare = text.replaceAll(/\s+/gu, "");
  if (isHex(encoding)) {
    if (bare.length % 2 !== 0 || !/^[\da-f]*$/iu.test(bare)) throw notEncoded(text);
    return Buffer.from(bare, "hex");
  }
  if (bare.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/u.test(bare)) throw notEncoded(text);
  return Buffer.from(bare, "base64");
}

/** Bytes as text; base64 when no encoding is given. */
export function textFromBytes(bytes: Uint8Array, encoding: Plain): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isHex(encoding) ? "hex" : "base64");
}

function notEncoded(text: string): Error {
  return formatError("The text isn't a valid encoding of a binary.", text);
}
