import { isWhiteSpace } from "../text/characters.ts";

/** How separated text is read. */
export type RowStyle = {
  /** What stands between fields: any of some texts, or a run of white space. */
  readonly delimiter: readonly string[] | "whiteSpace";
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
  readonly #firstCodes: ReadonlySet<number>;
  /** The character code of the delimiter when it is a single character, which is nearly always. */
  readonly #only: number;
  readonly #breaksLines: boolean;
  #at = 0;
  #ending: "delimiter" | "row" | "text" = "row";

  constructor(text: string, style: RowStyle) {
    this.#text = text;
    this.#style = style;
    const delimiters = style.delimiter === "whiteSpace" ? [] : style.delimiter.filter((one) => one !== "");
    this.#firstCodes = new Set(delimiters.map((one) => one.charCodeAt(0)));
    this.#only = delimiters.length === 1 && delimiters[0]!.length === 1 ? delimiters[0]!.charCodeAt(0) : -1;
    this.#breaksLines = style.lineBreaks !== "none";
  }

  /** Reads the next row, adding its fields to an array when one is given. How many there are; undefined after the last row. */
  next(fields: string[] | undefined): number | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const skipsSpace = this.#style.delimiter === "whiteSpace";
    if (skipsSpace) this.#skipSpace();
    for (let count = 1; ; count++) {
      const field = this.#readField(fields !== undefined);
      fields?.push(field);
      if (this.#ending !== "delimiter") return count;
      // White space at the end of a row separates nothing.
      if (skipsSpace && this.#isAtRowEnd()) return count;
    }
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
        this.#at = at + (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1);
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
    const { delimiter } = this.#style;
    if (delimiter === "whiteSpace") {
      let end = at;
      while (end < this.#text.length && this.#isSpace(end)) end++;
      return end - at;
    }
    if (!this.#firstCodes.has(code)) return 0;
    return delimiter.find((one) => this.#text.startsWith(one, at))?.length ?? 0;
  }

  #isSpace(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return isWhiteSpace(code) && !(this.#breaksLines && (code === lineFeed || code === carriageReturn));
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && this.#isSpace(this.#at)) this.#at++;
  }

  #isAtRowEnd(): boolean {
    const code = this.#text.charCodeAt(this.#at);
    if (this.#at >= this.#text.length) return true;
    if (!this.#breaksLines || (code !== lineFeed && code !== carriageReturn)) return false;
    this.#at += code === carriageReturn && this.#text.charCodeAt(this.#at + 1) === lineFeed ? 2 : 1;
    return true;
  }
}

function lineBreakBefore(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return undefined;
}
