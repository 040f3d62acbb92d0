import type { Value } from "../../values/value.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readCharacters, readOffset } from "./characters.ts";

/** Microsoft's heading "Modification". */
export const modification: readonly FunctionDeclaration[] = [
  {
    signature: "Text.Insert(text as nullable text, offset as number, newText as text) as nullable text",
    summary: "Puts a text into another one at a position.",
    examples: [{ usage: `Text.Insert("ABD", 2, "C")`, output: `"ABCD"` }],
    call: (text: string | null, offset: number, newText: string) => {
      if (text === null) return null;
      const at = readOffset(offset, text.length, "offset");
      return text.slice(0, at) + newText + text.slice(at);
    },
  },
  {
    signature: "Text.Remove(text as nullable text, removeChars as any) as nullable text",
    summary: "Takes every occurrence of a character, or of each of a list of characters, out of a text.",
    examples: [
      { usage: `Text.Remove("a,b;c", {",", ";"})`, output: `"abc"` },
      { usage: `Text.Remove("a,b", ",")`, output: `"ab"` },
      { usage: `Text.Remove("a,b", "a,")`, output: `error "The value isn't a single-character string."` },
    ],
    call: (text: string | null, removeChars: Value) =>
      text === null ? null : keepCharacters(text, readCharacters(removeChars), false),
  },
  {
    signature:
      "Text.RemoveRange(text as nullable text, offset as number, optional count as nullable number) as nullable text",
    summary: "Takes characters out of a text at a position; one of them when no count is given.",
    examples: [
      { usage: `Text.RemoveRange("ABEFC", 2)`, output: `"ABFC"` },
      { usage: `Text.RemoveRange("ABEFC", 2, 2)`, output: `"ABC"` },
    ],
    call: (text: string | null, offset: number, count: number | null) => {
      if (text === null) return null;
      const at = readOffset(offset, text.length, "offset");
      return text.slice(0, at) + text.slice(at + readOffset(count ?? 1, text.length - at, "count"));
    },
  },
  {
    signature: "Text.Replace(text as nullable text, old as text, new as text) as nullable text",
    summary: "Replaces every occurrence of a text by another, letter case observed.",
    examples: [{ usage: `Text.Replace("chat to chat", "chat", "talk")`, output: `"talk to talk"` }],
    call: (text: string | null, old: string, replacement: string) => replaceText(text, old, replacement),
  },
  {
    signature:
      "Text.ReplaceRange(text as nullable text, offset as number, count as number, newText as text) as nullable text",
    summary: "Takes characters out of a text at a position and puts another text there.",
    examples: [{ usage: `Text.ReplaceRange("ABGF", 2, 1, "CDE")`, output: `"ABCDEF"` }],
    call: (text: string | null, offset: number, count: number, newText: string) => {
      if (text === null) return null;
      const at = readOffset(offset, text.length, "offset");
      return text.slice(0, at) + newText + text.slice(at + readOffset(count, text.length - at, "count"));
    },
  },
  {
    signature: "Text.Select(text as nullable text, selectChars as any) as nullable text",
    summary: "Keeps only the occurrences of a character, or of each of a list of characters.",
    examples: [{ usage: `Text.Select("chat 17, queue 4", {"0".."9"})`, output: `"174"` }],
    call: (text: string | null, selectChars: Value) =>
      text === null ? null : keepCharacters(text, readCharacters(selectChars), true),
  },
];

function keepCharacters(text: string, characters: ReadonlySet<string>, keepsThem: boolean): string {
  let kept = "";
  for (const character of text) if (characters.has(character) === keepsThem) kept += character;
  return kept;
}

/** A text with every occurrence of `old` replaced; an empty `old` occurs nowhere. */
export function replaceText(text: string | null, old: string, replacement: string): string | null {
  if (text === null || old === "") return text;
  return text.replaceAll(old, () => replacement);
}
