import type { DateSymbols, PatternName } from "./date-symbols.ts";

/** What a culture writes in its own way. */
export type DateWays = Partial<
  Readonly<Record<PatternName, string>> &
    Pick<DateSymbols, "months" | "shortMonths" | "shortDays" | "morning" | "afternoon">
>;

const clockOfTwelve = { shortTime: "h:mm tt", longTime: "h:mm:ss tt" };
const clockOfTwentyFour = { shortTime: "H:mm", longTime: "H:mm:ss" };
const paddedClock = { shortTime: "HH:mm", longTime: "HH:mm:ss" };
const ideographicDays = {
  longDate: "yyyy'年'M'月'd'日'",
  monthDay: "M'月'd'日'",
  yearMonth: "yyyy'年'M'月'",
};
const noHalves = { morning: "", afternoon: "" };

/**
 * Where Windows, and with it Microsoft's pages, writes dates and times otherwise than CLDR: by language, and by culture what is
 * particular to it beside that.
 */
const ways: Readonly<Record<string, DateWays>> = {
  "ar-DZ": { shortDate: "dd-MM-yyyy" },
  "ar-EG": { shortDate: "dd/MM/yyyy", shortTime: "hh:mm tt", longTime: "hh:mm:ss tt" },
  "ar-SA": { shortDate: "dd/MM/yy", longDate: "dd/MMMM/yyyy", shortTime: "hh:mm tt", longTime: "hh:mm:ss tt" },
  bg: { shortMonths: names("яну фев мар апр май юни юли авг сеп окт ное дек") },
  da: {
    shortDate: "dd-MM-yyyy",
    longDate: "d. MMMM yyyy",
    ...paddedClock,
    shortMonths: names("jan feb mar apr maj jun jul aug sep okt nov dec"),
    shortDays: names("sø ma ti on to fr lø"),
  },
  de: { shortMonths: names("Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez") },
  "de-AT": { shortMonths: names("Jän Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez") },
  el: {
    longDate: "dddd, d MMMM yyyy",
    months: names(
      "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
    ),
    morning: "πμ",
    afternoon: "μμ",
  },
  en: { shortMonths: names("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), morning: "AM", afternoon: "PM" },
  "en-AU": { shortDate: "d/MM/yyyy", longDate: "dddd, d MMMM yyyy" },
  "en-CA": { longDate: "MMMM d, yyyy" },
  "en-GB": { longDate: "dd MMMM yyyy" },
  "en-IN": { shortDate: "dd-MM-yyyy", longDate: "dd MMMM yyyy", ...paddedClock },
  "en-NZ": { shortDate: "d/MM/yyyy" },
  "en-ZA": { longDate: "dddd, dd MMMM yyyy" },
  es: {
    shortMonths: names("ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic."),
    shortDays: names("dom. lun. mar. mié. jue. vie. sáb."),
    morning: "a. m.",
    afternoon: "p. m.",
  },
  "es-AR": paddedClock,
  "es-ES": { shortDate: "dd/MM/yyyy", shortDays: names("do. lu. ma. mi. ju. vi. sá."), ...noHalves },
  "es-MX": { shortTime: "hh:mm tt", longTime: "hh:mm:ss tt" },
  "fr-BE": { shortDate: "dd-MM-yy" },
  "fr-CA": {
    longDate: "d MMMM yyyy",
    ...paddedClock,
    shortMonths: names("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
  },
  he: { shortDate: "dd/MM/yyyy", longDate: "dddd dd MMMM yyyy", ...paddedClock },
  "hi-IN": { shortDate: "dd-MM-yyyy", longDate: "dd MMMM yyyy", ...paddedClock },
  hr: {
    shortDate: "d.M.yyyy.",
    longDate: "d. MMMM yyyy.",
    shortMonths: names("sij vlj ožu tra svi lip srp kol ruj lis stu pro"),
  },
  id: { longDate: "dddd, dd MMMM yyyy" },
  ja: {
    ...ideographicDays,
    months: names("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
    shortMonths: names("1 2 3 4 5 6 7 8 9 10 11 12"),
  },
  ko: {
    shortDate: "yyyy-MM-dd",
    longDate: "yyyy'년' M'월' d'일' dddd",
    monthDay: "M'월' d'일'",
    yearMonth: "yyyy'년' M'월'",
    shortMonths: names("1 2 3 4 5 6 7 8 9 10 11 12"),
    morning: "오전",
    afternoon: "오후",
  },
  lt: { shortMonths: names("saus. vas. kov. bal. geg. birž. liep. rugp. rugs. spal. lapkr. gruod.") },
  nb: { shortMonths: names("jan feb mar apr mai jun jul aug sep okt nov des"), ...noHalves },
  nl: { shortMonths: names("jan feb mrt apr mei jun jul aug sep okt nov dec"), ...noHalves },
  "nl-BE": clockOfTwentyFour,
  pl: { shortDate: "dd.MM.yyyy" },
  pt: {
    shortMonths: names("jan fev mar abr mai jun jul ago set out nov dez"),
    shortDays: names("dom seg ter qua qui sex sáb"),
    ...noHalves,
  },
  "pt-PT": { longDate: "d 'de' MMMM 'de' yyyy" },
  ru: {
    ...clockOfTwentyFour,
    months: names("Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь"),
    shortMonths: names("янв фев мар апр май июн июл авг сен окт ноя дек"),
    shortDays: names("Вс Пн Вт Ср Чт Пт Сб"),
  },
  sv: {
    longDate: "'den 'd MMMM yyyy",
    shortMonths: names("jan feb mar apr maj jun jul aug sep okt nov dec"),
    shortDays: names("sön mån tis ons tor fre lör"),
    ...noHalves,
  },
  uk: {
    longDate: "d MMMM yyyy' р.'",
    ...clockOfTwentyFour,
    shortMonths: names("січ лют бер кві тра чер лип сер вер жов лис гру"),
    shortDays: names("Нд Пн Вт Ср Чт Пт Сб"),
  },
  "vi-VN": { shortDate: "dd/MM/yyyy", longDate: "dd MMMM yyyy", ...clockOfTwelve },
  zh: {
    ...ideographicDays,
    ...clockOfTwentyFour,
    shortMonths: names("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
  },
  "zh-TW": { shortTime: "tt hh:mm", longTime: "tt hh:mm:ss" },
};

/** What Windows writes otherwise than CLDR in the culture of a BCP 47 tag. */
export function waysOnWindows(tag: string): DateWays {
  const { baseName, language } = new Intl.Locale(tag);
  return { ...ways[language], ...ways[baseName] };
}

function names(words: string): readonly string[] {
  return words.split(" ");
}
