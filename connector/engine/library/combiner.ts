import { primitiveTypes, TypeValue } from "../types/type-value.ts";
import { FunctionValue } from "../values/function.ts";
import type { ListValue } from "../values/list.ts";
import { read } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import { readList, readMember, readText } from "./list/arguments.ts";
import { rangesOfLengths, rangesOfPositions, readPlaces, readRanges, type Range } from "./splitter/places.ts";
import type { Cell } from "../values/cell.ts";

/** Microsoft's group "Combiner functions". */
export const combiner: Group = {
  name: "Combiner functions",
  functions: [
    {
      signature:
        "Combiner.CombineTextByDelimiter(delimiter as text, optional quoteStyle as nullable QuoteStyle.Type) as function",
      summary: "Gives a function that joins texts with a delimiter, quoted as in CSV when asked for.",
      examples: [
        { usage: `Combiner.CombineTextByDelimiter(";")({"a", "b", "c"})`, output: `"a;b;c"` },
        { usage: `Combiner.CombineTextByDelimiter(",", QuoteStyle.Csv)({"a", "b,c"})`, output: `"a,""b,c"""` },
      ],
      call: (delimiter: string, quoteStyle: number | null) => {
        const write = writerOf(quoteStyle, [delimiter]);
        return combining((texts) => texts.map(write).join(delimiter));
      },
    },
    {
      signature:
        "Combiner.CombineTextByEachDelimiter(delimiters as list, optional quoteStyle as nullable QuoteStyle.Type) as function",
      summary:
        "Gives a function that joins texts with each of some delimiters in turn; texts beyond the last follow without one.",
      examples: [{ usage: `Combiner.CombineTextByEachDelimiter({"=", "+"})({"a", "b", "c"})`, output: `"a=b+c"` }],
      call: (delimiters: ListValue, quoteStyle: number | null) => {
        const between = Array.from(delimiters.cells(), readText);
        const write = writerOf(quoteStyle, between);
        return combining((texts) =>
          texts.map((text, index) => (index === 0 ? "" : (between[index - 1] ?? "")) + write(text)).join(""),
        );
      },
    },
    {
      signature: "Combiner.CombineTextByLengths(lengths as list, optional template as nullable text) as function",
      summary: "Gives a function that puts texts one after the other, each cut to a length, over a template.",
      examples: [
        { usage: `Combiner.CombineTextByLengths({1, 2, 3})({"aaa", "bbb", "ccc"})`, output: `"abbccc"` },
        {
          usage: `Combiner.CombineTextByLengths({1, 2, 3}, "*********")({"aaa", "bbb", "ccc"})`,
          output: `"abbccc***"`,
        },
      ],
      call: (lengths: ListValue, template: string | null) => {
        const ranges = rangesOfLengths(readPlaces(lengths, "lengths"));
        return combining((texts) => placeTexts(texts, ranges, template));
      },
    },
    {
      signature: "Combiner.CombineTextByPositions(positions as list, optional template as nullable text) as function",
      summary: "Gives a function that puts texts at positions over a template.",
      examples: [
        { usage: `Combiner.CombineTextByPositions({0, 5, 10})({"aaa", "bbb", "ccc"})`, output: `"aaa  bbb  ccc"` },
      ],
      call: (positions: ListValue, template: string | null) => {
        const ranges = rangesOfPositions(readPlaces(positions, "positions"));
        return combining((texts) => placeTexts(texts, ranges, template));
      },
    },
    {
      signature: "Combiner.CombineTextByRanges(ranges as list, optional template as nullable text) as function",
      summary: "Gives a function that puts texts at {position, length} over a template.",
      examples: [
        {
          usage: `Combiner.CombineTextByRanges({{0, 1}, {3, 2}, {6, 3}})({"aaa", "bbb", "ccc"})`,
          output: `"a  bb ccc"`,
        },
        {
          usage: `Combiner.CombineTextByRanges({{0, 1}, {3, 2}}, "*******")({"aaa", "bbb"})`,
          output: `"a**bb**"`,
        },
      ],
      call: (ranges: ListValue, template: string | null) => {
        const places = readRanges(ranges);
        return combining((texts) => placeTexts(texts, places, template));
      },
    },
  ],
};

const combiningType = new TypeValue("function", {
  parameters: [{ name: "texts", type: primitiveTypes.list }],
  result: primitiveTypes.text,
});

/** A function of M that joins texts; null counts as an empty one. */
function combining(combine: (texts: readonly string[]) => string): FunctionValue {
  return new FunctionValue(combiningType, ([value = null]) => combine(Array.from(readList(value).cells(), textOf)));
}

function textOf(cell: Cell): string {
  return read(cell) === null ? "" : readText(cell);
}

/** Writes a text between delimiters: quoted, in the CSV style, when it holds a delimiter, a quote or a line break. */
function writerOf(quoteStyle: number | null, delimiters: readonly string[]): (text: string) => string {
  if (readMember(quoteStyle, [0, 1], "quoteStyle", 0) === 0) return (text) => text;
  const special = ['"', "\r", "\n", ...delimiters.filter((delimiter) => delimiter !== "")];
  return (text) => (special.some((one) => text.includes(one)) ? `"${text.replaceAll('"', '""')}"` : text);
}

/** Puts texts over a template, which is filled up with spaces to where the last place ends. */
function placeTexts(texts: readonly string[], ranges: readonly Range[], template: string | null): string {
  const end = ranges.reduce((furthest, { offset, length }) => Math.max(furthest, offset + (length ?? 0)), 0);
  let result = (template ?? "").padEnd(end, " ");
  for (const [index, { offset, length }] of ranges.entries()) {
    const text = (texts[index] ?? "").slice(0, length);
    result = result.slice(0, offset) + text + result.slice(offset + text.length);
  }
  return result;
}
