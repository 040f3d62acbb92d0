import { isZone } from "../../../zones/index.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Masks one value by the name of its column and by what it looks like. */
export type MaskValue = (column: string, value: string) => string;

const guidPattern = "\\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\\}?";
const emailPattern = "[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*";
const guid = new RegExp(`^${guidPattern}$`, "i");
const email = new RegExp(`^(?:(?:mailto|sips?):)?${emailPattern}$`, "iu");
const url = /^https?:\/\/\S+$/i;
const guidOrEmail = new RegExp(`(?<guid>${guidPattern})|${emailPattern}`, "giu");

/** What says nothing of anybody: numbers, instants, dates, times, durations, logicals. */
const harmlessShapes = [
  /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i,
  /^(?:true|false|null|NaN)$/i,
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/i,
  /^\d{1,2}\/\d{1,2}\/\d{2,4}(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/i,
  /^-?(?:\d+\.)?\d{1,3}:\d{2}(?::\d{2}(?:\.\d+)?)?$/,
];

/** Words of the field that are the same in every help desk. */
const harmlessWords: ReadonlySet<string> = new Set(
  [
    "answered abandoned missed deflected leftBot closed noAgent allBusy offline accepted declined ignored",
    "guest agent bot system error routed Teams Testing Development Production Administrator Manager Reviewer Agent",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yes no",
  ]
    .join(" ")
    .toLowerCase()
    .split(" ")
    .concat("web client"),
);

/** What a column holds, by a part of its name; the first that fits. */
const columnKinds = [
  ["digits", /phone|mobile|fax|(?:^|[^a-z])tel(?:$|[^a-z])|postal|zip(?:$|code)|ssn|passport/i],
  ["email", /e-?mail|upn|principal/i],
  ["text", /queue|report|file|tag|topic|intent|host|domain|weekday|month/i],
  [
    "name",
    /name|login|account$|user|agent$|guest$|person|seeker|expert|author|owner|(?:cre|upd|assign|resolv|clos|handl)\w*by$/i,
  ],
] as const;

/** What may hold somebody's number in place of a name. */
const loginColumn = /login|account$|user/i;
const zoneColumn = /zone/i;
const languageColumn = /language|locale|culture/i;
const typeColumn = /type$/i;

/**
 * Masks whatever is not known to be harmless, so that a column nobody has heard of does not slip through. Harmless are numbers, instants,
 * dates and times, logicals, the field's own words, zones and languages in columns of such names, and the columns in `keep`.
 * E-mail addresses and GUIDs are masked in those, too.
 */
export function createMaskValue(pseudonyms: Pseudonyms, keep: readonly string[] = []): MaskValue {
  const kept = new Set(keep.map((column) => column.toLowerCase()));
  const scan = scanText(pseudonyms);
  return (column, value) => {
    const text = value.trim();
    if (text === "") return value;
    if (kept.has(column.toLowerCase())) return scan(value);
    if (guid.test(text)) return pseudonyms.ofGuid(value);
    if (email.test(text)) return scan(value);
    const kind = columnKinds.find(([, pattern]) => pattern.test(column))?.[0];
    if (kind === "digits" || (loginColumn.test(column) && /^\d+$/.test(text))) return pseudonyms.ofDigits(value);
    // In a column such as `toAgent` a number counts, or numbers, them.
    if ((kind !== "name" || /^-?\d+$/.test(text)) && isHarmless(column, text)) return value;
    if (url.test(text) && URL.canParse(text)) return pseudonyms.ofUrl(text);
    return kind === "name" ? pseudonyms.ofName(value) : pseudonyms.ofText(value);
  };
}

/** Masks the e-mail addresses and GUIDs within a text and leaves the rest. */
export function scanText({ ofEmail, ofGuid }: Pseudonyms): (text: string) => string {
  return (text) =>
    text.replaceAll(guidOrEmail, (found, ...rest) => {
      const groups = rest.at(-1) as { guid?: string };
      return groups.guid === undefined ? ofEmail(found) : ofGuid(found);
    });
}

function isHarmless(column: string, text: string): boolean {
  if (harmlessShapes.some((shape) => shape.test(text)) || harmlessWords.has(text.toLowerCase())) return true;
  if (zoneColumn.test(column)) return isZone(text);
  if (languageColumn.test(column)) return /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(text);
  return typeColumn.test(column) && /^[a-z0-9]{1,4}$/.test(text);
}
