import { RowReader, type RowStyle } from "../csv/row-reader.ts";

/** The parts of a text between delimiters, quotes observed as told. There is always at least one. */
export function splitAtDelimiters(
  text: string,
  delimiter: RowStyle["delimiter"],
  quotes: RowStyle["quotes"],
): readonly string[] {
  const fields: string[] = [];
  new RowReader(text, { delimiter, quotes, lineBreaks: "none" }).next(fields);
  return fields.length === 0 ? [""] : fields;
}

/** The parts of a text at each of some delimiters in turn, every one of them used once. */
export function splitAtEach(text: string, delimiters: readonly string[], hasQuotes: boolean): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const delimiter of delimiters) {
    const at = findUnquoted(text, delimiter, from, hasQuotes);
    if (at < 0) break;
    parts.push(unquote(text.slice(from, at), hasQuotes));
    from = at + delimiter.length;
  }
  parts.push(unquote(text.slice(from), hasQuotes));
  return parts;
}

/** The same, beginning at the end of the text. */
export function splitAtEachFromEnd(text: string, delimiters: readonly string[], hasQuotes: boolean): readonly string[] {
  const parts: string[] = [];
  let end = text.length;
  for (const delimiter of delimiters) {
    const at = findLastUnquoted(text.slice(0, end), delimiter, hasQuotes);
    if (at < 0) break;
    parts.unshift(unquote(text.slice(at + delimiter.length, end), hasQuotes));
    end = at;
  }
  parts.unshift(unquote(text.slice(0, end), hasQuotes));
  return parts;
}

/** The parts of a text at every one of some delimiters, beginning at the end: where two overlap, the later one counts. */
export function splitAtAnyFromEnd(text: string, delimiters: readonly string[], hasQuotes: boolean): readonly string[] {
  const isQuoted = quotedPlaces(text, hasQuotes);
  const parts: string[] = [];
  let end = text.length;
  for (let until = text.length; until > 0; until--) {
    const found = delimiters.find((one) => one !== "" && until <= end && text.endsWith(one, until));
    const at = until - (found?.length ?? 0);
    if (found === undefined || isQuoted(at)) continue;
    parts.unshift(unquote(text.slice(until, end), hasQuotes));
    end = at;
  }
  parts.unshift(unquote(text.slice(0, end), hasQuotes));
  return parts;
}

function findUnquoted(text: string, delimiter: string, from: number, hasQuotes: boolean): number {
  if (!hasQuotes || text.charAt(from) !== '"') return text.indexOf(delimiter, from);
  let end = from + 1;
  while (end < text.length && (text.charAt(end) !== '"' || text.charAt(end + 1) === '"')) {
    end += text.charAt(end) === '"' ? 2 : 1;
  }
  return text.indexOf(delimiter, end + 1);
}

function findLastUnquoted(text: string, delimiter: string, hasQuotes: boolean): number {
  const isQuoted = quotedPlaces(text, hasQuotes);
  let at = text.lastIndexOf(delimiter);
  while (at >= 0 && isQuoted(at)) at = at === 0 ? -1 : text.lastIndexOf(delimiter, at - 1);
  return at;
}

/** Tells which places of a text stand between quotes. */
function quotedPlaces(text: string, hasQuotes: boolean): (at: number) => boolean {
  if (!hasQuotes || !text.includes('"')) return () => false;
  const places = new Uint8Array(text.length);
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '"') isQuoted = !isQuoted;
    if (isQuoted) places[at] = 1;
  }
  return (at) => places[at] === 1;
}

function unquote(part: string, hasQuotes: boolean): string {
  const isQuoted = hasQuotes && part.length > 1 && part.startsWith('"') && part.endsWith('"');
  return isQuoted ? part.slice(1, -1).replaceAll('""', '"') : part;
}
