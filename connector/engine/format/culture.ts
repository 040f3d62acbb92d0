import { expressionError } from "../values/errors.ts";

/** The invariant culture's name, as M writes it. */
export const invariantCulture = "";

const known = new Map<string, string>();

/**
 * The BCP 47 tag that stands for a culture's name. `""`, the invariant culture, is English without a region.
 *
 * @throws EvaluationError when there is no such culture.
 */
export function tagOf(culture: string): string {
  const found = known.get(culture);
  if (found !== undefined) return found;
  const tag = culture === invariantCulture ? "en" : supportedTag(culture);
  known.set(culture, tag);
  return tag;
}

function supportedTag(culture: string): string {
  try {
    const tag = Intl.NumberFormat.supportedLocalesOf(culture)[0];
    if (tag !== undefined) return tag;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw expressionError(`The culture '${culture}' isn't supported.`, culture);
}

/** A function of a culture that computes its answer once for each of them. */
export function perCulture<Result>(compute: (culture: string) => Result): (culture: string) => Result {
  const results = new Map<string, Result>();
  return (culture) => {
    let result = results.get(culture);
    if (result === undefined) {
      result = compute(culture);
      results.set(culture, result);
    }
    return result;
  };
}

/** The day on which weeks begin in a culture, 0 for Sunday to 6 for Saturday. */
export const firstDayOfWeek = perCulture((culture) => {
  if (culture === invariantCulture) return 0;
  const locale = new Intl.Locale(tagOf(culture)) as Intl.Locale & { readonly weekInfo?: { readonly firstDay: number } };
  return (locale.weekInfo?.firstDay ?? 7) % 7;
});
