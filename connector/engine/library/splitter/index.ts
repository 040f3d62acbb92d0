import { cannotConvert, convertArgument } from "../../types/convert.ts";
import { listTypeOf, nullableOf, primitiveTypes, TypeValue } from "../../types/type-value.ts";
import type { Cell } from "../../values/cell.ts";
import { argumentOutOfRange } from "../../values/errors.ts";
import { FunctionValue } from "../../values/function.ts";
import { emptyList, ListValue } from "../../values/list.ts";
import { plain, type Value } from "../../values/value.ts";
import type { Group } from "../declaration.ts";
import { holds, readCount, readMember, readText } from "../list/arguments.ts";
import { enumeration } from "../list/enumeration.ts";
import { readCharacters } from "../text/characters.ts";
import { splitAtAny, splitAtDelimiters, splitAtEach, splitFromEnd } from "./delimiters.ts";
import { rangesOfLengths, rangesOfPositions, readPlaces, readRanges, splitAtRanges, splitByLength } from "./places.ts";

/** Microsoft's group "Splitter functions". */
export const splitter: Group = {
  name: "Splitter functions",
  functions: [
    {
      signature: "Splitter.SplitByNothing() as function",
      summary: "Gives a function that splits nothing: a list of its argument alone.",
      examples: [{ usage: `Splitter.SplitByNothing()("a b")`, output: `{"a b"}` }],
      call: () => FunctionValue.native(1, ([value = null]) => ListValue.of([value])),
    },
    {
      signature:
        "Splitter.SplitTextByAnyDelimiter(delimiters as list, optional quoteStyle as nullable QuoteStyle.Type, optional startAtEnd as nullable logical) as function",
      summary: "Gives a function that splits text at any of some delimiters.",
      examples: [
        { usage: `Splitter.SplitTextByAnyDelimiter({",", ";"})("a,b;c")`, output: `{"a", "b", "c"}` },
        {
          usage: `Splitter.SplitTextByAnyDelimiter({",", ";"}, QuoteStyle.Csv, true)("x;""y,z;w")`,
          output: `{"x;y", "z", "w"}`,
        },
      ],
      call: (delimiters: ListValue, quoteStyle: number | null, startAtEnd: boolean | null) => {
        const texts = readTexts(delimiters);
        const hasQuotes = readQuotes(quoteStyle);
        const split = startAtEnd === true ? splitFromEnd(splitAtAny) : splitAtAny;
        return splitting((text) => split(text, texts, hasQuotes));
      },
    },
    {
      signature: "Splitter.SplitTextByCharacterTransition(before as anynonnull, after as anynonnull) as function",
      summary:
        "Gives a function that splits text where one kind of character follows another; a kind is a list or a condition.",
      examples: [
        {
          usage: `Splitter.SplitTextByCharacterTransition({"a".."z"}, {"A".."Z"})("queueIdOf")`,
          output: `{"queue", "Id", "Of"}`,
        },
        {
          usage: `Splitter.SplitTextByCharacterTransition(each _ = "1", {"x"})("1x1")`,
          output: `{"1", "x1"}`,
        },
      ],
      call: (before: Value, after: Value) => {
        const isBefore = readKind(before);
        const isAfter = readKind(after);
        return splitting((text) => splitAtTransitions(text, isBefore, isAfter));
      },
    },
    {
      signature:
        "Splitter.SplitTextByDelimiter(delimiter as text, optional quoteStyle as nullable QuoteStyle.Type, optional csvStyle as nullable CsvStyle.Type) as function",
      summary: "Gives a function that splits text at a delimiter, not within quotes unless told so.",
      examples: [
        { usage: `Splitter.SplitTextByDelimiter(",")("a,""b,c"",d")`, output: `{"a", "b,c", "d"}` },
        {
          usage: `Splitter.SplitTextByDelimiter(",", QuoteStyle.None)("a,""b,c""")`,
          output: `{"a", """b", "c"""}`,
        },
      ],
      call: (delimiter: string, quoteStyle: number | null, csvStyle: number | null) => {
        const style = readMember(csvStyle, [0, 1], "csvStyle", 0) === 1 ? "always" : "afterDelimiter";
        const quotes = readQuotes(quoteStyle) ? style : "none";
        return splitting((text) => splitAtDelimiters(text, [delimiter], quotes));
      },
    },
    {
      signature:
        "Splitter.SplitTextByEachDelimiter(delimiters as list, optional quoteStyle as nullable QuoteStyle.Type, optional startAtEnd as nullable logical) as function",
      summary: "Gives a function that splits text at each of some delimiters in turn, once each.",
      examples: [
        { usage: `Splitter.SplitTextByEachDelimiter({",", ";"})("a,b;c,d")`, output: `{"a", "b", "c,d"}` },
        {
          usage: `Splitter.SplitTextByEachDelimiter({",", ";"}, QuoteStyle.None, true)("a,b;c,d")`,
          output: `{"a,b", "c", "d"}`,
        },
      ],
      call: (delimiters: ListValue, quoteStyle: number | null, startAtEnd: boolean | null) => {
        const texts = readTexts(delimiters);
        const hasQuotes = readQuotes(quoteStyle);
        const split = startAtEnd === true ? splitFromEnd(splitAtEach) : splitAtEach;
        return splitting((text) => split(text, texts, hasQuotes));
      },
    },
    {
      signature: "Splitter.SplitTextByLengths(lengths as list, optional startAtEnd as nullable logical) as function",
      summary: "Gives a function that splits text into parts of these lengths.",
      examples: [
        { usage: `Splitter.SplitTextByLengths({2, 3})("AB123")`, output: `{"AB", "123"}` },
        { usage: `Splitter.SplitTextByLengths({5, 2}, true)("QueueEU12345")`, output: `{"EU", "12345"}` },
      ],
      call: (lengths: ListValue, startAtEnd: boolean | null) => {
        const ranges = rangesOfLengths(readPlaces(lengths, "lengths"));
        return splitting((text) => splitAtRanges(text, ranges, startAtEnd === true));
      },
    },
    {
      signature:
        "Splitter.SplitTextByPositions(positions as list, optional startAtEnd as nullable logical) as function",
      summary: "Gives a function that splits text at these positions.",
      examples: [
        { usage: `Splitter.SplitTextByPositions({0, 3, 4})("ABC|12345")`, output: `{"ABC", "|", "12345"}` },
        { usage: `Splitter.SplitTextByPositions({0, 5}, true)("Queue98052")`, output: `{"Queue", "98052"}` },
      ],
      call: (positions: ListValue, startAtEnd: boolean | null) => {
        const ranges = rangesOfPositions(readPlaces(positions, "positions"));
        return splitting((text) => splitAtRanges(text, ranges, startAtEnd === true));
      },
    },
    {
      signature: "Splitter.SplitTextByRanges(ranges as list, optional startAtEnd as nullable logical) as function",
      summary: "Gives a function that takes parts of a text by {offset, length}, to its end when the length is null.",
      examples: [
        { usage: `Splitter.SplitTextByRanges({{0, 4}, {2, 10}})("chatterbox")`, output: `{"chat", "atterbox"}` },
        { usage: `Splitter.SplitTextByRanges({{0, 5}, {6, 2}}, true)("QueueEU?98052")`, output: `{"EU", "98052"}` },
        { usage: `Splitter.SplitTextByRanges({{0, 2}, {2, null}})("EUqueue")`, output: `{"EU", "queue"}` },
      ],
      call: (ranges: ListValue, startAtEnd: boolean | null) => {
        const places = readRanges(ranges);
        return splitting((text) => splitAtRanges(text, places, startAtEnd === true));
      },
    },
    {
      signature:
        "Splitter.SplitTextByRepeatedLengths(length as number, optional startAtEnd as nullable logical) as function",
      summary: "Gives a function that splits text into parts of one length.",
      examples: [
        { usage: `Splitter.SplitTextByRepeatedLengths(3)("12345678")`, output: `{"123", "456", "78"}` },
        { usage: `Splitter.SplitTextByRepeatedLengths(3, true)("12345678")`, output: `{"12", "345", "678"}` },
      ],
      call: (length: number, startAtEnd: boolean | null) => {
        if (readCount(length, "length") === 0) throw argumentOutOfRange("length", length);
        return splitting((text) => splitByLength(text, length, startAtEnd === true));
      },
    },
    {
      signature: "Splitter.SplitTextByWhitespace(optional quoteStyle as nullable QuoteStyle.Type) as function",
      summary: "Gives a function that splits text at white space, of which a run counts once.",
      examples: [{ usage: `Splitter.SplitTextByWhitespace()("a b#(tab) ""c d""")`, output: `{"a", "b", "c d"}` }],
      call: (quoteStyle: number | null) => {
        const quotes = readQuotes(quoteStyle) ? "afterDelimiter" : "none";
        return splitting((text) => splitAtDelimiters(text, "whiteSpace", quotes));
      },
    },
  ],
  constants: enumeration("QuoteStyle", "Whether quotes mean anything.", {
    None: [0, "Quotes are characters like all others."],
    Csv: [1, "Quotes hold together what stands between them."],
  }),
};

