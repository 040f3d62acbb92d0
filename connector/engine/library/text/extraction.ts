import { readCount } from "../list/arguments.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readOffset } from "./characters.ts";

/** Microsoft's heading "Extraction". */
export const extraction: readonly FunctionDeclaration[] = [
  {
    signature: "Text.At(text as nullable text, index as number) as nullable text",
    summary: "Gives the character at a position from 0.",
    examples: [
      { usage: `Text.At("agent", 1)`, output: `"g"` },
      { usage: `Text.At("agent", 5)`, output: `error "The 'index' argument is out of range."` },
    ],
    call: (text: string | null, index: number) =>
      text === null ? null : text.charAt(readOffset(index, text.length - 1, "index")),
  },
  {
    signature:
      "Text.Middle(text as nullable text, start as number, optional count as nullable number) as nullable text",
    summary: "Gives the part from a position on, at most so many characters; what lies beyond the end is left out.",
    examples: [
      { usage: `Text.Middle("dispatcher", 3, 5)`, output: `"patch"` },
      { usage: `Text.Middle("bot", 2, 100)`, output: `"t"` },
    ],
    call: (text: string | null, start: number, count: number | null) => {
      if (text === null) return null;
      const from = readCount(start, "start");
      return text.slice(from, count === null ? undefined : from + readCount(count, "count"));
    },
  },
  {
    signature:
      "Text.Range(text as nullable text, offset as number, optional count as nullable number) as nullable text",
    summary: "Gives the part at an offset; too few characters are an error.",
    examples: [
      { usage: `Text.Range("open queue", 5)`, output: `"queue"` },
      { usage: `Text.Range("open queue", 5, 9)`, output: `error "The 'count' argument is out of range."` },
    ],
    call: (text: string | null, offset: number, count: number | null) => {
      if (text === null) return null;
      const from = readOffset(offset, text.length, "offset");
      return text.slice(from, from + readOffset(count ?? text.length - from, text.length - from, "count"));
    },
  },
  {
    signature: "Text.Start(text as nullable text, count as number) as nullable text",
    summary: "Gives the first characters of a text.",
    examples: [{ usage: `Text.Start("guest", 2)`, output: `"gu"` }],
    call: (text: string | null, count: number) => text?.slice(0, readCount(count, "count")) ?? null,
  },
  {
    signature: "Text.End(text as nullable text, count as number) as nullable text",
    summary: "Gives the last characters of a text.",
    examples: [{ usage: `Text.End("guest", 2)`, output: `"st"` }],
    call: (text: string | null, count: number) =>
      text?.slice(Math.max(0, text.length - readCount(count, "count"))) ?? null,
  },
];
