import { notSupported } from "../../values/errors.ts";

/** The members of `TextEncoding.Type`. */
export const encodings = { Utf8: 65001, Utf16: 1200, BigEndianUnicode: 1201, Ascii: 20127, Windows: 1252 } as const;

const byteOrderMarks: Readonly<Record<number, readonly number[]>> = {
  65001: [0xef, 0xbb, 0xbf],
  1200: [0xff, 0xfe],
  1201: [0xfe, 0xff],
};

/** Code pages that are not members of `TextEncoding.Type` but which Windows files still come in. */
const otherLabels: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  20866: "koi8-r",
  28592: "iso-8859-2",
  28595: "iso-8859-5",
  28597: "iso-8859-7",
  28605: "iso-8859-15",
  54936: "gb18030",
};

const latin1CodePage = 28591;

/** Encodings by the names that documents give for them. */
const namedEncodings: ReadonlyMap<string, number> = new Map([
  ["utf-8", encodings.Utf8],
  ["us-ascii", encodings.Ascii],
  ["iso-8859-1", latin1CodePage],
  ...Array.from({ length: 9 }, (_, index) => [`windows-${1250 + index}`, 1250 + index] as const),
  ...Object.entries(otherLabels).map(([number, label]) => [label, Number(number)] as const),
]);

/** The number of the encoding that a document names; `undefined` for a name that is not known, or of one with wider characters. */
export function encodingNamed(name: string): number | undefined {
  return namedEncodings.get(name.toLowerCase());
}

function labelOf(encoding: number): string {
  switch (encoding) {
    case encodings.Utf8:
      return "utf-8";
    case encodings.Utf16:
      return "utf-16le";
    case encodings.BigEndianUnicode:
      return "utf-16be";
  }
  const label = encoding >= 1250 && encoding <= 1258 ? `windows-${encoding}` : otherLabels[encoding];
  if (label === undefined) throw notSupported(`The text encoding ${encoding}`);
  return label;
}

/**
 * Bytes as text; a null encoding is UTF-8 unless a byte order mark says UTF-16. A byte order mark of the encoding is left out, and
 * what is no text in it becomes U+FFFD (`?` in ASCII).
 *
 * @throws EvaluationError for an encoding that is not known.
 */
export function decodeText(bytes: Uint8Array, encoding: number | null): string {
  const known = encoding ?? detect(bytes);
  switch (known) {
    case encodings.Ascii:
      return latin1(bytes.map((byte) => (byte < 128 ? byte : 63)));
    case latin1CodePage:
      return latin1(bytes);
    case encodings.Windows:
      return latin1(bytes).replaceAll(/[\u0080-\u009f]/gu, (code) => windows1252.charAt(code.charCodeAt(0) - 0x80));
    default:
      return new TextDecoder(labelOf(known)).decode(bytes);
  }
}

/** What Windows-1252 has in the places 80 to 9F; Node's own decoder leaves these as Latin-1 has them. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** The encoding that a byte order mark tells; UTF-8 without one. */
function detect(bytes: Uint8Array): number {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return encodings.Utf16;
  if (first === 0xfe && second === 0xff) return encodings.BigEndianUnicode;
  return encodings.Utf8;
}

/**
 * Text as bytes; a null encoding is UTF-8. What an encoding cannot say becomes `?`.
 *
 * @throws EvaluationError for an encoding that is not known or has more than one byte a character.
 */
export function encodeText(text: string, encoding: number | null, withByteOrderMark: boolean): Uint8Array {
  const known = encoding ?? encodings.Utf8;
  const bytes = encodeBare(text, known);
  const mark = withByteOrderMark ? (byteOrderMarks[known] ?? []) : [];
  return mark.length === 0 ? bytes : Buffer.concat([Uint8Array.from(mark), bytes]);
}

function encodeBare(text: string, encoding: number): Uint8Array {
  switch (encoding) {
    case encodings.Utf8:
      return Buffer.from(text, "utf8");
    case encodings.Utf16:
      return Buffer.from(text, "utf16le");
    case encodings.BigEndianUnicode:
      return Buffer.from(text, "utf16le").swap16();
    case encodings.Ascii:
      return Uint8Array.from(text, (character) => (character < "\u0080" ? character.charCodeAt(0) : 63));
    default: {
      const table = bytesOf(encoding);
      return Uint8Array.from(text, (character) => table.get(character) ?? 63);
    }
  }
}

const tables = new Map<number, ReadonlyMap<string, number>>();

/** Which byte stands for a character in an encoding of one byte each. */
function bytesOf(encoding: number): ReadonlyMap<string, number> {
  let table = tables.get(encoding);
  if (!table) {
    const characters = decodeText(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      encoding,
    );
    if (characters.length !== 256 || characters.includes("\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd")) {
      throw notSupported(`Writing text in the encoding ${encoding}`);
    }
    table = new Map(Array.from(characters, (character, byte) => [character, byte]));
    tables.set(encoding, table);
  }
  return table;
}