const splittingType = new TypeValue("function", {
  parameters: [{ name: "text", type: nullableOf(primitiveTypes.text) }],
  result: listTypeOf(nullableOf(primitiveTypes.text)),
});

/** A function of M that splits text; null has no parts. */
function splitting(split: (text: string) => readonly Cell[]): FunctionValue {
  const [parameter] = splittingType.parameters!;
  return new FunctionValue(splittingType, ([value = null]) => {
    const text = convertArgument(value, parameter!);
    return text === null ? emptyList : ListValue.of(split(text as string));
  });
}

/** Quotes count unless the style says otherwise. */
function readQuotes(quoteStyle: number | null): boolean {
  return readMember(quoteStyle, [0, 1], "quoteStyle", 1) === 1;
}

function readTexts(list: ListValue): readonly string[] {
  return Array.from(list.cells(), readText);
}

/** Reads a kind of characters: a list of them, or a condition. */
function readKind(value: Value): (character: string) => boolean {
  const bare = plain(value);
  if (bare instanceof FunctionValue) return (character) => holds(bare, character);
  if (!(bare instanceof ListValue)) throw cannotConvert(value, primitiveTypes.list);
  const characters = readCharacters(bare);
  return (character) => characters.has(character);
}

function splitAtTransitions(
  text: string,
  isBefore: (character: string) => boolean,
  isAfter: (character: string) => boolean,
): string[] {
  const parts: string[] = [];
  let part = "";
  let previous: string | undefined;
  for (const character of text) {
    if (previous !== undefined && isAfter(character) && isBefore(previous)) {
      parts.push(part);
      part = "";
    }
    part += character;
    previous = character;
  }
  parts.push(part);
  return parts;
}
