import { formatError } from "../../values/errors.ts";
import { ListValue } from "../../values/list.ts";
import { RecordValue, Shape } from "../../values/record.ts";
import type { Value } from "../../values/value.ts";

const quote = 34;
const backslash = 92;

/**
 * The names of an object as far as they have been read. Objects with the same names in the same order end at the same node and share
 * one shape, whose name table is built once.
 */
class NameNode {
  readonly names: readonly string[];
  /** The name that followed last time: rows of one array nearly always go the same way. */
  usualName = "";
  usualNode: NameNode | undefined;
  #shape: Shape | undefined;
  readonly #next = new Map<string, NameNode>();

  constructor(names: readonly string[]) {
    this.names = names;
  }

  get shape(): Shape {
    return (this.#shape ??= new Shape(this.names));
  }

  follow(name: string): NameNode {
    let node = this.#next.get(name);
    if (!node) {
      node = new NameNode([...this.names, name]);
      this.#next.set(name, node);
    }
    this.usualName = name;
    this.usualNode = node;
    return node;
  }
}

/** Reads JSON (RFC 8259) straight into M values; unlike `JSON.parse` it keeps the order of all names. */
export class JsonReader {
  readonly #text: string;
  readonly #names = new NameNode([]);
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value of the whole text. @throws EvaluationError (DataFormat.Error) where it is not JSON. */
  read(): Value {
    const value = this.#readValue();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#problem("We found extra characters at the end of JSON input.");
    return value;
  }

  #skipSpace(): void {
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  #readValue(): Value {
    this.#skipSpace();
    switch (this.#text.charCodeAt(this.#at)) {
      case quote:
        this.#at++;
        return this.#readString();
      case 123: // {
        return this.#readObject();
      case 91: // [
        return this.#readArray();
      case 116: // t
        return this.#readWord("true", true);
      case 102: // f
        return this.#readWord("false", false);
      case 110: // n
        return this.#readWord("null", null);
      default:
        return this.#readNumber();
    }
  }

  #readObject(): RecordValue {
    this.#at++;
    const cells: Value[] = [];
    let node = this.#names;
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) === 125) {
      this.#at++;
      return new RecordValue(node.shape, cells);
    }
    for (;;) {
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== quote) throw this.#unexpected();
      this.#at++;
      node = this.#readName(node);
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== 58) throw this.#unexpected();
      this.#at++;
      cells.push(this.#readValue());
      if (!this.#goesOn(125)) return new RecordValue(node.shape, cells);
    }
  }

  #readName(node: NameNode): NameNode {
    const { usualName, usualNode } = node;
    const end = this.#at + usualName.length;
    if (usualNode && this.#text.charCodeAt(end) === quote && this.#text.startsWith(usualName, this.#at)) {
      // A name with an escape never equals its own text, so the closing quote is the real one.
      if (!usualName.includes("\\")) {
        this.#at = end + 1;
        return usualNode;
      }
    }
    return node.follow(this.#readString());
  }

  #readArray(): ListValue {
    this.#at++;
    const items: Value[] = [];
    this.#skipSpace();
    if (this.#text.charCodeAt(this.#at) === 93) {
      this.#at++;
      return ListValue.of(items);
    }
    for (;;) {
      items.push(this.#readValue());
      if (!this.#goesOn(93)) return ListValue.of(items);
    }
  }

  /** Passes a comma, or the end of an object or array. */
  #goesOn(closing: number): boolean {
    this.#skipSpace();
    const code = this.#text.charCodeAt(this.#at);
    if (code !== 44 && code !== closing) throw this.#unexpected();
    this.#at++;
    return code === 44;
  }

  /** Reads from after the opening quote to after the closing one. */
  #readString(): string {
    const text = this.#text;
    let from = this.#at;
    let value = "";
    for (let at = from; ; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        this.#at = at + 1;
        return value === "" ? text.slice(from, at) : value + text.slice(from, at);
      }
      if (code === backslash) {
        value += text.slice(from, at);
        this.#at = at + 1;
        value += this.#readEscape();
        from = this.#at;
        at = from - 1;
      } else if (!(code >= 32)) {
        this.#at = at;
        throw this.#unexpected();
      }
    }
  }

  #readEscape(): string {
    const letter = this.#text.charAt(this.#at++);
    switch (letter) {
      case "b":
        return "\b";
      case "f":
        return "\f";
      case "n":
        return "\n";
      case "r":
        return "\r";
      case "t":
        return "\t";
      case '"':
      case "\\":
      case "/":
        return letter;
      case "u": {
        const digits = this.#text.slice(this.#at, this.#at + 4);
        if (!/^[\da-f]{4}$/iu.test(digits)) throw this.#unexpected();
        this.#at += 4;
        return String.fromCharCode(Number.parseInt(digits, 16));
      }
      default:
        this.#at--;
        throw this.#unexpected();
    }
  }

  #readWord<Word extends Value>(word: string, value: Word): Word {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected();
    this.#at += word.length;
    return value;
  }

  #readNumber(): number {
    const small = this.#readSmallInteger();
    if (small !== undefined) return small;
    number.lastIndex = this.#at;
    const match = number.exec(this.#text);
    if (!match) throw this.#unexpected();
    this.#at = number.lastIndex;
    return Number(match[0]);
  }

  /** Whole numbers of up to fifteen digits, which most numbers are, without a look at the general form. */
  #readSmallInteger(): number | undefined {
    const text = this.#text;
    let value = 0;
    let at = this.#at;
    for (; at < this.#at + 15; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    const next = text.charCodeAt(at);
    const goesOn = (next >= 48 && next <= 57) || next === 46 || next === 69 || next === 101;
    const hasLeadingZero = at > this.#at + 1 && text.charCodeAt(this.#at) === 48;
    if (at === this.#at || goesOn || hasLeadingZero) return undefined;
    this.#at = at;
    return value;
  }

  #unexpected(): Error {
    if (this.#at >= this.#text.length) return this.#problem("We reached the end of the buffer.");
    return this.#problem("We found an unexpected character in the JSON input.");
  }

  #problem(message: string): Error {
    return formatError(message, RecordValue.from({ Value: this.#text.charAt(this.#at), Position: this.#at }));
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
