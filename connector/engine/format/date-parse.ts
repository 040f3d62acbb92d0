import { calendarOf } from "../values/temporal.ts";
import { bareWord, grammarOf, type Grammar } from "./date-grammar.ts";
import { dayOf, expandYear, offsetOf, ticksOf, type DateReading } from "./date-reading.ts";

const extendedIso =
  /^(\d{4})-(\d\d?)(?:-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?: ?(?:(Z)|([+-])(\d\d):?(\d\d)?))?)?)?$/iu;
const basicIso = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?$/iu;

/** The day that it is, in days since 0001-01-01; undefined where that is not known. */
type Today = (() => number) | undefined;

/**
 * What a text says in ISO 8601 or as people of a culture write dates and times; undefined when it is neither. A month and a day
 * are of today's year.
 */
export function readDate(text: string, culture: string, today: Today): DateReading | undefined {
  const plain = readPlainIso(text);
  if (plain) return plain;
  const trimmed = text.trim();
  const iso = extendedIso.exec(trimmed) ?? basicIso.exec(trimmed);
  return iso ? readIso(iso) : readCustomary(trimmed, grammarOf(culture), today);
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
  const reading = readCustomary(trimmed, grammarOf(culture), undefined);
  return reading?.days === undefined && reading?.offset === undefined ? reading?.ticks : undefined;
}

function readCustomary(text: string, grammar: Grammar, today: Today): DateReading | undefined {
  const clock = grammar.clock.exec(text);
  // A bare number at the end is a clock's hour only with a designator beside it.
  const designator = clock?.[6] ?? clock?.[1];
  if (!clock || (clock[3] === undefined && designator === undefined)) {
    const days = readDay(text, grammar, today);
    return days === undefined ? undefined : { days, ticks: undefined, offset: undefined };
  }
  const [, , hour, minute, second, fraction = "", , utc, sign, offsetHours, offsetMinutes] = clock;
  const wholeHour =
    designator === undefined ? Number(hour) : hourOfHalf(Number(hour), grammar.afternoon.has(designator.toLowerCase()));
  if (wholeHour === undefined) return undefined;
  const ticks = ticksOf(wholeHour, Number(minute ?? 0), Number(second ?? 0), fraction);
  const offset = sign === undefined ? undefined : offsetOf(sign, Number(offsetHours), Number(offsetMinutes ?? 0));
  if (ticks === undefined || (sign !== undefined && offset === undefined)) return undefined;
  const rest = text.slice(0, clock.index).replace(/,\s*$/u, "");
  const days = rest === "" ? undefined : readDay(rest, grammar, today);
  if (rest !== "" && days === undefined) return undefined;
  return { days, ticks, offset: utc === undefined ? offset : 0 };
}

/** The hour that one with a designator beside it is; an afternoon's may be counted from midnight, as in `13:30 PM`. */
function hourOfHalf(hour: number, isAfternoon: boolean): number | undefined {
  if (isAfternoon) return hour < 12 ? hour + 12 : hour > 23 ? undefined : hour;
  return hour > 12 ? undefined : hour % 12;
}

const words = /(\d+)|(\p{L}[\p{L}\p{M}'’]*\.?)|([\s,./-]+)|(.)/gu;

function readDay(text: string, grammar: Grammar, today: Today): number | undefined {
  const numbers: string[] = [];
  let month: number | undefined;
  let weekday: number | undefined;
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
    } else if (isFiller(bare, grammar.fillers)) weekday ??= grammar.weekdays.get(bare);
    else return undefined;
  }
  const days =
    month === undefined ? fromNumbers(numbers, grammar, today) : fromNamedMonth(numbers, month, wordsBefore, today);
  // Day 0, 0001-01-01, is a Monday.
  return days === undefined || weekday === undefined || (days + 1) % 7 === weekday ? days : undefined;
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

/** `5 January 2020`, `January 5, 2020`, `2020 January 5`, `January 2020`, `5 January`. */
function fromNamedMonth(
  numbers: readonly string[],
  month: number,
  numbersBefore: number,
  today: Today,
): number | undefined {
  const [first, second, third] = numbers;
  if (first === undefined || third !== undefined) return undefined;
  if (second === undefined) {
    if (isLongYear(first)) return dayOf(Number(first), month, 1);
    return dayOfThisYear(today, month, Number(first));
  }
  const isYearFirst = isLongYear(first) || (numbersBefore > 0 && Number(first) > 31);
  return isYearFirst ? dayOf(yearOf(first), month, Number(second)) : dayOf(yearOf(second), month, Number(first));
}

function fromNumbers(numbers: readonly string[], { order, isDayFirst }: Grammar, today: Today): number | undefined {
  const [first, second, third, fourth] = numbers;
  if (first === undefined || fourth !== undefined) return undefined;
  if (second === undefined) return isLongYear(first) ? dayOf(Number(first), 1, 1) : undefined;
  if (third === undefined) {
    if (isLongYear(first)) return dayOf(Number(first), Number(second), 1);
    if (isLongYear(second)) return dayOf(Number(second), Number(first), 1);
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return dayOfThisYear(today, Number(month), Number(day));
  }
  // A year in all its digits says itself where it stands.
  if (isLongYear(first) || (order === "yMd" && !isLongYear(third))) {
    return dayOf(yearOf(first), Number(second), Number(third));
  }
  return order.startsWith("d")
    ? dayOf(yearOf(third), Number(second), Number(first))
    : dayOf(yearOf(third), Number(first), Number(second));
}

function dayOfThisYear(today: Today, month: number, day: number): number | undefined {
  return today && dayOf(calendarOf(today()).year, month, day);
}

function isLongYear(digits: string): boolean {
  return digits.length === 4;
}

function yearOf(digits: string): number {
  return digits.length <= 2 ? expandYear(Number(digits)) : digits.length === 4 ? Number(digits) : NaN;
}
