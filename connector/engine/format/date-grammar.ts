import { invariantCulture, perCulture } from "./culture.ts";
import { dateSymbols, type DateSymbols } from "./date-symbols.ts";

/** How people of a culture write dates and times. Words are in lower case, without a point at the end. */
export type Grammar = {
  /** A time of day at the end of a text: designator, hour, minute, second, fraction, designator, UTC, and an offset. */
  readonly clock: RegExp;
  readonly afternoon: ReadonlySet<string>;
  /** Numbers of months by name. */
  readonly months: ReadonlyMap<string, number>;
  /** Numbers of weekdays by name, 0 for Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Names of weekdays and their parts, and words that the culture's own patterns hold: all that may stand beside the rest. */
  readonly fillers: ReadonlySet<string>;
  /** In which order numbers stand: `Mdy`, `dMy`, `yMd`. */
  readonly order: string;
  /** Whether a day stands before its month where there is no year. */
  readonly isDayFirst: boolean;
};

/** A culture's grammar. English names of months and weekdays are understood in all of them. */
export const grammarOf = perCulture((culture): Grammar => {
  const symbols = dateSymbols(culture);
  const english = dateSymbols(invariantCulture);
  const designators = [symbols.morning, symbols.afternoon, "AM", "PM", "A", "P"].filter(Boolean);
  const separator = symbols.timeSeparator === ":" ? ":" : `[:${symbols.timeSeparator}]`;
  const choices = designators.map((word) => word.replaceAll(".", String.raw`\.`)).join("|");
  const literals = new Set(literalsOf(symbols).flatMap(pieces));
  // 日 stands for Sunday, and after the number of every day.
  const weekdays = new Map(
    [...weekdayNames(english), ...weekdayNames(symbols)].filter(([name]) => !literals.has(name)),
  );
  return {
    clock: new RegExp(
      String.raw`(?:^|[\sT,])(?:(${choices})\s*)?` +
        String.raw`(\d\d?)(?:${separator}(\d\d?)(?:${separator}(\d\d?)(?:[.,](\d{1,9}))?)?)?\s*(${choices})?` +
        String.raw`\s*(?:(Z|GMT|UTC)|([+-])(\d\d?)(?::?(\d\d))?)?$`,
      "iu",
    ),
    afternoon: new Set([symbols.afternoon, "PM", "P"].map((word) => word.toLowerCase())),
    months: new Map([...monthNames(english).filter(([name]) => !weekdays.has(name)), ...monthNames(symbols)]),
    weekdays,
    fillers: new Set([...literals, ...weekdays.keys(), ...symbols.days.flatMap(pieces)]),
    order: symbols.patterns.shortDate.replaceAll(/[^dMy]/gu, "").replaceAll(/(.)\1+/gu, "$1"),
    isDayFirst: /d.*M/u.test(symbols.patterns.monthDay.replaceAll(/'[^']*'/gu, "")),
  };
});

function monthNames(symbols: DateSymbols): [string, number][] {
  const lists = [symbols.shortMonthsOfDays, symbols.shortMonths, symbols.monthsOfDays, symbols.months];
  return lists.flatMap((list) => list.map((name, month): [string, number] => [bareWord(name), month + 1]));
}

function weekdayNames({ shortDays, days }: DateSymbols): [string, number][] {
  return [shortDays, days].flatMap((list) => list.map((name, day): [string, number] => [bareWord(name), day]));
}

function literalsOf({ patterns }: DateSymbols): string[] {
  return Object.values(patterns).flatMap((pattern) => Array.from(pattern.matchAll(/'([^']*)'/gu), ([, text]) => text!));
}

/** A name as one word, and its parts: `sexta-feira` is read as two words. */
function pieces(name: string): string[] {
  return [name, ...name.split(/[\s-]+/u)].map(bareWord);
}

/** A word as a grammar has it. */
export function bareWord(word: string): string {
  return word.trim().replace(/\.$/u, "").toLowerCase();
}
