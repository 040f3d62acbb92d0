import { perCulture } from "./culture.ts";
import { dayOf, expandYear, offsetOf, ticksOf, wholeDayHour, type DateReading } from "./date-reading.ts";
import { dateSymbols, type DateSymbols } from "./date-symbols.ts";

const extendedIso =
  /^(\d{4})-(\d\d?)(?:-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?(?:(Z)|([+-])(\d\d):?(\d\d)?))?)?)?$/iu;
const basicIso = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?$/iu;

/** What a text says in ISO 8601 or as people of a culture write dates and times; undefined when it is neither. */
export function readDate(text: string, culture: string): DateReading | undefined {
  const plain = readPlainIso(text);
  if (plain) return plain;
  const trimmed = text.trim();
  const iso = extendedIso.exec(trimmed) ?? basicIso.exec(trimmed);
  return iso ? readIso(iso) : readCustomary(trimmed, grammarOf(culture));
}

/** `2026-01-31` and `2026-01-31T09:30:00`, as machines write them by the million: read without a pattern. */
function readPlainIso(text: string): DateReading | undefined {
  const hasTime = text.length === 19 && text.charCodeAt(10) === 84;
  if (!hasTime && text.length !== 10) return undefined;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const days = dayOf(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
  if (days === undefined) return undefined;
  if (!hasTime) return { days, ticks: undefined, offset: undefined };
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const ticks = ticksOf(digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2), "");
  return ticks === undefined ? undefined : { days, ticks, offset: undefined };
}

/** The number that digits say; beyond every range where one is none. */
function digitsAt(text: string, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Infinity;
    number = number * 10 + digit;
  }
  return number;
}

function readIso(match: RegExpExecArray): DateReading | undefined {
  const [, year, month, day, hour, minute, second, fraction = "", utc, sign, offsetHours, offsetMinutes] = match;
  const days = dayOf(Number(year), Number(month), day === undefined ? 1 : Number(day));
  if (days === undefined) return undefined;
  if (hour === undefined) return { days, ticks: undefined, offset: undefined };
  const ticks = ticksOf(Number(hour), Number(minute), Number(second ?? 0), fraction);
  if (ticks === undefined) return undefined;
  if (utc !== undefined) return { days, ticks, offset: 0 };
  if (sign === undefined) return { days, ticks, offset: undefined };
  const offset = offsetOf(sign, Number(offsetHours), Number(offsetMinutes ?? 0));
  return offset === undefined ? undefined : { days, ticks, offset };
}

const isoTime = /^(\d\d?)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?$/u;

/** What a text says as a time of day: `10`, `1012`, `10:12:31.5`, `10:12:31am`; undefined when it says none. */
export function readTime(text: string, culture: string): number | undefined {
  const trimmed = text.trim();
  const iso = isoTime.exec(trimmed);
  if (iso) return ticksOf(Number(iso[1]), Number(iso[2] ?? 0), Number(iso[3] ?? 0), iso[4] ?? "");
  const reading = readCustomary(trimmed, grammarOf(culture));
  return reading?.days === undefined && reading?.offset === undefined ? reading?.ticks : undefined;
}

type Grammar = {
  readonly clock: RegExp;
  readonly afternoon: ReadonlySet<string>;
  /** Month numbers by lower-case name. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of weekdays, and words that the culture's own patterns hold: nothing is learnt from them. */
  readonly fillers: ReadonlySet<string>;
  /** In which order numbers stand: `Mdy`, `dMy`, `yMd`. */
  readonly order: string;
};

const grammarOf = perCulture((culture): Grammar => {
  const symbols = dateSymbols(culture);
  const designators = [symbols.morning, symbols.afternoon, "AM", "PM", "A", "P"].filter(Boolean);
  const separator = symbols.timeSeparator === ":" ? ":" : `[:${symbols.timeSeparator}]`;
  const choices = designators.map((word) => word.replaceAll(".", String.raw`\.`)).join("|");
  return {
    clock: new RegExp(
      String.raw`(?:^|[\sT,])(?:(${choices})\s*)?` +
        String.raw`(\d\d?)(?:${separator}(\d\d?)(?:${separator}(\d\d?)(?:[.,](\d{1,9}))?)?)?\s*(${choices})?` +
        String.raw`\s*(?:(Z|GMT|UTC)|([+-])(\d\d?)(?::?(\d\d))?)?$`,
      "iu",
    ),
    afternoon: new Set([symbols.afternoon, "PM", "P"].map((word) => word.toLowerCase())),
    months: monthNames(symbols),
    fillers: new Set([...symbols.days, ...symbols.shortDays, ...literalsOf(symbols)].flatMap(pieces)),
    order: symbols.patterns.shortDate.replaceAll(/[^dMy]/gu, "").replaceAll(/(.)\1+/gu, "$1"),
  };
});

function monthNames(symbols: DateSymbols): Map<string, number> {
  const names = new Map<string, number>();
  for (const list of [symbols.shortMonthsOfDays, symbols.shortMonths, symbols.monthsOfDays, symbols.months]) {
    for (const [month, name] of list.entries()) names.set(bareWord(name), month + 1);
  }
  return names;
}

