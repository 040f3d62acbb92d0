import { splitAtRanges, type Range } from "../splitter/places.ts";
import { isWhiteSpace } from "../text/characters.ts";

/** How separated text is read. */
export type RowStyle = {
  /** What stands between fields: any of some texts, or a run of white space; or, of fixed width, where they are in each line. */
  readonly delimiter: readonly string[] | "whiteSpace" | { readonly ranges: readonly Range[] };
  /** Where a quote opens a quoted part: nowhere, only at the start of a field, or everywhere. */
  readonly quotes: "none" | "afterDelimiter" | "always";
  /** Which line breaks end a row: all, those outside of quotes, or none. */
  readonly lineBreaks: "all" | "unquoted" | "none";
};

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Reads rows of fields from a text, one after the other. */
export class RowReader {
  readonly #text: string;
  readonly #style: RowStyle;
  readonly #delimiters: readonly string[];
  readonly #firstCodes: ReadonlySet<number>;
  /** The character code of the delimiter when it is a single character, which is nearly always. */
  readonly #only: number;
  readonly #breaksLines: boolean;
  #at = 0;
  #ending: "delimiter" | "row" | "text" = "row";

  constructor(text: string, style: RowStyle) {
    this.#text = text;
    this.#style = style;
    const { delimiter } = style;
    const delimiters = delimiter instanceof Array ? delimiter.filter((one) => one !== "") : [];
    this.#delimiters = delimiters;
    this.#firstCodes = new Set(delimiters.map((one) => one.charCodeAt(0)));
    this.#only = delimiters.length === 1 && delimiters[0]!.length === 1 ? delimiters[0]!.charCodeAt(0) : -1;
    this.#breaksLines = style.lineBreaks !== "none";
  }

  /** Reads the next row, adding its fields to an array when one is given. How many there are; undefined after the last row. */
  next(fields: string[] | undefined): number | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const { delimiter } = this.#style;
    if (typeof delimiter === "object" && "ranges" in delimiter) {
      const line = this.#readLine();
      fields?.push(...splitAtRanges(line, delimiter.ranges, false));
      return delimiter.ranges.length;
    }
    const skipsSpace = delimiter === "whiteSpace";
    if (skipsSpace) this.#skipSpace();
    for (let count = 1; ; count++) {
      const field = this.#readField(fields !== undefined);
      fields?.push(field);
      if (this.#ending !== "delimiter") return count;
      // White space at the end of a row separates nothing.
      if (skipsSpace && this.#isAtRowEnd()) return count;
    }
  }

  /** Reads to the next line break and passes it. */
  #readLine(): string {
    const start = this.#at;
    const end = lineBreakBefore(this.#text, start, this.#text.length) ?? this.#text.length;
    this.#at = end;
    this.#passLineBreak();
    return this.#text.slice(start, end);
  }

  #readField(keeps: boolean): string {
    const text = this.#text;
    const start = this.#at;
    const opensAnywhere = this.#style.quotes === "always";
    const opensAtStart = this.#style.quotes !== "none";
    let from = start;
    let quoted = "";
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote && (opensAnywhere || (opensAtStart && at === start))) {
        if (keeps) quoted += text.slice(from, at);
        quoted += this.#readQuoted(at + 1, keeps);
        from = this.#at;
        at = from - 1;
        continue;
      }
      if (this.#breaksLines && (code === lineFeed || code === carriageReturn)) {
        this.#ending = "row";
        this.#at = at;
        this.#passLineBreak();
        break;
      }
      const length = code === this.#only ? 1 : this.#only >= 0 ? 0 : this.#delimiterLength(at, code);
      if (length > 0) {
        this.#ending = "delimiter";
        this.#at = at + length;
        break;
      }
    }
    if (at >= text.length) {
      this.#ending = "text";
      this.#at = text.length;
    }
    if (!keeps) return "";
    return quoted === "" ? text.slice(from, at) : quoted + text.slice(from, at);
  }

  /** Reads from after an opening quote to after the closing one; two quotes stand for one. */
  #readQuoted(start: number, keeps: boolean): string {
    const text = this.#text;
    let content = "";
    let from = start;
    for (;;) {
      let end = text.indexOf('"', from);
      if (end < 0) end = text.length;
      const lineEnd = this.#style.lineBreaks === "all" ? lineBreakBefore(text, from, end) : undefined;
      if (keeps) content += text.slice(from, lineEnd ?? end);
      if (lineEnd !== undefined) {
        this.#at = lineEnd;
        return content;
      }
      if (text.charCodeAt(end + 1) !== quote) {
        this.#at = Math.min(end + 1, text.length);
        return content;
      }
      if (keeps) content += '"';
      from = end + 2;
    }
  }

  #delimiterLength(at: number, code: number): number {
    if (this.#style.delimiter === "whiteSpace") {
      let end = at;
      while (end < this.#text.length && this.#isSpace(end)) end++;
      return end - at;
    }
    if (!this.#firstCodes.has(code)) return 0;
    return this.#delimiters.find((one) => this.#text.startsWith(one, at))?.length ?? 0;
  }

  #isSpace(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return isWhiteSpace(code) && !(this.#breaksLines && (code === lineFeed || code === carriageReturn));
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && this.#isSpace(this.#at)) this.#at++;
  }

  #isAtRowEnd(): boolean {
    if (this.#at >= this.#text.length) return true;
    const start = this.#at;
    if (this.#breaksLines) this.#passLineBreak();
    return this.#at > start;
  }

  #passLineBreak(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === lineFeed) this.#at++;
    else if (code === carriageReturn) this.#at += this.#text.charCodeAt(this.#at + 1) === lineFeed ? 2 : 1;
  }
}

function lineBreakBefore(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return undefined;
}
