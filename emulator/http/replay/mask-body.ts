import { scanText, type MaskValue } from "./mask-value.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** A body as the recording keeps it; `undefined` when it is of a kind that is not recorded. */
export type MaskBody = (path: string, mediaType: string, body: string) => string | undefined;

/** What a directory says of a report, and an answer of what was wrong: the server's words, not people's. */
const directoryPath = /^\/chime\/report\/get\w+reports$/i;
const directoryColumns: ReadonlySet<string> = new Set(
  "name title description category scope route parameters kind type unit additivity nullable definition".split(" "),
);
const problemColumns: ReadonlySet<string> = new Set("type title status parameter".split(" "));

/** Masks the values of JSON and CSV, whatever is in them, and the words of plain text. Other bodies are not recorded. */
export function createMaskBody(pseudonyms: Pseudonyms, maskValue: MaskValue): MaskBody {
  const scan = scanText(pseudonyms);
  const leaving =
    (columns: ReadonlySet<string>): MaskValue =>
    (column, value) =>
      columns.has(column.toLowerCase()) ? scan(value) : maskValue(column, value);

  return (path, mediaType, body) => {
    const kind = mediaType.replace(/;.*/s, "").trim().toLowerCase();
    const mask = directoryPath.test(path)
      ? leaving(directoryColumns)
      : kind === "application/problem+json"
        ? leaving(problemColumns)
        : maskValue;
    if (/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(kind)) return maskJson(body, mask) ?? pseudonyms.ofText(body);
    if (kind === "text/csv" || kind === "application/csv") return maskCsv(body, mask);
    return kind === "text/plain" || kind === "" ? pseudonyms.ofText(body) : undefined;
  };
}

const jsonToken = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|[[\]{},]/gi;

/** A name that a program gave, and no person has. */
const jsonName = /^[a-z_$][\w$.-]{0,63}$/i;

/**
 * JSON with its values masked and everything else as it is: the layout, the names of members, how numbers are written. `undefined`
 * when it is no JSON.
 */
function maskJson(text: string, mask: MaskValue): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  // The column that values belong to, a level each; a list's members belong to the list's.
  const levels: { readonly isObject: boolean; readonly outer: string; isName: boolean; column: string }[] = [];
  return text.replaceAll(jsonToken, (token) => {
    const level = levels.at(-1);
    if (token === "{" || token === "[") {
      const column = level?.column ?? "";
      levels.push({ isObject: token === "{", outer: column, isName: token === "{", column });
      return token;
    }
    if (token === "}" || token === "]") {
      levels.pop();
      return token;
    }
    if (token === ",") {
      if (level?.isObject === true) level.isName = true;
      return token;
    }
    const column = level?.column ?? "";
    if (!token.startsWith('"')) return toNumber(mask(column, token), token);
    const value = JSON.parse(token) as string;
    if (level?.isName !== true) {
      const masked = mask(column, value);
      return masked === value ? token : JSON.stringify(masked);
    }
    level.isName = false;
    const isGiven = jsonName.test(value) && !isGuid(value);
    level.column = isGiven ? value : level.outer;
    return isGiven ? token : JSON.stringify(mask("name", value));
  });
}

/** Digits that were somebody's are a number still: without leading zeros. What is no number leaves the original. */
function toNumber(masked: string, token: string): string {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(masked)
    ? masked.replace(/^(-?)0(?=\d)/, (_, sign) => `${sign}1`)
    : token;
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{32}$/i.test(text.replaceAll("-", ""));
}

/** What the heading of a column may look like; a cell that holds anything else belongs to a table without headings. */
const heading = /^\p{L}[\p{L}\p{N} _./()%#-]{0,59}$/u;

/** CSV with its cells masked, and its headings, its quotes and its line ends as they are. Cells end at what ends most of the first line. */
function maskCsv(text: string, mask: MaskValue): string {
  const body = text.replace(/^\uFEFF/, "");
  const mark = findSeparator(body);
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${mark}\\r\\n]*)(${mark}|\\r?\\n|$)`, "gy");
  let headings: readonly string[] | undefined;
  let row: string[] = [];
  let out = text.slice(0, text.length - body.length);
  for (const [, raw = "", end = ""] of body.matchAll(cell)) {
    row.push(raw);
    if (end === mark) continue;
    const cells = row.map(unquote);
    if (headings === undefined) {
      const areHeadings = cells.every((name) => heading.test(name));
      headings = areHeadings ? cells : [];
      out += areHeadings ? row.join(mark) : maskRow(row, cells);
    } else out += maskRow(row, cells);
    out += end;
    row = [];
    if (end === "") break;
  }
  return out;

  function maskRow(raws: readonly string[], cells: readonly string[]): string {
    return cells
      .map((value, index) => {
        const masked = mask(headings?.[index] ?? "", value);
        return masked === value ? raws[index]! : quote(masked, raws[index]!.startsWith('"'));
      })
      .join(mark);
  }
}

function findSeparator(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((best, other) => (other[1] > best[1] ? other : best))[0];
}

function unquote(raw: string): string {
  return raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}

function quote(value: string, wasQuoted: boolean): string {
  return wasQuoted || /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