function literalsOf({ patterns }: DateSymbols): string[] {
  return Object.values(patterns).flatMap((pattern) => Array.from(pattern.matchAll(/'([^']*)'/gu), ([, text]) => text!));
}

/** A name as one word, and its parts: `sexta-feira` is read as two words. */
function pieces(name: string): string[] {
  return [name, ...name.split(/[\s-]+/u)].map(bareWord);
}

function bareWord(word: string): string {
  return word.trim().replace(/\.$/u, "").toLowerCase();
}

function readCustomary(text: string, grammar: Grammar): DateReading | undefined {
  const clock = grammar.clock.exec(text);
  // A bare number at the end is a clock's hour only with a designator beside it.
  const designator = clock?.[6] ?? clock?.[1];
  if (!clock || (clock[3] === undefined && designator === undefined)) {
    const days = readDay(text, grammar);
    return days === undefined ? undefined : { days, ticks: undefined, offset: undefined };
  }
  const [, , hour, minute, second, fraction = "", , utc, sign, offsetHours, offsetMinutes] = clock;
  const wholeHour =
    designator === undefined
      ? Number(hour)
      : wholeDayHour(Number(hour), grammar.afternoon.has(designator.toLowerCase()));
  if (wholeHour === undefined) return undefined;
  const ticks = ticksOf(wholeHour, Number(minute ?? 0), Number(second ?? 0), fraction);
  const offset = sign === undefined ? undefined : offsetOf(sign, Number(offsetHours), Number(offsetMinutes ?? 0));
  if (ticks === undefined || (sign !== undefined && offset === undefined)) return undefined;
  const rest = text.slice(0, clock.index).replace(/,\s*$/u, "");
  const days = rest === "" ? undefined : readDay(rest, grammar);
  if (rest !== "" && days === undefined) return undefined;
  return { days, ticks, offset: utc === undefined ? offset : 0 };
}

const words = /(\d+)|(\p{L}[\p{L}\p{M}'’]*\.?)|([\s,./-]+)|(.)/gu;

function readDay(text: string, grammar: Grammar): number | undefined {
  const numbers: string[] = [];
  let month: number | undefined;
  let wordsBefore = 0;
  for (const [, number, word, , stranger] of text.matchAll(words)) {
    if (stranger !== undefined) return undefined;
    if (number !== undefined) numbers.push(number);
    if (word === undefined) continue;
    const bare = bareWord(word);
    const named = grammar.months.get(bare);
    if (named !== undefined && month === undefined) {
      month = named;
      wordsBefore = numbers.length;
    } else if (!isFiller(bare, grammar.fillers)) return undefined;
  }
  return month === undefined ? fromNumbers(numbers, grammar.order) : fromNamedMonth(numbers, month, wordsBefore);
}

const isUnspaced = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** Whether a word says nothing of the day. Scripts without spaces join such words: 日星期日. */
function isFiller(word: string, fillers: ReadonlySet<string>): boolean {
  if (fillers.has(word)) return true;
  if (!isUnspaced.test(word)) return false;
  for (let length = word.length - 1; length > 0; length--) {
    if (fillers.has(word.slice(0, length)) && isFiller(word.slice(length), fillers)) return true;
  }
  return false;
}

/** `5 January 2020`, `January 5, 2020`, `2020 January 5`, `January 2020`. */
function fromNamedMonth(numbers: readonly string[], month: number, numbersBefore: number): number | undefined {
  const [first, second, third] = numbers;
  if (first === undefined || third !== undefined) return undefined;
  if (second === undefined) return isLongYear(first) ? dayOf(Number(first), month, 1) : undefined;
  const isYearFirst = isLongYear(first) || (numbersBefore > 0 && Number(first) > 31);
  return isYearFirst ? dayOf(yearOf(first), month, Number(second)) : dayOf(yearOf(second), month, Number(first));
}

function fromNumbers(numbers: readonly string[], order: string): number | undefined {
  const [first, second, third, fourth] = numbers;
  if (first === undefined || fourth !== undefined) return undefined;
  if (second === undefined) return isLongYear(first) ? dayOf(Number(first), 1, 1) : undefined;
  if (third === undefined) {
    if (isLongYear(first)) return dayOf(Number(first), Number(second), 1);
    return isLongYear(second) ? dayOf(Number(second), Number(first), 1) : undefined;
  }
  if (isLongYear(first) || order === "yMd") return dayOf(yearOf(first), Number(second), Number(third));
  return order.startsWith("d")
    ? dayOf(yearOf(third), Number(second), Number(first))
    : dayOf(yearOf(third), Number(first), Number(second));
}

function isLongYear(digits: string): boolean {
  return digits.length === 4;
}

function yearOf(digits: string): number {
  return digits.length <= 2 ? expandYear(Number(digits)) : digits.length === 4 ? Number(digits) : NaN;
}
