import { tagOf } from "../../format/index.ts";
import { cannotConvert } from "../../types/convert.ts";
import { primitiveTypes } from "../../types/type-value.ts";
import { ListValue } from "../../values/list.ts";
import { plain, read, type Value } from "../../values/value.ts";
import { readCount } from "../list/arguments.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { isWhiteSpace, readCharacter, readCharacters, toLowerSimple, toUpperSimple } from "./characters.ts";
import { afterDelimiter, beforeDelimiter, betweenDelimiters, readChoice } from "./delimiters.ts";

/** Microsoft's heading "Transformations". */
export const transformation: readonly FunctionDeclaration[] = [
  {
    signature: "Text.AfterDelimiter(text as nullable text, delimiter as text, optional index as any) as any",
    summary: "Gives what follows a delimiter: the first, the one at an index, or one counted from the end.",
    examples: [
      { usage: `Text.AfterDelimiter("eu-north-1", "-")`, output: `"north-1"` },
      { usage: `Text.AfterDelimiter("eu-north-1", "-", 1)`, output: `"1"` },
      { usage: `Text.AfterDelimiter("eu-north-1", "-", {0, RelativePosition.FromEnd})`, output: `"1"` },
    ],
    call: (text: string | null, delimiter: string, index: Value) =>
      text === null ? null : afterDelimiter(text, delimiter, readChoice(index, "index")),
  },
  {
    signature: "Text.BeforeDelimiter(text as nullable text, delimiter as text, optional index as any) as any",
    summary: "Gives what stands before a delimiter: the first, the one at an index, or one counted from the end.",
    examples: [
      { usage: `Text.BeforeDelimiter("eu-north-1", "-")`, output: `"eu"` },
      { usage: `Text.BeforeDelimiter("eu-north-1", "-", {0, RelativePosition.FromEnd})`, output: `"eu-north"` },
    ],
    call: (text: string | null, delimiter: string, index: Value) =>
      text === null ? null : beforeDelimiter(text, delimiter, readChoice(index, "index")),
  },
  {
    signature:
      "Text.BetweenDelimiters(text as nullable text, startDelimiter as text, endDelimiter as text, optional startIndex as any, optional endIndex as any) as any",
    summary: "Gives what stands between a delimiter and another one that follows it.",
    examples: [
      { usage: `Text.BetweenDelimiters("chat (17) of (20)", "(", ")")`, output: `"17"` },
      { usage: `Text.BetweenDelimiters("chat (17) of (20)", "(", ")", 1, 0)`, output: `"20"` },
    ],
    call: (text: string | null, start: string, end: string, startIndex: Value, endIndex: Value) =>
      text === null
        ? null
        : betweenDelimiters(
            text,
            [start, readChoice(startIndex, "startIndex")],
            [end, readChoice(endIndex, "endIndex")],
          ),
  },
  {
    signature: "Text.Clean(text as nullable text) as nullable text",
    summary: "Takes the control characters out of a text.",
    examples: [{ usage: `Text.Clean("one#(lf)two#(tab)")`, output: `"onetwo"` }],
    call: (text: string | null) => text?.replaceAll(/\p{Cc}/gu, "") ?? null,
  },
  {
    signature: "Text.Combine(texts as list, optional separator as nullable text) as text",
    summary: "Joins texts, with a separator between them; nulls are left out.",
    examples: [
      { usage: `Text.Combine({"a", null, "b"}, ", ")`, output: `"a, b"` },
      { usage: `Text.Combine({"a", "b"})`, output: `"ab"` },
    ],
    call: (texts: ListValue, separator: string | null) => combine(texts, separator ?? ""),
  },
  {
    signature: "Text.Lower(text as nullable text, optional culture as nullable text) as nullable text",
    summary: "Writes a text in lower case.",
    examples: [{ usage: `Text.Lower("Queue")`, output: `"queue"` }],
    bind:
      ({ host }) =>
      (text: string | null, culture: string | null) =>
        text === null ? null : toLowerSimple(text, tagOf(culture ?? host.culture)),
  },
  {
    signature:
      "Text.PadEnd(text as nullable text, count as number, optional character as nullable text) as nullable text",
    summary: "Fills a text at its end to a length, with spaces unless a character is given.",
    examples: [{ usage: `Text.PadEnd("17", 4, "0")`, output: `"1700"` }],
    call: (text: string | null, count: number, character: string | null) =>
      text?.padEnd(readCount(count, "count"), readPadding(character)) ?? null,
  },
  {
    signature:
      "Text.PadStart(text as nullable text, count as number, optional character as nullable text) as nullable text",
    summary: "Fills a text at its start to a length, with spaces unless a character is given.",
    examples: [{ usage: `Text.PadStart("17", 4, "0")`, output: `"0017"` }],
    call: (text: string | null, count: number, character: string | null) =>
      text?.padStart(readCount(count, "count"), readPadding(character)) ?? null,
  },
  {
    signature: "Text.Proper(text as nullable text, optional culture as nullable text) as nullable text",
    summary: "Writes the first letter of each word in upper case and the others in lower case.",
    examples: [{ usage: `Text.Proper("the QUICK agent")`, output: `"The Quick Agent"` }],
    bind:
      ({ host }) =>
      (text: string | null, culture: string | null) =>
        text === null ? null : proper(text, tagOf(culture ?? host.culture)),
  },
  {
    signature: "Text.Repeat(text as nullable text, count as number) as nullable text",
    summary: "Gives a text as often as told, one after the other.",
    examples: [{ usage: `Text.Repeat("ab", 3)`, output: `"ababab"` }],
    call: (text: string | null, count: number) => text?.repeat(readCount(count, "count")) ?? null,
  },
  {
    signature: "Text.Reverse(text as nullable text) as nullable text",
    summary: "Gives the characters of a text from last to first.",
    examples: [{ usage: `Text.Reverse("chat")`, output: `"tahc"` }],
    call: (text: string | null) => (text === null ? null : Array.from(text).reverse().join("")),
  },
  {
    signature: "Text.Split(text as text, separator as text) as list",
    summary: "Gives the parts of a text that stand between a separator.",
    examples: [{ usage: `Text.Split("a|b||c", "|")`, output: `{"a", "b", "", "c"}` }],
    call: (text: string, separator: string) => ListValue.of(separator === "" ? [text] : text.split(separator)),
  },
  {
    signature: "Text.SplitAny(text as text, separators as text) as list",
    summary: "Gives the parts of a text that stand between any of some characters.",
    examples: [{ usage: `Text.SplitAny("a,b;c", ",;")`, output: `{"a", "b", "c"}` }],
    call: (text: string, separators: string) => ListValue.of(splitAny(text, new Set(separators))),
  },
  {
    signature: "Text.Trim(text as nullable text, optional trim as any) as nullable text",
    summary: "Takes white space, or the characters given, off both ends of a text.",
    examples: [
      { usage: `Text.Trim("  a b  ")`, output: `"a b"` },
      { usage: `Text.Trim("<br/>", {"<", ">", "/"})`, output: `"br"` },
    ],
    call: (text: string | null, trim: Value) => (text === null ? null : trimEnds(text, trim, true, true)),
  },
  {
    signature: "Text.TrimEnd(text as nullable text, optional trim as any) as nullable text",
    summary: "Takes white space, or the characters given, off the end of a text.",
    examples: [{ usage: `Text.TrimEnd("  a b  ")`, output: `"  a b"` }],
    call: (text: string | null, trim: Value) => (text === null ? null : trimEnds(text, trim, false, true)),
  },
  {
    signature: "Text.TrimStart(text as nullable text, optional trim as any) as nullable text",
    summary: "Takes white space, or the characters given, off the start of a text.",
    examples: [{ usage: `Text.TrimStart("0017", "0")`, output: `"17"` }],
    call: (text: string | null, trim: Value) => (text === null ? null : trimEnds(text, trim, true, false)),
  },
  {
    signature: "Text.Upper(text as nullable text, optional culture as nullable text) as nullable text",
    summary: "Writes a text in upper case.",
    examples: [{ usage: `Text.Upper("Queue")`, output: `"QUEUE"` }],
    bind:
      ({ host }) =>
      (text: string | null, culture: string | null) =>
        text === null ? null : toUpperSimple(text, tagOf(culture ?? host.culture)),
  },
];

