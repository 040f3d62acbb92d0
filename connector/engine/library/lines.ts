import { BinaryValue } from "../values/binary.ts";
import { ListValue } from "../values/list.ts";
import { plain, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import { readMember, readText } from "./list/arguments.ts";
import { decodeText, encodeText } from "./text/encoding.ts";

/** Microsoft's group "Lines functions". */
export const lines: Group = {
  name: "Lines functions",
  functions: [
    {
      signature:
        "Lines.FromBinary(binary as binary, optional quoteStyle as any, optional includeLineSeparators as nullable logical, optional encoding as nullable TextEncoding.Type) as list",
      summary:
        "Splits the text in a binary at its line breaks, those within quotes left alone when a quote style is given.",
      examples: [{ usage: `Lines.FromBinary(Text.ToBinary("a#(lf)b"))`, output: `{"a", "b"}` }],
      call: (binary: BinaryValue, quoteStyle: Value, includeLineSeparators: boolean | null, encoding: number | null) =>
        splitLines(() => decodeText(binary.bytes(), encoding), quoteStyle, includeLineSeparators),
    },
    {
      signature:
        "Lines.FromText(text as text, optional quoteStyle as any, optional includeLineSeparators as nullable logical) as list",
      summary: "Splits a text at its line breaks, those within quotes left alone when a quote style is given.",
      examples: [
        { usage: `Lines.FromText("a#(cr,lf)b#(lf)")`, output: `{"a", "b"}` },
        { usage: `Lines.FromText("a#(lf)b", null, true)`, output: `{"a#(lf)", "b"}` },
      ],
      call: (text: string, quoteStyle: Value, includeLineSeparators: boolean | null) =>
        splitLines(() => text, quoteStyle, includeLineSeparators),
    },
    {
      signature:
        "Lines.ToBinary(lines as list, optional lineSeparator as nullable text, optional encoding as nullable TextEncoding.Type, optional includeByteOrderMark as nullable logical) as binary",
      summary: "Writes lines as bytes, each followed by a line break.",
      examples: [{ usage: `Lines.ToBinary({"a", "b"}, "#(lf)")`, output: `#binary({97, 10, 98, 10})` }],
      call: (list: ListValue, separator: string | null, encoding: number | null, withMark: boolean | null) =>
        new BinaryValue(encodeText(joinLines(list, separator), encoding, withMark === true)),
    },
    {
      signature: "Lines.ToText(lines as list, optional lineSeparator as nullable text) as text",
      summary: "Joins lines, each followed by a line break.",
      examples: [{ usage: `Lines.ToText({"a", "b"}, "#(lf)")`, output: `"a#(lf)b#(lf)"` }],
      call: (list: ListValue, separator: string | null) => joinLines(list, separator),
    },
  ],
};

function splitLines(openText: () => string, quoteStyle: Value, includeLineSeparators: boolean | null): ListValue {
  const keepsQuoted = readMember(plain(quoteStyle), [0, 1], "quoteStyle", 0) === 1;
  return ListValue.stream(() => eachLine(openText(), keepsQuoted, includeLineSeparators === true));
}

function* eachLine(text: string, keepsQuoted: boolean, withSeparators: boolean): Generator<string> {
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34 && keepsQuoted) isQuoted = !isQuoted;
    if (isQuoted || (code !== 10 && code !== 13)) continue;
    const next = code === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    yield text.slice(start, withSeparators ? next : at);
    start = next;
    at = next - 1;
  }
  if (start < text.length) yield text.slice(start);
}

function joinLines(list: ListValue, separator: string | null): string {
  const end = separator ?? "\r\n";
  const parts: string[] = [];
  for (const cell of list.cells()) parts.push(readText(cell), end);
  return parts.join("");
}
