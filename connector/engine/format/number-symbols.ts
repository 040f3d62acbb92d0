import { EvaluationError, notSupported } from "../values/errors.ts";
import { invariantCulture, perCulture, tagOf } from "./culture.ts";

/** What stands around the digits. */
export type Affixes = { readonly prefix: string; readonly suffix: string };

/** How a culture writes numbers. */
export type NumberSymbols = {
  readonly decimal: string;
  readonly group: string;
  /** Digits in the rightmost group, and in each group left of it. */
  readonly groupSizes: readonly [number, number];
  readonly percent: string;
  readonly perMille: string;
  readonly infinity: string;
  readonly nan: string;
  readonly positivePercent: Affixes;
  readonly negativePercent: Affixes;
};

/** How a culture writes an amount of its money. */
export type CurrencySymbols = {
  readonly symbol: string;
  readonly places: number;
  readonly positive: Affixes;
  readonly negative: Affixes;
};

const invariantNumbers: NumberSymbols = {
  decimal: ".",
  group: ",",
  groupSizes: [3, 3],
  percent: "%",
  perMille: "‰",
  infinity: "Infinity",
  nan: "NaN",
  positivePercent: { prefix: "", suffix: " %" },
  negativePercent: { prefix: "-", suffix: " %" },
};

/** A culture's number symbols. @throws EvaluationError when there is no such culture. */
export const numberSymbols = perCulture((culture): NumberSymbols => {
  if (culture === invariantCulture) return invariantNumbers;
  const tag = tagOf(culture);
  const parts = new Intl.NumberFormat(tag, { ...latin, useGrouping: true }).formatToParts(123456789.5);
  const groups = parts.filter((part) => part.type === "integer").map((part) => part.value.length);
  const rightmost = groups.at(-1) ?? 3;
  const percent = new Intl.NumberFormat(tag, { ...latin, style: "percent" });
  // Microsoft's page of Number.ToText writes a space before the sign for the United States, where CLDR has none.
  const isAmerican = tag === "en-US";
  return {
    decimal: valueOf(parts, "decimal") ?? ".",
    group: groupOf(parts),
    groupSizes: [rightmost, groups.at(-2) ?? rightmost],
    percent: valueOf(percent.formatToParts(1), "percentSign") ?? "%",
    perMille: "‰",
    infinity: new Intl.NumberFormat(tag).format(Infinity),
    nan: new Intl.NumberFormat(tag).format(NaN),
    positivePercent: isAmerican ? invariantNumbers.positivePercent : affixes(percent.formatToParts(1)),
    negativePercent: isAmerican ? invariantNumbers.negativePercent : affixes(percent.formatToParts(-1)),
  };
});

/** A culture's money. @throws EvaluationError when the culture or the currency of its region is not known. */
export const currencySymbols = perCulture((culture): CurrencySymbols => {
  if (culture === invariantCulture) {
    return { symbol: "¤", places: 2, positive: { prefix: "¤", suffix: "" }, negative: { prefix: "(¤", suffix: ")" } };
  }
  const tag = tagOf(culture);
  const currency = currencyOf(new Intl.Locale(tag).maximize().region ?? "");
  if (currency === undefined) throw notSupported(`The currency of the culture '${culture}'`);
  const format = new Intl.NumberFormat(tag, { ...latin, style: "currency", currency });
  const positive = affixes(format.formatToParts(1));
  return {
    symbol: valueOf(format.formatToParts(1), "currency") ?? currency,
    places: format.resolvedOptions().maximumFractionDigits ?? 2,
    positive,
    negative: tag === "en-US" ? { prefix: `(${positive.prefix}`, suffix: ")" } : affixes(format.formatToParts(-1)),
  };
});

/** The sign of a culture's money; undefined when its region's currency is not known. */
export function currencySymbolOf(culture: string): string | undefined {
  try {
    return currencySymbols(culture).symbol;
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** Digits are 0 to 9 in every culture, as in Microsoft's. */
const latin = { numberingSystem: "latn" } as const;

/** Windows separates Swiss digits by a typographic apostrophe, where CLDR has the plain one. */
function groupOf(parts: readonly Intl.NumberFormatPart[]): string {
  const group = valueOf(parts, "group") ?? ",";
  return group === "'" ? "’" : group;
}

function valueOf(parts: readonly Intl.NumberFormatPart[], type: string): string | undefined {
  return parts.find((part) => part.type === type)?.value;
}

const digitParts: ReadonlySet<string> = new Set(["integer", "group", "decimal", "fraction"]);

function affixes(parts: readonly Intl.NumberFormatPart[]): Affixes {
  const first = parts.findIndex((part) => digitParts.has(part.type));
  const last = parts.findLastIndex((part) => digitParts.has(part.type));
  return { prefix: join(parts.slice(0, first)), suffix: join(parts.slice(last + 1)) };
}

function join(parts: readonly Intl.NumberFormatPart[]): string {
  const text = parts.map((part) => (part.type === "minusSign" ? "-" : part.value)).join("");
  // CLDR's yen sign is a wide one; Microsoft's pages show the narrow. .NET's patterns of money and percent have plain spaces.
  return text
    .replaceAll(/[\u200e\u200f\u061c]/gu, "")
    .replaceAll("￥", "¥")
    .replaceAll(/\s/gu, " ");
}

const currencies: Readonly<Record<string, string>> = {
  EUR: "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM XK",
  USD: "US EC PR SV",
  ...Object.fromEntries(
    (
      "AED:AE ARS:AR AUD:AU BOB:BO BRL:BR CAD:CA CHF:CH,LI CLP:CL CNY:CN COP:CO CRC:CR CZK:CZ DKK:DK,GL,FO DOP:DO DZD:DZ " +
      "EGP:EG GBP:GB GTQ:GT HKD:HK HUF:HU IDR:ID ILS:IL INR:IN ISK:IS JOD:JO JPY:JP KES:KE KRW:KR KWD:KW KZT:KZ LKR:LK " +
      "MAD:MA MXN:MX MYR:MY NGN:NG NOK:NO NZD:NZ PEN:PE PHP:PH PKR:PK PLN:PL PYG:PY QAR:QA RON:RO RSD:RS RUB:RU " +
      "SEK:SE SGD:SG TND:TN TRY:TR TWD:TW UAH:UA UYU:UY VND:VN ZAR:ZA"
    )
      .split(" ")
      .map((entry) => entry.split(":") as [string, string]),
  ),
};

function currencyOf(region: string): string | undefined {
  return Object.keys(currencies).find((currency) => currencies[currency]!.split(/[ ,]/u).includes(region));
}
