import type { FunctionValue } from "../../values/function.ts";
import { ListValue } from "../../values/list.ts";
import { readMember } from "../list/arguments.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { readCharacters } from "./characters.ts";
import { positionsOf, searchFor } from "./search.ts";

/** Microsoft's heading "Membership". */
export const membership: readonly FunctionDeclaration[] = [
  {
    signature:
      "Text.Contains(text as nullable text, substring as text, optional comparer as nullable function) as nullable logical",
    summary: "Whether a text holds another one, compared by ordinal unless a comparer is given.",
    examples: [
      { usage: `Text.Contains("Hello guest", "guest")`, output: `true` },
      { usage: `Text.Contains("Hello guest", "GUEST", Comparer.OrdinalIgnoreCase)`, output: `true` },
      { usage: `Text.Contains(null, "guest")`, output: `null` },
    ],
    call: (text: string | null, substring: string, comparer: FunctionValue | null) =>
      text === null ? null : searchFor(text, substring, comparer).next(0) >= 0,
  },
  {
    signature:
      "Text.EndsWith(text as nullable text, substring as text, optional comparer as nullable function) as nullable logical",
    summary: "Whether a text ends with another one.",
    examples: [{ usage: `Text.EndsWith("Hello guest", "guest")`, output: `true` }],
    call: (text: string | null, substring: string, comparer: FunctionValue | null) =>
      text === null ? null : searchFor(text, substring, comparer).isAtEnd(),
  },
  {
    signature:
      "Text.PositionOf(text as text, substring as text, optional occurrence as nullable Occurrence.Type, optional comparer as nullable function) as any",
    summary: "Gives where a text first stands in another one, or last, or everywhere as a list; -1 when it does not.",
    examples: [
      { usage: `Text.PositionOf("bot to bot", "bot")`, output: `0` },
      { usage: `Text.PositionOf("bot to bot", "bot", Occurrence.Last)`, output: `7` },
      { usage: `Text.PositionOf("bot to bot", "bot", Occurrence.All)`, output: `{0, 7}` },
      { usage: `Text.PositionOf("bot", "agent")`, output: `-1` },
    ],
    call: (text: string, substring: string, occurrence: number | null, comparer: FunctionValue | null) => {
      const search = searchFor(text, substring, comparer);
      switch (readMember(occurrence, [0, 1, 2], "occurrence", 0)) {
        case 0:
          return search.next(0);
        case 1:
          return search.last();
        case 2:
          return ListValue.of(Array.from(positionsOf(search, substring.length)));
      }
    },
  },
  {
    signature:
      "Text.PositionOfAny(text as text, characters as list, optional occurrence as nullable Occurrence.Type) as any",
    summary: "Gives where any of some characters first stands in a text, or last, or everywhere; -1 when none does.",
    examples: [
      { usage: `Text.PositionOfAny("queue", {"u", "e"})`, output: `1` },
      { usage: `Text.PositionOfAny("queue", {"u", "e"}, Occurrence.All)`, output: `{1, 2, 3, 4}` },
    ],
    call: (text: string, characters: ListValue, occurrence: number | null) => {
      const wanted = readCharacters(characters);
      const found: number[] = [];
      let at = 0;
      for (const character of text) {
        if (wanted.has(character)) found.push(at);
        at += character.length;
      }
      switch (readMember(occurrence, [0, 1, 2], "occurrence", 0)) {
        case 0:
          return found[0] ?? -1;
        case 1:
          return found.at(-1) ?? -1;
        case 2:
          return ListValue.of(found);
      }
    },
  },
  {
    signature:
      "Text.StartsWith(text as nullable text, substring as text, optional comparer as nullable function) as nullable logical",
    summary: "Whether a text begins with another one.",
    examples: [
      { usage: `Text.StartsWith("Hello guest", "hello")`, output: `false` },
      { usage: `Text.StartsWith("Hello guest", "hello", Comparer.OrdinalIgnoreCase)`, output: `true` },
    ],
    call: (text: string | null, substring: string, comparer: FunctionValue | null) =>
      text === null ? null : searchFor(text, substring, comparer).isAtStart(),
  },
];
