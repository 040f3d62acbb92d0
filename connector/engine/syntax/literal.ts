/** The escapes that `#(…)` knows by name (specification: "Character escape sequences"). */
const controls: Readonly<Record<string, string>> = { cr: "\r", lf: "\n", tab: "\t", "#": "#" };

/**
 * The text that a text literal or a quoted identifier stands for: quotes taken off, `""` and `#(…)` resolved.
 *
 * @throws SyntaxError for an escape that the specification does not have.
 */
export function decodeText(source: string): string {
  const inner = source.slice(source.indexOf('"') + 1, -1);
  if (!inner.includes('"') && !inner.includes("#(")) return inner;
  return inner.replaceAll('""', '"').replaceAll(/#\(([^)]*)(\)?)/gu, (whole, list: string, end: string) => {
    if (end === "") throw new SyntaxError(`the escape "${whole}" has no end`);
    return list
      .split(",")
      .map((part) => decodeEscape(part, whole))
      .join("");
  });
}

function decodeEscape(escape: string, whole: string): string {
  const control = controls[escape];
  if (control !== undefined) return control;
  if (!/^(?:[0-9A-Fa-f]{4}|[0-9A-Fa-f]{8})$/u.test(escape)) throw new SyntaxError(`the escape "${whole}" is not known`);
  const code = Number.parseInt(escape, 16);
  if (code > 0x10ffff) throw new SyntaxError(`the escape "${whole}" is beyond the last character of Unicode`);
  return String.fromCodePoint(code);
}

/** The name that an identifier stands for: `#"a b"` without its quoting, all others as they are. */
export function decodeName(source: string): string {
  return source.startsWith('#"') ? decodeText(source) : source;
}

/** The number that a number literal stands for; hexadecimal ones begin with 0x, `#infinity` and `#nan` are two more. */
export function decodeNumber(source: string): number {
  return source === "#infinity" ? Infinity : Number(source);
}
