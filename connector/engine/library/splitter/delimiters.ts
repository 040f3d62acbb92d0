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

/**
 * The parts of a text at every one of some delimiters. A quote counts wherever it stands: Microsoft's page splits `a,"b;c,d`
 * from the end into `a,b`, `c` and `d`.
 */
export function splitAtAny(text: string, delimiters: readonly string[], hasQuotes: boolean): readonly string[] {
  return splitAtDelimiters(text, delimiters, hasQuotes ? "always" : "none");
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

/** The same split read from the end of the text: quotes open there too. */
export function splitFromEnd(split: typeof splitAtEach): typeof splitAtEach {
  return (text, delimiters, hasQuotes) =>
    split(reverse(text), delimiters.map(reverse), hasQuotes).map(reverse).reverse();
}

/** By code units: what is reversed twice is whole again. */
function reverse(text: string): string {
  return text.split("").reverse().join("");
}

/** Where a delimiter stands outside of quotes; -1 when it does not. A quote that is not closed holds all that follows. */
function findUnquoted(text: string, delimiter: string, from: number, hasQuotes: boolean): number {
  let at = text.indexOf(delimiter, from);
  if (!hasQuotes) return at;
  for (let quote = text.indexOf('"', from); quote >= 0 && quote < at;) {
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) return -1;
    at = at > closing ? at : text.indexOf(delimiter, closing + 1);
    quote = text.indexOf('"', closing + 1);
  }
  return at;
}

/** A part without its quotes; two within quotes stand for one. */
function unquote(part: string, hasQuotes: boolean): string {
  return hasQuotes && part.includes('"') ? splitAtDelimiters(part, [], "always")[0]! : part;
}