function combine(texts: ListValue, separator: string): string {
  const parts: string[] = [];
  for (const cell of texts.cells()) {
    const value = read(cell);
    if (value === null) continue;
    if (typeof value !== "string") throw cannotConvert(value, primitiveTypes.text);
    parts.push(value);
  }
  return parts.join(separator);
}

function readPadding(character: string | null): string {
  return character === null ? " " : readCharacter(character);
}

const word = /\p{L}[\p{L}\p{M}]*/gu;

function proper(text: string, locale: string): string {
  return text.replaceAll(word, (found) => {
    const first = String.fromCodePoint(found.codePointAt(0)!);
    return toUpperSimple(first, locale) + toLowerSimple(found.slice(first.length), locale);
  });
}

function splitAny(text: string, separators: ReadonlySet<string>): string[] {
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    if (separators.has(character)) {
      parts.push(text.slice(start, at));
      start = next;
    }
    at = next;
  }
  parts.push(text.slice(start));
  return parts;
}

function trimEnds(text: string, trim: Value, atStart: boolean, atEnd: boolean): string {
  const characters = plain(trim) === null ? undefined : readCharacters(trim);
  const hasPairs = characters !== undefined && Array.from(characters).some((character) => character.length > 1);
  const places = hasPairs ? Array.from(text) : text;
  const isTrimmed = (at: number): boolean =>
    characters === undefined ? isWhiteSpace(text.charCodeAt(at)) : characters.has(places[at]!);
  let start = 0;
  let end = places.length;
  if (atStart) while (start < end && isTrimmed(start)) start++;
  if (atEnd) while (end > start && isTrimmed(end - 1)) end--;
  const kept = places.slice(start, end);
  return typeof kept === "string" ? kept : kept.join("");
}
