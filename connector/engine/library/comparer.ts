import { tagOf } from "../format/index.ts";
import { compareValues } from "../values/compare.ts";
import { FunctionValue } from "../values/function.ts";
import { plain, type Value } from "../values/value.ts";
import type { Group } from "./declaration.ts";
import { comparerMatcher, matches } from "./list/equation.ts";
import { toUpperSimple } from "./text/characters.ts";

/** Microsoft's group "Comparer functions". */
export const comparer: Group = {
  name: "Comparer functions",
  functions: [
    {
      signature: "Comparer.Equals(comparer as function, x as any, y as any) as logical",
      summary: "Whether a comparer calls two values equal.",
      examples: [
        { usage: `Comparer.Equals(Comparer.OrdinalIgnoreCase, "a", "A")`, output: `true` },
        { usage: `Comparer.Equals(Comparer.Ordinal, "a", "A")`, output: `false` },
      ],
      call: (compare: FunctionValue, x: Value, y: Value) => matches(comparerMatcher(compare), x, y),
    },
    {
      signature: "Comparer.FromCulture(culture as text, optional ignoreCase as nullable logical) as function",
      summary: "Gives a comparer that orders text as a culture does.",
      examples: [
        { usage: `Comparer.FromCulture("en-US")("a", "A")`, output: `-1` },
        { usage: `Comparer.FromCulture("en-US", true)("a", "A")`, output: `0` },
        { usage: `Comparer.FromCulture("sv-SE")("z", "ä")`, output: `-1` },
        { usage: `Comparer.FromCulture("en-US")("encyclopædia", "encyclopaedia")`, output: `0` },
      ],
      difference:
        "The order is that of the runtime's CLDR data; of what Windows does otherwise it has ligatures, hyphens and apostrophes.",
      call: (culture: string, ignoreCase: boolean | null) => {
        const tag = tagOf(culture);
        const collator = new Intl.Collator(tag, { sensitivity: ignoreCase === true ? "accent" : "variant" });
        const spell = ligatureLanguages.has(new Intl.Locale(tag).language) ? (text: string) => text : withoutLigatures;
        const compare = (left: string, right: string): number => Math.sign(collator.compare(spell(left), spell(right)));
        return FunctionValue.native(2, ([x = null, y = null]) =>
          compareTexts(x, y, (left, right) => compareWords(left, right, compare)),
        );
      },
    },
    {
      signature: "Comparer.Ordinal(x as any, y as any) as number",
      summary: "Orders two values, text by the numbers of its characters: -1, 0 or 1.",
      examples: [
        { usage: `Comparer.Ordinal("a", "B")`, output: `1` },
        { usage: `Comparer.Ordinal(1, 2)`, output: `-1` },
      ],
      call: (x: Value, y: Value) => compareTexts(x, y, ordinal),
    },
    {
      signature: "Comparer.OrdinalIgnoreCase(x as any, y as any) as number",
      summary: "Orders two values as Comparer.Ordinal does, letter case aside.",
      examples: [
        { usage: `Comparer.OrdinalIgnoreCase("a", "B")`, output: `-1` },
        { usage: `Comparer.OrdinalIgnoreCase("chat", "CHAT")`, output: `0` },
      ],
      call: (x: Value, y: Value) =>
        compareTexts(x, y, (left, right) => ordinal(toUpperSimple(left), toUpperSimple(right))),
    },
  ],
};

/**
 * Windows orders words as if hyphens and apostrophes in them were not there; of two that differ in nothing else, the one with fewer
 * of them comes first.
 */
function compareWords(left: string, right: string, compare: (left: string, right: string) => number): number {
  const [first, second] = [withoutJoints(left), withoutJoints(right)];
  const joints = left.length - first.length - (right.length - second.length);
  return compare(first, second) || Math.sign(joints) || compare(left, right);
}

function withoutJoints(text: string): string {
  return text.replaceAll(/['-]/gu, "");
}

/** Where æ is a letter of its own. */
const ligatureLanguages = new Set(["da", "fo", "is", "nb", "nn", "no"]);

const ligatures: Readonly<Record<string, string>> = { æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ß: "ss" };

/** Windows, whose rules Microsoft's examples follow, takes a ligature for its two letters; ICU tells them apart. */
function withoutLigatures(text: string): string {
  return text.replaceAll(/[æÆœŒß]/gu, (letter) => ligatures[letter]!);
}

function ordinal(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares two texts as told, and all else as sorting does. */
function compareTexts(x: Value, y: Value, compare: (left: string, right: string) => number): number {
  const left = plain(x);
  const right = plain(y);
  if (typeof left === "string" && typeof right === "string") return compare(left, right);
  return Math.sign(compareValues(left, right));
}
