import { currencySymbolOf, numberSymbols, parseNumber } from "../../format/index.ts";
import type { FunctionDeclaration } from "../declaration.ts";
import { numberTypes } from "../number/number-types.ts";

/** Microsoft's heading "Information". */
export const information: readonly FunctionDeclaration[] = [
  {
    signature: "Text.InferNumberType(text as text, optional culture as nullable text) as type",
    summary: "Gives the number type that fits the number in a text: percentage, currency, whole number or double.",
    examples: [
      { usage: `Type.Is(Text.InferNumberType("42"), type number)`, output: `true` },
      { usage: `Text.InferNumberType("forty-two")`, output: `error "We couldn't convert to Number."` },
    ],
    difference: "Only Percentage.Type, Currency.Type, Int64.Type and Double.Type are inferred.",
    bind:
      ({ host }) =>
      (text: string, culture: string | null) => {
        const used = culture ?? host.culture;
        const value = parseNumber(text, used);
        const symbol = currencySymbolOf(used);
        if (text.includes("%")) return numberTypes["Percentage.Type"];
        if (symbol !== undefined && text.includes(symbol)) return numberTypes["Currency.Type"];
        const isWhole = !text.includes(numberSymbols(used).decimal) && !/e/iu.test(text);
        return isWhole && Math.abs(value) < 2 ** 63 ? numberTypes["Int64.Type"] : numberTypes["Double.Type"];
      },
  },
  {
    signature: "Text.Length(text as nullable text) as nullable number",
    summary: "Counts the characters of a text, in UTF-16 units.",
    examples: [
      { usage: `Text.Length("queue")`, output: `5` },
      { usage: `Text.Length(null)`, output: `null` },
    ],
    call: (text: string | null) => text?.length ?? null,
  },
];
