/**
 * Values and text: how M writes values, how JSON does, and how numbers, dates and times of every culture become text and back.
 * It is not the library (functions of M with their arguments) and has no default culture: every caller names one, `""` for the
 * invariant culture. Names, separators and orders of a culture come from the runtime's CLDR data; where Microsoft's pages show
 * something else, theirs wins.
 *
 * | part | holds |
 * | --- | --- |
 * | `print`, `print-type`, `identifier`, `text-literal` | values, types, names and texts as M text |
 * | `json` | values as JSON |
 * | `decimal` | a number's decimal digits and how they are rounded |
 * | `number-format`, `custom-number-format`, `number-parse`, `number-symbols` | numbers and text |
 * | `date-format`, `date-pattern`, `date-symbols`, `windows-dates` | dates and times to text |
 * | `temporal-parse`, `date-parse`, `date-grammar`, `date-parse-exact`, `date-reading` | text to dates and times |
 * | `duration`, `local-zone`, `culture` | durations and text, the local zone, names of cultures |
 */
export { firstDayOfWeek, tagOf } from "./culture.ts";
export { decimalOf, numberOf, roundPlaces, shift, type TieRule } from "./decimal.ts";
export { formatDate, formatDateTime, formatDateTimeZone, formatTime } from "./date-format.ts";
export { durationParts, durationToIso, formatDuration, parseDuration, type DurationParts } from "./duration.ts";
export { printIdentifier } from "./identifier.ts";
export { toJson, writeJson } from "./json.ts";
export { atLocalZone, toLocalZone, type LocalClock, type LocalOffset } from "./local-zone.ts";
export { numberToText } from "./number-format.ts";
export { parseNumber } from "./number-parse.ts";
export { currencySymbolOf, numberSymbols } from "./number-symbols.ts";
export { printValue } from "./print.ts";
export { printNamedType, printType } from "./print-type.ts";
export { parseDate, parseDateTime, parseDateTimeZone, parseTime } from "./temporal-parse.ts";
export { printTextLiteral } from "./text-literal.ts";
